package script

import (
	"slices"

	"github.com/goccy/go-yaml/ast"

	"bienvenue/app/coop"
)

// Limits of the texts: longer ones do not fit their place on the page.
const (
	titleLength  = 32 // characters, in the outline
	labelLength  = 40 // characters, on a chip
	sayWords     = 70 // aloud, on one page
	simpleWords  = 90
	answerWords  = 80
	maxQuestions = 2
	minChoices   = 2
	maxChoices   = 4
	maxChecks    = 4
	maxChips     = 5
	maxAsked     = 5
)

// Read reads a script file and checks every rule of the format. The error is a FileErrors with
// all that is wrong, each with its line and column; the script then holds what could be
// understood, enough to know whom it was meant for, and must not lead a talk.
// A name that ends in .yaml must be the script's id and language.
func Read(name string, src []byte) (Script, error) {
	r := &reader{file: baseName(name)}
	root := r.tree(src)
	if root == nil {
		return Script{}, r.errs()
	}
	f := r.fields(root, "id", "version", "title", "language", "talk", "minutes", "for", "steps")
	s := Script{
		ID:       coop.ScriptID(f.name("id")),
		Version:  f.number("version"),
		Title:    f.text("title"),
		Language: f.name("language"),
		Kind:     oneOf(f, "talk", coop.CounterTalk, coop.CourtesyTalk),
		Budget:   f.minutes("minutes"),
	}
	r.named(f, string(s.ID), s.Language)
	if n := f.at["for"]; n != nil {
		s.For = r.condition(n, false, nil)
	}
	f.need("steps")
	r.steps(f, &s)
	r.budget(f, s)
	return s, r.errs()
}

// ReadDraft is Read for a script that is being written: what is wrong is told, and everything that
// could be understood is kept.
func ReadDraft(name string, src []byte) (Script, FileErrors) {
	s, err := Read(name, src)
	return s, Found(err)
}

// steps reads all steps in order, so that a step may ask for answers given before it.
func (r *reader) steps(f fields, s *Script) {
	seen := map[string]bool{}
	asked := map[coop.QuestionID][]coop.ChoiceID{}
	for _, n := range r.list(f, "steps") {
		sf := r.fields(n, "id", "title", "topic", "minutes", "essential", "for", "say", "simple", "paper",
			"check", "note", "ask", "asked", "form", "sources")
		step := r.step(sf, asked)
		r.once(sf, string(step.ID), seen)
		s.All = append(s.All, step)
	}
	if f.at["steps"] != nil && len(s.All) == 0 {
		r.refuse(f.place("steps"), keyMissing, map[string]any{"Field": "steps"})
	}
}

func (r *reader) step(f fields, asked map[coop.QuestionID][]coop.ChoiceID) Step {
	s := Step{
		ID:        coop.StepID(f.name("id")),
		Title:     f.label("title", titleLength),
		Length:    f.minutes("minutes"),
		Essential: f.flag("essential"),
		Paper:     f.paper("paper"),
		Say:       f.spoken("say", sayWords),
		Simple:    f.spoken("simple", simpleWords),
		Checks:    r.checks(f),
		Chips:     r.chips(f),
		Asked:     r.asked(f),
		Sources:   r.sources(f),
	}
	s.Topic = coop.TopicID(s.ID)
	if f.at["topic"] != nil {
		s.Topic = coop.TopicID(f.name("topic"))
	}
	if n := f.at["for"]; n != nil {
		s.For = r.condition(n, true, asked)
	}
	s.Questions = r.questions(f, asked)
	if f.at["form"] != nil {
		s.Form = oneOf(f, "form", FormOpinion, FormFollowUps, FormShare, FormContacts)
	}
	return s
}

// condition reads a « for ». One of a step may ask for what was said and answered before; asked
// holds the questions that stand above it.
func (r *reader) condition(n ast.Node, step bool, asked map[coop.QuestionID][]coop.ChoiceID) Condition {
	f := r.fields(n, "product", "heating", "home", "copro", "garage", "landlord", "said", "unsaid", "answer")
	c := Condition{
		Products: someOf(f, "product", coop.Products()...),
		Heatings: someOf(f, "heating", coop.Heatings()...),
		Homes:    someOf(f, "home", coop.Homes()...),
		Landlord: r.landlords(f),
		Said:     r.topics(f, "said", step),
		Unsaid:   r.topics(f, "unsaid", step),
	}
	if f.at["copro"] != nil {
		value := f.flag("copro")
		c.Copro = &value
	}
	if f.at["garage"] != nil {
		value := f.flag("garage")
		c.Garage = &value
	}
	if n := f.at["answer"]; n != nil {
		if !step {
			r.refuse(placeOf(n), keyAnswerHere, nil)
			return c
		}
		c.Answers = r.answers(n, asked)
	}
	return c
}

// unknownLandlord is how a file writes that nobody knows whom the household rented from.
const unknownLandlord coop.Landlord = "unknown"

func (r *reader) landlords(f fields) []coop.Landlord {
	found := someOf(f, "landlord", coop.LandlordSocial, coop.LandlordOther, unknownLandlord)
	for i, l := range found {
		if l == unknownLandlord {
			found[i] = coop.LandlordUnknown
		}
	}
	return found
}

// topics reads a list of what talks are about. Topics of other scripts may be among them, so that
// only their shape can be checked.
func (r *reader) topics(f fields, name string, step bool) []coop.TopicID {
	if n := f.at[name]; n != nil && !step {
		r.refuse(placeOf(n), keySaidHere, map[string]any{"Field": name})
	}
	var found []coop.TopicID
	for _, n := range r.list(f, name) {
		if n == nil || n.GetToken() == nil {
			continue
		}
		topic := n.GetToken().Value
		if !goodName.MatchString(topic) {
			r.refuse(placeOf(n), keyName, map[string]any{"Field": name, "Value": topic})
		}
		found = append(found, coop.TopicID(topic))
	}
	return found
}

func (r *reader) answers(n ast.Node, asked map[coop.QuestionID][]coop.ChoiceID) []AnswerCondition {
	var found []AnswerCondition
	pairs, _ := r.pairs(n)
	for _, pair := range pairs {
		if pair.Key == nil || pair.Key.GetToken() == nil {
			continue
		}
		id := coop.QuestionID(pair.Key.GetToken().Value)
		choices, known := asked[id]
		if !known {
			r.refuse(placeOf(pair.Key), keyQuestion, map[string]any{"Value": string(id)})
		}
		f := fields{r: r, node: n, at: map[string]ast.Node{string(id): pair.Value}}
		a := AnswerCondition{Question: id}
		for _, item := range r.list(f, string(id)) {
			if item == nil || item.GetToken() == nil {
				continue
			}
			choice := coop.ChoiceID(item.GetToken().Value)
			if known && !slices.Contains(choices, choice) {
				r.refuse(placeOf(item), keyChoice, map[string]any{"Value": string(choice), "Question": string(id)})
			}
			a.Choices = append(a.Choices, choice)
		}
		found = append(found, a)
	}
	return found
}
