package paper_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

// brs is the sheet of a household that owns the walls and rents the ground.
func brs() coop.Sheet {
	s := vefa()
	s.Household.Product = coop.BRS
	return sheet(s.Coop, s.Residence, s.Household)
}

// holding is a sheet whose household holds a share, or is yet to be offered one.
func holding(s coop.Sheet, share bool) coop.Sheet {
	s.Household.Share = coop.Share{State: coop.ShareToOffer}
	if share {
		s.Household.Share = coop.Share{State: coop.ShareSubscribed, Number: 1, Cents: 1600, Since: "2026-10-05"}
	}
	return s
}

// shownSheet is a sheet that a customer is shown, and the languages of its sides.
type shownSheet struct {
	sheet       coop.Sheet
	kind        coop.PaperKind
	front, back string
}

// shownSheets are the sheets of every contract, with and without a share, simple, and with a second language.
func shownSheets() map[string]shownSheet {
	all := map[string]shownSheet{
		"simple-tenant": {dressed(tenant(), wideLogo), coop.SimpleSheet, "fr", ""},
		"simple-psla":   {psla(), coop.SimpleSheet, "fr", ""},
		"simple-copro":  {copro(), coop.SimpleSheet, "fr", ""},
		"verso-en":      {dressed(tenant(), wideLogo), coop.WelcomeSheet, "fr", "en"},
		"verso-uk":      {tenant(), coop.WelcomeSheet, "fr", "uk"},
	}
	for name, s := range map[string]coop.Sheet{"tenant": dressed(tenant(), wideLogo), "psla": psla(), "vefa": vefa(), "brs": brs(), "copro": copro()} {
		all[name] = shownSheet{holding(s, false), coop.WelcomeSheet, "fr", ""}
		all[name+"-share"] = shownSheet{holding(s, true), coop.WelcomeSheet, "fr", ""}
	}
	return all
}

// laid lays a sheet out in its languages.
func (s shownSheet) laid(t *testing.T) []*paper.Page {
	t.Helper()
	var back *paper.Tongue
	if s.back != "" {
		other := tongue(t, s.kind, s.back)
		back = &other
	}
	pages, err := paper.LaySheet(s.sheet, tongue(t, s.kind, s.front), back, fonts(), made)
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// TestSheetsStandAsTheyDid compares what is drawn of each sheet with what was drawn when it was last looked at.
// GOLDEN=write writes it anew: look at the pages, left under build/sheets, before.
func TestSheetsStandAsTheyDid(t *testing.T) {
	for name, s := range shownSheets() {
		t.Run(name, func(t *testing.T) {
			pages := s.laid(t)
			kept(t, "sheets", name, func(w io.Writer) error { return paper.WritePages(w, pages, fonts(), made) })
			var got scribe
			for _, page := range pages {
				checkPage(t, page)
				got.WriteString("page\n")
				page.Draw(&got)
			}
			path := filepath.Join("testdata", "sheets", name+".txt")
			if os.Getenv("GOLDEN") == "write" {
				if err := os.WriteFile(path, []byte(got.String()), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
				t.Errorf("it stands otherwise (-then +now):\n%s", diff)
			}
		})
	}
}
