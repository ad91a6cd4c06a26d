package today

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// waitingCard names the few who should have a visit first, with times to propose to each; nil when
// nobody waits.
func (s *Screen) waitingCard() fyne.CanvasObject {
	if len(s.home.Waiting) == 0 {
		return nil
	}
	w := s.p.Words
	lines := kit.Stack(look.Tight)
	for _, o := range s.home.Waiting {
		propose := kit.SecondaryButton(w.T("today.waiting.propose"), func() { s.p.OnPropose(o.ID, s.officer()) })
		lines.Add(kit.Row(kit.Grow(newNameLine(w.People(o.Holders), join(s.end(o), s.where(o.Row)), func() { s.p.OnOpen(o.ID) })), propose))
	}
	all := kit.QuietButton(w.T("today.waiting.all"), func() { s.p.OnToBook(false) }).WithTrailingIcon(look.IconChevronRight)
	return kit.TitledCard(w.T("today.waiting"), all, lines)
}

// officer is whoever works now if they visit people, "" for anybody.
func (s *Screen) officer() coop.StaffID {
	if s.p.Staff.Visits() {
		return s.p.Staff.ID
	}
	return ""
}

// end says until when a household's visit should be, and what came of the last one.
func (s *Screen) end(o coop.Owing) string {
	w := s.p.Words
	end := s.home.Window.Of(o.Entry).To
	text := w.T("today.waiting.until", i18n.Args{"Day": w.DayBrief(end)})
	if end < s.home.Today {
		text = w.T("today.waiting.late", i18n.Args{"Day": w.DayBrief(end)})
	}
	if why := o.Why(); why != coop.DueEntered {
		return join(w.T(i18n.DueReasonKey(why)), text)
	}
	return text
}

// waveCard offers a first wave to a coop that has brought its households in and booked no visit yet.
func (s *Screen) waveCard() fyne.CanvasObject {
	w := s.p.Words
	prepare := kit.SecondaryButton(w.T("wave.prepare"), s.p.OnWave).WithIcon(look.IconCalendarPlus)
	text := kit.Lines(kit.Section(w.N("today.wave", s.home.Wave)), kit.Quiet(w.T("today.wave.what")))
	return kit.Card(kit.Sides(twoColumns, 0.74, text, kit.Row(kit.Spacer(), prepare)))
}
