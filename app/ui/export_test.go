package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/storage"
)

// Chord does what Ctrl and a key do in the window; the test canvas has no shortcuts of its own.
func (s *Shell) Chord(key fyne.KeyName) {
	chord := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	s.chords[chord.ShortcutName()]()
}

// Shortcut does what a shortcut does in the window.
func (s *Shell) Shortcut(shortcut fyne.Shortcut) { s.chords[shortcut.ShortcutName()]() }

// Drop drops files on the window.
func (s *Shell) Drop(paths ...string) {
	files := make([]fyne.URI, len(paths))
	for i, path := range paths {
		files[i] = storage.NewFileURI(path)
	}
	s.dropped(fyne.NewPos(0, 0), files)
}
