package ui_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/script"
	"bienvenue/app/ui"
	"bienvenue/app/ui/uitest"
	"bienvenue/assets"
)

// outside is a computer without folders, with what the program carries inside it.
func outside() ui.Outside {
	return ui.Outside{
		ReadScript: func(path string) ([]script.File, error) {
			source, err := os.ReadFile(path)
			return []script.File{{Name: filepath.Base(path), Source: source}}, err
		},
		Visits: ui.VisitPapers{Mail: func(_ context.Context, _ coop.Actor, stop coop.Stop) (subject, text string, err error) {
			return "Votre visite", string(stop.ID), nil
		}},
		Batches: func(coop.Actor, *i18n.Words) ui.BatchPapers { return jam{} },
		Files:   shelf{}, OnLanguage: func(string) {}, OnArchive: func(string) {},
		Lexicon: func() draft.Lexicon { return draft.ReadLexicon(assets.CommonWords) },
		Terms: func() draft.Terms {
			terms, err := draft.ReadTerms(assets.Glossary)
			if err != nil {
				panic(err)
			}
			return terms
		},
		Personas: func(string) ([]script.Persona, error) {
			source, err := assets.Personas.ReadFile("rehearsal/personas.fr.yaml")
			if err != nil {
				return nil, err
			}
			return script.ReadPersonas("personas.fr.yaml", source)
		},
	}
}

// neighbour is a second household of the coop.
func neighbour(t *testing.T) func(*office.Office) {
	t.Helper()
	first := lively(t)
	return func(o *office.Office) {
		first(o)
		h := coop.Household{
			Product: coop.Rental, Entry: "2026-10-02", Dwelling: coop.Dwelling{Door: "A3"},
			Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Aïcha", Last: "Benali"}},
		}
		if _, err := o.AddHousehold(t.Context(), coop.Actor{Device: "test"}, h, coop.Residence{Name: "Les Tilleuls", Town: "MOULINS"}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestTwoTalksAreOpenAtOnceAndEachIsFoundAgain(t *testing.T) {
	h := opened(t, "sonia", neighbour(t))
	h.press("Accueillir une personne")
	uitest.Type(t, h.window, "Une personne, un logement, une résidence…", "eloise")
	h.press("Mme Éloïse LEFÈVRE")
	h.press("Vu, suite")
	h.press("Pause")
	h.press("Quelqu’un au comptoir")
	h.reads("L’entretien est en pause (Quelqu’un au comptoir)")
	h.press("Accueillir une personne")
	uitest.Type(t, h.window, "Une personne, un logement, une résidence…", "benali")
	h.press("BENALI")
	h.press("Vu, suite")
	h.press("Pause")
	h.press("Le téléphone sonne")
	h.reads("Entretien de Mme Éloïse LEFÈVRE")
	h.reads("Quelqu’un au comptoir")
	h.reads("Le téléphone sonne")
}

func TestTheTextsAreForThoseWhoMayWriteThem(t *testing.T) {
	for login, sees := range map[string]bool{"sonia": false, "hugo": false, "nadege": true} {
		t.Run(login, func(t *testing.T) {
			h := opened(t, login, lively(t))
			if got := uitest.CanPress(h.window, "Textes"); got != sees {
				t.Errorf("sees the texts: %t, want %t", got, sees)
			}
			h.chord(fyne.Key6)
			if got := uitest.Reads(h.window, "Premier contact au guichet"); got != sees {
				t.Errorf("Ctrl+6 opens the texts: %t, want %t", got, sees)
			}
		})
	}
}

func TestARehearsalCountsNothingAndSaysHowItWent(t *testing.T) {
	h := opened(t, "sonia", lively(t))
	h.press("S’entraîner")
	h.press("Le locataire pressé")
	h.reads("Ah, c’était aujourd’hui")
	for range 40 {
		if uitest.Reads(h.window, "Le bilan") {
			break
		}
		h.press("Vu, suite")
	}
	h.press("Voir le résultat")
	h.reads("Comment cela s’est passé")
	h.reads("Note d’information remise") // was not checked
	h.press("J’ai fini")
	h.reads("Les derniers entraînements")
	h.reads("Sonia Arnaud")
	h.chord(fyne.Key1)
	h.silent("À reprendre")
}

// talked is a coop whose household had a short talk with its front desk.
func talked(t *testing.T) func(*office.Office) {
	t.Helper()
	first := lively(t)
	return func(o *office.Office) {
		first(o)
		staff, err := o.FindStaff(t.Context(), "sonia")
		if err != nil {
			t.Fatal(err)
		}
		by := coop.Actor{Staff: staff, Device: "test"}
		rows, err := o.Search(t.Context(), by, "lefevre", 1)
		if err != nil || len(rows) != 1 {
			t.Fatal(rows, err)
		}
		c, err := o.BeginTalk(t.Context(), by, office.TalkStart{Household: rows[0].ID, Kind: coop.CounterTalk})
		if err != nil {
			t.Fatal(err)
		}
		closing := coop.Closing{Talk: c.Talk.ID, Outcome: coop.Outcome{Result: coop.Shortened, Overall: -1}}
		if _, err := o.CloseTalk(t.Context(), by, closing); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAFinishedTalkIsReadFromTheTimeline(t *testing.T) {
	h := opened(t, "sonia", talked(t))
	h.chord(fyne.Key2)
	h.press("Mme Éloïse LEFÈVRE")
	h.press("entretien terminé en")
	h.reads("Étape par étape")
	h.reads("Mené par")
	h.press("Corriger")
	h.reads("Pourquoi cette correction ?")
	h.press("Ne rien changer")
	h.silent("Pourquoi cette correction ?")
}
