package sqlite

import (
	"errors"
	"testing"
	"time"

	"bienvenue/app/coop"
)

// candidates are those that a filter finds, by their names.
func candidates(t *testing.T, a *Archive, q coop.BatchQuery) map[coop.HouseholdID]coop.BatchCandidate {
	t.Helper()
	if q.Now.IsZero() {
		q.Now = noon
	}
	all := map[coop.HouseholdID]coop.BatchCandidate{}
	for _, c := range must(a.BatchCandidates(t.Context(), q))(t) {
		if _, twice := all[c.Household]; twice {
			t.Errorf("%s is found twice", c.Household)
		}
		all[c.Household] = c
	}
	return all
}

func TestABatchFindsWhomItsFilterMeans(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	other := w.residence
	other.ID, other.Rev = newID[coop.ResidenceID](), 0
	old, met, planned := household(other.ID, person("Rosa", "Anciens")), household(w.residence.ID, person("Paul", "Visité")), household(w.residence.ID, person("Ana", "Prévue"))
	old.Entry, old.Product, old.Share.State = "2010-05-01", coop.BRS, coop.ShareSubscribed
	keep(t, a, coop.Change{Residences: []coop.Residence{other}, Households: []coop.Household{old, met, planned}})
	seen, missed, next := visit(w, noon.AddDate(0, -1, 0), 45), visit(w, noon.AddDate(0, -2, 0), 45), visit(w, noon.AddDate(0, 0, 3), 45)
	seen.Household, seen.State, seen.Result = met.ID, coop.VisitHeld, coop.Done
	missed.Household, missed.State, missed.Result = met.ID, coop.VisitHeld, coop.Absent
	next.Household = planned.ID
	keep(t, a, coop.Change{Visits: []coop.Visit{seen, missed, next}})
	for name, c := range map[string]struct {
		asked coop.BatchAsked
		since coop.Day
		want  []coop.HouseholdID
	}{
		"a residence":       {asked: coop.BatchAsked{Residences: []coop.ResidenceID{other.ID}}, want: []coop.HouseholdID{old.ID}},
		"a product":         {asked: coop.BatchAsked{Products: []coop.Product{coop.BRS}}, want: []coop.HouseholdID{old.ID}},
		"a share":           {asked: coop.BatchAsked{Shares: []coop.ShareState{coop.ShareSubscribed}, EnteredTo: "2012-01-01"}, want: []coop.HouseholdID{old.ID}},
		"some households":   {asked: coop.BatchAsked{Households: []coop.HouseholdID{met.ID, old.ID}}, want: []coop.HouseholdID{met.ID, old.ID}},
		"entries up to":     {asked: coop.BatchAsked{EnteredTo: "2012-01-01"}, want: []coop.HouseholdID{old.ID}},
		"years in the home": {since: "2016-11-23", want: []coop.HouseholdID{old.ID}},
		"visited":           {asked: coop.BatchAsked{Visited: coop.VisitedMet}, want: []coop.HouseholdID{met.ID}},
		"planned":           {asked: coop.BatchAsked{Visited: coop.VisitedPlanned}, want: []coop.HouseholdID{planned.ID}},
		"nobody":            {asked: coop.BatchAsked{Residences: []coop.ResidenceID{"elsewhere"}}},
	} {
		found := candidates(t, a, coop.BatchQuery{BatchAsked: c.asked, Since: c.since})
		for _, id := range c.want {
			if _, ok := found[id]; !ok {
				t.Errorf("%s: %s is missing", name, id)
			}
		}
		if len(found) != len(c.want) {
			t.Errorf("%s: %d found, want %d", name, len(found), len(c.want))
		}
	}
	not := candidates(t, a, coop.BatchQuery{BatchAsked: coop.BatchAsked{Visited: coop.VisitedNot}})
	if _, ok := not[met.ID]; ok || len(not) != 3 {
		t.Errorf("not visited: %d, the visited one among them: %v", len(not), ok)
	}
	all := candidates(t, a, coop.BatchQuery{BatchAsked: coop.BatchAsked{Kind: coop.ThanksLetter}})
	if c := all[met.ID]; c.Last != coop.Done || !c.LastAt.Equal(seen.Start) {
		t.Errorf("its last visit is %s of %s", c.Last, c.LastAt)
	}
	if c := all[planned.ID]; !c.Planned.Equal(next.Start) || c.Town != w.residence.Town || !c.Held {
		t.Errorf("found %+v", c)
	}
}

