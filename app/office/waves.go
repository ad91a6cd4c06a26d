package office

import (
	"context"
	"fmt"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/settings"
)

// MayPlanWave says whether somebody may plan a wave: it commits the whole team.
func MayPlanWave(s coop.Staff) bool { return s.Role != coop.FrontDesk || s.ID == "" }

// UsualWave is what a wave is asked for unless somebody says otherwise: the coop's backlog, by all
// who visit, from the first working day for which the post is early enough.
func (o *Office) UsualWave(ctx context.Context) (coop.WaveAsked, error) {
	const month = 31 // no coop is closed for longer
	s, err := o.Settings(ctx)
	if err != nil {
		return coop.WaveAsked{}, err
	}
	officers, err := o.Officers(ctx)
	if err != nil {
		return coop.WaveAsked{}, err
	}
	asked := coop.WaveAsked{
		Months: min(max(s.Rules.Backlog, 1), coop.MostWaveMonths), Order: coop.OldestFirst, Share: coop.UsualWaveShare,
		Start: o.Today().Add(s.Rules.Post),
	}
	for _, one := range officers {
		asked.Officers = append(asked.Officers, one.ID)
	}
	closed, err := o.ClosedDays(ctx, asked.Start, asked.Start.Add(month))
	if err != nil {
		return coop.WaveAsked{}, err
	}
	for last := asked.Start.Add(month); closed[asked.Start] != coop.OpenDay && asked.Start < last; {
		asked.Start = asked.Start.Add(1)
	}
	return asked, nil
}

// WaveSizes counts the households that a wave would be for: of the entries of one month first, of
// the most months last.
func (o *Office) WaveSizes(ctx context.Context) ([]int, error) {
	sizes := make([]int, coop.MostWaveMonths)
	for i := range sizes {
		n, err := o.waveSize(ctx, i+1)
		if err != nil {
			return nil, err
		}
		sizes[i] = n
	}
	return sizes, nil
}

// waveSize counts the households that a wave of the entries of some months would be for.
func (o *Office) waveSize(ctx context.Context, months int) (int, error) {
	n, err := o.store.CountRows(ctx, coop.RowFilter{Due: true, Since: o.Today().AddMonths(-months), On: o.Today()})
	if err != nil {
		return 0, fmt.Errorf("count a wave: %w", err)
	}
	return n, nil
}

// ApplyWave books every visit of a plan, as one act: all of them or, when one has become impossible
// meanwhile (a *coop.WaveError), none.
func (o *Office) ApplyWave(ctx context.Context, by coop.Actor, p coop.WavePlan) (coop.Wave, error) {
	if !MayPlanWave(by.Staff) {
		return coop.Wave{}, coop.Refuse("wave.refused.role", nil)
	}
	if len(p.Visits) == 0 {
		return coop.Wave{}, coop.Refuse("wave.refused.empty", nil)
	}
	s, err := o.Settings(ctx)
	if err != nil {
		return coop.Wave{}, err
	}
	w := coop.Wave{ID: coop.WaveID(o.newID()), At: o.now().UTC(), Staff: by.Staff.ID, Asked: p.Asked, Visits: len(p.Visits)}
	e, err := o.entry(by, coop.ActWaveBooked, coop.OnWave, string(w.ID), "", w)
	if err != nil {
		return coop.Wave{}, err
	}
	c := coop.Change{Waves: []coop.Wave{w}, Entries: []coop.Entry{e}}
	for _, planned := range p.Visits {
		v := o.waveVisit(planned, w.ID, s)
		told := plan(v)
		told["wave"] = w.ID
		e, err := o.entry(by, coop.ActVisitBooked, coop.OnVisit, string(v.ID), v.Household, told)
		if err != nil {
			return coop.Wave{}, err
		}
		c.Visits, c.Entries = append(c.Visits, v), append(c.Entries, e)
	}
	refused := o.guardWave(&c)
	if err := o.keep(ctx, "apply wave", c); err != nil {
		return coop.Wave{}, o.inWave(ctx, *refused, err)
	}
	w.Rev = 1
	return w, nil
}

func (o *Office) waveVisit(planned coop.WaveVisit, wave coop.WaveID, s settings.Settings) coop.Visit {
	v := placed(coop.Visit{ID: coop.VisitID(o.newID()), Household: planned.Household, State: coop.VisitPlanned}, coop.Booking{
		Officer: planned.Officer, Place: planned.Place, Start: planned.Start, Minutes: int(planned.End.Sub(planned.Start).Minutes()),
		Told: coop.ByPost, Reason: planned.Reason,
	}, s)
	v.Wave = wave
	return v
}

