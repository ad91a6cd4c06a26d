package paper_test

import (
	"io"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

// TestTheSheetIsReadInItsOrder follows the PDF's text as it is written, which is what a screen reader speaks: from
// the top of the page to its foot.
func TestTheSheetIsReadInItsOrder(t *testing.T) {
	for name, s := range map[string]coop.Sheet{
		"tenant": dressed(holding(tenant(), true), wideLogo), "long": dressed(withLongNames(holding(tenant(), true)), tallLogo),
	} {
		t.Run(name, func(t *testing.T) {
			path := kept(t, "sheets", "order "+name, func(w io.Writer) error { return write(w, s, tongue(t, coop.WelcomeSheet, "fr"), nil) })
			got := text(t, path)
			from := 0
			for _, next := range []string{
				"Fiche du 23 novembre", "Bienvenue, Madame", "Locataire", "Vos contacts", "Urgence", "Vos dates", "Ce que nous avons convenu", "Qui fait quoi",
				"C’est vous", "C’est nous", "Vous êtes coopérat", "Votre espace en ligne", "Le MOOC", "Un désaccord", "Vos données",
			} {
				at := strings.Index(got[from:], next)
				if at < 0 {
					t.Fatalf("%q does not come after %q: %s", next, got[max(from-30, 0):from], got)
				}
				from += at + len(next)
			}
		})
	}
}

// TestTheCodesStandBetweenTheCoopAndTheRecourse follows what is drawn.
func TestTheCodesStandBetweenTheCoopAndTheRecourse(t *testing.T) {
	pages, err := paper.LaySheet(tenant(), tongue(t, coop.WelcomeSheet, "fr"), nil, fonts(), made)
	if err != nil {
		t.Fatal(err)
	}
	coops, code, recourse := -1, -1, -1
	for i, b := range pages[0].Boxes() {
		switch {
		case strings.HasPrefix(b.Text, "Vous êtes coopérat"):
			coops = i
		case b.Kind == paper.CodeBox && code < 0:
			code = i
		case strings.HasPrefix(b.Text, "Un désaccord"):
			recourse = i
		}
	}
	if coops < 0 || coops > code || code > recourse {
		t.Errorf("the coop stands at %d, the first code at %d, the recourse at %d", coops, code, recourse)
	}
}
