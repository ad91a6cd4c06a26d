package sheet_test

import (
	"os"
	"testing"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/sheet"
	"bienvenue/app/ui/uitest"

	"fyne.io/fyne/v2"
)

// four are printers in four states; the second can do everything.
func four() []sheet.Printer {
	return []sheet.Printer{
		{Name: "accueil", State: sheet.PrinterStopped},
		{Name: "agence", State: sheet.PrinterReady, BothSides: true, Trays: []string{"Tray1", "Tray2", "Manual", "Special"}},
		{Name: "atelier", State: sheet.PrinterNoPaper},
		{Name: "Photocopieur-multifonction-du-deuxieme-etage-cote-cour-Champmilan-HP-LaserJet-MFP-E52645", State: sheet.PrinterBusy},
	}
}

// roundScreen is a paper of two pages.
func roundScreen(t *testing.T, m *machine) *sheet.Screen {
	t.Helper()
	uitest.App(t)
	return sheet.New(sheet.Params{
		Words: french(t), Run: kit.Inline(), Desk: &twice{desk{t: t, name: "Lefèvre"}}, Output: m, Name: "lundi 23 novembre 2026",
		Texts:    sheet.Texts{Title: "La tournée", Read: "Relisez la tournée, puis emportez-la.", Print: "Imprimer la tournée", Document: "La tournée", File: "tournee", Kind: "round"},
		Fonts:    paperFonts().Faces(),
		OnClosed: func() {},
	})
}

// pick chooses an option of a list that drops down.
func pick(t *testing.T, w fyne.Window, list, option string) {
	t.Helper()
	uitest.Press(t, w, list)
	uitest.Press(t, w, option)
}

func TestCopiesSidesAndTrayArePrintedAsChosenAndRemembered(t *testing.T) {
	m := &machine{printers: four()}
	w := uitest.Window(t, roundScreen(t, m).Content(), 1366, 768)
	pick(t, w, "Imprimante", "agence · prête")
	uitest.Press(t, w, "Un exemplaire de plus")
	uitest.Press(t, w, "Un exemplaire de plus")
	uitest.Press(t, w, "Recto verso")
	pick(t, w, "Papier pris dans", "Bac 2")
	uitest.Press(t, w, "Imprimer la tournée")
	choice := sheet.Choice{Printer: "agence", BothSides: true, Tray: "Tray2"}
	if want := (sheet.Job{Choice: choice, Copies: 3, Title: "La tournée", Width: 210, Height: 297}); m.printed != want {
		t.Errorf("printed %+v, want %+v", m.printed, want)
	}
	if m.chosen["round"] != choice {
		t.Errorf("remembers %+v", m.chosen)
	}
	if !uitest.Reads(w, "3 exemplaires envoyés à l’imprimante agence, travail n° 12.") {
		t.Errorf("the banner does not say so: %q", uitest.Texts(w))
	}
}

func TestThePrinterOfTheLastTimeIsChosen(t *testing.T) {
	m := &machine{printers: four(), chosen: map[string]sheet.Choice{"round": {Printer: "agence", BothSides: true, Tray: "Tray2"}}}
	w := uitest.Window(t, roundScreen(t, m).Content(), 1366, 768)
	uitest.Press(t, w, "Imprimer la tournée")
	if want := m.chosen["round"]; m.printed.Choice != want || m.printed.Tray != "Tray2" {
		t.Errorf("printed %+v, want %+v", m.printed.Choice, want)
	}
}

func TestWhatAPrinterDoesNotOfferIsNeitherShownNorAskedOfIt(t *testing.T) {
	m := &machine{printers: ready("accueil"), chosen: map[string]sheet.Choice{"round": {Printer: "away", BothSides: true, Tray: "Tray2"}}}
	w := uitest.Window(t, roundScreen(t, m).Content(), 1366, 768)
	if !uitest.Reads(w, "accueil · prête") || uitest.Reads(w, "Recto verso") || uitest.Reads(w, "Papier pris dans") {
		t.Errorf("shows %q", uitest.Texts(w))
	}
	uitest.Press(t, w, "Imprimer la tournée")
	if want := (sheet.Choice{Printer: "accueil"}); m.printed.Choice != want {
		t.Errorf("printed %+v, want %+v", m.printed.Choice, want)
	}
}

func TestASinglePageHasNoBothSides(t *testing.T) {
	m := &machine{printers: four()[1:2]}
	w := uitest.Window(t, screen(t, &desk{}, m).Content(), 1366, 768)
	if uitest.Reads(w, "Recto verso") {
		t.Error("a single page is offered on both sides")
	}
}

