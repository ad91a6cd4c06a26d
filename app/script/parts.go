package script

import (
	"strconv"

	"bienvenue/app/coop"
)

// once refuses an id that stands for two things.
func (r *reader) once(f fields, name string, seen map[string]bool) {
	if name != "" && seen[name] {
		r.refuse(f.place("id"), keyRepeated, map[string]any{"Value": name})
	}
	seen[name] = true
}

func (r *reader) checks(f fields) []Check {
	var all []Check
	seen := map[string]bool{}
	for _, n := range r.list(f, "check") {
		cf := r.fields(n, "id", "label", "required")
		c := Check{
			ID: coop.PointID(cf.name("id")), Label: cf.label("label", labelLength), Required: cf.flag("required"),
		}
		r.once(cf, string(c.ID), seen)
		all = append(all, c)
	}
	r.count(f, "check", len(all), 1, maxChecks)
	return all
}

func (r *reader) chips(f fields) []Chip {
	var all []Chip
	seen := map[string]bool{}
	for _, n := range r.list(f, "note") {
		cf := r.fields(n, "id", "label", "motive")
		c := Chip{ID: coop.ChipID(cf.name("id")), Label: cf.label("label", labelLength)}
		r.once(cf, string(c.ID), seen)
		if cf.at["motive"] != nil {
			c.Motive = coop.MotiveCode(cf.word("motive"))
			if _, ok := coop.FindMotive(c.Motive); !ok {
				r.refuse(cf.place("motive"), keyMotive, map[string]any{"Value": string(c.Motive)})
			}
		}
		all = append(all, c)
	}
	r.count(f, "note", len(all), 1, maxChips)
	return all
}

// questions reads the questions of a step and remembers their choices for the steps below.
func (r *reader) questions(f fields, asked map[coop.QuestionID][]coop.ChoiceID) []Question {
	var all []Question
	for _, n := range r.list(f, "ask") {
		qf := r.fields(n, "id", "text", "required", "choices")
		q := Question{
			ID: coop.QuestionID(qf.name("id")), Text: qf.text("text"), Required: qf.flag("required"),
			Choices: r.choices(qf),
		}
		if _, ok := asked[q.ID]; ok && q.ID != "" {
			r.refuse(qf.place("id"), keyRepeated, map[string]any{"Value": string(q.ID)})
		}
		ids := make([]coop.ChoiceID, len(q.Choices))
		for i, c := range q.Choices {
			ids[i] = c.ID
		}
		asked[q.ID] = ids
		all = append(all, q)
	}
	r.count(f, "ask", len(all), 1, maxQuestions)
	return all
}

func (r *reader) choices(f fields) []Choice {
	var all []Choice
	seen := map[string]bool{}
	f.need("choices")
	for _, n := range r.list(f, "choices") {
		cf := r.fields(n, "id", "label")
		c := Choice{ID: coop.ChoiceID(cf.name("id")), Label: cf.label("label", labelLength)}
		r.once(cf, string(c.ID), seen)
		all = append(all, c)
	}
	r.count(f, "choices", len(all), minChoices, maxChoices)
	return all
}

func (r *reader) asked(f fields) []Asked {
	var all []Asked
	for _, n := range r.list(f, "asked") {
		af := r.fields(n, "question", "answer")
		all = append(all, Asked{Question: af.text("question"), Answer: af.spoken("answer", answerWords)})
	}
	r.count(f, "asked", len(all), 1, maxAsked)
	return all
}

func (r *reader) sources(f fields) []Source {
	var all []Source
	for _, n := range r.list(f, "sources") {
		sf := r.fields(n, "text", "checked", "confirm")
		all = append(all, Source{Text: sf.text("text"), Checked: sf.day("checked"), Confirm: sf.flag("confirm")})
	}
	return all
}

// budget refuses a script whose essential steps do not fit into its time for some household.
func (r *reader) budget(f fields, s Script) {
	most := s.EssentialTime()
	if f.at["minutes"] != nil && most > s.Budget {
		r.refuse(f.place("minutes"), keyBudget, map[string]any{
			"Essential": trimmed(most.Minutes()), "Budget": trimmed(s.Budget.Minutes()),
		})
	}
}

// trimmed is a number of minutes without needless digits.
func trimmed(minutes float64) string {
	return strconv.FormatFloat(minutes, 'f', -1, 64)
}
