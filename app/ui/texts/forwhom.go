package texts

import (
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// condition is for whom the step, or the whole script, is.
func (f *form) condition() script.Condition {
	if step, ok := f.editor.step(); ok {
		return step.For
	}
	return f.editor.now().For
}

// setFor changes for whom the step, or the whole script, is.
func (f *form) setFor(change func(*script.Condition)) {
	e := f.editor
	at := e.at - 1
	e.history.Do(func(s *script.Script) {
		if at < 0 {
			change(&s.For)
		} else {
			change(&s.All[at].For)
		}
	}, string(draft.PlaceFor))
	f.tellWhom()
	e.touched()
}

// tellWhom says in one sentence for whom it is.
func (f *form) tellWhom() {
	if f.sum != nil {
		f.sum.SetText(whom(f.words(), f.editor.now(), f.condition(), f.editor.topics))
	}
	if head := f.folds[foldFor]; head != nil {
		word, tone := f.words().T("texts.for.everybody"), kit.Calm
		if !everybody(f.condition()) {
			word, tone = f.words().T("texts.for.some"), kit.Accented
		}
		head.SetNote(word, tone)
	}
}

func everybody(c script.Condition) bool {
	return len(c.Products)+len(c.Heatings)+len(c.Homes)+len(c.Landlord)+len(c.Said)+len(c.Unsaid)+len(c.Answers) == 0 &&
		c.Copro == nil && c.Garage == nil
}

// forWhom is the facts to tick.
func (f *form) forWhom() fyne.CanvasObject {
	w, c := f.words(), f.condition()
	f.sum = kit.Body("").Strong()
	box := kit.Column(
		kit.Tinted(kit.Accented, kit.TopRow(look.Snug, kit.NewGlyph(look.IconUsers, kit.Accented), kit.Grow(f.sum))),
		kit.Caption(w.T("texts.for.hint")),
		group(w.T("texts.for.product"), facts(w.T, coop.Products(), productKey, c.Products, func(all []coop.Product) {
			f.setFor(func(c *script.Condition) { c.Products = all })
		})),
		group(w.T("texts.for.home"), facts(w.T, coop.Homes(), homeKey, c.Homes, func(all []coop.Home) {
			f.setFor(func(c *script.Condition) { c.Homes = all })
		})),
		group(w.T("texts.for.heating"), facts(w.T, coop.Heatings(), heatingKey, c.Heatings, func(all []coop.Heating) {
			f.setFor(func(c *script.Condition) { c.Heatings = all })
		})),
		group(w.T("texts.for.copro"), f.flag(c.Copro, func(on *bool) { f.setFor(func(c *script.Condition) { c.Copro = on }) })),
		group(w.T("texts.for.garage"), f.flag(c.Garage, func(on *bool) { f.setFor(func(c *script.Condition) { c.Garage = on }) })),
		group(w.T("texts.for.landlord"), facts(w.T, coop.Landlords(), landlordKey, c.Landlord, func(all []coop.Landlord) {
			f.setFor(func(c *script.Condition) { c.Landlord = all })
		})),
	)
	if _, ok := f.editor.step(); ok {
		box.Add(group(w.T("texts.for.said"), f.topicList(c.Said, func(all []coop.TopicID) {
			f.setFor(func(c *script.Condition) { c.Said = all })
		})))
		box.Add(group(w.T("texts.for.unsaid"), f.topicList(c.Unsaid, func(all []coop.TopicID) {
			f.setFor(func(c *script.Condition) { c.Unsaid = all })
		})))
		box.Add(f.answers(c))
	}
	f.tellWhom()
	return box
}

func group(label string, o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Lines(kit.Caption(label).Strong(), o)
}

// facts are chips for the values of a fact; none on means that the fact does not matter.
func facts[T comparable](say func(string, ...map[string]any) string, all []T, key func(T) string, on []T, changed func([]T)) fyne.CanvasObject {
	options := make([]kit.Option[T], len(all))
	for i, v := range all {
		options[i] = kit.Option[T]{Value: v, Words: capital(say(key(v)))}
	}
	var chips *kit.Choices[T]
	chips = kit.NewChoices(options, func(T, bool) { changed(chips.Values()) })
	chips.Set(on...)
	return chips.Object()
}

// capital begins a word that stands alone with a capital.
func capital(word string) string {
	for _, first := range word {
		return strings.ToUpper(string(first)) + word[len(string(first)):]
	}
	return word
}

// asked says how a flag is wanted.
type wanted string

const (
	wantedAny wanted = "any"
	wantedYes wanted = "yes"
	wantedNo  wanted = "no"
)

func (f *form) flag(on *bool, changed func(*bool)) fyne.CanvasObject {
	w := f.words()
	choice := kit.NewChoice([]kit.Option[wanted]{
		{Value: wantedAny, Words: w.T("texts.for.any")}, {Value: wantedYes, Words: w.T("texts.for.yes")}, {Value: wantedNo, Words: w.T("texts.for.no")},
	}, func(v wanted) {
		yes := v == wantedYes
		if v == wantedAny {
			changed(nil)
			return
		}
		changed(&yes)
	})
	switch {
	case on == nil:
		choice.Set(wantedAny)
	case *on:
		choice.Set(wantedYes)
	default:
		choice.Set(wantedNo)
	}
	return choice.Object()
}

// topicOptions are the topics of all scripts by their titles, and the step's own.
func (f *form) topicOptions(step script.Step) []kit.Option[coop.TopicID] {
	topics := maps.Clone(f.editor.topics)
	if topics[topicOf(step)] == "" {
		topics[topicOf(step)] = step.Title
	}
	options := make([]kit.Option[coop.TopicID], 0, len(topics))
	for id, title := range topics {
		options = append(options, kit.Option[coop.TopicID]{Value: id, Words: title})
	}
	slices.SortFunc(options, func(a, b kit.Option[coop.TopicID]) int {
		if n := strings.Compare(a.Words, b.Words); n != 0 {
			return n
		}
		return strings.Compare(string(a.Value), string(b.Value))
	})
	return options
}

// topicList is the topics that are named, each a chip that takes it out, and a list to add one from.
func (f *form) topicList(named []coop.TopicID, changed func([]coop.TopicID)) fyne.CanvasObject {
	step, _ := f.editor.step()
	flow := kit.Flow()
	for _, id := range named {
		flow.Add(kit.NewChip(topicTitle(id, f.editor.topics), true, func(bool) {
			changed(slices.DeleteFunc(slices.Clone(named), func(t coop.TopicID) bool { return t == id }))
			f.show()
		}))
	}
	pick := kit.NewSelect("", f.topicOptions(step), func(id coop.TopicID) {
		if !slices.Contains(named, id) {
			changed(append(slices.Clone(named), id))
		}
		f.show()
	}).WithPlaceholder(f.words().T("texts.for.topic"))
	return kit.Lines(flow, pick.Object())
}

// answers are the questions of earlier steps whose answers matter.
func (f *form) answers(c script.Condition) fyne.CanvasObject {
	w, e := f.words(), f.editor
	box := kit.Lines(kit.Caption(w.T("texts.for.answers")).Strong())
	var others []kit.Option[coop.QuestionID]
	for _, step := range e.now().All[:e.at-1] {
		for _, q := range step.Questions {
			if slices.ContainsFunc(c.Answers, func(a script.AnswerCondition) bool { return a.Question == q.ID }) {
				box.Add(kit.Tinted(kit.Plain, kit.Body(q.Text), f.answerChips(q, c)))
			} else if len(q.Choices) > 0 {
				others = append(others, kit.Option[coop.QuestionID]{Value: q.ID, Words: q.Text})
			}
		}
	}
	if len(others) == 0 && len(c.Answers) == 0 {
		box.Add(kit.Quiet(w.T("texts.for.answers.none")))
		return box
	}
	pick := kit.NewSelect("", others, func(id coop.QuestionID) {
		q, _ := e.now().Question(id)
		f.setFor(func(c *script.Condition) {
			c.Answers = append(c.Answers, script.AnswerCondition{Question: id, Choices: []coop.ChoiceID{q.Choices[0].ID}})
		})
		f.show()
	}).WithPlaceholder(w.T("texts.for.question"))
	box.Add(pick.Object())
	return box
}

// answerChips are the answers to a question of which one has to be given; without any the question does not matter.
func (f *form) answerChips(q script.Question, c script.Condition) fyne.CanvasObject {
	options := make([]kit.Option[coop.ChoiceID], len(q.Choices))
	for i, choice := range q.Choices {
		options[i] = kit.Option[coop.ChoiceID]{Value: choice.ID, Words: choice.Label}
	}
	at := slices.IndexFunc(c.Answers, func(a script.AnswerCondition) bool { return a.Question == q.ID })
	var chips *kit.Choices[coop.ChoiceID]
	chips = kit.NewChoices(options, func(coop.ChoiceID, bool) {
		given := chips.Values()
		f.setFor(func(c *script.Condition) {
			if len(given) == 0 {
				c.Answers = slices.Delete(c.Answers, at, at+1)
			} else {
				c.Answers[at].Choices = given
			}
		})
		if len(given) == 0 {
			f.show()
		}
	})
	chips.Set(c.Answers[at].Choices...)
	return chips.Object()
}
