package paper_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

// aStop is a visit of the first of December at an hour of Paris.
func aStop(hour, minute int) coop.Stop {
	start := time.Date(2026, 12, 1, hour-1, minute, 0, 0, time.UTC)
	return coop.Stop{
		VisitRow: coop.VisitRow{
			Visit: coop.Visit{
				ID: coop.VisitID(fmt.Sprint(hour, minute)), Kind: coop.CourtesyVisit, Place: coop.AtHome, State: coop.VisitPlanned,
				Start: start, End: start.Add(45 * time.Minute), Before: 20, After: 20, Rev: 1,
			},
			Row: coop.Row{
				Holders:  []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: "Lefèvre", Mobile: "0639981102", Phone: "0465714288"}},
				Dwelling: coop.Dwelling{Building: "B", Stair: "2", Floor: "3", Door: "12", Home: coop.Flat},
				Product:  coop.Rental, Share: coop.ShareSubscribed, Residence: "Résidence Champmilan", Town: "Moulins",
			},
			OfficerName: "Sonia Arnoux",
		},
		Home: coop.Residence{
			Name: "Résidence Champmilan", Address: "14 rue des Tilleuls", Postcode: "03000", Town: "Moulins",
			Specifics: "Code 47B11 à l’entrée, ascenseur à gauche.", Caretaker: "Karim Haddad, 06 39 98 20 31",
		},
	}
}

// aDay is a usual one: four visits, each of another kind.
func aDay() paper.Round {
	first, second, third, last := aStop(9, 0), aStop(10, 15), aStop(14, 0), aStop(16, 30)
	first.Confirmed = made
	second.Row.Holders = []coop.Cooperator{
		{Civility: coop.Monsieur, First: "Jean-Noël", Last: "Vidal", Mobile: "0639981140"},
		{Civility: coop.Madame, First: "Chloé", Last: "Öztürk", Mobile: "0639981141"},
	}
	second.Row.Dwelling = coop.Dwelling{Door: "30", Home: coop.House}
	second.Row.Product, second.Row.Share = coop.PSLA, coop.ShareToOffer
	second.Home = coop.Residence{Name: "Les Terrasses du Cher", Address: "5 rue Benoist-d’Azy", Postcode: "03100", Town: "Montluçon"}
	second.Trips, second.Language, second.Prefers = 1, "tr", []coop.Preference{coop.PreferMornings, coop.PreferCall}
	second.Wishes = "sonner deux fois, la sonnette est faible"
	third.Place, third.Before, third.After = coop.AtOffice, 0, 0
	last.Place, last.Before, last.After = coop.ByPhone, 0, 0
	return paper.Round{
		Round: coop.Round{
			Day: "2026-12-01", Officer: coop.Staff{ID: "sonia", Name: "Sonia Arnoux"}, Stops: []coop.Stop{first, second, third, last},
			Busy: []coop.Busy{{Kind: coop.Meeting, Span: coop.Span{From: 690, To: 720}, Label: "Réunion d’équipe"}},
		},
		Coop: theCoop(),
	}
}

// stretched has the longest names that anybody bears.
func stretched(s coop.Stop) coop.Stop {
	s.Row.Holders = []coop.Cooperator{
		{Civility: coop.Madame, First: "Maria-José", Last: "de Oliveira Châtelain-Quéméneur", Mobile: "0639981102", Phone: "0465714288"},
		{Civility: coop.Monsieur, First: "Jean-Baptiste", Last: "Vandenbroucke-Rakotomalala", Mobile: "+351912345678", Phone: "0465714289"},
	}
	s.Home.Name = "Résidence du Commandant Jacques-Yves Cousteau et des Bâtisseurs"
	s.Home.Address = "1247 bis avenue du Maréchal Jean de Lattre de Tassigny, entrée nord-est"
	s.Home.Town = "Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson"
	s.Home.Specifics = strings.Repeat("Code 47B11 à l’entrée du côté de la cour, puis ascenseur. ", 4)
	s.Home.Caretaker = "Jean-Christophe de La Bretonnière-Kerguelen, 06 39 98 20 31"
	s.Row.Dwelling = coop.Dwelling{Building: "Bâtiment des Acacias", Stair: "Escalier d’honneur", Floor: "12", Door: "A-1203", Home: coop.Flat}
	s.Trips, s.Language, s.Prefers, s.Row.Share, s.Row.Product = 1, "fa", coop.Preferences(), coop.ShareOffered, coop.BRS
	s.Wishes = "plutôt après 17 h, sauf le mercredi ; prévenir la veille par un message court"
	return s
}

