package record

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// steps are the steps of the talk with what was kept of each.
func (s *Screen) steps() fyne.CanvasObject {
	said := kit.NewChip(s.t("record.said"), s.said, func(on bool) { s.said = on; s.show() }).WithIcon(look.IconQuote)
	card := kit.Column(kit.Header(s.t("record.steps"), said))
	for i, step := range s.read.Walk.Steps() {
		if i > 0 {
			card.Add(kit.NewRule())
		}
		card.Add(s.step(step))
	}
	return kit.Card(card)
}

// record is what is kept of a step, or what it is being corrected to.
func (s *Screen) record(id coop.StepID) coop.TalkStep {
	if s.edit != nil {
		if r, ok := s.edit.steps[id]; ok {
			return r
		}
	}
	return s.read.Walk.Record(id)
}

func (s *Screen) step(step script.Step) fyne.CanvasObject {
	r := s.record(step.ID)
	icon, tone := stateGlyph(r.State)
	title := kit.Row(kit.NewIcon(icon, tone), kit.Grow(kit.Body(step.Title).Strong()), kit.Caption(s.stateLine(step, r)).Whole())
	if s.edit != nil {
		title.Add(kit.IconButton(look.IconPencil, s.t("record.step.correct", i18n.Args{"Step": step.Title}), func() { s.correctStep(step) }))
	}
	lines := kit.Lines(title)
	for _, l := range s.lines(step, r) {
		lines.Add(kit.PaddedXY(inset, 0, kit.TopRow(look.Snug, kit.NewGlyph(l.icon, l.tone), kit.Grow(kit.Body(l.text)))))
	}
	if s.said {
		lines.Add(kit.PaddedXY(inset, look.Tight, kit.Tinted(kit.Plain, kit.Body(step.Say))))
	}
	return lines
}

// inset puts what belongs to a step under its title.
const inset float32 = 32

func stateGlyph(state coop.StepState) (look.Icon, kit.Tone) {
	switch state {
	case coop.StepSeen:
		return look.IconCircleCheck, kit.Done
	case coop.StepLater:
		return look.IconClock, kit.Attention
	case coop.StepNotApplicable:
		return look.IconCircleSlash, kit.Calm
	case coop.StepBegun, coop.StepUntouched:
	}
	return look.IconCircle, kit.Calm
}

// stateLine is what was done with a step, why, and how long it took.
func (s *Screen) stateLine(step script.Step, r coop.TalkStep) string {
	text := s.t(i18n.StepStateKey(r.State))
	if r.Reason != "" {
		text = s.t("record.reason", i18n.Args{"State": text, "Why": s.t(i18n.SkipReasonKey(r.Reason))})
	}
	if r.Seconds == 0 {
		return text
	}
	spent := max((time.Duration(r.Seconds) * time.Second).Round(time.Minute), time.Minute)
	plan := s.p.Words.Number(int(step.Length.Minutes()))
	if step.Length%time.Minute != 0 {
		plan = s.p.Words.Decimal(step.Length.Minutes())
	}
	return s.t("record.state", i18n.Args{"State": text, "Spent": strconv.Itoa(int(spent.Minutes())), "Plan": plan})
}

// line is one thing that was kept of a step, in words.
type line struct {
	icon look.Icon
	tone kit.Tone
	text string
}

// lines are all that was kept of a step, its state aside.
func (s *Screen) lines(step script.Step, r coop.TalkStep) []line {
	var all []line
	for _, c := range step.Checks {
		if slices.Contains(r.Checked, c.ID) {
			all = append(all, line{look.IconCheck, kit.Done, c.Label})
		}
	}
	for _, c := range step.Chips {
		if slices.Contains(r.Noted, c.ID) {
			all = append(all, line{look.IconCircleAlert, kit.Attention, c.Label})
		}
	}
	for _, q := range step.Questions {
		for _, c := range q.Choices {
			if r.Answers[q.ID] == c.ID {
				all = append(all, line{look.IconQuestion, kit.Accented, s.t("record.answer", i18n.Args{"Question": q.Text, "Answer": c.Label})})
			}
		}
	}
	for i, a := range step.Asked {
		if slices.Contains(r.Asked, i) {
			all = append(all, line{look.IconMessageSquare, kit.Calm, s.t("record.asked", i18n.Args{"Question": a.Question})})
		}
	}
	if r.Note != "" {
		all = append(all, line{look.IconStickyNote, kit.Calm, r.Note})
	}
	return all
}
