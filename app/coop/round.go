package coop

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
