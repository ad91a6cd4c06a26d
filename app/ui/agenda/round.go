package agenda

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// roundPage is « Ma tournée »: an officer's day in the order of the way, with what one needs at each door.
type roundPage struct {
	screen  *Screen
	summary *kit.Text
	print   *kit.Button // nil for none
	lines   *fyne.Container
	scroll  *kit.TouchScroll
}

func newRoundPage(s *Screen) *roundPage {
	r := &roundPage{screen: s, summary: kit.Quiet(""), lines: kit.Stack(look.Tight)}
	r.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Tight, kit.AtMost(look.Scaled(roundWidth), r.lines)))
	if s.p.OnPrintRound != nil {
		r.print = kit.SecondaryButton(s.p.Words.T("agenda.round.print"), func() { s.p.OnPrintRound(s.page.officer, s.page.from) }).WithIcon(look.IconPrinter)
	}
	return r
}

// roundWidth is how wide a round's lines become: a tablet's, so that the eye finds its way back.
const roundWidth float32 = 900

func (r *roundPage) object() fyne.CanvasObject {
	head := kit.Row(kit.Grow(r.summary))
	if r.print != nil {
		head.Add(r.print)
	}
	if s := r.screen; s.p.OnCalendar != nil {
		write := func() { s.p.OnCalendar(s.page.officer, s.page.from, s.page.from) }
		head.Add(kit.IconButton(look.IconCalendarPlus, s.p.Words.T("agenda.calendar"), write).Framed())
	}
	return kit.Stack(0, kit.PaddedXY(look.Wide, look.Tight, kit.AtMost(look.Scaled(roundWidth), head)), kit.Grow(r.scroll))
}

func (r *roundPage) show() {
	s := r.screen
	r.lines.RemoveAll()
	stops := s.page.round.Stops
	r.summary.SetText(s.sumUp(stops))
	if r.print != nil {
		set(r.print, len(stops) > 0)
	}
	if len(s.page.schedule.Days) == 0 {
		return
	}
	c := s.column(&s.page.schedule.Days[0], s.page.officer)
	known := make(map[coop.VisitID]*coop.Stop, len(stops))
	for i := range stops {
		known[stops[i].ID] = &stops[i]
	}
	var last *coop.Stop
	primary := true // the visit that comes next is the one thing to press
	for _, it := range c.items {
		if it.visit == nil {
			r.lines.Add(kit.Tinted(kit.Calm, s.busyLine(it)))
			continue
		}
		stop := known[it.visit.ID]
		if stop == nil {
			continue
		}
		if last != nil {
			r.lines.Add(s.way(last, stop))
		}
		next := primary && s.begun(stop.VisitRow)
		primary = primary && !next
		r.lines.Add(s.stopCard(stop, next))
		last = stop
	}
	if len(c.items) == 0 {
		r.lines.Add(kit.Empty(look.IconCalendarCheck, s.freeDay(&c), nil))
	}
	r.scroll.Refresh()
}

// freeDay says that a day has no visits, and why if there is a reason.
func (s *Screen) freeDay(c *column) string {
	if closed := s.closure(c.closed, c.label); closed != "" {
		return s.p.Words.T("agenda.round.closed", i18n.Args{"Why": closed})
	}
	return s.p.Words.T("agenda.day.none")
}

// sumUp says a round in one line; nothing when there is none.
func (s *Screen) sumUp(stops []coop.Stop) string {
	if len(stops) == 0 {
		return ""
	}
	words, confirmed, travel := s.p.Words, 0, 0
	for i := range stops {
		if !stops[i].Confirmed.IsZero() {
			confirmed++
		}
		if i > 0 {
			travel += int(coop.Travel(stops[i-1].Visit, stops[i].Visit).Minutes())
		}
	}
	return words.N("agenda.round.sum", len(stops), i18n.Args{
		"From": words.Hour(stops[0].Start), "To": words.Hour(stops[len(stops)-1].End), "Travel": words.Minutes(travel),
		"Confirmed": words.N("agenda.round.confirmed", confirmed), "Moves": travel > 0,
	})
}

// leastFree is from how many minutes a gap between two visits is worth a word.
const leastFree = 30

// way is what lies between two visits: the travel, and what is left of the time.
func (s *Screen) way(from, to *coop.Stop) fyne.CanvasObject {
	words := s.p.Words
	travel := int(coop.Travel(from.Visit, to.Visit).Minutes())
	free := int(to.Start.Sub(from.End).Minutes()) - travel
	line := kit.Row()
	if travel > 0 {
		line.Add(kit.NewGlyph(look.IconCar, kit.Calm))
		line.Add(kit.Caption(words.T("agenda.round.travel", i18n.Args{"Minutes": words.Minutes(travel)})).Whole())
	}
	if free >= leastFree {
		line.Add(kit.NewGlyph(look.IconClock, kit.Calm))
		line.Add(kit.Caption(words.T("agenda.round.free", i18n.Args{"Minutes": words.Minutes(free)})).Whole())
	}
	return kit.PaddedXY(look.Inset+look.Scaled(hourWidth)+look.Snug, 2, line)
}

// hourWidth is the room for the hours beside a stop.
const hourWidth float32 = 84
