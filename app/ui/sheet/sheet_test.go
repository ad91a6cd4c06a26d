package sheet_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
	"bienvenue/app/template"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/sheet"
	"bienvenue/app/ui/uitest"
	"bienvenue/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func paperFonts() paper.Fonts {
	return paper.Fonts{
		Regular: assets.FontRegular, Semibold: assets.FontSemiBold, Bold: assets.FontBold,
		Further: []paper.Family{
			{Regular: assets.NotoSansRegular, Bold: assets.NotoSansBold},
			{Regular: assets.NotoSansArabicRegular, Bold: assets.NotoSansArabicBold},
		},
	}
}

func french(t *testing.T) *i18n.Words {
	t.Helper()
	return uitest.French(t, time.UTC)
}

// desk makes a real sheet, or fails, and remembers what it kept.
type desk struct {
	t     *testing.T
	name  string
	logo  []byte
	fails error
	notes []string
	kept  []coop.PaperMeans
}

func (d *desk) Make(context.Context) (sheet.Made, error) {
	if d.fails != nil {
		return sheet.Made{}, d.fails
	}
	made := time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC)
	c := coop.Coop{
		Name: "Les Foyers du Bocage", AgencyPhone: "0465714210", EmergencyPhone: "0465714299", AgmMonth: 6, RentDay: 5,
		ShareCents: 1600, TenantArea: "espace.example.org", CulturePage: "www.hlm.coop/culturecoop", CoopPage: "foyers.example.org",
	}
	h := coop.Household{
		Product: coop.Rental, Entry: "2026-10-12", Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: d.name}},
		Dwelling: coop.Dwelling{Building: "B", Floor: "2", Door: "12", Home: coop.Flat}, Share: coop.Share{State: coop.ShareToOffer},
	}
	r := coop.Residence{Name: "Résidence Champmilan", Address: "14 rue des Tilleuls", Postcode: "03000", Town: "Moulins", Heating: coop.CollectiveHeating}
	content := coop.Sheet{
		Logo: d.logo, Coop: c, Household: h, Residence: r, Contacts: coop.SheetContacts(c, r), Duties: coop.SheetDuties(h, r),
		Codes:  []coop.CodeKind{coop.CodeArea, coop.CodeCulture, coop.CodePage},
		Dates:  coop.SheetDates(c, h, coop.VisitRow{}, coop.Event{}, "2026-11-23"),
		Agreed: []coop.SheetPromise{{What: "Remplacer la grille de ventilation", Due: "2026-12-07"}},
	}
	fonts := paperFonts()
	texts, err := template.Read(assets.Papers()["welcome-sheet.fr.yaml"])
	if err != nil {
		return sheet.Made{}, err
	}
	pages, err := paper.LaySheet(content, paper.Tongue{Texts: texts, Words: french(d.t)}, nil, fonts, made)
	if err != nil {
		return sheet.Made{}, err
	}
	page := pages[0]
	var pdf bytes.Buffer
	if err := page.PDF(&pdf, fonts, made); err != nil {
		return sheet.Made{}, err
	}
	return sheet.Made{
		PDF: pdf.Bytes(), Hash: "abc", Replaced: page.Replaced, Notes: d.notes,
		Leaves: []kit.Leaf{{Width: page.Width, Height: page.Height, Draw: func(p kit.Pencil) { page.Draw(p) }}},
	}, nil
}

func (d *desk) Keep(_ context.Context, _ string, means coop.PaperMeans) error {
	d.kept = append(d.kept, means)
	return nil
}

// machine is a machine with some printers that remembers what it was asked.
type machine struct {
	printers []sheet.Printer
	absent   error
	refuses  error
	printed  sheet.Job
	chosen   map[string]sheet.Choice
	opened   string
	saved    string
}

// ready are printers with nothing to choose.
func ready(names ...string) (all []sheet.Printer) {
	for _, name := range names {
		all = append(all, sheet.Printer{Name: name, State: sheet.PrinterReady})
	}
	return all
}

func (m *machine) Printers(context.Context) ([]sheet.Printer, error) { return m.printers, m.absent }

func (m *machine) Print(_ context.Context, _ []byte, job sheet.Job) (sheet.Sent, error) {
	m.printed = job
	for _, p := range m.printers {
		if p.Name == job.Printer {
			return sheet.Sent{Number: "12", State: p.State}, m.refuses
		}
	}
	return sheet.Sent{}, m.refuses
}

func (m *machine) Remembered(kind string) sheet.Choice { return m.chosen[kind] }

func (m *machine) Remember(kind string, c sheet.Choice) {
	m.chosen = map[string]sheet.Choice{kind: c}
}

func (m *machine) Open(_ context.Context, _ []byte, name string) error { m.opened = name; return nil }