func rounds() map[string]paper.Round {
	all := map[string]paper.Round{}
	day := aDay()
	all["usual"] = day
	day.Logo, day.Coop.Qualibail = wideLogo, true
	all["dressed"] = day
	day.Map = "geo:0,0?q={address}"
	all["own maps"] = day

	eight := aDay()
	eight.Stops = nil
	for i := range 8 {
		s := aStop(8+i, 15)
		s.Row.Holders[0].Last = fmt.Sprint("Lefèvre-", i+1)
		eight.Stops = append(eight.Stops, s)
	}
	all["eight"] = eight

	long := aDay()
	long.Coop.Name = "Société coopérative de production d’habitations à loyer modéré des Pays du Bocage"
	long.Officer.Name = "Marie-Françoise Vandenbroucke-Châtelain"
	long.Logo = tallLogo
	for i := range long.Stops {
		long.Stops[i] = stretched(long.Stops[i])
		long.Stops[i].Place = coop.AtHome
	}
	long.Busy = append(long.Busy, coop.Busy{Kind: coop.StaffAway}, coop.Busy{Kind: coop.Meeting, Span: coop.Span{From: 1020, To: 1065}})
	all["long names"] = long

	bare := paper.Round{Round: coop.Round{Day: "2026-12-01", Stops: []coop.Stop{aStop(9, 0)}}}
	bare.Stops[0].Home, bare.Stops[0].Row = coop.Residence{}, coop.Row{}
	all["nothing known"] = bare
	all["nobody to see"] = paper.Round{Round: coop.Round{Day: "2026-12-01", Officer: aDay().Officer, Busy: []coop.Busy{{Kind: coop.StaffAway}}}, Coop: theCoop()}

	beyond := aDay()
	for i := range beyond.Stops {
		s := stretched(beyond.Stops[i])
		s.Place = coop.AtHome
		for _, text := range []*string{&s.Home.Name, &s.Home.Address, &s.Home.Town, &s.Home.Specifics, &s.Home.Caretaker, &s.Wishes, &s.Row.Dwelling.Building} {
			*text = strings.Repeat(*text+" ", 5)
		}
		s.Row.Holders = append(s.Row.Holders, s.Row.Holders...)
		beyond.Stops[i] = s
	}
	all["beyond reason"] = beyond
	return all
}

func roundPath(t *testing.T, name string, r paper.Round, lang string) string {
	t.Helper()
	return kept(t, "round", name+" "+lang, func(w io.Writer) error { return paper.RoundSheet(w, r, words(t, lang), fonts(), made) })
}

func TestARoundIsSoundPages(t *testing.T) {
	want := map[string]int{"usual": 2, "dressed": 2, "own maps": 2, "eight": 3, "long names": 4, "nothing known": 1, "nobody to see": 1, "beyond reason": 5}
	for name, r := range rounds() {
		t.Run(name, func(t *testing.T) {
			path := roundPath(t, name, r, "fr")
			if got := isSound(t, path); got != want[name] {
				t.Errorf("%d pages, want %d", got, want[name])
			}
			keepsItsMargins(t, path)
			keepsWordsApart(t, path)
			got := text(t, path)
			saysNoKeys(t, got)
			for page := range want[name] {
				if number := fmt.Sprintf("%d/%d", page+1, want[name]); !strings.Contains(got, number) {
					t.Errorf("no page %s", number)
				}
			}
			if n := strings.Count(got, "détruisez-la après la tournée"); n != want[name] {
				t.Errorf("%d of %d pages say what becomes of them", n, want[name])
			}
			saysNoKeys(t, text(t, roundPath(t, name, r, "en")))
		})
	}
}

func TestARoundSaysWhatTheDayNeeds(t *testing.T) {
	got := text(t, roundPath(t, "usual", aDay(), "fr"))
	for _, want := range []string{
		"Feuille de tournée", "Mardi 1er décembre 2026", "Sonia Arnoux · 4 visites, de 9 h à 17 h 15", "Réunion d’équipe, de 11 h 30 à 12 h",
		"Mme Éloïse LEFÈVRE", "06 39 98 11 02 · 04 65 71 42 88", "Bât. B, esc. 2, 3e étage, porte 12", "14 rue des Tilleuls, 03000 Moulins",
		"Confirmée", "À confirmer", "Code 47B11", "Gardiennage : Karim Haddad, 06 39 98 20 31", "20 min de trajet", "45 min",
		"M. Jean-Noël VIDAL", "Mme Chloé ÖZTÜRK", "2e passage", "Dernier déplacement", "Souhaits : Turc · Plutôt le matin · Appeler plutôt qu’écrire · sonner deux fois",
		"Fiche de bienvenue", "Avis de passage", "Badge de l’immeuble", "Bulletin de part sociale", "Dates des garanties", "Fiche dans leur langue",
		"À l’agence", "Un bureau au calme", "Au téléphone", "Fiche à envoyer ensuite", "Notes",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the round does not say %q:\n%s", want, got)
		}
	}
	if n := strings.Count(got, "min de trajet"); n != 2 {
		t.Errorf("%d ways: nobody goes to a telephone", n)
	}
	if n := strings.Count(got, "Badge de l’immeuble"); n != 1 {
		t.Errorf("%d badges: a house has none", n)
	}
}

