package coop

import "time"

// Booking is a visit as somebody asks for it.
type Booking struct {
	Household HouseholdID
	Officer   StaffID
	Kind      VisitKind
	Place     Place
	Start     time.Time
	Minutes   int
	Reason    string // why a soft rule is set aside, "" when none is
}

// Warning is a soft rule that a booking does not keep: it may go on, with a reason.
type Warning struct {
	Key  string
	Args map[string]any
}

// Closure says why a coop is closed on a day.
type Closure string

// The closures; OpenDay is no closure.
const (
	OpenDay        Closure = ""
	ClosedSunday   Closure = "sunday"
	ClosedSaturday Closure = "saturday"
	ClosedHoliday  Closure = "holiday"
)

// VisitRules are the coop's rules of visits.
type VisitRules struct {
	Window  WindowRule
	Backlog int // months of past entries that still owe a visit
	Visit   int // minutes of a visit face to face
	Phone   int // minutes of a visit by phone
	Buffer  int // minutes of travel kept free around a visit at home
	Opens   int // minutes after midnight
	Closes  int // minutes after midnight
	Notice  int // days of notice below which booking warns
}

// Minutes is how long a visit lasts unless somebody says otherwise.
func (r VisitRules) Minutes(p Place) int {
	if p == ByPhone {
		return r.Phone
	}
	return r.Visit
}

// BufferAt is the travel kept free around a visit at a place.
func (r VisitRules) BufferAt(p Place) int {
	if p == AtHome || p == "" {
		return r.Buffer
	}
	return 0
}

// RowState says in one word where a household stands with its courtesy visit.
type RowState string

// The states of a row.
const (
	RowLeft    RowState = "left"    // left the home, or will not be visited for that
	RowComing  RowState = "coming"  // has not moved in yet
	RowBooked  RowState = "booked"  // a visit is planned
	RowMet     RowState = "met"     // visited, or a visit is no longer owed
	RowLate    RowState = "late"    // the window has ended without a visit
	RowDue     RowState = "due"     // the window is open
	RowSettled RowState = "settled" // the window has not opened yet
	RowOld     RowState = "old"     // entered too long ago to owe a visit
)

// State says where a household stands on a day.
func (r VisitRules) State(row Row, today Day) RowState {
	window := r.Window.Of(row.Entry)
	switch {
	case row.Gone != "" || (row.Exit != "" && row.Exit < today):
		return RowLeft
	case !row.Visit.IsZero():
		return RowBooked
	case row.Met:
		return RowMet
	case row.Entry == "" || row.Entry > today:
		return RowComing
	case row.Entry < today.AddMonths(-r.Backlog):
		return RowOld
	case window.To < today:
		return RowLate
	case window.From <= today:
		return RowDue
	}
	return RowSettled
}

// Schedule is the diary of some days, of one officer or of all.
type Schedule struct {
	Days   []ScheduleDay // one after the other
	Opens  int           // minutes after midnight
	Closes int           // minutes after midnight
}

// ScheduleDay is one day of a diary.
type ScheduleDay struct {
	Day    Day
	Closed Closure
	Visits []VisitRow // by their start
}
