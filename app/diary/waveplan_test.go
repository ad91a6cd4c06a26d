package diary_test

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

func TestAWaveIsBetterThanTheEarliestTimes(t *testing.T) {
	for _, order := range coop.WaveOrders() {
		for seed := range uint64(2) {
			c := realistic(t, 300, seed)
			c.asked.Officers = c.asked.Officers[:1]
			c.asked.Order = order
			ours, naive := c.plan(t).Totals, c.naive(t).Totals
			if ours.InWindow < naive.InWindow || ours.Planned < naive.Planned || ours.Halves >= naive.Halves {
				t.Errorf("%s, coop %d: ours %+v, naive %+v", order, seed, ours, naive)
			}
			if ours.InWindow != ours.Possible {
				t.Errorf("%s, coop %d: %d in their window, %d are possible", order, seed, ours.InWindow, ours.Possible)
			}
			if ours.Halves*10 > ours.Least*16 {
				t.Errorf("%s, coop %d: %d half-days × places, the bound is %d", order, seed, ours.Halves, ours.Least)
			}
		}
	}
}

func TestWhereWindowsDoNotBindHalfDaysAreFull(t *testing.T) {
	c := realistic(t, 300, 1)
	c.rules.Window.To = 400
	if got := c.plan(t).Totals; got.Halves*100 > got.Least*112 {
		t.Errorf("%d half-days × places, the bound is %d", got.Halves, got.Least)
	}
}

func TestTheSameFactsGiveTheSameWave(t *testing.T) {
	for _, c := range tried(t)[:10] {
		seed, first, d := c.seed, c.plan, c.diary()
		for range 2 { // the second time on a diary that was used
			again, err := diary.PlanWave(t.Context(), d, c.asked, c.owing, nil)
			if err != nil {
				t.Fatal(err)
			}
			if !reflect.DeepEqual(first, again) {
				t.Fatalf("coop %d: another plan", seed)
			}
		}
		diary.PutWave(d, first)
		if again, err := diary.PlanWave(t.Context(), d, c.asked, c.owing, nil); err != nil || !reflect.DeepEqual(first, again) {
			t.Fatalf("coop %d: another plan beside the one before, %v", seed, err)
		}
	}
}

func TestHouseholdsAreSeenAsTheyWishWhereThatIsPossible(t *testing.T) {
	c := realistic(t, 300, 3)
	c.asked.Officers = c.asked.Officers[:2]
	unmet, wished := 0, 0
	for _, v := range c.plan(t).Visits {
		o, hour := c.find(v.Household), v.Start.In(c.zone).Hour()
		for _, p := range o.Prefers {
			if p == coop.PreferMornings || p == coop.PreferAfternoons {
				wished++
				if (p == coop.PreferMornings) != (hour < 13) {
					unmet++
				}
			}
		}
		if o.Language == "ar" {
			wished++
			if v.Officer != "officer0" {
				unmet++
			}
		}
	}
	if wished < 20 || unmet > wished/20 {
		t.Errorf("%d of %d wishes are not met", unmet, wished)
	}
}

func TestAWaveKeepsTheOrderAskedFor(t *testing.T) {
	for _, order := range coop.WaveOrders() {
		c := realistic(t, 200, 4)
		c.asked.Officers = c.asked.Officers[:1]
		c.asked.Order, c.rules.Window = order, coop.WindowRule{To: 1} // everybody is late: only the order counts
		visits := c.plan(t).Visits
		last := map[coop.ResidenceID]coop.Day{}
		early, late := 0, 0 // days since the entry, of the first and of the second half of the visits
		for k, v := range visits {
			o := c.find(v.Household)
			if days := o.Entry.DaysSince("2026-01-01"); k < len(visits)/2 {
				early += days
			} else {
				late += days
			}
			if len(o.Prefers) > 0 || o.Exit != "" || o.Language != "fr" || o.Trips > 0 {
				continue
			}
			before := last[o.Home]
			last[o.Home] = o.Entry
			day := c.dayOf(v.Start)
			if before != "" && before != o.Entry && (before > o.Entry) == (order == coop.OldestFirst) {
				t.Errorf("%s: %s of %s is visited on %s after the entry of %s", order, o.Entry, o.Home, day, before)
			}
		}
		if (early > late) == (order == coop.OldestFirst) {
			t.Errorf("%s: entries of the first half of the visits lie %d days after the others'", order, (early-late)*2/len(visits))
		}
	}
}

