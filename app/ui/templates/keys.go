package templates

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/ui/kit"
)

func (e *editor) undo() {
	if _, ok := e.history.Undo(); ok {
		e.showAll()
		e.touched()
	}
}

func (e *editor) redo() {
	if _, ok := e.history.Redo(); ok {
		e.showAll()
		e.touched()
	}
}

// shortcut undoes, does again, and moves the part by Alt and an arrow.
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

// key goes from part to part by page.
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
