package coop

import "time"

// Row is a household as lists show it.
type Row struct {
	ID        HouseholdID  `json:"id"`
	Lease     string       `json:"lease"`
	Holders   []Cooperator `json:"holders"`
	Residence string       `json:"residence"`
	Town      string       `json:"town"`
	Dwelling  Dwelling     `json:"dwelling"`
	Product   Product      `json:"product"`
	Entry     Day          `json:"entry"`
	Exit      Day          `json:"exit"`
	Gone      Day          `json:"gone"`
	Share     ShareState   `json:"share"`
	Visit     time.Time    `json:"visit"` // start of the next planned courtesy visit, zero when none
	Met       bool         `json:"met"`   // a courtesy visit has been done, or is no longer owed
}

// RowFilter narrows a list of households; zero fields do not narrow.
type RowFilter struct {
	Words      string      // as typed in the search box
	Due        bool        // owes a courtesy visit: lives there, entered after Since, none done, refused or planned
	Since      Day         // with Due: entries on or after this day only
	Before     Day         // with Due: entries on or before this day only (the window has opened)
	LateBefore Day         // with Due: entries before this day only (the window has ended)
	NoShare    bool        // share unknown, to offer or offered
	Residence  ResidenceID // one residence only
	On         Day         // today, needed with Due
	Limit      int         // at most so many, 0 for all
	Offset     int
}

// VisitRow is a visit as lists show it.
type VisitRow struct {
	Visit
	Row         Row    `json:"row"`
	OfficerName string `json:"officer_name"`
}

// VisitFilter narrows a list of visits; zero fields do not narrow. Cancelled visits are left out
// unless asked for.
type VisitFilter struct {
	From, To  time.Time // visits that start in [From, To)
	Officer   StaffID
	Household HouseholdID
	Cancelled bool
}

// TalkRow is a talk as lists show it.
type TalkRow struct {
	Talk
	Row Row `json:"row"`
}

// FollowUpRow is a follow-up as lists show it.
type FollowUpRow struct {
	FollowUp
	Row Row `json:"row"`
}

// FollowUpFilter narrows a list of follow-ups; zero fields do not narrow.
type FollowUpFilter struct {
	Household HouseholdID
	Talk      TalkID
	OpenOnly  bool
	LateOn    Day // open and due before this day
	Service   Service
	Limit     int
}

// File is everything the desk sees of a household.
type File struct {
	Household Household
	Residence Residence
	Window    Window
	Visits    []VisitRow
	Talks     []Talk
	Outcomes  []Outcome
	FollowUps []FollowUp
	Papers    []Paper
	Reprint   bool    // a talk was corrected since the last welcome sheet was made
	Journal   []Entry // oldest first
	Next      Next
	Attempt   NextStep // how the visit that is owed is to be tried: NextBook, NextAgain or NextOffer; "" when none is
}

// NextStep says what there is to do for a household.
type NextStep string

// The next steps, in the order they are looked for.
const (
	NextResume   NextStep = "resume"   // a talk was interrupted
	NextStart    NextStep = "start"    // the visit is today
	NextBook     NextStep = "book"     // a courtesy visit is due and not booked
	NextAgain    NextStep = "again"    // nobody was there, or it was put off: another date is to be found
	NextOffer    NextStep = "offer"    // nobody was there twice: by phone, at the office, or closed
	NextWait     NextStep = "wait"     // the visit is booked for a later day
	NextSheet    NextStep = "sheet"    // visited, the sheet not yet handed over
	NextFollowUp NextStep = "followup" // something promised is open
	NextEntry    NextStep = "entry"    // not moved in yet
	NextNothing  NextStep = "nothing"
)

// Next is the one thing to do next for a household.
type Next struct {
	Step     NextStep
	Talk     TalkID
	Visit    VisitID
	FollowUp FollowUpID
	Day      Day // of the visit, the entry, or the follow-up's due day
	Late     bool
}