func (m *machine) Place(name string) string { return "/documents/" + name }

func (m *machine) Save(_ context.Context, _ []byte, path string) error {
	m.saved = path
	return m.refuses
}

func screen(t *testing.T, d *desk, m *machine) *sheet.Screen {
	t.Helper()
	d.t = t
	if d.name == "" {
		d.name = "Lefèvre"
	}
	uitest.App(t)
	return sheet.New(sheet.Params{
		Words: french(t), Run: kit.Inline(), Desk: d, Output: m, Name: "Mme Éloïse LEFÈVRE",
		Texts:    sheet.Texts{Title: "Fiche de bienvenue", Read: "Relisez la fiche.", Print: "Imprimer la fiche", Document: "Fiche de bienvenue", File: "fiche-de-bienvenue-2026-11-23", Kind: "welcome-sheet"},
		Fonts:    paperFonts().Faces(),
		OnClosed: func() {},
	})
}

func TestTheSheetIsSeenBeforeItIsPrinted(t *testing.T) {
	w := uitest.Window(t, screen(t, &desk{}, &machine{}).Content(), 900, 600)
	for _, want := range []string{"Bienvenue, Madame LEFÈVRE", "Ce que nous avons convenu", "www.hlm.coop/culturecoop", "Mme Éloïse LEFÈVRE"} {
		if !uitest.Reads(w, want) {
			t.Errorf("the screen does not show %q", want)
		}
	}
}

func TestTheLogoIsSeenAsItWillBePrinted(t *testing.T) {
	logo, err := os.ReadFile("../preferences/testdata/logo.png")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		logo []byte
		seen bool
	}{
		"a logo": {logo, true}, "none": {nil, false}, "a broken one": {logo[:40], false},
	} {
		t.Run(name, func(t *testing.T) {
			w := uitest.Window(t, screen(t, &desk{logo: c.logo}, &machine{}).Content(), 900, 1200)
			found := uitest.Find(w, func(o fyne.CanvasObject) bool { // three times as wide as it is high, as nothing else is
				image, ok := o.(*canvas.Image)
				shape := o.Size().Width / max(o.Size().Height, 1)
				return ok && image.Image != nil && shape > 2.9 && shape < 3.1
			})
			if (found != nil) != c.seen {
				t.Errorf("it is seen: %v, want %v", found != nil, c.seen)
			}
		})
	}
}

func TestPrintingIsKept(t *testing.T) {
	d, m := &desk{}, &machine{printers: ready("accueil")}
	w := uitest.Window(t, screen(t, d, m).Content(), 900, 600)
	uitest.Press(t, w, "Imprimer la fiche")
	if m.printed.Printer != "accueil" || len(d.kept) != 1 || d.kept[0] != coop.PaperPrinted {
		t.Errorf("printed on %v, kept %v", m.printed, d.kept)
	}
	if !uitest.Reads(w, "Envoyé à l’imprimante accueil, travail n° 12.") {
		t.Error("nothing says that the sheet was printed")
	}
}

func TestWithoutAPrinterTheViewerOpensAndSaysSo(t *testing.T) {
	d, m := &desk{}, &machine{}
	w := uitest.Window(t, screen(t, d, m).Content(), 900, 600)
	uitest.Press(t, w, "Imprimer la fiche")
	if m.opened != "fiche-de-bienvenue-2026-11-23.pdf" || len(d.kept) != 1 || d.kept[0] != coop.PaperOpened {
		t.Errorf("opened %q, kept %v", m.opened, d.kept)
	}
	if !uitest.Reads(w, "Aucune imprimante n’est installée sur ce poste : le document s’ouvre dans votre lecteur de PDF, imprimez-le de là.") {
		t.Error("nothing says why the viewer opened")
	}
}

// twice is a paper of two pages.
type twice struct{ desk }

func (d *twice) Make(ctx context.Context) (sheet.Made, error) {
	made, err := d.desk.Make(ctx)
	if err != nil {
		return made, err
	}
	made.Leaves = append(made.Leaves, kit.Leaf{Width: 210, Height: 297, Draw: func(p kit.Pencil) { p.Text(20, 30, 12, 400, 0, "Le verso") }})
	return made, nil
}

