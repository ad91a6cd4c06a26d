package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Tappable      = (*block)(nil)
	_ fyne.Draggable     = (*block)(nil)
	_ fyne.Focusable     = (*block)(nil)
	_ fyne.Shortcutable  = (*block)(nil)
	_ fyne.Accessible    = (*block)(nil)
	_ desktop.Cursorable = (*block)(nil)
)

// pull is a drag from its beginning on. A finger trembles: what hardly moves is a press.
type pull struct {
	on    bool
	moved fyne.Delta // since the pointer went down
	grab  fyne.Position
	start fyne.Position // of what is dragged, on the grid
	carry *carry        // nil while it is no more than a tremble, or when nothing may be carried
}

// tremble is how far a pointer may move in a press.
const tremble float32 = 7

// follow adds a move, and says whether it is a drag by now.
func (p *pull) follow(e *fyne.DragEvent, start fyne.Position) bool {
	if !p.on {
		*p = pull{on: true, grab: fyne.NewPos(e.Position.X-e.Dragged.DX, e.Position.Y-e.Dragged.DY), start: start}
	}
	p.moved.DX += e.Dragged.DX
	p.moved.DY += e.Dragged.DY
	return p.far() || p.carry != nil
}

func (p *pull) far() bool {
	return max(p.moved.DX, -p.moved.DX) > tremble || max(p.moved.DY, -p.moved.DY) > tremble
}

// corner is where the upper left corner of what is dragged lies now, on the grid.
func (p *pull) corner() fyne.Position { return p.start.AddXY(p.moved.DX, p.moved.DY) }

// Tapped implements fyne.Tappable.
func (b *block) Tapped(*fyne.PointEvent) { b.grid.screen.p.OnAct(*b.visit) }

// Dragged implements fyne.Draggable: it takes the visit up and moves it under the pointer.
func (b *block) Dragged(e *fyne.DragEvent) {
	if !b.pull.follow(e, b.Position()) {
		return
	}
	if b.pull.carry == nil {
		if b.pull.carry = b.grid.screen.lift(b.visit, false); b.pull.carry == nil {
			return
		}
	}
	corner := b.pull.corner()
	b.pull.carry.drag(corner.AddXY(b.pull.grab.X, b.pull.grab.Y), corner.Y)
}

// DragEnd implements fyne.Draggable.
func (b *block) DragEnd() {
	p := b.pull
	b.pull = pull{}
	switch {
	case p.carry != nil:
		p.carry.drop()
	case p.on && !p.far():
		b.Tapped(nil)
	}
}

// Cursor implements desktop.Cursorable.
func (b *block) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (b *block) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost implements fyne.Focusable: what the keys have taken up goes back.
func (b *block) FocusLost() {
	b.focused = false
	b.Refresh()
	if c := b.grid.screen.carry; c != nil && c.keys && c.active() {
		c.leave()
	}
}

// TypedRune implements fyne.Focusable: M takes the visit up.
func (b *block) TypedRune(letter rune) {
	if letter == 'm' || letter == 'M' {
		b.grid.screen.lift(b.visit, true)
	}
}

// TypedKey implements fyne.Focusable: Return opens the visit, arrows go from one to the next; once it is
// taken up, arrows move it, Return drops it and Escape leaves it where it was.
func (b *block) TypedKey(e *fyne.KeyEvent) {
	s := b.grid.screen
	if c := s.carry; c != nil {
		c.typed(e.Name)
		return
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		s.p.OnAct(*b.visit)
	case fyne.KeyDown, fyne.KeyRight:
		b.grid.focus(b, 1)
	case fyne.KeyUp, fyne.KeyLeft:
		b.grid.focus(b, -1)
	case fyne.KeyPageDown:
		s.turn(1)
	case fyne.KeyPageUp:
		s.turn(-1)
	default:
		if handle := s.p.Canvas().OnTypedKey(); handle != nil {
			handle(e)
		}
	}
}

// TypedShortcut implements fyne.Shortcutable: Alt and an arrow take the visit up and move it at once;
// anything else is the window's.
func (b *block) TypedShortcut(shortcut fyne.Shortcut) {
	s := b.grid.screen
	if custom, ok := shortcut.(*desktop.CustomShortcut); ok && custom.Modifier == fyne.KeyModifierAlt {
		switch custom.KeyName {
		case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
			if s.carry == nil {
				s.lift(b.visit, true)
			}
			if s.carry != nil {
				s.carry.typed(custom.KeyName)
			}
			return
		}
	}
	if window, ok := s.p.Canvas().(fyne.Shortcutable); ok {
		window.TypedShortcut(shortcut)
	}
}

// focus gives the keyboard to the visit some places further on.
func (g *grid) focus(from *block, by int) {
	for i, b := range g.blocks {
		if b == from && i+by >= 0 && i+by < len(g.blocks) {
			g.screen.p.Canvas().Focus(g.blocks[i+by])
			return
		}
	}
}

// typed moves what is carried by a key.
func (c *carry) typed(key fyne.KeyName) {
	if !c.active() {
		return
	}
	at := c.at
	switch key {
	case fyne.KeyEscape:
		c.leave()
		return
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.drop()
		return
	case fyne.KeyUp:
		at.minute = c.within((at.minute - 1) / step * step)
	case fyne.KeyDown:
		at.minute = c.within((at.minute/step + 1) * step)
	case fyne.KeyPageUp:
		at.minute = c.within(at.minute - longStep)
	case fyne.KeyPageDown:
		at.minute = c.within(at.minute + longStep)
	case fyne.KeyLeft:
		at = c.aside(-1)
	case fyne.KeyRight:
		at = c.aside(1)
	default:
		return
	}
	c.to(at)
}

// aside is the slot in the column beside: another officer where they stand side by side, else another
// day. Where there is no such column the next page is shown.
func (c *carry) aside(by int) slot {
	s, at := c.screen, c.at
	if columns := s.grid.columns; s.view == DayView && s.page.officer == "" {
		for i := range columns {
			if columns[i].officer == at.officer && i+by >= 0 && i+by < len(columns) && columns[i+by].officer != "" {
				at.officer = columns[i+by].officer
				return at
			}
		}
		return at
	}
	at.day = at.day.Add(by)
	if at.day < s.page.from || at.day > s.page.to {
		c.turn(by)
	}
	return at
}
