package script_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

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

func TestTheClockWarnsWhenTheEssentialsNoLongerFit(t *testing.T) {
	w := walk(t).Keep(coop.TalkStep{
		Step: "welcome", State: coop.StepSeen, Seconds: 60, Answers: map[coop.QuestionID]coop.ChoiceID{"knew": "no"},
	}, "ending")
	for name, c := range map[string]struct {
		running time.Duration
		short   bool
		drop    []coop.StepID
		left    time.Duration
	}{
		"at ease":          {0, false, nil, 9 * time.Minute},
		"with half a plan": {2 * time.Minute, false, nil, 7 * time.Minute},
		"without slack":    {7 * time.Minute, false, nil, 2 * time.Minute},
		"overrun":          {10 * time.Minute, false, []coop.StepID{"garage"}, -time.Minute},
	} {
		t.Run(name, func(t *testing.T) {
			spent := w.Spent()
			spent["ending"] += c.running
			b := w.Budget(spent)
			if b.Left != c.left || !slices.Equal(b.Drop, c.drop) || b.Elapsed+b.Left != b.Plan {
				t.Errorf("got %+v", b)
			}
		})
	}
	spent := w.Spent()
	spent["welcome"] = 6 * time.Minute
	if b := w.Budget(spent); !b.Short || b.Essential != 5*time.Minute || !slices.Equal(b.Drop, []coop.StepID{"garage"}) {
		t.Errorf("got %+v", b)
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
