package diary

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"bienvenue/app/coop"
)

// The wave is planned in half-days first and by the clock last. Whatever the way between homes, how
// many can be seen in their window is a question of a matching (wavematch.go): that many are seated.
// The others get the cheapest half-day that is left. Then a search empties a few half-days again and
// again and fills them anew, so that visits of one residence come together (wavesearch.go). At last
// each half-day gets its hours, and each visit has to stand in the diary (waveclock.go).

const waveMonths = 12 // a wave lasts no longer

// WaveSpan is the days that the diary of a wave has to know, in whole weeks.
func WaveSpan(asked coop.WaveAsked, today coop.Day) (from, to coop.Day) {
	first := max(asked.Start, today)
	return first.Monday(), first.AddMonths(waveMonths).Monday().Add(weekDays - 1)
}

// waveID names a visit of a plan that is not kept yet; no kept visit has such a name.
func waveID(household coop.HouseholdID) coop.VisitID { return waveMark + coop.VisitID(household) }

const waveMark = "wave:"

// kept says whether a visit is none of a plan that is not kept yet.
func kept(id coop.VisitID) bool { return !strings.HasPrefix(string(id), waveMark) }

func anyVisit(coop.VisitID) bool { return true }

// WaveVisit is a visit of a plan as the diary asks for it: as a letter announces it, with the travel
// that its place needs. The diary may hold it beside the kept ones to check changes of the plan.
func (d *Diary) WaveVisit(v coop.WaveVisit) coop.Visit {
	rule := d.rules.Kind(coop.CourtesyVisit, v.Place)
	return coop.Visit{
		ID: waveID(v.Household), Household: v.Household, Officer: v.Officer, Kind: coop.CourtesyVisit, Place: v.Place,
		State: coop.VisitPlanned, Start: v.Start, End: v.End, Before: rule.Before, After: rule.After, Told: coop.ByPost,
	}
}

// wave is a plan in the making.
type wave struct {
	*Diary
	asked    coop.WaveAsked
	owing    []coop.Owing    // those it is for, in the order asked for
	rules    []coop.KindRule // how each of them is visited; not allowed where there is no way
	officers []coop.StaffID
	first    int // the first day with visits
	last     int // the last day that is looked at
	*ground
	households []household
	residences map[coop.ResidenceID]int // their numbers
	towns      map[string]int
}

// PlanWave plans the visits of a wave: as many as possible within their window, then as few places
// a half-day as a good search finds, then an early end. The same facts give the same plan. While it
// runs nobody else may ask the diary; an earlier plan that it holds is taken out. Progress is told
// now and then, from 0 to total. A plan that was called off is the context's error.
func PlanWave(ctx context.Context, d *Diary, asked coop.WaveAsked, owing []coop.Owing, progress func(done, total int)) (coop.WavePlan, error) {
	if err := asked.Check(); err != nil {
		return coop.WavePlan{}, err
	}
	tell := func(done, total int) error {
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("plan a wave: %w", err)
		}
		if progress != nil {
			progress(done, total)
		}
		return nil
	}
	const matched, searched, total = 10, 90, 100
	if err := tell(0, total); err != nil {
		return coop.WavePlan{}, err
	}
	for id := range d.visits {
		if !kept(id) {
			d.Remove(id)
		}
	}
	w := newWave(d, asked, owing)
	s := newSketch(w.ground, w.households)
	s.seat()
	s.settle()
	if err := tell(matched, total); err != nil {
		return coop.WavePlan{}, err
	}
	err := s.search(func(share float64) error { return tell(matched+int(share*(searched-matched)), total) })
	if err != nil {
		return coop.WavePlan{}, err
	}
	s.sort()
	visits, err := w.clock(s, func(share float64) error { return tell(searched+int(share*(total-searched)), total) })
	if err != nil {
		return coop.WavePlan{}, err
	}
	plan := w.plan(visits)
	return plan, tell(total, total)
}

// newWave finds out who is visited, by whom, how and when at all.
func newWave(d *Diary, asked coop.WaveAsked, owing []coop.Owing) *wave {
	w := &wave{Diary: d, asked: asked, residences: map[coop.ResidenceID]int{}, towns: map[string]int{}}
	for _, officer := range asked.Officers {
		if d.staff[officer].Active && !slices.Contains(w.officers, officer) {
			w.officers = append(w.officers, officer)
		}
	}
	from, to := WaveSpan(asked, d.Today())
	w.first, _ = number(max(from, asked.Start, d.Today().Add(d.rules.Post)))
	for !d.calendar.reaches(d.today, w.first, d.rules.Agreed) {
		w.first++
	}
	w.last, _ = number(to)
	w.choose(owing)
	w.survey()
	for i := range w.owing {
		w.households = append(w.households, w.household(i))
	}
	return w
}
