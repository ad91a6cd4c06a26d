package texts

import (
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
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

// shortcut undoes, does again, and moves the step by Alt and an arrow.
func (e *editor) shortcut(s fyne.Shortcut) bool {
	switch kit.EditOf(s) {
	case kit.EditUndo:
		e.undo()
	case kit.EditRedo:
		e.redo()
	case kit.EditUp:
		e.order.Shift(e.at, -1)
	case kit.EditDown:
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
