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
