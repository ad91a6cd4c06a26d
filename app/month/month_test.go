package month_test

import (
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/month"
)

var query = coop.MonthQuery{Month: "2026-11", Window: coop.WindowRule{From: 30, Aim: 60, To: 90}}

var officers = []coop.Staff{{ID: "claire", Target: 75, Active: true}, {ID: "hugo", Active: true}}

func TestVisitsAreCountedAgainstTheTarget(t *testing.T) {
	r := month.Compute(query, coop.MonthRows{Visits: []coop.VisitCount{
		{Officer: "claire", Residence: "a", Week: "2026-11-02", Result: coop.Done, N: 30},
		{Officer: "claire", Residence: "a", Week: "2026-11-09", Result: coop.DoneByPhone, N: 2},
		{Officer: "hugo", Residence: "b", Week: "2026-11-09", Result: coop.Absent, N: 4},
		{Officer: "hugo", Residence: "b", Week: "2026-11-09", Result: coop.Refused, N: 1},
		{Officer: "hugo", Residence: "b", Week: "2026-11-23", Result: coop.NoResult, N: 3},
		{Officer: "gone", Residence: "b", Week: "2026-11-02", Result: coop.Done, N: 1},
	}}, officers, 60)
	for name, c := range map[string]struct{ got, want any }{
		"done of the target":            {r.Visits, month.Share{N: 33, Of: 135}},
		"absences of those tried":       {r.Absences, month.Share{N: 4, Of: 38}},
		"others":                        {r.Others, 1},
		"planned":                       {r.Planned, 3},
		"the usual target":              {r.Officers[1].Visits, month.Share{N: 0, Of: 60}},
		"an officer who left":           {r.Officers[2].Visits, month.Share{N: 1, Of: 0}},
		"the busiest residence first":   {r.Residences[0].Residence, coop.ResidenceID("a")},
		"every week of the month":       {len(r.Weeks), 6},
		"a week begins before it":       {r.Weeks[0].Monday, coop.Day("2026-10-26")},
		"failed visits of a week":       {r.Weeks[2].Failed, 5},
		"a residence against its tries": {r.Residences[1].Visits, month.Share{N: 1, Of: 6}},
	} {
		t.Run(name, func(t *testing.T) {
			if c.got != c.want {
				t.Errorf("got %v, want %v", c.got, c.want)
			}
		})
	}
}

func TestTheDelayIsAMedianAndTheWindowIncludesItsEnds(t *testing.T) {
	r := month.Compute(query, coop.MonthRows{Delays: []coop.DelayCount{{Days: 91, N: 1}, {Days: 30, N: 2}, {Days: 90, N: 1}, {Days: 29, N: 1}}}, nil, 75)
	if r.Delay != (month.Median{Days: 30, N: 5}) {
		t.Errorf("median %+v, want 30 days of 5", r.Delay)
	}
	if r.InWindow != (month.Share{N: 3, Of: 5}) {
		t.Errorf("in the window %+v, want 3 of 5", r.InWindow)
	}
}

func TestVisitsOfAWaveAfterTheirWindowAreCountedApart(t *testing.T) {
	r := month.Compute(query, coop.MonthRows{Delays: []coop.DelayCount{
		{Days: 150, Wave: true, N: 7}, {Days: 91, Wave: true, N: 1}, {Days: 90, Wave: true, N: 2}, {Days: 95, N: 1}, {Days: 40, N: 3},
	}}, nil, 75)
	if r.WaveLate != 8 {
		t.Errorf("%d late visits of the wave, want 8", r.WaveLate)
	}
	if r.InWindow != (month.Share{N: 5, Of: 6}) || r.Delay != (month.Median{Days: 40, N: 6}) {
		t.Errorf("in the window %+v, median %+v: want 5 of 6, 40 days of 6", r.InWindow, r.Delay)
	}
}

func TestFewAnswersAreHidden(t *testing.T) {
	r := month.Compute(query, coop.MonthRows{
		Overalls:   []coop.OverallCount{{Value: 8, N: 4}},
		Judgements: []coop.JudgementCount{{Item: coop.ItemComfort, Value: 4, N: 3}, {Item: coop.ItemComfort, Value: 2, N: 2}},
		Answers:    []coop.AnswerCount{{Question: "knew-cooperator", Choice: "yes", N: 2}, {Question: "knew-cooperator", Choice: "no", N: 6}},
	}, nil, 75)
	if !r.Overall.Hidden() {
		t.Error("a mean of four is shown")
	}
	comfort := r.Items[3]
	if mean, _ := comfort.Value(); comfort.Hidden() || mean != 3.2 || comfort.Satisfied != 3 {
		t.Errorf("comfort %+v, want a mean of 3.2 with 3 satisfied", comfort)
	}
	if r.Knowledge[0].Yes != (month.Share{N: 2, Of: 8}) {
		t.Errorf("knew being a cooperator: %+v, want 2 of 8", r.Knowledge[0].Yes)
	}
}

func TestAnEmptyMonthHasNoFigures(t *testing.T) {
	r := month.Compute(query, coop.MonthRows{}, officers, 75)
	if _, ok := r.InWindow.Value(); ok {
		t.Error("a share of nothing has a value")
	}
	if _, ok := r.Overall.Value(); ok {
		t.Error("a mean of nothing has a value")
	}
	if len(r.Weeks) != 6 || len(r.Officers) != 2 {
		t.Errorf("%d weeks and %d officers, want 6 and 2", len(r.Weeks), len(r.Officers))
	}
}

func TestTheTenMostToldMotivesAreShown(t *testing.T) {
	var rows coop.MonthRows
	for i, m := range coop.Motives(coop.PSLA) {
		rows.Concerns = append(rows.Concerns,
			coop.ConcernCount{Motive: m.Code, Standing: coop.Founded, N: i},
			coop.ConcernCount{Motive: m.Code, Standing: coop.ToExplain, N: 1})
	}
	r := month.Compute(query, rows, nil, 75)
	if len(r.Motives) != month.TopMotives {
		t.Fatalf("%d motives, want %d", len(r.Motives), month.TopMotives)
	}
	if m := r.Motives[0]; m.N != len(coop.Motives(coop.PSLA)) || m.ToExplain != 1 {
		t.Errorf("the first motive is %+v", m)
	}
}
