package script_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// play calls yield with every combination of facts and answers that a script's conditions can tell
// apart: what no condition names has one value only. It builds them on its own, from the lists of the
// domain, so that it does not share a mistake with the reader.
func play(s script.Script, yield func(script.Facts)) {
	all := []script.Condition{s.For}
	for _, step := range s.All {
		all = append(all, step.For)
	}
	some := func(named func(c script.Condition) bool) bool { return slices.ContainsFunc(all, named) }
	worlds := []script.Facts{{
		Product: coop.Rental, Heating: coop.HeatingUnknown, Home: coop.HomeUnknown,
		Answers: map[coop.QuestionID]coop.ChoiceID{},
	}}
	worlds = vary(worlds, some(func(c script.Condition) bool { return c.Products != nil }), coop.Products(),
		func(f *script.Facts, v coop.Product) { f.Product = v })
	worlds = vary(worlds, some(func(c script.Condition) bool { return c.Heatings != nil }), []coop.Heating{
		coop.CollectiveHeating, coop.IndividualGas, coop.IndividualElec, coop.IndividualOther, coop.DistrictHeating, coop.HeatingUnknown,
	}, func(f *script.Facts, v coop.Heating) { f.Heating = v })
	worlds = vary(worlds, some(func(c script.Condition) bool { return c.Homes != nil }), coop.Homes(),
		func(f *script.Facts, v coop.Home) { f.Home = v })
	worlds = vary(worlds, some(func(c script.Condition) bool { return c.Copro != nil }), []bool{false, true},
		func(f *script.Facts, v bool) { f.Copro = v })
	worlds = vary(worlds, some(func(c script.Condition) bool { return c.Garage != nil }), []bool{false, true},
		func(f *script.Facts, v bool) { f.Garage = v })
	worlds = vary(worlds, some(func(c script.Condition) bool { return c.Landlord != nil }), coop.Landlords(),
		func(f *script.Facts, v coop.Landlord) { f.Landlord = v })
	topics, asked := map[coop.TopicID]bool{}, map[coop.QuestionID][]coop.ChoiceID{}
	for _, c := range all {
		for _, t := range slices.Concat(c.Said, c.Unsaid) {
			topics[t] = true
		}
		for _, a := range c.Answers {
			asked[a.Question] = append(asked[a.Question], a.Choices...)
		}
	}
	for _, topic := range slices.Sorted(maps.Keys(topics)) {
		worlds = vary(worlds, true, []bool{false, true}, func(f *script.Facts, said bool) {
			if said {
				f.Said = append(slices.Clone(f.Said), topic)
			}
		})
	}
	for _, id := range slices.Sorted(maps.Keys(asked)) {
		choices := append([]coop.ChoiceID{""}, asked[id]...) // no answer stands for every one that no step asks for
		slices.Sort(choices)
		worlds = vary(worlds, true, slices.Compact(choices), func(f *script.Facts, c coop.ChoiceID) {
			if c != "" {
				f.Answers = maps.Clone(f.Answers)
				f.Answers[id] = c
			}
		})
	}
	for _, f := range worlds {
		if s.For.Matches(f) {
			yield(f)
		}
	}
}

func vary[T any](worlds []script.Facts, named bool, values []T, set func(*script.Facts, T)) []script.Facts {
	if !named {
		return worlds
	}
	all := make([]script.Facts, 0, len(worlds)*len(values))
	for _, f := range worlds {
		for _, v := range values {
			other := f
			set(&other, v)
			all = append(all, other)
		}
	}
	return all
}

// TestEveryHouseholdGetsAWholeTalk plays every shipped script for every combination of facts.
func TestEveryHouseholdGetsAWholeTalk(t *testing.T) {
	for _, b := range shipped(t) {
		t.Run(string(b.Script.ID), func(t *testing.T) {
			s := b.Script
			reached := map[coop.StepID]bool{}
			played, told := 0, 0
			play(s, func(f script.Facts) {
				played++
				var essential time.Duration
				got := map[coop.TopicID]bool{}
				steps := s.Steps(f)
				for _, step := range steps {
					reached[step.ID] = true
					got[step.Topic] = true
					if step.Essential {
						essential += step.Length
					}
				}
				if told > 5 {
					return
				}
				if essential > s.Budget {
					told++
					t.Errorf("%+v: the essentials take %v of %v", f, essential, s.Budget)
				}
				if len(steps) < 5 || steps[0].ID != s.All[0].ID {
					told++
					t.Errorf("%+v: the talk has the steps %v", f, ids(steps))
				}
				for _, step := range s.All {
					if step.Essential && !got[step.Topic] && meant(step, f) {
						told++
						t.Errorf("%+v: nothing is said of %s, which is essential", f, step.Topic)
					}
				}
			})
			for _, step := range s.All {
				if !reached[step.ID] {
					t.Errorf("no household ever gets the step %s", step.ID)
				}
			}
			t.Logf("played %d times", played)
		})
	}
}

// meant says whether a step is meant for a household wherever it comes from, whatever was said before
// and whatever it answers: one of the wordings of its topic must then be there.
func meant(s script.Step, f script.Facts) bool {
	if s.For.Answers != nil {
		return false // brought by an answer, for those who gave it
	}
	s.For.Landlord, s.For.Said, s.For.Unsaid = nil, nil, nil
	return s.For.Matches(f)
}

