package month

import "bienvenue/app/coop"

// FewAnswers is the number of answers under which a breakdown is hidden: a mean of three persons
// tells who they are (domain: section 9.5).
const FewAnswers = 5

// TopMotives is how many motives the month shows.
const TopMotives = 10

// Share is a part of a whole; Of is 0 when there is nothing to share.
type Share struct {
	N  int `json:"n"`
	Of int `json:"of"`
}

// Value is the share between 0 and 1; ok is false when there is nothing to share.
func (s Share) Value() (value float64, ok bool) {
	if s.Of == 0 {
		return 0, false
	}
	return float64(s.N) / float64(s.Of), true
}

// Mean is a mean with the number of answers it stands on.
type Mean struct {
	Sum int `json:"sum"`
	N   int `json:"n"`
}

// Value is the mean; ok is false when nobody answered.
func (m Mean) Value() (value float64, ok bool) {
	if m.N == 0 {
		return 0, false
	}
	return float64(m.Sum) / float64(m.N), true
}

// Hidden says whether too few answered for the mean to be shown.
func (m Mean) Hidden() bool { return m.N < FewAnswers }

// Report is a month in figures.
type Report struct {
	Month        coop.Month  `json:"month"`
	Visits       Share       `json:"visits"`    // done, of the target
	Planned      int         `json:"planned"`   // still to come
	InWindow     Share       `json:"in_window"` // of the visits done whose entry day is known, without WaveLate
	Delay        Median      `json:"delay"`     // days from the entry to the visit, of the same
	WaveLate     int         `json:"wave_late"` // visits done of a wave, after the window's end
	Absences     Share       `json:"absences"`  // of all visits that were tried
	Others       int         `json:"others"`    // refused, unreachable, moved, left
	Overall      Mean        `json:"overall"`   // 0..10
	Items        []Item      `json:"items"`
	Knowledge    []Knowledge `json:"knowledge"`
	Motives      []Motive    `json:"motives"`
	Cohorts      []Cohort    `json:"cohorts"`
	Weeks        []Week      `json:"weeks"`
	Officers     []Line      `json:"officers"`
	Residences   []Line      `json:"residences"`
	CounterTalks int         `json:"counter_talks"`
	Opened       int         `json:"follow_ups_opened"`
	Closed       int         `json:"follow_ups_closed"`
	Late         int         `json:"follow_ups_late"`
	Sheets       int         `json:"sheets"`
	Subscribed   int         `json:"shares_subscribed"`
}

// Median is the middle value, with the number of cases; N 0 means none.
type Median struct {
	Days int `json:"days"`
	N    int `json:"n"`
}

// Item is one satisfaction item, judged from 1 to 4.
type Item struct {
	Item coop.SatisfactionItem `json:"item"`
	Mean
	Satisfied int `json:"satisfied"` // how many gave 3 or 4
}

// Knowledge is one of the three questions on being a cooperator.
type Knowledge struct {
	Question coop.QuestionID `json:"question"`
	Yes      Share           `json:"yes"`
}

// Motive is how often a motive was told.
type Motive struct {
	Motive    coop.MotiveCode `json:"motive"`
	N         int             `json:"n"`
	Founded   int             `json:"founded"`
	ToExplain int             `json:"to_explain"`
}

// Cohort is the households that entered in one month.
type Cohort struct {
	Month   coop.Month `json:"month"`
	Visited Share      `json:"visited"`
	Booked  int        `json:"booked"`
}

// Week is the visits of one week of the month.
type Week struct {
	Monday  coop.Day `json:"monday"`
	Done    int      `json:"done"`
	Failed  int      `json:"failed"`
	Planned int      `json:"planned"`
}

// Line is one officer's or one residence's visits.
type Line struct {
	Officer   coop.StaffID     `json:"officer,omitempty"`
	Residence coop.ResidenceID `json:"residence,omitempty"`
	Visits    Share            `json:"visits"` // of the target for an officer, of those tried for a residence
	Absent    int              `json:"absent"`
	Others    int              `json:"others"`
	Planned   int              `json:"planned"`
}
