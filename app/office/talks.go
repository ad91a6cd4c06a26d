package office

import (
	"context"
	"errors"
	"fmt"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// TalkStart says which talk is to begin.
type TalkStart struct {
	Household coop.HouseholdID
	Kind      coop.TalkKind // "" is a courtesy talk when a visit is given, else one at the counter
	Visit     coop.VisitID  // the booked visit it carries out, "" for none
}

// Conversation is a talk with all that leads it.
type Conversation struct {
	Talk      coop.Talk
	Script    script.Script     // the version that the talk began with
	Facts     script.Facts      // of the household, for the steps it gets
	Fields    map[string]string // facts that the texts name, for script.Fill; unknown ones are not there
	Household coop.Household
	Residence coop.Residence
	Visit     coop.Visit // the booked visit it carries out, empty for none
}

// Walk is where the conversation stands, its texts filled with the coop's facts.
func (c Conversation) Walk() script.Walk {
	return script.Follow(c.Script.Filled(c.Fields), c.Facts, c.Talk)
}

// BeginTalk begins a talk with the script that fits the household, and keeps the script's source
// with it. A broken script is refused with all that is wrong in it (script.Found); so is a second
// talk of a kind while one is open.
func (o *Office) BeginTalk(ctx context.Context, by coop.Actor, start TalkStart) (Conversation, error) {
	c, err := o.beginTalk(ctx, by, start)
	if err != nil {
		return Conversation{}, fmt.Errorf("begin talk: %w", err)
	}
	return c, nil
}

func (o *Office) beginTalk(ctx context.Context, by coop.Actor, start TalkStart) (c Conversation, err error) {
	if c.Household, c.Residence, err = o.household(ctx, start.Household); err != nil {
		return c, err
	}
	if c.Visit, err = o.visitOf(ctx, start); err != nil {
		return c, err
	}
	kind := start.Kind
	switch {
	case kind == "" && c.Visit.ID != "":
		kind = coop.CourtesyTalk
	case kind == "":
		kind = coop.CounterTalk
	}
	if err := o.noneOpen(ctx, start.Household, kind); err != nil {
		return c, err
	}
	c.Facts = script.FactsOf(c.Household, c.Residence, nil)
	leading, stored, err := o.leading(ctx, kind, c.Facts)
	if err != nil {
		return c, err
	}
	c.Script = leading
	now := o.now().UTC()
	c.Talk = coop.Talk{
		ID: coop.TalkID(o.newID()), Household: start.Household, Visit: c.Visit.ID, Kind: kind,
		Script: leading.ID, Version: leading.Version, Officer: by.Staff.ID, State: coop.TalkOpen,
		Began: now, Touched: now,
	}
	if steps := leading.Steps(c.Facts); len(steps) > 0 {
		c.Talk.Current = steps[0].ID
	}
	e, err := o.entry(by, coop.ActTalkBegun, coop.OnTalk, string(c.Talk.ID), start.Household, map[string]any{
		"kind": kind, "script": leading.ID, "version": leading.Version, "visit": c.Visit.ID,
	})
	if err != nil {
		return c, err
	}
	err = o.store.Keep(ctx, coop.Change{
		Scripts: []coop.StoredScript{stored}, Talks: []coop.Talk{c.Talk}, Entries: []coop.Entry{e},
	})
	if err != nil {
		return c, err
	}
	c.Fields, err = o.spoken(ctx, c)
	return c, err
}

// OpenTalk opens a talk where it stands, with the script version it began with.
func (o *Office) OpenTalk(ctx context.Context, _ coop.Actor, id coop.TalkID) (Conversation, error) {
	c, err := o.openTalk(ctx, id)
	if err != nil {
		return Conversation{}, fmt.Errorf("open talk: %w", err)
	}
	return c, nil
}

func (o *Office) openTalk(ctx context.Context, id coop.TalkID) (c Conversation, err error) {
	if c.Talk, err = o.store.Talk(ctx, id); err != nil {
		return c, err
	}
	if c.Household, c.Residence, err = o.household(ctx, c.Talk.Household); err != nil {
		return c, err
	}
	if c.Talk.Visit != "" {
		if c.Visit, err = o.store.Visit(ctx, c.Talk.Visit); err != nil {
			return c, err
		}
	}
	if c.Script, err = o.scriptOf(ctx, c.Talk); err != nil {
		return c, err
	}
	c.Facts = script.FactsOf(c.Household, c.Residence, c.Talk.Answers())
	c.Fields, err = o.spoken(ctx, c)
	return c, err
}

// KeepStep commits one step of an open talk, which then stands at current. When it returns
// without an error the step is on the disk, whatever happens to the program.
func (o *Office) KeepStep(ctx context.Context, by coop.Actor, id coop.TalkID, step coop.TalkStep, current coop.StepID) error {
	t, err := o.store.Talk(ctx, id)
	if err != nil {
		return fmt.Errorf("keep step: %w", err)
	}
	if t.State != coop.TalkOpen {
		return coop.Refuse("talk.refused.over", nil)
	}
	s, err := o.scriptOf(ctx, t)
	if err != nil {
		return fmt.Errorf("keep step: %w", err)
	}
	if err := s.Check(step); err != nil {
		return err
	}
	if _, ok := s.Step(current); ok {
		t.Current = current
	}
	t.Touched = o.now().UTC()
	e, err := o.entry(by, coop.ActTalkStep, coop.OnTalk, string(id), t.Household, step)
	if err != nil {
		return err
	}
	return o.keep(ctx, "keep step", coop.Change{
		Talks: []coop.Talk{t}, Steps: []coop.StepKept{{Talk: id, TalkStep: step}}, Entries: []coop.Entry{e},
	})
}

// longestReview bounds a review's draft, in bytes; a full one is a few thousand.
const longestReview = 64 << 10

// KeepReview commits the review of an open talk as far as it is filled in: a draft that only the
// screen reads. It comes back with the talk under coop.ReviewStep until the talk ends.
func (o *Office) KeepReview(ctx context.Context, by coop.Actor, id coop.TalkID, draft []byte) error {
	t, err := o.store.Talk(ctx, id)
	if err != nil {
		return fmt.Errorf("keep review: %w", err)
	}
	if t.State != coop.TalkOpen {
		return coop.Refuse("talk.refused.over", nil)
	}
	if len(draft) > longestReview {
		return fmt.Errorf("keep review: a draft of %d bytes", len(draft))
	}
	t.Touched = o.now().UTC()
	e, err := o.entry(by, coop.ActTalkStep, coop.OnTalk, string(id), t.Household, map[string]any{"step": coop.ReviewStep})
	if err != nil {
		return err
	}
	step := coop.TalkStep{Step: coop.ReviewStep, State: coop.StepBegun, Note: string(draft)}
	return o.keep(ctx, "keep review", coop.Change{
		Talks: []coop.Talk{t}, Steps: []coop.StepKept{{Talk: id, TalkStep: step}}, Entries: []coop.Entry{e},
	})
}

// forget blanks the draft of a talk that ends.
func forget(t coop.Talk, change *coop.Change) {
	if t.Step(coop.ReviewStep).Note != "" {
		change.Steps = append(change.Steps, coop.StepKept{Talk: t.ID, TalkStep: coop.TalkStep{Step: coop.ReviewStep}})
	}
}

// OpenTalks lists the talks that were interrupted, the last touched first: an officer's own,
// everybody's for the others.
func (o *Office) OpenTalks(ctx context.Context, by coop.Actor) ([]coop.TalkRow, error) {
	officer := coop.StaffID("")
	if by.Staff.Role == coop.Officer {
		officer = by.Staff.ID
	}
	rows, err := o.store.OpenTalks(ctx, officer)
	if err != nil {
		return nil, fmt.Errorf("list open talks: %w", err)
	}
	return rows, nil
}

// AbandonTalk ends an open talk without an outcome; what was noted stays readable.
func (o *Office) AbandonTalk(ctx context.Context, by coop.Actor, id coop.TalkID) error {
	t, err := o.store.Talk(ctx, id)
	if err != nil {
		return fmt.Errorf("abandon talk: %w", err)
	}
	if t.State != coop.TalkOpen {
		return coop.Refuse("talk.refused.over", nil)
	}
	t, e, err := o.abandoned(by, t)
	if err != nil {
		return err
	}
	change := coop.Change{Talks: []coop.Talk{t}, Entries: []coop.Entry{e}}
	forget(t, &change)
	return o.keep(ctx, "abandon talk", change)
}

func (o *Office) abandoned(by coop.Actor, t coop.Talk) (coop.Talk, coop.Entry, error) {
	t.State, t.Ended = coop.TalkAbandoned, o.now().UTC()
	t.Touched = t.Ended
	e, err := o.entry(by, coop.ActTalkAbandoned, coop.OnTalk, string(t.ID), t.Household, nil)
	return t, e, err
}

func (o *Office) household(ctx context.Context, id coop.HouseholdID) (h coop.Household, r coop.Residence, err error) {
	if h, err = o.store.Household(ctx, id); err != nil {
		return h, r, err
	}
	if r, err = o.store.Residence(ctx, h.Dwelling.Residence); err != nil && !errors.Is(err, coop.ErrNotFound) {
		return h, r, err
	}
	return h, r, nil
}

// visitOf is the visit that a talk carries out: the one named, else for a courtesy talk the one
// that is booked for today.
func (o *Office) visitOf(ctx context.Context, start TalkStart) (coop.Visit, error) {
	if start.Visit != "" {
		v, err := o.planned(ctx, start.Visit)
		if err == nil && v.Household != start.Household {
			err = coop.Refuse("talk.refused.visit", nil)
		}
		return v, err
	}
	if start.Kind != coop.CourtesyTalk {
		return coop.Visit{}, nil
	}
	today := o.Today()
	rows, err := o.store.Visits(ctx, coop.VisitFilter{
		From: today.Start(o.zone), To: today.Add(1).Start(o.zone), Household: start.Household,
	})
	if err != nil {
		return coop.Visit{}, err
	}
	for _, row := range rows {
		if row.State == coop.VisitPlanned && row.Kind != coop.DeskVisit {
			return row.Visit, nil
		}
	}
	return coop.Visit{}, nil
}

func (o *Office) noneOpen(ctx context.Context, h coop.HouseholdID, kind coop.TalkKind) error {
	talks, err := o.store.Talks(ctx, h)
	if err != nil {
		return err
	}
	for _, t := range talks {
		if t.State == coop.TalkOpen && t.Kind == kind {
			return coop.Refuse("talk.refused.open", map[string]any{"Talk": string(t.ID)})
		}
	}
	return nil
}
