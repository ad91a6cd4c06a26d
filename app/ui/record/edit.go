package record

import (
	"context"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// edit is a correction on its way: nothing is kept before it is saved with its reason.
type edit struct {
	screen  *Screen
	steps   map[coop.StepID]coop.TalkStep // those that differ
	outcome *coop.Outcome                 // nil while it does not differ
	reason  string
	knows   bool // the person ticked that a past month's figures move
	save    *kit.Button
}

// begin lets the talk be corrected.
func (s *Screen) begin() {
	s.edit = &edit{screen: s, steps: map[coop.StepID]coop.TalkStep{}}
	s.show()
	s.scroll.ScrollToTop()
}

// changes counts the steps and the outcome that differ.
func (e *edit) changes() int {
	n := len(e.steps)
	if e.outcome != nil {
		n++
	}
	return n
}

// notice says what a correction is, and which past month it moves.
func (e *edit) notice() fyne.CanvasObject {
	s, w := e.screen, e.screen.p.Words
	box := kit.Column(kit.TopRow(look.Snug, kit.NewIcon(look.IconPencil, kit.Attention), kit.Grow(kit.Body(s.t("record.editing")))))
	if s.read.Month != "" {
		knows := kit.NewChip(s.t("record.month.knows"), e.knows, func(on bool) { e.knows = on; e.allow() })
		box.Add(kit.Body(s.t("record.month", i18n.Args{"Month": w.Month(s.read.Month)})))
		box.Add(kit.Row(knows))
	}
	return kit.Tinted(kit.Attention, box)
}

// foot holds the reason and the two ways out.
func (e *edit) foot() fyne.CanvasObject {
	s := e.screen
	reason := kit.NewField(s.t("record.why"), e.reason, func(text string) { e.reason = strings.TrimSpace(text); e.allow() }).
		WithPlaceholder(s.t("record.why.example"))
	usual := kit.Flow()
	for _, key := range []string{s.t("record.why.typo"), s.t("record.why.forgotten"), s.t("record.why.told")} {
		usual.Add(kit.QuietButton(key, func() { reason.SetText(key); e.reason = key; e.allow() }))
	}
	e.save = kit.PrimaryButton(s.t("record.save"), e.keep).WithIcon(look.IconSave)
	e.allow()
	return kit.Bar(kit.PaddedXY(look.Wide, look.Snug, kit.Column(
		reason, usual,
		kit.Row(kit.Quiet(s.p.Words.N("record.changes", e.changes())), kit.Spacer(),
			kit.QuietButton(s.t("record.leave"), s.leave), e.save),
	)))
}

// allow lets a correction be kept once something differs, a reason is given, and a past month is known of.
func (e *edit) allow() {
	if e.save == nil {
		return
	}
	fits := e.reason != "" && utf8.RuneCountInString(e.reason) <= coop.CommentLength
	if e.changes() > 0 && fits && (e.screen.read.Month == "" || e.knows) {
		e.save.Enable()
		return
	}
	e.save.Disable()
}

// keep hands the correction over.
func (e *edit) keep() {
	s := e.screen
	c := Correction{Talk: s.read.Walk.Talk().ID, Reason: e.reason, Outcome: e.outcome, Month: s.read.Month}
	for _, step := range s.read.Walk.Script().All {
		if r, ok := e.steps[step.ID]; ok {
			c.Steps = append(c.Steps, r)
		}
	}
	e.save.Disable()
	kit.Run(s.p.Run, func() (struct{}, error) {
		return struct{}{}, s.p.Desk.CorrectTalk(context.Background(), c)
	}, func(_ struct{}, err error) {
		if err != nil {
			e.allow()
			s.p.OnError(err)
			return
		}
		s.edit = nil
		s.Refresh()
		if s.p.OnCorrected != nil {
			s.p.OnCorrected(s.read.Household.ID)
		}
	})
}

// Leave closes the talk; a correction on its way is asked about.
func (s *Screen) Leave() {
	if s.edit != nil {
		s.leave()
		return
	}
	s.p.OnClose()
}

// Editing says whether a correction is on its way: the page is not left by chance.
func (s *Screen) Editing() bool { return s.edit != nil && s.edit.changes() > 0 }

// leave ends a correction without keeping it, after a question when something differs.
func (s *Screen) leave() {
	drop := func() {
		s.edit = nil
		s.show()
	}
	if !s.Editing() {
		drop()
		return
	}
	kit.Ask(s.p.Canvas(), s.p.Words, kit.Question{
		Title: s.t("record.drop"), Text: s.t("record.drop.text"), Yes: s.t("record.drop.yes"), OnYes: drop,
	})
}

// setStep takes a step's record over; one that says again what was kept is no change.
func (e *edit) setStep(r coop.TalkStep) {
	if r.Same(e.screen.read.Walk.Record(r.Step)) {
		delete(e.steps, r.Step)
	} else {
		e.steps[r.Step] = r
	}
	e.screen.show()
}

// setOutcome takes the outcome over; one that says again what was kept is no change.
func (e *edit) setOutcome(o coop.Outcome) {
	e.outcome = &o
	kept := e.screen.read.Outcome
	if o.Result == kept.Result && o.Overall == kept.Overall && o.Comment == kept.Comment && maps.Equal(o.Satisfaction, kept.Satisfaction) &&
		slices.Equal(o.Concerns, kept.Concerns) && slices.Equal(o.Interests, kept.Interests) {
		e.outcome = nil
	}
	e.screen.show()
}
