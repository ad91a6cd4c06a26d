package ui_test

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/ui"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/uitest"
	"bienvenue/assets"
	"bienvenue/data"
)

// house is a shell over a new archive.
type house struct {
	t       *testing.T
	shell   *ui.Shell
	window  fyne.Window
	office  *office.Office
	archive ui.Archive
}

func now() time.Time { return time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC) }

// opened opens the house for a login, "" asks who works.
func opened(t *testing.T, login string, prepare func(o *office.Office)) *house {
	t.Helper()
	uitest.App(t)
	archive, err := data.Open(t.Context(), filepath.Join(t.TempDir(), "bienvenue.db"), data.Options{Create: true, Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := archive.Close(); err != nil {
			t.Error(err)
		}
	})
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	catalog := uitest.Catalog(t)
	ids := 0
	o := office.New(office.Params{
		Store: archive, Now: now, Zone: zone,
		NewID: func() string { ids++; return fmt.Sprintf("019b0000-0000-7000-8000-%012d", ids) },
		Texts: texts{catalog, zone}, Papers: assets.Papers(),
	})
	if prepare != nil {
		prepare(o)
	}
	w := test.NewTempWindow(t, kit.Column())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1366, 768))
	h := &house{t: t, window: w, office: o, archive: lying(archive.Path())}
	h.shell = ui.New(ui.Params{
		Window: w, Office: o, Run: kit.Inline(), Log: slog.New(slog.DiscardHandler), Device: "test", Now: now,
		Words:   func(language string) (*i18n.Words, error) { return catalog.Words(language, zone), nil },
		Archive: h.archive, Outside: outside(),
		Start: "fr", Login: login,
	})
	if err := h.shell.Start(t.Context()); err != nil {
		t.Fatal(err)
	}
	uitest.Settle(w)
	return h
}

// lying is an archive that only knows where it lies.
type lying string

func (l lying) Path() string { return string(l) }
func (lying) Backup(_ context.Context, folder string) (string, error) {
	return folder + "/copy.db", nil
}
func (lying) Examine(context.Context) ([]ui.Finding, error) { return nil, nil }

// texts are the shipped scripts.
type texts struct {
	catalog *i18n.Catalog
	zone    *time.Location
}

func (x texts) Speech(language string) office.Speech { return x.catalog.Words(language, x.zone) }

func (texts) Scripts() ([]office.ScriptFile, error) {
	paths, err := filepath.Glob("../../assets/scripts/*.yaml")
	if err != nil {
		return nil, err
	}
	var files []office.ScriptFile
	for _, path := range paths {
		source, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		files = append(files, office.ScriptFile{Name: filepath.Base(path), Source: source})
	}
	return files, nil
}

// shelf is a computer without folders.
type shelf struct{}

func (shelf) Places() []ui.Folder { return []ui.Folder{{Path: "/home/sonia", Name: "sonia"}} }
func (shelf) List(path string) (ui.Folder, []ui.FileEntry, error) {
	return ui.Folder{Path: path}, nil, nil
}

// lively is a coop with a manager, an officer, a front desk, and one household.
func lively(t *testing.T) func(*office.Office) {
	t.Helper()
	return func(o *office.Office) {
		ctx, by := t.Context(), coop.Actor{Device: "test"}
		for _, s := range []coop.Staff{
			{Login: "nadege", Name: "Nadège Colombier", Role: coop.Manager, Active: true},
			{Login: "sonia", Name: "Sonia Arnaud", Role: coop.FrontDesk, Active: true},
			{Login: "hugo", Name: "Hugo Meunier", Role: coop.Officer, Target: 9, Active: true},
			{Login: "paul", Name: "Paul Vernet", Role: coop.Officer},
		} {
			if _, err := o.KeepStaff(ctx, by, s); err != nil {
				t.Fatal(err)
			}
		}
		h := coop.Household{
			Product: coop.Rental, Entry: "2026-10-12",
			Holders:  []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: "Lefèvre", Mobile: "0639981102"}},
			Dwelling: coop.Dwelling{Door: "B12"},
		}
		if _, err := o.AddHousehold(ctx, by, h, coop.Residence{Name: "Champmilan", Town: "MOULINS"}); err != nil {
			t.Fatal(err)
		}
	}
}

func (h *house) press(words string) { h.t.Helper(); uitest.Press(h.t, h.window, words) }

func (h *house) reads(words string) {
	h.t.Helper()
	if !uitest.Reads(h.window, words) {
		h.t.Errorf("the window does not say %q; it says:\n%v", words, uitest.Texts(h.window))
	}
}

