package demo_test

import (
	"context"
	"encoding/json"
	"iter"
	"os"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/data/demo"
)

// memory keeps changes as they come.
type memory struct{ changes []coop.Change }

func (m *memory) KeepAll(_ context.Context, changes iter.Seq[coop.Change]) error {
	for c := range changes {
		m.changes = append(m.changes, c)
	}
	return nil
}

func build(t *testing.T, people int) (*memory, demo.Summary) {
	t.Helper()
	source, err := os.ReadFile("../../assets/demo/coop.fr.yaml")
	if err != nil {
		t.Fatal(err)
	}
	world, err := demo.ReadWorld(source)
	if err != nil {
		t.Fatal(err)
	}
	step := demo.Step{ID: "welcome", Essential: true, Minutes: 2, Questions: map[coop.QuestionID][]coop.ChoiceID{"q": {"yes", "no"}}, Asked: 2}
	script := demo.Script{Stored: coop.StoredScript{ID: "courtesy-tenant", Version: 2}, Kind: coop.CourtesyTalk, Steps: func(coop.Household, []coop.TopicID) []demo.Step { return []demo.Step{step} }}
	counter := script
	counter.Kind, counter.Stored.ID = coop.CounterTalk, "counter"
	before := script
	before.Stored.Version, script.Earlier = 1, &before
	var m memory
	sum, err := demo.Build(context.Background(), &m, demo.Params{
		People: people, Months: 12, Seed: 1, Today: "2026-11-23", Zone: time.UTC, World: world,
		Scripts: []demo.Script{script, counter}, Window: coop.WindowRule{From: 30, Aim: 60, To: 90}, Rule: coop.KindRule{Minutes: 45, Before: 20, After: 20},
	}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return &m, sum
}

func TestTheSameSeedInventsTheSameCoop(t *testing.T) {
	first, _ := build(t, 60)
	second, _ := build(t, 60)
	a, err := json.Marshal(first.changes)
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(second.changes)
	if err != nil {
		t.Fatal(err)
	}
	if string(a) != string(b) {
		t.Error("two coops of one seed differ")
	}
}

func TestTheInventedCoopIsAliveAndKeepsTheRules(t *testing.T) {
	m, sum := build(t, 400)
	if sum.Cooperators < 400 {
		t.Errorf("%d cooperators, want 400", sum.Cooperators)
	}
	var visits []coop.Visit
	open, today, late := 0, 0, 0
	for _, c := range m.changes {
		visits = append(visits, c.Visits...)
		for _, talk := range c.Talks {
			if talk.State == coop.TalkOpen {
				open++
			}
		}
		for _, f := range c.FollowUps {
			if err := f.Check(); err != nil {
				t.Error(err)
			}
			if f.Late("2026-11-23") {
				late++
			}
		}
		for _, h := range c.Households {
			for _, p := range h.Holders {
				if p.Email != "" && !strings.HasSuffix(p.Email, "@example.org") {
					t.Errorf("an e-mail outside example.org: %s", p.Email)
				}
			}
		}
	}
	for i, v := range visits {
		if coop.DayOf(v.Start) == "2026-11-23" {
			today++
		}
		for _, other := range visits[i+1:] {
			if v.Clashes(other) {
				t.Errorf("two visits at one time: %v and %v", v, other)
			}
		}
	}
	if open < 2 || today < 4 || late < 1 {
		t.Errorf("%d talks to resume, %d visits today, %d promises late: a screen stays empty", open, today, late)
	}
}

func TestTheInventedCoopHasSomethingToLearnFrom(t *testing.T) {
	m, _ := build(t, 400)
	paused, versions, rehearsed := map[coop.PauseReason]int{}, map[int]int{}, map[coop.StaffID]int{}
	asked, social, corrected := 0, 0, 0
	for _, c := range m.changes {
		for _, talk := range c.Talks {
			if talk.Pause != "" && talk.State != coop.TalkOpen {
				t.Errorf("a talk that is over stands still: %v", talk)
			}
			paused[talk.Pause]++
			if talk.Kind == coop.CourtesyTalk {
				versions[talk.Version]++
			}
			for _, step := range talk.Steps {
				asked += len(step.Asked)
			}
			if !talk.Corrected.IsZero() {
				corrected++
			}
		}
		for _, h := range c.Households {
			if h.Landlord == coop.LandlordSocial {
				social++
			}
		}
		for _, k := range c.Corrected {
			out := c.Outcomes[len(c.Outcomes)-1]
			if k.Reason == "" || len(k.Before.Steps) == 0 || k.Before.Outcome.Overall == out.Overall {
				t.Errorf("a correction that says nothing: %+v", k)
			}
		}
		for _, r := range c.Rehearsals {
			rehearsed[r.Staff]++
			if r.Version != 2 || r.ID == "" || !r.Ended.After(r.Began) || r.Began.After(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)) {
				t.Errorf("a rehearsal that cannot have been: %+v", r)
			}
		}
	}
	if paused[coop.PauseCounter] != 1 || paused[coop.PausePhone] != 1 {
		t.Errorf("talks that stand still: %v", paused)
	}
	if versions[1] < 10 || versions[2] < 10 || asked < 20 || social < 20 {
		t.Errorf("talks by version %v, %d times asked back, %d from a social landlord", versions, asked, social)
	}
	if corrected != 1 || len(rehearsed) != 2 {
		t.Errorf("%d talks corrected, rehearsals %v", corrected, rehearsed)
	}
}
