package paper_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
	"bienvenue/app/template"
	"bienvenue/assets"
)

var made = time.Date(2026, 11, 23, 10, 0, 0, 0, time.FixedZone("Paris", 3600))

const today = coop.Day("2026-11-23")

func fonts() paper.Fonts {
	return paper.Fonts{
		Regular: assets.FontRegular, Semibold: assets.FontSemiBold, Bold: assets.FontBold,
		Further: []paper.Family{
			{Regular: assets.NotoSansRegular, Bold: assets.NotoSansBold},
			{Regular: assets.NotoSansArabicRegular, Bold: assets.NotoSansArabicBold},
		},
	}
}

var catalogs = sync.OnceValues(func() (*i18n.Catalog, error) { return i18n.Load(os.DirFS("../../assets/words")) })

func words(tb testing.TB, lang string) *i18n.Words {
	tb.Helper()
	catalog, err := catalogs()
	if err != nil {
		tb.Fatal(err)
	}
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		tb.Fatal(err)
	}
	return catalog.Words(lang, zone)
}

func theCoop() coop.Coop {
	return coop.Coop{
		Name: "Les Foyers du Bocage", Address: "3 place du Marché, 03100 Montluçon",
		AgencyPhone: "0465714210", AgencyHours: "du lundi au vendredi, 9 h – 12 h et 14 h – 17 h",
		EmergencyPhone: "0465714299", TechnicalPhone: "0465714220", SocialPhone: "0465714230",
		TenantArea: "https://espace.foyers-bocage.example.org", CulturePage: "www.hlm.coop/culturecoop",
		CoopPage: "https://www.foyers-bocage.example.org/cooperative/",
		Mediator: "Médiation Habitat, 12 rue des Lilas, 75012 Paris", DataContact: "donnees@foyers-bocage.example.org",
		ShareCents: 1600, AgmMonth: 6, RentDay: 5, ChargesMonth: 9,
	}
}

// sheet gathers what the office would.
func sheet(c coop.Coop, r coop.Residence, h coop.Household, promises ...coop.SheetPromise) coop.Sheet {
	return coop.Sheet{
		Codes: coop.SheetCodes([]coop.CodeKind{coop.CodeArea, coop.CodeCulture, coop.CodeAgm}, c, coop.Event{}, coop.Staff{}),
		Coop:  c, Household: h, Residence: r, Contacts: coop.SheetContacts(c, r), Duties: coop.SheetDuties(h, r),
		Dates: coop.SheetDates(c, h, coop.VisitRow{}, coop.Event{}, today), Agreed: promises,
	}
}

func champmilan() coop.Residence {
	return coop.Residence{
		Name: "Résidence Champmilan", Address: "14 rue des Tilleuls", Postcode: "03000", Town: "Moulins",
		Heating: coop.CollectiveHeating, Manager: "Sonia Arnoux, 04 65 71 42 15", Caretaker: "Karim Haddad, 06 39 98 20 31",
	}
}

func eloise() coop.Cooperator {
	return coop.Cooperator{Civility: coop.Madame, First: "Éloïse", Last: "Lefèvre"}
}

func tenant() coop.Sheet {
	h := coop.Household{
		Product: coop.Rental, Entry: "2026-10-12", Holders: []coop.Cooperator{eloise()},
		Dwelling: coop.Dwelling{Building: "B", Floor: "2", Door: "12", Home: coop.Flat},
		Share:    coop.Share{State: coop.ShareSubscribed, Number: 1, Cents: 1600, Since: "2026-10-05"},
	}
	s := sheet(theCoop(), champmilan(), h,
		coop.SheetPromise{What: "Remplacer la grille de ventilation de la cuisine", Service: coop.ServiceTechnical, Due: "2026-12-07"},
		coop.SheetPromise{What: "Vous rappeler au sujet de l’APL", Service: coop.ServiceAccounts, Due: "2026-11-30"},
		coop.SheetPromise{Service: coop.ServiceRelation, Due: "2026-12-15"})
	visit := coop.VisitRow{Visit: coop.Visit{Start: time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)}, OfficerName: "Sonia Arnoux"}
	s.Dates = coop.SheetDates(s.Coop, h, visit, coop.Event{}, today)
	return s
}

