package office

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"bienvenue/app/coop"
)

// PlanBatch says for whom a batch would be made, in the order of the post's round (town, residence,
// building, stair, door), and who is left out and why. Nothing is kept of it.
func (o *Office) PlanBatch(ctx context.Context, _ coop.Actor, asked coop.BatchAsked) (coop.BatchPlan, error) {
	if err := o.checkBatch(ctx, asked); err != nil {
		return coop.BatchPlan{}, err
	}
	query := coop.BatchQuery{BatchAsked: asked, Now: o.now()}
	if asked.Years > 0 {
		query.Since = o.Today().AddMonths(-asked.Years * monthsAYear)
	}
	found, err := o.store.BatchCandidates(ctx, query)
	if err != nil {
		return coop.BatchPlan{}, fmt.Errorf("plan a batch: %w", err)
	}
	slices.SortFunc(found, piled)
	plan, today := coop.BatchPlan{Asked: asked}, o.Today()
	for _, c := range found {
		switch why := c.Left(asked.Kind, asked.Again, today); why {
		case "":
			plan.For = append(plan.For, c.Household)
		case coop.LeftSent:
			plan.Left = append(plan.Left, coop.BatchOut{Household: c.Household, Why: why, Sent: c.Sent})
		default:
			plan.Left = append(plan.Left, coop.BatchOut{Household: c.Household, Why: why})
		}
	}
	return plan, nil
}

const monthsAYear = 12

// checkBatch refuses what no paper could be made from.
func (o *Office) checkBatch(ctx context.Context, asked coop.BatchAsked) error {
	switch {
	case !asked.Kind.Batchable() && asked.Kind != coop.AddressLabels:
		return coop.Refuse("batch.refused.kind", map[string]any{"Kind": string(asked.Kind)})
	case asked.Kind.Asks() && asked.ReplyBy <= o.Today():
		return coop.Refuse("batch.refused.reply", nil)
	case asked.EnteredFrom != "" && asked.EnteredTo != "" && asked.EnteredTo < asked.EnteredFrom:
		return coop.Refuse("batch.refused.days", nil)
	}
	if asked.Kind.Event() == "" {
		return nil
	}
	events, err := o.BatchEvents(ctx, asked.Kind)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(events, func(e coop.Event) bool { return e.ID == asked.Event }) {
		return coop.Refuse("batch.refused.event", nil)
	}
	return nil
}

// BatchEvents lists the coming events that a letter of a kind can invite to, the nearest first.
func (o *Office) BatchEvents(ctx context.Context, kind coop.PaperKind) ([]coop.Event, error) {
	all, err := o.store.Events(ctx, o.Today())
	if err != nil {
		return nil, fmt.Errorf("list events: %w", err)
	}
	return slices.DeleteFunc(all, func(e coop.Event) bool { return kind.Event() == "" || e.Kind != kind.Event() }), nil
}

// BeginBatch keeps a batch and the list of those it is for. No paper is made yet.
func (o *Office) BeginBatch(ctx context.Context, by coop.Actor, plan coop.BatchPlan) (coop.Batch, error) {
	if len(plan.For) == 0 {
		return coop.Batch{}, coop.Refuse("batch.refused.nobody", nil)
	}
	b := coop.Batch{ID: coop.BatchID(o.newID()), Kind: plan.Asked.Kind, Asked: plan.Asked, At: o.now().UTC(), Staff: by.Staff.ID}
	e, err := o.entry(by, coop.ActBatchBegun, coop.OnBatch, string(b.ID), "",
		map[string]any{"kind": b.Kind, "asked": b.Asked, "for": len(plan.For), "left": plan.Counts()})
	if err != nil {
		return coop.Batch{}, err
	}
	c := coop.Change{Batches: []coop.Batch{b}, Entries: []coop.Entry{e}}
	for i, h := range plan.For {
		c.BatchItems = append(c.BatchItems, coop.BatchItem{Batch: b.ID, Place: i + 1, Household: h, State: coop.BatchWaiting})
	}
	if err := o.keep(ctx, "begin batch", c); err != nil {
		return coop.Batch{}, err
	}
	b.Rev = 1
	return b, nil
}

