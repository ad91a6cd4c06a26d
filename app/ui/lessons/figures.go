package lessons

import (
	"cmp"
	"maps"
	"slices"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// Lessons are what a script's talks teach, with the versions that they were led by.
type Lessons struct {
	coop.Lessons
	Scripts map[int]script.Script
}

// enough is how many talks there must be on a side before two shares are compared.
const enough = 30

// figure is what all versions together say of one step.
type figure struct {
	id       coop.StepID
	step     script.Step // as the latest version has it
	now      bool        // the latest version has it
	talks    int         // led by versions that have the step
	seen     int
	skipped  int
	later    int
	over     int
	seconds  int
	asked    []question // the most asked first
	versions []version  // the latest first
}

// version is what one version says of a step.
type version struct {
	number int
	talks  int
	lesson coop.StepLesson
	length int // seconds planned
}

// question is something that people ask back.
type question struct {
	step  string // title of its step
	text  string
	times int
}

// share is a part of a whole, from 0 to 1; 0 of nothing.
func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// owed says whether every household should hear the step.
func (f figure) owed() bool { return f.step.Essential && f.step.For.Everybody() }

// mean is the time that those who saw the step spent on it, in seconds.
func (f figure) mean() int {
	if f.seen == 0 {
		return 0
	}
	return f.seconds / f.seen
}

// askedTimes counts everything that was asked back at the step.
func (f figure) askedTimes() int {
	n := 0
	for _, q := range f.asked {
		n += q.times
	}
	return n
}

// talks counts all talks.
func (l Lessons) talks() int {
	n := 0
	for _, of := range l.Talks {
		n += of
	}
	return n
}

// figures are the steps in the order of the latest version, then those that it no longer has.
func (l Lessons) figures() []figure {
	versions := slices.Sorted(maps.Keys(l.Scripts))
	slices.Reverse(versions)
	var all []figure
	at := map[coop.StepID]int{}
	for i, v := range versions {
		for _, step := range l.Scripts[v].All {
			if _, known := at[step.ID]; !known {
				at[step.ID] = len(all)
				all = append(all, figure{id: step.ID, step: step, now: i == 0})
			}
			f := &all[at[step.ID]]
			f.add(v, l.Talks[v], step, l.of(v, step.ID))
		}
	}
	for i := range all {
		slices.SortStableFunc(all[i].asked, func(a, b question) int { return cmp.Compare(b.times, a.times) })
	}
	return all
}

// of is what the talks of a version say of a step.
func (l Lessons) of(number int, id coop.StepID) coop.StepLesson {
	for _, s := range l.Steps {
		if s.Version == number && s.Step == id {
			return s
		}
	}
	return coop.StepLesson{Version: number, Step: id}
}

func (f *figure) add(number, talks int, step script.Step, s coop.StepLesson) {
	f.versions = append(f.versions, version{number: number, talks: talks, lesson: s, length: int(step.Length.Seconds())})
	f.talks += talks
	f.seen += s.Seen
	f.skipped += s.Skipped
	f.later += s.Later
	f.over += s.Over
	f.seconds += s.Seconds
	for i, asked := range step.Asked {
		if times := s.Asked[i]; times > 0 {
			f.count(asked.Question, times)
		}
	}
}

// count adds to a question; two versions that ask it in the same words ask the same.
func (f *figure) count(text string, times int) {
	for i := range f.asked {
		if f.asked[i].text == text {
			f.asked[i].times += times
			return
		}
	}
	f.asked = append(f.asked, question{step: f.step.Title, text: text, times: times})
}

// mostAsked are the questions asked most over all steps.
func mostAsked(all []figure, most int) []question {
	var asked []question
	for _, f := range all {
		asked = append(asked, f.asked...)
	}
	slices.SortStableFunc(asked, func(a, b question) int { return cmp.Compare(b.times, a.times) })
	return asked[:min(len(asked), most)]
}

// motives are what a step's talks and the others were followed by: any motive first, then the most told.
func (l Lessons) motives(id coop.StepID) []coop.MotiveLesson {
	var found []coop.MotiveLesson
	for _, m := range l.Motives {
		if m.Step == id {
			found = append(found, m)
		}
	}
	slices.SortStableFunc(found, func(a, b coop.MotiveLesson) int {
		if (a.Motive == "") != (b.Motive == "") {
			if a.Motive == "" {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.Said+b.Unsaid, a.Said+a.Unsaid), cmp.Compare(a.Motive, b.Motive))
	})
	return found
}

// few says whether one of the sides is too small to be compared.
func few(m coop.MotiveLesson) bool { return m.SaidOf < enough || m.UnsaidOf < enough }

// order is what the steps are listed by.
type order string

const (
	byTalk  order = "talk"  // as they are told
	bySeen  order = "seen"  // the least told first
	byOver  order = "over"  // those that take longer than planned
	byAsked order = "asked" // the most asked about
)

// sorted are the figures in an order.
func sorted(all []figure, by order) []figure {
	all = slices.Clone(all)
	switch by {
	case bySeen:
		slices.SortStableFunc(all, func(a, b figure) int { return cmp.Compare(share(a.seen, a.talks), share(b.seen, b.talks)) })
	case byOver:
		slices.SortStableFunc(all, func(a, b figure) int { return cmp.Compare(share(b.over, b.seen), share(a.over, a.seen)) })
	case byAsked:
		slices.SortStableFunc(all, func(a, b figure) int { return cmp.Compare(b.askedTimes(), a.askedTimes()) })
	case byTalk:
	}
	return all
}
