package office_test

import (
	"testing"

	"bienvenue/app/coop"
)

func TestAPlanIsChangedByHand(t *testing.T) {
	p := newPlanner(t, 5)
	draft := p.plan(t)
	first, second := draft.Plan.Visits[0], draft.Plan.Visits[1]
	onto := first
	onto.Start = second.Start
	if err := draft.Place(onto); err == nil {
		t.Error("two visits stand at the same time")
	}
	free := first
	free.Start = coop.DayOf(first.Start.In(p.Zone())).Add(14).At(15, 0, p.Zone())
	if v := draft.Judge(free); !v.Stands() {
		t.Fatalf("a free time: %+v", v)
	}
	if err := draft.Place(free); err != nil {
		t.Fatal(err)
	}
	saturday := free
	saturday.Start = p.at("2027-01-16", 10, 0)
	refused(t, draft.Place(saturday), "visit.refused.reason")
	saturday.Reason = "asked for"
	if err := draft.Place(saturday); err != nil {
		t.Fatal(err)
	}
	draft.Drop(second.Household)
	if draft.Plan.Totals.Planned != 4 || len(draft.Plan.Left) != 1 || draft.WhyLeft(second.Household) != coop.LeftByHand {
		t.Errorf("after one was taken out: %+v, %v", draft.Plan.Totals, draft.Plan.Left)
	}
	if err := draft.Place(second); err != nil || draft.Plan.Totals.Planned != 5 {
		t.Errorf("it was put back: %+v, %v", draft.Plan.Totals, err)
	}
	draft.Drop(second.Household)
	p.apply(t, draft.Plan)
	for _, v := range p.booked(t) {
		switch v.Household {
		case first.Household:
			if !v.Start.Equal(saturday.Start) || v.Reason != "asked for" {
				t.Errorf("the one that was moved: %v, %q", v.Start, v.Reason)
			}
		case second.Household:
			t.Error("the one that was taken out is booked")
		}
	}
}
