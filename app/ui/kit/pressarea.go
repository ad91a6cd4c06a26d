package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
)

// PressArea is a part without a frame of its own that is pressed as a whole, such as a clock in a bar.
type PressArea struct {
	pressable
	content fyne.CanvasObject
}

// NewPressArea is a part to press; the word is what screen readers and tests call it.
func NewPressArea(word string, onPressed func(), content fyne.CanvasObject) *PressArea {
	a := &PressArea{content: content}
	a.word, a.onPressed = word, onPressed
	a.becomes(a)
	return a
}

// CreateRenderer implements fyne.Widget.
func (a *PressArea) CreateRenderer() fyne.WidgetRenderer {
	return pressRow(&a.pressable, a.content, func() fyne.ThemeColorName { return look.Clear })
}
