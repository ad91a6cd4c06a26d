package diary

import (
	"cmp"
	"slices"
	"time"

	"bienvenue/app/coop"
)

// noonBreak is the hour that parts a day's two halves, minutes after midnight.
const noonBreak = coop.Midday

// step is the grid on which free times are offered, minutes.
const step = 15

// Starts lists the times of a day at which a visit, with its officer, place and length, would stand
// without a warning: every quarter of an hour of the officer's work. A visit without a length has
// that of the rules.
func (d *Diary) Starts(v coop.Visit, day coop.Day) []time.Time {
	return d.starts(v, day, func(verdict coop.Verdict) bool { return verdict.Stands() })
}

func (d *Diary) starts(v coop.Visit, day coop.Day, good func(coop.Verdict) bool) []time.Time {
	n, ok := number(day)
	if !ok {
		return nil
	}
	length := d.length(v)
	var found []time.Time
	for _, span := range d.hoursOf(v.Officer, n).work {
		for minute := (span.From + step - 1) / step * step; minute < span.To; minute += step {
			v.Start = day.At(minute/60, minute%60, d.zone)
			if onDay, second := moment(v.Start, d.zone); onDay != n || second != minute*60 {
				continue // the clock passes this hour over
			}
			if v.End = v.Start.Add(length); good(d.Stand(v)) {
				found = append(found, v.Start)
			}
		}
	}
	return found
}

// length is how long a visit lasts: as long as it says, else as the rules say.
func (d *Diary) length(v coop.Visit) time.Duration {
	if length := v.End.Sub(v.Start); length > 0 {
		return length
	}
	return time.Duration(d.rules.Kind(v.Kind, v.Place).Minutes) * time.Minute
}

// FreeQuery asks for times around the one that somebody has in mind.
type FreeQuery struct {
	Visit    coop.Visit // as it is asked for: officer, household, place, start, end, travel, agreed or not
	From, To coop.Day   // the days looked at, both included
	N        int        // at most so many
}

// FreeStarts proposes times at which a visit would stand: one for each half-day, the nearest to the
// hour that was asked for, and of the half-days the nearest to the day that was asked for. They come
// in the order of time. What the time asked for does not keep of notice and window, the others need
// not keep either: whoever asks has seen it.
func (d *Diary) FreeStarts(q FreeQuery) []time.Time {
	asked := q.Visit.Start.In(d.zone)
	good := accepting(d.Stand(q.Visit))
	var found []time.Time
	first, ok := number(q.From)
	last, known := number(q.To)
	for n := first; ok && known && n <= last; n++ {
		day := dayOf(n)
		starts := d.starts(q.Visit, day, good)
		split := slices.IndexFunc(starts, func(t time.Time) bool { return !d.morning(t) })
		if split < 0 {
			split = len(starts)
		}
		for _, half := range [][]time.Time{starts[:split], starts[split:]} {
			if start, some := nearest(half, day.At(asked.Hour(), asked.Minute(), d.zone), asked); some {
				found = append(found, start)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b time.Time) int { return cmp.Compare(distance(a, asked), distance(b, asked)) })
	found = found[:min(len(found), q.N)]
	slices.SortFunc(found, time.Time.Compare)
	return found
}

// accepting makes the judge of the times around one that was asked for: nothing may be in the way,
// and no warning but those of notice and window that the time asked for has as well.
func accepting(asked coop.Verdict) func(coop.Verdict) bool {
	accepted := map[string]bool{}
	for _, w := range asked.Warned {
		switch w.Key {
		case "visit.warning.notice", "visit.warning.entry", "visit.warning.early", "visit.warning.late", "visit.warning.exit":
			accepted[w.Key] = true
		}
	}
	for _, r := range asked.Refused {
		if r.Key == "visit.refused.agreement" {
			accepted["visit.warning.notice"] = true // who asks for tomorrow takes the day after it
		}
	}
	return func(v coop.Verdict) bool {
		return v.May() && !slices.ContainsFunc(v.Warned, func(w coop.Warning) bool { return !accepted[w.Key] })
	}
}

// morning says whether a time lies in the first half of its day.
func (d *Diary) morning(t time.Time) bool {
	_, second := moment(t, d.zone)
	return second < noonBreak*60
}

// nearest finds the time that is nearest to the wanted one, leaving out the one that was asked for.
func nearest(starts []time.Time, wanted, asked time.Time) (best time.Time, ok bool) {
	for _, t := range starts {
		if !t.Equal(asked) && (!ok || t.Sub(wanted).Abs() < best.Sub(wanted).Abs()) {
			best, ok = t, true
		}
	}
	return best, ok
}

// distance ranks a time by how little it changes what was asked for: the day counts before the
// hour, and of two days as far away the later one is the nearer.
func distance(t, asked time.Time) int {
	const day = 24 * 60
	t = t.In(asked.Location())
	days := coop.DayOf(t).DaysSince(coop.DayOf(asked))
	minutes := t.Hour()*60 + t.Minute() - asked.Hour()*60 - asked.Minute()
	if days < 0 {
		return -2*days*day + day + max(minutes, -minutes)
	}
	return 2*days*day + max(minutes, -minutes)
}
