package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// orderRow is one row: a grip, its words, a sign at the end.
type orderRow struct {
	pressable
	order   *Order
	index   int
	row     OrderRow
	current bool
	title   *Text
	note    *Text
	sign    *Icon
	grip    *grip
	line    *fyne.Container
}

var _ fyne.Shortcutable = (*orderRow)(nil)

func newOrderRow(o *Order, index int) *orderRow {
	r := &orderRow{order: o, index: index, title: Body("").OneLine(), note: Caption("").OneLine(), sign: NewGlyph(look.IconWarning, Attention)}
	r.grip = newGrip(r)
	r.line = RowOf(look.Tight, r.grip, Grow(Stack(0, r.title, r.note)), r.sign)
	r.onPressed = func() { o.onChosen(r.index) }
	r.becomes(r)
	return r
}

func (r *orderRow) show(row OrderRow, current bool) {
	if r.row == row && r.current == current && r.word != "" {
		return
	}
	r.row, r.current, r.word = row, current, row.Title
	if row.Means != "" {
		r.word += ", " + row.Means
	}
	r.title.strong = current
	ink := Plain
	if row.Quiet && !current {
		ink = Calm
	}
	r.title.text, r.title.tone = row.Title, ink
	r.note.text = row.Note
	r.sign.Hidden, r.grip.Hidden = row.Icon == "", row.Fixed
	r.sign.Set(row.Icon, row.Tone)
	r.Refresh()
}

// TypedShortcut implements fyne.Shortcutable: Alt and an arrow move the row; anything else is the window's.
func (r *orderRow) TypedShortcut(s fyne.Shortcut) {
	if custom, ok := s.(*desktop.CustomShortcut); ok && custom.Modifier == fyne.KeyModifierAlt {
		switch custom.KeyName {
		case fyne.KeyUp:
			r.order.Shift(r.index, -1)
			return
		case fyne.KeyDown:
			r.order.Shift(r.index, 1)
			return
		}
	}
	if window, ok := r.canvas().(fyne.Shortcutable); ok {
		window.TypedShortcut(s)
	}
}

// TypedKey implements fyne.Focusable: the arrows go from row to row.
func (r *orderRow) TypedKey(e *fyne.KeyEvent) {
	next := r.index
	switch e.Name {
	case fyne.KeyUp:
		next--
	case fyne.KeyDown:
		next++
	default:
		r.pressable.TypedKey(e)
		return
	}
	if next >= 0 && next < len(r.order.rows) {
		if c := r.canvas(); c != nil {
			c.Focus(r.order.rows[next])
		}
		r.order.scroll.ScrollTo(r.order.rows[next])
	}
}

// CreateRenderer implements fyne.Widget.
func (r *orderRow) CreateRenderer() fyne.WidgetRenderer {
	return pressRow(&r.pressable, r.line, func() fyne.ThemeColorName {
		if r.current {
			return look.AccentSoft
		}
		if r.order.held == r.index {
			return look.Pressed
		}
		return look.Card
	})
}

// grip is what one takes a row by.
type grip struct {
	widget.BaseWidget
	row  *orderRow
	icon *Icon
}

var (
	_ fyne.Draggable     = (*grip)(nil)
	_ fyne.Tappable      = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
)

func newGrip(r *orderRow) *grip {
	g := &grip{row: r, icon: NewGlyph(look.IconGrip, Calm)}
	g.ExtendBaseWidget(g)
	return g
}

// Tapped implements fyne.Tappable: a press on the grip is a press on the row.
func (g *grip) Tapped(e *fyne.PointEvent) { g.row.Tapped(e) }

// Dragged implements fyne.Draggable.
func (g *grip) Dragged(e *fyne.DragEvent) { g.row.order.drag(g.row.index, e.Dragged.DY) }

// DragEnd implements fyne.Draggable.
func (g *grip) DragEnd() { g.row.order.drop() }

// Cursor implements desktop.Cursorable.
func (g *grip) Cursor() desktop.Cursor { return desktop.VResizeCursor }

// CreateRenderer implements fyne.Widget.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	return &frame{
		objects: fixed(g.icon),
		least:   func() fyne.Size { return fyne.NewSize(gripWide, look.Touch) },
		layout: func(size fyne.Size) {
			side := g.icon.MinSize()
			place(g.icon, (size.Width-side.Width)/2, (size.Height-side.Height)/2, side.Width, side.Height)
		},
		refresh: g.icon.Refresh,
	}
}

const gripWide float32 = 32
