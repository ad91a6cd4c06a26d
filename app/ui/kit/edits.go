package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Edit is what a shortcut asks of something that is written.
type Edit string

// The edits.
const (
	EditNone Edit = ""
	EditUndo Edit = "undo"
	EditRedo Edit = "redo"
	EditUp   Edit = "up"   // moves the part that is written before the one above
	EditDown Edit = "down" // moves it behind the one below
)

// EditOf is what a shortcut asks for: Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z, and Alt with an arrow.
func EditOf(s fyne.Shortcut) Edit {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		return EditUndo
	case *fyne.ShortcutRedo:
		return EditRedo
	case *desktop.CustomShortcut:
		return chord(s)
	}
	return EditNone
}

func chord(s *desktop.CustomShortcut) Edit {
	control := s.Modifier&fyne.KeyModifierShortcutDefault != 0
	switch {
	case control && s.KeyName == fyne.KeyZ && s.Modifier&fyne.KeyModifierShift != 0, control && s.KeyName == fyne.KeyY:
		return EditRedo
	case control && s.KeyName == fyne.KeyZ:
		return EditUndo
	case s.Modifier == fyne.KeyModifierAlt && s.KeyName == fyne.KeyUp:
		return EditUp
	case s.Modifier == fyne.KeyModifierAlt && s.KeyName == fyne.KeyDown:
		return EditDown
	}
	return EditNone
}
