package diary

import (
	"cmp"
	"slices"
	"time"

	"bienvenue/app/coop"
)

// noonBreak is the hour that parts a day's two halves, minutes after midnight.
const noonBreak = 13 * 60

// step is the grid on which free times are offered, minutes.
const step = 15

// FreeQuery asks for times at which a visit could be.
type FreeQuery struct {
	Visit         coop.Visit     // what is to be placed: officer, household, start asked for, end, travel buffer
	Taken         []coop.Visit   // the visits of that time, of the officer and of the household
	From, To      coop.Day       // the days looked at, both included
	After         time.Time      // nothing before this instant
	Opens, Closes int            // minutes after midnight
	Zone          *time.Location // the coop's
	N             int            // at most so many
}

// FreeStarts proposes times at which a visit clashes with nothing, on working days within the
// opening hours: one for each half-day, the nearest to the hour that was asked for, and of the
// half-days the nearest to the day that was asked for. They come in the order of time.
func (c *Calendar) FreeStarts(q FreeQuery) []time.Time {
	asked := q.Visit.Start.In(q.Zone)
	length := q.Visit.End.Sub(q.Visit.Start)
	var found []time.Time
	for day := q.From; day <= q.To; day = day.Add(1) {
		if c.Closed(day) != Open {
			continue
		}
		for _, half := range [][2]int{{q.Opens, noonBreak}, {noonBreak, q.Closes}} {
			if start, ok := q.nearest(day, half[0], half[1], asked, length); ok {
				found = append(found, start)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b time.Time) int { return cmp.Compare(distance(a, asked), distance(b, asked)) })
	found = found[:min(len(found), q.N)]
	slices.SortFunc(found, time.Time.Compare)
	return found
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

// nearest is the free start of a half-day that is nearest to the hour asked for.
func (q FreeQuery) nearest(day coop.Day, from, to int, asked time.Time, length time.Duration) (best time.Time, ok bool) {
	wanted := day.At(asked.Hour(), asked.Minute(), q.Zone)
	from = (from + step - 1) / step * step
	for minute := from; minute < to; minute += step {
		start := day.At(minute/60, minute%60, q.Zone)
		if start.Before(q.After) || start.Equal(asked) {
			continue
		}
		end := start.Add(length)
		if coop.DayOf(end.In(q.Zone)) != day || end.After(day.At(q.Closes/60, q.Closes%60, q.Zone)) {
			break
		}
		if (!ok || start.Sub(wanted).Abs() < best.Sub(wanted).Abs()) && q.free(start, end) {
			best, ok = start, true
		}
	}
	return best, ok
}

func (q FreeQuery) free(start, end time.Time) bool {
	visit := q.Visit
	visit.Start, visit.End = start, end
	return !slices.ContainsFunc(q.Taken, visit.Clashes)
}
