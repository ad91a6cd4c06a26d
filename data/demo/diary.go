package demo

import (
	"time"

	"bienvenue/app/coop"
)

// hours are the starts of an officer's four visits of a day, in minutes after midnight.
var hours = [...]int{9 * 60, 10*60 + 45, 14 * 60, 15*60 + 45}

// bookedAhead is how many days ahead most visits are booked.
const bookedAhead = 11

// slot is one of an officer's visits of a day.
type slot struct {
	officer coop.StaffID
	day     coop.Day
	hour    int
}

// diary hands out the officers' time.
type diary struct {
	*builder
	taken map[slot]bool
}

func newDiary(b *builder) *diary { return &diary{builder: b, taken: map[slot]bool{}} }

// fillToday gives each officer a round for today, whatever day it is: somebody looks at it.
func (d *diary) fillToday() {
	round := map[coop.StaffID]int{}
	for _, h := range d.homes {
		age := d.Today.DaysSince(h.Entry)
		full := round[h.officer.ID] == len(hours)-1
		if h.Exit != "" || age < d.Window.From+5 || age > d.Window.To-2 || full {
			continue
		}
		s := slot{h.officer.ID, d.Today, hours[round[h.officer.ID]]}
		round[h.officer.ID]++
		d.taken[s] = true
		h.attempts = append(h.attempts, attempt{start: d.at(s), place: coop.AtHome})
	}
}

// schedule decides what became of a household's visit.
func (d *diary) schedule(h *home) {
	began := d.Today.AddMonths(-d.Months)
	aim := h.Entry.Add(d.Window.From + 5 + h.rng.IntN(d.Window.To-d.Window.From))
	if aim > d.Today {
		aim = d.near(h, aim)
	}
	if h.Exit == "" && h.Entry >= began.Add(-d.Window.To) && h.Signed <= d.Today && chance(h.rng, 65) {
		h.counter = max(min(h.Signed, d.Today.Add(-1)), began)
	}
	tooFar := aim > d.Today.Add(14) && chance(h.rng, 60)
	if len(h.attempts) > 0 || h.Exit != "" || h.Entry < began.Add(-d.Window.From) || tooFar || chance(h.rng, 11) {
		return
	}
	d.try(h, max(aim, began), 1)
}

// near brings most of the visits to come close to today: just done, or booked for the next days.
func (d *diary) near(h *home, aim coop.Day) coop.Day {
	day := aim
	switch weighted(h.rng, 30, 60, 10) {
	case 0:
		day = d.Today.Add(-1 - h.rng.IntN(2*bookedAhead))
	case 1:
		day = d.Today.Add(1 + h.rng.IntN(bookedAhead))
	}
	if day.DaysSince(h.Entry) < d.Window.From {
		return aim
	}
	return day
}

// try books a visit from a day on, and a second one when nobody was there.
func (d *diary) try(h *home, from coop.Day, turn int) {
	s := d.free(h, from)
	a := attempt{start: d.at(s), place: coop.AtHome}
	if s.day < d.Today {
		a.result = d.result(h, turn)
	}
	switch a.result {
	case coop.DoneByPhone:
		a.place = coop.ByPhone
	case coop.DoneAtOffice:
		a.place = coop.AtOffice
	default:
	}
	h.attempts = append(h.attempts, a)
	if a.result == coop.Absent && turn == 1 && chance(h.rng, 85) {
		d.try(h, s.day.Add(8+h.rng.IntN(10)), turn+1)
	}
}

func (d *diary) result(h *home, turn int) coop.Result {
	results := []coop.Result{
		coop.Done, coop.Shortened, coop.DoneByPhone, coop.DoneAtOffice, coop.Absent,
		coop.Refused, coop.Unreachable, coop.MovedByThem,
	}
	weights := []int{72, 4, 3, 2, 12, 3, 2, 2}
	if turn > 1 {
		weights = []int{70, 2, 10, 4, 8, 3, 3, 0}
	}
	return results[weighted(h.rng, weights...)]
}

// free takes a time of the officer's first day that has one, from a day on.
func (d *diary) free(h *home, from coop.Day) slot {
	likes := h.rng.IntN(len(hours))
	for day := from; ; day = day.Add(1) {
		if closed(day) {
			continue
		}
		for i := range hours {
			s := slot{h.officer.ID, day, hours[(likes+i)%len(hours)]}
			if !d.taken[s] && !d.away(s) {
				d.taken[s] = true
				return s
			}
		}
	}
}

// interrupt leaves one visit of each officer's round begun, so that there is a talk to resume.
func (d *diary) interrupt() {
	left := map[coop.StaffID]bool{}
	for _, h := range d.homes {
		n := len(h.attempts)
		if n == 0 || left[h.officer.ID] || coop.DayOf(h.attempts[n-1].start.In(d.Zone)) != d.Today {
			continue
		}
		h.attempts[n-1].open = true
		left[h.officer.ID] = true
	}
}

func (d *diary) at(s slot) time.Time { return s.day.At(s.hour/60, s.hour%60, d.Zone).UTC() }

// closed says whether the invented coop rests: weekends and the holidays of a fixed date.
func closed(d coop.Day) bool {
	if wd := d.Weekday(); wd == time.Saturday || wd == time.Sunday {
		return true
	}
	switch d[len("2026-"):] {
	case "01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25":
		return true
	}
	return false
}
