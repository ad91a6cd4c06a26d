// Package booking books, moves and cancels a visit in a sheet above any room: officer, day, hour,
// length and place, with the officer's day beside it, free times to choose from, and what the
// coop's rules say while one chooses. It knows no screen.
package booking

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
)

// Desk is the little that the sheets ask for; *office.Office is one.
type Desk interface {
	Open(ctx context.Context, by coop.Actor, id coop.HouseholdID) (coop.File, error)
	Visit(ctx context.Context, by coop.Actor, id coop.VisitID) (coop.Visit, error)
	Officers(ctx context.Context) ([]coop.Staff, error)
	VisitRules(ctx context.Context) (coop.VisitRules, error)
	Schedule(ctx context.Context, by coop.Actor, from, to coop.Day, officer coop.StaffID) (coop.Schedule, error)
	ProposeStarts(ctx context.Context, by coop.Actor, id coop.VisitID, b coop.Booking, n int) ([]coop.Proposal, error)
	// JudgeVisit says whether a booking can stand; the archive asks the same once more when it is kept.
	JudgeVisit(ctx context.Context, by coop.Actor, id coop.VisitID, b coop.Booking) (coop.Verdict, error)
	BookVisit(ctx context.Context, by coop.Actor, b coop.Booking) (coop.Visit, error)
	MoveVisit(ctx context.Context, by coop.Actor, id coop.VisitID, b coop.Booking) (coop.Visit, error)
	CancelVisit(ctx context.Context, by coop.Actor, id coop.VisitID, reason string) (coop.Visit, error)
	RestoreVisit(ctx context.Context, by coop.Actor, id coop.VisitID) (coop.Visit, error)
	// ClosedDays says on which days from one to another the coop is closed, and why.
	ClosedDays(ctx context.Context, from, to coop.Day) (map[coop.Day]coop.Closure, error)
	// PutBack takes the last move of a visit back.
	PutBack(ctx context.Context, by coop.Actor, before coop.Visit) (coop.Visit, error)
	Today() coop.Day
	Zone() *time.Location
}

// Notices says what was done and offers to undo it.
type Notices interface {
	Done(text string)
	DoneUndo(text string, undo func())
}

// Params is what the sheets are made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk      Desk
	Words     *i18n.Words
	Run       kit.Runner
	Actor     func() coop.Actor // who works now
	Canvas    func() fyne.Canvas
	Notices   Notices
	OnError   func(error)
	OnChanged func(coop.HouseholdID) // a visit was booked, moved, cancelled or put back
}

// Sheets books, moves and cancels visits.
type Sheets struct{ p Params }

// New makes the sheets; nothing is shown yet.
func New(p Params) *Sheets { return &Sheets{p: p} }

// asked is what a sheet begins with.
type asked struct {
	file     coop.File
	visit    coop.Visit // the one to move; without an ID, a new one
	officers []coop.Staff
	rules    coop.VisitRules
	closed   map[coop.Day]coop.Closure // of the days around
	booking  coop.Booking
}

// Book opens the sheet for a new courtesy visit of a household.
func (s *Sheets) Book(h coop.HouseholdID) { s.BookWith(h, "") }

// BookWith is Book with an officer already chosen.
func (s *Sheets) BookWith(h coop.HouseholdID, officer coop.StaffID) {
	kit.Run(s.p.Run, func() (asked, error) {
		a, err := s.ask(h)
		if err != nil {
			return a, err
		}
		a.booking = coop.Booking{Household: h, Kind: coop.CourtesyVisit, Place: coop.AtHome, Officer: officer, Minutes: a.rules.Minutes(coop.AtHome)}
		if a.booking.Officer == "" && len(a.officers) > 0 {
			a.booking.Officer = s.usual(a.officers)
		}
		a.booking.Start, err = s.first(a)
		return a, err
	}, s.show)
}

