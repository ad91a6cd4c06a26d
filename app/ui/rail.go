package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// The rail's measures, at the usual text size.
const (
	railWidth  float32 = 84
	railItem   float32 = 64
	itemCorner float32 = 10
)

// railButton leads to a room: an icon above its word, lit while one is there.
type railButton struct {
	widget.BaseWidget
	icon    look.Icon
	word    string
	lit     bool
	hovered bool
	focused bool
	pressed func()
}

var (
	_ fyne.Tappable      = (*railButton)(nil)
	_ fyne.Focusable     = (*railButton)(nil)
	_ fyne.Accessible    = (*railButton)(nil)
	_ desktop.Hoverable  = (*railButton)(nil)
	_ desktop.Cursorable = (*railButton)(nil)
)

func newRailButton(icon look.Icon, word string, pressed func()) *railButton {
	b := &railButton{icon: icon, word: word, pressed: pressed}
	b.ExtendBaseWidget(b)
	return b
}

func (b *railButton) light(lit bool) {
	if b.lit != lit {
		b.lit = lit
		b.Refresh()
	}
}

// Tapped implements fyne.Tappable.
func (b *railButton) Tapped(*fyne.PointEvent) { b.pressed() }

// FocusGained implements fyne.Focusable.
func (b *railButton) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost implements fyne.Focusable.
func (b *railButton) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *railButton) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *railButton) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.pressed()
	default:
		if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.OnTypedKey() != nil {
			c.OnTypedKey()(e)
		}
	}
}

// MouseIn implements desktop.Hoverable.
func (b *railButton) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (b *railButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *railButton) MouseOut() { b.hovered = false; b.Refresh() }

// Cursor implements desktop.Cursorable.
func (b *railButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (b *railButton) AccessibilityLabel() string { return b.word }

// AccessibilityRole implements fyne.Accessible.
func (b *railButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (b *railButton) CreateRenderer() fyne.WidgetRenderer {
	r := &railRenderer{
		button: b, ground: &canvas.Rectangle{CornerRadius: itemCorner},
		icon: kit.NewIcon(b.icon, kit.Calm), word: kit.Caption(b.word).OneLine().Centered(),
	}
	r.Refresh()
	return r
}

type railRenderer struct {
	button *railButton
	ground *canvas.Rectangle
	icon   *kit.Icon
	word   *kit.Text
}

func (r *railRenderer) Destroy() {}

func (r *railRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.icon, r.word}
}

func (r *railRenderer) MinSize() fyne.Size {
	return fyne.NewSize(look.Touch, fyne.Max(railItem, r.height()+2*look.Snug))
}

func (r *railRenderer) height() float32 {
	return r.icon.MinSize().Height + look.Tight + r.word.MinSize().Height
}

func (r *railRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	y := (size.Height - r.height()) / 2
	icon := r.icon.MinSize().Height
	r.icon.Resize(fyne.NewSize(size.Width, icon))
	r.icon.Move(fyne.NewPos(0, y))
	r.word.Resize(fyne.NewSize(size.Width, r.word.MinSize().Height))
	r.word.Move(fyne.NewPos(0, y+icon+look.Tight))
}

func (r *railRenderer) Refresh() {
	b := r.button
	fill, tone := look.Clear, kit.Calm
	switch {
	case b.lit:
		fill, tone = look.AccentSoft, kit.Accented
	case b.hovered:
		fill = look.Hover
	}
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = look.Color(fill), look.Color(look.Accent), 0
	if b.focused {
		r.ground.StrokeWidth = 2 * look.Hair
	}
	r.ground.Refresh()
	r.icon.Set(b.icon, tone)
	r.icon.Refresh()
	r.word.Set(b.word, tone)
	r.word.Refresh()
	r.Layout(b.Size())
}
