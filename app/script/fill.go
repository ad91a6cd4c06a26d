package script

import (
	"regexp"
	"slices"
	"strings"
)

// Fields are the facts of the coop that a text may name, as {share|what is said when it is not known}.
func Fields() []string {
	return []string{
		"coop", "share", "agency_phone", "emergency_phone", "agm_month", "mediator", "tenant_area",
		"officer", "residence", "heating_company", "syndic", "caretaker", "agm_day", "agency_hours",
		"technical_phone", "social_phone", "culture_page",
	}
}

var field = regexp.MustCompile(`\{([^{}|]*)\|([^{}|]*)\}`)

// Fill puts the coop's facts into a text. A fact that is not known is said by its fallback.
func Fill(text string, facts map[string]string) string {
	return field.ReplaceAllStringFunc(text, func(found string) string {
		name, fallback, _ := strings.Cut(found[1:len(found)-1], "|")
		if fact := strings.TrimSpace(facts[name]); fact != "" {
			return fact
		}
		return fallback
	})
}

// Filled is the script with the coop's facts put into every text, those in other languages included.
func (s Script) Filled(facts map[string]string) Script {
	return s.FilledBy(func(string) map[string]string { return facts })
}

// FilledBy is Filled with the facts as each language says them: a month has another name in another.
func (s Script) FilledBy(facts func(language string) map[string]string) Script {
	own := facts(s.Language)
	fill := func(text string) string { return Fill(text, own) }
	s.Title, s.All = fill(s.Title), slices.Clone(s.All)
	for i := range s.All {
		s.All[i] = s.All[i].filled(fill)
	}
	s.Tongues = slices.Clone(s.Tongues)
	for i, t := range s.Tongues {
		said := facts(t.Language)
		s.Tongues[i] = t.filled(func(text string) string { return Fill(text, said) })
	}
	return s
}

func (s Step) filled(fill func(string) string) Step {
	s.Title, s.Say, s.Simple, s.Paper = fill(s.Title), fill(s.Say), fill(s.Simple), fill(s.Paper)
	s.Checks, s.Chips = slices.Clone(s.Checks), slices.Clone(s.Chips)
	for i := range s.Checks {
		s.Checks[i].Label = fill(s.Checks[i].Label)
	}
	for i := range s.Chips {
		s.Chips[i].Label = fill(s.Chips[i].Label)
	}
	s.Questions = slices.Clone(s.Questions)
	for i, q := range s.Questions {
		q.Text, q.Choices = fill(q.Text), slices.Clone(q.Choices)
		for j := range q.Choices {
			q.Choices[j].Label = fill(q.Choices[j].Label)
		}
		s.Questions[i] = q
	}
	s.Asked, s.Sources = slices.Clone(s.Asked), slices.Clone(s.Sources)
	for i, a := range s.Asked {
		s.Asked[i] = Asked{Question: fill(a.Question), Answer: fill(a.Answer)}
	}
	for i := range s.Sources {
		s.Sources[i].Text = fill(s.Sources[i].Text)
	}
	return s
}

// faulty is the first piece of a text that looks like a field and is none, with the key that says
// why; "" when all is well.
func faulty(text string) (piece, key string) {
	rest := text
	for _, found := range field.FindAllStringSubmatch(text, -1) {
		switch {
		case !slices.Contains(Fields(), found[1]):
			return found[0], keyField
		case strings.TrimSpace(found[2]) == "":
			return found[0], keyFallback
		}
		rest = strings.Replace(rest, found[0], "", 1)
	}
	if i := strings.IndexAny(rest, "{}"); i >= 0 {
		piece = rest[i:]
		if end := strings.IndexAny(piece, "}\n"); end >= 0 {
			piece = piece[:end+1]
		}
		return strings.TrimSpace(piece), keyFallback
	}
	return "", ""
}
