package script

import (
	"slices"
	"strings"

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
	if strings.HasSuffix(r.file, ".yaml") && r.file != string(s.ID)+"."+s.Language+".yaml" && s.ID != "" {
		r.refuse(f.place("id"), keyFileName, map[string]any{"Value": string(s.ID)})
	}
	if n := f.at["for"]; n != nil {
		s.For = r.condition(n, false, nil)
	}
	f.need("steps")
	r.steps(f, &s)
	r.budget(f, s)
	return s, r.errs()
}

// steps reads all steps in order, so that a step may ask for answers given before it.
func (r *reader) steps(f fields, s *Script) {
	seen := map[string]bool{}
	asked := map[coop.QuestionID][]coop.ChoiceID{}
	for _, n := range r.list(f, "steps") {
		sf := r.fields(n, "id", "title", "minutes", "essential", "for", "say", "simple",
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
		Say:       f.spoken("say", sayWords),
		Simple:    f.spoken("simple", simpleWords),
		Checks:    r.checks(f),
		Chips:     r.chips(f),
		Asked:     r.asked(f),
		Sources:   r.sources(f),
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

// condition reads a « for »; asked holds the questions that stand before it.
func (r *reader) condition(n ast.Node, answers bool, asked map[coop.QuestionID][]coop.ChoiceID) Condition {
	f := r.fields(n, "product", "heating", "home", "copro", "garage", "answer")
	c := Condition{
		Products: someOf(f, "product", coop.Products()...),
		Heatings: someOf(f, "heating", heatings()...),
		Homes:    someOf(f, "home", homes()...),
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
		if !answers {
			r.refuse(placeOf(n), keyAnswerHere, nil)
			return c
		}
		c.Answers = r.answers(n, asked)
	}
	return c
}

func (r *reader) answers(n ast.Node, asked map[coop.QuestionID][]coop.ChoiceID) []AnswerCondition {
	var found []AnswerCondition
	pairs, _ := r.pairs(n)
	for _, pair := range pairs {
		if pair.Key == nil || pair.Key.GetToken() == nil {
			continue
		}
		id := coop.QuestionID(pair.Key.GetToken().Value)
		choices, ok := asked[id]
		if !ok {
			r.refuse(placeOf(pair.Key), keyQuestion, map[string]any{"Value": string(id)})
			continue
		}
		f := fields{r: r, node: n, at: map[string]ast.Node{string(id): pair.Value}}
		a := AnswerCondition{Question: id}
		for _, item := range r.list(f, string(id)) {
			if item == nil || item.GetToken() == nil {
				continue
			}
			choice := coop.ChoiceID(item.GetToken().Value)
			if !slices.Contains(choices, choice) {
				r.refuse(placeOf(item), keyChoice, map[string]any{"Value": string(choice), "Question": string(id)})
			}
			a.Choices = append(a.Choices, choice)
		}
		found = append(found, a)
	}
	return found
}
