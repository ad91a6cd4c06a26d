package draft

import (
	"reflect"
	"slices"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// Side is whose text is taken.
type Side string

// The sides: the coop's own, and the one that comes anew.
const (
	Ours   Side = "ours"
	Theirs Side = "theirs"
)

// MergeState says what both sides did with a step since they were the same.
type MergeState string

// The states.
const (
	MergeUnchanged MergeState = "unchanged"
	MergeTake      MergeState = "take"     // only theirs changed, added or removed it
	MergeKeep      MergeState = "keep"     // only ours did
	MergeAgree     MergeState = "agree"    // both did the same
	MergeConflict  MergeState = "conflict" // both did, and not the same
)

// MergeStep is a step on three sides. The head, title, minutes and « for whom » of the script, is
// one too, and comes first.
type MergeStep struct {
	Step   coop.StepID
	Title  string
	State  MergeState
	Base   *Version // nil when it is not there
	Ours   *Version
	Theirs *Version
}

// Version is a step, or the head, with its texts in every other language.
type Version struct {
	Step  script.Step
	Texts map[string]script.StepTexts
	Head  *script.Script // the script without its steps, on the head only
}

// Merge lists the head and the steps of all sides, in the order of the result: that of the side
// which moved steps about, ours when both did, with the steps that only the other side has after
// their nearest neighbour. Languages are merged by themselves: one that either side added is there,
// one that either side gave up is not.
func Merge(base, ours, theirs script.Script) []MergeStep {
	all := mergedLanguages(base, ours, theirs)
	b, o, t := inLanguages(base, all, theirs, ours), inLanguages(ours, all, theirs), inLanguages(theirs, all, ours)
	merged := []MergeStep{{
		Step: Head, Title: ours.Title, Base: headOf(b), Ours: headOf(o), Theirs: headOf(headed(t, ours)),
	}}
	for _, id := range mergedOrder(idsOf(base), idsOf(ours), idsOf(theirs)) {
		m := MergeStep{Step: id, Base: versionOf(b, id), Ours: versionOf(o, id), Theirs: versionOf(t, id)}
		for _, v := range []*Version{m.Base, m.Theirs, m.Ours} {
			if v != nil {
				m.Title = v.Step.Title
			}
		}
		merged = append(merged, m)
	}
	for i := range merged {
		merged[i].State = stateOf(merged[i])
	}
	return merged
}

// headed is a script that goes by the name and number of another: a merge keeps ours.
func headed(s, ours script.Script) script.Script {
	s.ID, s.Version = ours.ID, ours.Version
	return s
}

func stateOf(m MergeStep) MergeState {
	switch sameOurs, sameTheirs := m.Base.same(m.Ours), m.Base.same(m.Theirs); {
	case sameOurs && sameTheirs:
		return MergeUnchanged
	case sameOurs:
		return MergeTake
	case sameTheirs:
		return MergeKeep
	case m.Ours.same(m.Theirs):
		return MergeAgree
	}
	return MergeConflict
}

// Resolve is the script that comes of a merge. A choice decides for any step; without one a
// conflict stays ours. The result bears our name and version.
func Resolve(steps []MergeStep, choices map[coop.StepID]Side) script.Script {
	var s script.Script
	for _, m := range steps {
		v := m.Ours
		if side := choices[m.Step]; side == Theirs || side == "" && m.State == MergeTake {
			v = m.Theirs
		}
		switch {
		case v == nil:
		case v.Head != nil:
			s = Clone(*v.Head)
			for i := range s.Tongues {
				s.Tongues[i].Steps = map[coop.StepID]script.StepTexts{}
			}
		default:
			s.All = append(s.All, cloneStep(v.Step))
			for _, t := range s.Tongues {
				if texts, ok := v.Texts[t.Language]; ok {
					t.Steps[m.Step] = cloneTexts(texts)
				}
			}
		}
	}
	return s
}

func versionOf(s script.Script, id coop.StepID) *Version {
	i := stepAt(s, id)
	if i < 0 {
		return nil
	}
	return &Version{Step: s.All[i], Texts: textsOf(s, id)}
}

func headOf(s script.Script) *Version {
	s = Clone(s)
	s.All = nil
	for i := range s.Tongues {
		s.Tongues[i].Steps = nil
	}
	return &Version{Head: &s}
}

// same says whether two versions say the same; none is the same as none.
func (v *Version) same(other *Version) bool {
	switch {
	case v == nil || other == nil:
		return v == other
	case v.Head != nil && other.Head != nil:
		a, b := Clone(*v.Head), Clone(*other.Head)
		a.ID, a.Version, a.For, a.Tongues = b.ID, b.Version, tidy(a.For), orNil(a.Tongues)
		b.For, b.Tongues = tidy(b.For), orNil(b.Tongues)
		return reflect.DeepEqual(a, b)
	}
	return reflect.DeepEqual(tidyStep(v.Step), tidyStep(other.Step)) && reflect.DeepEqual(tidyTexts(v.Texts), tidyTexts(other.Texts))
}

func tidyStep(s script.Step) script.Step {
	s.For = tidy(s.For)
	s.Checks, s.Chips, s.Asked, s.Sources = orNil(s.Checks), orNil(s.Chips), orNil(s.Asked), orNil(s.Sources)
	s.Questions = orNil(slices.Clone(s.Questions))
	for i := range s.Questions {
		s.Questions[i].Choices = orNil(s.Questions[i].Choices)
	}
	return s
}

// tidyTexts is texts without empty maps, and without languages that have none.
func tidyTexts(all map[string]script.StepTexts) map[string]script.StepTexts {
	tidied := map[string]script.StepTexts{}
	for language, t := range all {
		t.Asked = orNil(t.Asked)
		t.Checks, t.Chips, t.Ask = orNoMap(t.Checks), orNoMap(t.Chips), orNoMap(t.Ask)
		choices := map[coop.QuestionID]map[coop.ChoiceID]string{}
		for id, labels := range t.Choices {
			if len(labels) > 0 {
				choices[id] = labels
			}
		}
		if t.Choices = orNoMap(choices); !reflect.DeepEqual(t, script.StepTexts{}) {
			tidied[language] = t
		}
	}
	return tidied
}

func orNoMap[K comparable, V any](m map[K]V) map[K]V {
	if len(m) == 0 {
		return nil
	}
	return m
}

// mergedLanguages are the other languages of the result: those that both sides have, and those that
// one of them added.
func mergedLanguages(base, ours, theirs script.Script) []string {
	var all []string
	for _, language := range languages(theirs, ours) {
		o, t, b := tongueOf(ours, language) >= 0, tongueOf(theirs, language) >= 0, tongueOf(base, language) >= 0
		if o && t || !b {
			all = append(all, language)
		}
	}
	return all
}

// inLanguages is a script in these other languages only, in their order. One that it does not have
// is taken from the first of the others that has it.
func inLanguages(s script.Script, all []string, others ...script.Script) script.Script {
	s = Clone(s)
	var tongues []script.Tongue
	for _, language := range all {
		t, ok := s.Tongue(language)
		for _, other := range others {
			if ok {
				break
			}
			if t, ok = other.Tongue(language); ok {
				t = fitting(t, other, s)
			}
		}
		tongues = append(tongues, t)
	}
	s.Tongues = tongues
	return s
}

// fitting is a language of one script for another: only the steps that it has, with what is asked
// back beside the same questions.
func fitting(t script.Tongue, from, to script.Script) script.Tongue {
	steps := map[coop.StepID]script.StepTexts{}
	for _, step := range to.All {
		texts, ok := t.Steps[step.ID]
		if !ok {
			continue
		}
		source, _ := from.Step(step.ID)
		texts = cloneTexts(texts)
		if !slices.EqualFunc(source.Asked, step.Asked, func(a, b script.Asked) bool { return a.Question == b.Question }) {
			texts.Asked = beside(texts.Asked, source.Asked, step.Asked)
		}
		steps[step.ID] = texts
	}
	t.Steps = steps
	return t
}

// beside puts translations beside the questions that they translate.
func beside(translated, from, to []script.Asked) []script.Asked {
	placed := make([]script.Asked, len(to))
	for i, a := range to {
		j := slices.IndexFunc(from, func(b script.Asked) bool { return a.Question == b.Question })
		if within(j, translated) {
			placed[i] = translated[j]
		}
	}
	return placed
}

// mergedOrder is the order of all steps of both sides.
func mergedOrder(base, ours, theirs []coop.StepID) []coop.StepID {
	first, second := theirs, ours
	if reordered(base, ours) {
		first, second = ours, theirs
	}
	order := slices.Clone(first)
	for i, id := range second {
		if slices.Contains(order, id) {
			continue
		}
		at := 0
		for j := i - 1; j >= 0; j-- {
			if k := slices.Index(order, second[j]); k >= 0 {
				at = k + 1
				break
			}
		}
		order = slices.Insert(order, at, id)
	}
	return order
}

// reordered says whether a side has the steps of the base in another order.
func reordered(base, side []coop.StepID) bool {
	there := map[coop.StepID]bool{}
	for _, id := range side {
		there[id] = true
	}
	was := slices.DeleteFunc(slices.Clone(base), func(id coop.StepID) bool { return !there[id] })
	clear(there)
	for _, id := range base {
		there[id] = true
	}
	is := slices.DeleteFunc(slices.Clone(side), func(id coop.StepID) bool { return !there[id] })
	return !slices.Equal(was, is)
}
