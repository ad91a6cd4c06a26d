package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TakesFirst lets a shortcut's owner have it before the field: Ctrl+Z takes back what the owner did, not only what
// was typed here. take says whether it was taken.
func (f *Field) TakesFirst(take func(fyne.Shortcut) bool) *Field {
	f.input.first = func(s fyne.Shortcut) bool {
		switch s.(type) {
		case *fyne.ShortcutUndo, *fyne.ShortcutRedo, *desktop.CustomShortcut:
			return take(s)
		}
		return false
	}
	return f
}

// Insert types a text where the cursor stands.
func (f *Field) Insert(text string) {
	for _, letter := range text {
		f.input.TypedRune(letter)
	}
}

// Toggle opens or closes the part as a press does.
func (f *Fold) Toggle() { f.toggle() }
