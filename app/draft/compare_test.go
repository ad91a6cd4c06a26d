package draft_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/script"
)

func TestWordsAreComparedOneByOne(t *testing.T) {
	for name, c := range map[string]struct {
		before, after string
		want          []draft.Piece
	}{
		"a word that changed": {"Je viens vous voir.", "Je viens te voir.", []draft.Piece{
			{Text: "Je viens ", Kind: draft.Kept},
			{Text: "vous ", Kind: draft.Gone},
			{Text: "te ", Kind: draft.New},
			{Text: "voir.", Kind: draft.Kept},
		}},
		"a word at the end": {"Je viens", "Je viens demain", []draft.Piece{
			{Text: "Je viens ", Kind: draft.Kept}, {Text: "demain", Kind: draft.New},
		}},
		"a text that is new":  {"", "Bonjour à vous", []draft.Piece{{Text: "Bonjour à vous", Kind: draft.New}}},
		"a text that is gone": {"Bonjour", "", []draft.Piece{{Text: "Bonjour", Kind: draft.Gone}}},
		"nothing at all":      {"", "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, draft.Pieces(c.before, c.after)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPiecesMakeBothTexts(t *testing.T) {
	long := strings.Repeat("un deux trois ", 2000)
	for _, c := range [][2]string{
		{"un deux trois quatre", "deux zéro trois"}, {"  un\ndeux ", "un deux"}, {long, "quatre " + long + "cinq " + long},
	} {
		var old, now strings.Builder
		for _, p := range draft.Pieces(c[0], c[1]) {
			if p.Kind != draft.New {
				old.WriteString(p.Text)
			}
			if p.Kind != draft.Gone {
				now.WriteString(p.Text)
			}
		}
		plain := func(text string) string { return strings.Join(strings.Fields(text), " ") }
		if plain(now.String()) != plain(c[1]) || plain(old.String()) != plain(c[0]) {
			t.Errorf("the pieces of %.40q and %.40q make %.40q and %.40q", c[0], c[1], old.String(), now.String())
		}
	}
}

func TestWhatBecameOfEachStepIsTold(t *testing.T) {
	now := bilingual()
	now = draft.RemoveStep(now, 1)
	now, _ = draft.AddStep(now, 0, "Clés")
	now = draft.SetText(now, "en", "end", draft.PlaceSay, 0, "Thank you very much.")
	var got []string
	for _, d := range draft.Compare(bilingual(), now) {
		got = append(got, string(d.Step)+" "+string(d.Change))
	}
	want := []string{" same", "hello same", "later removed", "cles added", "end changed"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestOnlyTheStepThatMovedIsSaidToHaveMoved(t *testing.T) {
	for _, d := range draft.Compare(bilingual(), draft.MoveStep(bilingual(), 0, 2)) {
		if want := d.Step == "hello"; d.Moved != want || (d.Change == draft.Moved) != want {
			t.Errorf("%s is %s, moved: %t", d.Step, d.Change, d.Moved)
		}
	}
}

func TestEachDifferenceHasItsPlace(t *testing.T) {
	for name, c := range map[string]struct {
		edit func(*script.Step)
		want draft.FieldDiff
	}{
		"the minutes":  {func(s *script.Step) { s.Length *= 2 }, draft.FieldDiff{Place: draft.PlaceMinutes, Before: "120", After: "240"}},
		"what is said": {func(s *script.Step) { s.Say = "Bonjour." }, draft.FieldDiff{Place: draft.PlaceSay, Language: "fr", Before: "Bonjour, je viens vous voir.", After: "Bonjour."}},
		"a label":      {func(s *script.Step) { s.Checks[1].Label = "Oui" }, draft.FieldDiff{Place: draft.PlaceCheck, Index: 1, Language: "fr", Before: "D’accord", After: "Oui"}},
		"a point that is required now": {
			func(s *script.Step) { s.Checks[0].Required = true },
			draft.FieldDiff{Place: draft.PlaceCheck, Before: "false", After: "true"},
		},
		"an answer to what is asked back": {
			func(s *script.Step) { s.Asked[1].Answer = "Lundi." },
			draft.FieldDiff{Place: draft.PlaceAnswer, Index: 1, Language: "fr", Before: "Demain.", After: "Lundi."},
		},
		"for whom": {func(s *script.Step) { s.For.Products = []coop.Product{coop.Rental} }, draft.FieldDiff{Place: draft.PlaceFor}},
	} {
		t.Run(name, func(t *testing.T) {
			now := bilingual()
			c.edit(&now.All[0])
			d := draft.Compare(bilingual(), now)[1]
			if len(d.Fields) != 1 {
				t.Fatalf("%d differences: %+v", len(d.Fields), d.Fields)
			}
			got := d.Fields[0]
			got.Pieces = nil
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatIsAskedBackIsFoundAgainWhereItMoved(t *testing.T) {
	now := draft.AddItem(bilingual(), "hello", draft.PlaceAsked, 0, "Qui ?")
	fields := draft.Compare(bilingual(), now)[1].Fields
	if len(fields) != 1 || fields[0].After != "Qui ?" || fields[0].Index != 0 {
		t.Errorf("the differences are %+v", fields)
	}
}
