package ui_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/office"
	"bienvenue/app/ui/uitest"
)

func TestAQuestionnaireIsKeyedInFromTheHomePage(t *testing.T) {
	var ref coop.Reference
	h := opened(t, "sonia", func(o *office.Office) {
		lively(t)(o)
		rows, err := o.Search(context.Background(), coop.Actor{}, "LEFÈVRE", 1)
		if err != nil || len(rows) == 0 {
			t.Fatalf("nobody: %v", err)
		}
		a, err := o.NewAsking(context.Background(), coop.Actor{}, rows[0].ID, "fr")
		if err != nil {
			t.Fatal(err)
		}
		p := coop.Paper{Household: a.Household, Kind: coop.Questionnaire, Hash: "0a", Means: coop.PaperPrinted}
		if err := o.KeepPaper(context.Background(), coop.Actor{}, p); err != nil {
			t.Fatal(err)
		}
		ref = a.Reference
	})
	h.press("1 questionnaire attendu")
	h.reads("Questionnaires reçus")
	for _, letter := range string(ref) {
		uitest.Letter(t, h.window, letter)
	}
	uitest.Key(t, h.window, fyne.KeyReturn)
	uitest.Settle(h.window)
	h.reads("0 réponse sur 10")
	for _, key := range "1212121212" {
		uitest.Letter(t, h.window, key)
	}
	uitest.Key(t, h.window, fyne.KeyReturn)
	uitest.Settle(h.window)
	h.reads(ref.String() + " : 10 réponses gardées")
	h.reads("1 saisi aujourd’hui")
	uitest.Key(t, h.window, fyne.KeyEscape)
	uitest.Settle(h.window)
	if uitest.Reads(h.window, "questionnaire attendu") {
		t.Errorf("it is still waited for: %v", uitest.Texts(h.window))
	}
}
