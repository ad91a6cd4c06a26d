package draft_test

import (
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/script"
)

// mutated is a script with a number of edits that a person might make.
func mutated(s script.Script, r *rand.Rand, edits int) script.Script {
	s = draft.Clone(s)
	for range edits {
		if len(s.All) == 0 {
			s, _ = draft.AddStep(s, -1, "Bonjour")
		}
		at := r.IntN(len(s.All))
		id := s.All[at].ID
		places := []draft.Place{draft.PlaceCheck, draft.PlaceNote, draft.PlaceAsk, draft.PlaceChoice, draft.PlaceAsked, draft.PlaceSources}
		texts := []string{"", "Oui", "C’est : « l’eau » ?", "{coop|nous}", "{coop|}", "{rien|x}", "- a", "un mot plus long que ce qui tient sur une étiquette"}
		place, text := places[r.IntN(len(places))], texts[r.IntN(len(texts))]
		switch r.IntN(12) {
		case 0:
			s, _ = draft.AddStep(s, at, "Étape "+strconv.Itoa(r.IntN(5)))
		case 1:
			s, _ = draft.CopyStep(s, at)
		case 2:
			s = draft.RemoveStep(s, at)
		case 3:
			s = draft.MoveStep(s, at, r.IntN(len(s.All)))
		case 4:
			s = draft.AddItem(s, id, place, r.IntN(3), text)
		case 5:
			s = draft.RemoveItem(s, id, place, r.IntN(3))
		case 6:
			s = draft.CopyItem(s, id, place, r.IntN(3))
		case 7:
			spots := draft.Spots(s.All[at])
			spot := spots[r.IntN(len(spots))]
			s = draft.SetText(s, s.Language, id, spot.Place, spot.Index, text)
		case 8:
			s.All[at].Length = 30e9 * time.Duration(r.IntN(9))
		case 9:
			s.All[at].For = script.Condition{Said: []coop.TopicID{"share"}, Homes: []coop.Home{coop.House}}
		case 10:
			s.All[at].Essential = !s.All[at].Essential
		case 11:
			spots := draft.Spots(s.All[at])
			spot := spots[r.IntN(len(spots))]
			for _, t := range s.Tongues {
				s = draft.SetText(s, t.Language, id, spot.Place, spot.Index, text)
			}
		}
	}
	return s
}

func TestAMergeWithOneSideOnlyGivesThatSide(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range 300 {
		base := mutated(bilingual(), r, r.IntN(4))
		side := mutated(base, r, r.IntN(8))
		if i%5 == 0 {
			side = draft.RemoveTongue(side, "en")
		}
		if i%7 == 0 {
			side = draft.AddTongue(side, "de")
			side = draft.SetText(side, "de", "hello", draft.PlaceSay, 0, "Guten Tag")
		}
		same(t, side, draft.Resolve(draft.Merge(base, base, side), nil))
		same(t, side, draft.Resolve(draft.Merge(base, side, base), nil))
		same(t, side, draft.Resolve(draft.Merge(base, side, side), nil))
		if t.Failed() {
			t.Fatalf("at the try %d", i)
		}
	}
}

func TestWhatBothSidesDidWithAStepIsTold(t *testing.T) {
	say := func(s script.Script, step coop.StepID, text string) script.Script {
		return draft.SetText(s, "fr", step, draft.PlaceSay, 0, text)
	}
	base := bilingual()
	for name, c := range map[string]struct {
		ours, theirs script.Script
		step         coop.StepID
		state        draft.MergeState
		said         string // without a choice, "" when the step is gone
	}{
		"neither touched it":             {base, base, "end", draft.MergeUnchanged, "Merci de votre accueil."},
		"only theirs changed":            {base, say(base, "end", "Au revoir."), "end", draft.MergeTake, "Au revoir."},
		"only ours changed":              {say(base, "end", "Au revoir."), base, "end", draft.MergeKeep, "Au revoir."},
		"both wrote the same":            {say(base, "end", "Salut."), say(base, "end", "Salut."), "end", draft.MergeAgree, "Salut."},
		"both wrote something":           {say(base, "end", "Salut."), say(base, "end", "Au revoir."), "end", draft.MergeConflict, "Salut."},
		"theirs removed what we changed": {say(base, "later", "Bon."), draft.RemoveStep(base, 1), "later", draft.MergeConflict, "Bon."},
		"theirs removed it":              {base, draft.RemoveStep(base, 1), "later", draft.MergeTake, ""},
		"we removed it":                  {draft.RemoveStep(base, 1), base, "later", draft.MergeKeep, ""},
	} {
		t.Run(name, func(t *testing.T) {
			steps := draft.Merge(base, c.ours, c.theirs)
			for _, m := range steps {
				if m.Step == c.step && m.State != c.state {
					t.Errorf("the state is %s, want %s", m.State, c.state)
				}
			}
			if got := draft.TextOf(draft.Resolve(steps, nil), "fr", c.step, draft.PlaceSay, 0); got != c.said {
				t.Errorf("said: %q, want %q", got, c.said)
			}
		})
	}
}

func TestAChoiceDecides(t *testing.T) {
	base := bilingual()
	theirs := base
	theirs.Title, theirs.Version = "Nouvelle visite", 9
	ours := base
	ours.Title = "Notre visite"
	steps := draft.Merge(base, ours, theirs)
	got := draft.Resolve(steps, map[coop.StepID]draft.Side{draft.Head: draft.Theirs})
	if got.Title != "Nouvelle visite" || got.Version != base.Version {
		t.Errorf("the result is %q, version %d", got.Title, got.Version)
	}
	if got := draft.Resolve(steps, nil).Title; got != "Notre visite" {
		t.Errorf("without a choice: %q", got)
	}
}

func TestANewStepStandsAfterItsNeighbour(t *testing.T) {
	base := bilingual()
	ours := draft.MoveStep(base, 0, 1) // later, hello, end
	theirs, id := draft.AddStep(base, 0, "Clés")
	got := draft.Resolve(draft.Merge(base, ours, theirs), nil)
	if got.All[2].ID != id || got.All[1].ID != "hello" {
		t.Errorf("the steps are %s, %s, %s, %s", got.All[0].ID, got.All[1].ID, got.All[2].ID, got.All[3].ID)
	}
}

func TestANewLanguageComesBesideOurOwnChanges(t *testing.T) {
	base := draft.RemoveTongue(bilingual(), "en")
	ours := draft.SetText(base, "fr", "hello", draft.PlaceSay, 0, "Bonjour à vous.")
	ours = draft.MoveItem(ours, "hello", draft.PlaceAsked, 0, 1)
	steps := draft.Merge(base, ours, bilingual())
	if steps[1].State != draft.MergeKeep {
		t.Errorf("the step is %s", steps[1].State)
	}
	got := draft.Resolve(steps, nil)
	if en := draft.TextOf(got, "en", "hello", draft.PlaceAnswer, 0); en != "Tomorrow." {
		t.Errorf("asked back first, in English: %q", en)
	}
	if fr := draft.TextOf(got, "fr", "hello", draft.PlaceSay, 0); fr != "Bonjour à vous." {
		t.Errorf("said: %q", fr)
	}
}