func TestWhatWasSentIsKnownByKindAndByEvent(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	paper := func(kind coop.PaperKind, event coop.EventID, at time.Time) coop.Paper {
		return coop.Paper{ID: newID[coop.PaperID](), Household: w.home.ID, Kind: kind, At: at, Hash: "x", Means: coop.PaperSaved, Event: event}
	}
	keep(t, a, coop.Change{Papers: []coop.Paper{
		paper(coop.AgmLetter, "agm-2025", noon.AddDate(-1, 0, 0)), paper(coop.AgmLetter, "agm-2026", noon), paper(coop.LoyaltyLetter, "", noon.AddDate(0, -3, 0)),
	}})
	for _, c := range []struct {
		kind  coop.PaperKind
		event coop.EventID
		want  time.Time
	}{
		{coop.AgmLetter, "agm-2026", noon},
		{coop.AgmLetter, "agm-2025", noon.AddDate(-1, 0, 0)},
		{coop.AgmLetter, "agm-2027", time.Time{}},
		{coop.LoyaltyLetter, "", noon.AddDate(0, -3, 0)},
		{coop.MemberLetter, "", time.Time{}},
	} {
		got := candidates(t, a, coop.BatchQuery{BatchAsked: coop.BatchAsked{Kind: c.kind, Event: c.event}})[w.home.ID].Sent
		if !got.Equal(c.want) {
			t.Errorf("%s %s: sent %v, want %v", c.kind, c.event, got, c.want)
		}
	}
}

func TestAPaperOfABatchIsKeptOnce(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	b := coop.Batch{ID: newID[coop.BatchID](), Kind: coop.LoyaltyLetter, Asked: coop.BatchAsked{Kind: coop.LoyaltyLetter, Years: 10}, At: noon, Staff: w.officer.ID}
	waiting := coop.BatchItem{Batch: b.ID, Place: 1, Household: w.home.ID, State: coop.BatchWaiting}
	failed := coop.BatchItem{Batch: b.ID, Place: 2, Household: w.gone.ID, State: coop.BatchFailed, Why: "paper.refused", Args: coop.BatchArgs{"Line": "x"}}
	keep(t, a, coop.Change{Batches: []coop.Batch{b}, BatchItems: []coop.BatchItem{waiting, failed}})
	same(t, "items", must(a.BatchItems(t.Context(), b.ID))(t), []coop.BatchItem{waiting, failed})
	made := waiting
	made.State, made.Paper = coop.BatchMade, "paper-1"
	keep(t, a, coop.Change{BatchItems: []coop.BatchItem{made}})
	again := made
	again.Paper = "paper-2"
	err := a.Keep(t.Context(), coop.Change{BatchItems: []coop.BatchItem{again}, Entries: []coop.Entry{entry(coop.ActPaperMade, coop.OnPaper, "paper-2", w.home.ID)}})
	if !errors.Is(err, coop.ErrChanged) {
		t.Errorf("made a second time: %v", err)
	}
	b.Rev = 1
	same(t, "batches", must(a.Batches(t.Context()))(t), []coop.BatchRow{{Batch: b, By: w.officer.Name, Made: 1, Failed: 1}})
	b.Ended = noon.Add(time.Hour)
	keep(t, a, coop.Change{Batches: []coop.Batch{b}})
	b.Rev = 2
	same(t, "ended", must(a.Batches(t.Context()))(t)[0].Batch, b)
	if n := len(must(a.Journal(t.Context(), w.home.ID))(t)); n != 0 {
		t.Errorf("%d journal entries of a refused change", n)
	}
}

// BenchmarkBatchPlan asks, with all their visits, of 100,000 cooperators who would get a letter.
func BenchmarkBatchPlan(b *testing.B) {
	a := bigArchive(b)
	for b.Loop() {
		found, err := a.BatchCandidates(b.Context(), coop.BatchQuery{BatchAsked: coop.BatchAsked{Kind: coop.ThanksLetter}, Now: noon})
		if err != nil || len(found) != bigHouseholds {
			b.Fatalf("%d found, %v", len(found), err)
		}
	}
}
