// Package agenda is the room « L'agenda »: the visits of a day, a week or a month, of one officer or
// of all side by side, and an officer's round; what may be done with each visit; and beside them those
// who still wait for one. It knows no other screen: booking by a sheet, moving by a sheet and files
// are handed on.
package agenda

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
)

// Desk is the little that the screen asks for; *office.Office is one.
type Desk interface {
	Schedule(ctx context.Context, by coop.Actor, from, to coop.Day, officer coop.StaffID) (coop.Schedule, error)
	Round(ctx context.Context, by coop.Actor, officer coop.StaffID, day coop.Day) (coop.Round, error)
	// Unsettled lists the booked visits of some days that no longer stand.
	Unsettled(ctx context.Context, by coop.Actor, from, to coop.Day, officer coop.StaffID) ([]coop.VisitRow, error)
	Owing(ctx context.Context, by coop.Actor, limit, offset int) ([]coop.Owing, int, error)
	// JudgeVisit says whether a booking can stand; the archive asks the same once more when it is kept.
	JudgeVisit(ctx context.Context, by coop.Actor, id coop.VisitID, b coop.Booking) (coop.Verdict, error)
	Officers(ctx context.Context) ([]coop.Staff, error)
	BookVisit(ctx context.Context, by coop.Actor, b coop.Booking) (coop.Visit, error)
	MoveVisit(ctx context.Context, by coop.Actor, id coop.VisitID, b coop.Booking) (coop.Visit, error)
	CancelVisit(ctx context.Context, by coop.Actor, id coop.VisitID, reason string) (coop.Visit, error)
	// PutBack takes the last move of a visit back.
	PutBack(ctx context.Context, by coop.Actor, before coop.Visit) (coop.Visit, error)
	VisitRules(ctx context.Context) (coop.VisitRules, error)
	Today() coop.Day
	Zone() *time.Location
}

// Notices says what was done.
type Notices interface {
	Done(text string)
	DoneUndo(text string, undo func())
	Refused(text string)
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine; those that may
// be nil leave out what would call them.
type Params struct {
	Desk    Desk
	Words   *i18n.Words
	Run     kit.Runner
	Actor   func() coop.Actor // who works now
	Now     func() time.Time  // for the line of the hour
	Canvas  func() fyne.Canvas
	Notices Notices
	OnError func(error)

	OnOpen  func(coop.HouseholdID)
	OnAct   func(coop.VisitRow) // opens what may be done with a visit
	OnStart func(coop.VisitRow)
	OnBook  func(h coop.HouseholdID, officer coop.StaffID) // officer "" leaves the choice

	OnPropose    func(h coop.HouseholdID, officer coop.StaffID) // proposes times; may be nil
	OnPrintRound func(officer coop.StaffID, day coop.Day)       // prints a day's round; may be nil
	OnCalendar   func(officer coop.StaffID, from, to coop.Day)  // writes some days for the office calendar; may be nil
	OnCall       func(number string)                            // calls a number; may be nil
	OnWave       func()                                         // prepares a wave of visits; nil for those who may not
	OnReminders  func()                                         // the visits of which households are reminded today; may be nil
}

// Screen is the room « L'agenda ».
type Screen struct {
	p       Params
	view    View
	day     coop.Day // the one that is shown, or one of the week or month that is
	officer coop.StaffID
	chosen  bool // a person has chosen the officer
	base    base
	queue   queue
	page    page
	shelf   shelf
	newest  kit.Latest // of the base
	waited  kit.Latest // of those who wait
	latest  kit.Latest // of the page
	carry   *carry     // the visit that is being moved, nil for none

	head  *head
	hint  *hint
	grid  *grid
	days  *dayList
	month *monthPage
	round *roundPage
	due   *due
	body  *body
	ghost *ghost
	stack *fyne.Container // all but the ghost
	room  *fyne.Container
}

// New makes the screen; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, view: WeekView, day: p.Desk.Today()}
	s.head = newHead(s)
	s.hint = newHint(s)
	s.grid = newGrid(s)
	s.days = newDayList(s)
	s.month = newMonthPage(s)
	s.round = newRoundPage(s)
	s.due = newDue(s)
	s.body = newBody(s)
	s.ghost = newGhost(s)
	s.stack = kit.Stack(0, s.head.box, s.hint.box, kit.Grow(s.body.box))
	s.room = container.NewStack(s.stack, s.ghost.box)
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.room }

// Day shows a day, or the week or the month it lies in.
func (s *Screen) Day(d coop.Day) {
	if s.carry != nil && !s.carry.turning {
		s.carry.leave()
	}
	s.day = d
	s.look()
}

// Show changes the view and the day.
func (s *Screen) Show(v View, d coop.Day) {
	s.view = v
	s.Day(d)
}

func (s *Screen) choose(officer coop.StaffID) {
	s.officer, s.chosen = officer, true
	s.Day(s.day)
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

// name is an officer's name, "" for one who is not known.
func (s *Screen) name(id coop.StaffID) string {
	for _, o := range s.base.officers {
		if o.ID == id {
			return o.Name
		}
	}
	return ""
}

func (s *Screen) show() {
	s.head.show()
	s.hint.show()
	s.body.choose()
	s.due.choose()
	switch s.view {
	case DayView, WeekView:
		if s.body.listed() {
			s.days.show()
		} else {
			s.grid.show(s.page)
		}
	case MonthView:
		s.month.show()
	case RoundView:
		s.round.show()
	}
	s.ghost.show()
}

func set(o fyne.CanvasObject, visible bool) {
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

func put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
