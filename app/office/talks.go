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
	talks, err := o.store.Talks(ctx, c.Talk.Household)
	if err != nil {
		return c, err
	}
	c.Facts = script.FactsOf(c.Household, c.Residence, c.Talk.Answers())
	if c.Facts.Said, err = o.said(ctx, talks, c.Talk.Began); err != nil {
		return c, err
	}
	err = o.spell(ctx, &c)
	return c, err
}

// KeepStep commits one step of an open talk, which then stands at current and is led on this
// machine; a pause is over. When it returns without an error the step is on the disk, whatever
// happens to the program. What says nothing new writes nothing; where the talk stands and the time
// spent are no matter for the journal.
func (o *Office) KeepStep(ctx context.Context, by coop.Actor, id coop.TalkID, step coop.TalkStep, current coop.StepID) error {
	t, err := o.stillOpen(ctx, id)
	if err != nil {
		return fmt.Errorf("keep step: %w", err)
	}
	s, err := o.scriptOf(ctx, t)
	if err != nil {
		return fmt.Errorf("keep step: %w", err)
	}
	if err := s.Check(step); err != nil {
		return err
	}
	if _, ok := s.Step(current); !ok {
		current = t.Current
	}
	before := t.Step(step.Step)
	same, timed := before.Same(step), before.Seconds != step.Seconds
	if same && !timed && current == t.Current {
		return nil
	}
	change := coop.Change{}
	if !same || timed {
		change.Steps = []coop.StepKept{{Talk: id, TalkStep: step}}
	}
	if !same {
		e, err := o.entry(by, coop.ActTalkStep, coop.OnTalk, string(id), t.Household, step)
		if err != nil {
			return err
		}
		change.Entries = []coop.Entry{e}
	}
	t.Current = current
	change.Talks = []coop.Talk{o.touched(by, t)}
	return o.keep(ctx, "keep step", change)
}

// touched is a talk that somebody goes on with now, on their machine.
func (o *Office) touched(by coop.Actor, t coop.Talk) coop.Talk {
	t.Touched, t.Pause, t.Device = o.now().UTC(), "", by.Device
	return t
}

// longestReview bounds a review's draft, in bytes; a full one is a few thousand.
const longestReview = 64 << 10

// KeepReview commits the review of an open talk as far as it is filled in: a draft that only the
// screen reads. It comes back with the talk under coop.ReviewStep until the talk ends.
func (o *Office) KeepReview(ctx context.Context, by coop.Actor, id coop.TalkID, draft []byte) error {
	t, err := o.stillOpen(ctx, id)
	if err != nil {
		return fmt.Errorf("keep review: %w", err)
	}
	if len(draft) > longestReview {
		return fmt.Errorf("keep review: a draft of %d bytes", len(draft))
	}
	step := coop.TalkStep{Step: coop.ReviewStep, State: coop.StepBegun, Note: string(draft)}
	if t.Step(coop.ReviewStep).Same(step) {
		return nil
	}
	e, err := o.entry(by, coop.ActTalkStep, coop.OnTalk, string(id), t.Household, map[string]any{"step": coop.ReviewStep})
	if err != nil {
		return err
	}
	return o.keep(ctx, "keep review", coop.Change{
		Talks: []coop.Talk{o.touched(by, t)}, Steps: []coop.StepKept{{Talk: id, TalkStep: step}}, Entries: []coop.Entry{e},
	})
}

// forget blanks the draft of a talk that ends.
func forget(t coop.Talk, change *coop.Change) {
	if t.Step(coop.ReviewStep).Note != "" {
		change.Steps = append(change.Steps, coop.StepKept{Talk: t.ID, TalkStep: coop.TalkStep{Step: coop.ReviewStep}})
	}
}

// AbandonTalk ends an open talk without an outcome; what was noted stays readable.
func (o *Office) AbandonTalk(ctx context.Context, by coop.Actor, id coop.TalkID) error {
	t, err := o.stillOpen(ctx, id)
	if err != nil {
		return fmt.Errorf("abandon talk: %w", err)
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
	t.State, t.Ended, t.Pause = coop.TalkAbandoned, o.now().UTC(), ""
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
