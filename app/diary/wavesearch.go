package diary

import (
	"math/rand/v2"
	"slices"
)

// How the search goes; the figures are those that did best on coops of many shapes.
const (
	triesEach   = 300     // per household
	mostTries   = 600_000 // in all
	mostEmptied = 3       // half-days emptied at once, two at least
	mildest     = 7_000   // how much worse a change may be at the beginning of the search, 0 at its end
	doubt       = 6_000   // how much dearer a half-day may be than the cheapest and still be taken
	closeLooks  = 4       // of so many households, the one with the fewest neighbours on its half-day begins
	nearDays    = 10      // half-days near another one lie within so many days
	askEvery    = 1024    // tries between two questions whether to go on
)

// searcher betters a sketch: again and again it empties a few half-days and fills them anew, and
// keeps what is not much worse, ever less so (simulated annealing).
type searcher struct {
	*sketch
	rng    *rand.Rand
	peers  map[int][]int // the households of each residence
	reach  int           // the first half-day after the plan's last week: a plan does not grow
	open   []int         // the half-days of this try
	isOpen []bool
	moved  []int // the households of this try
	before []int // where they were
	groups [][]int
}

// search betters the sketch; step is asked now and then whether to go on, and told how much is done.
func (s *sketch) search(step func(done float64) error) error {
	f := &searcher{
		sketch: s, rng: rand.New(rand.NewPCG(1, 1)), peers: map[int][]int{}, isOpen: make([]bool, len(s.halves)),
	}
	lastWeek := -1
	for i, one := range s.households {
		f.peers[one.residence] = append(f.peers[one.residence], i)
		if s.at[i] != nowhere {
			lastWeek = max(lastWeek, s.halves[s.at[i]].week)
		}
	}
	for f.reach < len(s.halves) && s.halves[f.reach].week <= lastWeek {
		f.reach++
	}
	if f.reach == 0 {
		return nil
	}
	tries := min(len(s.households)*triesEach, mostTries)
	for n := range tries {
		if n%askEvery == 0 {
			if err := step(float64(n) / float64(tries)); err != nil {
				return err
			}
		}
		f.try(mildest * (tries - n) / tries)
	}
	return nil
}

// try changes the sketch in one place, and takes it back if it costs too much more.
func (f *searcher) try(mild int) {
	f.choose()
	before := f.empty()
	f.fill()
	after := 0
	for _, h := range f.open {
		after += f.cost(h)
		f.isOpen[h] = false
	}
	for _, i := range f.moved {
		if f.at[i] == nowhere {
			after += f.price(i, nowhere)
		}
	}
	if after > before+f.rng.IntN(mild+1) {
		f.undo()
	}
}

// choose opens a half-day in which a household has few neighbours, and some others: where more of
// the residence are, in the days around, and anywhere.
func (f *searcher) choose() {
	f.open, f.moved, f.before = f.open[:0], f.moved[:0], f.before[:0]
	lone := f.rng.IntN(len(f.households))
	for range closeLooks {
		if other := f.rng.IntN(len(f.households)); f.neighbours(other) < f.neighbours(lone) {
			lone = other
		}
	}
	if f.at[lone] != nowhere {
		f.add(f.at[lone])
	} else {
		f.invite(lone)
	}
	for range 1 + f.rng.IntN(mostEmptied-1) {
		from := f.open[f.rng.IntN(len(f.open))]
		switch f.rng.IntN(3) {
		case 0:
			if len(f.in[from]) > 0 {
				f.join(f.in[from][f.rng.IntN(len(f.in[from]))])
			}
		case 1:
			near := nearDays * 2 * f.crew // half-days
			f.add(min(max(from+f.rng.IntN(2*near+1)-near, 0), f.reach-1))
		default:
			if h := f.at[f.rng.IntN(len(f.households))]; h != nowhere {
				f.add(h)
			}
		}
	}
}

