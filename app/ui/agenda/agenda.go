// Package agenda is the room « L'agenda »: an officer's week with its visits, what may be done with
// each, and beside it those who still wait for a visit. It knows no other screen: booking, moving
// and files are handed on.
package agenda

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Desk is the little that the screen asks for; *office.Office is one.
type Desk interface {
	Schedule(ctx context.Context, by coop.Actor, from, to coop.Day, officer coop.StaffID) (coop.Schedule, error)
	Officers(ctx context.Context) ([]coop.Staff, error)
	People(ctx context.Context, by coop.Actor, f coop.RowFilter, late bool) ([]coop.Row, int, error)
	VisitRules(ctx context.Context) (coop.VisitRules, error)
	CloseVisit(ctx context.Context, by coop.Actor, id coop.VisitID, out coop.Outcome, promises []coop.FollowUp) (coop.Visit, error)
	Today() coop.Day
	Zone() *time.Location
}

// Notices says what was done.
type Notices interface {
	Done(text string)
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	Actor   func() coop.Actor // who works now
	Now     func() time.Time  // for the line of the hour
	Canvas  func() fyne.Canvas
	Notices Notices
	OnError func(error)

	OnOpen   func(coop.HouseholdID)
	OnStart  func(coop.VisitRow)
	OnMove   func(coop.VisitID)
	OnCancel func(coop.VisitID)
	OnBook   func(h coop.HouseholdID, officer coop.StaffID) // officer "" leaves the choice
}

const weekDays = 7

// Screen is the room « L'agenda ».
type Screen struct {
	p       Params
	monday  coop.Day
	officer coop.StaffID
	chosen  bool // a person has chosen the officer
	latest  kit.Latest
	seen    seen

	title  *kit.Text // where the week is a grid
	slim   *kit.Text // where it is a list
	choice *kit.Select[coop.StaffID]
	week   *week
	days   *fyne.Container
	due    *due
	side   fyne.CanvasObject
	main   fyne.CanvasObject
	list   fyne.CanvasObject
	page   *fyne.Container
	wide   bool
}

// seen is what the screen shows.
type seen struct {
	schedule coop.Schedule
	officers []coop.Staff
	rules    coop.VisitRules
	due      []coop.Row
	total    int
}

// New makes the screen; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, title: kit.Title("").OneLine(), slim: kit.Section("").OneLine(), days: kit.Column()}
	t := p.Words.T
	s.monday = p.Desk.Today().Monday()
	s.choice = kit.NewSelect("", nil, func(id coop.StaffID) { s.officer, s.chosen = id, true; s.Refresh() })
	s.week = newWeek(s)
	s.due = newDue(s)
	head := kit.Row(
		kit.Grow(kit.Stack(0, s.title, s.slim)),
		kit.IconButton(look.IconChevronLeft, t("agenda.previous"), func() { s.turn(-weekDays) }).Framed(),
		kit.SecondaryButton(t("agenda.today"), func() { s.Day(p.Desk.Today()) }),
		kit.IconButton(look.IconChevronRight, t("agenda.next"), func() { s.turn(weekDays) }).Framed(),
		kit.Sized(210, 0, s.choice.Object()))
	s.main = kit.Padded(1, s.week)
	s.list = kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Tight, s.days))
	s.side = kit.Bar(s.due.object())
	s.page = container.NewBorder(kit.PaddedXY(look.Wide, look.Inset, head), nil, nil, nil,
		container.New(&sides{s}, s.main, s.list, s.side))
	s.arrange()
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.page }

// Day shows the week of a day.
func (s *Screen) Day(d coop.Day) {
	s.monday = d.Monday()
	s.Refresh()
}

func (s *Screen) turn(days int) {
	s.monday = s.monday.Add(days)
	s.Refresh()
}

// Refresh reads the week again.
func (s *Screen) Refresh() {
	monday, officer, chosen := s.monday, s.officer, s.chosen
	kit.RunLatest(s.p.Run, &s.latest, func() (seen, error) { return s.load(monday, officer, chosen) }, func(got seen, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.seen = got
		s.show()
	})
}

func (s *Screen) load(monday coop.Day, officer coop.StaffID, chosen bool) (got seen, err error) {
	ctx, by := context.Background(), s.p.Actor()
	if got.officers, err = s.p.Desk.Officers(ctx); err != nil {
		return got, err
	}
	if !chosen {
		officer = usual(got.officers, by.Staff.ID)
	}
	if got.rules, err = s.p.Desk.VisitRules(ctx); err != nil {
		return got, err
	}
	if got.schedule, err = s.p.Desk.Schedule(ctx, by, monday, monday.Add(weekDays-1), officer); err != nil {
		return got, err
	}
	got.due, got.total, err = s.p.Desk.People(ctx, by, coop.RowFilter{Due: true, Limit: mostDue}, false)
	return got, err
}

// usual is whoever works now if they visit people, else the first officer.
func usual(officers []coop.Staff, by coop.StaffID) coop.StaffID {
	for _, o := range officers {
		if o.ID == by {
			return o.ID
		}
	}
	if len(officers) > 0 {
		return officers[0].ID
	}
	return ""
}

func (s *Screen) show() {
	words := s.p.Words
	title := words.T("agenda.week", i18n.Args{"Day": words.Date(s.monday)})
	s.title.SetText(title)
	s.slim.SetText(title)
	if !s.chosen {
		s.officer = usual(s.seen.officers, s.p.Actor().Staff.ID)
	}
	options := make([]kit.Option[coop.StaffID], 0, len(s.seen.officers)+1)
	for _, o := range s.seen.officers {
		options = append(options, kit.Option[coop.StaffID]{Value: o.ID, Words: o.Name})
	}
	options = append(options, kit.Option[coop.StaffID]{Value: "", Words: words.T("agenda.everybody")})
	s.choice.SetOptions(options)
	s.choice.Set(s.officer)
	s.week.show(s.seen.schedule)
	s.fillDays()
	s.due.show()
	s.page.Refresh()
}

// weekFrom is the width from which the week is shown as a grid with those who wait beside it.
const (
	weekFrom  float32 = 960
	sideWidth float32 = 310
)

func (s *Screen) arrange() {
	set(s.main, s.wide)
	set(s.list, !s.wide)
	set(s.title, s.wide)
	set(s.slim, !s.wide)
}

func set(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// sides puts the week left and those who wait right where there is room; else the days stand
// above those who wait.
type sides struct{ screen *Screen }

func (l *sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

func (l *sides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if wide := size.Width >= weekFrom; wide != l.screen.wide {
		l.screen.wide = wide
		l.screen.arrange()
	}
	main, list, side := objects[0], objects[1], objects[2]
	if l.screen.wide {
		put(main, look.Inset, 0, size.Width-sideWidth-2*look.Inset, size.Height-look.Gap)
		put(side, size.Width-sideWidth, 0, sideWidth, size.Height)
		return
	}
	const upper = 0.6
	put(list, 0, 0, size.Width, size.Height*upper)
	put(side, 0, size.Height*upper, size.Width, size.Height*(1-upper))
}

func put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
