package paper_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

// text is what a person can select on the page, with every space an ordinary one.
func text(t *testing.T, path string) string {
	t.Helper()
	return strings.Join(strings.Fields(tool(t, "pdftotext", "-raw", path, "-")), " ")
}

const heaviest = 120_000 // bytes of a sheet

// grey renders the page as a grey printer does, 150 points to the inch.
func grey(t *testing.T, path string) string {
	t.Helper()
	picture := strings.TrimSuffix(path, ".pdf")
	tool(t, "pdftoppm", "-r", "150", "-gray", "-singlefile", path, picture)
	return picture + ".pgm"
}

func TestEverySheetIsOneSoundPage(t *testing.T) {
	for name, s := range variants() {
		t.Run(name, func(t *testing.T) {
			path := printed(t, s, "fr")
			if got := strings.TrimSpace(tool(t, "qpdf", "--show-npages", path)); got != "1" {
				t.Errorf("%s pages", got)
			}
			if got := tool(t, "qpdf", "--check", path); !strings.Contains(got, "No syntax or stream encoding errors found") {
				t.Error(got)
			}
			info, err := os.Stat(path)
			if err != nil || info.Size() > heaviest {
				t.Errorf("%v: %d bytes", err, info.Size())
			}
		})
	}
}

func TestTheSheetSaysWhatItShould(t *testing.T) {
	for name, want := range map[string][]string{
		"tenant": {
			"Bienvenue, Madame LEFÈVRE", "Résidence Champmilan", "Bâtiment B, étage 2, porte 12", "03000 Moulins",
			"Dans les lieux depuis le 12 octobre 2026", "Fiche du 23 novembre 2026", "04 65 71 42 99", "Sonia Arnoux, 04 65 71 42 15",
			"Qui fait quoi", "Chauffage collectif", "mardi 1er décembre à 10 h, avec Sonia Arnoux", "le 5 de chaque mois",
			"en octobre 2027", "en septembre", "Remplacer la grille de ventilation de la cuisine",
			"d’ici au 7 décembre 2026", "Le service clientèle vous rappelle", "Vous êtes coopératrice",
			"une part sociale de 16 € depuis le 5 octobre 2026", "Une personne, une voix", "www.hlm.coop/culturecoop",
			"Médiation Habitat", "donnees@foyers-bocage.example.org", "cnil.fr",
		},
		"psla": {
			"Bienvenue, Monsieur VIDAL et Madame ÖZTÜRK", "En location-accession (PSLA)", "au plus tard le 4 avril 2029",
			"jusqu’au 13 mars 2027", "jusqu’au 13 mars 2028", "jusqu’au 13 mars 2036",
			"Redevance", "Chaudière : un entretien par an", "Devenir coopérateur",
		},
		"vefa":  {"Bienvenue, Madame, Monsieur BRUN", "Propriétaire d’un logement neuf (VEFA)", "Bocage Syndic, 04 65 71 42 60"},
		"copro": {"Copropriétaire", "C’est le syndic", "2 parts sociales (32 € en tout)", "La prochaine : mardi 15 juin 2027"},
	} {
		t.Run(name, func(t *testing.T) {
			got := text(t, printed(t, variants()[name], "fr"))
			for _, w := range want {
				if !strings.Contains(got, w) {
					t.Errorf("the sheet does not say %q:\n%s", w, got)
				}
			}
			for _, never := range []string{"⟦", "{{", "<no value>", "LOY-APL", "%!"} {
				if strings.Contains(got, never) {
					t.Errorf("the sheet says %q", never)
				}
			}
		})
	}
}

func TestNobodyIsToldOfAShareThatIsNotTheirs(t *testing.T) {
	for _, state := range coop.ShareStates() {
		s := tenant()
		s.Household.Share = coop.Share{State: state}
		got := text(t, printed(t, s, "fr"))
		holds := strings.Contains(got, "Vous êtes coopér") || strings.Contains(got, "Vous avez une part")
		if holds != (state == coop.ShareSubscribed) {
			t.Errorf("%s: %s", state, got)
		}
	}
}

func TestUnknownFactsLeaveNoHoles(t *testing.T) {
	for name, s := range variants() {
		if !strings.HasSuffix(name, "nothing known") {
			continue
		}
		got := text(t, printed(t, s, "fr"))
		if strings.Contains(got, "Vos dates") || !strings.Contains(got, "Passez à l’accueil de la coopérative") {
			t.Errorf("%s: %s", name, got)
		}
		if hole := regexp.MustCompile(`[:,] [.,]|\( ?\)|le \.`).FindString(got); hole != "" {
			t.Errorf("%s has a hole at %q: %s", name, hole, got)
		}
	}
}

func TestLongNamesAndPromisesKeepWhatMatters(t *testing.T) {
	s := withLongNames(tenant())
	s.Household.Holders = []coop.Cooperator{{First: "Maria-José", Last: "de Oliveira Châtelain-Quéméneur", Civility: coop.Madame}}
	got := text(t, printed(t, s, "fr"))
	for _, want := range []string{
		"DE OLIVEIRA CHÂTELAIN-QUÉMÉNEUR", "04 65 71 42 15", "06 39 98 20 31", "04 65 71 42 60",
		"Remplacer le mécanisme de la chasse", "que nous suivons aussi",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the sheet does not say %q:\n%s", want, got)
		}
	}
	s = tenant()
	for range 6 {
		s.Agreed = append(s.Agreed, coop.SheetPromise{What: "Reprendre un joint", Due: "2027-01-10"})
	}
	if got := text(t, printed(t, s, "fr")); !regexp.MustCompile("et [3-5] autres, que nous suivons aussi").MatchString(got) {
		t.Errorf("nine promises: %s", got)
	}
}

