package booking

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
)

// reasonKeys are the usual reasons for cancelling, so that nobody has to type one.
var reasonKeys = []string{
	"booking.cancel.theirs", "booking.cancel.ours", "booking.cancel.left", "booking.cancel.mistake",
}

// Cancel opens the sheet that asks why a planned visit is cancelled.
func (s *Sheets) Cancel(id coop.VisitID) {
	kit.Run(s.p.Run, func() (asked, error) {
		v, err := s.p.Desk.Visit(context.Background(), s.p.Actor(), id)
		if err != nil {
			return asked{}, err
		}
		a, err := s.ask(v.Household)
		a.visit = v
		return a, err
	}, func(a asked, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.showCancel(a)
	})
}

func (s *Sheets) showCancel(a asked) {
	t := s.p.Words.T
	var sheet *kit.OpenSheet
	reason := kit.NewField(t("booking.reason"), "", nil)
	do := kit.DangerButton(t("booking.cancel"), nil)
	var options []kit.Option[string]
	for _, key := range reasonKeys {
		options = append(options, kit.Option[string]{Value: t(key), Words: t(key)})
	}
	usual := kit.NewChoice(options, func(text string) { reason.SetText(text) })
	fault := kit.Body("").Toned(kit.Late)
	fault.Hide()
	content := kit.Column(
		kit.Lines(kit.Body(s.p.Words.People(a.file.Household.Holders)).Strong(), kit.Body(s.p.Words.When(a.visit.Start))),
		kit.Quiet(t("booking.cancel.why")), usual.Object(), reason, fault)
	do.OnPressed(func() {
		do.Disable()
		s.cancel(a.visit, strings.TrimSpace(reason.Text()), func(err error) {
			do.Enable()
			if err != nil {
				fault.SetText(s.p.Words.Error(err))
				fault.Show()
				content.Refresh()
				return
			}
			sheet.Close()
		})
	})
	sheet = kit.ShowSheet(s.p.Canvas(), s.p.Words, kit.Sheet{
		Title: t("booking.title.cancel"), Content: content,
		Actions: []fyne.CanvasObject{kit.SecondaryButton(t("booking.back"), func() { sheet.Close() }), do},
	})
}

// cancel frees the time and offers to take that back.
func (s *Sheets) cancel(v coop.Visit, reason string, done func(error)) {
	kit.Run(s.p.Run, func() (coop.Visit, error) {
		return s.p.Desk.CancelVisit(context.Background(), s.p.Actor(), v.ID, reason)
	}, func(_ coop.Visit, err error) {
		switch {
		case err == nil:
			s.p.Notices.DoneUndo(s.p.Words.T("booking.cancelled", i18n.Args{"When": s.p.Words.When(v.Start)}), func() { s.restore(v) })
			s.changed(v.Household)
		case !i18n.Speakable(err):
			s.p.OnError(err)
		}
		done(err)
	})
}

// restore takes a cancellation back, as long as the time is still free.
func (s *Sheets) restore(v coop.Visit) {
	s.again(v, "booking.restored", func() (coop.Visit, error) {
		return s.p.Desk.RestoreVisit(context.Background(), s.p.Actor(), v.ID)
	})
}

// takeBack undoes a booking.
func (s *Sheets) takeBack(v coop.Visit) {
	s.again(v, "booking.taken-back", func() (coop.Visit, error) {
		return s.p.Desk.CancelVisit(context.Background(), s.p.Actor(), v.ID, s.p.Words.T("booking.undone"))
	})
}

// moveBack undoes a move: the visit has its time, officer and place of before.
func (s *Sheets) moveBack(before coop.Visit) {
	s.again(before, "booking.moved-back", func() (coop.Visit, error) {
		return s.p.Desk.PutBack(context.Background(), s.p.Actor(), before)
	})
}

// again takes something back and says so.
func (s *Sheets) again(v coop.Visit, said string, do func() (coop.Visit, error)) {
	s.noted(v, said, nil, do)
}

// run does something with a visit; what went wrong is told.
func (s *Sheets) run(do func() (coop.Visit, error), done func(coop.Visit)) {
	kit.Run(s.p.Run, do, func(v coop.Visit, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		done(v)
	})
}
