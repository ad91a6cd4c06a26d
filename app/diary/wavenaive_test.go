package diary_test

import (
	"slices"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// naive is the plan that nobody thinks about: each household in its order gets the earliest time
// that the rules, the share and the limits allow, whoever has it.
func (c waveCoop) naive(tb testing.TB) coop.WavePlan {
	tb.Helper()
	n := &naively{
		waveCoop: c, d: c.diary(), weekly: map[officerOn]int{}, daily: map[officerOn]int{},
		kept: map[officerOn]int{}, full: map[officerOn]bool{},
	}
	plan := coop.WavePlan{Asked: c.asked}
	for _, o := range c.inOrder() {
		if v, ok := n.earliest(o); ok {
			plan.Visits = append(plan.Visits, v)
			n.d.Put(n.d.WaveVisit(v))
			n.daily[officerOn{v.Officer, c.dayOf(v.Start)}]++
			n.weekly[officerOn{v.Officer, c.dayOf(v.Start).Monday()}]++
		}
	}
	return diary.Totals(n.d, plan, c.owing)
}

// inOrder is those the wave is for in the order asked for.
func (c waveCoop) inOrder() []coop.Owing {
	all := slices.Clone(c.owing)
	today := c.dayOf(c.now)
	seen := map[coop.HouseholdID]bool{}
	all = slices.DeleteFunc(all, func(o coop.Owing) bool {
		again := seen[o.ID]
		seen[o.ID] = true
		return again || o.Entry < today.AddMonths(-c.asked.Months) || o.Entry > today
	})
	slices.SortStableFunc(all, func(a, b coop.Owing) int {
		switch {
		case a.Entry == b.Entry:
			return 0
		case (a.Entry < b.Entry) == (c.asked.Order == coop.OldestFirst):
			return -1
		}
		return 1
	})
	return all
}

func (c waveCoop) dayOf(t time.Time) coop.Day { return coop.DayOf(t.In(c.zone)) }

// placeOf is where a household is to be visited, "" for nowhere.
func (c waveCoop) placeOf(o coop.Owing) coop.Place {
	wanted := []coop.Place{coop.AtHome, coop.ByPhone, coop.AtOffice}
	for _, p := range slices.Backward(o.Prefers) {
		switch p {
		case coop.PreferPhone:
			wanted = slices.Insert(wanted, 0, coop.ByPhone)
		case coop.PreferOffice:
			wanted = slices.Insert(wanted, 0, coop.AtOffice)
		}
	}
	for _, p := range wanted {
		if c.rules.Kind(coop.CourtesyVisit, p).Allowed && (p != coop.AtHome || o.Trips < coop.MaxTrips) {
			return p
		}
	}
	return ""
}

// officerOn is a day of an officer, or the Monday of a week.
type officerOn struct {
	officer coop.StaffID
	day     coop.Day
}

type naively struct {
	waveCoop
	d      *diary.Diary
	weekly map[officerOn]int
	daily  map[officerOn]int
	kept   map[officerOn]int  // allowed a week
	full   map[officerOn]bool // so that no visit at home fits
}

func (n *naively) earliest(o coop.Owing) (best coop.WaveVisit, ok bool) {
	v := coop.WaveVisit{Household: o.ID, Place: n.placeOf(o)}
	if v.Place == "" {
		return v, false
	}
	_, to := diary.WaveSpan(n.asked, n.d.Today())
	if o.Exit != "" {
		to = min(to, o.Exit)
	}
	for day := max(n.asked.Start, n.d.Today(), n.rules.Window.Of(o.Entry).From); day <= to && !ok; day = day.Add(1) {
		for _, v.Officer = range n.asked.Officers {
			if found, fits := n.on(v, day); fits && (!ok || found.Start.Before(best.Start)) {
				best, ok = found, true
			}
		}
	}
	return best, ok
}

// on finds the earliest time of an officer's day.
func (n *naively) on(v coop.WaveVisit, day coop.Day) (found coop.WaveVisit, ok bool) {
	key := officerOn{v.Officer, day}
	week := officerOn{v.Officer, day.Monday()}
	if _, known := n.kept[week]; !known {
		n.kept[week] = n.allowed(v.Officer, day.Monday())
	}
	if n.weekly[week] >= n.kept[week] || (n.asked.PerDay > 0 && n.daily[key] >= n.asked.PerDay) {
		return v, false
	}
	if v.Place == coop.AtHome && n.full[key] {
		return v, false
	}
	length := time.Duration(n.rules.Minutes(v.Place)) * time.Minute
	early := false // the day is no good for this household, but may be for others
	for _, span := range n.d.Work(v.Officer, day) {
		for minute := (span.From + 4) / 5 * 5; minute < span.To; minute += 5 {
			v.Start = day.At(minute/60, minute%60, n.zone)
			v.End = v.Start.Add(length)
			verdict := n.d.Stand(n.d.WaveVisit(v))
			if verdict.May() && onlyLate(verdict) {
				return v, true
			}
			early = early || slices.ContainsFunc(verdict.Warned, func(w coop.Warning) bool {
				return w.Key == "visit.warning.early" || w.Key == "visit.warning.exit" || w.Key == "visit.warning.notice"
			})
		}
	}
	n.full[key] = n.full[key] || (v.Place == coop.AtHome && !early)
	return v, false
}

func onlyLate(v coop.Verdict) bool {
	return !slices.ContainsFunc(v.Warned, func(w coop.Warning) bool { return w.Key != "visit.warning.late" })
}

// allowed is how many visits of a wave an officer may have in a week: what the share leaves of the
// most visits at home that the week holds, without those that are booked.
func (c waveCoop) allowed(officer coop.StaffID, monday coop.Day) int {
	room, booked := c.week(officer, monday)
	return room*(100-c.asked.Share)/100 - booked
}

// week counts by trying: how many visits the officer can make in a week at most, and has.
func (c waveCoop) week(officer coop.StaffID, monday coop.Day) (room, booked int) {
	var usual coop.KindRule
	for _, place := range slices.Backward(coop.Places()) {
		if r := c.rules.Kind(coop.CourtesyVisit, place); r.Allowed {
			usual = r
		}
	}
	d := c.diary()
	for day := monday; day < monday.Add(7); day = day.Add(1) {
		fit := 0
		for _, span := range d.Work(officer, day) {
			next := span.From
			for minute := 0; minute+usual.Minutes <= span.To; minute += 5 {
				if minute >= next {
					fit++
					next = minute + usual.Minutes + max(usual.Before, usual.After)
				}
			}
		}
		if c.rules.PerDay > 0 {
			fit = min(fit, c.rules.PerDay)
		}
		room += fit
	}
	if c.rules.PerWeek > 0 {
		room = min(room, c.rules.PerWeek)
	}
	for _, v := range c.facts.Visits {
		if v.Officer == officer && v.State.TakesTime() && v.Kind != coop.PhoneVisit && c.dayOf(v.Start).Monday() == monday {
			booked++
		}
	}
	return room, booked
}
