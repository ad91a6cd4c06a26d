package texts

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// undo takes the last change back.
func (e *editor) undo() {
	was := e.id()
	if _, ok := e.history.Undo(); ok {
		e.returned(was)
	}
}

// redo does again what was taken back.
func (e *editor) redo() {
	was := e.id()
	if _, ok := e.history.Redo(); ok {
		e.returned(was)
	}
}

// returned shows the script as it was before; the step that is written stays in sight wherever it has gone.
func (e *editor) returned(was coop.StepID) {
	if i := slices.IndexFunc(e.now().All, func(s script.Step) bool { return s.ID == was }); i >= 0 {
		e.at = i + 1
	}
	if !e.own() && !speaks(e.now(), e.lang) {
		e.lang = e.now().Language
	}
	e.bar.showLanguages()
	e.showAll()
	e.touched()
}

func (e *editor) shortcut(s fyne.Shortcut) bool {
	switch s := s.(type) {
	case *fyne.ShortcutUndo:
		e.undo()
		return true
	case *fyne.ShortcutRedo:
		e.redo()
		return true
	case *desktop.CustomShortcut:
		return e.chord(s)
	}
	return false
}

// chord is Ctrl+Z, Ctrl+Y, Ctrl+Shift+Z, and Alt with an arrow, which moves the step.
func (e *editor) chord(s *desktop.CustomShortcut) bool {
	control := s.Modifier&fyne.KeyModifierShortcutDefault != 0
	switch {
	case control && s.KeyName == fyne.KeyZ && s.Modifier&fyne.KeyModifierShift != 0, control && s.KeyName == fyne.KeyY:
		e.redo()
	case control && s.KeyName == fyne.KeyZ:
		e.undo()
	case s.Modifier == fyne.KeyModifierAlt && s.KeyName == fyne.KeyUp:
		e.order.Shift(e.at, -1)
	case s.Modifier == fyne.KeyModifierAlt && s.KeyName == fyne.KeyDown:
		e.order.Shift(e.at, 1)
	default:
		return false
	}
	return true
}

// key goes from step to step by page.
func (e *editor) key(k *fyne.KeyEvent) bool {
	switch k.Name {
	case fyne.KeyPageDown:
		e.choose(e.at + 1)
	case fyne.KeyPageUp:
		e.choose(e.at - 1)
	default:
		return false
	}
	return true
}
