package agenda

import (
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// head is the line above the diary: what is shown, the way to the next page, the views, the officers.
type head struct {
	screen   *Screen
	title    *kit.Text // where there is room
	slim     *kit.Text // where there is not
	previous *kit.Button
	next     *kit.Button
	today    *kit.Button
	views    *kit.Choice[View]
	officers *kit.Select[coop.StaffID]
	calendar *kit.Button // nil for none
	remind   *kit.Button // nil for none
	offered  []string    // the officers that are offered, to see whether they change
	box      *fyne.Container
	beside   []fyne.CanvasObject // what stands on the title's line
	line     bool                // everything stands on one
	width    float32
}

// viewWords are the keys of a view: its name, and the way to its page before and after.
var viewWords = map[View]struct {
	name, previous, next string
	icon                 look.Icon
}{
	DayView:   {"agenda.view.day", "agenda.previous.day", "agenda.next.day", look.IconSun},
	WeekView:  {"agenda.view.week", "agenda.previous.week", "agenda.next.week", look.IconColumns},
	MonthView: {"agenda.view.month", "agenda.previous.month", "agenda.next.month", look.IconCalendarDays},
	RoundView: {"agenda.view.round", "agenda.previous.day", "agenda.next.day", look.IconMapPin},
}

func newHead(s *Screen) *head {
	t := s.p.Words.T
	h := &head{screen: s, title: kit.Title("").OneLine(), slim: kit.Section("").OneLine(), box: kit.Stack(0)}
	h.previous = kit.IconButton(look.IconChevronLeft, t("agenda.previous.week"), func() { s.turn(-1) }).Framed()
	h.next = kit.IconButton(look.IconChevronRight, t("agenda.next.week"), func() { s.turn(1) }).Framed()
	h.today = kit.SecondaryButton(t("agenda.today"), func() { s.Day(s.p.Desk.Today()) })
	var options []kit.Option[View]
	for _, v := range []View{DayView, WeekView, MonthView, RoundView} {
		options = append(options, kit.Option[View]{Value: v, Words: t(viewWords[v].name), Icon: viewWords[v].icon})
	}
	h.views = kit.NewChoice(options, func(v View) { s.Show(v, s.day) })
	h.views.Set(s.view)
	h.officers = kit.NewSelect("", nil, s.choose)
	if s.p.OnCalendar != nil {
		h.calendar = kit.IconButton(look.IconCalendarPlus, t("agenda.calendar"), h.write).Framed()
	}
	if s.p.OnReminders != nil {
		h.remind = kit.IconButton(look.IconBell, t("agenda.reminders"), s.p.OnReminders).Framed()
	}
	h.arrange()
	return h
}

// arrange puts everything on one line where there is room, else on two.
func (h *head) arrange() {
	title := kit.Grow(kit.Stack(0, h.title, h.slim))
	turning := kit.Row(h.previous, h.today, h.next)
	officers := kit.Row(kit.Sized(look.Scaled(officerWidth), 0, h.officers.Object()))
	if h.remind != nil {
		officers.Add(h.remind)
	}
	all := append(h.views.Parts(), turning, officers)
	h.line = h.left(all) >= look.Scaled(leastTitle)
	if h.calendar != nil { // beside a month, whose title is short
		officers.Add(h.calendar)
	}
	h.beside = []fyne.CanvasObject{turning}
	rows := []fyne.CanvasObject{kit.Row(title, turning), kit.Row(h.views.Object(), kit.Spacer(), officers)}
	if h.line {
		h.beside = all
		rows = []fyne.CanvasObject{kit.RowOf(look.Inset, title, h.views.Object(), turning, officers)}
	}
	h.box.Objects = []fyne.CanvasObject{kit.PaddedXY(look.Wide, look.Gap, kit.Stack(look.Snug, rows...))}
	h.box.Refresh()
	h.fit()
}

// left is what others leave of a line for the title.
func (h *head) left(beside []fyne.CanvasObject) float32 {
	left := h.width - 2*look.Wide
	for _, o := range beside {
		left -= o.MinSize().Width + look.Gap
	}
	return left
}

// fit writes the title large where it has room.
func (h *head) fit() {
	large := h.title.Natural() <= h.left(h.beside)
	set(h.title, large)
	set(h.slim, !large)
}

// Widths at the usual text size: of the officers' names, and the least of the title on one line with all else.
const (
	officerWidth float32 = 190
	leastTitle   float32 = 205
)

// resize arranges the head anew for a width.
func (h *head) resize(width float32) {
	if h.width != width {
		h.width = width
		h.arrange()
	}
}

func (h *head) show() {
	s := h.screen
	title := s.title()
	h.title.SetText(title)
	h.slim.SetText(title)
	h.previous.SetText(s.p.Words.T(s.turnWord(-1)))
	h.next.SetText(s.p.Words.T(s.turnWord(1)))
	h.views.Set(s.view)
	h.offer()
	h.officers.Set(s.page.officer)
	if h.calendar != nil {
		set(h.calendar, s.view == MonthView && s.page.officer != "")
	}
	h.fit()
}

// write hands on the month that is shown.
func (h *head) write() {
	month := h.screen.day.Month()
	h.screen.p.OnCalendar(h.screen.page.officer, month.First(), month.Last())
}

// turnWord is the key of the page after this one, or for -1 of the one before.
func (s *Screen) turnWord(n int) string {
	if n < 0 {
		return viewWords[s.view].previous
	}
	return viewWords[s.view].next
}

// offer lists the officers, and everybody where more than one can be shown.
func (h *head) offer() {
	s := h.screen
	var options []kit.Option[coop.StaffID]
	offered := []string{string(s.view)}
	for _, o := range s.base.officers {
		options = append(options, kit.Option[coop.StaffID]{Value: o.ID, Words: o.Name})
		offered = append(offered, o.Name)
	}
	if s.view != RoundView {
		options = append(options, kit.Option[coop.StaffID]{Value: "", Words: s.p.Words.T("agenda.everybody")})
	}
	if !slices.Equal(offered, h.offered) {
		h.offered = offered
		h.officers.SetOptions(options)
	}
}

// title says which days are shown. The year goes without saying while it is this one.
func (s *Screen) title() string {
	words, from := s.p.Words, s.page.from
	year, _, _ := from.Date()
	now, _, _ := s.p.Desk.Today().Date()
	switch s.view {
	case WeekView:
		return words.T("agenda.week", i18n.Args{"Day": words.DateBrief(from, year != now)})
	case MonthView:
		return i18n.Sentence(words.Month(s.day.Month()))
	case DayView, RoundView:
	}
	if year == now {
		return i18n.Sentence(words.Day(from))
	}
	return i18n.Sentence(words.DayLong(from))
}
