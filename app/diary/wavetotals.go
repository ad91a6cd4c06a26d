package diary

import (
	"cmp"
	"slices"

	"bienvenue/app/coop"
)

// Totals sums a plan up anew after a change: who is in their window, who has no time, the weeks and
// the places. The diary may hold the visits of the plan or not. A change by hand may set the rules
// aside that the bounds keep to: a bound is then what was reached.
func Totals(d *Diary, plan coop.WavePlan, owing []coop.Owing) coop.WavePlan {
	plan = newWave(d, plan.Asked, owing).plan(plan.Visits)
	plan.Totals.Possible = max(plan.Totals.Possible, plan.Totals.InWindow)
	plan.Totals.Least = min(plan.Totals.Least, plan.Totals.Halves)
	return plan
}

// PutWave writes the visits of a plan into the diary, so that changes of it can be checked there.
func PutWave(d *Diary, plan coop.WavePlan) {
	for _, v := range plan.Visits {
		d.Put(d.WaveVisit(v))
	}
}

// MoveWave changes the officer and the time of one visit of a plan, if it can stand there: soft
// rules are said in the verdict and may be set aside, the hard ones may not. The diary holds the
// visits of the plan (PutWave) and follows the change.
func MoveWave(d *Diary, plan coop.WavePlan, owing []coop.Owing, to coop.WaveVisit) (coop.WavePlan, coop.Verdict) {
	at := slices.IndexFunc(plan.Visits, func(v coop.WaveVisit) bool { return v.Household == to.Household })
	verdict := d.Stand(d.WaveVisit(to))
	if at < 0 || !verdict.May() {
		return plan, verdict
	}
	d.Put(d.WaveVisit(to))
	plan.Visits = slices.Clone(plan.Visits)
	plan.Visits[at] = to
	return Totals(d, plan, owing), verdict
}

// plan sums visits up.
func (w *wave) plan(visits []coop.WaveVisit) coop.WavePlan {
	p := coop.WavePlan{Asked: w.asked, Until: dayOf(w.last), Visits: slices.Clone(visits)}
	slices.SortStableFunc(p.Visits, func(a, b coop.WaveVisit) int { return a.Start.Compare(b.Start) })
	planned := map[coop.HouseholdID]int{}
	for i, o := range w.owing {
		planned[o.ID] = i
	}
	t := &p.Totals
	t.Asked = len(w.owing)
	weeks := map[int]int{}
	for k := range p.Visits {
		v := &p.Visits[k]
		i, known := planned[v.Household]
		if !known || i == nowhere {
			continue
		}
		v.InWindow = w.inWindow(w.owing[i].Entry, v.Start)
		if v.InWindow {
			t.InWindow++
		}
		n, _ := moment(v.Start, w.zone)
		weeks[n-weekday(n)]++
		t.Planned++
		t.End = max(t.End, dayOf(n))
		planned[v.Household] = nowhere
	}
	for _, o := range w.owing {
		if planned[o.ID] != nowhere {
			p.Left = append(p.Left, o.ID)
		}
	}
	p.Weeks = w.weekTotals(weeks)
	p.Places = w.places(p.Visits)
	for _, one := range p.Places {
		t.Halves += one.Halves
	}
	t.Possible, t.Least = mostTimely(w.ground, w.households), w.fewest(t.Planned)
	return p
}

// weekTotals are the weeks from the wave's first one to its last one with a visit.
func (w *wave) weekTotals(planned map[int]int) []coop.WeekTotal {
	last := 0
	for monday := range planned {
		last = max(last, monday)
	}
	var found []coop.WeekTotal
	for monday := w.first - weekday(w.first); monday <= last; monday += weekDays {
		one := coop.WeekTotal{Monday: dayOf(monday), Planned: planned[monday]}
		for _, officer := range w.officers {
			room, booked := w.weekTotal(officer, monday)
			one.Room += room
			one.Booked += booked
		}
		found = append(found, one)
	}
	return found
}

// places say how often each residence is gone to.
func (w *wave) places(visits []coop.WaveVisit) []coop.PlaceTotal {
	type trip struct {
		officer   coop.StaffID
		day       int
		morning   bool
		residence coop.ResidenceID
	}
	owing := make(map[coop.HouseholdID]*coop.Owing, len(w.owing))
	for i := range w.owing {
		owing[w.owing[i].ID] = &w.owing[i]
	}
	trips := map[trip]bool{}
	at := map[coop.ResidenceID]int{}
	var found []coop.PlaceTotal
	for _, v := range visits {
		o, known := owing[v.Household]
		if !known {
			continue
		}
		if _, known := at[o.Home]; !known {
			at[o.Home] = len(found)
			found = append(found, coop.PlaceTotal{Residence: o.Home, Name: o.Residence, Town: o.Town})
		}
		place := &found[at[o.Home]]
		place.Planned++
		day, _ := moment(v.Start, w.zone)
		one := trip{v.Officer, day, w.morning(v.Start), o.Home}
		if v.Place == coop.AtHome && !trips[one] {
			trips[one] = true
			place.Halves++
		}
	}
	slices.SortFunc(found, func(a, b coop.PlaceTotal) int {
		return cmp.Or(cmp.Compare(b.Planned, a.Planned), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Residence, b.Residence))
	})
	return found
}

// fewest is how many half-days × places a plan of so many visits has at least: as if each half-day
// were the one that holds most visits at home, and all of them at one residence. A plan may leave
// out whom it likes; it is best off with those for whom nobody travels and with full half-days.
func (w *wave) fewest(visits int) int {
	best := 0
	for h, half := range w.halves {
		best = max(best, min(half.homes, w.dayRoom[w.dayOf(h)], w.weekRoom[w.weekOf(h)]))
	}
	if best == 0 {
		return 0
	}
	homes := map[int]int{}
	for i := range w.households {
		switch one := &w.households[i]; {
		case !w.rules[i].Allowed:
		case one.residence == noPlace:
			visits--
		default:
			homes[one.residence]++
		}
	}
	var rests []int
	full := 0
	for _, n := range homes {
		full += n / best
		rests = append(rests, n%best)
	}
	if visits <= full*best {
		return max((visits+best-1)/best, 0)
	}
	slices.SortFunc(rests, func(a, b int) int { return cmp.Compare(b, a) })
	visits -= full * best
	for _, n := range rests {
		if visits <= 0 {
			break
		}
		visits -= n
		full++
	}
	return full
}
