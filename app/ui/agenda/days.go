package agenda

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// dayList lists the days that are shown with their visits, for where a grid has no room.
type dayList struct {
	screen *Screen
	cards  *fyne.Container
	scroll *kit.TouchScroll
}

func newDayList(s *Screen) *dayList {
	l := &dayList{screen: s, cards: kit.Column()}
	l.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Tight, l.cards))
	return l
}

func (l *dayList) show() {
	s := l.screen
	l.cards.RemoveAll()
	for i := range s.page.schedule.Days {
		day := &s.page.schedule.Days[i]
		c := s.column(day, s.page.officer)
		if weekend := day.Closed == coop.ClosedSaturday || day.Closed == coop.ClosedSunday; weekend && len(c.items) == 0 && s.view == WeekView {
			continue
		}
		l.cards.Add(s.dayCard(&c))
	}
	l.scroll.Refresh()
}

// dayCard is a day with its visits and the times that are not free.
func (s *Screen) dayCard(c *column) fyne.CanvasObject {
	words := s.p.Words
	title := i18n.Sentence(words.Day(c.day))
	if c.day == s.p.Desk.Today() {
		title = words.T("agenda.day.today", i18n.Args{"Day": words.Day(c.day)})
	}
	lines := kit.Stack(0)
	for _, it := range c.items {
		if it.visit != nil {
			lines.Add(s.visitLine(*it.visit))
		} else {
			lines.Add(s.busyLine(it))
		}
	}
	if len(c.items) > 0 {
		return kit.TitledCard(title, s.closedTag(c), lines)
	}
	if tag := s.closedTag(c); tag != nil {
		return kit.Card(kit.Header(title, tag))
	}
	return kit.Card(kit.Header(title, kit.Quiet(words.T("agenda.day.none")).Whole()))
}

// closedTag says why a day is closed, or who is away all day; nil for neither.
func (s *Screen) closedTag(c *column) fyne.CanvasObject {
	note := s.closure(c.closed, c.label)
	if note == "" && len(c.away) > 0 {
		note = s.note(&column{day: c.day, name: "-", away: c.away})
	}
	if note == "" {
		return nil
	}
	return kit.Badge(look.IconCircleSlash, note, kit.Calm)
}

func (s *Screen) visitLine(v coop.VisitRow) *kit.LinkRow {
	words := s.p.Words
	icon, tone := face(v.Visit)
	row := kit.NewLinkRow(icon, words.T("agenda.line", i18n.Args{"Hour": words.Hour(v.Start), "Names": words.People(v.Row.Holders)}),
		words.Where(v.Row.Residence, v.Row.Dwelling), func() { s.p.OnAct(v) }).WithTone(tone)
	tags := kit.Row()
	for _, sign := range s.signs(v.Visit, "") {
		tags.Add(kit.Badge("", sign, tone))
	}
	if s.page.officer == "" {
		tags.Add(kit.Badge("", v.OfficerName, kit.Calm))
	}
	if len(tags.Objects) > 0 {
		row.WithTrailing(tags)
	}
	return row
}

func (s *Screen) busyLine(it item) *kit.LinkRow {
	when := s.p.Words.T("agenda.busy.day")
	if !it.busy.Span.Whole() {
		when = s.span(it.from, it.to)
	}
	return kit.NewLinkRow(look.IconCircleSlash, s.busyWords(it.busy, it.who), when, nil)
}

// span is a part of a day in words, « de 9 h à 11 h 30 ».
func (s *Screen) span(from, to int) string {
	return s.p.Words.T("agenda.span", i18n.Args{"From": s.clock(from), "To": s.clock(to)})
}

// clock is a minute of the day as an hour. The day is one on which no clock changes.
func (s *Screen) clock(minute int) string { return s.p.Words.Hour(s.at("2026-01-05", minute)) }