// texts are all texts of a script that somebody reads.
func texts(s script.Script) map[string]string {
	all := map[string]string{"title": s.Title}
	for _, step := range s.All {
		at := string(step.ID) + " "
		all[at+"title"], all[at+"say"], all[at+"simple"] = step.Title, step.Say, step.Simple
		for _, c := range step.Checks {
			all[at+string(c.ID)] = c.Label
		}
		for _, c := range step.Chips {
			all[at+string(c.ID)] = c.Label
		}
		for _, q := range step.Questions {
			all[at+string(q.ID)] = q.Text
			for _, c := range q.Choices {
				all[at+string(q.ID)+" "+string(c.ID)] = c.Label
			}
		}
		for _, a := range step.Asked {
			all[at+"asked "+a.Question] = a.Question
			all[at+"answer "+a.Question] = a.Answer
		}
		if step.Paper != "" {
			all[at+"paper"] = step.Paper
		}
	}
	return all
}

func TestNoTextHasAHole(t *testing.T) {
	facts := map[string]string{}
	for _, name := range script.Fields() {
		facts[name] = "12"
	}
	for _, b := range shipped(t) {
		for _, known := range []map[string]string{nil, facts} {
			for _, language := range []string{"fr", "en"} {
				if !slices.Contains(b.Script.Languages(), language) {
					t.Errorf("%s is not written in %s", b.Script.ID, language)
				}
				said := b.Script.Filled(known).In(language)
				for at, text := range texts(said) {
					if strings.TrimSpace(text) == "" || strings.ContainsAny(text, "{}|") {
						t.Errorf("%s in %s, %s: %q", b.Script.ID, language, at, text)
					}
				}
			}
		}
	}
}

func TestEveryTextIsSaidInBothLanguages(t *testing.T) {
	for _, b := range shipped(t) {
		for _, g := range b.Script.Gaps("en") {
			t.Errorf("%s: no English for %s of step %q", b.Script.ID, g.Text, g.Step)
		}
		own, english := b.Script.All, b.Script.In("en").All
		for i := range own {
			if own[i].Say == english[i].Say || own[i].Simple == english[i].Simple {
				t.Errorf("%s: the step %s is not translated", b.Script.ID, own[i].ID)
			}
			if own[i].Say == own[i].Simple || english[i].Say == english[i].Simple {
				t.Errorf("%s: the step %s has one wording only", b.Script.ID, own[i].ID)
			}
		}
	}
}

// TestWhatStepsAskToHaveBeenSaidIsSaidSomewhere holds the topics together across scripts.
func TestWhatStepsAskToHaveBeenSaidIsSaidSomewhere(t *testing.T) {
	topics := map[coop.TopicID]bool{}
	for _, b := range shipped(t) {
		for _, step := range b.Script.All {
			topics[step.Topic] = true
		}
	}
	for _, b := range shipped(t) {
		for _, step := range b.Script.All {
			for _, topic := range slices.Concat(step.For.Said, step.For.Unsaid) {
				if !topics[topic] {
					t.Errorf("%s, step %s: no step of any script speaks of %q", b.Script.ID, step.ID, topic)
				}
			}
		}
	}
}

// TestTheLongestEssentialsAreFound holds the reader's own sum to that of playing everything.
func TestTheLongestEssentialsAreFound(t *testing.T) {
	for _, b := range shipped(t) {
		s := b.Script
		for i := range s.All {
			s.All[i].For.Answers = nil
		}
		var most time.Duration
		play(s, func(f script.Facts) {
			var sum time.Duration
			for _, step := range s.Steps(f) {
				if step.Essential {
					sum += step.Length
				}
			}
			most = max(most, sum)
		})
		if got := b.Script.EssentialTime(); got != most {
			t.Errorf("%s: got %v, want %v", s.ID, got, most)
		}
	}
}

func TestAStrangeFileIsReadInTime(t *testing.T) {
	var many strings.Builder
	many.WriteString("id: many\nversion: 1\ntitle: a\nlanguage: fr\ntalk: courtesy\nminutes: 9\nsteps:\n")
	for i := range 1500 {
		many.WriteString("  - {id: s" + strings.Repeat("x", i%7) + ", essential: true, minutes: 1, for: {product: [rental], heating: [collective, district], home: [flat], copro: true, garage: true, landlord: [social], said: [a, b, c], unsaid: [d, e, f, g, h]}}\n")
	}
	for name, source := range map[string]string{
		"many conditions": many.String()[:250<<10],
		"a staircase":     stairs(),
		"many names":      "steps: {" + strings.Repeat("a: b,\n", 20000) + "}",
		"many quotes":     strings.Repeat("\"a\": \"", 9000),
		"many lists":      strings.Repeat(strings.Repeat("- ", 30)+"a\n", 3000),
	} {
		t.Run(name, func(t *testing.T) {
			before := time.Now()
			_, err := script.Read("x.fr.yaml", []byte(source))
			checkPlaces(t, err)
			if took := time.Since(before); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

func stairs() string {
	var b strings.Builder
	for i := range 700 {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}
