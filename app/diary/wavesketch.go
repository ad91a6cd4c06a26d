package diary

import (
	"cmp"
	"slices"
)

// The weights of what a plan of a wave should avoid, the heaviest first: each outweighs a good deal
// of what follows it.
const (
	missCost  = 1_000_000_000 // a household that could be seen in its window is not
	leftCost  = 100_000_000   // a household has no time at all
	wishCost  = 30_000        // the part of the day or the language that a household wishes is not met
	placeCost = 10_000        // an officer's half-day has one more residence
	townCost  = 2_000         // an officer's half-day has one more town
	dayCost   = 10            // a working day of waiting, for who comes first in the order asked for
	lastCost  = 4             // the same for who comes last
)

const (
	nowhere = -1 // no half-day, no part of the day
	noPlace = -1 // the residence of a visit for which nobody travels
)

// household is what decides about the half-day of a household that is owed a visit. Days are places
// in ground.dates.
type household struct {
	residence int // noPlace for a visit by phone or at the office
	town      int
	from      int    // the first day on which it may be visited
	due       int    // the last day in its window, before from when it can't be seen in its window
	last      int    // the last day on which it may be visited
	rank      int    // its place in the order asked for
	wait      int    // what a day of waiting costs: the more, the sooner it should come
	part      int    // the part of the day that it wishes, nowhere for none
	officers  uint64 // those who speak its language, 0 when that decides nothing
}

// timely says whether the household can be seen in its window.
func (h *household) timely() bool { return h.due >= h.from }

// sketch says which household is visited in which half-day, without hours yet.
type sketch struct {
	*ground
	households []household
	at         []int   // the half-day of each household, or nowhere
	in         [][]int // the households of each half-day
	onDay      []int   // how many each officer has on each day
	onWeek     []int   // and in each week
}

func newSketch(g *ground, households []household) *sketch {
	s := &sketch{
		ground: g, households: households, at: make([]int, len(households)), in: make([][]int, len(g.halves)),
		onDay: make([]int, len(g.dayRoom)), onWeek: make([]int, len(g.weekRoom)),
	}
	for i := range s.at {
		s.at[i] = nowhere
	}
	return s
}

// room is how many more visits a half-day takes.
func (s *sketch) room(h int) int {
	day, week := s.dayOf(h), s.weekOf(h)
	return min(s.halves[h].holds-len(s.in[h]), s.dayRoom[day]-s.onDay[day], s.weekRoom[week]-s.onWeek[week])
}

func (s *sketch) put(i, h int) {
	s.at[i] = h
	s.in[h] = append(s.in[h], i)
	s.onDay[s.dayOf(h)]++
	s.onWeek[s.weekOf(h)]++
}

func (s *sketch) take(i int) {
	h := s.at[i]
	s.at[i] = nowhere
	at := slices.Index(s.in[h], i)
	s.in[h] = slices.Delete(s.in[h], at, at+1)
	s.onDay[s.dayOf(h)]--
	s.onWeek[s.weekOf(h)]--
}

// never says whether there is no day at all for a household.
func (h *household) never() bool { return h.last < h.from }

// may says whether a household can be visited in a half-day at all.
func (s *sketch) may(i, h int) bool {
	day := s.halves[h].day
	return s.households[i].from <= day && day <= s.households[i].last
}

// price is what a household costs in a half-day, whoever else is in it.
func (s *sketch) price(i, h int) int {
	one := &s.households[i]
	if h == nowhere {
		if one.timely() {
			return missCost + leftCost
		}
		return leftCost
	}
	half := &s.halves[h]
	cost := half.day * one.wait
	if half.day > one.due && one.timely() {
		cost += missCost
	}
	if one.part != nowhere && one.part != half.part {
		cost += wishCost
	}
	if one.officers != 0 && one.officers&(1<<half.officer) == 0 {
		cost += wishCost
	}
	return cost
}

// fare is what a visit adds to the way of those who are in a half-day.
func (s *sketch) fare(i int, others []int) int {
	one := &s.households[i]
	if one.residence == noPlace {
		return 0
	}
	cost := placeCost + townCost
	for _, j := range others {
		switch other := &s.households[j]; {
		case other.residence == one.residence:
			return 0
		case other.residence != noPlace && other.town == one.town:
			cost = placeCost
		}
	}
	return cost
}

// cost is what all of a half-day costs.
func (s *sketch) cost(h int) int {
	sum := 0
	for k, i := range s.in[h] {
		sum += s.price(i, h) + s.fare(i, s.in[h][:k])
	}
	return sum
}

// settle gives those who have no half-day the cheapest one that has room; who leaves comes first.
func (s *sketch) settle() {
	var without []int
	for i, at := range s.at {
		if at == nowhere {
			without = append(without, i)
		}
	}
	slices.SortStableFunc(without, func(i, j int) int { return cmp.Compare(s.households[i].last, s.households[j].last) })
	for _, i := range without {
		best, least := nowhere, s.price(i, nowhere)
		for h := s.byDay[min(s.households[i].from, s.days)]; h < len(s.halves) && s.may(i, h); h++ {
			if s.room(h) <= 0 {
				continue
			}
			if cost := s.price(i, h) + s.fare(i, s.in[h]); cost < least {
				best, least = h, cost
			}
		}
		if best != nowhere {
			s.put(i, best)
		}
	}
}

// sort lets those of one residence who can change places come in the order asked for.
func (s *sketch) sort() {
	peers := map[int][]int{}
	for i, one := range s.households {
		if s.at[i] != nowhere {
			peers[one.residence] = append(peers[one.residence], i)
		}
	}
	for _, all := range peers {
		slices.SortFunc(all, func(i, j int) int { return cmp.Compare(s.households[i].rank, s.households[j].rank) })
		for k, i := range all {
			for _, j := range all[k+1:] {
				if a, b := s.at[i], s.at[j]; b < a && s.swaps(i, j) {
					s.take(i)
					s.take(j)
					s.put(i, b)
					s.put(j, a)
				}
			}
		}
	}
}

// swaps says whether two households of a residence can change places and nobody loses by it.
func (s *sketch) swaps(i, j int) bool {
	a, b := s.at[i], s.at[j]
	return s.may(i, b) && s.may(j, a) && s.price(i, b)+s.price(j, a) <= s.price(i, a)+s.price(j, b)
}
