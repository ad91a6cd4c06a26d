package coop

import "time"

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
