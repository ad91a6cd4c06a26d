package draft_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/draft"
)

func TestSentencesEndWhereOneBreathes(t *testing.T) {
	lexicon := draft.ReadLexicon(asset(t, "common.fr.txt"))
	for text, want := range map[string]struct{ words, sentences, longest int }{
		"":                                {0, 0, 0},
		"Bonjour. Je viens vous voir.":    {5, 2, 4},
		"Bonjour\nJe viens vous voir":     {5, 2, 4},
		"Ça va ? Oui !":                   {3, 2, 2},
		"C’est fini… Ou presque.":         {4, 2, 2},
		"Vraiment ?! Oui.":                {2, 2, 1},
		"M. Petit et Mme J. Roux, art. 6": {8, 1, 8},
		"Il fait 19.5 degrés, loi n° 89-462, www.hlm.coop/culture": {8, 1, 8},
		"« Vous venez ? » demande-t-elle. « Oui. »":                {4, 2, 3},
		"La part coûte {share|un petit montant}. Voilà.":           {7, 2, 6},
		"Il y a l’eau, etc. Puis le gaz.":                          {8, 2, 5},
	} {
		t.Run(text, func(t *testing.T) {
			got := lexicon.Level(text)
			if got.Words != want.words || got.Sentences != want.sentences || got.Longest != want.longest {
				t.Errorf("%d words, %d sentences, the longest of %d; want %+v", got.Words, got.Sentences, got.Longest, want)
			}
		})
	}
}

func TestRareWordsAreThoseThatNeedExplaining(t *testing.T) {
	lexicon := draft.ReadLexicon(asset(t, "common.fr.txt"))
	for text, want := range map[string][]string{
		"Vous avez reçu vos clés et vos badges.":                      nil,
		"Avez-vous essayé les robinets ? Dites-le-moi.":               nil,
		"Nous choisirons ensemble, puis vous finirez tranquillement.": nil,
		"Les nouvelles fenêtres sont très belles.":                    nil,
		"Appelez Mme Renard à Champmilan, au 01 99 00 12 34.":         nil,
		"Écrivez à accueil@example.org ou voyez www.hlm.coop.":        nil,
		"La VMC et l’usufruit, puis encore l’usufruit.":               {"VMC", "usufruit"},
		"Le syndic appelle.": {"syndic"},
	} {
		t.Run(text, func(t *testing.T) {
			if diff := cmp.Diff(want, lexicon.Level(text).Rare); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestAGradeSaysHowHardATextIs(t *testing.T) {
	lexicon := draft.ReadLexicon(asset(t, "common.fr.txt"))
	for text, want := range map[string]draft.Grade{
		"":                                  draft.NoGrade,
		"Je viens vous voir. Tout va bien.": draft.Easy,
		"Je viens vous voir pour prendre des nouvelles de votre arrivée et répondre à vos questions.": draft.Plain,
		strings.Repeat("et puis encore un jour de plus ", 6):                                          draft.Hard,
		"Nonobstant les stipulations susdites.":                                                       draft.Hard,
	} {
		if got := lexicon.Level(text).Grade; got != want {
			t.Errorf("%.40q is %q, want %q", text, got, want)
		}
	}
}

// TestSimpleWordingsAreMadeOfEverydayWords keeps the word list and our own texts together: what is
// rare in a simple wording is a word of the trade.
func TestSimpleWordingsAreMadeOfEverydayWords(t *testing.T) {
	lexicon := draft.ReadLexicon(asset(t, "common.fr.txt"))
	rare, words := 0, 0
	for _, id := range []string{"counter", "courtesy-copro", "courtesy-owner", "courtesy-tenant"} {
		for _, step := range shipped(t, id).All {
			level := lexicon.Level(step.Simple)
			rare, words = rare+len(level.Rare), words+level.Words
			if level.Grade == draft.Hard || level.RareShare > 0.15 {
				t.Errorf("%s, %s: %s, %v", id, step.ID, level.Grade, level.Rare)
			}
		}
	}
	if rare*50 > words {
		t.Errorf("%d rare words among %d", rare, words)
	}
}

func TestATermNeedsExplainingWhereItIsSaid(t *testing.T) {
	terms, err := draft.ReadTerms(asset(t, "glossary.fr.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string][]string{
		"Parlons de la vmc.":                                       {"VMC"},
		"Parlons de la VMC, qui change l’air.":                     nil,
		"Les quittances sont en ligne.":                            {"quittance"},
		"Le bail réel solidaire vous attend.":                      {"BRS"},
		"Le bail réel solidaire : le terrain reste à l’organisme.": nil,
		"La location-accession commence.":                          {"location-accession"},
		"Le bailleur et les balais.":                               {"bailleur"},
	} {
		var got []string
		for _, term := range terms.Undefined(text) {
			got = append(got, term.Name)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
	s := bilingual().All[0]
	s.Say = "Parlons de la VMC."
	if len(terms.In(s)) != 1 {
		t.Error("the term needs no explaining")
	}
	s.Simple = "Regardons l’aération."
	if len(terms.In(s)) != 0 {
		t.Error("the simple wording does not explain the term")
	}
	s.Simple, s.Asked[0].Question = "Regardons.", "C’est quoi, la VMC ?"
	if len(terms.In(s)) != 0 {
		t.Error("what is asked back does not explain the term")
	}
}

func TestEveryTermSaysWhatItMeans(t *testing.T) {
	terms, err := draft.ReadTerms(asset(t, "glossary.fr.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(terms.All()); n < 40 {
		t.Errorf("only %d terms", n)
	}
	seen := []string{}
	for _, term := range terms.All() {
		if slices.Contains(seen, term.Name) {
			t.Errorf("%s stands there twice", term.Name)
		}
		seen = append(seen, term.Name)
		if found := terms.Undefined(term.Forms[0], term.Says); slices.ContainsFunc(found, func(other draft.Term) bool { return other.Name == term.Name }) {
			t.Errorf("%s is not explained by what it says itself: %s", term.Name, term.Says)
		}
	}
}

func TestAGlossaryThatCannotBeReadIsRefused(t *testing.T) {
	for name, source := range map[string]string{
		"no list":           "name: bail",
		"an unknown field":  "- {name: bail, forms: [bail], says: Un contrat., other: x}",
		"a term that lacks": "- {name: bail, forms: [bail]}",
	} {
		if _, err := draft.ReadTerms([]byte(source)); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}