func TestACoopWithoutTimeLeavesEverybody(t *testing.T) {
	for name, change := range map[string]func(*waveCoop){
		"nobody works":         func(c *waveCoop) { c.rules.Week = coop.Week{} },
		"the officer has left": func(c *waveCoop) { c.facts.Staff[0].Active = false },
		"everything is kept":   func(c *waveCoop) { c.rules.PerWeek, c.asked.Share = 1, 90 },
		"no visit may be made": func(c *waveCoop) { c.rules.Kinds = nil },
		"no place takes no time": func(c *waveCoop) {
			c.rules.Kinds = []coop.KindRule{{Kind: coop.CourtesyVisit, Place: coop.AtHome, Allowed: true}}
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := realistic(t, 30, 1)
			c.asked.Officers = c.asked.Officers[:1]
			change(&c)
			plan := c.plan(t)
			want := coop.WaveTotals{Asked: 30}
			if plan.Totals != want || len(plan.Left) != 30 || len(plan.Visits) != 0 || plan.Until == "" {
				t.Errorf("got %+v with %d left until %q", plan.Totals, len(plan.Left), plan.Until)
			}
		})
	}
}

func TestAWaveForNobodyIsEmpty(t *testing.T) {
	c := realistic(t, 0, 1)
	if plan := c.plan(t); plan.Totals != (coop.WaveTotals{}) || len(plan.Visits)+len(plan.Left)+len(plan.Places) != 0 {
		t.Errorf("got %+v", plan)
	}
}

func TestAWaveThatIsCalledOffStops(t *testing.T) {
	c := realistic(t, 100, 1)
	ctx, cancel := context.WithCancel(t.Context())
	calls := 0
	_, err := diary.PlanWave(ctx, c.diary(), c.asked, c.owing, func(done, total int) {
		if calls++; done*4 > total {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if _, err := diary.PlanWave(ctx, c.diary(), c.asked, c.owing, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v from a wave that was called off before", err)
	}
}

func TestTheProgressOfAWaveGoesUpToItsEnd(t *testing.T) {
	c := realistic(t, 100, 1)
	last, calls := 0, 0
	_, err := diary.PlanWave(t.Context(), c.diary(), c.asked, c.owing, func(done, total int) {
		if calls++; done < last || done > total {
			t.Errorf("%d of %d after %d", done, total, last)
		}
		last = done
		if done == total {
			last = -1 // nothing comes after the end
		}
	})
	if err != nil || last != -1 || calls < 10 {
		t.Errorf("%v, %d calls, the last was of %d", err, calls, last)
	}
}

func TestAWaveThatCannotBeAskedForIsRefused(t *testing.T) {
	c := realistic(t, 10, 1)
	c.asked.Months = 13
	_, err := diary.PlanWave(t.Context(), c.diary(), c.asked, c.owing, nil)
	var refusal *coop.RefusalError
	if !errors.As(err, &refusal) || refusal.Key != "wave.refused.months" {
		t.Errorf("got %v", err)
	}
}

func TestAVisitOfAPlanIsMovedByHand(t *testing.T) {
	c := realistic(t, 60, 1)
	plan, d := c.plan(t), c.diary()
	diary.PutWave(d, plan)
	if again := diary.Totals(d, plan, c.owing); !reflect.DeepEqual(plan, again) {
		t.Fatalf("the plan is summed up otherwise: %+v, was %+v", again.Totals, plan.Totals)
	}
	to := plan.Visits[0]
	to.Start, to.End = plan.Visits[3].Start, plan.Visits[3].Start.Add(to.End.Sub(to.Start))
	to.Officer = plan.Visits[3].Officer
	same, verdict := diary.MoveWave(d, plan, c.owing, to)
	if verdict.Clash == nil || verdict.Clash.With.Household != plan.Visits[3].Household || !reflect.DeepEqual(same, plan) {
		t.Fatalf("a time that another visit has is given away: %+v", verdict)
	}
	to.Start = c.dayOf(to.Start).AddMonths(10).Monday().At(16, 0, c.zone)
	to.End = to.Start.Add(45 * time.Minute)
	moved, verdict := diary.MoveWave(d, plan, c.owing, to)
	last := moved.Visits[len(moved.Visits)-1]
	if !verdict.May() || last.Household != to.Household || moved.Totals.End != c.dayOf(to.Start) || last.InWindow {
		t.Fatalf("%+v: the last visit is %+v of %+v", verdict, last, moved.Totals)
	}
	if plan.Visits[0].Household != to.Household {
		t.Error("the plan before the change was changed too")
	}
	if verdict := d.Stand(d.WaveVisit(to)); !verdict.May() {
		t.Errorf("the moved visit is in its own way: %+v", verdict)
	}
}
