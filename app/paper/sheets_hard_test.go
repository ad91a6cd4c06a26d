package paper_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

// squareLogo is what becomes of a picture of 4,000 by 4,000 dots when the settings take it as the logo.
var squareLogo = sync.OnceValue(func() []byte { return logoOf(4000, 4000) })

// hardSheets are changes to a sheet after which it is hardest to lay out.
func hardSheets() map[string]func(*coop.Sheet) {
	again := func(s *coop.Sheet) {
		officer, logo := s.Officer, s.Logo
		*s = sheet(s.Coop, s.Residence, s.Household, s.Agreed...)
		s.Officer, s.Logo = officer, logo
	}
	return map[string]func(*coop.Sheet){
		"a name of 60 letters": func(s *coop.Sheet) {
			s.Household.Holders = []coop.Cooperator{{Civility: coop.Madame, First: "Marie-Antoinette", Last: "de La Rochefoucauld-Châtelain-Vandenbroucke-Quéméneur-Duvals"}}
		},
		"a street of 70 letters": func(s *coop.Sheet) {
			s.Residence.Address = "1247 ter boulevard du Commandant Jean-Baptiste Charcot, entrée du parc"
		},
		"nobody to call": func(s *coop.Sheet) { s.Contacts = nil },
		"no officer": func(s *coop.Sheet) {
			s.Officer, s.Dates = coop.Staff{}, coop.SheetDates(s.Coop, s.Household, coop.VisitRow{}, s.Agm, today)
		},
		"no holders":      func(s *coop.Sheet) { s.Household.Holders = nil },
		"a broken logo":   func(s *coop.Sheet) { s.Logo = []byte("\x89PNG and then nothing") },
		"a logo of 4,000": func(s *coop.Sheet) { s.Logo = squareLogo() },
		"six long promises": func(s *coop.Sheet) {
			s.Agreed = nil
			for i := range 6 {
				s.Agreed = append(s.Agreed, coop.SheetPromise{
					What:    fmt.Sprintf("%d. Remplacer le mécanisme de la chasse d’eau, vérifier l’arrivée d’eau de la machine à laver dans la cuisine et rappeler la famille avant de passer", i+1),
					Service: coop.ServiceTechnical, Due: "2026-12-18",
				})
			}
		},
		"nothing known": func(s *coop.Sheet) { *s = sheet(coop.Coop{}, coop.Residence{}, coop.Household{}) },
		"no home":       func(s *coop.Sheet) { s.Residence, s.Household.Dwelling = coop.Residence{}, coop.Dwelling{} },
		"nothing but a contract": func(s *coop.Sheet) {
			s.Coop, s.Residence, s.Household = coop.Coop{}, coop.Residence{}, coop.Household{Product: s.Household.Product}
			again(s)
		},
		"three holders": func(s *coop.Sheet) {
			s.Household.Holders = []coop.Cooperator{
				{Civility: coop.Madame, First: "Maria-José", Last: "de Oliveira Châtelain"},
				{Civility: coop.Monsieur, First: "Jean-Baptiste", Last: "Vandenbroucke-Rakotomalala"},
				{First: "Anne-Sophie", Last: "de Oliveira Vandenbroucke"},
			}
		},
		"a Ukrainian": func(s *coop.Sheet) {
			s.Household.Holders = []coop.Cooperator{{Civility: coop.Madame, First: "Олександра", Last: "Ґудзь-Шевченко"}}
		},
		"an Arabic name": func(s *coop.Sheet) {
			s.Household.Holders = []coop.Cooperator{{Civility: coop.Monsieur, First: "عبد الرحمن", Last: "بن عيسى"}}
		},
	}
}

// everyCode gives a sheet the codes that hold most: the member's pages, the meeting, the colleague's card.
func everyCode(s coop.Sheet) coop.Sheet {
	s.Agm = coop.Event{Title: "Assemblée générale", Day: "2027-06-15", Hour: "18:30", Place: "salle des fêtes, Moulins"}
	s.Officer = coop.Staff{Name: "Sonia Arnoux", Phone: "0639982031"}
	s.Codes = coop.SheetCodes([]coop.CodeKind{coop.CodeArea, coop.CodeAgm, coop.CodeCard}, s.Coop, s.Agm, s.Officer)
	return s
}

// TestTheHardestSheetsAreGoodPages looks at both versions of each: within the margins, nothing on anything else,
// the standard one on one page, the simple one on few.
func TestTheHardestSheetsAreGoodPages(t *testing.T) {
	for name, change := range hardSheets() {
		for of, s := range map[string]coop.Sheet{"tenant": tenant(), "psla": psla(), "vefa": vefa(), "brs": brs(), "copro": copro()} {
			s.Logo = wideLogo
			change(&s)
			if name == "a name of 60 letters" && utf8.RuneCountInString(s.Household.Holders[0].Last) != 60 {
				t.Fatalf("the name has %d letters", utf8.RuneCountInString(s.Household.Holders[0].Last))
			}
			if name == "a street of 70 letters" && utf8.RuneCountInString(s.Residence.Address) != 70 {
				t.Fatalf("the street has %d letters", utf8.RuneCountInString(s.Residence.Address))
			}
			for kind, most := range map[coop.PaperKind]int{coop.WelcomeSheet: 1, coop.SimpleSheet: 4} {
				for _, lang := range []string{"fr", "en"} {
					t.Run(strings.Join([]string{name, of, string(kind), lang}, " "), func(t *testing.T) {
						pages, err := paper.LaySheet(s, tongue(t, kind, lang), nil, fonts(), made)
						if err != nil {
							t.Fatal(err)
						}
						if len(pages) > most {
							t.Errorf("%d pages", len(pages))
						}
						var all strings.Builder
						for _, page := range pages {
							checkPage(t, page)
							if page.Replaced {
								t.Error("letters were replaced")
							}
							for _, b := range page.Boxes() {
								if b.Kind == paper.TextBox {
									all.WriteString(b.Text + "\n")
								}
							}
						}
						saysNoKeys(t, all.String())
					})
				}
			}
		}
	}
}

