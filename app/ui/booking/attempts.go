package booking

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Offer opens the sheet for a household that was not there twice: by phone, at the office, or closed
// without a visit.
func (s *Sheets) Offer(h coop.HouseholdID) {
	kit.Run(s.p.Run, func() (coop.File, error) {
		return s.p.Desk.Open(context.Background(), s.p.Actor(), h)
	}, func(f coop.File, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.showOffer(f)
	})
}

func (s *Sheets) showOffer(f coop.File) {
	kit.Run(s.p.Run, func() (coop.VisitRules, error) {
		return s.p.Desk.VisitRules(context.Background())
	}, func(rules coop.VisitRules, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.offerSheet(f.Household, rules)
	})
}

func (s *Sheets) offerSheet(h coop.Household, rules coop.VisitRules) {
	t := s.p.Words.T
	var sheet *kit.OpenSheet
	lines := kit.Stack(0)
	add := func(icon look.Icon, word, why string, do func()) {
		lines.Add(kit.NewLinkRow(icon, word, why, func() {
			sheet.Close()
			do()
		}))
	}
	if rules.Kind(coop.CourtesyVisit, coop.ByPhone).Allowed {
		add(look.IconPhone, t("visit.offer.phone"), t("visit.offer.phone.why"), func() { s.BookAt(h.ID, coop.ByPhone) })
	}
	if rules.Kind(coop.CourtesyVisit, coop.AtOffice).Allowed {
		add(look.IconBuilding, t("visit.offer.office"), t("visit.offer.office.why"), func() { s.BookAt(h.ID, coop.AtOffice) })
	}
	add(look.IconCircleSlash, t("visit.offer.close"), t("visit.offer.close.why"), func() { s.GiveUp(h.ID) })
	sheet = kit.ShowSheet(s.p.Canvas(), s.p.Words, kit.Sheet{
		Title: t("visit.offer.title"), Content: kit.Column(kit.Body(s.p.Words.People(h.Holders)).Strong(), kit.Body(t("visit.offer.text")), lines),
		Actions: []fyne.CanvasObject{kit.SecondaryButton(t("visit.later"), func() { sheet.Close() })},
	})
}

// giveUpKeys are the usual reasons for closing without a visit, so that nobody has to type one.
var giveUpKeys = []string{"visit.give-up.absent", "visit.give-up.unreachable", "visit.give-up.silent"}

// GiveUp opens the sheet that asks why the coop stops trying to visit a household.
func (s *Sheets) GiveUp(h coop.HouseholdID) {
	t := s.p.Words.T
	var sheet *kit.OpenSheet
	reason := kit.NewField(t("booking.reason"), "", nil)
	options := make([]kit.Option[string], len(giveUpKeys))
	for i, key := range giveUpKeys {
		options[i] = kit.Option[string]{Value: t(key), Words: t(key)}
	}
	usual := kit.NewChoice(options, func(text string) { reason.SetText(text) })
	fault := kit.Body("").Toned(kit.Late)
	fault.Hide()
	content := kit.Column(kit.Body(t("visit.give-up.text")), usual.Object(), reason, fault)
	do := kit.DangerButton(t("visit.offer.close"), nil)
	do.OnPressed(func() {
		do.Disable()
		s.giveUp(h, strings.TrimSpace(reason.Text()), func(err error) {
			do.Enable()
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
		Title: t("visit.give-up.title"), Content: content,
		Actions: []fyne.CanvasObject{kit.SecondaryButton(t("booking.back"), func() { sheet.Close() }), do},
	})
}

func (s *Sheets) giveUp(h coop.HouseholdID, reason string, done func(error)) {
	kit.Run(s.p.Run, func() (coop.Visit, error) {
		return s.p.Desk.CloseAttempts(context.Background(), s.p.Actor(), h, reason)
	}, func(v coop.Visit, err error) {
		done(err)
		if err != nil {
			if !i18n.Speakable(err) {
				s.p.OnError(err)
			}
			return
		}
		s.changed(h)
		s.sendSheet(v)
	})
}

// sendSheet offers the welcome sheet that is sent in place of a visit; once that is answered, closing
// without a visit can be taken back.
func (s *Sheets) sendSheet(v coop.Visit) {
	t := s.p.Words.T
	said := func() {
		s.p.Notices.DoneUndo(t("visit.give-up.done"), func() { s.reopen(v) })
	}
	if s.p.OnSheet == nil {
		said()
		return
	}
	var sheet *kit.OpenSheet
	prepare := func() {
		sheet.Close()
		s.p.OnSheet(v.Household)
	}
	sheet = kit.ShowSheet(s.p.Canvas(), s.p.Words, kit.Sheet{
		Title: t("visit.send.title"), Content: kit.Body(t("visit.send.text")), OnClosed: said,
		Actions: []fyne.CanvasObject{
			kit.SecondaryButton(t("visit.later"), func() { sheet.Close() }),
			kit.PrimaryButton(t("visit.send.do"), prepare).WithIcon(look.IconPrinter),
		},
	})
}

// reopen takes it back that the coop stopped trying.
func (s *Sheets) reopen(v coop.Visit) {
	s.again(v, "visit.reopened", func() (coop.Visit, error) {
		return s.p.Desk.ReopenAttempts(context.Background(), s.p.Actor(), v.ID)
	})
}
