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
	step := demo.Step{ID: "welcome", Essential: true, Minutes: 2, Questions: map[coop.QuestionID][]coop.ChoiceID{"q": {"yes", "no"}}}
	script := demo.Script{Stored: coop.StoredScript{ID: "s", Version: 1}, Kind: coop.CourtesyTalk, Steps: func(coop.Household, []coop.TopicID) []demo.Step { return []demo.Step{step} }}
	counter := script
	counter.Kind = coop.CounterTalk
	var m memory
	sum, err := demo.Build(context.Background(), &m, demo.Params{
		People: people, Months: 12, Seed: 1, Today: "2026-11-23", Zone: time.UTC, World: world,
		Scripts: []demo.Script{script, counter}, Window: coop.WindowRule{From: 30, Aim: 60, To: 90}, Minutes: 45, Buffer: 20,
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