func TestAPaperOfSeveralPagesIsTurned(t *testing.T) {
	uitest.App(t)
	d := &twice{desk{t: t, name: "Lefèvre"}}
	s := sheet.New(sheet.Params{
		Words: french(t), Run: kit.Inline(), Desk: d, Output: &machine{}, Texts: sheet.Texts{Title: "La tournée", Print: "Imprimer"},
		Fonts: paperFonts().Faces(),
	})
	w := uitest.Window(t, s.Content(), 900, 600)
	if !uitest.Reads(w, "Page 1 sur 2") || uitest.Reads(w, "Le verso") {
		t.Fatalf("the first page is not shown: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Page suivante")
	uitest.Press(t, w, "Page suivante")
	if !uitest.Reads(w, "Page 2 sur 2") || !uitest.Reads(w, "Le verso") {
		t.Errorf("the second page is not shown: %v", uitest.Texts(w))
	}
}

func TestAPrinterThatRefusesIsNotKeptAsPrinted(t *testing.T) {
	d := &desk{}
	m := &machine{printers: ready("accueil"), refuses: coop.Refuse("sheet.refused.print", map[string]any{"Printer": "accueil"})}
	w := uitest.Window(t, screen(t, d, m).Content(), 900, 600)
	uitest.Press(t, w, "Imprimer la fiche")
	if len(d.kept) != 0 {
		t.Errorf("kept %v", d.kept)
	}
	if !uitest.Reads(w, "L’imprimante accueil n’a pas pris la fiche. Rien n’est perdu : vérifiez qu’elle est allumée, ou choisissez « Ouvrir ».") {
		t.Errorf("the refusal is not explained: %q", uitest.Texts(w))
	}
}

func TestSavingProposesAPlaceAndKeepsIt(t *testing.T) {
	d, m := &desk{}, &machine{}
	w := uitest.Window(t, screen(t, d, m).Content(), 900, 600)
	uitest.Press(t, w, "Enregistrer…")
	uitest.Press(t, w, "Enregistrer ici")
	if m.saved != "/documents/fiche-de-bienvenue-2026-11-23.pdf" || len(d.kept) != 1 || d.kept[0] != coop.PaperSaved {
		t.Errorf("saved %q, kept %v", m.saved, d.kept)
	}
}

func TestAPlaceThatIsTakenIsExplainedWhereItIsTyped(t *testing.T) {
	d, m := &desk{}, &machine{refuses: coop.Refuse("sheet.refused.exists", nil)}
	w := uitest.Window(t, screen(t, d, m).Content(), 900, 600)
	uitest.Press(t, w, "Enregistrer…")
	uitest.Press(t, w, "Enregistrer ici")
	if !uitest.Reads(w, "Un fichier porte déjà ce nom. Il n’a pas été touché : choisissez un autre nom.") || len(d.kept) != 0 {
		t.Errorf("kept %v, reads %q", d.kept, uitest.Texts(w))
	}
}

func TestASheetThatCannotBeMadeIsExplainedAndTriedAgain(t *testing.T) {
	d := &desk{fails: errors.New("disk")}
	s := screen(t, d, &machine{})
	w := uitest.Window(t, s.Content(), 900, 600)
	if uitest.Reads(w, "Bienvenue, Madame LEFÈVRE") {
		t.Error("there is a page")
	}
	d.fails = nil
	uitest.Press(t, w, "Réessayer")
	if !uitest.Reads(w, "Bienvenue, Madame LEFÈVRE") {
		t.Errorf("no page after trying again: %q", uitest.Texts(w))
	}
}

// TestANameInArabicIsDrawn: its joined letters are a part of the page's picture, not texts.
func TestANameInArabicIsDrawn(t *testing.T) {
	w := uitest.Window(t, screen(t, &desk{t: t, name: "فاطمة الزهراء"}, &machine{}).Content(), 1366, 900)
	if uitest.Reads(w, french(t).T("sheet.screen.replaced")) || !uitest.Reads(w, "Bienvenue, Madame ") {
		t.Errorf("reads %q", uitest.Texts(w))
	}
	uitest.Shot(t, w, "sheet/arabic.png")
}

func TestLettersThatWereReplacedAreTold(t *testing.T) {
	for name, told := range map[string]bool{"李": true, "Шевченко": false} {
		w := uitest.Window(t, screen(t, &desk{name: name}, &machine{}).Content(), 900, 600)
		if got := uitest.Reads(w, french(t).T("sheet.screen.replaced")); got != told {
			t.Errorf("%s: told %v", name, got)
		}
		if !uitest.Reads(w, map[bool]string{true: "Bienvenue, Madame ?", false: "ШЕВЧЕНКО"}[told]) {
			t.Errorf("%s: reads %q", name, uitest.Texts(w))
		}
	}
}

func TestWhatToKnowOfAPaperIsSaidFirst(t *testing.T) {
	const note = "Ce document a déjà été fait pour ce foyer le 2 novembre 2026."
	w := uitest.Window(t, screen(t, &desk{notes: []string{note}}, &machine{}).Content(), 900, 600)
	if !uitest.Reads(w, note) {
		t.Errorf("it is not said: %q", uitest.Texts(w))
	}
}
