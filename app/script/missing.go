package script

import (
	"slices"

	"bienvenue/app/coop"
)

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
