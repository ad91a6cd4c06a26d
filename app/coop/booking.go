package coop

import "time"

// Channel is how a household is told of a visit, or how it is reached.
type Channel string

// The channels.
const (
	ByPost    Channel = "post"
	ByCall    Channel = "call"
	ByMail    Channel = "mail" // e-mail
	InPerson  Channel = "person"
	NoChannel Channel = ""
)

// Channels lists the channels in the order they are offered.
func Channels() []Channel { return []Channel{ByCall, ByMail, ByPost, InPerson} }

// Booking is a visit as somebody asks for it.
type Booking struct {
	Household HouseholdID
	Officer   StaffID
	Kind      VisitKind
	Place     Place
	Start     time.Time
	Minutes   int     // 0 for what the coop's rules say
	Told      Channel // how the household is told; by post needs the longest notice
	Agreed    bool    // the household itself agreed to this time: no notice is needed
	Reason    string  // why a soft rule is set aside, "" when none is
	MovedBy   Result  // with a move: MovedByThem or MovedByUs, "" when nobody said
}

// Warning is a rule that a booking does not keep: a key for a sentence, and what it names.
type Warning struct {
	Key  string         `json:"key"`
	Args map[string]any `json:"args,omitempty"`
}

// Verdict says whether a visit can stand. What is refused can't be set aside; what is warned of
// can, with a reason.
type Verdict struct {
	Refused []Warning   // hard rules that it breaks
	Clash   *ClashError // the visit that holds the time, nil for none
	Warned  []Warning   // soft rules that it does not keep
}

// Stands says whether nothing is in the way, soft rules included.
func (v Verdict) Stands() bool { return v.May() && len(v.Warned) == 0 }

// May says whether the visit can be booked, with a reason if there are warnings.
func (v Verdict) May() bool { return len(v.Refused) == 0 && v.Clash == nil }

// Err is the refusal, nil when the visit may stand with the reason that was given.
func (v Verdict) Err(reason string) error {
	switch {
	case v.Clash != nil:
		return v.Clash
	case len(v.Refused) > 0:
		return Refuse(v.Refused[0].Key, v.Refused[0].Args)
	case len(v.Warned) > 0 && reason == "":
		return Refuse("visit.refused.reason", nil)
	}
	return nil
}

// Closure says why a coop is closed on a day.
type Closure string

// The closures; OpenDay is no closure.
const (
	OpenDay        Closure = ""
	ClosedSunday   Closure = "sunday"
	ClosedSaturday Closure = "saturday"
	ClosedHoliday  Closure = "holiday"
	ClosedByCoop   Closure = "coop"   // the coop's own closed day
	ClosedBridge   Closure = "bridge" // a bridge day that the coop takes
)

// KindRule is how visits of a kind are made at a place.
type KindRule struct {
	Kind    VisitKind `json:"kind"`
	Place   Place     `json:"place"`
	Allowed bool      `json:"allowed"`
	Minutes int       `json:"minutes"` // 10..240
	Before  int       `json:"before"`  // minutes of travel kept free before, 0..120
	After   int       `json:"after"`   // minutes of travel kept free after, 0..120
}

// VisitRules are the coop's rules of visits.
type VisitRules struct {
	Window  WindowRule
	Backlog int // months of past entries that still owe a visit
	Kinds   []KindRule
	Week    Week // the coop's usual working week; officers may have their own
	PerDay  int  // visits an officer has a day at most, before a reason is asked for
	PerWeek int  // the same for a week
	Post    int  // calendar days of notice by post
	Notice  int  // calendar days of notice by any other means
	Agreed  int  // working days below which the household must have agreed itself
	Remind  int  // working days before a visit on which the household is reminded
	Place   HolidayPlace
	Whit    bool // Whit Monday is worked
}

// MaxTrips is how often an officer goes to a home that nobody opens (domain: section 5.3).
const MaxTrips = 2

// Kind is the rule of a kind of visit at a place; one that is not there is not allowed.
func (r VisitRules) Kind(k VisitKind, p Place) KindRule {
	for _, rule := range r.Kinds {
		if rule.Kind == k && rule.Place == p {
			return rule
		}
	}
	return KindRule{Kind: k, Place: p}
}

// Minutes is how long a courtesy visit lasts unless somebody says otherwise.
func (r VisitRules) Minutes(p Place) int { return r.Kind(CourtesyVisit, p).Minutes }

// Opens is when the coop's week opens, in minutes after midnight.
func (r VisitRules) Opens() int { return r.Week.Envelope().From }

// Closes is when the coop's week closes, in minutes after midnight.
func (r VisitRules) Closes() int { return r.Week.Envelope().To }

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

// DiaryFacts is everything that decides whether visits can stand, as the archive has it at one
// moment: what the window reads to show, and what the archive's transaction reads again to keep.
type DiaryFacts struct {
	Settings   map[string]string
	Staff      []Staff
	Hours      []Hours
	Exceptions []Exception // that touch the days asked for, of the coop and of the officers
	Visits     []Visit     // that take time on those days (whole weeks), and all of the households asked for
	Holds      []Hold
	Households []HouseholdFacts // of the households asked for
}

// FactsQuery bounds the facts of a diary.
type FactsQuery struct {
	From, To   Day       // whole days, both included; in the coop's zone
	First      time.Time // the instants of those days, [First, Last)
	Last       time.Time
	Officers   []StaffID // nil for all
	Households []HouseholdID
	Now        time.Time // holds that ended before are left out
}