// TestTheContractStandsWhereTheHomeWouldBe: with no home known, nothing is to be missing on the left.
func TestTheContractStandsWhereTheHomeWouldBe(t *testing.T) {
	for name, left := range map[string]bool{"no home": true, "no officer": false} {
		s := tenant()
		hardSheets()[name](&s)
		pages, err := paper.LaySheet(s, tongue(t, coop.WelcomeSheet, "fr"), nil, fonts(), made)
		if err != nil {
			t.Fatal(err)
		}
		boxes := pages[0].Boxes()
		i := slices.IndexFunc(boxes, func(b paper.Box) bool { return b.Text == "Locataire" })
		if i < 0 || boxes[i].Left < pages[0].Width/2 != left {
			t.Errorf("%s: the contract stands at %v", name, boxes[max(i, 0)])
		}
	}
}

// TestASimpleSheetOfThreePagesIsNotSetTight: tighter lines that save no page only make it harder to read.
func TestASimpleSheetOfThreePagesIsNotSetTight(t *testing.T) {
	pitch := func(s coop.Sheet) (pages int, between float64) {
		laid, err := paper.LaySheet(s, tongue(t, coop.SimpleSheet, "fr"), nil, fonts(), made)
		if err != nil {
			t.Fatal(err)
		}
		boxes := laid[0].Boxes()
		street := slices.IndexFunc(boxes, func(b paper.Box) bool { return b.Text == "14 rue des Tilleuls" })
		return len(laid), boxes[street+1].Top - boxes[street].Top
	}
	long := everyCode(tenant())
	hardSheets()["six long promises"](&long)
	long.Agreed = slices.Concat(long.Agreed[:5], []coop.SheetPromise{{What: strings.Repeat("Nettoyer la cour et repeindre la grille. ", 9), Due: "2026-12-18"}})
	short := tenant()
	short.Agreed = nil
	pages, between := pitch(long)
	if few, airy := pitch(short); pages < 3 || few > 2 || between < airy {
		t.Errorf("%d pages with lines %.1f mm apart, where %d have %.1f mm", pages, between, few, airy)
	}
}

// TestAHardSheetSaysWhatItMust reads those whose content could get lost.
func TestAHardSheetSaysWhatItMust(t *testing.T) {
	for name, want := range map[string][]string{
		"a street of 70 letters": {"entrée du parc"}, "no holders": {"Bienvenue"}, "nobody to call": {"Vos contacts"},
		"a Ukrainian": {"ҐУДЗЬ-ШЕВЧЕНКО"}, "three holders": {"OLIVEIRA CHÂTELAIN", "VANDENBROUCKE-RAKOTOMALALA"},
		"a name of 60 letters": {"QUÉMÉNEUR-DUVALS"}, "no officer": {"Loyer"}, "nothing known": {"Bienvenue"},
	} {
		s := tenant()
		hardSheets()[name](&s)
		got := text(t, kept(t, "sheets", "hard "+name, func(w io.Writer) error { return write(w, s, tongue(t, coop.WelcomeSheet, "fr"), nil) }))
		for _, say := range want {
			if !strings.Contains(got, say) {
				t.Errorf("%s: the sheet does not say %q: %s", name, say, got)
			}
		}
	}
}

// TestEveryCodeIsReadOnEveryVariant prints each in grey, 150 points to the inch, and reads its codes.
func TestEveryCodeIsReadOnEveryVariant(t *testing.T) {
	for name, s := range shownSheets() {
		s.sheet = everyCode(s.sheet)
		for _, hour := range []string{"18:30", ""} {
			t.Run(name+" "+hour, func(t *testing.T) {
				s.sheet.Agm.Hour = hour
				pages := s.laid(t)
				path := kept(t, "sheets", "codes "+name+" "+strings.ReplaceAll(hour, ":", ""), func(w io.Writer) error { return paper.WritePages(w, pages, fonts(), made) })
				got := strings.Join(codeTexts(t, path), "\n")
				sides := 1
				if s.back != "" {
					sides++
				}
				start := "DTSTART;VALUE=DATE:20270615"
				if hour != "" {
					start = "DTSTART:20270615T183000"
				}
				for _, want := range []string{"https://espace.foyers-bocage.example.org", "BEGIN:VEVENT", start, "END:VEVENT", "FN:Sonia Arnoux", "END:VCARD"} {
					if n := strings.Count(got, want); n != sides {
						t.Errorf("the codes say %q %d times on %d sides: %s", want, n, sides, got)
					}
				}
			})
		}
	}
}
