package script

import (
	"slices"
	"strconv"
	"time"

	"bienvenue/app/coop"
)

// Write is the script's file, in the manner of those that the program brings. Reading it gives the
// same script again, its texts in other languages aside and blanks around a text taken off; a
// script that is not complete is written as far as it goes.
func Write(s Script) []byte {
	w := &writer{}
	w.pair(0, "id", string(s.ID))
	if s.Version != 0 {
		w.line(0, "version: ", strconv.Itoa(s.Version))
	}
	w.pair(0, "title", s.Title)
	w.pair(0, "language", s.Language)
	w.known(0, "talk", string(s.Kind))
	w.minutes(0, s.Budget)
	w.condition(0, s.For)
	if len(s.All) == 0 {
		w.line(0, "steps: []")
		return w.bytes()
	}
	w.line(0, "steps:")
	for i, step := range s.All {
		if i > 0 {
			w.line(0)
		}
		w.step(step)
	}
	return w.bytes()
}

func (w *writer) step(s Step) {
	w.line(2, "- id: ", scalar(string(s.ID), false))
	w.pair(4, "title", s.Title)
	if s.Topic != coop.TopicID(s.ID) {
		w.known(4, "topic", string(s.Topic))
	}
	w.minutes(4, s.Length)
	w.line(4, "essential: ", strconv.FormatBool(s.Essential))
	w.condition(4, s.For)
	w.spoken("say", s.Say)
	w.spoken("simple", s.Simple)
	w.known(4, "paper", s.Paper)
	if len(s.Checks) > 0 {
		w.line(4, "check:")
	}
	for _, c := range s.Checks {
		w.line(6, "- ", flow(item("id", string(c.ID)), item("label", c.Label), yes("required", c.Required)))
	}
	if len(s.Chips) > 0 {
		w.line(4, "note:")
	}
	for _, c := range s.Chips {
		motive := ""
		if c.Motive != "" {
			motive = item("motive", string(c.Motive))
		}
		w.line(6, "- ", flow(item("id", string(c.ID)), item("label", c.Label), motive))
	}
	w.questions(s.Questions)
	w.asked(s.Asked)
	w.known(4, "form", string(s.Form))
	w.sources(s.Sources)
}

func (w *writer) questions(all []Question) {
	if len(all) > 0 {
		w.line(4, "ask:")
	}
	for _, q := range all {
		w.line(6, "- id: ", scalar(string(q.ID), false))
		w.pair(8, "text", q.Text)
		w.line(8, "required: ", strconv.FormatBool(q.Required))
		if len(q.Choices) > 0 {
			w.line(8, "choices:")
		}
		for _, c := range q.Choices {
			w.line(10, "- ", flow(item("id", string(c.ID)), item("label", c.Label)))
		}
	}
}

func (w *writer) asked(all []Asked) {
	if len(all) > 0 {
		w.line(4, "asked:")
	}
	for _, a := range all {
		w.line(6, "- question: ", scalar(a.Question, false))
		w.folded(8, "answer", a.Answer)
	}
}

func (w *writer) sources(all []Source) {
	if len(all) > 0 {
		w.line(4, "sources:")
	}
	for _, s := range all {
		checked := ""
		if s.Checked != "" {
			checked = item("checked", string(s.Checked))
		}
		w.line(6, "- ", flow(item("text", s.Text), checked, yes("confirm", s.Confirm)))
	}
}

func (w *writer) minutes(indent int, d time.Duration) {
	if d > 0 {
		w.line(indent, "minutes: ", trimmed(d.Minutes()))
	}
}

func (w *writer) condition(indent int, c Condition) {
	landlords := slices.Clone(c.Landlord)
	for i, l := range landlords {
		if l == coop.LandlordUnknown {
			landlords[i] = unknownLandlord
		}
	}
	parts := []string{several("product", c.Products), several("heating", c.Heatings), several("home", c.Homes)}
	if c.Copro != nil {
		parts = append(parts, "copro: "+strconv.FormatBool(*c.Copro))
	}
	if c.Garage != nil {
		parts = append(parts, "garage: "+strconv.FormatBool(*c.Garage))
	}
	parts = append(parts, several("landlord", landlords), several("said", c.Said), several("unsaid", c.Unsaid))
	answers := make([]string, len(c.Answers))
	for i, a := range c.Answers {
		answers[i] = scalar(string(a.Question), true) + ": " + sequence(a.Choices)
	}
	if len(answers) > 0 {
		parts = append(parts, "answer: "+flow(answers...))
	}
	if all := flow(parts...); all != "{}" {
		w.line(indent, "for: ", all)
	}
}

// WriteTongue is the file of the script's texts in another language.
func WriteTongue(s Script, language string) []byte {
	w := &writer{}
	t, _ := s.Tongue(language)
	w.pair(0, "id", string(s.ID))
	w.pair(0, "language", language)
	w.known(0, "title", t.Title)
	if len(t.Steps) > 0 {
		w.line(0, "steps:")
	}
	first := true
	for _, step := range s.All {
		texts, ok := t.Steps[step.ID]
		if !ok {
			continue
		}
		if !first {
			w.line(0)
		}
		first = false
		w.texts(step, texts)
	}
	return w.bytes()
}

func (w *writer) texts(s Step, t StepTexts) {
	w.line(2, "- id: ", scalar(string(s.ID), false))
	w.known(4, "title", t.Title)
	if t.Say != "" {
		w.spoken("say", t.Say)
	}
	if t.Simple != "" {
		w.spoken("simple", t.Simple)
	}
	if s.Paper != "" {
		w.known(4, "paper", t.Paper)
	}
	var checks, chips []string
	for _, c := range s.Checks {
		checks = append(checks, translated(string(c.ID), t.Checks[c.ID]))
	}
	for _, c := range s.Chips {
		chips = append(chips, translated(string(c.ID), t.Chips[c.ID]))
	}
	w.flow(4, "check", checks)
	w.flow(4, "note", chips)
	w.askTexts(s, t)
	asked := t.Asked[:min(len(t.Asked), len(s.Asked))]
	w.asked(asked)
}

func (w *writer) askTexts(s Step, t StepTexts) {
	begun := false
	for _, q := range s.Questions {
		var choices []string
		for _, c := range q.Choices {
			choices = append(choices, translated(string(c.ID), t.Choices[q.ID][c.ID]))
		}
		if t.Ask[q.ID] == "" && flow(choices...) == "{}" {
			continue
		}
		if !begun {
			w.line(4, "ask:")
			begun = true
		}
		w.line(6, scalar(string(q.ID), true), ":")
		w.known(8, "text", t.Ask[q.ID])
		w.flow(8, "choices", choices)
	}
}