func TestALongRoundKeepsWhatMatters(t *testing.T) {
	got := text(t, roundPath(t, "long names", rounds()["long names"], "fr"))
	for _, want := range []string{
		"Mme Maria-José DE OLIVEIRA CHÂTELAIN-QUÉMÉNEUR", "M. Jean-Baptiste VANDENBROUCKE-RAKOTOMALALA", "+351912345678 · 04 65 71 42 89",
		"1247 bis avenue du Maréchal Jean de Lattre de Tassigny, entrée nord-est, 03000 Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson",
		"Bâtiment des Acacias, Escalier d’honneur, 12e étage, A-1203", "06 39 98 20 31", "prévenir la veille par un message court", "Absence, toute la journée",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the round does not say %q:\n%s", want, got)
		}
	}
}

func TestADayWithoutVisitsSaysSoKindly(t *testing.T) {
	got := text(t, roundPath(t, "nobody to see", rounds()["nobody to see"], "fr"))
	if !strings.Contains(got, "Aucune visite n’est prévue ce jour-là. La page est à vous.") || !strings.Contains(got, "Absence, toute la journée") || strings.Contains(got, "0 visite") {
		t.Error(got)
	}
}

// TestAPageBreaksBetweenStops counts what begins a stop and what ends it on every page.
func TestAPageBreaksBetweenStops(t *testing.T) {
	path := roundPath(t, "eight", rounds()["eight"], "fr")
	for page := 1; page <= 3; page++ {
		number := strconv.Itoa(page)
		got := tool(t, "pdftotext", "-raw", "-f", number, "-l", number, path, "-")
		begun, ended := strings.Count(got, "Éloïse LEFÈVRE"), strings.Count(got, "Badge de l’immeuble")
		if begun != ended || begun == 0 {
			t.Errorf("page %d begins %d stops and ends %d", page, begun, ended)
		}
	}
}

func TestTheMapsAreReadFromAGreyPrint(t *testing.T) {
	for name, r := range rounds() {
		t.Run(name, func(t *testing.T) {
			var want []string
			for _, s := range r.Stops {
				if link := paper.MapLink(r.Map, s.Home); link != "" && s.Place == coop.AtHome && name != "beyond reason" {
					want = append(want, link)
				}
			}
			if len(want) == 0 {
				return
			}
			files, _ := greyPages(t, roundPath(t, name, r, "fr"))
			got := codesOn(t, files)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
			for _, link := range got {
				for _, never := range []string{"Lef", "OLIVEIRA", "Vidal", "1203", "porte", "Champmilan"} {
					if strings.Contains(link, never) {
						t.Errorf("the code holds %q: %s", never, link)
					}
				}
			}
		})
	}
}

func TestAMapIsOfTheAddressAlone(t *testing.T) {
	home := aStop(9, 0).Home
	accents := coop.Residence{Address: "5 rue Benoist-d’Azy, n° 2 & 3", Postcode: "03100", Town: "Montluçon"}
	for name, c := range map[string]struct {
		template string
		home     coop.Residence
		want     string
	}{
		"where nobody said how":   {"", home, "https://www.openstreetmap.org/search?query=14+rue+des+Tilleuls%2C+03000+Moulins"},
		"in a telephone's maps":   {"geo:0,0?q={address}", home, "geo:0,0?q=14%20rue%20des%20Tilleuls%2C%2003000%20Moulins"},
		"at the coop's own place": {"https://plan.example.org/?q={address}&z=17", home, "https://plan.example.org/?q=14+rue+des+Tilleuls%2C+03000+Moulins&z=17"},
		"without a place for it":  {"https://plan.example.org/", home, "https://www.openstreetmap.org/search?query=14+rue+des+Tilleuls%2C+03000+Moulins"},
		"with marks":              {"", accents, "https://www.openstreetmap.org/search?query=5+rue+Benoist-d%E2%80%99Azy%2C+n%C2%B0+2+%26+3%2C+03100+Montlu%C3%A7on"},
		"without a street":        {"", coop.Residence{Name: "Champmilan", Town: "Moulins"}, ""},
	} {
		if got := paper.MapLink(c.template, c.home); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestTheSameRoundIsTheSameBytes(t *testing.T) {
	var first, second bytes.Buffer
	for _, w := range []*bytes.Buffer{&first, &second} {
		if err := paper.RoundSheet(w, rounds()["eight"], words(t, "fr"), fonts(), made); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) {
		t.Error("two rounds of the same day differ")
	}
}

func TestTheRoundsOwnFactsNameNobody(t *testing.T) {
	path := roundPath(t, "usual", aDay(), "fr")
	info := tool(t, "pdfinfo", path)
	for _, want := range []string{"Feuille de tournée", "Les Foyers du Bocage", "(A4)"} {
		if !strings.Contains(info, want) {
			t.Errorf("pdfinfo does not say %q:\n%s", want, info)
		}
	}
	if strings.Contains(info, "Arnoux") || strings.Contains(info, "Lef") {
		t.Errorf("the document's own facts name a person:\n%s", info)
	}
}

func TestAPictureLiesInTheFileOnce(t *testing.T) {
	path := cardsPath(t, "blank", passages()["blank"], "fr")
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(src, []byte("/Subtype /Image")); n != 1 {
		t.Errorf("%d pictures of one logo", n)
	}
}