func (h *house) silent(words string) {
	h.t.Helper()
	if uitest.Reads(h.window, words) {
		h.t.Errorf("the window says %q", words)
	}
}

func (h *house) chord(key fyne.KeyName) {
	h.t.Helper()
	h.shell.Chord(key)
	uitest.Settle(h.window)
}

func TestTheSearchAnswersWhileOneTypes(t *testing.T) {
	h := opened(t, "sonia", lively(t))
	uitest.Type(t, h.window, "Une personne, un logement, une résidence…", "lefe")
	h.reads("Mme Éloïse LEFÈVRE")
	h.reads("Champmilan · porte B12 · MOULINS")
	uitest.Key(t, h.window, fyne.KeyEscape)
	h.silent("Champmilan · porte B12 · MOULINS")
}

func TestTheStartAsksWhoWorks(t *testing.T) {
	h := opened(t, "", lively(t))
	h.reads("Qui travaille aujourd’hui ?")
	h.silent("Paul Vernet") // no longer works here
	h.press("Sonia Arnaud")
	h.reads("Bonjour Sonia")
	h.reads("SA · Sonia Arnaud")
}

func TestAnUnknownLoginIsSaidAndAsked(t *testing.T) {
	h := opened(t, "nobody", lively(t))
	h.reads("Qui travaille aujourd’hui ?")
	h.reads("nobody")
}

func TestTheMonthIsForThoseWhoMaySeeIt(t *testing.T) {
	for login, sees := range map[string]bool{"sonia": false, "hugo": false, "nadege": true} {
		t.Run(login, func(t *testing.T) {
			h := opened(t, login, lively(t))
			if got := uitest.CanPress(h.window, "Mois"); got != sees {
				t.Errorf("sees the month: %t, want %t", got, sees)
			}
			h.chord(fyne.Key5)
			if got := uitest.Reads(h.window, "Mois en cours"); got != sees {
				t.Errorf("Ctrl+5 opens the month: %t, want %t", got, sees)
			}
		})
	}
}

func TestSomebodyElseTakesOver(t *testing.T) {
	h := opened(t, "nadege", lively(t))
	h.press("NC · Nadège Colombier")
	h.press("Hugo Meunier")
	h.reads("Bonjour Hugo")
	if uitest.CanPress(h.window, "Mois") {
		t.Error("an officer sees the month")
	}
}

func TestReturnInTheSearchOpensTheFirstFile(t *testing.T) {
	h := opened(t, "sonia", lively(t))
	h.chord(fyne.KeyK)
	uitest.Type(t, h.window, "Une personne, un logement, une résidence…", "champmilan lefevre")
	uitest.Key(t, h.window, fyne.KeyReturn)
	h.reads("Contacts")
	h.reads("06 39 98 11 02")
	h.chord(fyne.KeyN)
	h.reads("Réserver une visite")
}

func TestTheRoomThatIsSeenBeginsAnew(t *testing.T) {
	h := opened(t, "sonia", lively(t))
	uitest.Type(t, h.window, "Une personne, un logement, une résidence…", "lefevre")
	uitest.Key(t, h.window, fyne.KeyReturn)
	h.reads("Contacts")
	h.chord(fyne.Key2)
	h.silent("Contacts")
	h.reads("Toutes les résidences")
}

func TestNobodyFoundLeadsOn(t *testing.T) {
	h := opened(t, "sonia", lively(t))
	uitest.Type(t, h.window, "Une personne, un logement, une résidence…", "zzz")
	h.reads("Personne ne correspond à « zzz »")
	h.press("Ajouter une personne")
}

func TestAPersonAtTheDeskIsWelcomedInThreePresses(t *testing.T) {
	h := opened(t, "sonia", lively(t))
	h.press("Accueillir une personne")
	h.reads("Qui accueillez-vous ?")
	uitest.Type(t, h.window, "Une personne, un logement, une résidence…", "eloise")
	h.press("Mme Éloïse LEFÈVRE")
	h.reads("Vu, suite")
	h.silent("SA · Sonia Arnaud") // the talk has the whole window
	h.chord(fyne.Key2)
	h.reads("Vu, suite") // and is not left by chance
	h.press("Vu, suite")
	h.press("Quitter")
	if uitest.CanPress(h.window, "Quitter l’entretien") {
		h.press("Quitter l’entretien")
	}
	h.reads("À reprendre")
	h.press("Reprendre")
	h.reads("Vu, suite")
}

