package sqlite

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"bienvenue/app/coop"
)

func idsOf(rows []coop.Row) []coop.HouseholdID {
	var ids []coop.HouseholdID
	for _, r := range rows {
		ids = append(ids, r.ID)
	}
	return ids
}

func TestWhoOwesAVisitIsListedByEntry(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	at := func(entry coop.Day, last string) coop.Household {
		h := household(w.residence.ID, person("Paul", last))
		h.Entry = entry
		return h
	}
	older, newer, booked, met, left, gone, tomorrow, absent := at("2026-07-01", "Older"), at("2026-10-20", "Newer"),
		at("2026-09-01", "Booked"), at("2026-09-02", "Met"), at("2026-09-03", "Left"), at("2026-09-04", "Gone"),
		at("2026-11-24", "Tomorrow"), at("2026-09-05", "Absent")
	left.Exit, gone.Gone = "2026-11-01", "2026-11-02"
	plan, done, missed := visit(w, noon, 30), visit(w, noon.Add(-48*60*60e9), 30), visit(w, noon.Add(-24*60*60e9), 30)
	plan.Household, done.Household, missed.Household = booked.ID, met.ID, absent.ID
	done.State, done.Result, missed.State, missed.Result = coop.VisitHeld, coop.Refused, coop.VisitHeld, coop.Absent
	keep(t, a, coop.Change{
		Households: []coop.Household{newer, older, booked, met, left, gone, tomorrow, absent}, Visits: []coop.Visit{plan, done, missed},
	})
	for name, c := range map[string]struct {
		filter coop.RowFilter
		want   []coop.HouseholdID
	}{
		"all who owe":     {coop.RowFilter{Due: true, On: "2026-11-23"}, []coop.HouseholdID{older.ID, absent.ID, w.home.ID, newer.ID}},
		"since":           {coop.RowFilter{Due: true, On: "2026-11-23", Since: "2026-09-10"}, []coop.HouseholdID{w.home.ID, newer.ID}},
		"window open":     {coop.RowFilter{Due: true, On: "2026-11-23", Before: "2026-09-15"}, []coop.HouseholdID{older.ID, absent.ID, w.home.ID}},
		"window ended":    {coop.RowFilter{Due: true, On: "2026-11-23", LateBefore: "2026-09-15"}, []coop.HouseholdID{older.ID, absent.ID}},
		"a page":          {coop.RowFilter{Due: true, On: "2026-11-23", Limit: 2, Offset: 1}, []coop.HouseholdID{absent.ID, w.home.ID}},
		"due and by name": {coop.RowFilter{Due: true, On: "2026-11-23", Words: "abs"}, []coop.HouseholdID{absent.ID}},
	} {
		same(t, name, idsOf(must(a.Rows(t.Context(), c.filter))(t)), c.want)
		c.filter.Limit, c.filter.Offset = 0, 0
		all := must(a.Rows(t.Context(), c.filter))(t)
		if n := must(a.CountRows(t.Context(), c.filter))(t); n != len(all) {
			t.Errorf("%s: counted %d of %d", name, n, len(all))
		}
	}
	same(t, "no share", len(must(a.Rows(t.Context(), coop.RowFilter{NoShare: true}))(t)), 9)
	same(t, "one residence", must(a.CountRows(t.Context(), coop.RowFilter{Residence: "x"}))(t), 0)
	same(t, "words in a residence", idsOf(must(a.Rows(t.Context(), coop.RowFilter{Residence: w.residence.ID, Words: "newer"}))(t)), []coop.HouseholdID{newer.ID})
	same(t, "punctuation", must(a.CountRows(t.Context(), coop.RowFilter{Words: "-,"}))(t), 0)
}

func TestAReferenceFindsWhoLivesThere(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	former := household(w.residence.ID, coop.Cooperator{ID: newID[coop.CooperatorID](), Tenant: "T000123", Last: "Lefèvre"})
	former.Lease, former.Exit = "L-0001/01", "2026-09-14"
	keep(t, a, coop.Change{Households: []coop.Household{former}})
	for ref, want := range map[string]coop.HouseholdID{
		"T000123": w.home.ID, "L-0123/02": w.home.ID, "L-0001/01": former.ID, string(w.gone.ID): w.gone.ID,
	} {
		if got := must(a.FindHousehold(t.Context(), ref))(t); got != want {
			t.Errorf("%s finds %s, want %s", ref, got, want)
		}
	}
}

func TestAResidenceWithANewNameIsFoundByIt(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	w.residence.Name = "Les Érables"
	keep(t, a, coop.Change{Residences: []coop.Residence{w.residence}})
	same(t, "new name", must(a.CountRows(t.Context(), coop.RowFilter{Words: "erables lefevre"}))(t), 1)
	same(t, "old name", must(a.CountRows(t.Context(), coop.RowFilter{Words: "tilleuls"}))(t), 0)
}

func TestAHouseholdIsFoundByWhatItIsCalledNow(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	w.home.Holders[0].Last = "Œuvrard-d’Haÿ"
	keep(t, a, coop.Change{Households: []coop.Household{w.home}})
	for words, want := range map[string]int{
		"oeuvrard": 1, "ŒUV": 1, "hay eloise": 1, "d'hay": 1, "lefevre": 0, "jean noel": 1, "jeannoel": 1, "la tour": 1, "latour": 1, "eloise d": 1, "eloise x": 0,
	} {
		if got := must(a.CountRows(t.Context(), coop.RowFilter{Words: words}))(t); got != want {
			t.Errorf("%q finds %d, want %d", words, got, want)
		}
	}
}

// TestTheShortWayRanksAsTheLongOne compares the walk along the names, taken for queries with many
// hits, with the ranking of all hits.
func TestTheShortWayRanksAsTheLongOne(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	random := rand.New(rand.NewPCG(3, 4))
	lasts := []string{"Martin", "Marchand", "de Mars", "Dupont", "Durand", "Le Goff", "Zola", "Abadie", "Mézière"}
	firsts := []string{"Marie", "Paul", "Denise", "Zoé", "Anne", "Marc"}
	err := a.KeepAll(t.Context(), func(yield func(coop.Change) bool) {
		for i := range 6000 {
			h := household(w.residence.ID, person(firsts[random.IntN(len(firsts))], fmt.Sprint(lasts[random.IntN(len(lasts))], " ", i)))
			if random.IntN(3) == 0 {
				h.Holders = append(h.Holders, person(firsts[random.IntN(len(firsts))], lasts[random.IntN(len(lasts))]))
			}
			if random.IntN(4) == 0 {
				h.Exit = "2026-01-31"
			}
			if !yield(coop.Change{Households: []coop.Household{h}}) {
				return
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, words := range []string{"m", "ma", "mar", "d", "z", "p m", "marie m", "tilleuls", "champmilan p", "2", "goff", "le"} {
		all := idsOf(must(a.Rows(t.Context(), coop.RowFilter{Words: words}))(t))
		short := idsOf(must(a.Rows(t.Context(), coop.RowFilter{Words: words, Limit: 40}))(t))
		if want := all[:min(40, len(all))]; !slices.Equal(short, want) {
			t.Errorf("%q: the page is not the beginning of all %d hits", words, len(all))
		}
		if n := must(a.CountRows(t.Context(), coop.RowFilter{Words: words}))(t); n != len(all) {
			t.Errorf("%q: counted %d of %d", words, n, len(all))
		}
	}
}
