package script

import (
	"time"

	"bienvenue/app/coop"
)

// Budget is a talk's clock against its plan.
type Budget struct {
	Plan      time.Duration // for the whole talk
	Elapsed   time.Duration
	Left      time.Duration // of the plan, below zero when it is overrun
	Essential time.Duration // still planned for the essential steps that are not finished
	Short     bool          // what is left no longer covers the essential steps
	Drop      []coop.StepID // optional steps to leave out so that the rest fits, the last ones first
}

// Spent is the time kept for each step.
func (w Walk) Spent() map[coop.StepID]time.Duration {
	spent := map[coop.StepID]time.Duration{}
	for _, s := range w.talk.Steps {
		spent[s.Step] = time.Duration(s.Seconds) * time.Second
	}
	return spent
}

// Budget tells the clock for the time spent on each step, which may be ahead of what was kept.
// A step that is not finished still needs what its plan has left.
func (w Walk) Budget(spent map[coop.StepID]time.Duration) Budget {
	b := Budget{Plan: w.script.Budget}
	for _, d := range spent {
		b.Elapsed += d
	}
	b.Left = b.Plan - b.Elapsed
	var optional time.Duration
	for _, s := range w.steps {
		if s.Essential {
			b.Essential += w.ahead(s, spent[s.ID])
		} else {
			optional += w.ahead(s, spent[s.ID])
		}
	}
	b.Short = b.Essential > b.Left
	for i := len(w.steps) - 1; i >= 0 && b.Essential+optional > b.Left; i-- {
		s := w.steps[i]
		state := w.State(s.ID)
		if s.Essential || finished(state) || state == coop.StepBegun || s.ID == w.talk.Current {
			continue
		}
		optional -= w.ahead(s, spent[s.ID])
		b.Drop = append(b.Drop, s.ID)
	}
	return b
}

// ahead is what a step's plan has left.
func (w Walk) ahead(s Step, spent time.Duration) time.Duration {
	if finished(w.State(s.ID)) {
		return 0
	}
	return max(s.Length-spent, 0)
}
