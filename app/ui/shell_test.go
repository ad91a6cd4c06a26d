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
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/ui"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/uitest"
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
	test.NewTempApp(t)
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
	catalog, err := i18n.Load(os.DirFS("../../assets/words"))
	if err != nil {
		t.Fatal(err)
	}
	ids := 0
	o := office.New(office.Params{
		Store: archive, Now: now, Zone: zone,
		NewID: func() string { ids++; return fmt.Sprintf("019b0000-0000-7000-8000-%012d", ids) },
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
		Archive: h.archive, Outside: ui.Outside{Files: shelf{}, OnLanguage: func(string) {}, OnArchive: func(string) {}},
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

// shelf is a computer without folders.
type shelf struct{}

func (shelf) Places() []ui.Folder { return []ui.Folder{{Path: "/home/sonia", Name: "sonia"}} }
func (shelf) List(path string) (ui.Folder, []ui.FileEntry, error) {
	return ui.Folder{Path: path}, nil, nil
}

// lively is a coop with a manager, an officer, a front desk, and one household.
func lively(t *testing.T) func(*office.Office) {
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
	uitest.Shortcut(h.t, h.window, &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault})
}

func TestTheSearchAnswersWhileOneTypes(t *testing.T) {
	h := opened(t, "sonia", lively(t))
	uitest.Type(t, h.window, "Une personne, un logement, une résidence…", "lefe")
	h.reads("Mme Éloïse LEFÈVRE")
	h.reads("Champmilan · porte B12 · MOULINS")
	uitest.Key(t, h.window, fyne.KeyEscape)
	h.silent("Champmilan · porte B12 · MOULINS")
}

func TestPicture(t *testing.T) {
	h := opened(t, "sonia", lively(t))
	uitest.Type(t, h.window, "Une personne, un logement, une résidence…", "lefe")
	uitest.Shot(t, h.window, "shell/search.png")
}