// HouseholdFacts are what of a household decides about its visit.
type HouseholdFacts struct {
	ID        HouseholdID
	Entry     Day
	Exit      Day
	Residence ResidenceID
	Town      string
	Language  string
	Prefers   []Preference
}

// Hold keeps a proposed time for the desk that proposed it, for some minutes.
type Hold struct {
	ID        HoldID      `json:"id"`
	Household HouseholdID `json:"household"`
	Officer   StaffID     `json:"officer"`
	Start     time.Time   `json:"start"`
	End       time.Time   `json:"end"`
	Before    int         `json:"before"`
	After     int         `json:"after"`
	By        StaffID     `json:"by"` // who proposed it
	Until     time.Time   `json:"until"`
}

// HoldFor is how long a proposed time is kept.
const HoldFor = 5 * time.Minute

// Visit is the hold as the visit that it keeps the time for.
func (h Hold) Visit() Visit {
	return Visit{
		ID: VisitID(h.ID), Household: h.Household, Officer: h.Officer, Kind: CourtesyVisit, State: VisitPlanned,
		Start: h.Start, End: h.End, Before: h.Before, After: h.After,
	}
}

// Preference is what a household wishes for its visit.
type Preference string

// The preferences.
const (
	PreferMornings   Preference = "mornings"
	PreferAfternoons Preference = "afternoons"
	PreferLate       Preference = "late"   // the last visit of the day
	PreferCall       Preference = "call"   // be called rather than written to
	PreferPhone      Preference = "phone"  // be visited by phone
	PreferOffice     Preference = "office" // come to the office
)

// Preferences lists the preferences in the order they are offered.
func Preferences() []Preference {
	return []Preference{PreferMornings, PreferAfternoons, PreferLate, PreferCall, PreferPhone, PreferOffice}
}

// Proposal is a time that is proposed for a visit, with why it is a good one.
type Proposal struct {
	Visit Visit     `json:"visit"` // officer, place, start, end, travel
	Hold  HoldID    `json:"hold"`
	Until time.Time `json:"until"` // when the hold ends
	Why   []Warning `json:"why"`   // what speaks for it, the best first
}

// Wanted is a time that somebody looks for: for whom, with whom, and what is agreed on already.
type Wanted struct {
	Household HouseholdID
	Officer   StaffID    // "" for any officer
	Place     Place      // "" for the one that suits the household
	Told      Channel    // how the household will be told
	Agreed    bool       // the household is asked now: no notice is needed
	N         int        // at most so many times
	But       []Proposal // that were shown already: others are wanted
}

// DueReason says why a household waits for a visit.
type DueReason string

// The reasons.
const (
	DueEntered     DueReason = "entered"      // moved in, no visit yet
	DueAbsent      DueReason = "absent"       // nobody was there: a second date is to be proposed
	DueAbsentTwice DueReason = "absent-twice" // nobody was there twice: phone, office, or close
	DueMoved       DueReason = "moved"        // put off by either side, no new date yet
	DueUnreachable DueReason = "unreachable"
)

// Owing is a household that waits for a courtesy visit.
type Owing struct {
	Row
	Home     ResidenceID  `json:"residence_id"`
	Prefers  []Preference `json:"prefers"`
	Wishes   string       `json:"wishes"`
	Language string       `json:"language"`
	Trips    int          `json:"trips"` // visits at home that found nobody
	Last     Result       `json:"last"`  // how its last visit ended, "" without one
	LastAt   time.Time    `json:"last_at"`
}

// Why says why the household waits.
func (o Owing) Why() DueReason {
	switch o.Last {
	case Absent:
		if o.Trips >= MaxTrips {
			return DueAbsentTwice
		}
		return DueAbsent
	case MovedByThem, MovedByUs:
		return DueMoved
	case Unreachable:
		return DueUnreachable
	default:
		return DueEntered
	}
}

// OwingFilter narrows those who wait for a visit; their window's end first.
type OwingFilter struct {
	Since  Day // entries on or after this day
	Before Day // entries on or before this day, "" for all
	On     Day // today
	Limit  int // 0 for all
	Offset int
	Newest bool // the latest entry first
}

// Stop is one visit of a round, with where it is.
type Stop struct {
	VisitRow
	Home     Residence    `json:"home"`
	Wishes   string       `json:"wishes"`
	Prefers  []Preference `json:"prefers"`
	Language string       `json:"language"`
	Trips    int          `json:"trips"` // visits at home that found nobody so far
}

// Round is an officer's day in the order of the way.
type Round struct {
	Day     Day    `json:"day"`
	Officer Staff  `json:"officer"`
	Stops   []Stop `json:"stops"`
	Busy    []Busy `json:"busy"` // meetings and absences of the day
}

// Busy is a time at which an officer makes no visits.
type Busy struct {
	Kind  ExceptionKind `json:"kind"`
	Span  Span          `json:"span"`
	Label string        `json:"label"`
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
	Label  string             // what the coop's own closure is called, "" for the others
	Visits []VisitRow         // by their start
	Work   map[StaffID][]Span // when each officer works, exceptions and busy times taken off
	Busy   map[StaffID][]Busy // meetings and absences
}
