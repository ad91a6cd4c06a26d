package coop

import "time"

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
