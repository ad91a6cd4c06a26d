package record

import (
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// corrections says who changed what, when and why, the newest first.
func (s *Screen) corrections() fyne.CanvasObject {
	w := s.p.Words
	card := kit.Column(kit.Header(s.t("record.corrections"), nil))
	after := coop.Said{Steps: s.read.Walk.Talk().Steps, Outcome: s.read.Outcome}
	for _, c := range s.read.Corrections {
		before, next := c.Before, after
		card.Add(kit.Lines(
			kit.Body(c.Reason).Strong(),
			kit.Caption(s.t("record.correction.by", i18n.Args{"When": w.When(c.At), "Name": s.read.Names[c.Staff]})),
			kit.NewFold(s.t("record.before"), "", false, func() fyne.CanvasObject { return s.differences(before, next) },
				func(bool) { s.scroll.Refresh() }),
		))
		after = before
	}
	return kit.Card(card)
}

// differences shows what a correction took away and what it put in its place.
func (s *Screen) differences(before, after coop.Said) fyne.CanvasObject {
	lines := kit.Stack(look.Snug)
	for _, step := range s.read.Walk.Script().All {
		was, is := recordOf(before.Steps, step.ID), recordOf(after.Steps, step.ID)
		s.addDifferences(lines, step.Title,
			append([]string{s.stateLine(step, untimed(was))}, texts(s.lines(step, was))...),
			append([]string{s.stateLine(step, untimed(is))}, texts(s.lines(step, is))...))
	}
	s.addDifferences(lines, s.t("record.outcome"), s.factTexts(before.Outcome), s.factTexts(after.Outcome))
	return lines
}

// addDifferences adds what the one has and the other has not, under a title; nothing when both are the same.
func (s *Screen) addDifferences(lines *fyne.Container, title string, was, is []string) {
	gone := slices.DeleteFunc(slices.Clone(was), func(t string) bool { return slices.Contains(is, t) })
	come := slices.DeleteFunc(slices.Clone(is), func(t string) bool { return slices.Contains(was, t) })
	if len(gone)+len(come) == 0 {
		return
	}
	lines.Add(kit.Caption(title).Strong())
	for _, t := range gone {
		lines.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconMinus, kit.Late), kit.Grow(kit.Body(s.t("record.was", i18n.Args{"Text": t})))))
	}
	for _, t := range come {
		lines.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconPlus, kit.Done), kit.Grow(kit.Body(s.t("record.is", i18n.Args{"Text": t})))))
	}
}

func recordOf(steps []coop.TalkStep, id coop.StepID) coop.TalkStep {
	return coop.Talk{Steps: steps}.Step(id)
}

func untimed(r coop.TalkStep) coop.TalkStep {
	r.Seconds = 0
	return r
}

func texts(lines []line) []string {
	all := make([]string, len(lines))
	for i, l := range lines {
		all[i] = l.text
	}
	return all
}

func (s *Screen) factTexts(o coop.Outcome) []string {
	if o.Result == coop.NoResult {
		return nil
	}
	var all []string
	for _, f := range s.outcomeFacts(o) {
		all = append(all, s.t("record.fact", i18n.Args{"Label": f.label, "Text": f.text}))
	}
	return all
}
