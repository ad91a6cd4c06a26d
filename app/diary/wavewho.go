package diary

import (
	"cmp"
	"slices"

	"bienvenue/app/coop"
)

// choose keeps the households that the wave is for, each once: entries of the months asked for, in
// the order asked for.
func (w *wave) choose(owing []coop.Owing) {
	since := w.Today().AddMonths(-w.asked.Months)
	seen := make(map[coop.HouseholdID]bool, len(owing))
	for _, o := range owing {
		if o.Entry >= since && o.Entry <= w.Today() && !seen[o.ID] {
			seen[o.ID] = true
			w.owing = append(w.owing, o)
		}
	}
	slices.SortStableFunc(w.owing, func(a, b coop.Owing) int {
		byEntry := cmp.Compare(a.Entry, b.Entry)
		if w.asked.Order == coop.NewestFirst {
			byEntry = -byEntry
		}
		return cmp.Or(byEntry, cmp.Compare(a.ID, b.ID))
	})
	for _, o := range w.owing {
		w.rules = append(w.rules, w.waveRule(o))
	}
}

// waveRule is how a household is visited: where it wishes, at home otherwise, but not once more at
// a home that nobody opened often enough.
func (d *Diary) waveRule(o coop.Owing) coop.KindRule {
	place := d.placeFor(coop.Visit{ID: waveID(o.ID), Household: o.ID, Kind: coop.CourtesyVisit}, o.Prefers)
	rule := d.rules.Kind(coop.CourtesyVisit, place)
	if place == coop.AtHome && o.Trips >= coop.MaxTrips {
		rule = d.rules.Kind(coop.CourtesyVisit, coop.ByPhone)
		if !rule.Allowed {
			rule = d.rules.Kind(coop.CourtesyVisit, coop.AtOffice)
		}
	}
	rule.Allowed = rule.Allowed && rule.Minutes > 0
	return rule
}

// household is what decides about the half-day of one of those who are owed a visit.
func (w *wave) household(i int) household {
	o := &w.owing[i]
	window := w.Diary.rules.Window.Of(o.Entry)
	last := w.dayUpTo(o.Exit, w.days-1)
	h := household{
		residence: noPlace, from: w.dayFrom(window.From), due: min(w.dayUpTo(window.To, w.days-1), last), last: last,
		rank: i, wait: dayCost - (dayCost-lastCost)*i/len(w.owing), part: nowhere, officers: w.speakers(o.Language),
	}
	if !w.rules[i].Allowed {
		h.last, h.due = nowhere, nowhere
	}
	if w.rules[i].Place == coop.AtHome {
		h.residence = place(w.residences, o.Home)
		h.town = place(w.towns, o.Town)
	}
	switch {
	case slices.Contains(o.Prefers, coop.PreferMornings):
		h.part = 0
	case slices.Contains(o.Prefers, coop.PreferAfternoons), slices.Contains(o.Prefers, coop.PreferLate):
		h.part = 1
	}
	return h
}

// place numbers names in the order in which they come.
func place[K comparable](numbers map[K]int, name K) int {
	n, ok := numbers[name]
	if !ok {
		n = len(numbers)
		numbers[name] = n
	}
	return n
}

// dayFrom is the first of the wave's days that is not before a day.
func (w *wave) dayFrom(day coop.Day) int {
	n, _ := number(day)
	at, _ := slices.BinarySearch(w.dates, n)
	return at
}

// dayUpTo is the last of the wave's days that is not after a day, or end where there is no such day.
func (w *wave) dayUpTo(day coop.Day, end int) int {
	n, ok := number(day)
	if !ok {
		return end
	}
	at, _ := slices.BinarySearch(w.dates, n+1)
	return at - 1
}

// speakers are the officers who can lead a visit in a language; 0 where that decides nothing.
func (w *wave) speakers(language string) uint64 {
	const most = 64
	var mask uint64
	if language == "" || language == "fr" {
		return 0
	}
	for k, officer := range w.officers[:min(len(w.officers), most)] {
		if slices.Contains(w.staff[officer].Speaks, language) {
			mask |= 1 << k
		}
	}
	return mask
}
