package agenda

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// hint says that booked visits no longer stand, where the days that are shown hold such.
type hint struct {
	screen *Screen
	text   *kit.Text
	box    *fyne.Container
}

func newHint(s *Screen) *hint {
	h := &hint{screen: s, text: kit.Body("").Strong().Toned(kit.Attention)}
	row := kit.Row(kit.NewGlyph(look.IconWarning, kit.Attention), kit.Grow(h.text), kit.SecondaryButton(s.p.Words.T("agenda.loose.show"), h.open))
	h.box = kit.PaddedXY(look.Wide, 0, kit.Tinted(kit.Attention, row))
	h.box.Hide()
	return h
}

func (h *hint) show() {
	n := len(h.screen.page.loose)
	h.text.SetText(h.screen.p.Words.N("agenda.loose", n))
	if seen := n > 0; seen != h.box.Visible() {
		set(h.box, seen)
		h.screen.stack.Refresh()
	}
}

// open lists the visits that no longer stand, each with what stands in its way.
func (h *hint) open() {
	s := h.screen
	loose := s.page.loose
	kit.Run(s.p.Run, func() ([]string, error) {
		why := make([]string, len(loose))
		for i, v := range loose {
			verdict, err := s.p.Desk.JudgeVisit(context.Background(), s.p.Actor(), v.ID, again(v.Visit))
			if err != nil {
				return nil, err
			}
			why[i] = s.inTheWay(verdict)
		}
		return why, nil
	}, func(why []string, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.showLoose(loose, why)
	})
}

func (s *Screen) showLoose(loose []coop.VisitRow, why []string) {
	words := s.p.Words
	var sheet *kit.OpenSheet
	lines := kit.Stack(0)
	for i, v := range loose {
		caption := words.T("agenda.loose.line", i18n.Args{"When": i18n.Sentence(words.When(v.Start)), "Officer": v.OfficerName, "Why": why[i]})
		lines.Add(kit.NewLinkRow(look.IconWarning, words.People(v.Row.Holders), caption, func() {
			sheet.Close()
			s.p.OnAct(v)
		}).WithTone(kit.Attention))
	}
	sheet = kit.ShowSheet(s.p.Canvas(), words, kit.Sheet{Title: words.T("agenda.loose.title"), Content: kit.Column(kit.Quiet(words.T("agenda.loose.why")), lines)})
}

// again asks for a visit as it stands.
func again(v coop.Visit) coop.Booking {
	return coop.Booking{
		Household: v.Household, Officer: v.Officer, Kind: v.Kind, Place: v.Place, Start: v.Start, Minutes: v.Minutes(),
		Told: v.Told, Agreed: v.Agreed, Reason: v.Reason,
	}
}