func psla() coop.Sheet {
	h := coop.Household{
		Product: coop.PSLA, Entry: "2026-04-05", Reception: "2026-03-13", Option: "2029-04-04",
		Holders: []coop.Cooperator{
			{Civility: coop.Monsieur, First: "Jean-Noël", Last: "Vidal"},
			{Civility: coop.Madame, First: "Chloé", Last: "Öztürk"},
		},
		Dwelling: coop.Dwelling{Door: "30", Home: coop.House, Heating: coop.IndividualGas},
		Share:    coop.Share{State: coop.ShareToOffer},
	}
	r := coop.Residence{Name: "Les Terrasses du Cher", Address: "5 rue Benoist-d’Azy", Postcode: "03100", Town: "Montluçon"}
	return sheet(theCoop(), r, h, coop.SheetPromise{What: "Lever la réserve sur le volet du séjour", Due: "2026-12-10"})
}

func vefa() coop.Sheet {
	h := coop.Household{
		Product: coop.VEFA, Entry: "2026-08-05", Reception: "2026-07-28", Holders: []coop.Cooperator{{First: "Aïcha", Last: "Brun"}},
		Dwelling: coop.Dwelling{Door: "41", Home: coop.Flat, Copro: true, Heating: coop.IndividualElec},
		Share:    coop.Share{State: coop.ShareUnknown},
	}
	r := coop.Residence{
		Name: "Villa Amélie", Address: "8 rue Lucas", Postcode: "03200", Town: "Vichy", Syndic: "Bocage Syndic, 04 65 71 42 60",
	}
	return sheet(theCoop(), r, h)
}

func copro() coop.Sheet {
	s := vefa()
	s.Household.Product, s.Household.Reception = coop.Copro, ""
	s.Household.Share = coop.Share{State: coop.ShareSubscribed, Number: 2, Cents: 3200}
	s.Residence.Heating, s.Household.Dwelling.Heating = coop.CollectiveHeating, coop.HeatingUnknown
	again := sheet(s.Coop, s.Residence, s.Household)
	again.Agm = coop.Event{Day: "2027-06-15", Place: "salle des fêtes de Moulins"}
	again.Dates = coop.SheetDates(s.Coop, s.Household, coop.VisitRow{}, again.Agm, today)
	return again
}

// withLongNames stretches every text that comes from outside.
func withLongNames(s coop.Sheet) coop.Sheet {
	s.Household.Holders = []coop.Cooperator{
		{Civility: coop.Madame, First: "Maria-José", Last: "de Oliveira Châtelain-Quéméneur"},
		{Civility: coop.Monsieur, First: "Jean-Baptiste", Last: "Vandenbroucke-Rakotomalala de la Rochefoucauld-Montbéliard X"},
	}
	s.Residence.Name = "Résidence du Commandant Jacques-Yves Cousteau et des Bâtisseurs"
	s.Residence.Address = "1247 bis, avenue du Maréchal Jean de Lattre de Tassigny prolongée nord-est"
	s.Residence.Town = "SAINT-REMY-EN-BOUZEMONT-SAINT-GENEST-ET-ISSON CEDEX"
	s.Residence.Manager = "Marie-Françoise Vandenbroucke-Châtelain, 04 65 71 42 15"
	s.Residence.Caretaker = "Jean-Christophe de La Bretonnière-Kerguelen, 06 39 98 20 31"
	s.Residence.Syndic = "Cabinet Vandenbroucke, Châtelain & Associés, 04 65 71 42 60"
	s.Household.Dwelling.Building, s.Household.Dwelling.Stair = "Bâtiment des Acacias", "Escalier d’honneur"
	s.Coop.Name = "Société coopérative de production d’habitations à loyer modéré des Pays du Bocage"
	s.Coop.AgencyHours = "du lundi au jeudi de 8 h 45 à 12 h 15 et de 13 h 45 à 17 h 15, le vendredi jusqu’à 16 h 30"
	s.Coop.Mediator = "Médiation de la consommation des bailleurs de l’habitat, 1247 bis avenue du Maréchal de Lattre, 75012 Paris"
	s.Coop.TenantArea = "https://espace-locataire.cooperative-habitat-pays-du-bocage.example.org/connexion/accueil"
	s.Contacts = coop.SheetContacts(s.Coop, s.Residence)
	for _, what := range []string{
		"Remplacer le mécanisme de la chasse d’eau et vérifier l’arrivée d’eau de la machine à laver dans la cuisine",
		"Vous rappeler au sujet de l’APL", "Nettoyer la grille de ventilation", "Reprendre le joint de la douche",
		"Vérifier la température du salon avec l’exploitant de chauffage", "Poser un second badge",
		"Envoyer le décompte de charges commenté", "Vous inviter à l’atelier jardin",
	} {
		s.Agreed = append(s.Agreed, coop.SheetPromise{What: what, Due: "2026-12-18"})
	}
	s.Agreed = s.Agreed[len(s.Agreed)-8:]
	return s
}

