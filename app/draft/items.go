package draft

import (
	"slices"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// inStep changes a copy of the script at one of its steps; without that step nothing changes.
func inStep(s script.Script, step coop.StepID, change func(s script.Script, step *script.Step)) script.Script {
	i := stepAt(s, step)
	if i < 0 {
		return s
	}
	s = Clone(s)
	change(s, &s.All[i])
	return s
}

// AddItem adds an item to a list of a step (check, note, ask, choice, asked, sources) before the
// one at an index; an index behind the last one, ChoiceAt's included, adds it at the end. The label
// is its text in the script's own language.
func AddItem(s script.Script, step coop.StepID, place Place, at int, label string) script.Script {
	return inStep(s, step, func(s script.Script, step *script.Step) {
		switch place {
		case PlaceCheck:
			step.Checks = inserted(step.Checks, at, script.Check{ID: free(step.Checks, checkID, label), Label: label})
		case PlaceNote:
			step.Chips = inserted(step.Chips, at, script.Chip{ID: free(step.Chips, chipID, label), Label: label})
		case PlaceAsk:
			step.Questions = inserted(step.Questions, at, script.Question{ID: namesOf(s).question(label), Text: label})
		case PlaceChoice:
			if q, c := ChoiceOf(at); within(q, step.Questions) {
				choices := &step.Questions[q].Choices
				*choices = inserted(*choices, c, script.Choice{ID: free(*choices, choiceID, label), Label: label})
			}
		case PlaceAsked, PlaceAnswer:
			at = min(max(at, 0), len(step.Asked))
			step.Asked = inserted(step.Asked, at, script.Asked{Question: label})
			eachTexts(s, step.ID, func(t *script.StepTexts) {
				if at < len(t.Asked) {
					t.Asked = inserted(t.Asked, at, script.Asked{})
				}
			})
		case PlaceSources:
			step.Sources = inserted(step.Sources, at, script.Source{Text: label, Confirm: true})
		}
	})
}

// MoveItem moves an item to another place of its list. Choices stay with their question.
func MoveItem(s script.Script, step coop.StepID, place Place, from, to int) script.Script {
	return inStep(s, step, func(s script.Script, step *script.Step) {
		switch place {
		case PlaceCheck:
			step.Checks = moved(step.Checks, from, to)
		case PlaceNote:
			step.Chips = moved(step.Chips, from, to)
		case PlaceAsk:
			step.Questions = moved(step.Questions, from, to)
		case PlaceChoice:
			q, c := ChoiceOf(from)
			if other, d := ChoiceOf(to); q == other && within(q, step.Questions) {
				step.Questions[q].Choices = moved(step.Questions[q].Choices, c, d)
			}
		case PlaceAsked, PlaceAnswer:
			if within(from, step.Asked) && within(to, step.Asked) {
				step.Asked = moved(step.Asked, from, to)
				eachTexts(s, step.ID, func(t *script.StepTexts) { t.Asked = moved(padded(t.Asked, len(step.Asked)), from, to) })
			}
		case PlaceSources:
			step.Sources = moved(step.Sources, from, to)
		}
	})
}

// padded is what is asked back in another language, one for each of the script's own.
func padded(asked []script.Asked, n int) []script.Asked {
	for len(asked) < n {
		asked = append(asked, script.Asked{})
	}
	return asked
}

// CopyItem puts a copy of an item right after it, in every language.
func CopyItem(s script.Script, step coop.StepID, place Place, at int) script.Script {
	return inStep(s, step, func(s script.Script, step *script.Step) {
		switch place {
		case PlaceCheck:
			if within(at, step.Checks) {
				c := step.Checks[at]
				c.ID = free(step.Checks, checkID, string(c.ID))
				step.Checks = inserted(step.Checks, at+1, c)
			}
		case PlaceNote:
			if within(at, step.Chips) {
				c := step.Chips[at]
				c.ID = free(step.Chips, chipID, string(c.ID))
				step.Chips = inserted(step.Chips, at+1, c)
			}
		case PlaceAsk:
			if within(at, step.Questions) {
				q := step.Questions[at]
				q.ID, q.Choices = namesOf(s).question(string(q.ID)), slices.Clone(q.Choices)
				step.Questions = inserted(step.Questions, at+1, q)
			}
		case PlaceChoice:
			if q, c := ChoiceOf(at); within(q, step.Questions) && within(c, step.Questions[q].Choices) {
				choices := &step.Questions[q].Choices
				copied := (*choices)[c]
				copied.ID = free(*choices, choiceID, string(copied.ID))
				*choices = inserted(*choices, c+1, copied)
			}
		case PlaceAsked, PlaceAnswer:
			copyAsked(s, step, at)
		case PlaceSources:
			if within(at, step.Sources) {
				step.Sources = inserted(step.Sources, at+1, step.Sources[at])
			}
		}
		copyTexts(s, step, place, at)
	})
}

func copyAsked(s script.Script, step *script.Step, at int) {
	if !within(at, step.Asked) {
		return
	}
	step.Asked = inserted(step.Asked, at+1, step.Asked[at])
	eachTexts(s, step.ID, func(t *script.StepTexts) {
		if within(at, t.Asked) {
			t.Asked = inserted(t.Asked, at+1, t.Asked[at])
		}
	})
}

// copyTexts gives the copy that stands after an item the item's texts in other languages.
func copyTexts(s script.Script, step *script.Step, place Place, at int) {
	from, to := Spot{place, at}, Spot{place, at + 1}
	if ownText(step, from) == nil || ownText(step, to) == nil || place == PlaceAsked || place == PlaceAnswer {
		return
	}
	eachTexts(s, step.ID, func(t *script.StepTexts) {
		setTongueText(*step, t, to, tongueText(*step, *t, from))
		if place != PlaceAsk {
			return
		}
		for i := range step.Questions[at].Choices {
			text := tongueText(*step, *t, Spot{PlaceChoice, ChoiceAt(at, i)})
			setTongueText(*step, t, Spot{PlaceChoice, ChoiceAt(at+1, i)}, text)
		}
	})
}

// RemoveItem takes an item out of its list, in every language.
func RemoveItem(s script.Script, step coop.StepID, place Place, at int) script.Script {
	return inStep(s, step, func(s script.Script, step *script.Step) {
		if ownText(step, Spot{place, at}) == nil {
			return
		}
		eachTexts(s, step.ID, func(t *script.StepTexts) { forget(*step, t, place, at) })
		switch place {
		case PlaceCheck:
			step.Checks = removed(step.Checks, at)
		case PlaceNote:
			step.Chips = removed(step.Chips, at)
		case PlaceAsk:
			step.Questions = removed(step.Questions, at)
		case PlaceChoice:
			q, c := ChoiceOf(at)
			step.Questions[q].Choices = removed(step.Questions[q].Choices, c)
		case PlaceAsked, PlaceAnswer:
			step.Asked = removed(step.Asked, at)
		case PlaceSources:
			step.Sources = removed(step.Sources, at)
		}
	})
}

// forget takes an item's texts out of another language.
func forget(step script.Step, t *script.StepTexts, place Place, at int) {
	switch place {
	case PlaceCheck:
		delete(t.Checks, step.Checks[at].ID)
	case PlaceNote:
		delete(t.Chips, step.Chips[at].ID)
	case PlaceAsk:
		delete(t.Ask, step.Questions[at].ID)
		delete(t.Choices, step.Questions[at].ID)
	case PlaceChoice:
		q, c := ChoiceOf(at)
		delete(t.Choices[step.Questions[q].ID], step.Questions[q].Choices[c].ID)
	case PlaceAsked, PlaceAnswer:
		t.Asked = removed(t.Asked, at)
	}
}
