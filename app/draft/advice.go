package draft

import (
	"cmp"
	"reflect"
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// Adviser is what is known beside the draft.
type Adviser struct {
	Lexicon Lexicon
	Terms   Terms
	Today   coop.Day
	Before  *script.Script    // the last published version, nil for none
	Fields  map[string]string // the coop's facts, by field
}

// wordsAMinute is how fast one speaks to somebody who is to follow.
const wordsAMinute = 130

// What a point and a question cost beside the words: the look or the tick, the answer.
const (
	checkTime  = 3 * time.Second
	answerTime = 4 * time.Second
)

// Aloud is the time it takes to say a text, at 130 words a minute.
func Aloud(text string) time.Duration {
	return time.Duration(countWords(script.Fill(text, nil))) * time.Minute / wordsAMinute
}

// Takes is the least time that a step takes: its text and its questions said aloud at 130 words a
// minute, 4 seconds for each answer and 3 for each point to check. What is noticed and what people
// ask back is not counted: it does not come up in every talk.
func Takes(s script.Step) time.Duration {
	d := Aloud(s.Say) + time.Duration(len(s.Checks))*checkTime
	for _, q := range s.Questions {
		d += Aloud(q.Text) + answerTime
	}
	return d
}

// Advise lists what is to be seen to in a draft, by step and weight, the head first. When nothing
// blocks, the script's file and those of its languages read without an error, once it has a version.
func Advise(s script.Script, a Adviser) []Advice {
	return NewWatcher(a).Advise(s)
}

// Watcher gives advice on a draft while it is written: a step that did not change since the last
// time is not looked at again. The zero value is no watcher; it serves one goroutine at a time.
type Watcher struct {
	adviser Adviser
	seen    map[coop.StepID]watched
	before  map[coop.StepID]watched // what Before held, by step
	whole   wholeCache
}

// watched is a step with the advice it got.
type watched struct {
	language string
	tongues  []string
	step     script.Step
	texts    map[string]script.StepTexts
	advice   []Advice
}

// same says whether a step would get the same advice.
func (w watched) same(other watched) bool {
	return w.language == other.language && slices.Equal(w.tongues, other.tongues) &&
		reflect.DeepEqual(w.step, other.step) && reflect.DeepEqual(w.texts, other.texts)
}

// NewWatcher watches with an adviser.
func NewWatcher(a Adviser) *Watcher {
	w := &Watcher{adviser: a, seen: map[coop.StepID]watched{}, before: map[coop.StepID]watched{}}
	if a.Before != nil {
		for _, step := range a.Before.All {
			w.before[step.ID] = watched{step: step, texts: textsOf(*a.Before, step.ID)}
		}
	}
	return w
}

// Advise is what is to be seen to in the draft as it stands.
func (w *Watcher) Advise(s script.Script) []Advice {
	var tongues []string
	for _, t := range s.Tongues {
		tongues = append(tongues, t.Language)
	}
	order := make(map[coop.StepID]int, len(s.All))
	seen := make(map[coop.StepID]watched, len(s.All))
	all := w.whole.advise(s, w.adviser)
	for i, step := range s.All {
		now := watched{language: s.Language, tongues: tongues, step: step, texts: textsOf(s, step.ID)}
		if last, ok := w.seen[step.ID]; ok && last.same(now) {
			now.advice = last.advice
		} else {
			now.step, now.texts = cloneStep(step), cloneAll(now.texts)
			now.advice = w.step(now)
		}
		all = append(all, now.advice...)
		if _, twice := order[step.ID]; !twice {
			order[step.ID], seen[step.ID] = i+1, now
		}
	}
	w.seen = seen
	slices.SortStableFunc(all, func(a, b Advice) int {
		return cmp.Or(cmp.Compare(order[a.Step], order[b.Step]), cmp.Compare(a.Weight, b.Weight))
	})
	return all
}

func cloneAll(texts map[string]script.StepTexts) map[string]script.StepTexts {
	all := make(map[string]script.StepTexts, len(texts))
	for language, t := range texts {
		all[language] = cloneTexts(t)
	}
	return all
}
