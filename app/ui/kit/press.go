package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pressable is what buttons, chips and rows share: a press by finger, mouse, Enter or Space; focus by Tab only, so
// that a screen's own keys keep working after a press; keys that it has no use for go on to the window.
type pressable struct {
	widget.BaseWidget
	self      fyne.Widget // the whole widget that this is part of
	word      string      // what it is called, for screen readers and tests
	onPressed func()
	disabled  bool
	focused   bool
	hovered   bool
}

var (
	_ fyne.Tappable      = (*pressable)(nil)
	_ fyne.Focusable     = (*pressable)(nil)
	_ fyne.Disableable   = (*pressable)(nil)
	_ fyne.Accessible    = (*pressable)(nil)
	_ desktop.Hoverable  = (*pressable)(nil)
	_ desktop.Cursorable = (*pressable)(nil)
)

// Tapped implements fyne.Tappable.
func (p *pressable) Tapped(*fyne.PointEvent) { p.press() }

func (p *pressable) press() {
	if !p.disabled && p.onPressed != nil {
		p.onPressed()
	}
}

// Enable implements fyne.Disableable.
func (p *pressable) Enable() { p.setDisabled(false) }

// Disable implements fyne.Disableable.
func (p *pressable) Disable() { p.setDisabled(true) }

func (p *pressable) setDisabled(disabled bool) {
	if p.disabled != disabled {
		p.disabled = disabled
		p.Refresh()
	}
}

// Disabled implements fyne.Disableable.
func (p *pressable) Disabled() bool { return p.disabled }

// FocusGained implements fyne.Focusable.
func (p *pressable) FocusGained() {
	p.focused = true
	p.Refresh()
	reveal(p.self)
}

// FocusLost implements fyne.Focusable.
func (p *pressable) FocusLost() { p.focused = false; p.Refresh() }

// TypedKey implements fyne.Focusable.
func (p *pressable) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.press()
	default:
		passKey(p.canvas(), e)
	}
}

// TypedRune implements fyne.Focusable.
func (p *pressable) TypedRune(r rune) {
	if r != ' ' {
		passRune(p.canvas(), r)
	}
}

// MouseIn implements desktop.Hoverable.
func (p *pressable) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *pressable) MouseOut() { p.hovered = false; p.Refresh() }

// Cursor implements desktop.Cursorable.
func (p *pressable) Cursor() desktop.Cursor {
	if p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel implements fyne.Accessible.
func (p *pressable) AccessibilityLabel() string { return p.word }

// AccessibilityRole implements fyne.Accessible.
func (p *pressable) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (p *pressable) canvas() fyne.Canvas { return canvasOf(p.self) }

// becomes makes the pressable part of a widget.
func (p *pressable) becomes(whole fyne.Widget) {
	p.self = whole
	p.ExtendBaseWidget(whole)
}

// canvasOf is the canvas that an object stands on, nil before it is shown.
func canvasOf(o fyne.CanvasObject) fyne.Canvas {
	return fyne.CurrentApp().Driver().CanvasForObject(o)
}

// passKey hands a key that a focused part has no use for to the window's own handler.
func passKey(c fyne.Canvas, e *fyne.KeyEvent) {
	if c == nil {
		return
	}
	if handle := c.OnTypedKey(); handle != nil {
		handle(e)
	}
}

// passRune hands a letter that a focused part has no use for to the window's own handler.
func passRune(c fyne.Canvas, r rune) {
	if c == nil {
		return
	}
	if handle := c.OnTypedRune(); handle != nil {
		handle(r)
	}
}
