package coop

import "time"

// VisitKind says what a visit is.
type VisitKind string

// The kinds of visit.
const (
	CourtesyVisit VisitKind = "courtesy"
	DeskVisit     VisitKind = "desk"
	PhoneVisit    VisitKind = "phone"
)

// Place says where a visit happens.
type Place string

// The places.
const (
	AtHome   Place = "home"
	AtOffice Place = "office"
	ByPhone  Place = "phone"
)

// Places lists every place in the order it is offered.
func Places() []Place { return []Place{AtHome, AtOffice, ByPhone} }

// VisitState says where a visit stands.
type VisitState string

// The states of a visit. Held means that it took place or was tried: the Outcome says how it ended.
// Closed takes no time: it says that the coop stops trying to visit a household.
const (
	VisitPlanned   VisitState = "planned"
	VisitHeld      VisitState = "held"
	VisitCancelled VisitState = "cancelled"
	VisitClosed    VisitState = "closed"
)

// TakesTime says whether a visit of that state stands in the diary.
func (s VisitState) TakesTime() bool { return s == VisitPlanned || s == VisitHeld }

// Visit is an appointment of an officer with a household.
// Two visits of one officer, travel buffer included, never overlap; neither do two of one household.
type Visit struct {
	ID        VisitID     `json:"id"`
	Household HouseholdID `json:"household"`
	Officer   StaffID     `json:"officer"`
	Kind      VisitKind   `json:"kind"`
	Place     Place       `json:"place"`
	State     VisitState  `json:"state"`
	Start     time.Time   `json:"start"`
	End       time.Time   `json:"end"`
	Before    int         `json:"before"`    // minutes of travel kept free before, 0 off site
	After     int         `json:"after"`     // minutes of travel kept free after, 0 off site
	Moves     int         `json:"moves"`     // how often it was moved
	Told      Channel     `json:"told"`      // how the household is told of it, "" when nobody said
	Agreed    bool        `json:"agreed"`    // the household agreed to the time itself
	Confirmed time.Time   `json:"confirmed"` // when the household said that it will be there, zero while it has not
	Reminded  time.Time   `json:"reminded"`  // when the household was last reminded, zero while it was not
	Wave      WaveID      `json:"wave"`      // the wave that it was planned with, "" for none
	Reason    string      `json:"reason"`    // why it was cancelled, or booked against a soft rule
	Result    Result      `json:"result"`    // how it ended, "" while it has not
	Rev       int         `json:"rev"`
}

// Minutes is how long the visit is planned to last.
func (v Visit) Minutes() int { return int(v.End.Sub(v.Start).Minutes()) }

// Clashes says whether both visits ask for the same time: of the same officer with the travel
// between them, or of the same household. A visit never clashes with itself, nor with one that
// takes no time.
func (v Visit) Clashes(other Visit) bool {
	if v.ID == other.ID || !v.State.TakesTime() || !other.State.TakesTime() {
		return false
	}
	if v.Household == other.Household && v.Start.Before(other.End) && other.Start.Before(v.End) {
		return true
	}
	return v.Officer == other.Officer &&
		v.Start.Before(other.End.Add(Travel(other, v))) && other.Start.Before(v.End.Add(Travel(v, other)))
}

// Travel is the time kept free between a visit and the next one: the longer of what the one
// keeps after it and the other before it.
func Travel(first, next Visit) time.Duration {
	return time.Duration(max(first.After, next.Before)) * time.Minute
}

// Trip says whether somebody went to the home, whatever came of it.
func (v Visit) Trip() bool {
	return v.Kind == CourtesyVisit && v.Place == AtHome && v.State == VisitHeld && v.Result != MovedByThem && v.Result != MovedByUs
}

// Result is how a visit ended (domain: section 5.3).
type Result string

// The results.
const (
	Done         Result = "done"
	Shortened    Result = "shortened"
	MovedByThem  Result = "moved-by-them"
	MovedByUs    Result = "moved-by-us"
	Absent       Result = "absent"
	Refused      Result = "refused"
	Unreachable  Result = "unreachable"
	LeftHome     Result = "left"
	ClosedUnmet  Result = "closed-unmet" // the coop stopped trying, the sheet was sent
	DoneByPhone  Result = "done-phone"
	DoneAtOffice Result = "done-office"
	NoResult     Result = ""
)

// The scales of an outcome.
const (
	minSatisfied  = 1
	maxSatisfied  = 4
	maxOverall    = 10
	noOverall     = -1
	CommentLength = 280 // characters of a free comment or note; free text is kept short on purpose
)

// Results lists every result that a visit may end with, in the order it is offered. ClosedUnmet is
// no end of a visit but of the attempts.
func Results() []Result {
	return []Result{
		Done, Shortened, DoneByPhone, DoneAtOffice, Absent, MovedByThem,
		MovedByUs, Refused, Unreachable, LeftHome,
	}
}

