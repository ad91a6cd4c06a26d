package script_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

func ids(steps []script.Step) []coop.StepID {
	var all []coop.StepID
	for _, s := range steps {
		all = append(all, s.ID)
	}
	return all
}

func TestAStepIsForThoseItNames(t *testing.T) {
	s := read(t, good)
	for name, c := range map[string]struct {
		facts script.Facts
		want  []coop.StepID
	}{
		"without a garage": {
			script.Facts{Product: coop.Rental, Answers: map[coop.QuestionID]coop.ChoiceID{"knew": "no"}},
			[]coop.StepID{"welcome", "ending"},
		},
		"with a garage, before the answer": {
			script.Facts{Product: coop.Rental, Garage: true}, []coop.StepID{"welcome", "ending"},
		},
		"with a garage and another answer": {
			script.Facts{Garage: true, Answers: map[coop.QuestionID]coop.ChoiceID{"knew": "yes"}},
			[]coop.StepID{"welcome", "ending"},
		},
		"with a garage and the answer": {
			script.Facts{Garage: true, Answers: map[coop.QuestionID]coop.ChoiceID{"knew": "no"}},
			[]coop.StepID{"welcome", "garage", "ending"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := ids(s.Steps(c.facts)); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestTheHomeSpeaksBeforeItsResidence(t *testing.T) {
	h := coop.Household{Product: coop.PSLA, Dwelling: coop.Dwelling{Heating: coop.HeatingUnknown, Garage: true}}
	got := script.FactsOf(h, coop.Residence{Heating: coop.DistrictHeating}, nil)
	if got.Heating != coop.DistrictHeating || got.Home != coop.HomeUnknown || !got.Garage || got.Copro {
		t.Errorf("got %+v", got)
	}
	h.Dwelling.Heating = coop.IndividualGas
	if got := script.FactsOf(h, coop.Residence{Heating: coop.DistrictHeating}, nil); got.Heating != coop.IndividualGas {
		t.Errorf("got %s", got.Heating)
	}
}

func TestTheClosestScriptIsChosen(t *testing.T) {
	all := []script.Script{
		{ID: "everybody", Kind: coop.CourtesyTalk},
		{ID: "owners", Kind: coop.CourtesyTalk, For: script.Condition{Products: []coop.Product{coop.PSLA}}},
		{ID: "counter", Kind: coop.CounterTalk},
	}
	if got, ok := script.Choose(all, coop.CourtesyTalk, script.Facts{Product: coop.PSLA}); !ok || got.ID != "owners" {
		t.Errorf("got %s %v", got.ID, ok)
	}
	if got, ok := script.Choose(all, coop.CourtesyTalk, script.Facts{Product: coop.Rental}); !ok || got.ID != "everybody" {
		t.Errorf("got %s %v", got.ID, ok)
	}
	if _, ok := script.Choose(all[1:2], coop.CourtesyTalk, script.Facts{Product: coop.Rental}); ok {
		t.Error("a script for owners was chosen for a tenant")
	}
}

func TestAnUnknownFactIsNeverAHole(t *testing.T) {
	text := "La part coûte {share|quelques euros}, dit {coop|la coopérative}."
	if got := script.Fill(text, map[string]string{"share": "16 €", "coop": " "}); got != "La part coûte 16 €, dit la coopérative." {
		t.Errorf("got %q", got)
	}
	filled := read(t, good).Filled(map[string]string{"coop": "Champmilan"})
	if got := filled.All[0].Say; !strings.Contains(got, "de Champmilan.") {
		t.Errorf("got %q", got)
	}
}

func walk(t *testing.T) script.Walk {
	t.Helper()
	return script.Follow(read(t, good), script.Facts{Product: coop.Rental, Garage: true}, coop.Talk{Current: "welcome"})
}

func TestAnAnswerOpensAStep(t *testing.T) {
	w := walk(t)
	if next, _ := w.Next("welcome"); next != "ending" {
		t.Errorf("next is %s", next)
	}
	w = w.Keep(coop.TalkStep{
		Step: "welcome", State: coop.StepSeen, Answers: map[coop.QuestionID]coop.ChoiceID{"knew": "no"},
	}, "garage")
	if w.Current().ID != "garage" || w.Finished() != 1 {
		t.Errorf("stands at %s, %d finished", w.Current().ID, w.Finished())
	}
	if ahead, _ := w.Ahead("welcome"); ahead != "garage" {
		t.Errorf("ahead is %s", ahead)
	}
	seen := w.Keep(coop.TalkStep{Step: "garage", State: coop.StepSeen}, "welcome")
	if ahead, _ := seen.Ahead("welcome"); ahead != "ending" {
		t.Errorf("ahead is %s", ahead)
	}
	if back, _ := w.Back("garage"); back != "welcome" {
		t.Errorf("back is %s", back)
	}
	if _, ok := w.Next("ending"); ok {
		t.Error("there is something after the end")
	}
	w = w.Keep(coop.TalkStep{Step: "welcome", State: coop.StepSeen}, "garage")
	if w.Current().ID != "ending" {
		t.Errorf("stands at %s, a step that is not asked for any more", w.Current().ID)
	}
}

func TestWhatIsMissingIsAskedAtTheEnd(t *testing.T) {
	w := walk(t)
	if n := len(w.Missing()); n != 2 {
		t.Errorf("%d things missing before the talk, want the two essential steps", n)
	}
	w = w.Keep(coop.TalkStep{Step: "welcome", State: coop.StepSeen}, "ending")
	var kinds []script.MissingKind
	for _, m := range w.Missing() {
		kinds = append(kinds, m.Kind)
	}
	if !slices.Equal(kinds, []script.MissingKind{script.MissingPoint, script.MissingAnswer, script.MissingStep}) {
		t.Errorf("got %v", kinds)
	}
	w = w.Keep(coop.TalkStep{Step: "welcome", State: coop.StepSeen, Reason: coop.SkipNoTime}, "ending")
	w = w.Keep(coop.TalkStep{Step: "ending", State: coop.StepNotApplicable, Reason: coop.SkipKnown}, "ending")
	if n := len(w.Missing()); n != 0 {
		t.Errorf("%d things missing although each has its reason", n)
	}
}

func TestTickedChipsNameTheirMotives(t *testing.T) {
	w := walk(t).Keep(coop.TalkStep{Step: "welcome", State: coop.StepBegun, Noted: []coop.ChipID{"vent-blocked"}}, "welcome")
	if got := w.Motives(); !slices.Equal(got, []coop.MotiveCode{"HUM-VMC"}) {
		t.Errorf("got %v", got)
	}
}

func TestAStepAddedByHandBelongsToTheTalk(t *testing.T) {
	w := walk(t)
	if got := ids(w.LeftOut()); !slices.Equal(got, []coop.StepID{"garage"}) || w.Added("garage") {
		t.Errorf("left out are %v", got)
	}
	w = w.Keep(coop.TalkStep{Step: "garage", Added: true}, "garage")
	if got := ids(w.Steps()); !slices.Equal(got, []coop.StepID{"welcome", "garage", "ending"}) {
		t.Errorf("the talk has %v", got)
	}
	if !w.Added("garage") || w.Added("welcome") || len(w.LeftOut()) != 0 || w.Current().ID != "garage" {
		t.Error("the step should be there, added by hand")
	}
}

func TestSomethingAskedBackMakesNoStep(t *testing.T) {
	w := walk(t)
	before := len(w.Missing())
	w = w.Keep(coop.TalkStep{Step: "garage", Asked: []int{0}}, "welcome")
	if got := ids(w.Steps()); slices.Contains(got, "garage") || len(w.Missing()) != before {
		t.Errorf("the talk has %v, %d things missing", got, len(w.Missing()))
	}
}

func TestAWalkIsReadInAnotherLanguage(t *testing.T) {
	s := inTwoLanguages(t)
	w := script.Follow(s, script.Facts{Product: coop.Rental}, coop.Talk{Current: "welcome"})
	e := w.Reading("en")
	if w.Language() != "fr" || e.Language() != "en" || e.Current().Title != "Welcome" || e.Script().Title != "Petite visite" ||
		e.Shown().Title != "Small visit" || !slices.Equal(e.Languages(), []string{"fr", "en"}) {
		t.Errorf("got %s and %q", e.Language(), e.Current().Title)
	}
	e = e.Keep(coop.TalkStep{Step: "welcome", State: coop.StepSeen}, "ending")
	if e.Language() != "en" || e.Current().Title != "What follows" || e.Reading("fr").Current().Title != "Suites" {
		t.Error("the language should stay while the talk goes on")
	}
}

func TestARecordThatDoesNotFitIsRefused(t *testing.T) {
	s := read(t, good)
	for name, c := range map[string]struct {
		record coop.TalkStep
		key    string
	}{
		"another script's step":  {coop.TalkStep{Step: "x"}, "talk.refused.step"},
		"a point it has not":     {coop.TalkStep{Step: "welcome", Checked: []coop.PointID{"x"}}, "talk.refused.foreign"},
		"a chip it has not":      {coop.TalkStep{Step: "welcome", Noted: []coop.ChipID{"x"}}, "talk.refused.foreign"},
		"an answer nobody gave":  {coop.TalkStep{Step: "welcome", Answers: map[coop.QuestionID]coop.ChoiceID{"knew": "x"}}, "talk.refused.foreign"},
		"a question it has not":  {coop.TalkStep{Step: "welcome", Asked: []int{1}}, "talk.refused.foreign"},
		"a novel":                {coop.TalkStep{Step: "welcome", Note: strings.Repeat("é", 281)}, "talk.refused.note"},
		"an essential set aside": {coop.TalkStep{Step: "welcome", State: coop.StepNotApplicable}, "talk.refused.reason"},
		"a reason of one's own":  {coop.TalkStep{Step: "welcome", Reason: "because"}, "talk.refused.why"},
		"a good one": {coop.TalkStep{
			Step: "welcome", Checked: []coop.PointID{"notice"}, Noted: []coop.ChipID{"vent-blocked"}, Asked: []int{0},
			Answers: map[coop.QuestionID]coop.ChoiceID{"knew": "yes"}, Note: strings.Repeat("é", 280),
		}, ""},
		"an optional one set aside": {coop.TalkStep{Step: "garage", State: coop.StepNotApplicable}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			err := s.Check(c.record)
			if c.key == "" && err != nil || c.key != "" && !errors.Is(err, coop.Refuse(c.key, nil)) {
				t.Errorf("got %v, want %q", err, c.key)
			}
		})
	}
}
