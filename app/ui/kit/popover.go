package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
)

// OpenPopover is a small card beside what opened it. A press elsewhere or Escape closes it.
type OpenPopover struct {
	veil   *veil
	canvas fyne.Canvas
	onKey  func(*fyne.KeyEvent)
	onRune func(rune)
	open   bool
}

// popoverWidth is how wide such a card becomes at the usual text size.
const popoverWidth float32 = 340

// ShowPopover shows content below a part of the window, or above it where there is no room.
func ShowPopover(anchor, content fyne.CanvasObject) *OpenPopover {
	c := canvasOf(anchor)
	o := &OpenPopover{canvas: c, onKey: c.OnTypedKey(), onRune: c.OnTypedRune(), open: true}
	card := newPanel(dress{fill: look.Card, line: look.Edge, thick: look.Hair, corner: look.Corner}, look.Inset, content)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(anchor)
	o.veil = newVeil(look.Clear, card, func(room fyne.Size) (fyne.Position, fyne.Size) {
		width := fyne.Min(scaled(popoverWidth), room.Width-2*look.Snug)
		height := fyne.Min(heightAt(card, width), room.Height-2*look.Snug)
		x := fyne.Min(at.X, room.Width-width-look.Snug)
		y := at.Y + anchor.Size().Height + look.Tight
		if y+height > room.Height-look.Snug {
			y = fyne.Max(at.Y-height-look.Tight, look.Snug)
		}
		return fyne.NewPos(fyne.Max(x, look.Snug), y), fyne.NewSize(width, height)
	})
	o.veil.outside = o.Close
	c.SetOnTypedKey(func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyEscape {
			o.Close()
		}
	})
	c.SetOnTypedRune(func(rune) {})
	o.veil.show(c)
	return o
}

// Close takes the card away and gives the window its keys back. Closing twice is closing once.
func (o *OpenPopover) Close() {
	if !o.open {
		return
	}
	o.open = false
	o.veil.hide()
	o.canvas.SetOnTypedKey(o.onKey)
	o.canvas.SetOnTypedRune(o.onRune)
}