// Counts says whether the visit counts as done in the month's figures.
func (r Result) Counts() bool {
	return r == Done || r == Shortened || r == DoneByPhone || r == DoneAtOffice
}

// Closes says whether no further visit is owed after this result.
func (r Result) Closes() bool {
	return r.Counts() || r == Refused || r == LeftHome || r == ClosedUnmet
}

// SatisfactionItem is one thing a cooperator is asked to judge (domain: section 4.4).
type SatisfactionItem string

// The items, in the order they are asked. Each is judged from 1 (pas du tout) to 4 (tout à fait);
// an item that does not apply is left out.
const (
	ItemSignature  SatisfactionItem = "signature"
	ItemEntryState SatisfactionItem = "entry-state"
	ItemEquipment  SatisfactionItem = "equipment"
	ItemComfort    SatisfactionItem = "comfort"
	ItemCommon     SatisfactionItem = "common"
	ItemNeighbours SatisfactionItem = "neighbours"
	ItemAnswers    SatisfactionItem = "answers"
	ItemRent       SatisfactionItem = "rent"
	ItemRights     SatisfactionItem = "rights"
	ItemCoop       SatisfactionItem = "coop"
	ItemUseful     SatisfactionItem = "useful"
)

// SatisfactionItems lists the items in the order they are asked.
func SatisfactionItems() []SatisfactionItem {
	return []SatisfactionItem{
		ItemSignature, ItemEntryState, ItemEquipment, ItemComfort, ItemCommon, ItemNeighbours,
		ItemAnswers, ItemRent, ItemRights, ItemCoop, ItemUseful,
	}
}

// Gravity weighs a motive of dissatisfaction.
type Gravity string

// The three levels.
const (
	Minor   Gravity = "minor"
	Serious Gravity = "serious"
	Urgent  Gravity = "urgent"
)

// Gravities lists the levels from light to heavy.
func Gravities() []Gravity { return []Gravity{Minor, Serious, Urgent} }

// Standing says what the coop owes a motive.
type Standing string

// The standings. A motive born of a misunderstanding is ToExplain, never « undue » to the person.
const (
	Founded    Standing = "founded"
	ToExplain  Standing = "to-explain"
	OutOfScope Standing = "out-of-scope"
)

// Standings lists every standing in the order it is offered.
func Standings() []Standing { return []Standing{Founded, ToExplain, OutOfScope} }

// Concern is a motive of dissatisfaction that a household told.
type Concern struct {
	Motive   MotiveCode `json:"motive"`
	Gravity  Gravity    `json:"gravity"`
	Standing Standing   `json:"standing"`
}

// Outcome is what came of a visit or a talk.
type Outcome struct {
	Talk         TalkID                   `json:"talk"`
	Visit        VisitID                  `json:"visit"` // "" for a talk at the counter
	Household    HouseholdID              `json:"household"`
	Result       Result                   `json:"result"`
	Satisfaction map[SatisfactionItem]int `json:"satisfaction"` // 1..4
	Overall      int                      `json:"overall"`      // 0..10, -1 when not given
	Concerns     []Concern                `json:"concerns"`
	Interests    []Interest               `json:"interests"`
	Comment      string                   `json:"comment"` // at most 280 characters
	At           time.Time                `json:"at"`
	Officer      StaffID                  `json:"officer"`
}

// Check refuses an outcome that could not be counted: an unknown result, a judgement out of its
// scale, a comment that is too long.
func (o Outcome) Check() error {
	if o.Result == NoResult {
		return Refuse("outcome.refused.result", nil)
	}
	for item, v := range o.Satisfaction {
		if v < minSatisfied || v > maxSatisfied {
			return Refuse("outcome.refused.satisfaction", map[string]any{"Item": string(item), "Value": v})
		}
	}
	if o.Overall < noOverall || o.Overall > maxOverall {
		return Refuse("outcome.refused.overall", map[string]any{"Value": o.Overall})
	}
	if n := len([]rune(o.Comment)); n > CommentLength {
		return Refuse("outcome.refused.comment", map[string]any{"Length": n, "Limit": CommentLength})
	}
	return nil
}

// Interest is something a cooperator would like to hear more about.
type Interest string

// The interests offered at the end of a talk.
const (
	InterestAgm      Interest = "agm"
	InterestReferent Interest = "referent"
	InterestWorkshop Interest = "workshop"
	InterestBuying   Interest = "buying"
	InterestNews     Interest = "news"
)

// Interests lists every interest in the order it is offered.
func Interests() []Interest {
	return []Interest{InterestAgm, InterestReferent, InterestWorkshop, InterestBuying, InterestNews}
}