// beyondReason says everything three times over, as a form filled in by a mischievous hand.
func beyondReason(s coop.Sheet) coop.Sheet {
	for _, text := range []*string{
		&s.Residence.Name, &s.Residence.Address, &s.Residence.Manager, &s.Residence.Caretaker, &s.Residence.Syndic,
		&s.Household.Dwelling.Building, &s.Household.Dwelling.Stair, &s.Household.Dwelling.Floor, &s.Household.Dwelling.Door,
		&s.Coop.Name, &s.Coop.AgencyHours, &s.Coop.Mediator, &s.Coop.DataContact, &s.Coop.EmergencyPhone, &s.Coop.SocialPhone,
	} {
		*text = strings.Repeat(*text+" ", 3)
	}
	s.Contacts = coop.SheetContacts(s.Coop, s.Residence)
	for i := range s.Agreed {
		s.Agreed[i].What = strings.Repeat(s.Agreed[i].What+" ", 3)
	}
	s.Agm = coop.Event{Day: "2027-06-15", Place: strings.Repeat("grande salle des fêtes de Moulins ", 4)}
	visit := coop.VisitRow{Visit: coop.Visit{Start: made}, OfficerName: strings.Repeat("Marie-Françoise ", 5)}
	s.Dates = coop.SheetDates(s.Coop, s.Household, visit, s.Agm, today)
	return s
}

// bare keeps what an export always has, and nothing of the settings.
func bare(s coop.Sheet) coop.Sheet {
	h := coop.Household{Product: s.Household.Product, Holders: s.Household.Holders[:1]}
	return sheet(coop.Coop{}, coop.Residence{Name: s.Residence.Name}, h)
}

func variants() map[string]coop.Sheet {
	all := map[string]coop.Sheet{}
	for name, s := range map[string]coop.Sheet{"tenant": tenant(), "psla": psla(), "vefa": vefa(), "copro": copro()} {
		all[name] = s
		all[name+" with long names"] = withLongNames(s)
		all[name+" with nothing known"] = bare(s)
		all[name+" beyond reason"] = beyondReason(withLongNames(s))
		all[name+" dressed"] = dressed(s, wideLogo)
		all[name+" with long names, dressed"] = dressed(withLongNames(s), tallLogo)
		all[name+" beyond reason, dressed"] = dressed(beyondReason(withLongNames(s)), wideLogo)
	}
	return all
}

// tongue is the program's own text of a kind of sheet, and its language's words.
func tongue(tb testing.TB, kind coop.PaperKind, lang string) paper.Tongue {
	tb.Helper()
	texts, err := template.Read(assets.Papers()[string(kind)+"."+lang+".yaml"])
	if err != nil {
		tb.Fatal(err)
	}
	return paper.Tongue{Texts: texts, Words: words(tb, lang)}
}

// write makes a sheet into a PDF.
func write(w io.Writer, s coop.Sheet, front paper.Tongue, back *paper.Tongue) error {
	pages, err := paper.LaySheet(s, front, back, fonts(), made)
	if err != nil {
		return err
	}
	return paper.WritePages(w, pages, fonts(), made)
}

