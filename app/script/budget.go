package script

import (
	"slices"
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
	Papers    []Step        // of those to leave out, the ones with a paper to send instead, in talk order
}

// Plan is the time that the talk is given: its own, else the script's.
func (w Walk) Plan() time.Duration {
	if w.talk.Minutes > 0 {
		return time.Duration(w.talk.Minutes) * time.Minute
	}
	return w.script.Budget
}

// Spent is the time kept for each step.
func (w Walk) Spent() map[coop.StepID]time.Duration {
	spent := map[coop.StepID]time.Duration{}
	for _, s := range w.talk.Steps {
		spent[s.Step] = time.Duration(s.Seconds) * time.Second
	}
	return spent
}

// Budget tells the clock for the time spent on each step, pauses left out, which may be ahead of
// what was kept. A step that is not finished still needs what its plan has left, put off or not;
// one that was set aside with a reason needs nothing. What was added by hand is given up last.
func (w Walk) Budget(spent map[coop.StepID]time.Duration) Budget {
	b := Budget{Plan: w.Plan()}
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
	for _, s := range w.givable() {
		need := w.ahead(s, spent[s.ID])
		if need == 0 || b.Essential+optional <= b.Left {
			continue
		}
		optional -= need
		b.Drop = append(b.Drop, s.ID)
	}
	for _, s := range w.steps {
		if s.Paper != "" && slices.Contains(b.Drop, s.ID) {
			b.Papers = append(b.Papers, s)
		}
	}
	return b
}

// givable are the optional steps that nobody has begun, in the order in which they are given up:
// the last one first, those added by hand after all others.
func (w Walk) givable() []Step {
	var meant, added []Step
	for _, s := range slices.Backward(w.steps) {
		switch {
		case s.Essential, w.State(s.ID) == coop.StepBegun, s.ID == w.talk.Current:
		case w.Added(s.ID):
			added = append(added, s)
		default:
			meant = append(meant, s)
		}
	}
	return append(meant, added...)
}

// ahead is what a step's plan has left.
func (w Walk) ahead(s Step, spent time.Duration) time.Duration {
	record := w.Record(s.ID)
	if finished(record.State) || record.Reason != "" {
		return 0
	}
	return max(s.Length-spent, 0)
}

// Papers are the steps that were left out because there was no time and that have a paper to send
// instead, in talk order.
func (w Walk) Papers() []Step {
	var all []Step
	for _, s := range w.steps {
		record := w.Record(s.ID)
		if s.Paper != "" && record.Reason == coop.SkipNoTime && record.State != coop.StepSeen {
			all = append(all, s)
		}
	}
	return all
}
