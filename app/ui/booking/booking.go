// Package booking leads through the life of a visit in sheets above any room: it proposes times,
// books, moves and cancels with what the coop's rules say while one chooses, notes that a visit was
// confirmed or reminded, ends one that led to no talk, and says what comes after it. It knows no
// screen.
package booking

import (
	"context"
	"slices"
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
	// ProposeTimes finds the best times for a household and holds them for a while.
	ProposeTimes(ctx context.Context, by coop.Actor, w coop.Wanted) ([]coop.Proposal, error)
	// ReleaseProposals frees what is held for a household.
	ReleaseProposals(ctx context.Context, by coop.Actor, h coop.HouseholdID) error
	// ClosedDays says on which days from one to another the coop is closed, and why.
	ClosedDays(ctx context.Context, from, to coop.Day) (map[coop.Day]coop.Closure, error)
	// StopOf is a visit with where it is.
	StopOf(ctx context.Context, id coop.VisitID) (coop.Stop, error)
	ConfirmVisit(ctx context.Context, by coop.Actor, id coop.VisitID, said bool) (coop.Visit, error)
	RemindVisit(ctx context.Context, by coop.Actor, id coop.VisitID, how coop.Channel) (coop.Visit, error)
	CloseVisit(ctx context.Context, by coop.Actor, id coop.VisitID, out coop.Outcome, promises []coop.FollowUp) (coop.Visit, error)
	// CloseAttempts stops trying to visit a household; ReopenAttempts takes that back.
	CloseAttempts(ctx context.Context, by coop.Actor, h coop.HouseholdID, reason string) (coop.Visit, error)
	ReopenAttempts(ctx context.Context, by coop.Actor, id coop.VisitID) (coop.Visit, error)
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

	OnOpen  func(coop.HouseholdID) // opens a person's file; nil leaves the way out
	OnStart func(coop.VisitRow)    // begins the talk of a visit; nil leaves the way out
	OnSheet func(coop.HouseholdID) // opens the welcome sheet; nil leaves the way out
	// OnCard makes the card that is left where nobody was there, with the second date (a zero Visit for
	// none yet); nil leaves the way out.
	OnCard func(missed, second coop.Visit)
	// OnEnded tells how a visit ended, so that the letter that comes next can be offered; OnLetter writes one
	// about a visit. nil leaves the way out.
	OnEnded  func(coop.Visit)
	OnLetter func(v coop.Visit, kind coop.PaperKind)
	// OnCalendar writes a visit for the office calendar; nil leaves the way out.
	OnCalendar func(coop.Visit)
}

// Sheets are the sheets of a visit's life.
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
func (s *Sheets) BookWith(h coop.HouseholdID, officer coop.StaffID) { s.begin(h, officer, "") }

// BookAt is Book with a place already chosen, such as by phone for a household that was never there.
func (s *Sheets) BookAt(h coop.HouseholdID, place coop.Place) { s.begin(h, "", place) }

func (s *Sheets) begin(h coop.HouseholdID, officer coop.StaffID, place coop.Place) {
	kit.Run(s.p.Run, func() (asked, error) {
		a, err := s.ask(h)
		if err != nil {
			return a, err
		}
		a.booking = coop.Booking{Household: h, Kind: coop.CourtesyVisit, Place: place, Officer: officer, Told: told(a.file.Household)}
		if !a.rules.Kind(coop.CourtesyVisit, place).Allowed {
			a.booking.Place = usualPlace(a)
		}
		a.booking.Minutes = a.rules.Kind(a.booking.Kind, a.booking.Place).Minutes
		if a.booking.Officer == "" && len(a.officers) > 0 {
			a.booking.Officer = s.usual(a.officers)
		}
		a.booking.Start, err = s.first(a)
		return a, err
	}, s.show)
}

// told is how a household is told of its visit unless somebody says otherwise: by post, which leaves
// the most time, but for those who wish to be called.
func told(h coop.Household) coop.Channel {
	if slices.Contains(h.Prefers, coop.PreferCall) {
		return coop.ByCall
	}
	return coop.ByPost
}

// usualPlace is where a new visit is made unless somebody says otherwise: where the household wishes,
// at home, or elsewhere once nobody opened there as often as anybody goes.
func usualPlace(a asked) coop.Place {
	wanted := []coop.Place{coop.AtHome, coop.ByPhone, coop.AtOffice}
	prefers := a.file.Household.Prefers
	switch {
	case slices.Contains(prefers, coop.PreferPhone):
		wanted = slices.Insert(wanted, 0, coop.ByPhone)
	case slices.Contains(prefers, coop.PreferOffice):
		wanted = slices.Insert(wanted, 0, coop.AtOffice)
	}
	for _, p := range wanted {
		if a.rules.Kind(coop.CourtesyVisit, p).Allowed && (p != coop.AtHome || a.file.Next.Step != coop.NextOffer) {
			return p
		}
	}
	return coop.AtHome
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
			Household: v.Household, Officer: v.Officer, Kind: v.Kind, Place: v.Place, Start: v.Start, Minutes: v.Minutes(), Told: v.Told,
		}
		if v.Told == coop.NoChannel {
			a.booking.Told = told(a.file.Household)
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

// notice is how many days before a visit a household is told of it by a channel.
func notice(rules coop.VisitRules, how coop.Channel) int {
	if how == coop.ByPost {
		return rules.Post
	}
	return rules.Notice
}

// first is the time that a new booking begins with: free, around the middle of the window, and
// not before the notice that the coop has chosen.
func (s *Sheets) first(a asked) (time.Time, error) {
	const tenOClock = 10
	today, window, wanted := s.p.Desk.Today(), a.file.Window, notice(a.rules, a.booking.Told)
	day := today.Add(wanted)
	if window.From != "" && window.From > day {
		day = window.Aim
	}
	if window.Holds(today.Add(wanted / 2)) {
		day = min(day, window.To)
	}
	for a.closed[day] != coop.OpenDay {
		day = day.Add(1)
	}
	b, ctx := a.booking, context.Background()
	b.Start = day.At(tenOClock, 0, s.p.Desk.Zone())
	verdict, err := s.p.Desk.JudgeVisit(ctx, s.p.Actor(), "", b)
	if err != nil || verdict.Stands() {
		return b.Start, err
	}
	free, err := s.p.Desk.ProposeStarts(ctx, s.p.Actor(), "", b, 1)
	if len(free) > 0 {
		b.Start = free[0].Visit.Start
	}
	return b.Start, err
}

func visitOf(b coop.Booking, id coop.VisitID, rules coop.VisitRules) coop.Visit {
	rule := rules.Kind(b.Kind, b.Place)
	return coop.Visit{
		ID: id, Household: b.Household, Officer: b.Officer, Kind: b.Kind, Place: b.Place, State: coop.VisitPlanned, Start: b.Start,
		End: b.Start.Add(time.Duration(b.Minutes) * time.Minute), Before: rule.Before, After: rule.After,
	}
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
