package sqlite

import (
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"bienvenue/app/coop"
)

func TestATakenTimeIsRefusedByTheArchive(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	held := visit(w, noon, 45)
	held.Before, held.After = 20, 20
	keep(t, a, coop.Change{Visits: []coop.Visit{held}})
	held.Rev = 1

	neighbour := visit(w, noon.Add(50*time.Minute), 45)
	neighbour.Household, neighbour.Before, neighbour.After = w.gone.ID, 0, 0
	colleague := visit(w, noon.Add(30*time.Minute), 45)
	colleague.Officer = w.other.ID
	for name, c := range map[string]struct {
		asked   coop.Visit
		officer bool
	}{
		"the officer is still on the way":       {neighbour, true},
		"the household has a visit at the time": {colleague, false},
	} {
		err := a.Keep(t.Context(), coop.Change{Visits: []coop.Visit{c.asked}})
		clash, ok := errors.AsType[*coop.ClashError](err)
		if !ok {
			t.Fatalf("%s: %v", name, err)
		}
		if clash.Officer != c.officer {
			t.Errorf("%s: officer %v", name, clash.Officer)
		}
		same(t, name, clash.With, held)
	}

	free := visit(w, noon.AddDate(0, 0, 1), 45)
	keep(t, a, coop.Change{Visits: []coop.Visit{free}})
	free.Rev, free.Start, free.End = 1, noon.Add(time.Minute), noon.Add(time.Hour)
	if _, ok := errors.AsType[*coop.ClashError](a.Keep(t.Context(), coop.Change{Visits: []coop.Visit{free}})); !ok {
		t.Error("a visit was moved onto another")
	}
	held.State, held.Reason = coop.VisitCancelled, "malade"
	keep(t, a, coop.Change{Visits: []coop.Visit{held}})
	keep(t, a, coop.Change{Visits: []coop.Visit{free}})
}

// TestTheArchiveAndTheRuleAgreeOnEveryPair compares the trigger with coop.Visit.Clashes.
func TestTheArchiveAndTheRuleAgreeOnEveryPair(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	random, travels := rand.New(rand.NewPCG(1, 2)), []int{0, 5, 20, 120, 1440}
	draw := func() coop.Visit {
		v := visit(w, noon.Add(time.Duration(random.IntN(240))*time.Minute), random.IntN(90))
		if random.IntN(10) == 0 {
			v.End = v.Start.Add(time.Duration(random.IntN(24*60)) * time.Minute)
		}
		if random.IntN(6) == 0 {
			v.Start = v.Start.AddDate(0, 0, random.IntN(5)-2)
			v.End = v.Start.Add(time.Duration(random.IntN(24*60)) * time.Minute)
		}
		v.Before, v.After = travels[random.IntN(5)], travels[random.IntN(5)]
		v.Household = []coop.HouseholdID{w.home.ID, w.gone.ID}[random.IntN(2)]
		v.Officer = []coop.StaffID{w.officer.ID, w.other.ID}[random.IntN(2)]
		v.State = []coop.VisitState{coop.VisitPlanned, coop.VisitHeld, coop.VisitPlanned, coop.VisitCancelled}[random.IntN(4)]
		return v
	}
	clashes := 0
	for range 3000 {
		one, other := draw(), draw()
		moved := random.IntN(2) == 0
		err := a.write(t.Context(), "try", func(s *tx) error {
			if err := s.visit(one); err != nil {
				return err
			}
			asked := other
			if moved { // the second one is booked far away, then moved
				asked.Start, asked.End = asked.Start.AddDate(1, 0, 0), asked.End.AddDate(1, 0, 0)
				if err := s.visit(asked); err != nil {
					return err
				}
				asked.Start, asked.End, asked.Rev = other.Start, other.End, 1
			}
			if err := s.visit(asked); err != nil {
				return err
			}
			return errUndo
		})
		clash, refused := errors.AsType[*coop.ClashError](err)
		if !refused && !errors.Is(err, errUndo) {
			t.Fatal(err)
		}
		if refused != other.Clashes(one) {
			t.Fatalf("refused %v, rule says %v:\n%+v\n%+v", refused, other.Clashes(one), one, other)
		}
		if refused {
			clashes++
			if clash.With.ID != one.ID {
				t.Fatalf("names %s, not %s", clash.With.ID, one.ID)
			}
		}
	}
	if clashes < 300 {
		t.Errorf("only %d clashes were tried", clashes)
	}
}

// errUndo takes back what a test tried.
var errUndo = errors.New("undo")

func TestVisitsAreListedByWhatIsAsked(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	first, second, third := visit(w, noon, 30), visit(w, noon.Add(2*time.Hour), 30), visit(w, noon.AddDate(0, 0, 3), 30)
	second.Officer, third.Household, third.State = w.other.ID, w.gone.ID, coop.VisitCancelled
	keep(t, a, coop.Change{Visits: []coop.Visit{third, first, second}})
	for name, c := range map[string]struct {
		filter coop.VisitFilter
		want   []coop.VisitID
	}{
		"all":              {coop.VisitFilter{}, []coop.VisitID{first.ID, second.ID}},
		"cancelled too":    {coop.VisitFilter{Cancelled: true}, []coop.VisitID{first.ID, second.ID, third.ID}},
		"of an officer":    {coop.VisitFilter{Officer: w.other.ID}, []coop.VisitID{second.ID}},
		"of a household":   {coop.VisitFilter{Household: w.gone.ID, Cancelled: true}, []coop.VisitID{third.ID}},
		"from an instant":  {coop.VisitFilter{From: noon.Add(time.Second)}, []coop.VisitID{second.ID}},
		"until an instant": {coop.VisitFilter{To: noon.Add(2 * time.Hour)}, []coop.VisitID{first.ID}},
		"of both":          {coop.VisitFilter{Household: w.home.ID, Officer: w.officer.ID}, []coop.VisitID{first.ID}},
	} {
		var got []coop.VisitID
		for _, v := range must(a.Visits(t.Context(), c.filter))(t) {
			got = append(got, v.ID)
			if v.OfficerName == "" || v.Row.ID != v.Household {
				t.Errorf("%s: a row without its names: %+v", name, v)
			}
		}
		same(t, name, got, c.want)
	}
	row := must(a.Rows(t.Context(), coop.RowFilter{Words: "lefevre", Limit: 1}))(t)[0]
	if !row.Visit.Equal(noon) || row.Met {
		t.Errorf("next visit %v, met %v", row.Visit, row.Met)
	}
	first.Rev, first.State, first.Result = 1, coop.VisitHeld, coop.Done
	keep(t, a, coop.Change{Visits: []coop.Visit{first}})
	row = must(a.Rows(t.Context(), coop.RowFilter{Words: "lefevre", Limit: 1}))(t)[0]
	if !row.Visit.Equal(second.Start) || !row.Met {
		t.Errorf("after the visit: next %v, met %v", row.Visit, row.Met)
	}
}
