package draft

import (
	"maps"
	"slices"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// Spots are where a step has texts that people read, in the order of the file. Sources are among
// them; they are not translated, see Translated.
func Spots(s script.Step) []Spot {
	spots := []Spot{{PlaceTitle, 0}, {PlaceSay, 0}, {PlaceSimple, 0}}
	if s.Paper != "" {
		spots = append(spots, Spot{PlacePaper, 0})
	}
	for i := range s.Checks {
		spots = append(spots, Spot{PlaceCheck, i})
	}
	for i := range s.Chips {
		spots = append(spots, Spot{PlaceNote, i})
	}
	for i, q := range s.Questions {
		spots = append(spots, Spot{PlaceAsk, i})
		for j := range q.Choices {
			spots = append(spots, Spot{PlaceChoice, ChoiceAt(i, j)})
		}
	}
	for i := range s.Asked {
		spots = append(spots, Spot{PlaceAsked, i}, Spot{PlaceAnswer, i})
	}
	for i := range s.Sources {
		spots = append(spots, Spot{PlaceSources, i})
	}
	return spots
}

// Translated says whether the texts of a place are written in every language. Sources are not:
// French law keeps its French name.
func (p Place) Translated() bool { return p != PlaceSources }

// ownText is the text of a spot in the script's own language; nil when the step has no such spot.
func ownText(s *script.Step, at Spot) *string {
	switch at.Place {
	case PlaceTitle:
		return &s.Title
	case PlaceSay:
		return &s.Say
	case PlaceSimple:
		return &s.Simple
	case PlacePaper:
		return &s.Paper
	case PlaceTopic:
		return (*string)(&s.Topic)
	case PlaceCheck, PlaceNote, PlaceSources:
		return ownLabel(s, at)
	}
	return ownQuestion(s, at)
}

func ownLabel(s *script.Step, at Spot) *string {
	i := at.Index
	switch {
	case at.Place == PlaceCheck && within(i, s.Checks):
		return &s.Checks[i].Label
	case at.Place == PlaceNote && within(i, s.Chips):
		return &s.Chips[i].Label
	case at.Place == PlaceSources && within(i, s.Sources):
		return &s.Sources[i].Text
	}
	return nil
}

func ownQuestion(s *script.Step, at Spot) *string {
	i := at.Index
	switch {
	case at.Place == PlaceAsk && within(i, s.Questions):
		return &s.Questions[i].Text
	case at.Place == PlaceAsked && within(i, s.Asked):
		return &s.Asked[i].Question
	case at.Place == PlaceAnswer && within(i, s.Asked):
		return &s.Asked[i].Answer
	case at.Place == PlaceChoice:
		if q, c, ok := choiceIn(*s, i); ok {
			return &s.Questions[q].Choices[c].Label
		}
	}
	return nil
}

// choiceIn is the question and the choice behind an index; ok is false when the step has no such choice.
func choiceIn(s script.Step, index int) (question, choice int, ok bool) {
	question, choice = ChoiceOf(index)
	return question, choice, within(question, s.Questions) && within(choice, s.Questions[question].Choices)
}

func within[T any](i int, list []T) bool { return i >= 0 && i < len(list) }

// tongueText is the text of a step's spot in another language, "" when it is not there.
func tongueText(s script.Step, t script.StepTexts, at Spot) string {
	i := at.Index
	switch {
	case at.Place == PlaceCheck && within(i, s.Checks):
		return t.Checks[s.Checks[i].ID]
	case at.Place == PlaceNote && within(i, s.Chips):
		return t.Chips[s.Chips[i].ID]
	case at.Place == PlaceAsk && within(i, s.Questions):
		return t.Ask[s.Questions[i].ID]
	case at.Place == PlaceChoice:
		if q, c, ok := choiceIn(s, i); ok {
			return t.Choices[s.Questions[q].ID][s.Questions[q].Choices[c].ID]
		}
	default:
		if text := tongueWording(&t, at); text != nil {
			return *text
		}
	}
	return ""
}

// tongueWording is a text in another language that goes by no name; nil when it is another one, or
// not there.
func tongueWording(t *script.StepTexts, at Spot) *string {
	switch at.Place {
	case PlaceTitle:
		return &t.Title
	case PlaceSay:
		return &t.Say
	case PlaceSimple:
		return &t.Simple
	case PlacePaper:
		return &t.Paper
	case PlaceAsked:
		if within(at.Index, t.Asked) {
			return &t.Asked[at.Index].Question
		}
	case PlaceAnswer:
		if within(at.Index, t.Asked) {
			return &t.Asked[at.Index].Answer
		}
	}
	return nil
}

// setTongueText writes a text of a step in another language. The maps of t must be its own.
func setTongueText(s script.Step, t *script.StepTexts, at Spot, text string) {
	i := at.Index
	switch {
	case at.Place == PlaceCheck && within(i, s.Checks):
		put(&t.Checks, s.Checks[i].ID, text)
	case at.Place == PlaceNote && within(i, s.Chips):
		put(&t.Chips, s.Chips[i].ID, text)
	case at.Place == PlaceAsk && within(i, s.Questions):
		put(&t.Ask, s.Questions[i].ID, text)
	case at.Place == PlaceChoice:
		if q, c, ok := choiceIn(s, i); ok {
			putChoice(t, s.Questions[q].ID, s.Questions[q].Choices[c].ID, text)
		}
	default:
		if (at.Place == PlaceAsked || at.Place == PlaceAnswer) && within(i, s.Asked) {
			t.Asked = padded(t.Asked, i+1)
		}
		if there := tongueWording(t, at); there != nil {
			*there = text
		}
	}
}

func putChoice(t *script.StepTexts, question coop.QuestionID, choice coop.ChoiceID, text string) {
	labels := t.Choices[question]
	put(&labels, choice, text)
	if t.Choices == nil {
		t.Choices = map[coop.QuestionID]map[coop.ChoiceID]string{}
	}
	t.Choices[question] = labels
}

// put sets an entry of a map that may not be there yet; an empty text takes the entry out.
func put[K comparable](m *map[K]string, key K, text string) {
	if text == "" {
		delete(*m, key)
		return
	}
	if *m == nil {
		*m = map[K]string{}
	}
	(*m)[key] = text
}

// tongueOf is the place of a language among a script's tongues, -1 when it has none.
func tongueOf(s script.Script, language string) int {
	return slices.IndexFunc(s.Tongues, func(t script.Tongue) bool { return t.Language == language })
}

// stepAt is the place of a step, -1 when there is none of that name.
func stepAt(s script.Script, id coop.StepID) int {
	return slices.IndexFunc(s.All, func(step script.Step) bool { return step.ID == id })
}

// TextOf is a text of a step, or of the head, in a language; "" when it is not there.
func TextOf(s script.Script, language string, step coop.StepID, place Place, index int) string {
	at := Spot{place, index}
	own, i, t := language == s.Language, stepAt(s, step), tongueOf(s, language)
	switch {
	case step == Head && own:
		return s.Title
	case step == Head && t >= 0:
		return s.Tongues[t].Title
	case i >= 0 && own:
		if text := ownText(&s.All[i], at); text != nil {
			return *text
		}
	case i >= 0 && t >= 0:
		return tongueText(s.All[i], s.Tongues[t].Steps[step], at)
	}
	return ""
}

// SetText writes a text of a step, or the title of the head, in a language that the script has.
// A topic, which nobody reads, belongs to the script's own language.
func SetText(s script.Script, language string, step coop.StepID, place Place, index int, text string) script.Script {
	s = Clone(s)
	at := Spot{place, index}
	own, i, t := language == s.Language, stepAt(s, step), tongueOf(s, language)
	switch {
	case step == Head && own:
		s.Title = text
	case step == Head && t >= 0:
		s.Tongues[t].Title = text
	case i >= 0 && own:
		if there := ownText(&s.All[i], at); there != nil {
			*there = text
		}
	case i >= 0 && t >= 0:
		texts := s.Tongues[t].Steps[step]
		setTongueText(s.All[i], &texts, at, text)
		if s.Tongues[t].Steps == nil {
			s.Tongues[t].Steps = map[coop.StepID]script.StepTexts{}
		}
		s.Tongues[t].Steps[step] = texts
	}
	return s
}

// AddTongue begins the texts in another language, all of them still to be written. Nothing changes
// when the script has that language already.
func AddTongue(s script.Script, language string) script.Script {
	if language == "" || language == s.Language || tongueOf(s, language) >= 0 {
		return s
	}
	s = Clone(s)
	s.Tongues = append(s.Tongues, script.Tongue{Language: language, Steps: map[coop.StepID]script.StepTexts{}})
	return s
}

// RemoveTongue takes the texts in another language out.
func RemoveTongue(s script.Script, language string) script.Script {
	s = Clone(s)
	s.Tongues = slices.DeleteFunc(s.Tongues, func(t script.Tongue) bool { return t.Language == language })
	return s
}

// eachTexts changes what every other language has for a step.
func eachTexts(s script.Script, step coop.StepID, change func(*script.StepTexts)) {
	for _, t := range s.Tongues {
		if texts, ok := t.Steps[step]; ok {
			change(&texts)
			t.Steps[step] = texts
		}
	}
}

// textsOf gathers a step's texts in every other language that has some.
func textsOf(s script.Script, step coop.StepID) map[string]script.StepTexts {
	found := map[string]script.StepTexts{}
	for _, t := range s.Tongues {
		if texts, ok := t.Steps[step]; ok {
			found[t.Language] = texts
		}
	}
	return maps.Clone(found)
}
