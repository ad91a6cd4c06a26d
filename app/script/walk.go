package script

import (
	"slices"

	"bienvenue/app/coop"
)

// Walk is where a talk stands in its script. It never changes: Keep gives a new one.
type Walk struct {
	whole  Script // with all its languages
	script Script // as it is shown
	facts  Facts
	talk   coop.Talk
	steps  []Step
	added  []coop.StepID
}

// Follow is the walk of a talk through its script, for a household with these facts; the answers
// are the talk's own. It shows the script's own language.
func Follow(s Script, f Facts, t coop.Talk) Walk { return follow(s, s, f, t) }

func follow(whole, shown Script, f Facts, t coop.Talk) Walk {
	f.Answers = t.Answers()
	w := Walk{whole: whole, script: shown, facts: f, talk: t}
	for _, record := range t.Steps {
		if record.Added {
			w.added = append(w.added, record.Step)
		}
	}
	w.steps, _ = shown.lead(f, w.added, len(shown.All))
	return w
}

// Reading is the same walk with the texts in another language of the script; what is kept of the
// talk is the same. A language that the script does not have shows its own.
func (w Walk) Reading(language string) Walk {
	return follow(w.whole, w.whole.In(language), w.facts, w.talk)
}

// Language is the language that is shown.
func (w Walk) Language() string { return w.script.Language }

// Languages are those that the talk can be shown in, the script's own first.
func (w Walk) Languages() []string { return w.whole.Languages() }

// Script is the script that leads, in its own language, with all others.
func (w Walk) Script() Script { return w.whole }

// Shown is the script in the language that is shown.
func (w Walk) Shown() Script { return w.script }

// Facts are the facts of the household, with the talk's answers.
func (w Walk) Facts() Facts { return w.facts }

// Talk is what was kept so far.
func (w Walk) Talk() coop.Talk { return w.talk }

// Steps are the steps of this talk, in order: those meant for the household and those added by hand.
// A record alone, of something asked back about another step, makes no step of the talk.
func (w Walk) Steps() []Step { return w.steps }

// LeftOut are the script's other steps, in order.
func (w Walk) LeftOut() []Step {
	var all []Step
	for _, s := range w.script.All {
		if w.Index(s.ID) < 0 {
			all = append(all, s)
		}
	}
	return all
}

// Added says whether a step was added by hand.
func (w Walk) Added(id coop.StepID) bool { return slices.Contains(w.added, id) }

// Why says what brings a step into this talk, or keeps it out: every fact that it asks for. It is
// empty for a step that everybody gets.
func (w Walk) Why(id coop.StepID) []Reason {
	i := slices.IndexFunc(w.script.All, func(s Step) bool { return s.ID == id })
	if i < 0 {
		return nil
	}
	known := w.facts
	_, known.Answers = w.script.lead(w.facts, w.added, i)
	return w.script.reasons(w.script.All[i], known)
}

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
	return follow(w.whole, w.script, w.facts, t)
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
