package draft

import (
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// firstLength is the length of a new step, a start to change.
const firstLength = time.Minute

// MoveStep moves a step to another place among the steps, both counted from 0.
func MoveStep(s script.Script, from, to int) script.Script {
	s = Clone(s)
	s.All = moved(s.All, from, to)
	return s
}

// AddStep adds an empty step of one minute after another, -1 for the first place, and gives its
// name, made from its title.
func AddStep(s script.Script, after int, title string) (script.Script, coop.StepID) {
	s = Clone(s)
	id := namesOf(s).step(title)
	step := script.Step{ID: id, Title: title, Length: firstLength, Topic: coop.TopicID(id)}
	s.All = inserted(s.All, after+1, step)
	return s, id
}

// CopyStep puts a copy of a step right after it, with its texts in every language, and gives the
// copy's name. The copy is about the same topic; its questions have names of their own, so that
// other steps go on depending on the first ones.
func CopyStep(s script.Script, at int) (script.Script, coop.StepID) {
	if !within(at, s.All) {
		return s, ""
	}
	s = Clone(s)
	taken := namesOf(s)
	from, step := s.All[at].ID, cloneStep(s.All[at])
	step.ID = taken.step(step.Title)
	renamed := map[coop.QuestionID]coop.QuestionID{}
	for i, q := range step.Questions {
		step.Questions[i].ID = taken.question(string(q.ID))
		renamed[q.ID] = step.Questions[i].ID
	}
	for _, t := range s.Tongues {
		texts, ok := t.Steps[from]
		if !ok {
			continue
		}
		texts = cloneTexts(texts)
		for old, id := range renamed {
			renameQuestionTexts(&texts, old, id)
		}
		t.Steps[step.ID] = texts
	}
	s.All = inserted(s.All, at+1, step)
	return s, step.ID
}

// RemoveStep takes a step out, with its texts in every language.
func RemoveStep(s script.Script, at int) script.Script {
	if !within(at, s.All) {
		return s
	}
	s = Clone(s)
	for _, t := range s.Tongues {
		delete(t.Steps, s.All[at].ID)
	}
	s.All = slices.Delete(s.All, at, at+1)
	return s
}

// moved is a list with one item at another place; out of bounds it stays as it is.
func moved[T any](list []T, from, to int) []T {
	if !within(from, list) || !within(to, list) || from == to {
		return list
	}
	item := list[from]
	return slices.Insert(slices.Delete(list, from, from+1), to, item)
}

// inserted is a list with an item more, at the nearest place there is.
func inserted[T any](list []T, at int, item T) []T {
	return slices.Insert(list, min(max(at, 0), len(list)), item)
}

// removed is a list with an item less.
func removed[T any](list []T, at int) []T {
	if !within(at, list) {
		return list
	}
	if len(list) == 1 {
		return nil
	}
	return slices.Delete(list, at, at+1)
}

// Named gives every step, point, chip, question and choice that still bears a provisional name one
// made from its label, wherever the name is used. Call it before a draft is published: afterwards
// what is kept of talks goes by these names.
func Named(s script.Script) script.Script {
	s = Clone(s)
	taken := namesOf(s)
	for i := range s.All {
		if step := &s.All[i]; provisionalName(string(step.ID), step.Title) {
			nameStep(s, step, taken.step(step.Title))
		}
		nameItems(s, &s.All[i], taken)
	}
	return s
}

func provisionalName(name, label string) bool {
	nothing := func(string) bool { return false }
	return stillProvisional.MatchString(name) && !stillProvisional.MatchString(NewName(label, nothing))
}

func nameStep(s script.Script, step *script.Step, id coop.StepID) {
	old := step.ID
	step.ID = id
	for _, t := range s.Tongues {
		if texts, ok := t.Steps[old]; ok {
			delete(t.Steps, old)
			t.Steps[id] = texts
		}
	}
	if step.Topic != coop.TopicID(old) {
		return
	}
	step.Topic = coop.TopicID(id)
	for i := range s.All {
		for _, topics := range [][]coop.TopicID{s.All[i].For.Said, s.All[i].For.Unsaid} {
			for j, topic := range topics {
				if topic == coop.TopicID(old) {
					topics[j] = coop.TopicID(id)
				}
			}
		}
	}
}

func nameItems(s script.Script, step *script.Step, taken names) {
	for i, c := range step.Checks {
		if provisionalName(string(c.ID), c.Label) {
			id := free(step.Checks, checkID, c.Label)
			step.Checks[i].ID = id
			eachTexts(s, step.ID, func(t *script.StepTexts) { rename(t.Checks, c.ID, id) })
		}
	}
	for i, c := range step.Chips {
		if provisionalName(string(c.ID), c.Label) {
			id := free(step.Chips, chipID, c.Label)
			step.Chips[i].ID = id
			eachTexts(s, step.ID, func(t *script.StepTexts) { rename(t.Chips, c.ID, id) })
		}
	}
	for i := range step.Questions {
		if q := &step.Questions[i]; provisionalName(string(q.ID), q.Text) {
			nameQuestion(s, step, q, taken.question(q.Text))
		}
		nameChoices(s, step, &step.Questions[i])
	}
}

func nameQuestion(s script.Script, step *script.Step, q *script.Question, id coop.QuestionID) {
	old := q.ID
	q.ID = id
	eachTexts(s, step.ID, func(t *script.StepTexts) { renameQuestionTexts(t, old, id) })
	eachAnswer(s, func(a *script.AnswerCondition) {
		if a.Question == old {
			a.Question = id
		}
	})
}

func nameChoices(s script.Script, step *script.Step, q *script.Question) {
	for i, c := range q.Choices {
		if !provisionalName(string(c.ID), c.Label) {
			continue
		}
		id := free(q.Choices, choiceID, c.Label)
		q.Choices[i].ID = id
		eachTexts(s, step.ID, func(t *script.StepTexts) { rename(t.Choices[q.ID], c.ID, id) })
		eachAnswer(s, func(a *script.AnswerCondition) {
			if j := slices.Index(a.Choices, c.ID); a.Question == q.ID && j >= 0 {
				a.Choices[j] = id
			}
		})
	}
}

// eachAnswer visits every answer that a step depends on.
func eachAnswer(s script.Script, change func(*script.AnswerCondition)) {
	for i := range s.All {
		for j := range s.All[i].For.Answers {
			change(&s.All[i].For.Answers[j])
		}
	}
}

func renameQuestionTexts(t *script.StepTexts, old, id coop.QuestionID) {
	rename(t.Ask, old, id)
	rename(t.Choices, old, id)
}

// rename moves an entry of a map to another key.
func rename[K comparable, V any](m map[K]V, old, id K) {
	if v, ok := m[old]; ok && old != id {
		delete(m, old)
		m[id] = v
	}
}
