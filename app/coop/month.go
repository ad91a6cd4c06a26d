package coop

import "time"

// MonthQuery bounds what a month's figures are made of.
type MonthQuery struct {
	Month    Month
	From, To time.Time // the month's instants in the coop's zone, [From, To)
	Zone     *time.Location
	Window   WindowRule // for « inside the window »
	Today    Day
	Officer  StaffID // "" for the whole coop
}

// VisitCount counts the visits of a month by officer, kind, week and result. A visit that is
// still planned has no result.
type VisitCount struct {
	Officer   StaffID
	Residence ResidenceID
	Kind      VisitKind
	Week      Day // the Monday of its week
	Result    Result
	N         int
}

// DelayCount counts courtesy visits done by the days passed since the entry, those that were
// planned with a wave apart: many of these were late before they could be planned.
type DelayCount struct {
	Days int
	Wave bool
	N    int
}

// CohortCount counts the households that entered in a month: how many owe or owed a visit, how
// many have had it by now.
type CohortCount struct {
	Month   Month
	Entered int
	Visited int
	Booked  int
}

// JudgementCount counts the answers to one satisfaction item.
type JudgementCount struct {
	Item  SatisfactionItem
	Value int // 1..4
	N     int
}

// OverallCount counts overall marks.
type OverallCount struct {
	Value int // 0..10
	N     int
}

// ConcernCount counts motives told in the month.
type ConcernCount struct {
	Motive    MotiveCode
	Residence ResidenceID
	Standing  Standing
	N         int
}

// AnswerCount counts the answers to a talk's question in the month (the knowledge questions).
type AnswerCount struct {
	Question QuestionID
	Choice   ChoiceID
	N        int
}

// MonthRows is what a month's figures are computed from.
type MonthRows struct {
	Visits       []VisitCount
	Delays       []DelayCount
	Cohorts      []CohortCount // the month and the eleven before
	Judgements   []JudgementCount
	Overalls     []OverallCount
	Concerns     []ConcernCount
	Answers      []AnswerCount
	CounterTalks int // talks at the counter closed in the month
	Opened       int // follow-ups opened in the month
	Closed       int // follow-ups ended in the month
	Late         int // follow-ups open and late today
	Sheets       int // welcome sheets handed over in the month
	Subscribed   int // shares subscribed in the month
}

// Indicator names a figure of the month.
type Indicator string

// The indicators (domain: section 9.5).
const (
	IndicatorVisits       Indicator = "visits"        // visits done
	IndicatorInWindow     Indicator = "in-window"     // share of visits done inside the window
	IndicatorAbsences     Indicator = "absences"      // visits that failed for an absence
	IndicatorSatisfaction Indicator = "satisfaction"  // mean overall mark
	IndicatorCoverage     Indicator = "coverage"      // visited among those who entered in a month
	IndicatorMotive       Indicator = "motive"        // motives told
	IndicatorItem         Indicator = "item"          // one satisfaction item
	IndicatorCounter      Indicator = "counter-talks" // talks at the counter
	IndicatorLate         Indicator = "late"          // follow-ups late today
	IndicatorOpened       Indicator = "opened"        // follow-ups opened
	IndicatorClosed       Indicator = "closed"        // follow-ups ended
	IndicatorSheets       Indicator = "sheets"        // sheets handed over
	IndicatorSubscribed   Indicator = "subscribed"    // shares subscribed
	IndicatorPlanned      Indicator = "planned"       // visits of the month still planned
	IndicatorOthers       Indicator = "others"        // visits that ended otherwise: refused, unreachable, moved, left
	IndicatorWave         Indicator = "wave"          // visits done of a wave, after the window's end
)

// CaseQuery asks for the list behind a figure; zero fields do not narrow.
type CaseQuery struct {
	MonthQuery
	Indicator Indicator
	Residence ResidenceID
	Cohort    Month
	Motive    MotiveCode
	Item      SatisfactionItem
	Week      Day
	Limit     int
}

// Case is one line behind a figure.
type Case struct {
	Row      Row        `json:"row"`
	Visit    VisitID    `json:"visit"`
	At       time.Time  `json:"at"`
	Officer  string     `json:"officer"`
	Result   Result     `json:"result"`
	Days     int        `json:"days"`  // since the entry, -1 when it does not apply
	Value    int        `json:"value"` // the mark or judgement, -1 when it does not apply
	Motive   MotiveCode `json:"motive"`
	Standing Standing   `json:"standing"`
}