// invite opens a half-day for a household that has none yet.
func (f *searcher) invite(i int) {
	one := &f.households[i]
	if one.never() || f.byDay[one.from] >= f.reach {
		f.add(f.rng.IntN(f.reach))
		return
	}
	from, to := f.byDay[one.from], min(f.byDay[one.last+1], f.reach)
	f.add(from + f.rng.IntN(to-from))
	f.moved, f.before = append(f.moved, i), append(f.before, nowhere)
}

func (f *searcher) add(h int) {
	if !f.isOpen[h] {
		f.isOpen[h] = true
		f.open = append(f.open, h)
	}
}

// join opens a half-day on which a household could join another one of its residence.
func (f *searcher) join(i int) {
	const looks = 6
	one := &f.households[i]
	peers := f.peers[one.residence]
	for range looks {
		h := f.at[peers[f.rng.IntN(len(peers))]]
		if h != nowhere && !f.isOpen[h] && f.may(i, h) && (!one.timely() || f.halves[h].day <= one.due) {
			f.add(h)
			return
		}
	}
}

// neighbours counts those of a household's residence on its half-day, itself too.
func (f *searcher) neighbours(i int) int {
	n := 0
	if f.households[i].never() {
		return noLimit
	}
	if h := f.at[i]; h != nowhere {
		for _, j := range f.in[h] {
			if f.households[j].residence == f.households[i].residence {
				n++
			}
		}
	}
	return n
}

// empty takes everybody out of the open half-days and says what they cost there, and what those
// invited cost outside.
func (f *searcher) empty() int {
	cost := 0
	for _, i := range f.moved {
		cost += f.price(i, nowhere)
	}
	for _, h := range f.open {
		cost += f.cost(h)
		for len(f.in[h]) > 0 {
			i := f.in[h][len(f.in[h])-1]
			f.take(i)
			f.moved, f.before = append(f.moved, i), append(f.before, h)
		}
	}
	return cost
}

func (f *searcher) undo() {
	for _, i := range f.moved {
		if f.at[i] != nowhere {
			f.take(i)
		}
	}
	for k, i := range f.moved {
		if f.before[k] != nowhere {
			f.put(i, f.before[k])
		}
	}
}

// fill puts everybody back: each time as many of one residence in one half-day as it takes, where
// that costs least a head.
func (f *searcher) fill() {
	groups := f.grouped()
	for {
		group, half, size, least := nowhere, nowhere, 0, 0
		for k := range groups {
			for _, h := range f.open {
				n, cost := f.weigh(groups[k], h)
				if n == 0 {
					continue
				}
				if cost += f.rng.IntN(doubt); size == 0 || cost < least {
					group, half, size, least = k, h, n, cost
				}
			}
		}
		if size == 0 {
			return
		}
		groups[group] = f.move(groups[group], half, size)
	}
}

// grouped is everybody who is moved, by residence.
func (f *searcher) grouped() [][]int {
	n := 0
	for _, i := range f.moved {
		at := slices.IndexFunc(f.groups[:n], func(all []int) bool {
			return f.households[all[0]].residence == f.households[i].residence
		})
		if at < 0 {
			if n == len(f.groups) {
				f.groups = append(f.groups, nil)
			}
			at = n
			f.groups[at] = f.groups[at][:0]
			n++
		}
		f.groups[at] = append(f.groups[at], i)
	}
	return f.groups[:n]
}

// weigh says how many of a group a half-day takes, and what that costs a head.
func (f *searcher) weigh(group []int, h int) (size, cost int) {
	room := f.room(h)
	for _, i := range group {
		if size >= room {
			break
		}
		if f.may(i, h) {
			size++
			cost += f.price(i, h)
		}
	}
	if size == 0 {
		return 0, 0
	}
	return size, (cost + f.fare(group[0], f.in[h])) / size
}

// move puts so many of a group in a half-day, and says who is left.
func (f *searcher) move(group []int, h, size int) []int {
	left := group[:0]
	for _, i := range group {
		if size > 0 && f.may(i, h) {
			f.put(i, h)
			size--
			continue
		}
		left = append(left, i)
	}
	return left
}
