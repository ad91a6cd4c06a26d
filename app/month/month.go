// Package month turns the grouped rows of a month into its figures: pure functions, no database,
// no words. Every figure says how many cases it stands on, so that a small number is read as one.
package month

import (
	"cmp"
	"slices"

	"bienvenue/app/coop"
)

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
	InWindow     Share       `json:"in_window"` // of the visits done whose entry day is known
	Delay        Median      `json:"delay"`     // days from the entry to the visit
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

// The three questions of the survey that started it all, and the answers that mean yes.
var knowledge = []coop.QuestionID{"knew-cooperator", "knows-amount", "attended-agm"}

const yes coop.ChoiceID = "yes"

// Compute makes the report of a month. Officers are those who visit, each with a target; usual
// stands in for a target of 0. With q.Officer set, the target is that officer's alone.
func Compute(q coop.MonthQuery, rows coop.MonthRows, officers []coop.Staff, usual int) Report {
	r := Report{
		Month: q.Month, CounterTalks: rows.CounterTalks, Opened: rows.Opened, Closed: rows.Closed,
		Late: rows.Late, Sheets: rows.Sheets, Subscribed: rows.Subscribed,
	}
	r.visits(rows.Visits)
	r.officers(rows.Visits, officers, q.Officer, usual)
	r.residences(rows.Visits)
	r.weeks(q, rows.Visits)
	r.delays(rows.Delays, q.Window)
	r.judgements(rows)
	r.motives(rows.Concerns)
	for _, c := range rows.Cohorts {
		r.Cohorts = append(r.Cohorts, Cohort{Month: c.Month, Visited: Share{c.Visited, c.Entered}, Booked: c.Booked})
	}
	return r
}

// visits counts all visits of the month; the target is filled in with the officers'.
func (r *Report) visits(counts []coop.VisitCount) {
	for _, c := range counts {
		if c.Result != coop.NoResult {
			r.Absences.Of += c.N
		}
		switch {
		case c.Result == coop.NoResult:
			r.Planned += c.N
		case c.Result.Counts():
			r.Visits.N += c.N
		case c.Result == coop.Absent:
			r.Absences.N += c.N
		default:
			r.Others += c.N
		}
	}
}

func (l *Line) add(c coop.VisitCount) {
	switch {
	case c.Result == coop.NoResult:
		l.Planned += c.N
	case c.Result.Counts():
		l.Visits.N += c.N
	case c.Result == coop.Absent:
		l.Absent += c.N
	default:
		l.Others += c.N
	}
}

func (r *Report) officers(counts []coop.VisitCount, officers []coop.Staff, only coop.StaffID, usual int) {
	lines := map[coop.StaffID]*Line{}
	var order []coop.StaffID
	line := func(id coop.StaffID) *Line {
		if lines[id] == nil {
			lines[id] = &Line{Officer: id}
			order = append(order, id)
		}
		return lines[id]
	}
	for _, s := range officers {
		if only != "" && s.ID != only {
			continue
		}
		target := s.Target
		if target == 0 {
			target = usual
		}
		line(s.ID).Visits.Of = target
		r.Visits.Of += target
	}
	for _, c := range counts {
		line(c.Officer).add(c)
	}
	for _, id := range order {
		r.Officers = append(r.Officers, *lines[id])
	}
}

func (r *Report) residences(counts []coop.VisitCount) {
	lines := map[coop.ResidenceID]*Line{}
	for _, c := range counts {
		if lines[c.Residence] == nil {
			lines[c.Residence] = &Line{Residence: c.Residence}
		}
		lines[c.Residence].add(c)
	}
	for _, l := range lines {
		l.Visits.Of = l.Visits.N + l.Absent + l.Others
		r.Residences = append(r.Residences, *l)
	}
	slices.SortFunc(r.Residences, func(a, b Line) int {
		if a.Visits.N != b.Visits.N {
			return b.Visits.N - a.Visits.N
		}
		return cmp.Compare(a.Residence, b.Residence)
	})
}

// weeks lists every week that touches the month, those without a visit too.
func (r *Report) weeks(q coop.MonthQuery, counts []coop.VisitCount) {
	for monday := q.Month.First().Monday(); monday <= q.Month.Last(); monday = monday.Add(7) {
		w := Week{Monday: monday}
		for _, c := range counts {
			switch {
			case c.Week != monday:
			case c.Result == coop.NoResult:
				w.Planned += c.N
			case c.Result.Counts():
				w.Done += c.N
			default:
				w.Failed += c.N
			}
		}
		r.Weeks = append(r.Weeks, w)
	}
}

func (r *Report) delays(counts []coop.DelayCount, rule coop.WindowRule) {
	sorted := slices.Clone(counts)
	slices.SortFunc(sorted, func(a, b coop.DelayCount) int { return a.Days - b.Days })
	for _, c := range sorted {
		r.Delay.N += c.N
		if rule.From <= c.Days && c.Days <= rule.To {
			r.InWindow.N += c.N
		}
	}
	r.InWindow.Of = r.Delay.N
	passed := 0
	for _, c := range sorted {
		if passed += c.N; passed*2 >= r.Delay.N {
			r.Delay.Days = c.Days
			return
		}
	}
}

func (r *Report) judgements(rows coop.MonthRows) {
	for _, c := range rows.Overalls {
		r.Overall.Sum += c.Value * c.N
		r.Overall.N += c.N
	}
	for _, item := range coop.SatisfactionItems() {
		judged := Item{Item: item}
		for _, c := range rows.Judgements {
			if c.Item != item {
				continue
			}
			judged.Sum += c.Value * c.N
			judged.N += c.N
			if c.Value >= satisfied {
				judged.Satisfied += c.N
			}
		}
		r.Items = append(r.Items, judged)
	}
	for _, q := range knowledge {
		known := Knowledge{Question: q}
		for _, a := range rows.Answers {
			if a.Question != q {
				continue
			}
			known.Yes.Of += a.N
			if a.Choice == yes {
				known.Yes.N += a.N
			}
		}
		r.Knowledge = append(r.Knowledge, known)
	}
}

// satisfied is the lowest judgement, from 1 to 4, of somebody who is satisfied.
const satisfied = 3

func (r *Report) motives(counts []coop.ConcernCount) {
	told := map[coop.MotiveCode]*Motive{}
	for _, c := range counts {
		m := told[c.Motive]
		if m == nil {
			m = &Motive{Motive: c.Motive}
			told[c.Motive] = m
		}
		m.N += c.N
		switch c.Standing {
		case coop.Founded:
			m.Founded += c.N
		case coop.ToExplain:
			m.ToExplain += c.N
		case coop.OutOfScope:
		}
	}
	for _, m := range told {
		r.Motives = append(r.Motives, *m)
	}
	slices.SortFunc(r.Motives, func(a, b Motive) int {
		if a.N != b.N {
			return b.N - a.N
		}
		return cmp.Compare(a.Motive, b.Motive)
	})
	r.Motives = r.Motives[:min(len(r.Motives), TopMotives)]
}
