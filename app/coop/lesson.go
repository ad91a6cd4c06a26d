package coop

import "time"

// RehearsalID names a Rehearsal.
type RehearsalID string

// Rehearsal is a talk with an invented cooperator, led to learn. It counts in no figure.
type Rehearsal struct {
	ID            RehearsalID `json:"id"`
	Staff         StaffID     `json:"staff"`
	Script        ScriptID    `json:"script"`
	Version       int         `json:"version"` // 0 for a draft
	Persona       string      `json:"persona"` // name of the invented cooperator, « hurried »
	Began         time.Time   `json:"began"`
	Ended         time.Time   `json:"ended"`
	Seconds       int         `json:"seconds"` // time spent, pauses excluded
	Plan          int         `json:"plan"`    // minutes given
	Steps         int         `json:"steps"`   // steps of the talk
	Seen          int         `json:"seen"`
	Essential     int         `json:"essential"` // essential steps of the talk
	EssentialSeen int         `json:"essential_seen"`
	Forgotten     []string    `json:"forgotten"` // labels of what was missing at the end
	Asked         int         `json:"asked"`     // questions that the cooperator asked back
	Answered      int         `json:"answered"`  // of those, marked as answered
}

// RehearsalRow is a rehearsal as lists show it.
type RehearsalRow struct {
	Rehearsal
	Name string `json:"name"` // who rehearsed
}

// RehearsalFilter narrows a list of rehearsals; zero fields do not narrow.
type RehearsalFilter struct {
	Staff  StaffID
	Script ScriptID
	Limit  int
}

// LessonQuery bounds what a script's talks teach.
type LessonQuery struct {
	Script  ScriptID
	Version int       // 0 for every version
	From    time.Time // talks closed in [From, To)
	To      time.Time
	Lengths map[int]map[StepID]int // seconds planned for each step, by version
	Days    int                    // how long after a talk motives are looked for
}

// StepLesson is what the closed talks of one version say of one step.
type StepLesson struct {
	Version int
	Step    StepID
	Seen    int
	Skipped int         // did not apply, or was left out with a reason
	Later   int         // put off and not taken up again
	Over    int         // of those seen, took longer than planned
	Seconds int         // spent by those who saw it, all together
	Asked   map[int]int // how often each « asked back » was asked, by index
}

// MotiveLesson compares the talks where a step was seen with those where it was not: how many of
// the households told the motive in the days after.
type MotiveLesson struct {
	Step     StepID
	Motive   MotiveCode // "" for any motive
	Said     int        // households with the motive, where the step was seen
	SaidOf   int        // all households where the step was seen
	Unsaid   int
	UnsaidOf int
}

// Lessons are what a script's talks teach.
type Lessons struct {
	Talks   map[int]int // closed talks by version
	Steps   []StepLesson
	Motives []MotiveLesson
}
