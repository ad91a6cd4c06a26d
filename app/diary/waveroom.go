package diary

import (
	"slices"

	"bienvenue/app/coop"
)

// half is one half-day of one officer, the unit that a wave is planned in.
type half struct {
	officer int
	day     int // place in ground.dates
	part    int // morning or afternoon
	week    int
	holds   int // visits of the wave that fit beside what is booked
	most    int // the same for the shortest visits and however they are set: no plan has more
	homes   int // the same for visits at home
}

// The parts of a day.
const (
	forenoon  = 0
	afternoon = 1
)

// noLimit stands for a rule that limits nothing.
const noLimit = 1 << 20

// ground is the room that the officers have for a wave.
type ground struct {
	crew     int   // how many officers there are
	days     int   // how many days on which any of them works
	weeks    int   // how many weeks, worked or not
	dates    []int // the days, counted from 1970
	halves   []half
	byDay    []int // the first half-day of each day, and the number of all at the end
	dayRoom  []int // visits of the wave that each officer can have on each day
	weekRoom []int // and in each week
}

func (g *ground) dayOf(h int) int  { return g.halves[h].day*g.crew + g.halves[h].officer }
func (g *ground) weekOf(h int) int { return g.halves[h].week*g.crew + g.halves[h].officer }

// survey measures the room of the officers: by half-day what fits beside what is booked, by day and
// by week what the rules and the share for current entries leave.
func (w *wave) survey() {
	g := &ground{crew: len(w.officers)}
	w.ground = g
	usual, shortest := w.usual(), w.shortest()
	firstWeek := w.first - weekday(w.first)
	for n := w.first; n <= w.last; n++ {
		if !slices.ContainsFunc(w.officers, func(o coop.StaffID) bool { return len(w.hoursOf(o, n).work) > 0 }) {
			continue
		}
		g.dates = append(g.dates, n)
		g.byDay = append(g.byDay, len(g.halves))
		for k, officer := range w.officers {
			gaps := w.gaps(officer, n, kept)
			for _, part := range []int{forenoon, afternoon} {
				g.halves = append(g.halves, half{
					officer: k, day: g.days, part: part, week: (n - firstWeek) / weekDays,
					holds: hold(gaps, part, usual), most: most(gaps, part, shortest),
					homes: most(gaps, part, w.Diary.rules.Kind(coop.CourtesyVisit, coop.AtHome)),
				})
			}
			g.dayRoom = append(g.dayRoom, w.dayLeft(officer, n))
		}
		g.days++
	}
	g.byDay = append(g.byDay, len(g.halves))
	g.weeks = (w.last-firstWeek)/weekDays + 1
	for week := range g.weeks {
		for _, officer := range w.officers {
			room, booked := w.weekTotal(officer, firstWeek+week*weekDays)
			g.weekRoom = append(g.weekRoom, max(room*(coop.MostWaveShare-w.asked.Share)/coop.MostWaveShare-booked, 0))
		}
	}
}

// usual is the visit that room is measured in: one at home where such visits are made.
func (w *wave) usual() coop.KindRule {
	for _, place := range coop.Places() {
		if r := w.Diary.rules.Kind(coop.CourtesyVisit, place); r.Allowed && r.Minutes > 0 {
			return r
		}
	}
	return coop.KindRule{}
}

// shortest is shorter than any visit of the wave, and asks for no more travel than any two.
func (w *wave) shortest() coop.KindRule {
	least := coop.KindRule{Minutes: dayMinutes, Before: dayMinutes, After: dayMinutes}
	for _, r := range w.rules {
		if r.Allowed {
			least.Minutes = min(least.Minutes, r.Minutes)
			least.Before, least.After = min(least.Before, r.Before), min(least.After, r.After)
		}
	}
	return least
}

func limit(rule int) int {
	if rule <= 0 {
		return noLimit
	}
	return rule
}

// dayLeft is how many visits of the wave the rules leave an officer on a day.
func (w *wave) dayLeft(officer coop.StaffID, n int) int {
	return max(min(limit(w.Diary.rules.PerDay)-w.booked(officer, n), limit(w.asked.PerDay)), 0)
}

// weekTotal is how many visits an officer can make in a week, and how many are booked.
func (w *wave) weekTotal(officer coop.StaffID, monday int) (room, booked int) {
	usual := w.usual()
	for n := monday; n < monday+weekDays; n++ {
		fit := 0
		for _, span := range w.hoursOf(officer, n).work {
			fit += run(span.From, span.To, usual)
		}
		room += min(fit, limit(w.Diary.rules.PerDay))
		booked += w.booked(officer, n)
	}
	return min(room, limit(w.Diary.rules.PerWeek)), booked
}

// booked counts the visits that an officer has on a day without those of a plan; calls are none.
func (w *wave) booked(officer coop.StaffID, n int) int {
	count := 0
	for _, e := range w.Diary.byDay[officerDay{officer, n}] {
		if e.day == n && e.Kind != coop.PhoneVisit && kept(e.ID) {
			count++
		}
	}
	return count
}
