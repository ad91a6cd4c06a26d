package coop

import "time"

// WaveOrder says who comes first in a wave.
type WaveOrder string

// The orders.
const (
	OldestFirst WaveOrder = "oldest"
	NewestFirst WaveOrder = "newest"
)

// WaveOrders lists the orders as they are offered.
func WaveOrders() []WaveOrder { return []WaveOrder{OldestFirst, NewestFirst} }

// The limits of a wave.
const (
	MostWaveMonths  = 12  // of past entries (domain: section 5.5)
	MostWaveShare   = 100 // percent
	UsualWaveShare  = 30  // percent of the slots that a wave leaves to current entries unless somebody says otherwise
	WaveWorthHaving = 20  // households that wait, from which a coop without any visit booked is offered a wave
)

// WaveAsked is what a first wave is planned from: the visits of households that moved in before
// the coop began.
type WaveAsked struct {
	Months   int       `json:"months"` // entries of so many past months, 1..12
	Order    WaveOrder `json:"order"`
	Share    int       `json:"share"` // percent of each officer's week kept for current entries, 0..90
	Start    Day       `json:"start"` // first day with visits
	Officers []StaffID `json:"officers"`
	PerDay   int       `json:"per_day"` // visits of the wave an officer has a day at most, 0 for the coop's rule
}

// Check refuses what no wave can be planned from.
func (a WaveAsked) Check() error {
	const mostKept = 90
	switch {
	case a.Months < 1 || a.Months > MostWaveMonths:
		return Refuse("wave.refused.months", map[string]any{"Low": 1, "High": MostWaveMonths})
	case a.Share < 0 || a.Share > mostKept:
		return Refuse("wave.refused.share", map[string]any{"Low": 0, "High": mostKept})
	case a.Start == "":
		return Refuse("wave.refused.start", nil)
	case len(a.Officers) == 0:
		return Refuse("wave.refused.officers", nil)
	}
	return nil
}

// WaveVisit is one visit that a plan proposes.
type WaveVisit struct {
	Household HouseholdID `json:"household"`
	Officer   StaffID     `json:"officer"`
	Place     Place       `json:"place"`
	Start     time.Time   `json:"start"`
	End       time.Time   `json:"end"`
	InWindow  bool        `json:"in_window"`        // the day lies in the household's window
	Reason    string      `json:"reason,omitempty"` // why a soft rule is set aside, of a visit that was placed by hand
}

// LeftReason says why a household has no time in a plan.
type LeftReason string

// The reasons.
const (
	LeftNoTime LeftReason = "time"  // nobody has time for it before the plan's last day
	LeftTrips  LeftReason = "trips" // nobody opened twice, and the rules allow neither the phone nor the office
	LeftExit   LeftReason = "exit"  // leaves the home before there is time
	LeftByHand LeftReason = "hand"  // somebody took it out of the plan
)

// LeftReasons lists the reasons.
func LeftReasons() []LeftReason { return []LeftReason{LeftNoTime, LeftTrips, LeftExit, LeftByHand} }

// WaveTotals sum a plan up.
type WaveTotals struct {
	Asked    int `json:"asked"`     // households that owe a visit
	Planned  int `json:"planned"`   // of these, those with a time
	InWindow int `json:"in_window"` // of these, those within their window
	Possible int `json:"possible"`  // an upper bound of InWindow: no plan can have more
	Halves   int `json:"halves"`    // pairs of an officer's half-day and a place visited in it
	Least    int `json:"least"`     // a lower bound of Halves: no plan of as many visits can have fewer
	End      Day `json:"end"`       // the day of the last visit
}

// WeekTotal is how much of a week a plan fills.
type WeekTotal struct {
	Monday  Day `json:"monday"`
	Planned int `json:"planned"` // visits of the plan
	Booked  int `json:"booked"`  // visits that were booked before
	Room    int `json:"room"`    // visits that the officers can make at most
}

// PlaceTotal is how a plan treats one residence.
type PlaceTotal struct {
	Residence ResidenceID `json:"residence"`
	Name      string      `json:"name"`
	Town      string      `json:"town"`
	Planned   int         `json:"planned"`
	Halves    int         `json:"halves"` // half-days of an officer spent there
}

// WavePlan is a proposed wave; nothing of it is kept until somebody confirms it.
type WavePlan struct {
	Asked  WaveAsked     `json:"asked"`
	Visits []WaveVisit   `json:"visits"` // by their start
	Left   []HouseholdID `json:"left"`   // those for whom there is no time before Until
	Until  Day           `json:"until"`  // the last day that was looked at
	Totals WaveTotals    `json:"totals"`
	Weeks  []WeekTotal   `json:"weeks"`
	Places []PlaceTotal  `json:"places"` // the most visits first
}

// Wave is a plan that was confirmed: one act, which can be undone as one.
type Wave struct {
	ID     WaveID    `json:"id"`
	At     time.Time `json:"at"`
	Staff  StaffID   `json:"staff"`
	Asked  WaveAsked `json:"asked"`
	Visits int       `json:"visits"` // how many it booked
	Undone time.Time `json:"undone"` // zero while it stands
	Rev    int       `json:"rev"`
}

// WaveRow is a wave as lists show it.
type WaveRow struct {
	Wave
	By       string `json:"by"`       // the name of whoever confirmed it
	Standing int    `json:"standing"` // its visits that are planned still or took place
	Free     int    `json:"free"`     // of these, those that undoing it would free
}

// WaveError says that one visit of a plan has become impossible since the plan was made.
type WaveError struct {
	Visit   WaveVisit
	Holders []Cooperator // of the household
	Why     error
}

// Error says which rule refuses, without a name.
func (e *WaveError) Error() string { return "a visit of the wave: " + e.Why.Error() }

// Unwrap is the rule's refusal.
func (e *WaveError) Unwrap() error { return e.Why }
