package script

import "bienvenue/app/coop"

// Text names a kind of text of a step.
type Text string

// The kinds of text.
const (
	TextTitle    Text = "title"
	TextSay      Text = "say"
	TextSimple   Text = "simple"
	TextPaper    Text = "paper"
	TextCheck    Text = "check"
	TextNote     Text = "note"
	TextAsk      Text = "ask"
	TextChoice   Text = "choice"
	TextQuestion Text = "question" // that people ask back
	TextAnswer   Text = "answer"   // to what they ask back
)

// Gap is a text that a language lacks; the script's own is shown in its place.
type Gap struct {
	Step  coop.StepID // "" for the script's title
	Text  Text
	Own   string // the text in the script's own language
	Index int    // which point, chip, question, choice or « asked back » of the step, from 0
	Ask   int    // which question a choice belongs to, from 0
}

// Gaps lists the texts that a language lacks, in the order of the script. A language that the
// script has not been translated into lacks them all, the script's own lacks none.
func (s Script) Gaps(language string) []Gap {
	if language == s.Language {
		return nil
	}
	t, _ := s.Tongue(language)
	var all gaps
	all.look(Gap{Text: TextTitle, Own: s.Title}, t.Title)
	for _, step := range s.All {
		all.step(step, t.Steps[step.ID])
	}
	return all
}

type gaps []Gap

func (g *gaps) look(at Gap, text string) {
	if text == "" && at.Own != "" {
		*g = append(*g, at)
	}
}

func (g *gaps) step(s Step, t StepTexts) {
	g.look(Gap{Step: s.ID, Text: TextTitle, Own: s.Title}, t.Title)
	g.look(Gap{Step: s.ID, Text: TextSay, Own: s.Say}, t.Say)
	g.look(Gap{Step: s.ID, Text: TextSimple, Own: s.Simple}, t.Simple)
	g.look(Gap{Step: s.ID, Text: TextPaper, Own: s.Paper}, t.Paper)
	for i, c := range s.Checks {
		g.look(Gap{Step: s.ID, Text: TextCheck, Own: c.Label, Index: i}, t.Checks[c.ID])
	}
	for i, c := range s.Chips {
		g.look(Gap{Step: s.ID, Text: TextNote, Own: c.Label, Index: i}, t.Chips[c.ID])
	}
	for i, q := range s.Questions {
		g.look(Gap{Step: s.ID, Text: TextAsk, Own: q.Text, Index: i}, t.Ask[q.ID])
		for j, c := range q.Choices {
			g.look(Gap{Step: s.ID, Text: TextChoice, Own: c.Label, Index: j, Ask: i}, t.Choices[q.ID][c.ID])
		}
	}
	for i, a := range s.Asked {
		var said Asked
		if i < len(t.Asked) {
			said = t.Asked[i]
		}
		g.look(Gap{Step: s.ID, Text: TextQuestion, Own: a.Question, Index: i}, said.Question)
		g.look(Gap{Step: s.ID, Text: TextAnswer, Own: a.Answer, Index: i}, said.Answer)
	}
}
