package rehearsal

import (
	"context"
	"errors"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// errForeign is a talk that was never begun on this stage.
var errForeign = errors.New("rehearse: another talk")

// Stage takes the office's place while somebody rehearses: it looks at what a talk hands over as
// the office would, remembers the talk as long as the window is open, and writes nothing.
type Stage struct {
	Text      Text
	Persona   script.Persona
	household coop.Household
	residence coop.Residence
	facts     script.Facts
	talk      coop.Talk
	now       func() time.Time
}

// NewStage begins a talk with an invented cooperator. plan is the time of such talks in minutes, 0
// for the script's own; a cooperator who has less time has the last word.
func NewStage(text Text, persona script.Persona, by coop.Actor, plan int, now func() time.Time) *Stage {
	s := &Stage{Text: text, Persona: persona, now: now}
	s.household, s.residence = persona.Household()
	s.facts = script.FactsOf(s.household, s.residence, nil)
	if plan == 0 {
		plan = int(text.Script.Budget.Minutes())
	}
	if persona.Minutes > 0 {
		plan = min(plan, persona.Minutes)
	}
	began := now().UTC()
	s.talk = coop.Talk{
		ID: coop.TalkID("rehearsal"), Household: s.household.ID, Kind: text.Script.Kind, Script: text.Script.ID,
		Version: text.Script.Version, Officer: by.Staff.ID, State: coop.TalkOpen, Minutes: plan,
		Device: by.Device, Began: began, Touched: began,
	}
	if steps := text.Script.Steps(s.facts); len(steps) > 0 {
		s.talk.Current = steps[0].ID
	}
	return s
}

// Household is the invented home and the people in it.
func (s *Stage) Household() coop.Household { return s.household }

// Residence is where the invented home lies.
func (s *Stage) Residence() coop.Residence { return s.residence }

// Walk is where the talk stands, its texts filled with the coop's facts.
func (s *Stage) Walk(fields map[string]string) script.Walk {
	return script.Follow(s.Text.Script.Filled(fields), s.facts, s.talk)
}

// KeepStep takes a step's record as the office would, and writes nothing.
func (s *Stage) KeepStep(_ context.Context, _ coop.Actor, id coop.TalkID, step coop.TalkStep, current coop.StepID) error {
	if err := s.open(id); err != nil {
		return err
	}
	if err := s.Text.Script.Check(step); err != nil {
		return err
	}
	s.talk = s.talk.With(step)
	s.talk.Current, s.talk.Pause = current, ""
	return nil
}

// KeepReview takes a review's draft; nobody reads it again.
func (s *Stage) KeepReview(_ context.Context, _ coop.Actor, id coop.TalkID, _ []byte) error {
	return s.open(id)
}

// PlanTalk gives the talk another time, in minutes.
func (s *Stage) PlanTalk(_ context.Context, _ coop.Actor, id coop.TalkID, minutes int) error {
	if err := s.open(id); err != nil {
		return err
	}
	if minutes < coop.LeastTalk || minutes > coop.LongestTalk {
		return coop.Refuse("talk.refused.plan", map[string]any{"Low": coop.LeastTalk, "High": coop.LongestTalk})
	}
	s.talk.Minutes = minutes
	return nil
}

// PauseTalk lets the talk stand still.
func (s *Stage) PauseTalk(_ context.Context, _ coop.Actor, id coop.TalkID, reason coop.PauseReason) error {
	if err := s.open(id); err != nil {
		return err
	}
	s.talk.Pause = reason
	return nil
}

// SignTalk looks at a signature and forgets it.
func (s *Stage) SignTalk(_ context.Context, _ coop.Actor, sig coop.Signature) error {
	if err := s.open(sig.Talk); err != nil {
		return err
	}
	return sig.Check()
}

// CloseTalk ends the rehearsal: nothing is promised and nobody is counted.
func (s *Stage) CloseTalk(_ context.Context, _ coop.Actor, closing coop.Closing) (coop.Closed, error) {
	if err := s.open(closing.Talk); err != nil {
		return coop.Closed{}, err
	}
	s.end(coop.TalkClosed)
	return coop.Closed{Talk: s.talk}, nil
}

// AbandonTalk ends the rehearsal before anything was done.
func (s *Stage) AbandonTalk(_ context.Context, _ coop.Actor, id coop.TalkID) error {
	if err := s.open(id); err != nil {
		return err
	}
	s.end(coop.TalkAbandoned)
	return nil
}

func (s *Stage) end(state coop.TalkState) {
	s.talk.State, s.talk.Ended = state, s.now().UTC()
}

func (s *Stage) open(id coop.TalkID) error {
	switch {
	case id != s.talk.ID:
		return errForeign
	case s.talk.State != coop.TalkOpen:
		return coop.Refuse("talk.refused.over", nil)
	}
	return nil
}
