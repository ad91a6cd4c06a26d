package booking

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// without are the results of a visit at which no talk took place.
func without() []coop.Result {
	return []coop.Result{coop.Absent, coop.MovedByThem, coop.MovedByUs, coop.Refused, coop.Unreachable, coop.LeftHome}
}

// End opens the sheet that asks how a visit without a talk ended.
func (s *Sheets) End(id coop.VisitID) { s.with(id, s.end) }

func (s *Sheets) end(v *visit) {
	t := s.p.Words.T
	var sheet *kit.OpenSheet
	keep := kit.PrimaryButton(t("visit.end.keep"), nil)
	keep.Disable()
	var options []kit.Option[coop.Result]
	for _, r := range without() {
		options = append(options, kit.Option[coop.Result]{Value: r, Words: t(i18n.ResultKey(r))})
	}
	result := kit.NewChoice(options, func(coop.Result) { keep.Enable() })
	remark := kit.NewField(t("visit.end.note"), "", nil).WithHint(t("visit.end.note.hint"))
	fault := kit.Body("").Toned(kit.Late)
	fault.Hide()
	content := kit.Column(
		kit.Lines(kit.Body(s.p.Words.People(v.stop.Row.Holders)).Strong(), kit.Quiet(s.p.Words.When(v.stop.Start))), result.Object(), remark, fault)
	keep.OnPressed(func() {
		how, _ := result.Value()
		keep.Disable()
		s.ended(v.stop.Visit, coop.Outcome{Result: how, Overall: -1, Comment: remark.Text()}, func(err error) {
			keep.Enable()
			if err != nil {
				fault.SetText(s.p.Words.Error(err))
				fault.Show()
				content.Refresh()
				sheet.Fit()
				return
			}
			sheet.Close()
		})
	})
	sheet = kit.ShowSheet(s.p.Canvas(), s.p.Words, kit.Sheet{
		Title: t("visit.end.title"), Content: content,
		Actions: []fyne.CanvasObject{kit.SecondaryButton(t("booking.back"), func() { sheet.Close() }), keep},
	})
}

// came is what a visit left behind: itself as it ended, and what comes next.
type came struct {
	visit coop.Visit
	file  coop.File
}

// ended keeps how a visit ended; done is told before what comes next is offered.
func (s *Sheets) ended(v coop.Visit, out coop.Outcome, done func(error)) {
	kit.Run(s.p.Run, func() (c came, err error) {
		ctx := context.Background()
		if c.visit, err = s.p.Desk.CloseVisit(ctx, s.p.Actor(), v.ID, out, nil); err != nil {
			return c, err
		}
		c.file, err = s.p.Desk.Open(ctx, s.p.Actor(), v.Household)
		return c, err
	}, func(c came, err error) {
		done(err)
		if err != nil {
			if !i18n.Speakable(err) {
				s.p.OnError(err)
			}
			return
		}
		s.changed(v.Household)
		s.p.Notices.Done(s.p.Words.T("visit.ended", i18n.Args{
			"When": s.p.Words.When(v.Start), "Result": s.p.Words.T(i18n.ResultKey(out.Result)),
		}))
		if s.p.OnEnded != nil && c.visit.Result != coop.Absent { // an absence has a sheet of its own
			s.p.OnEnded(c.visit)
		}
		s.after(c)
	})
}

// after offers what comes next: a second date where nobody was there, another way after the second
// time, a new date for a visit that was put off.
func (s *Sheets) after(c came) {
	step, absent := c.file.Attempt, c.visit.Result == coop.Absent
	switch {
	case absent && step == coop.NextOffer:
		s.showOffer(c.file)
	case absent && step == coop.NextAgain && c.visit.Place == coop.AtHome:
		s.missed(c.visit, coop.Visit{})
	case absent && step == coop.NextAgain, putOff(c.visit.Result) && (step == coop.NextAgain || step == coop.NextBook):
		s.Propose(c.visit.Household, "")
	}
}

// putOff says whether a visit was to be held another day.
func putOff(r coop.Result) bool { return r == coop.MovedByThem || r == coop.MovedByUs }

// missed is the sheet after a first absence: a second date, and the card that is left at the door.
func (s *Sheets) missed(v, second coop.Visit) {
	t, w := s.p.Words.T, s.p.Words
	var sheet *kit.OpenSheet
	leave := func(do func()) func() {
		return func() {
			sheet.Close()
			do()
		}
	}
	content := kit.Column(kit.Body(t("visit.missed.text")))
	var actions []fyne.CanvasObject
	card := kit.SecondaryButton(t("visit.act.card"), leave(func() { s.p.OnCard(v, second) }))
	if second.ID == "" {
		actions = append(actions, kit.QuietButton(t("visit.later"), func() { sheet.Close() }))
	} else {
		content.Add(kit.Tinted(kit.Done, kit.Row(kit.NewIcon(look.IconCalendarCheck, kit.Done), kit.Grow(kit.Body(t("visit.missed.second", i18n.Args{"When": w.When(second.Start)}))))))
		actions = append(actions, kit.SecondaryButton(t("visit.finished"), func() { sheet.Close() }))
		card = kit.PrimaryButton(t("visit.act.card"), leave(func() { s.p.OnCard(v, second) }))
	}
	if s.p.OnCard != nil {
		actions = append(actions, card.WithIcon(look.IconPrinter))
	}
	if second.ID == "" {
		actions = append(actions, kit.PrimaryButton(t("visit.missed.again"), leave(func() { s.proposeAfter(v) })).WithIcon(look.IconCalendarPlus))
	}
	sheet = kit.ShowSheet(s.p.Canvas(), w, kit.Sheet{Title: t("visit.missed.title"), Content: content, Actions: actions, OnClosed: func() {
		if second.ID != "" {
			s.say(coop.Visit{}, second) // where its way back can be pressed
		}
	}})
}

// proposeAfter proposes a second date, and then comes back to the card with it.
func (s *Sheets) proposeAfter(missed coop.Visit) {
	s.propose(missed.Household, "", func(second coop.Visit) { s.missed(missed, second) })
}
