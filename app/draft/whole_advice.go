package draft

import (
	"reflect"
	"slices"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// Bounds of a whole script, within what a file may hold.
const (
	headTitle   = 60 // characters that fit where scripts are listed
	mostBytes   = 160 << 10
	mostAtOnce  = 30 // brackets opened and not closed
	perStepSize = 400
)

// wholeCache is the advice that needs the whole script, and what was last worked out for it.
type wholeCache struct {
	weighed script.Script // conditions, lengths and « essential » only
	most    time.Duration
}

// advise is all the advice on the head and on how the steps go together.
func (w *wholeCache) advise(s script.Script, a Adviser) []Advice {
	g := &advising{Adviser: a, watched: watched{language: s.Language}}
	g.head(s)
	g.languages(s)
	w.budget(g, s)
	g.alike(s)
	g.reached(s)
	return g.found
}

// on is where the advice that follows belongs.
func (a *advising) on(step coop.StepID) *advising {
	a.step.ID = step
	return a
}

func (a *advising) head(s script.Script) {
	whole, title := Spot{PlaceWhole, 0}, Spot{PlaceTitle, 0}
	a.on(Head).name(whole, string(s.ID))
	if s.Kind != coop.CounterTalk && s.Kind != coop.CourtesyTalk {
		a.add(Blocks, KindValue, whole, "", "advice.value", map[string]any{"Value": string(s.Kind)})
	}
	a.headTitle(title, s.Language, s.Title, true)
	if s.Budget <= 0 || s.Budget > longestTalk {
		a.add(Blocks, KindMinutes, Spot{PlaceMinutes, 0}, "", "advice.minutes", map[string]any{"High": coop.LongestTalk})
	}
	for _, value := range strange(s.For) {
		a.add(Blocks, KindValue, Spot{PlaceFor, 0}, "", "advice.value", map[string]any{"Value": value})
	}
	if len(s.For.Answers)+len(s.For.Said)+len(s.For.Unsaid) > 0 {
		a.add(Blocks, KindLater, Spot{PlaceFor, 0}, "", "advice.for.talk", nil)
	}
	switch {
	case len(s.All) == 0:
		a.add(Blocks, KindSteps, Spot{PlaceSteps, 0}, "", "advice.steps", nil)
	case !slices.ContainsFunc(s.All, func(step script.Step) bool { return step.Essential }):
		a.add(Warns, KindNoEssential, Spot{PlaceSteps, 0}, "", "advice.no-essential", nil)
	}
	if tooLarge(s) {
		a.add(Blocks, KindLarge, whole, "", "advice.large", nil)
	}
}

func (a *advising) headTitle(at Spot, language, text string, needed bool) {
	if strings.TrimSpace(text) == "" {
		if needed {
			a.add(Blocks, KindEmpty, at, language, "advice.empty.head", nil)
		} else {
			a.add(Warns, KindMissing, at, language, "advice.missing", map[string]any{"Count": 1, "Language": language})
		}
		return
	}
	a.named(at, language, text)
	if n := length(text); n > headTitle {
		a.add(Warns, KindLong, at, language, "advice.long.head", map[string]any{"Length": n, "Limit": headTitle})
	}
}

// languages checks the head of every other language.
func (a *advising) languages(s script.Script) {
	a.on(Head).name(Spot{PlaceWhole, 0}, s.Language)
	taken := []string{s.Language}
	for _, t := range s.Tongues {
		a.name(Spot{PlaceWhole, 0}, t.Language)
		if slices.Contains(taken, t.Language) {
			a.add(Blocks, KindTwice, Spot{PlaceWhole, 0}, "", "advice.twice", map[string]any{"Value": t.Language})
		}
		taken = append(taken, t.Language)
		a.headTitle(Spot{PlaceTitle, 0}, t.Language, t.Title, false)
	}
}

// tooLarge says whether the script's file, or that of a language, might be refused for its size or
// for brackets that nobody closed.
func tooLarge(s script.Script) bool {
	sizes := map[string]int{}
	open := map[string]int{}
	count := func(language, text string) bool {
		sizes[language] += len(text)
		for i := range len(text) {
			switch text[i] {
			case '[', '{':
				open[language]++
			case ']', '}':
				open[language] = max(open[language]-1, 0)
			}
		}
		return sizes[language] > mostBytes || open[language] > mostAtOnce
	}
	for _, step := range s.All {
		sizes[s.Language] += perStepSize
		for _, at := range Spots(step) {
			if count(s.Language, *ownText(&step, at)) {
				return true
			}
			for _, t := range s.Tongues {
				if count(t.Language, tongueText(step, t.Steps[step.ID], at)) {
					return true
				}
			}
		}
	}
	return false
}

// budget tells when the essentials do not fit into the time. It is worked out again only when a
// length, a condition or an « essential » changed.
func (w *wholeCache) budget(a *advising, s script.Script) {
	now := script.Script{ID: s.ID, For: s.For}
	for _, step := range s.All {
		if step.Essential {
			now.All = append(now.All, script.Step{Length: step.Length, Essential: true, For: step.For})
		}
	}
	if !reflect.DeepEqual(now, w.weighed) {
		w.weighed, w.most = Clone(now), essentials(now)
	}
	if w.most > s.Budget && s.Budget > 0 {
		a.on(Head).add(Blocks, KindBudget, Spot{PlaceMinutes, 0}, "", "advice.budget", map[string]any{
			"Essential": int((w.most + time.Minute - 1) / time.Minute), "Budget": int(s.Budget / time.Minute),
		})
	}
}

// alike checks that no name stands for two steps or questions, and no two steps of one talk bear
// the same title.
func (a *advising) alike(s script.Script) {
	r := reachOf(s)
	steps, questions := map[coop.StepID]bool{}, map[coop.QuestionID]bool{}
	titles := map[string][]int{}
	for i, step := range s.All {
		a.on(step.ID)
		if steps[step.ID] {
			a.add(Blocks, KindTwice, Spot{PlaceWhole, 0}, "", "advice.twice", map[string]any{"Value": string(step.ID)})
		}
		steps[step.ID] = true
		for j, q := range step.Questions {
			if questions[q.ID] {
				a.add(Blocks, KindTwice, Spot{PlaceAsk, j}, "", "advice.twice", map[string]any{"Value": string(q.ID)})
			}
			questions[q.ID] = true
		}
		title := fold(strings.TrimSpace(step.Title))
		if title != "" && slices.ContainsFunc(titles[title], func(other int) bool { return r.together(other, i) }) {
			a.add(Warns, KindLabel, Spot{PlaceTitle, 0}, s.Language, "advice.label.title", map[string]any{"Label": step.Title})
		}
		titles[title] = append(titles[title], i)
	}
}

// reached checks that every step has somebody who gets it, and depends only on what was asked before.
func (a *advising) reached(s script.Script) {
	r := reachOf(s)
	at := Spot{PlaceFor, 0}
	if !r.together() {
		a.on(Head).add(Warns, KindNobody, at, "", "advice.nobody.script", nil)
		return
	}
	for i, step := range s.All {
		a.on(step.ID)
		fine := true
		for _, answer := range step.For.Answers {
			asked, ok := r.askAt[answer.Question]
			switch {
			case !ok:
				a.add(Blocks, KindLater, at, "", "advice.never", map[string]any{"Question": string(answer.Question)})
				fine = false
			case asked >= i:
				q, _ := s.Question(answer.Question)
				a.add(Blocks, KindLater, at, "", "advice.later", map[string]any{"Question": q.Text, "Step": s.All[asked].Title})
				fine = false
			case !a.offered(at, s, answer):
				fine = false
			}
		}
		if fine && !r.together(i) {
			a.add(Warns, KindNobody, at, "", "advice.nobody", nil)
		}
	}
}

// offered says whether a question has all the answers that a step depends on.
func (a *advising) offered(at Spot, s script.Script, answer script.AnswerCondition) bool {
	q, _ := s.Question(answer.Question)
	for _, id := range answer.Choices {
		if !slices.ContainsFunc(q.Choices, func(c script.Choice) bool { return c.ID == id }) {
			a.add(Blocks, KindChoice, at, "", "advice.choice", map[string]any{"Choice": string(id), "Question": q.Text})
			return false
		}
	}
	return true
}
