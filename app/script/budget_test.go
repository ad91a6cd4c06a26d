package script_test

import (
	"slices"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

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

// clocked is a talk of seven minutes: two essential steps of a minute and a half each, and three
// optional ones of two minutes, the first and the last with a paper.
func clocked(records ...coop.TalkStep) script.Walk {
	step := func(id coop.StepID, length time.Duration, essential bool, paper string) script.Step {
		return script.Step{ID: id, Length: length, Essential: essential, Paper: paper}
	}
	s := script.Script{Budget: 7 * time.Minute, All: []script.Step{
		step("hello", 90*time.Second, true, ""), step("heating", 2*time.Minute, false, "Notice du chauffage"),
		step("bins", 2*time.Minute, false, ""), step("damp", 2*time.Minute, false, "Gestes contre l’humidité"),
		step("goodbye", 90*time.Second, true, ""),
	}}
	return script.Follow(s, script.Facts{}, coop.Talk{Current: "hello", Steps: records})
}

func TestTheClockProposesWhatToLeaveOut(t *testing.T) {
	later := func(id coop.StepID) coop.TalkStep { return coop.TalkStep{Step: id, State: coop.StepLater} }
	for name, c := range map[string]struct {
		records []coop.TalkStep
		spent   map[coop.StepID]time.Duration
		drop    []coop.StepID
		papers  []coop.StepID
		need    time.Duration
		short   bool
	}{
		"at the beginning, two minutes over": {
			nil, nil, []coop.StepID{"damp"}, []coop.StepID{"damp"}, 3 * time.Minute, false,
		},
		"with time spent on the first step": {
			nil,
			map[coop.StepID]time.Duration{"hello": time.Minute},
			[]coop.StepID{"damp"},
			[]coop.StepID{"damp"},
			2 * time.Minute, false,
		},
		"when the first step took too long": {
			nil,
			map[coop.StepID]time.Duration{"hello": 4 * time.Minute},
			[]coop.StepID{"damp", "bins", "heating"},
			[]coop.StepID{"heating", "damp"},
			90 * time.Second, false,
		},
		"when the essentials no longer fit": {
			nil,
			map[coop.StepID]time.Duration{"hello": 6 * time.Minute},
			[]coop.StepID{"damp", "bins", "heating"},
			[]coop.StepID{"heating", "damp"},
			90 * time.Second, true,
		},
		"when the plan is overrun": {
			nil,
			map[coop.StepID]time.Duration{"hello": 9 * time.Minute},
			[]coop.StepID{"damp", "bins", "heating"},
			[]coop.StepID{"heating", "damp"},
			90 * time.Second, true,
		},
		"with an essential step put off": {
			[]coop.TalkStep{later("hello")}, nil, []coop.StepID{"damp"}, []coop.StepID{"damp"}, 3 * time.Minute, false,
		},
		"with an optional step put off": {
			[]coop.TalkStep{later("heating")}, nil, []coop.StepID{"damp"}, []coop.StepID{"damp"}, 3 * time.Minute, false,
		},
		"with a step set aside": {
			[]coop.TalkStep{{Step: "bins", State: coop.StepNotApplicable}}, nil, nil, nil, 3 * time.Minute, false,
		},
		"with a step put off for good": {
			[]coop.TalkStep{{Step: "bins", State: coop.StepLater, Reason: coop.SkipOtherDay}}, nil, nil, nil, 3 * time.Minute, false,
		},
		"with a step already begun": {
			[]coop.TalkStep{{Step: "damp", State: coop.StepBegun}}, nil, []coop.StepID{"bins"}, nil, 3 * time.Minute, false,
		},
		"with a step added by hand": {
			[]coop.TalkStep{{Step: "damp", Added: true}}, nil, []coop.StepID{"bins"}, nil, 3 * time.Minute, false,
		},
		"with nothing to win from a step that took its time": {
			[]coop.TalkStep{later("damp")},
			map[coop.StepID]time.Duration{"damp": 150 * time.Second},
			[]coop.StepID{"bins", "heating"},
			[]coop.StepID{"heating"},
			3 * time.Minute, false,
		},
	} {
		t.Run(name, func(t *testing.T) {
			b := clocked(c.records...).Budget(c.spent)
			if !slices.Equal(b.Drop, c.drop) || !slices.Equal(ids(b.Papers), c.papers) || b.Essential != c.need || b.Short != c.short {
				t.Errorf("got %+v", b)
			}
			if b.Plan != 7*time.Minute || b.Elapsed+b.Left != b.Plan {
				t.Errorf("%v spent and %v left of %v", b.Elapsed, b.Left, b.Plan)
			}
		})
	}
}

func TestATalkHasItsOwnPlan(t *testing.T) {
	w := clocked()
	talk := w.Talk()
	talk.Minutes = 25
	w = script.Follow(w.Script(), script.Facts{}, talk)
	if b := w.Budget(nil); b.Plan != 25*time.Minute || b.Left != 25*time.Minute || b.Drop != nil {
		t.Errorf("got %+v", b)
	}
}

// TestAPauseCostsNothing: the time spent on steps is all that counts, however long the talk lasts.
func TestAPauseCostsNothing(t *testing.T) {
	w := clocked(coop.TalkStep{Step: "hello", State: coop.StepSeen, Seconds: 60})
	talk := w.Talk()
	talk.Pause, talk.Began, talk.Touched = coop.PauseCounter, time.Unix(0, 0), time.Unix(90000, 0)
	w = script.Follow(w.Script(), script.Facts{}, talk)
	if b := w.Budget(w.Spent()); b.Elapsed != time.Minute || b.Left != 6*time.Minute {
		t.Errorf("got %+v", b)
	}
}

func TestThePapersOfWhatThereWasNoTimeFor(t *testing.T) {
	w := clocked(
		coop.TalkStep{Step: "heating", State: coop.StepNotApplicable, Reason: coop.SkipNoTime},
		coop.TalkStep{Step: "bins", State: coop.StepNotApplicable, Reason: coop.SkipNoTime},
		coop.TalkStep{Step: "damp", State: coop.StepNotApplicable, Reason: coop.SkipKnown},
	)
	if got := ids(w.Papers()); !slices.Equal(got, []coop.StepID{"heating"}) {
		t.Errorf("got %v", got)
	}
}
