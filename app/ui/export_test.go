package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Chord does what Ctrl and a key do in the window; the test canvas has no shortcuts of its own.
func (s *Shell) Chord(key fyne.KeyName) {
	chord := &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierShortcutDefault}
	s.chords[chord.ShortcutName()]()
}
