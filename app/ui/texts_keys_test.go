package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bienvenue/app/ui/uitest"
)

func (h *house) shortcut(s fyne.Shortcut) {
	h.t.Helper()
	h.shell.Shortcut(s)
	uitest.Settle(h.window)
}

func TestTheWindowsShortcutsMoveAStepAndTakeItBack(t *testing.T) {
	h := opened(t, "nadege", lively(t))
	h.shortcut(&fyne.ShortcutUndo{}) // nothing is written: nothing happens
	h.chord(fyne.Key6)
	h.press("Modifier")
	const first, second = "1 · Bonjour, votre besoin", "2 · Bonjour, votre besoin"
	h.reads(first)
	h.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt})
	h.reads(second)
	h.reads("Étape 2 sur")
	h.shortcut(&fyne.ShortcutUndo{})
	h.reads(first)
	h.reads("Étape 1 sur")
	h.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyZ, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift})
	h.reads(second)
	h.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	h.reads(first)
}

func TestAScriptFileIsDroppedOnTheRoomOfTexts(t *testing.T) {
	h := opened(t, "nadege", lively(t))
	path := filepath.Join(t.TempDir(), "counter.fr.yaml")
	if err := os.WriteFile(path, []byte("id: counter\nversion: 1\nlanguage: fr\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	h.shell.Drop(path) // on the home page: it means nothing there
	uitest.Settle(h.window)
	h.silent("counter.fr.yaml")
	h.chord(fyne.Key6)
	h.shell.Drop(path)
	uitest.Settle(h.window)
	h.reads("counter.fr.yaml")
}