// BatchMade keeps what came of some items of a batch: each paper, its row in the journal, the questionnaire
// that goes with it and the item's state, all of them or none. The papers must lie in finished files before it is called. An item whose
// paper was kept before, by whoever went on with the same batch, gives coop.ErrChanged.
func (o *Office) BatchMade(ctx context.Context, by coop.Actor, b coop.Batch, done []coop.BatchDone) error {
	c := coop.Change{}
	for _, d := range done {
		item := coop.BatchItem{Batch: b.ID, Place: d.Place, Household: d.Household, State: coop.BatchFailed, Why: d.Why, Args: d.Args}
		if d.Why == "" {
			p := coop.Paper{
				ID: coop.PaperID(o.newID()), Household: d.Household, Kind: b.Kind, At: d.At.UTC(), Staff: by.Staff.ID,
				Hash: d.Hash, Means: coop.PaperSaved, Batch: b.ID, Event: b.Asked.Event,
			}
			e, err := o.entry(by, coop.ActPaperMade, coop.OnPaper, string(p.ID), d.Household, p)
			if err != nil {
				return err
			}
			askings, err := o.askingsPrinted(ctx, d.Household, b.Kind)
			if err != nil {
				return fmt.Errorf("keep papers of a batch: %w", err)
			}
			item.State, item.Paper = coop.BatchMade, p.ID
			c.Papers, c.Askings, c.Entries = append(c.Papers, p), append(c.Askings, askings...), append(c.Entries, e)
		}
		c.BatchItems = append(c.BatchItems, item)
	}
	return o.keep(ctx, "keep papers of a batch", c)
}

// EndBatch ends a batch: everything is made, or somebody leaves the rest unmade. A batch that has ended
// already stays as it is.
func (o *Office) EndBatch(ctx context.Context, by coop.Actor, id coop.BatchID) (coop.BatchRow, error) {
	row, err := o.Batch(ctx, id)
	if err != nil || !row.Ended.IsZero() {
		return row, err
	}
	row.Ended = o.now().UTC()
	e, err := o.entry(by, coop.ActBatchEnded, coop.OnBatch, string(id), "",
		map[string]any{"made": row.Made, "failed": row.Failed, "waiting": row.Waiting})
	if err != nil {
		return row, err
	}
	return row, o.keep(ctx, "end batch", coop.Change{Batches: []coop.Batch{row.Batch}, Entries: []coop.Entry{e}})
}

// Batch finds a batch with how far it is.
func (o *Office) Batch(ctx context.Context, id coop.BatchID) (coop.BatchRow, error) {
	all, err := o.Batches(ctx)
	if err != nil {
		return coop.BatchRow{}, err
	}
	if i := slices.IndexFunc(all, func(b coop.BatchRow) bool { return b.ID == id }); i >= 0 {
		return all[i], nil
	}
	return coop.BatchRow{}, coop.Refuse("batch.refused.unknown", map[string]any{"ID": string(id)})
}

// Batches lists batches with how far each is, the newest first.
func (o *Office) Batches(ctx context.Context) ([]coop.BatchRow, error) {
	all, err := o.store.Batches(ctx)
	if err != nil {
		return nil, fmt.Errorf("list batches: %w", err)
	}
	return all, nil
}

// BatchItems lists the households of a batch in the order of the papers.
func (o *Office) BatchItems(ctx context.Context, id coop.BatchID) ([]coop.BatchItem, error) {
	all, err := o.store.BatchItems(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("list a batch's households: %w", err)
	}
	return all, nil
}

// BatchHouseholds lists those who got a paper of a batch, in the order of the papers.
func (o *Office) BatchHouseholds(ctx context.Context, id coop.BatchID) ([]coop.HouseholdID, error) {
	if _, err := o.Batch(ctx, id); err != nil {
		return nil, err
	}
	items, err := o.BatchItems(ctx, id)
	if err != nil {
		return nil, err
	}
	var ids []coop.HouseholdID
	for _, i := range items {
		if i.State == coop.BatchMade {
			ids = append(ids, i.Household)
		}
	}
	return ids, nil
}

// RowsOf reads the rows of some households, for a list of which a part is in sight.
func (o *Office) RowsOf(ctx context.Context, _ coop.Actor, ids []coop.HouseholdID) (map[coop.HouseholdID]coop.Row, error) {
	rows, err := o.store.RowsOf(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("read households: %w", err)
	}
	return rows, nil
}

// Labels gives what the address labels of some households say, in their order.
func (o *Office) Labels(ctx context.Context, ids []coop.HouseholdID) iter.Seq2[coop.Label, error] {
	return func(yield func(coop.Label, error) bool) {
		homes, err := o.residencesByID(ctx)
		if err != nil {
			yield(coop.Label{}, err)
			return
		}
		const together = 500
		for some := range slices.Chunk(ids, together) {
			rows, err := o.store.RowsOf(ctx, some)
			if err != nil {
				yield(coop.Label{}, fmt.Errorf("read addresses: %w", err))
				return
			}
			for _, id := range some {
				row := rows[id]
				if !yield(coop.Label{Holders: row.Holders, Dwelling: row.Dwelling, Residence: homes[row.Dwelling.Residence]}, nil) {
					return
				}
			}
		}
	}
}

func (o *Office) residencesByID(ctx context.Context) (map[coop.ResidenceID]coop.Residence, error) {
	all, err := o.store.Residences(ctx)
	if err != nil {
		return nil, fmt.Errorf("list residences: %w", err)
	}
	homes := make(map[coop.ResidenceID]coop.Residence, len(all))
	for _, r := range all {
		homes[r.ID] = r
	}
	return homes, nil
}
