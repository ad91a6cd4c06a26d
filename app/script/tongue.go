package script

import (
	"slices"

	"github.com/goccy/go-yaml/ast"

	"bienvenue/app/coop"
)

// Tongue finds the script's texts in another language.
func (s Script) Tongue(language string) (Tongue, bool) {
	i := slices.IndexFunc(s.Tongues, func(t Tongue) bool { return t.Language == language })
	if i < 0 {
		return Tongue{}, false
	}
	return s.Tongues[i], true
}

// Languages are the languages that the script can be said in, its own first.
func (s Script) Languages() []string {
	all := []string{s.Language}
	for _, t := range s.Tongues {
		all = append(all, t.Language)
	}
	return all
}

// In is the script in the words of one of its languages. What is not translated stays in the
// script's own; names, conditions and sources are always the same. The script that In gives has
// that one language: to show another, ask the script itself again.
func (s Script) In(language string) Script {
	t, ok := s.Tongue(language)
	if !ok {
		return s
	}
	s.Language, s.Tongues, s.Title = language, nil, either(t.Title, s.Title)
	s.All = slices.Clone(s.All)
	for i, step := range s.All {
		if texts, ok := t.Steps[step.ID]; ok {
			s.All[i] = step.in(texts)
		}
	}
	return s
}

func (s Step) in(t StepTexts) Step {
	s.Title, s.Say, s.Simple = either(t.Title, s.Title), either(t.Say, s.Say), either(t.Simple, s.Simple)
	if s.Paper != "" {
		s.Paper = either(t.Paper, s.Paper)
	}
	s.Checks, s.Chips = slices.Clone(s.Checks), slices.Clone(s.Chips)
	for i, c := range s.Checks {
		s.Checks[i].Label = either(t.Checks[c.ID], c.Label)
	}
	for i, c := range s.Chips {
		s.Chips[i].Label = either(t.Chips[c.ID], c.Label)
	}
	s.Questions = slices.Clone(s.Questions)
	for i, q := range s.Questions {
		q.Text, q.Choices = either(t.Ask[q.ID], q.Text), slices.Clone(q.Choices)
		for j, c := range q.Choices {
			q.Choices[j].Label = either(t.Choices[q.ID][c.ID], c.Label)
		}
		s.Questions[i] = q
	}
	s.Asked = slices.Clone(s.Asked)
	for i := range min(len(s.Asked), len(t.Asked)) {
		s.Asked[i].Question = either(t.Asked[i].Question, s.Asked[i].Question)
		s.Asked[i].Answer = either(t.Asked[i].Answer, s.Asked[i].Answer)
	}
	return s
}

