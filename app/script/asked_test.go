package script_test

import (
	"fmt"
	"slices"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

func backs() []script.AskedBack {
	s := script.Script{All: []script.Step{
		{ID: "outside", For: script.Condition{Products: []coop.Product{coop.PSLA}}, Asked: []script.Asked{
			{Question: "« L’APL, je ne vois rien arriver. »", Answer: "C’est fréquent."},
			{Question: "« Et ma voix ? »", Answer: "Elle pèse autant que celle de n’importe qui."},
		}},
		{ID: "inside", Asked: []script.Asked{
			{Question: "« C’est remboursé ? »", Answer: "Au départ, oui ; l’APL n’y change rien. Cœur à cœur."},
			{Question: "« Combien ça coûte ? »", Answer: "Seize euros."},
		}},
	}}
	return script.Follow(s, script.Facts{Product: coop.Rental}, coop.Talk{}).Asked()
}

func TestWhatPeopleAskBackIsFoundByItsWords(t *testing.T) {
	all := backs()
	if len(all) != 4 || all[0].Here || !all[2].Here || all[3].Index != 1 || all[3].Step.ID != "inside" {
		t.Fatalf("got %+v", all)
	}
	for name, c := range map[string]struct {
		words string
		want  []string
	}{
		"no word at all, this talk's first":      {" ", []string{"inside 0", "inside 1", "outside 0", "outside 1"}},
		"the question before the answer":         {"apl", []string{"outside 0", "inside 0"}},
		"the beginning of a word":                {"COUT", []string{"inside 1"}},
		"an accent where there is none":          {"rèmboursé", []string{"inside 0"}},
		"a typewriter's apostrophe":              {"l'apl", []string{"outside 0", "inside 0"}},
		"a joined letter":                        {"coeur", []string{"inside 0"}},
		"words from the question and the answer": {"combien seize", []string{"inside 1"}},
		"the middle of a word":                   {"oute", nil},
		"one word that is not there":             {"combien apl", nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, a := range script.FindAsked(all, c.words) {
				got = append(got, fmt.Sprint(a.Step.ID, " ", a.Index))
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %v", got)
			}
		})
	}
}

func BenchmarkFindAsked(b *testing.B) {
	var all []script.AskedBack
	for _, bundle := range shipped(b) {
		all = append(all, script.Follow(bundle.Script, script.Facts{}, coop.Talk{}).Asked()...)
	}
	for len(all) < 300 {
		all = append(all, all...)
	}
	all = all[:300]
	for b.Loop() {
		script.FindAsked(all, "qu'est-ce que la part")
	}
}