// Move opens the sheet for another time of a planned visit.
func (s *Sheets) Move(id coop.VisitID) {
	kit.Run(s.p.Run, func() (asked, error) {
		v, err := s.p.Desk.Visit(context.Background(), s.p.Actor(), id)
		if err != nil {
			return asked{}, err
		}
		a, err := s.ask(v.Household)
		a.visit = v
		a.booking = coop.Booking{
			Household: v.Household, Officer: v.Officer, Kind: v.Kind, Place: v.Place, Start: v.Start, Minutes: v.Minutes(),
		}
		return a, err
	}, s.show)
}

func (s *Sheets) ask(h coop.HouseholdID) (a asked, err error) {
	ctx := context.Background()
	if a.file, err = s.p.Desk.Open(ctx, s.p.Actor(), h); err != nil {
		return a, err
	}
	if a.officers, err = s.p.Desk.Officers(ctx); err != nil {
		return a, err
	}
	if a.rules, err = s.p.Desk.VisitRules(ctx); err != nil {
		return a, err
	}
	today := s.p.Desk.Today()
	a.closed, err = s.p.Desk.ClosedDays(ctx, today.AddMonths(-1), today.AddMonths(bookedAhead))
	return a, err
}

// bookedAhead is how many months ahead closed days are shown.
const bookedAhead = 13

// usual is whoever works now if they visit people, else the first officer.
func (s *Sheets) usual(officers []coop.Staff) coop.StaffID {
	for _, o := range officers {
		if o.ID == s.p.Actor().Staff.ID {
			return o.ID
		}
	}
	return officers[0].ID
}

// first is the time that a new booking begins with: free, around the middle of the window, and
// not before the notice that the coop has chosen.
func (s *Sheets) first(a asked) (time.Time, error) {
	const tenOClock = 10
	today, window := s.p.Desk.Today(), a.file.Window
	day := today.Add(a.rules.Post)
	if window.From != "" && window.From > day {
		day = window.Aim
	}
	if window.Holds(today.Add(a.rules.Post / 2)) {
		day = min(day, window.To)
	}
	for a.closed[day] != coop.OpenDay {
		day = day.Add(1)
	}
	b := a.booking
	b.Start = day.At(tenOClock, 0, s.p.Desk.Zone())
	day = coop.DayOf(b.Start)
	taken, err := s.taken(day, b, "")
	if err != nil || taken == nil {
		return b.Start, err
	}
	free, err := s.p.Desk.ProposeStarts(context.Background(), s.p.Actor(), "", b, 1)
	if len(free) > 0 {
		b.Start = free[0].Visit.Start
	}
	return b.Start, err
}

// taken is the visit that holds the time that is asked for, nil when it is free.
func (s *Sheets) taken(day coop.Day, b coop.Booking, id coop.VisitID) (*coop.VisitRow, error) {
	schedule, err := s.p.Desk.Schedule(context.Background(), s.p.Actor(), day, day, b.Officer)
	if err != nil {
		return nil, err
	}
	rules, err := s.p.Desk.VisitRules(context.Background())
	if err != nil {
		return nil, err
	}
	return clash(schedule, visitOf(b, id, rules)), nil
}

func visitOf(b coop.Booking, id coop.VisitID, rules coop.VisitRules) coop.Visit {
	rule := rules.Kind(b.Kind, b.Place)
	return coop.Visit{
		ID: id, Household: b.Household, Officer: b.Officer, Kind: b.Kind, Place: b.Place, State: coop.VisitPlanned, Start: b.Start,
		End: b.Start.Add(time.Duration(b.Minutes) * time.Minute), Before: rule.Before, After: rule.After,
	}
}

func clash(schedule coop.Schedule, v coop.Visit) *coop.VisitRow {
	for _, day := range schedule.Days {
		for i := range day.Visits {
			if v.Clashes(day.Visits[i].Visit) {
				return &day.Visits[i]
			}
		}
	}
	return nil
}

func (s *Sheets) show(a asked, err error) {
	if err != nil {
		s.p.OnError(err)
		return
	}
	newForm(s, a).open()
}

func (s *Sheets) changed(h coop.HouseholdID) {
	if s.p.OnChanged != nil {
		s.p.OnChanged(h)
	}
}
