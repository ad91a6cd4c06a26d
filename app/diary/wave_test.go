package diary_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// trial is a coop with its plan.
type trial struct {
	waveCoop
	seed uint64
	plan coop.WavePlan
}

// trials plans the waves of coops of any shape, once for all tests.
var trials = sync.OnceValues(func() ([]trial, error) {
	const coops = 60
	var all []trial
	for seed := range uint64(coops) {
		c, err := randomCoop(seed)
		if err != nil {
			return nil, err
		}
		plan, err := diary.PlanWave(context.Background(), c.diary(), c.asked, c.owing, nil)
		if err != nil {
			return nil, err
		}
		all = append(all, trial{c, seed, plan})
	}
	return all, nil
})

func tried(t *testing.T) []trial {
	t.Helper()
	all, err := trials()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestEveryVisitOfAWaveStands(t *testing.T) {
	planned := 0
	for _, c := range tried(t) {
		seed, plan := c.seed, c.plan
		planned += len(plan.Visits)
		d := c.diary()
		diary.PutWave(d, plan)
		for k, v := range plan.Visits {
			if verdict := d.Stand(d.WaveVisit(v)); !verdict.May() || !onlyLate(verdict) {
				t.Fatalf("coop %d: %+v does not stand: %+v", seed, v, verdict)
			}
			if v.Place != c.placeOf(c.find(v.Household)) || v.End.Sub(v.Start) != time.Duration(c.rules.Minutes(v.Place))*time.Minute {
				t.Fatalf("coop %d: %+v is at the wrong place or too long", seed, v)
			}
			if c.dayOf(v.Start) < c.asked.Start || c.dayOf(v.Start).DaysSince(c.dayOf(c.now)) < c.rules.Post {
				t.Fatalf("coop %d: %+v is before the wave begins or a letter arrives", seed, v)
			}
			if !slices.Contains(c.asked.Officers, v.Officer) {
				t.Fatalf("coop %d: nobody asked for %s", seed, v.Officer)
			}
			for _, other := range slices.Concat(c.facts.Visits, visitsOf(d, plan.Visits[:k])) {
				if d.WaveVisit(v).Clashes(other) {
					t.Fatalf("coop %d: %+v clashes with %+v", seed, v, other)
				}
			}
		}
	}
	if planned < 1000 {
		t.Errorf("only %d visits are planned in all, the coops are too busy to show anything", planned)
	}
}

func visitsOf(d *diary.Diary, visits []coop.WaveVisit) []coop.Visit {
	var all []coop.Visit
	for _, v := range visits {
		all = append(all, d.WaveVisit(v))
	}
	return all
}

func (c waveCoop) find(id coop.HouseholdID) coop.Owing {
	return c.owing[slices.IndexFunc(c.owing, func(o coop.Owing) bool { return o.ID == id })]
}

func TestAWaveStaysWithinTheHoursOfItsOfficers(t *testing.T) {
	for _, c := range tried(t) {
		seed, d := c.seed, c.diary()
		for _, v := range c.plan.Visits {
			from := v.Start.In(c.zone).Hour()*60 + v.Start.In(c.zone).Minute()
			span := coop.Span{From: from, To: from + c.rules.Minutes(v.Place)}
			if !slices.ContainsFunc(d.Work(v.Officer, c.dayOf(v.Start)), func(s coop.Span) bool { return s.Holds(span) }) {
				t.Fatalf("coop %d: %+v lies outside %v", seed, v, d.Work(v.Officer, c.dayOf(v.Start)))
			}
			if from%5 != 0 {
				t.Fatalf("coop %d: %+v begins at an odd minute", seed, v)
			}
		}
	}
}

func TestEachHouseholdOfAWaveIsVisitedOnceOrLeft(t *testing.T) {
	for _, c := range tried(t) {
		seed, plan := c.seed, c.plan
		since := c.dayOf(c.now).AddMonths(-c.asked.Months)
		times := map[coop.HouseholdID]int{}
		for _, v := range plan.Visits {
			times[v.Household]++
		}
		for _, id := range plan.Left {
			times[id]++
		}
		for _, o := range c.owing {
			want := 1
			if o.Entry < since || o.Entry > c.dayOf(c.now) {
				want = 0 // not of the months asked for
			}
			if times[o.ID] != want {
				t.Fatalf("coop %d: %s, entered on %s, is there %d times, want %d", seed, o.ID, o.Entry, times[o.ID], want)
			}
		}
	}
}

func TestCurrentEntriesKeepTheirShareOfEachWeek(t *testing.T) {
	for _, c := range tried(t) {
		seed, plan := c.seed, c.plan
		weekly, daily := map[officerOn]int{}, map[officerOn]int{}
		for _, v := range plan.Visits {
			weekly[officerOn{v.Officer, c.dayOf(v.Start).Monday()}]++
			daily[officerOn{v.Officer, c.dayOf(v.Start)}]++
		}
		for at, n := range weekly {
			if most := c.allowed(at.officer, at.day); n > most {
				t.Fatalf("coop %d: %s has %d visits in the week of %s, %d are left for the wave", seed, at.officer, n, at.day, most)
			}
		}
		for at, n := range daily {
			if c.asked.PerDay > 0 && n > c.asked.PerDay {
				t.Fatalf("coop %d: %s has %d visits of the wave on %s, asked for %d", seed, at.officer, n, at.day, c.asked.PerDay)
			}
		}
	}
}

func TestAWaveIsCountedAsItIs(t *testing.T) {
	for _, c := range tried(t) {
		seed, plan := c.seed, c.plan
		got := plan.Totals
		if got.Planned != len(plan.Visits) || got.Asked != len(plan.Visits)+len(plan.Left) {
			t.Fatalf("coop %d: %+v of %d visits and %d left", seed, got, len(plan.Visits), len(plan.Left))
		}
		trips, timely := map[string]bool{}, 0
		var end coop.Day
		for _, v := range plan.Visits {
			o, day := c.find(v.Household), c.dayOf(v.Start)
			end = max(end, day)
			if v.InWindow != c.rules.Window.Of(o.Entry).Holds(day) {
				t.Fatalf("coop %d: %+v, entered on %s, is in its window: %v", seed, v, o.Entry, v.InWindow)
			}
			if v.InWindow {
				timely++
			}
			if v.Place == coop.AtHome {
				trips[fmt.Sprint(v.Officer, day, v.Start.In(c.zone).Hour() < 13, o.Home)] = true
			}
		}
		if got.InWindow != timely || got.Halves != len(trips) || got.End != end {
			t.Fatalf("coop %d: %+v, counted %d in their window, %d half-days, end %s", seed, got, timely, len(trips), end)
		}
		weeks, places, halves := 0, 0, 0
		for _, w := range plan.Weeks {
			weeks += w.Planned
			room, booked := 0, 0
			for _, officer := range c.asked.Officers {
				r, b := c.week(officer, w.Monday)
				room, booked = room+r, booked+b
			}
			if active := c.active(); active && (w.Room != room || w.Booked != booked) {
				t.Fatalf("coop %d: %+v, counted room %d, booked %d", seed, w, room, booked)
			}
		}
		for _, p := range plan.Places {
			places, halves = places+p.Planned, halves+p.Halves
		}
		if weeks != got.Planned || places != got.Planned || halves != got.Halves {
			t.Fatalf("coop %d: weeks hold %d, places %d visits and %d half-days of %+v", seed, weeks, places, halves, got)
		}
	}
}

// active says whether all officers asked for work.
func (c waveCoop) active() bool {
	return !slices.ContainsFunc(c.facts.Staff, func(s coop.Staff) bool { return !s.Active })
}

func TestNoPlanIsBetterThanItsBounds(t *testing.T) {
	for _, c := range tried(t) {
		seed, ours, naive := c.seed, c.plan.Totals, c.naive(t).Totals
		if ours.InWindow > ours.Possible || ours.Halves < ours.Least || naive.InWindow > ours.Possible {
			t.Fatalf("coop %d: ours %+v, naive %+v", seed, ours, naive)
		}
		if naive.Planned == ours.Planned && naive.Halves < ours.Least {
			t.Fatalf("coop %d: the naive plan has %d half-days, the bound is %d", seed, naive.Halves, ours.Least)
		}
		if ours.InWindow < naive.InWindow {
			t.Errorf("coop %d: %d in their window, naively %d", seed, ours.InWindow, naive.InWindow)
		}
	}
}