func TestTheRoomsHaveTheirKeys(t *testing.T) {
	h := opened(t, "nadege", lively(t))
	for key, words := range map[fyne.KeyName]string{
		fyne.Key2: "Toutes les résidences", fyne.Key3: "Semaine du", fyne.Key4: "Tous les services",
		fyne.Key5: "Novembre 2026", fyne.Key7: "Qui vous êtes", fyne.Key1: "Bonjour Nadège",
	} {
		h.chord(key)
		h.reads(words)
	}
}

func TestHelpAndKeysOpenAndClose(t *testing.T) {
	h := opened(t, "sonia", lively(t))
	uitest.Key(t, h.window, fyne.KeyF1)
	h.reads("Commencez votre journée ici")
	h.press("Les touches du clavier")
	h.reads("Chercher une personne")
	uitest.Key(t, h.window, fyne.KeyEscape)
	h.silent("Chercher une personne")
}

func TestTheLanguageChangesAtOnce(t *testing.T) {
	h := opened(t, "nadege", lively(t))
	h.press("Réglages")
	h.press("L’affichage")
	h.press("English")
	h.reads("Language of the screen")
	h.press("Today")
	h.reads("Hello Nadège")
}

func TestTheTitleNamesTheCoopAndNobody(t *testing.T) {
	h := opened(t, "sonia", lively(t))
	h.press("Réglages")
	uitest.Type(t, h.window, "Nom de la coopérative", "Coopérative du Lac")
	h.press("Enregistrer")
	h.reads("Réglages enregistrés.")
	if got, want := h.window.Title(), "Bienvenue – Coopérative du Lac"; got != want {
		t.Errorf("the title is %q, want %q", got, want)
	}
}

func TestANewArchiveBeginsWithTwoFacts(t *testing.T) {
	h := opened(t, "", nil)
	h.reads("Bienvenue chez vous")
	if uitest.CanPress(h.window, "Commencer") {
		t.Error("begins without a name")
	}
	uitest.Type(t, h.window, "Nom de la coopérative", "Coopérative du Lac")
	uitest.Type(t, h.window, "Votre nom", "Paul Durand")
	if got := uitest.Typed(t, h.window, "Identifiant"); got != "paul" {
		t.Errorf("proposes the login %q, want paul", got)
	}
	h.press("Commencer")
	h.reads("Choisir un fichier") // the import comes next
	h.press("Retour")
	h.reads("Bonjour Paul")
	h.reads("Importer un fichier de locataires")
	if s, err := h.office.FindStaff(t.Context(), "paul"); err != nil || s.Role != coop.Administrator {
		t.Errorf("kept %+v, %v", s, err)
	}
}

func TestAnArchiveThatDoesNotOpenSaysWhatToDo(t *testing.T) {
	h := opened(t, "sonia", lively(t))
	retried := false
	h.shell.Trouble(ui.Trouble{
		Err: coop.Refuse("archive.refused.newer", map[string]any{"Path": "/srv/b.db"}), Path: "/srv/b.db",
		OnRetry: func() { retried = true },
	})
	h.reads("L’archive ne s’ouvre pas")
	h.reads("/srv/b.db")
	if uitest.CanPress(h.window, "Créer une nouvelle archive ici") {
		t.Error("offers to make an archive where one is")
	}
	h.press("Réessayer")
	if !retried {
		t.Error("nothing was tried again")
	}
}

func TestTheBarStandsBelowAnUprightWindow(t *testing.T) {
	h := opened(t, "nadege", lively(t))
	h.window.Resize(fyne.NewSize(800, 1280))
	uitest.Settle(h.window)
	h.press("Plus") // six rooms, five places
	h.press("Réglages")
	h.reads("Qui vous êtes")
}

func TestTheRoundComesFirstForAnOfficer(t *testing.T) {
	h := opened(t, "hugo", func(o *office.Office) {
		lively(t)(o)
		book(t, o, "hugo")
	})
	h.reads("Ma tournée")
	h.reads("14 h")
	h.press("Commencer")
	h.reads("Vu, suite")
}

// book books a visit today at 14 h with the only household.
func book(t *testing.T, o *office.Office, login string) {
	t.Helper()
	ctx, by := t.Context(), coop.Actor{Device: "test"}
	who, err := o.FindStaff(ctx, login)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := o.Search(ctx, by, "lefevre", 1)
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	if _, err := o.BookVisit(ctx, by, coop.Booking{
		Household: rows[0].ID, Officer: who.ID, Kind: coop.CourtesyVisit, Place: coop.AtHome,
		Start: coop.Day("2026-11-23").At(14, 0, o.Zone()), Minutes: 45, Reason: "test", Agreed: true,
	}); err != nil {
		t.Fatal(err)
	}
}
