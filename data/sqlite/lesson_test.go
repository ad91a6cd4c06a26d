package sqlite

import (
	"cmp"
	"slices"
	"testing"
	"time"

	"bienvenue/app/coop"
)

// told is what a household says of a motive at a later talk.
func told(k coop.Talk, motive coop.MotiveCode) coop.Outcome {
	return coop.Outcome{
		Talk: k.ID, Household: k.Household, Officer: k.Officer, Result: coop.Done, Overall: -1, At: k.Ended,
		Concerns: []coop.Concern{{Motive: motive, Gravity: coop.Minor, Standing: coop.Founded}},
	}
}

func TestTalksTeachWhatWasSaidAndWhatItChanged(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	third := household(w.residence.ID, person("Paul", "Roche"))
	keep(t, a, coop.Change{Households: []coop.Household{third}})
	said, unsaid, later := led(w, w.home.ID, 60), led(w, third.ID, 60), led(w, third.ID, 50)
	later.Script = "other"
	newer := led(w, w.gone.ID, 30)
	newer.Version = 2
	open := led(w, w.gone.ID, 20)
	open.State, open.Ended = coop.TalkOpen, time.Time{}
	early := led(w, w.gone.ID, 200)
	step := func(k coop.Talk, s coop.TalkStep) coop.StepKept { return coop.StepKept{Talk: k.ID, TalkStep: s} }
	promise := coop.FollowUp{ID: newID[coop.FollowUpID](), Household: w.home.ID, Motive: "CHA-FRO", What: "x", Due: "2026-12-01", State: coop.FollowUpOpen, Opened: said.Ended.AddDate(0, 0, 12)}
	tooLate := coop.FollowUp{ID: newID[coop.FollowUpID](), Household: w.home.ID, Motive: "PRO-COM", What: "x", Due: "2026-12-01", State: coop.FollowUpOpen, Opened: said.Ended.AddDate(0, 0, 50)}
	own := coop.FollowUp{ID: newID[coop.FollowUpID](), Household: w.home.ID, Talk: said.ID, Motive: "CHG-REG", What: "x", Due: "2026-12-01", State: coop.FollowUpOpen, Opened: said.Ended.Add(time.Second)}
	keep(t, a, coop.Change{
		Talks: []coop.Talk{said, unsaid, later, newer, open, early},
		Steps: []coop.StepKept{
			step(said, coop.TalkStep{Step: "meters", State: coop.StepSeen, Seconds: 100, Asked: []int{0, 2}}),
			step(said, coop.TalkStep{Step: "air", State: coop.StepNotApplicable, Reason: coop.SkipKnown}),
			step(unsaid, coop.TalkStep{Step: "meters", State: coop.StepLater, Asked: []int{2}}),
			step(unsaid, coop.TalkStep{Step: "air", State: coop.StepLater, Reason: coop.SkipNoTime}),
			step(newer, coop.TalkStep{Step: "meters", State: coop.StepSeen, Seconds: 50}),
			step(newer, coop.TalkStep{Step: coop.ReviewStep, State: coop.StepBegun}),
			step(early, coop.TalkStep{Step: "meters", State: coop.StepSeen, Seconds: 500}),
		},
		Outcomes: []coop.Outcome{told(said, "CHG-REG"), told(later, "HUM-VMC")}, FollowUps: []coop.FollowUp{promise, tooLate, own},
	})
	q := coop.LessonQuery{
		Script: "counter", From: noon.AddDate(0, 0, -90), To: noon, Days: 40,
		Lengths: map[int]map[coop.StepID]int{1: {"meters": 90}, 2: {"meters": 60}},
	}
	got := must(a.Lessons(t.Context(), q))(t)
	same(t, "talks", got.Talks, map[int]int{1: 2, 2: 1})
	same(t, "steps", got.Steps, []coop.StepLesson{
		{Version: 1, Step: "air", Skipped: 2},
		{Version: 1, Step: "meters", Seen: 1, Later: 1, Over: 1, Seconds: 100, Asked: map[int]int{0: 1, 2: 2}},
		{Version: 2, Step: "meters", Seen: 1, Seconds: 50},
	})
	slices.SortFunc(got.Motives, func(a, b coop.MotiveLesson) int { return cmp.Compare(a.Motive, b.Motive) })
	same(t, "motives", got.Motives, []coop.MotiveLesson{
		{Step: "meters", Motive: "", Said: 1, SaidOf: 2, Unsaid: 1, UnsaidOf: 1},
		{Step: "meters", Motive: "CHA-FRO", Said: 1, SaidOf: 2, UnsaidOf: 1},
		{Step: "meters", Motive: "HUM-VMC", SaidOf: 2, Unsaid: 1, UnsaidOf: 1},
	})
	q.Version = 2
	same(t, "talks of one version", must(a.Lessons(t.Context(), q))(t).Talks, map[int]int{2: 1})
	q.Script = "nothing"
	none := must(a.Lessons(t.Context(), q))(t)
	if len(none.Talks)+len(none.Steps)+len(none.Motives) != 0 {
		t.Errorf("a script that led no talk teaches %+v", none)
	}
}
