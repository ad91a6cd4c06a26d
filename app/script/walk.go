package script

import (
	"slices"

	"bienvenue/app/coop"
)

// Walk is where a talk stands in its script. It never changes: Keep gives a new one.
type Walk struct {
	script Script
	facts  Facts
	talk   coop.Talk
	steps  []Step
}

// Follow is the walk of a talk through its script, for a household with these facts; the answers
// are the talk's own.
func Follow(s Script, f Facts, t coop.Talk) Walk {
	f.Answers = t.Answers()
	return Walk{script: s, facts: f, talk: t, steps: s.Steps(f)}
}

// Script is the script that leads.
func (w Walk) Script() Script { return w.script }

// Talk is what was kept so far.
func (w Walk) Talk() coop.Talk { return w.talk }

// Steps are the steps of this talk, in order.
func (w Walk) Steps() []Step { return w.steps }

// Record is what the talk keeps of a step.
func (w Walk) Record(id coop.StepID) coop.TalkStep { return w.talk.Step(id) }

// State is what was done with a step.
func (w Walk) State(id coop.StepID) coop.StepState { return w.talk.Step(id).State }

// Current is the step where the talk stands. A talk that was left at a step which is no longer
// asked for stands at the first one with something left to do, or at the last of all.
func (w Walk) Current() Step {
	if i := w.Index(w.talk.Current); i >= 0 {
		return w.steps[i]
	}
	for _, s := range w.steps {
		if !finished(w.State(s.ID)) {
			return s
		}
	}
	if len(w.steps) == 0 {
		return Step{}
	}
	return w.steps[len(w.steps)-1]
}

// Index is a step's place in this talk, from 0; -1 when the talk does not have it.
func (w Walk) Index(id coop.StepID) int {
	return slices.IndexFunc(w.steps, func(s Step) bool { return s.ID == id })
}

// Next is the step after another; ok is false at the end.
func (w Walk) Next(id coop.StepID) (next coop.StepID, ok bool) { return w.beside(id, 1) }

// Ahead is the first step after another with something left to do; ok is false when there is none.
func (w Walk) Ahead(id coop.StepID) (next coop.StepID, ok bool) {
	for i := w.Index(id) + 1; i > 0 && i < len(w.steps); i++ {
		if !finished(w.State(w.steps[i].ID)) {
			return w.steps[i].ID, true
		}
	}
	return "", false
}

// Back is the step before another; ok is false at the beginning.
func (w Walk) Back(id coop.StepID) (back coop.StepID, ok bool) { return w.beside(id, -1) }

func (w Walk) beside(id coop.StepID, by int) (coop.StepID, bool) {
	i := w.Index(id)
	if i < 0 || i+by < 0 || i+by >= len(w.steps) {
		return "", false
	}
	return w.steps[i+by].ID, true
}

// Keep is the walk after a step's record was kept, standing at current.
func (w Walk) Keep(step coop.TalkStep, current coop.StepID) Walk {
	t := w.talk.With(step)
	t.Current = current
	return Follow(w.script, w.facts, t)
}

// Finished counts the steps that were seen or do not apply.
func (w Walk) Finished() int {
	n := 0
	for _, s := range w.steps {
		if finished(w.State(s.ID)) {
			n++
		}
	}
	return n
}

func finished(s coop.StepState) bool { return s == coop.StepSeen || s == coop.StepNotApplicable }

// Motives are the motives of the chips that were ticked, in talk order, each once.
func (w Walk) Motives() []coop.MotiveCode {
	var found []coop.MotiveCode
	for _, s := range w.steps {
		for _, id := range w.Record(s.ID).Noted {
			if c, ok := s.Chip(id); ok && c.Motive != "" && !slices.Contains(found, c.Motive) {
				found = append(found, c.Motive)
			}
		}
	}
	return found
}

// MissingKind says what is missing at the end of a talk.
type MissingKind string

// The kinds.
const (
	MissingStep   MissingKind = "step"   // an essential step nobody touched, or put off
	MissingPoint  MissingKind = "point"  // a required point was not checked
	MissingAnswer MissingKind = "answer" // a required question was not answered
)

// Missing is one thing that a talk should not end without.
type Missing struct {
	Kind  MissingKind
	Step  Step
	Label string // the step's title, the point's label or the question's text
}

// Missing lists what a complete talk still lacks. It is asked for at the end, never on the way.
// A step that was given a reason lacks nothing.
func (w Walk) Missing() []Missing {
	var all []Missing
	for _, s := range w.steps {
		record := w.Record(s.ID)
		if record.Reason != "" || record.State == coop.StepNotApplicable {
			continue
		}
		if record.State == coop.StepUntouched || record.State == coop.StepLater {
			if s.Essential {
				all = append(all, Missing{Kind: MissingStep, Step: s, Label: s.Title})
			}
			continue
		}
		all = append(all, missingPoints(s, record)...)
	}
	return all
}

func missingPoints(s Step, record coop.TalkStep) []Missing {
	var all []Missing
	for _, c := range s.Checks {
		if c.Required && !slices.Contains(record.Checked, c.ID) {
			all = append(all, Missing{Kind: MissingPoint, Step: s, Label: c.Label})
		}
	}
	for _, q := range s.Questions {
		if q.Required && record.Answers[q.ID] == "" {
			all = append(all, Missing{Kind: MissingAnswer, Step: s, Label: q.Text})
		}
	}
	return all
}

// Check refuses a record that does not fit the script: a step, point, chip, question or choice
// that it does not have, a note that is too long, an essential step set aside without a reason.
func (s Script) Check(record coop.TalkStep) error {
	step, ok := s.Step(record.Step)
	if !ok {
		return coop.Refuse("talk.refused.step", map[string]any{"Step": string(record.Step)})
	}
	if !step.holds(record) {
		return coop.Refuse("talk.refused.foreign", map[string]any{"Step": step.Title})
	}
	if n := len([]rune(record.Note)); n > coop.CommentLength {
		return coop.Refuse("talk.refused.note", map[string]any{"Length": n, "Limit": coop.CommentLength})
	}
	if record.Reason != "" && !slices.Contains(coop.SkipReasons(), record.Reason) {
		return coop.Refuse("talk.refused.why", map[string]any{"Reason": string(record.Reason)})
	}
	if record.State == coop.StepNotApplicable && step.Essential && record.Reason == "" {
		return coop.Refuse("talk.refused.reason", map[string]any{"Step": step.Title})
	}
	return nil
}

// holds says whether the step has every point, chip, answer and question of a record.
func (s Step) holds(record coop.TalkStep) bool {
	for _, id := range record.Checked {
		if !slices.ContainsFunc(s.Checks, func(c Check) bool { return c.ID == id }) {
			return false
		}
	}
	for _, id := range record.Noted {
		if _, ok := s.Chip(id); !ok {
			return false
		}
	}
	for id, choice := range record.Answers {
		if !s.offers(id, choice) {
			return false
		}
	}
	for _, i := range record.Asked {
		if i < 0 || i >= len(s.Asked) {
			return false
		}
	}
	return true
}

func (s Step) offers(id coop.QuestionID, choice coop.ChoiceID) bool {
	for _, q := range s.Questions {
		if q.ID == id {
			return slices.ContainsFunc(q.Choices, func(c Choice) bool { return c.ID == choice })
		}
	}
	return false
}
