package coop_test

import (
	"testing"

	"bienvenue/app/coop"
)

func form(id coop.AskingFormID, language string, choices ...string) coop.AskingForm {
	q := coop.AskedQuestion{ID: "knows", Text: language + " knows"}
	for _, c := range choices {
		q.Choices = append(q.Choices, coop.AskedChoice{ID: c, Label: language + " " + c})
	}
	return coop.AskingForm{ID: id, Questions: []coop.AskedQuestion{q, {ID: "met-" + language, Text: "met", Choices: q.Choices[:1]}}}
}

func TestRepliesOfSeveralFormsAreAddedUp(t *testing.T) {
	tally := coop.AskingTally{
		Printed: 40, Back: 9,
		Forms: []coop.AskingForm{form("a", "fr", "yes", "no"), form("b", "en", "yes", "no", "unsure")},
		Counts: []coop.AskingCount{
			{"a", "knows", "yes", 4},
			{"a", "knows", "", 1},
			{"b", "knows", "yes", 2},
			{"b", "knows", "unsure", 1},
			{"a", "knows", "no", 1},
			{"a", "met-fr", "yes", 4},
			{"b", "met-en", "", 3},
		},
	}
	r := tally.Results("2026-11-01", "2026-11-30")
	if len(r.Questions) != 3 || r.Printed != 40 || r.Back != 9 {
		t.Fatalf("got %+v", r)
	}
	knows := r.Questions[0]
	want := []coop.AskingShare{{"yes", "fr yes", 6}, {"no", "fr no", 1}, {"unsure", "en unsure", 1}}
	if knows.Text != "fr knows" || knows.Answered != 8 || knows.Blank != 1 || knows.Hidden || len(knows.Choices) != 3 {
		t.Fatalf("got %+v", knows)
	}
	for i, c := range knows.Choices {
		if c != want[i] {
			t.Errorf("choice %d: %+v, want %+v", i, c, want[i])
		}
	}
	for _, q := range r.Questions[1:] {
		if !q.Hidden || q.Choices[0].N != 0 {
			t.Errorf("%s shows what so few said: %+v", q.ID, q)
		}
	}
}