func either(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

// ReadTongue reads a script's texts in another language and checks them against the script. The
// error is a FileErrors with all that is wrong, each with its line and column; the tongue then
// holds what could be understood. A text that lacks is not wrong: it is shown in the script's own
// language, and Gaps tells of it.
func ReadTongue(name string, src []byte, of Script) (Tongue, error) {
	r := &reader{file: baseName(name)}
	root := r.tree(src)
	if root == nil {
		return Tongue{}, r.errs()
	}
	f := r.fields(root, "id", "language", "title", "steps")
	id := f.name("id")
	t := Tongue{Language: f.name("language"), Title: f.wording("title"), Steps: map[coop.StepID]StepTexts{}}
	if id != "" && id != string(of.ID) {
		r.refuse(f.place("id"), keyOther, map[string]any{"Value": id, "Script": string(of.ID)})
	}
	if t.Language != "" && t.Language == of.Language {
		r.refuse(f.place("language"), keyLanguage, map[string]any{"Value": t.Language})
	}
	r.named(f, id, t.Language)
	for _, n := range r.list(f, "steps") {
		sf := r.fields(n, "id", "title", "say", "simple", "paper", "check", "note", "ask", "asked")
		step, ok := of.Step(coop.StepID(sf.name("id")))
		if !ok {
			if sf.at["id"] != nil {
				r.refuse(sf.place("id"), keyForeign, map[string]any{"Value": sf.word("id")})
			}
			continue
		}
		if _, twice := t.Steps[step.ID]; twice {
			r.refuse(sf.place("id"), keyRepeated, map[string]any{"Value": string(step.ID)})
			continue
		}
		t.Steps[step.ID] = r.texts(sf, step)
	}
	return t, r.errs()
}

// texts reads the texts of one step, in the order of the file.
func (r *reader) texts(f fields, of Step) StepTexts {
	t := StepTexts{
		Title:  f.short("title", f.wording("title"), titleLength),
		Say:    f.brief("say", f.wording("say"), sayWords),
		Simple: f.brief("simple", f.wording("simple"), simpleWords),
		Paper:  f.paper("paper"),
	}
	if t.Paper != "" && of.Paper == "" {
		r.refuse(f.place("paper"), keyForeign, map[string]any{"Value": "paper"})
		t.Paper = ""
	}
	points := make([]coop.PointID, len(of.Checks))
	for i, c := range of.Checks {
		points[i] = c.ID
	}
	t.Checks = labels(f, "check", points)
	chips := make([]coop.ChipID, len(of.Chips))
	for i, c := range of.Chips {
		chips[i] = c.ID
	}
	t.Chips = labels(f, "note", chips)
	r.askTexts(f, of, &t)
	for _, n := range r.list(f, "asked") {
		af := r.fields(n, "question", "answer")
		t.Asked = append(t.Asked, Asked{
			Question: af.wording("question"), Answer: af.brief("answer", af.wording("answer"), answerWords),
		})
	}
	if n := len(t.Asked); n > len(of.Asked) {
		r.refuse(f.place("asked"), keyMany, map[string]any{"Field": "asked", "Count": n, "High": len(of.Asked), "Low": 0})
		t.Asked = t.Asked[:len(of.Asked)]
	}
	return t
}

func (r *reader) askTexts(f fields, of Step, t *StepTexts) {
	if f.at["ask"] == nil {
		return
	}
	pairs, _ := r.pairs(f.at["ask"])
	for _, pair := range pairs {
		id, ok := r.key(pair)
		if !ok {
			continue
		}
		i := slices.IndexFunc(of.Questions, func(q Question) bool { return string(q.ID) == id })
		if i < 0 {
			r.refuse(placeOf(pair.Key), keyForeign, map[string]any{"Value": id})
			continue
		}
		q := of.Questions[i]
		choices := make([]coop.ChoiceID, len(q.Choices))
		for j, c := range q.Choices {
			choices[j] = c.ID
		}
		qf := r.fields(pair.Value, "text", "choices")
		if text := qf.wording("text"); text != "" {
			put(&t.Ask, q.ID, text)
		}
		if found := labels(qf, "choices", choices); found != nil {
			put(&t.Choices, q.ID, found)
		}
	}
}

func put[K comparable, V any](m *map[K]V, key K, value V) {
	if *m == nil {
		*m = map[K]V{}
	}
	(*m)[key] = value
}

// labels reads names of the script with their labels, nil when there are none.
func labels[K ~string](f fields, name string, known []K) map[K]string {
	r := f.r
	if f.at[name] == nil {
		return nil
	}
	var found map[K]string
	pairs, _ := r.pairs(f.at[name])
	for _, pair := range pairs {
		id, ok := r.key(pair)
		if !ok {
			continue
		}
		one := fields{r: r, node: f.at[name], at: map[string]ast.Node{id: pair.Value}, told: map[string]bool{}}
		_, twice := found[K(id)]
		switch {
		case !slices.Contains(known, K(id)):
			r.refuse(placeOf(pair.Key), keyForeign, map[string]any{"Value": id})
		case twice:
			r.refuse(placeOf(pair.Key), keyTwice, map[string]any{"Field": id})
		default:
			if text := one.short(id, one.wording(id), labelLength); text != "" {
				put(&found, K(id), text)
			}
		}
	}
	return found
}

// key is the name before a colon; ok is false when it stands alone, which is refused.
func (r *reader) key(pair *ast.MappingValueNode) (id string, ok bool) {
	switch {
	case pair.Key == nil || pair.Key.GetToken() == nil:
		return "", false
	case pair.Value == nil || pair.Value.Type() == ast.NullType:
		r.refuse(placeOf(pair.Key), keyMissing, map[string]any{"Field": pair.Key.GetToken().Value})
		return "", false
	}
	return pair.Key.GetToken().Value, true
}

func (t Tongue) filled(fill func(string) string) Tongue {
	t.Title = fill(t.Title)
	steps := make(map[coop.StepID]StepTexts, len(t.Steps))
	for id, s := range t.Steps {
		s.Title, s.Say, s.Simple, s.Paper = fill(s.Title), fill(s.Say), fill(s.Simple), fill(s.Paper)
		s.Checks, s.Chips, s.Ask = filledMap(s.Checks, fill), filledMap(s.Chips, fill), filledMap(s.Ask, fill)
		choices := make(map[coop.QuestionID]map[coop.ChoiceID]string, len(s.Choices))
		for q, labels := range s.Choices {
			choices[q] = filledMap(labels, fill)
		}
		s.Choices, s.Asked = choices, slices.Clone(s.Asked)
		for i, a := range s.Asked {
			s.Asked[i] = Asked{Question: fill(a.Question), Answer: fill(a.Answer)}
		}
		steps[id] = s
	}
	t.Steps = steps
	return t
}

func filledMap[K comparable](texts map[K]string, fill func(string) string) map[K]string {
	filled := make(map[K]string, len(texts))
	for k, text := range texts {
		filled[k] = fill(text)
	}
	return filled
}