// guardWave lets the archive ask the diary about each visit of a wave: that it is late is what a wave
// is for, and a visit more in a day or a week than the rules give is no reason to book none. The
// answer names the visit that was refused.
func (o *Office) guardWave(c *coop.Change) (refused *coop.Visit) {
	refused = &coop.Visit{}
	c.Query = o.factsFor
	c.Judge = func(v coop.Visit, facts coop.DiaryFacts) error {
		verdict := without(o.diaryOf(facts).Stand(v), []string{"visit.warning.late", "visit.warning.day", "visit.warning.week"})
		if other, ok := elsewhere(v, facts.Visits); ok {
			verdict.Clash = &coop.ClashError{With: other}
		}
		err := verdict.Err(v.Reason)
		if err != nil {
			*refused = v
		}
		return err
	}
	return refused
}

// elsewhere finds a visit by which a household owes no visit of a wave any more.
func elsewhere(v coop.Visit, all []coop.Visit) (coop.Visit, bool) {
	for _, other := range all {
		if other.Household != v.Household || other.ID == v.ID || other.Kind == coop.DeskVisit {
			continue
		}
		if other.State == coop.VisitPlanned || other.Result.Closes() {
			return other, true
		}
	}
	return coop.Visit{}, false
}

// inWave says of an error which visit of a wave it is about.
func (o *Office) inWave(ctx context.Context, v coop.Visit, err error) error {
	if v.ID == "" {
		return err
	}
	said := &coop.WaveError{Visit: coop.WaveVisit{Household: v.Household, Officer: v.Officer, Place: v.Place, Start: v.Start, End: v.End}, Why: err}
	if h, err := o.store.Household(ctx, v.Household); err == nil { // without its names the sentence still says when
		said.Holders = h.Holders
	}
	return said
}

// UndoWave cancels every visit of a wave that is still as the wave booked it: not held, not moved,
// not cancelled, not confirmed, still to come. It says how many it freed.
func (o *Office) UndoWave(ctx context.Context, by coop.Actor, id coop.WaveID, reason string) (freed int, err error) {
	if !MayPlanWave(by.Staff) {
		return 0, coop.Refuse("wave.refused.role", nil)
	}
	w, err := o.wave(ctx, id)
	if err != nil {
		return 0, err
	}
	visits, err := o.store.WaveVisits(ctx, id)
	if err != nil {
		return 0, fmt.Errorf("undo wave: %w", err)
	}
	w.Undone = o.now().UTC()
	c := coop.Change{Waves: []coop.Wave{w}}
	for _, v := range visits {
		if !untouched(v, o.now()) {
			continue
		}
		v.State, v.Reason = coop.VisitCancelled, reason
		e, err := o.entry(by, coop.ActVisitCancelled, coop.OnVisit, string(v.ID), v.Household, map[string]any{"start": v.Start, "reason": reason, "wave": id})
		if err != nil {
			return 0, err
		}
		c.Visits, c.Entries = append(c.Visits, v), append(c.Entries, e)
	}
	e, err := o.entry(by, coop.ActWaveUndone, coop.OnWave, string(id), "", map[string]any{"freed": len(c.Visits), "reason": reason})
	if err != nil {
		return 0, err
	}
	c.Entries = append(c.Entries, e)
	return len(c.Visits), o.keep(ctx, "undo wave", c)
}

// untouched says whether a visit of a wave is as the wave booked it, and still to come.
func untouched(v coop.Visit, now time.Time) bool {
	return v.State == coop.VisitPlanned && v.Moves == 0 && v.Confirmed.IsZero() && v.Start.After(now)
}

func (o *Office) wave(ctx context.Context, id coop.WaveID) (coop.Wave, error) {
	all, err := o.store.Waves(ctx)
	if err != nil {
		return coop.Wave{}, fmt.Errorf("find wave: %w", err)
	}
	for _, w := range all {
		if w.ID != id {
			continue
		}
		if !w.Undone.IsZero() {
			return w, coop.Refuse("wave.refused.undone", nil)
		}
		return w, nil
	}
	return coop.Wave{}, coop.Refuse("wave.refused.unknown", map[string]any{"ID": string(id)})
}

// Waves lists the waves that were confirmed, the newest first, with what became of their visits.
func (o *Office) Waves(ctx context.Context) ([]coop.WaveRow, error) {
	all, err := o.store.Waves(ctx)
	if err != nil {
		return nil, fmt.Errorf("list waves: %w", err)
	}
	staff, err := o.Staff(ctx)
	if err != nil {
		return nil, err
	}
	names := map[coop.StaffID]string{}
	for _, one := range staff {
		names[one.ID] = one.Name
	}
	rows := make([]coop.WaveRow, len(all))
	for i, w := range all {
		visits, err := o.store.WaveVisits(ctx, w.ID)
		if err != nil {
			return nil, fmt.Errorf("list waves: %w", err)
		}
		rows[i] = coop.WaveRow{Wave: w, By: names[w.Staff]}
		for _, v := range visits {
			if v.State.TakesTime() {
				rows[i].Standing++
			}
			if untouched(v, o.now()) && w.Undone.IsZero() {
				rows[i].Free++
			}
		}
	}
	return rows, nil
}
