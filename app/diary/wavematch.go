package diary

// flow is a network through which as much as possible is sent from its first node to its second
// (Dinic's algorithm): households on the one side, the officers' room on the other.
type flow struct {
	first []int32 // the last arc out of each node, -1 for none
	arcs  []arc   // each arc is followed by its reverse
	level []int32
	next  []int32
	queue []int32
}

type arc struct {
	to, more, room int32 // more is the next arc out of the same node
}

const (
	source = 0
	sink   = 1
)

func newFlow() *flow { return &flow{first: []int32{-1, -1}} }

// nodes adds some nodes and says which the first of them is.
func (f *flow) nodes(n int) int {
	at := len(f.first)
	for range n {
		f.first = append(f.first, -1)
	}
	return at
}

// link adds an arc and says which one it is.
func (f *flow) link(from, to, room int) int {
	f.arcs = append(f.arcs,
		arc{to: int32(to), more: f.first[from], room: int32(room)}, arc{to: int32(from), more: f.first[to]})
	f.first[from], f.first[to] = int32(len(f.arcs)-2), int32(len(f.arcs)-1)
	return len(f.arcs) - 2
}

// sent is how much an arc carries.
func (f *flow) sent(link int) int { return int(f.arcs[link+1].room) }

// run sends as much more as can be, and says how much. Who has a place keeps one.
func (f *flow) run() int {
	sum := 0
	f.level, f.next = make([]int32, len(f.first)), make([]int32, len(f.first))
	for f.layer() {
		copy(f.next, f.first)
		for {
			more := f.send(source, noLimit)
			if more == 0 {
				break
			}
			sum += int(more)
		}
	}
	return sum
}

// layer numbers the nodes by how far they are from the source, and says whether the sink is in reach.
func (f *flow) layer() bool {
	for i := range f.level {
		f.level[i] = -1
	}
	f.level[source] = 0
	f.queue = append(f.queue[:0], source)
	for k := 0; k < len(f.queue); k++ {
		node := f.queue[k]
		for a := f.first[node]; a >= 0; a = f.arcs[a].more {
			if to := f.arcs[a].to; f.arcs[a].room > 0 && f.level[to] < 0 {
				f.level[to] = f.level[node] + 1
				f.queue = append(f.queue, to)
			}
		}
	}
	return f.level[sink] >= 0
}

func (f *flow) send(node, most int32) int32 {
	if node == sink {
		return most
	}
	for ; f.next[node] >= 0; f.next[node] = f.arcs[f.next[node]].more {
		a := f.next[node]
		to := f.arcs[a].to
		if f.arcs[a].room <= 0 || f.level[to] != f.level[node]+1 {
			continue
		}
		if sent := f.send(to, min(most, f.arcs[a].room)); sent > 0 {
			f.arcs[a].room -= sent
			f.arcs[a^1].room += sent
			return sent
		}
	}
	return 0
}

// matching seats households in half-days, whatever the way between them: it is the largest flow from
// their windows to half-days, days and weeks.
type matching struct {
	*flow
	*ground
	half    int // the node of the first half-day
	chances []chance
}

// chance is how many households of one window are seen in a half-day.
type chance struct {
	kin  []int // the households
	half int
	link int
}

// newMatching makes a matching with the room that holds says of each half-day.
func newMatching(g *ground, holds func(half) int) *matching {
	m := &matching{flow: newFlow(), ground: g}
	m.half = m.nodes(len(g.halves))
	days, weeks := m.nodes(len(g.dayRoom)), m.nodes(len(g.weekRoom))
	week := make([]int, len(g.dayRoom))
	for h := range g.halves {
		m.link(m.half+h, days+g.dayOf(h), holds(g.halves[h]))
		week[g.dayOf(h)] = g.weekOf(h)
	}
	for day, room := range g.dayRoom {
		m.link(days+day, weeks+week[day], room)
	}
	for w, room := range g.weekRoom {
		m.link(weeks+w, sink, room)
	}
	return m
}

// seat seats as many as possible of those for whom span says from which day to which they can be
// seen; an empty span is nobody's. It says how many that are.
func (m *matching) seat(households []household, span func(*household) (from, to int)) int {
	type window struct{ from, to int }
	kin := map[window][]int{}
	var windows []window
	for i := range households {
		from, to := span(&households[i])
		if to < from {
			continue
		}
		one := window{from, to}
		if kin[one] == nil {
			windows = append(windows, one)
		}
		kin[one] = append(kin[one], i)
	}
	for _, one := range windows {
		node := m.nodes(1)
		m.link(source, node, len(kin[one]))
		for h := m.byDay[one.to+1] - 1; h >= m.byDay[one.from]; h-- { // the last arc is tried first: the earliest day
			m.chances = append(m.chances, chance{kin: kin[one], half: h, link: m.link(node, m.half+h, noLimit)})
		}
	}
	return m.run()
}

// inWindow is when a household can be seen in its window.
func inWindow(h *household) (from, to int) { return h.from, h.due }

// mostTimely is how many households can be seen in their window at most; no plan has more.
func mostTimely(g *ground, households []household) int {
	return newMatching(g, func(h half) int { return h.most }).seat(households, inWindow)
}

// seat gives as many households as possible a half-day in their window, then as many as possible of
// the others who will leave a half-day before they do.
func (s *sketch) seat() {
	m := newMatching(s.ground, func(h half) int { return h.holds })
	m.seat(s.households, inWindow)
	m.seat(s.households, func(h *household) (from, to int) {
		if h.timely() || h.last == s.days-1 {
			return 0, nowhere
		}
		return h.from, h.last
	})
	given := map[int]int{} // by the first household of a window: how many of it have a half-day
	for _, one := range m.chances {
		for range m.sent(one.link) {
			s.put(one.kin[given[one.kin[0]]], one.half)
			given[one.kin[0]]++
		}
	}
}
