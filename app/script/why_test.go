package script_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

func TestWhyAStepIsThereIsSaid(t *testing.T) {
	s := read(t, good)
	knew := s.All[0].Questions[0]
	yes := script.Reason{Fact: script.FactGarage, Wanted: []string{"true"}, Has: "true", Holds: true}
	no := script.Reason{Fact: script.FactAnswer, Wanted: []string{"Non"}, Has: "Non", Question: knew, Holds: true}
	for name, c := range map[string]struct {
		facts script.Facts
		want  []script.Reason
	}{
		"for a household with a garage and the answer": {
			script.Facts{Garage: true, Answers: map[coop.QuestionID]coop.ChoiceID{"knew": "no"}}, []script.Reason{yes, no},
		},
		"without a garage, before the answer": {
			script.Facts{}, []script.Reason{
				{Fact: script.FactGarage, Wanted: []string{"true"}, Has: "false"},
				{Fact: script.FactAnswer, Wanted: []string{"Non"}, Question: knew},
			},
		},
		"with another answer": {
			script.Facts{Garage: true, Answers: map[coop.QuestionID]coop.ChoiceID{"knew": "yes"}}, []script.Reason{
				yes, {Fact: script.FactAnswer, Wanted: []string{"Non"}, Has: "Oui", Question: knew},
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, s.Why(s.All[1], c.facts)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := s.Why(s.All[0], script.Facts{}); got != nil {
		t.Errorf("a step for everybody gave %v", got)
	}
}

func TestWhyEveryFactIsNamed(t *testing.T) {
	copro := false
	s := script.Script{All: []script.Step{{ID: "one", For: script.Condition{
		Products: []coop.Product{coop.Rental, coop.PSLA}, Heatings: []coop.Heating{coop.DistrictHeating},
		Homes: []coop.Home{coop.House}, Copro: &copro, Landlord: []coop.Landlord{coop.LandlordUnknown},
		Said: []coop.TopicID{"share", "agm"}, Unsaid: []coop.TopicID{"damp"},
	}}}}
	f := script.Facts{Product: coop.PSLA, Heating: coop.DistrictHeating, Home: coop.Flat, Said: []coop.TopicID{"damp", "share"}}
	want := []script.Reason{
		{Fact: script.FactProduct, Wanted: []string{"rental", "psla"}, Has: "psla", Holds: true},
		{Fact: script.FactHeating, Wanted: []string{"district"}, Has: "district", Holds: true},
		{Fact: script.FactHome, Wanted: []string{"house"}, Has: "flat"},
		{Fact: script.FactCopro, Wanted: []string{"false"}, Has: "false", Holds: true},
		{Fact: script.FactLandlord, Wanted: []string{""}, Holds: true},
		{Fact: script.FactSaid, Wanted: []string{"share"}, Has: "share", Holds: true},
		{Fact: script.FactSaid, Wanted: []string{"agm"}},
		{Fact: script.FactUnsaid, Wanted: []string{"damp"}, Has: "damp"},
	}
	if diff := cmp.Diff(want, s.Why(s.All[0], f)); diff != "" {
		t.Error(diff)
	}
}

func TestAnAnswerOfAnotherTalkIsNoReason(t *testing.T) {
	s := read(t, strings.Replace(good, "  - id: welcome", "  - id: welcome\n    for: {product: [psla]}", 1))
	w := script.Follow(s, script.Facts{Product: coop.Rental, Garage: true}, coop.Talk{Steps: []coop.TalkStep{
		{Step: "welcome", Answers: map[coop.QuestionID]coop.ChoiceID{"knew": "no"}},
	}})
	why := w.Why("garage")
	if len(why) != 2 || why[1].Holds || w.Index("garage") >= 0 {
		t.Errorf("got %+v", why)
	}
	w = w.Keep(coop.TalkStep{Step: "welcome", Added: true, Answers: map[coop.QuestionID]coop.ChoiceID{"knew": "no"}}, "welcome")
	if why = w.Why("garage"); !why[1].Holds || w.Index("garage") < 0 {
		t.Errorf("the answer of a step added by hand counts, got %+v", why)
	}
}

func TestWhatWasSaidInEarlierTalks(t *testing.T) {
	s := read(t, strings.Replace(good, "    title: Accueil", "    title: Accueil\n    topic: hello", 1))
	seen := func(id coop.StepID) coop.TalkStep { return coop.TalkStep{Step: id, State: coop.StepSeen} }
	got := script.Said([]script.Spoken{
		{Script: s, Talk: coop.Talk{State: coop.TalkClosed, Steps: []coop.TalkStep{seen("welcome"), {Step: "garage", State: coop.StepLater}, seen("gone")}}},
		{Script: s, Talk: coop.Talk{State: coop.TalkClosed, Steps: []coop.TalkStep{seen("ending"), seen("welcome")}}},
		{Script: s, Talk: coop.Talk{State: coop.TalkAbandoned, Steps: []coop.TalkStep{seen("garage")}}},
	})
	if !slices.Equal(got, []coop.TopicID{"ending", "hello"}) {
		t.Errorf("got %v", got)
	}
}
