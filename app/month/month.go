// Package month turns the grouped rows of a month into its figures: pure functions, no database,
// no words. Every figure says how many cases it stands on, so that a small number is read as one.
package month

import (
	"cmp"
	"slices"

	"bienvenue/app/coop"
)

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

// delays leave out the visits of a wave that came after the window's end: a wave takes up a backlog
// that was late before anybody could visit it.
func (r *Report) delays(counts []coop.DelayCount, rule coop.WindowRule) {
	sorted := slices.Clone(counts)
	slices.SortFunc(sorted, func(a, b coop.DelayCount) int { return a.Days - b.Days })
	late := func(c coop.DelayCount) bool { return c.Wave && c.Days > rule.To }
	for _, c := range sorted {
		if late(c) {
			r.WaveLate += c.N
			continue
		}
		r.Delay.N += c.N
		if rule.From <= c.Days && c.Days <= rule.To {
			r.InWindow.N += c.N
		}
	}
	r.InWindow.Of = r.Delay.N
	passed := 0
	for _, c := range sorted {
		if late(c) {
			continue
		}
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
