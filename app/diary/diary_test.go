package diary_test

import (
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// The tests' coop: it is Monday 2026-11-23, nine in the morning, in Paris.
const now = "2026-11-23 09:00"

func paris(tb testing.TB) *time.Location {
	tb.Helper()
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		tb.Fatal(err)
	}
	return zone
}

func at(tb testing.TB, text string) time.Time {
	tb.Helper()
	instant, err := time.ParseInLocation("2006-01-02 15:04", text, paris(tb))
	if err != nil {
		tb.Fatal(err)
	}
	return instant
}

// visit is a planned courtesy visit of Sonia's at a home, with the same travel before and after.
func visit(tb testing.TB, id, household, start string, minutes, travel int) coop.Visit {
	tb.Helper()
	from := at(tb, start)
	return coop.Visit{
		ID: coop.VisitID(id), Household: coop.HouseholdID(household), Officer: "sonia", State: coop.VisitPlanned,
		Kind: coop.CourtesyVisit, Place: coop.AtHome,
		Start: from, End: from.Add(time.Duration(minutes) * time.Minute), Before: travel, After: travel,
	}
}

func cancelled(v coop.Visit) coop.Visit {
	v.State = coop.VisitCancelled
	return v
}

// week is the same spans from Monday to Friday.
func week(spans ...coop.Span) coop.Week {
	var w coop.Week
	for day := range 5 {
		w[day] = spans
	}
	return w
}

func rules() coop.VisitRules {
	return coop.VisitRules{
		Window: coop.WindowRule{From: 30, Aim: 60, To: 90}, Backlog: 6,
		Kinds: []coop.KindRule{
			{Kind: coop.CourtesyVisit, Place: coop.AtHome, Allowed: true, Minutes: 45, Before: 20, After: 20},
			{Kind: coop.CourtesyVisit, Place: coop.AtOffice, Allowed: true, Minutes: 45},
			{Kind: coop.CourtesyVisit, Place: coop.ByPhone, Allowed: true, Minutes: 30},
			{Kind: coop.DeskVisit, Place: coop.AtOffice, Allowed: true, Minutes: 30},
			{Kind: coop.PhoneVisit, Place: coop.ByPhone, Allowed: true, Minutes: 15},
		},
		Week: week(coop.Span{From: 8 * 60, To: 19 * 60}),
		Post: 10, Notice: 7, Agreed: 2, Remind: 2, Place: coop.Mainland,
	}
}

func facts(visits ...coop.Visit) coop.DiaryFacts {
	return coop.DiaryFacts{
		Staff: []coop.Staff{
			{ID: "sonia", Name: "Sonia Arnoux", Role: coop.Officer, Active: true},
			{ID: "karim", Name: "Karim Diallo", Role: coop.Officer, Active: true, Speaks: []string{"en", "ar"}},
			{ID: "marc", Name: "Marc Petit", Role: coop.Officer},
			{ID: "anne", Name: "Anne Roy", Role: coop.FrontDesk, Active: true},
		},
		Visits: visits,
	}
}

func diaryOf(tb testing.TB, visits ...coop.Visit) *diary.Diary {
	tb.Helper()
	return diary.New(rules(), facts(visits...), paris(tb), at(tb, now))
}