// printed makes a sheet into a file and gives its path.
func printed(t *testing.T, s coop.Sheet, lang string) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out, s, tongue(t, coop.WelcomeSheet, lang), nil); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "sheet.pdf")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// tool runs a program of the machine and gives what it says.
func tool(t *testing.T, name string, args ...string) string {
	t.Helper()
	var out, complaints strings.Builder
	c := exec.Command(name, args...)
	c.Stdout, c.Stderr = &out, &complaints
	if err := c.Run(); err != nil || strings.Contains(complaints.String(), "Syntax") {
		t.Fatalf("%s %v: %v %s (go run ./cmd/dev test installs it)", name, args, err, complaints.String())
	}
	return out.String()
}

// simple is a sheet in its simple version.
func simple(t *testing.T, name string, s coop.Sheet, lang string) string {
	t.Helper()
	return kept(t, "sheet", "simple "+name+" "+lang, func(w io.Writer) error { return write(w, s, tongue(t, coop.SimpleSheet, lang), nil) })
}

func TestTheSimpleSheetIsLargeNumberedAndWhole(t *testing.T) {
	for name, s := range map[string]coop.Sheet{
		"tenant": tenant(), "psla": psla(), "vefa": vefa(), "copro": copro(), "long": withLongNames(tenant()), "bare": bare(tenant()),
	} {
		t.Run(name, func(t *testing.T) {
			for _, lang := range []string{"fr", "en"} {
				path := simple(t, name, s, lang)
				if pages := isSound(t, path); pages < 1 || pages > 4 {
					t.Errorf("%d pages", pages)
				}
				keepsItsMargins(t, path)
				keepsWordsApart(t, path)
				files, _ := greyPages(t, path)
				if got := codesOn(t, files); len(got) != len(s.Codes) {
					t.Errorf("codes %v of %v", got, s.Codes)
				}
			}
		})
	}
	got := text(t, simple(t, "tenant", tenant(), "fr"))
	for _, want := range []string{"Page 1 sur", "Vous changez les ampoules", "Vous louez ce logement", "Vous payez le 5 de chaque mois"} {
		if !strings.Contains(got, want) {
			t.Errorf("the sheet does not say %q: %s", want, got)
		}
	}
	if strings.Contains(got, "FALC") {
		t.Error("only readers with an intellectual disability may call a text FALC")
	}
}

func TestTheBackSpeaksASecondLanguage(t *testing.T) {
	back := tongue(t, coop.WelcomeSheet, "en")
	path := kept(t, "sheet", "verso", func(w io.Writer) error {
		return write(w, dressed(tenant(), wideLogo), tongue(t, coop.WelcomeSheet, "fr"), &back)
	})
	if pages := isSound(t, path); pages != 2 {
		t.Errorf("%d pages", pages)
	}
	got := text(t, path)
	for _, want := range []string{"Bienvenue, Madame LEFÈVRE", "le texte français fait foi", "the French text prevails", "Who does what"} {
		if !strings.Contains(got, want) {
			t.Errorf("the sheet does not say %q: %s", want, got)
		}
	}
	keepsWordsApart(t, path)
}

func TestAnUkrainianBackSpeaksUkrainianDays(t *testing.T) {
	back := tongue(t, coop.WelcomeSheet, "uk")
	path := kept(t, "sheet", "verso uk", func(w io.Writer) error { return write(w, tenant(), tongue(t, coop.WelcomeSheet, "fr"), &back) })
	if pages := isSound(t, path); pages != 2 {
		t.Errorf("%d pages", pages)
	}
	got := text(t, path)
	for _, want := range []string{"Ласкаво просимо, Éloïse LEFÈVRE", "вівторок, 1 грудня, 10:00", "жовтень 2027", "Хто за що відповідає", "le texte français fait foi"} {
		if !strings.Contains(got, want) {
			t.Errorf("the back does not say %q: %s", want, got)
		}
	}
	keepsItsMargins(t, path)
	keepsWordsApart(t, path)
}