func TestCopiesStayBetweenOneAndTwenty(t *testing.T) {
	m := &machine{printers: ready("accueil")}
	w := uitest.Window(t, screen(t, &desk{}, m).Content(), 1366, 768)
	if uitest.CanPress(w, "Un exemplaire de moins") || !uitest.Reads(w, "1 exemplaire") {
		t.Fatalf("reads %q", uitest.Texts(w))
	}
	for range sheet.MostCopies - 1 {
		uitest.Press(t, w, "Un exemplaire de plus")
	}
	if uitest.CanPress(w, "Un exemplaire de plus") {
		t.Error("there is no end of copies")
	}
	uitest.Press(t, w, "Imprimer la fiche")
	if m.printed.Copies != sheet.MostCopies {
		t.Errorf("printed %d", m.printed.Copies)
	}
}

func TestAStoppedPrinterIsToldBeforePrintingAndLookedAtAgain(t *testing.T) {
	m := &machine{printers: four()[:1]}
	w := uitest.Window(t, screen(t, &desk{}, m).Content(), 1366, 768)
	const told = "Cette imprimante est arrêtée : rien n’en sortira. Relancez-la dans les réglages d’impression du poste, choisissez-en une autre, ou « Ouvrir »."
	if !uitest.Reads(w, "accueil · arrêtée") || !uitest.Reads(w, told) {
		t.Fatalf("it is not told: %q", uitest.Texts(w))
	}
	m.printers = ready("accueil")
	uitest.Press(t, w, "Vérifier de nouveau")
	if !uitest.Reads(w, "accueil · prête") || uitest.Reads(w, told) {
		t.Errorf("it is told still: %q", uitest.Texts(w))
	}
}

func TestAPaperThatWaitsForThePrinterIsSaidToWait(t *testing.T) {
	m := &machine{printers: four()[2:3]}
	w := uitest.Window(t, screen(t, &desk{}, m).Content(), 1366, 768)
	uitest.Press(t, w, "Imprimer la fiche")
	if !uitest.Reads(w, "Envoyé à l’imprimante atelier, travail n° 12. Il sortira quand l’imprimante sera de nouveau prête.") {
		t.Errorf("reads %q", uitest.Texts(w))
	}
}

func TestWhyTheViewerOpensInAPrintersPlaceIsSaid(t *testing.T) {
	for name, c := range map[string]struct {
		absent error
		want   string
	}{
		"the program cannot print": {sheet.ErrNoPrinting, "Sur ce poste, c’est votre lecteur de PDF qui imprime : le document s’y ouvre, imprimez-le de là."},
		"nobody answers":           {sheet.ErrNoService, "Le service d’impression de ce poste ne répond pas : le document s’ouvre dans votre lecteur de PDF. Si rien ne s’imprime de là non plus, redémarrez le poste."},
	} {
		t.Run(name, func(t *testing.T) {
			m := &machine{absent: c.absent}
			w := uitest.Window(t, screen(t, &desk{}, m).Content(), 1366, 768)
			uitest.Press(t, w, "Imprimer la fiche")
			if m.opened == "" || !uitest.Reads(w, c.want) {
				t.Errorf("opened %q, reads %q", m.opened, uitest.Texts(w))
			}
		})
	}
}

// TestLook leaves pictures under build/sheet, to be looked at, when they are asked for.
func TestLook(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Skip("PICTURES=1 draws them")
	}
	long := four()[3:]
	long[0].State, long[0].Trays = sheet.PrinterStopped, four()[1].Trays
	for name, c := range map[string]struct {
		printers []sheet.Printer
		last     string
	}{
		"none": {nil, ""}, "one": {ready("accueil"), ""}, "four": {four(), "agence"}, "stopped": {four(), "accueil"}, "long": {long, ""},
	} {
		for size, s := range map[string]struct {
			style look.Style
			size  fyne.Size
		}{
			"counter":       {look.Style{Mode: look.Light}, fyne.Size{Width: 1366, Height: 768}},
			"portrait-dark": {look.Style{Mode: look.Dark}, fyne.Size{Width: 800, Height: 1280}},
			"large-dark":    {look.Style{Mode: look.Dark, Scale: 1.5}, fyne.Size{Width: 1280, Height: 800}},
		} {
			t.Run(name+"-"+size, func(t *testing.T) {
				m := &machine{printers: c.printers, chosen: map[string]sheet.Choice{"round": {Printer: c.last}}}
				w := uitest.Styled(t, s.style, roundScreen(t, m).Content(), s.size.Width, s.size.Height)
				uitest.Shot(t, w, "sheet/"+name+"-"+size+".png")
			})
		}
	}
}

// TestLookAtTheListAndTheBanner leaves pictures of what comes after a press.
func TestLookAtTheListAndTheBanner(t *testing.T) {
	printers := append(four(), sheet.Printer{Name: four()[3].Name + "-bis", State: sheet.PrinterReady})
	m := &machine{printers: printers, chosen: map[string]sheet.Choice{"round": {Printer: printers[4].Name}}}
	w := uitest.Styled(t, look.Style{Mode: look.Light}, roundScreen(t, m).Content(), 1366, 768)
	uitest.Press(t, w, "Imprimer la tournée")
	uitest.Shot(t, w, "sheet/banner.png")
	uitest.Press(t, w, "Imprimante")
	uitest.Shot(t, w, "sheet/list.png")
}
