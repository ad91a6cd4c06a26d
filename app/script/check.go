package script

import (
	"slices"

	"bienvenue/app/coop"
)

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
