package diary

import (
	"cmp"
	"slices"

	"bienvenue/app/coop"
)

// The grids that the visits of a wave begin on, in minutes: quarters of an hour where as many fit,
// else five minutes, for 45 minutes with 20 of travel fit a morning of three hours only so.
const (
	fine   = 5
	coarse = step
)

// taken is a time that an officer has no more, in minutes of the day, with the travel around it.
type taken struct {
	from, to, before, after int
}

// gap is a time of work between two that are taken.
type gap struct {
	work       coop.Span
	prev, next taken // what lies before and behind, far away where nothing does
}

// limits is when a visit in the gap can begin and must have ended.
func (g gap) limits(r coop.KindRule) (from, to int) {
	return max(g.work.From, g.prev.to+max(g.prev.after, r.Before)), min(g.work.To, g.next.from-max(r.After, g.next.before))
}

// gaps is what the visits that counts knows leave of an officer's hours of work on a day.
func (w *wave) gaps(officer coop.StaffID, n int, counts func(coop.VisitID) bool) []gap {
	busy := []taken{{to: -noLimit}}
	add := func(v coop.Visit) {
		from, start := moment(v.Start, w.zone)
		to, end := moment(v.End, w.zone)
		busy = append(busy, taken{
			from: (from-n)*dayMinutes + start/60, to: (to-n)*dayMinutes + (end+59)/60, before: v.Before, after: v.After,
		})
	}
	for _, e := range w.Diary.byDay[officerDay{officer, n}] {
		if counts(e.ID) {
			add(e.Visit)
		}
	}
	for _, h := range w.holds[officer] {
		if from, to := w.touches(h.Visit()); from <= n && n <= to {
			add(h.Visit())
		}
	}
	slices.SortFunc(busy, func(a, b taken) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
	return between(busy, w.hoursOf(officer, n).work)
}

// between is what is left of spans of work.
func between(busy []taken, work []coop.Span) []gap {
	var found []gap
	for _, span := range work {
		for k, prev := range busy {
			next := taken{from: noLimit}
			if k+1 < len(busy) {
				next = busy[k+1]
			}
			if max(span.From, prev.to) < min(span.To, next.from) {
				found = append(found, gap{work: span, prev: prev, next: next})
			}
		}
	}
	return found
}

// within is when a visit in the gap can begin and must have ended to lie in one part of the day.
// Work that goes on over noon leaves time for the way between its two parts.
func (g gap) within(part int, r coop.KindRule) (from, to int) {
	from, to = g.limits(r)
	switch {
	case part == forenoon:
		to = min(to, noonBreak)
	case g.work.From < noonBreak:
		from = max(from, noonBreak+max(r.Before, r.After))
	}
	return from, to
}

// hold counts how many visits of a kind fit a part of the day one after the other.
func hold(gaps []gap, part int, r coop.KindRule) int {
	sum := 0
	for _, g := range gaps {
		from, to := g.within(part, r)
		sum += run(from, to, r)
	}
	return sum
}

// run counts how many visits of a kind fit a time one after the other.
func run(from, to int, r coop.KindRule) int {
	from = raised(from, fine)
	if r.Minutes <= 0 || to-from < r.Minutes {
		return 0
	}
	return (to-from-r.Minutes)/raised(r.Minutes+max(r.Before, r.After), fine) + 1
}

// most counts how many visits can begin in a part of the day at most, at any minute.
func most(gaps []gap, part int, r coop.KindRule) int {
	if r.Minutes <= 0 {
		return 0
	}
	sum := 0
	for _, g := range gaps {
		from, to := g.limits(r)
		to -= r.Minutes
		if part == forenoon {
			to = min(to, noonBreak-1)
		} else {
			from = max(from, noonBreak)
		}
		if to >= from {
			sum += (to-from)/(r.Minutes+max(r.Before, r.After)) + 1
		}
	}
	return sum
}

// raised is the first multiple of grid that is not below n.
func raised(n, grid int) int { return (n + grid - 1) / grid * grid }