func TestTheCodesAreReadFromAGreyPrint(t *testing.T) {
	for name, s := range variants() {
		want := []string{}
		for _, address := range []string{s.Coop.TenantArea, s.Coop.CulturePage, s.Coop.CoopPage} {
			if address != "" {
				want = append(want, "https://"+strings.TrimPrefix(address, "https://"))
			}
		}
		if len(want) == 0 {
			continue
		}
		t.Run(name, func(t *testing.T) {
			got := strings.Fields(tool(t, "zbarimg", "--raw", "-q", grey(t, printed(t, s, "fr"))))
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

func TestNothingLeavesTheMarginsThatPrintersNeed(t *testing.T) {
	for name, s := range variants() {
		t.Run(name, func(t *testing.T) { keepsItsMargins(t, printed(t, s, "fr")) })
	}
}

func TestNoWordCoversAnother(t *testing.T) {
	for name, s := range variants() {
		t.Run(name, func(t *testing.T) { keepsWordsApart(t, printed(t, s, "fr")) })
	}
}

func TestTheSameSheetIsTheSameBytes(t *testing.T) {
	var first, second bytes.Buffer
	for _, w := range []*bytes.Buffer{&first, &second} {
		if err := write(w, tenant(), tongue(t, coop.WelcomeSheet, "fr"), nil); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two sheets of the same content differ")
	}
}

func TestTheDocumentTellsItsTitleAuthorDayAndLanguage(t *testing.T) {
	path := printed(t, tenant(), "fr")
	info := tool(t, "pdfinfo", path)
	for _, want := range []string{"Fiche de bienvenue", "Les Foyers du Bocage", "2026", "(A4)"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo does not say %q:\n%s", want, info)
		}
	}
	if strings.Contains(info, "LEF") {
		t.Errorf("the document's own facts name a person:\n%s", info)
	}
	if got := tool(t, "qpdf", "--json", path); !strings.Contains(got, `"/Lang": "u:fr"`) && !strings.Contains(got, `"/Lang": "fr"`) {
		t.Error("the document does not tell its language")
	}
}

func TestTheSheetSpeaksEnglish(t *testing.T) {
	for name, s := range variants() {
		got := text(t, printed(t, s, "en"))
		if !strings.Contains(got, "Welcome") || strings.Contains(got, "⟦") {
			t.Errorf("%s: %s", name, got)
		}
	}
}

func TestNamesKeepTheirLetters(t *testing.T) {
	own := fonts()
	own.Further = nil
	for name, c := range map[string]struct {
		last, want string
		fonts      paper.Fonts
		replaced   bool
	}{
		"Ukrainian":                   {"Шевченко", "ШЕВЧЕНКО", fonts(), false},
		"Serbian":                     {"Ђорђевић", "ЂОРЂЕВИЋ", fonts(), false},
		"Greek":                       {"Παπαδόπουλος", "ΠΑΠΑΔΌΠΟΥΛΟΣ", fonts(), false},
		"Vietnamese":                  {"Nguyễn", "NGUYỄN", fonts(), false},
		"Polish":                      {"Wałęsa", "WAŁĘSA", fonts(), false},
		"Turkish":                     {"Öztürk Yıldız", "ÖZTÜRK YILDIZ", fonts(), false},
		"an accent on its own":        {"Lefe\u0300vre", "LEFÈVRE", fonts(), false},
		"what nobody can spell":       {"李", "?", fonts(), true},
		"Arabic":                      {"فاطمة الزهراء", "فاطمة الزهراء", fonts(), false},
		"Arabic, without its font":    {"فاطمة", "?????", own, true},
		"Ukrainian, without its font": {"Шевченко", "CHEVTCHENKO", own, true},
		"Vietnamese, likewise":        {"Nguyễn", "NGUYÊN", own, true},
	} {
		t.Run(name, func(t *testing.T) {
			s := tenant()
			s.Household.Holders = []coop.Cooperator{{Civility: coop.Madame, Last: c.last}}
			pages, err := paper.LaySheet(s, tongue(t, coop.WelcomeSheet, "fr"), nil, c.fonts, made)
			if err != nil || pages[0].Replaced != c.replaced {
				t.Errorf("replaced, %v", err)
			}
			path := kept(t, "letters", name, func(w io.Writer) error { return paper.WritePages(w, pages, c.fonts, made) })
			if got := text(t, path); !strings.Contains(got, "Bienvenue, Madame "+c.want) && !strings.Contains(tool(t, "pdftotext", path, "-"), c.want) {
				t.Errorf("got %s", got)
			}
			isSound(t, path)
			if info, err := os.Stat(path); err != nil || info.Size() > heaviest {
				t.Errorf("%v: %d bytes", err, info.Size())
			}
		})
	}
}

func TestAFontThatIsNoneIsAnError(t *testing.T) {
	broken := fonts()
	for name, bad := range map[string][]byte{"nothing": nil, "cut short": broken.Bold[:900], "no font": []byte("a letter to my landlord")} {
		broken.Bold = bad
		if _, err := paper.LaySheet(tenant(), tongue(t, coop.WelcomeSheet, "fr"), nil, broken, made); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestLook leaves every variant as PDF under build/sheet, to be looked at.
func TestLook(t *testing.T) {
	dir := filepath.Join("..", "..", "build", "sheet")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, s := range variants() {
		src, err := os.ReadFile(printed(t, s, "fr"))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".pdf"), src, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
