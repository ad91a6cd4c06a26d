package draft

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// Limits of a step, those of the format first: beyond them a script cannot be read.
const (
	titleLength  = 32 // characters
	labelLength  = 40
	sayWords     = 70
	simpleWords  = 90
	answerWords  = 80
	maxQuestions = 2
	minChoices   = 2
	maxChoices   = 4
	maxChecks    = 4
	maxChips     = 5
	maxAsked     = 5
	longestTalk  = coop.LongestTalk * time.Minute

	textLength      = 2000 // characters of any text; nobody says that much on one page
	aloudWords      = 60   // above, the listener is lost
	sentenceWords   = 20
	simpleSentence  = 12
	monthsOfSources = 12
)

var goodName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// advising gathers the advice on one step.
type advising struct {
	Adviser
	watched
	found []Advice
}

// step is all the advice that a step gets by itself, without the others.
func (w *Watcher) step(now watched) []Advice {
	a := &advising{Adviser: w.adviser, watched: now}
	a.names()
	a.lists()
	a.wordings()
	a.sources()
	a.rest()
	a.fields()
	for _, language := range now.tongues {
		a.tongue(language, w.before[now.step.ID])
	}
	return a.found
}

func (a *advising) add(weight Weight, kind Kind, at Spot, language, key string, args map[string]any) {
	a.found = append(a.found, Advice{
		Step: a.step.ID, Language: language, Place: at.Place, Index: at.Index,
		Kind: kind, Weight: weight, Key: key, Args: args,
	})
}

// names checks every name of the step, and that none stands for two things.
func (a *advising) names() {
	a.name(Spot{PlaceWhole, 0}, string(a.step.ID))
	if a.step.Topic != "" {
		a.name(Spot{PlaceTopic, 0}, string(a.step.Topic))
	}
	unique(a, PlaceCheck, a.step.Checks, checkID)
	unique(a, PlaceNote, a.step.Chips, chipID)
	for i, q := range a.step.Questions {
		a.name(Spot{PlaceAsk, i}, string(q.ID))
		at := func(j int) Spot { return Spot{PlaceChoice, ChoiceAt(i, j)} }
		uniqueAt(a, at, q.Choices, choiceID)
	}
}

func (a *advising) name(at Spot, name string) {
	if !goodName.MatchString(name) {
		a.add(Blocks, KindName, at, "", "advice.name", map[string]any{"Value": name})
	}
}

func unique[T any, ID ~string](a *advising, place Place, list []T, id func(T) ID) {
	uniqueAt(a, func(i int) Spot { return Spot{place, i} }, list, id)
}

func uniqueAt[T any, ID ~string](a *advising, at func(int) Spot, list []T, id func(T) ID) {
	for i, item := range list {
		a.name(at(i), string(id(item)))
		if slices.ContainsFunc(list[:i], func(other T) bool { return id(other) == id(item) }) {
			a.add(Blocks, KindTwice, at(i), "", "advice.twice", map[string]any{"Value": string(id(item))})
		}
	}
}

// lists checks how many items there are, and that no label stands there twice.
func (a *advising) lists() {
	s := a.step
	for _, c := range []struct {
		place      Place
		count, max int
	}{
		{PlaceCheck, len(s.Checks), maxChecks},
		{PlaceNote, len(s.Chips), maxChips},
		{PlaceAsk, len(s.Questions), maxQuestions},
		{PlaceAsked, len(s.Asked), maxAsked},
	} {
		if c.count > c.max {
			a.add(Blocks, KindMany, Spot{c.place, c.max}, "", "advice.many", map[string]any{"Count": c.count, "Limit": c.max})
		}
	}
	for i, q := range s.Questions {
		switch n := len(q.Choices); {
		case n == 0:
			a.add(Blocks, KindAnswers, Spot{PlaceAsk, i}, "", "advice.answers", nil)
		case n < minChoices:
			a.add(Blocks, KindAnswers, Spot{PlaceAsk, i}, "", "advice.answers.one", nil)
		case n > maxChoices:
			a.add(Blocks, KindMany, Spot{PlaceAsk, i}, "", "advice.many", map[string]any{"Count": n, "Limit": maxChoices})
		}
	}
	labels := map[Place][]string{}
	for _, at := range Spots(s) {
		group := at.Place
		switch at.Place {
		case PlaceCheck, PlaceNote, PlaceAsk, PlaceAsked:
		case PlaceChoice:
			question, _ := ChoiceOf(at.Index)
			group = Place(string(PlaceChoice) + string(rune('0'+question)))
		default:
			continue
		}
		text := strings.TrimSpace(*ownText(&s, at))
		if label := fold(text); label != "" && slices.Contains(labels[group], label) {
			a.add(Warns, KindLabel, at, a.language, "advice.label", map[string]any{"Label": text})
		}
		labels[group] = append(labels[group], fold(text))
	}
}

