package diary_test

import (
	"fmt"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// town is a coop with two residences in Lyon and one in Bron; the household lefevre lives in the
// first, and its window is from 2026-11-19 to 2027-01-18, aimed at 2026-12-19.
func town(home func(*coop.HouseholdFacts), visits ...coop.Visit) coop.DiaryFacts {
	known := facts(visits...)
	known.Households = []coop.HouseholdFacts{
		{ID: "lefevre", Entry: "2026-10-20", Residence: "tilleuls", Town: "Lyon", Language: "fr"},
		{ID: "near", Residence: "tilleuls", Town: "Lyon"},
		{ID: "close", Residence: "acacias", Town: "Lyon"},
		{ID: "far", Residence: "pins", Town: "Bron"},
	}
	home(&known.Households[0])
	return known
}

func propose(t *testing.T, known coop.DiaryFacts, f func(*diary.Proposing)) []coop.Proposal {
	t.Helper()
	q := diary.Proposing{
		Visit: coop.Visit{Household: "lefevre"}, N: 3, Residences: map[coop.ResidenceID]string{"tilleuls": "Les Tilleuls"},
	}
	f(&q)
	r := rules()
	r.Week = week(coop.Span{From: 9 * 60, To: 12 * 60}, coop.Span{From: 13 * 60, To: 18 * 60})
	return diary.New(r, known, paris(t), at(t, now)).Propose(q)
}

func alone(*diary.Proposing)         {}
func plain(*coop.HouseholdFacts)     {}
func sonia(q *diary.Proposing)       { q.Officers = []coop.StaffID{"sonia"} }
func first(p []coop.Proposal) string { return told(p, 0) }

// told is who comes when, and why.
func told(p []coop.Proposal, i int) string {
	if i >= len(p) {
		return "nothing"
	}
	var why []string
	for _, w := range p[i].Why {
		why = append(why, w.Key[len("propose.why."):])
	}
	return fmt.Sprint(p[i].Visit.Officer, " ", p[i].Visit.Place, " ", p[i].Visit.Start.Format("2006-01-02 15:04"), " ", why)
}

func TestTheBestTimeComesFirst(t *testing.T) {
	wishing := func(wishes ...coop.Preference) func(*coop.HouseholdFacts) {
		return func(h *coop.HouseholdFacts) { h.Prefers = wishes }
	}
	there := func(id, start string) coop.Visit { return visit(t, "v-"+id, id, start, 45, 20) }
	for name, c := range map[string]struct {
		home   func(*coop.HouseholdFacts)
		visits []coop.Visit
		ask    func(*diary.Proposing)
		want   string
	}{
		"near the day aimed at, on a working day":       {plain, nil, sonia, "sonia home 2026-12-18 09:00 [window]"},
		"where the officer is in the residence":         {plain, []coop.Visit{there("near", "2026-12-02 14:00"), there("close", "2026-12-17 10:00")}, sonia, "sonia home 2026-12-02 15:15 [residence window]"},
		"where the officer is in the town":              {plain, []coop.Visit{there("close", "2026-12-10 14:00"), there("far", "2026-12-17 10:00")}, sonia, "sonia home 2026-12-10 15:15 [town window]"},
		"on a round that has begun":                     {plain, []coop.Visit{there("far", "2026-12-17 14:00")}, sonia, "sonia home 2026-12-17 15:15 [window round]"},
		"in the morning, as wished":                     {wishing(coop.PreferMornings), []coop.Visit{there("far", "2026-12-17 14:00")}, sonia, "sonia home 2026-12-18 09:00 [morning window]"},
		"in the afternoon, as wished":                   {wishing(coop.PreferAfternoons), nil, sonia, "sonia home 2026-12-18 13:00 [afternoon window]"},
		"at the end of the day, as wished":              {wishing(coop.PreferLate), nil, sonia, "sonia home 2026-12-18 16:45 [late window]"},
		"with who speaks the language":                  {func(h *coop.HouseholdFacts) { h.Language = "ar" }, nil, alone, "karim home 2026-12-18 09:00 [language window]"},
		"with anybody when nobody speaks it":            {func(h *coop.HouseholdFacts) { h.Language = "tr" }, nil, alone, "sonia home 2026-12-18 09:00 [window]"},
		"by phone, as wished":                           {wishing(coop.PreferPhone), nil, sonia, "sonia phone 2026-12-18 09:00 [window]"},
		"at the office, as wished":                      {wishing(coop.PreferCall, coop.PreferOffice), nil, sonia, "sonia office 2026-12-18 09:00 [window]"},
		"at the place that is asked for":                {wishing(coop.PreferPhone), nil, func(q *diary.Proposing) { q.Visit.Place = coop.AtHome; sonia(q) }, "sonia home 2026-12-18 09:00 [window]"},
		"as soon as the notice allows, once it is late": {func(h *coop.HouseholdFacts) { h.Entry = "2026-07-01" }, nil, sonia, "sonia home 2026-11-30 09:00 [soonest]"},
		"of those that stand in the days asked for":     {plain, nil, func(q *diary.Proposing) { sonia(q); q.From, q.To = "2026-12-05", "2026-12-07" }, "sonia home 2026-12-07 09:00 [window]"},
		"not at all when there is none":                 {plain, nil, func(q *diary.Proposing) { sonia(q); q.From, q.To = "2026-12-05", "2026-12-06" }, "nothing"},
		"not at all when nobody may go":                 {plain, nil, func(q *diary.Proposing) { q.Officers = []coop.StaffID{} }, "nothing"},
		"not at all where the place is not allowed":     {plain, nil, func(q *diary.Proposing) { q.Visit.Kind, q.Visit.Place = coop.DeskVisit, coop.AtHome }, "nothing"},
		"at the desk, soonest and without a window":     {plain, nil, func(q *diary.Proposing) { q.Visit.Kind = coop.DeskVisit; sonia(q) }, "sonia office 2026-11-30 09:00 [soonest]"},
		"tomorrow when that is agreed at the desk":      {plain, nil, func(q *diary.Proposing) { q.Visit.Kind, q.Visit.Agreed = coop.DeskVisit, true; sonia(q) }, "sonia office 2026-11-23 09:00 [soonest]"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := first(propose(t, town(c.home, c.visits...), c.ask)); got != c.want {
				t.Errorf("got %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestProposalsDiffer(t *testing.T) {
	got := propose(t, town(plain, visit(t, "v1", "near", "2026-12-02 14:00", 45, 20)), alone)
	if len(got) != 3 {
		t.Fatalf("%d proposals", len(got))
	}
	days := map[string]bool{}
	for i, p := range got {
		days[p.Visit.Start.Format("2006-01-02")] = true
		if p.Visit.Minutes() != 45 || p.Visit.Before != 20 || p.Visit.State != coop.VisitPlanned || p.Visit.Kind != coop.CourtesyVisit {
			t.Errorf("proposal %d is no visit as the rules make it: %+v", i, p.Visit)
		}
	}
	if len(days) != 3 {
		t.Errorf("three proposals lie on %d days", len(days))
	}
	why := got[0].Why[0]
	if why.Args["Residence"] != "Les Tilleuls" || why.Args["N"] != 1 {
		t.Errorf("the residence is named %v", why.Args)
	}
}

func TestAHomeThatNobodyOpenedTwiceIsCalled(t *testing.T) {
	absent := func(id, start string) coop.Visit {
		return changed(visit(t, id, "lefevre", start, 45, 20), func(v *coop.Visit) { v.State, v.Result = coop.VisitHeld, coop.Absent })
	}
	known := town(plain, absent("a1", "2026-11-16 10:00"), absent("a2", "2026-11-19 10:00"))
	if got := propose(t, known, sonia); len(got) == 0 || got[0].Visit.Place != coop.ByPhone || got[0].Visit.Minutes() != 30 {
		t.Errorf("got %s, want a call of half an hour", first(got))
	}
}

func TestAFullWindowIsSaid(t *testing.T) {
	known := town(plain)
	known.Exceptions = []coop.Exception{{Kind: coop.StaffAway, Staff: "sonia", From: "2026-11-20", To: "2027-01-18"}}
	got := propose(t, known, sonia)
	if first(got) != "sonia home 2027-01-19 09:00 [soonest]" {
		t.Fatalf("got %s", first(got))
	}
	if got[0].Why[0].Args["Window"] != true {
		t.Errorf("nobody says that the window is full: %v", got[0].Why)
	}
}

func TestReachHoldsTheWindowAndWhatComesAfter(t *testing.T) {
	for entry, want := range map[coop.Day][2]coop.Day{
		"2026-10-20": {"2026-11-23", "2027-03-04"}, // the window is open until 2027-01-18
		"2026-11-20": {"2026-12-20", "2027-04-04"}, // it opens later
		"2026-01-01": {"2026-11-23", "2027-01-07"}, // it is over
		"":           {"2026-11-23", "2027-01-07"},
	} {
		if from, to := diary.Reach(rules(), entry, "2026-11-23"); from != want[0] || to != want[1] {
			t.Errorf("after an entry on %q: %s to %s, want %v", entry, from, to, want)
		}
	}
}
