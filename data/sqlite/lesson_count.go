package sqlite

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"

	"bienvenue/app/coop"
)

// lessonCount counts what talks teach, a talk at a time. Households and steps are numbered as they
// come, so that a set of households is a row of bits.
type lessonCount struct {
	lengths map[int]map[coop.StepID]int
	talks   map[int]int // by version
	lessons map[lessonOf]*coop.StepLesson
	homes   map[coop.HouseholdID]int
	places  map[coop.TalkID]int // of a talk, in seen
	seen    []talkSeen
	said    map[coop.StepID]*homeSet                     // where a step was seen
	motives map[coop.MotiveCode]*homeSet                 // who told a motive after any talk
	after   map[coop.StepID]map[coop.MotiveCode]*homeSet // who told it after a talk where the step was seen
}

// lessonOf names a step of a version.
type lessonOf struct {
	version int
	step    coop.StepID
}

// talkSeen is a talk with the steps that were seen in it.
type talkSeen struct {
	home  int
	steps []coop.StepID
}

func newLessonCount(lengths map[int]map[coop.StepID]int) *lessonCount {
	return &lessonCount{
		lengths: lengths, talks: map[int]int{}, lessons: map[lessonOf]*coop.StepLesson{},
		homes: map[coop.HouseholdID]int{}, places: map[coop.TalkID]int{}, said: map[coop.StepID]*homeSet{},
		motives: map[coop.MotiveCode]*homeSet{}, after: map[coop.StepID]map[coop.MotiveCode]*homeSet{},
	}
}

// talk counts a talk and gives its place.
func (c *lessonCount) talk(id coop.TalkID, home coop.HouseholdID, version int) int {
	c.talks[version]++
	n, ok := c.homes[home]
	if !ok {
		n = len(c.homes)
		c.homes[home] = n
	}
	c.places[id] = len(c.seen)
	c.seen = append(c.seen, talkSeen{home: n})
	return len(c.seen) - 1
}

// step counts what was done with a step. One that was left out with a reason is skipped, also when
// it was put off before.
func (c *lessonCount) step(talk, version int, s coop.TalkStep) {
	l := c.lessons[lessonOf{version, s.Step}]
	if l == nil {
		l = &coop.StepLesson{Version: version, Step: s.Step}
		c.lessons[lessonOf{version, s.Step}] = l
	}
	switch {
	case s.State == coop.StepSeen:
		l.Seen++
		l.Seconds += s.Seconds
		if planned, ok := c.lengths[version][s.Step]; ok && s.Seconds > planned {
			l.Over++
		}
		k := &c.seen[talk]
		k.steps = append(k.steps, l.Step)
		setOf(c.said, l.Step).add(k.home)
	case s.State == coop.StepNotApplicable || s.Reason != "":
		l.Skipped++
	case s.State == coop.StepLater:
		l.Later++
	}
	for _, n := range s.Asked {
		if l.Asked == nil {
			l.Asked = map[int]int{}
		}
		l.Asked[n]++
	}
}

// told counts a motive that was told after a talk, for itself and for any motive.
func (c *lessonCount) told(talk coop.TalkID, motive coop.MotiveCode) {
	place, ok := c.places[talk]
	if !ok {
		return
	}
	k := c.seen[place]
	for _, m := range []coop.MotiveCode{"", motive} {
		setOf(c.motives, m).add(k.home)
		for _, step := range k.steps {
			if c.after[step] == nil {
				c.after[step] = map[coop.MotiveCode]*homeSet{}
			}
			setOf(c.after[step], m).add(k.home)
		}
	}
}

// stepLessons are the steps' counts, by version and name.
func (c *lessonCount) stepLessons() []coop.StepLesson {
	var all []coop.StepLesson
	for _, l := range c.lessons {
		all = append(all, *l)
	}
	slices.SortFunc(all, func(a, b coop.StepLesson) int {
		return cmp.Or(cmp.Compare(a.Version, b.Version), cmp.Compare(a.Step, b.Step))
	})
	return all
}

// motiveLessons compares, for every step that was seen and every motive that was told.
func (c *lessonCount) motiveLessons() []coop.MotiveLesson {
	var all []coop.MotiveLesson
	for _, step := range slices.Sorted(maps.Keys(c.said)) {
		said := c.said[step]
		for _, motive := range slices.Sorted(maps.Keys(c.motives)) {
			told := c.motives[motive]
			all = append(all, coop.MotiveLesson{
				Step: step, Motive: motive,
				Said: c.after[step][motive].count(), SaidOf: said.count(),
				Unsaid: told.count() - told.common(said), UnsaidOf: len(c.homes) - said.count(),
			})
		}
	}
	return all
}

// homeSet is a set of households by their numbers.
type homeSet struct{ bits []uint64 }

const wordBits = 64

// setOf is the set under a name, made when it is not there yet.
func setOf[K comparable](sets map[K]*homeSet, name K) *homeSet {
	s := sets[name]
	if s == nil {
		s = &homeSet{}
		sets[name] = s
	}
	return s
}

func (s *homeSet) add(home int) {
	if missing := home/wordBits + 1 - len(s.bits); missing > 0 {
		s.bits = append(s.bits, make([]uint64, missing)...)
	}
	s.bits[home/wordBits] |= 1 << (home % wordBits)
}

// count is how many households the set has; no set has none.
func (s *homeSet) count() int {
	if s == nil {
		return 0
	}
	n := 0
	for _, word := range s.bits {
		n += bits.OnesCount64(word)
	}
	return n
}

// common is how many households are in both sets.
func (s *homeSet) common(other *homeSet) int {
	n := 0
	for i := range min(len(s.bits), len(other.bits)) {
		n += bits.OnesCount64(s.bits[i] & other.bits[i])
	}
	return n
}