// sources checks where statements come from.
func (a *advising) sources() {
	for i, source := range a.step.Sources {
		at := Spot{PlaceSources, i}
		switch _, err := coop.ParseDay(string(source.Checked)); {
		case err != nil:
			a.add(Blocks, KindSource, at, "", "advice.source.day", nil)
		case a.Today != "" && source.Checked.AddMonths(monthsOfSources) <= a.Today:
			a.add(Warns, KindOld, at, "", "advice.old", map[string]any{
				"Source": source.Text, "Months": monthsSince(source.Checked, a.Today),
			})
		}
		if source.Confirm {
			a.add(Hints, KindConfirm, at, "", "advice.confirm", map[string]any{"Source": source.Text})
		}
	}
}

// monthsSince counts the whole months between two days.
func monthsSince(from, to coop.Day) int {
	n := 0
	for from.AddMonths(n+1) <= to {
		n++
	}
	return n
}

// rest checks what is neither a text nor a list.
func (a *advising) rest() {
	s := a.step
	if s.Length <= 0 || s.Length > longestTalk {
		a.add(Blocks, KindMinutes, Spot{PlaceMinutes, 0}, "", "advice.minutes", map[string]any{"High": coop.LongestTalk})
	} else if needed := Takes(s).Round(time.Second); needed > s.Length {
		a.add(Warns, KindTime, Spot{PlaceMinutes, 0}, "", "advice.time", map[string]any{
			"Needed": int(needed.Seconds()), "Planned": int(s.Length.Seconds()),
		})
	}
	forms := []script.Form{script.NoForm, script.FormOpinion, script.FormFollowUps, script.FormShare, script.FormContacts}
	if !slices.Contains(forms, s.Form) {
		a.add(Blocks, KindValue, Spot{PlaceForm, 0}, "", "advice.value", map[string]any{"Value": string(s.Form)})
	}
	for i, c := range s.Chips {
		if _, ok := coop.FindMotive(c.Motive); c.Motive != "" && !ok {
			a.add(Blocks, KindValue, Spot{PlaceNote, i}, "", "advice.value", map[string]any{"Value": string(c.Motive)})
		}
	}
	for _, value := range strange(s.For) {
		a.add(Blocks, KindValue, Spot{PlaceFor, 0}, "", "advice.value", map[string]any{"Value": value})
	}
}

// strange lists the values of a condition that no household can have.
func strange(c script.Condition) []string {
	found := unknown(nil, c.Products, coop.Products())
	found = unknown(found, c.Heatings, coop.Heatings())
	found = unknown(found, c.Homes, coop.Homes())
	found = unknown(found, c.Landlord, coop.Landlords())
	for _, topic := range slices.Concat(c.Said, c.Unsaid) {
		if !goodName.MatchString(string(topic)) {
			found = append(found, string(topic))
		}
	}
	return found
}

func unknown[T ~string](found []string, values, known []T) []string {
	for _, v := range values {
		if !slices.Contains(known, v) {
			found = append(found, string(v))
		}
	}
	return found
}

// fields checks the named facts of the coop, each once a step.
func (a *advising) fields() {
	told := map[string]bool{}
	for _, at := range Spots(a.step) {
		for _, name := range named(*ownText(&a.step, at)) {
			if told[name] || a.Fields == nil || slices.Contains(ofTheTalk, name) || strings.TrimSpace(a.Fields[name]) != "" {
				continue
			}
			told[name] = true
			a.add(Hints, KindUnfilled, at, a.language, "advice.unfilled", map[string]any{"Field": "{" + name + "}"})
		}
	}
}

// length is how many characters a text has.
func length(text string) int { return utf8.RuneCountInString(strings.TrimSpace(text)) }
