package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// grip is what one takes a household that waits by, to drag it onto the diary. A press opens its file, as
// one beside it does.
type grip struct {
	widget.BaseWidget
	screen *Screen
	row    *dueRow
	pull   pull
	icon   *kit.Icon
}

var (
	_ fyne.Draggable     = (*grip)(nil)
	_ fyne.Tappable      = (*grip)(nil)
	_ fyne.Accessible    = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
)

func newGrip(s *Screen, r *dueRow) *grip {
	g := &grip{screen: s, row: r, icon: kit.NewGlyph(look.IconGrip, kit.Calm)}
	g.ExtendBaseWidget(g)
	return g
}

// known says whether the row shows a household.
func (g *grip) known() bool { return g.row.index < len(g.screen.queue.owing) }

// Tapped implements fyne.Tappable.
func (g *grip) Tapped(*fyne.PointEvent) {
	if g.known() {
		g.screen.p.OnOpen(g.screen.queue.owing[g.row.index].ID)
	}
}

// Dragged implements fyne.Draggable: it takes the household up and moves its visit under the pointer.
func (g *grip) Dragged(e *fyne.DragEvent) {
	driver := fyne.CurrentApp().Driver()
	start := driver.AbsolutePositionForObject(g).Subtract(driver.AbsolutePositionForObject(g.screen.grid))
	if !g.pull.follow(e, start) || !g.known() {
		return
	}
	if g.pull.carry == nil {
		if g.pull.carry = g.screen.liftNew(&g.screen.queue.owing[g.row.index]); g.pull.carry == nil {
			return
		}
	}
	pointer := g.pull.corner().AddXY(g.pull.grab.X, g.pull.grab.Y)
	g.pull.carry.drag(pointer, pointer.Y-look.Snug)
}

// DragEnd implements fyne.Draggable.
func (g *grip) DragEnd() {
	p := g.pull
	g.pull = pull{}
	switch {
	case p.carry != nil:
		p.carry.drop()
	case p.on && !p.far():
		g.Tapped(nil)
	}
}

// Cursor implements desktop.Cursorable.
func (g *grip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// AccessibilityLabel implements fyne.Accessible.
func (g *grip) AccessibilityLabel() string {
	if !g.known() {
		return ""
	}
	words := g.screen.p.Words
	return words.T("agenda.due.grip", i18n.Args{"Names": words.People(g.screen.queue.owing[g.row.index].Holders)})
}

// AccessibilityRole implements fyne.Accessible.
func (g *grip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	return &gripRenderer{g, []fyne.CanvasObject{g.icon}}
}

type gripRenderer struct {
	grip    *grip
	objects []fyne.CanvasObject
}

// Destroy implements fyne.WidgetRenderer.
func (r *gripRenderer) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *gripRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize implements fyne.WidgetRenderer.
func (r *gripRenderer) MinSize() fyne.Size { return fyne.NewSize(gripWide, look.Touch) }

const gripWide float32 = 36

// Layout implements fyne.WidgetRenderer.
func (r *gripRenderer) Layout(size fyne.Size) {
	side := r.grip.icon.MinSize()
	put(r.grip.icon, size.Width-side.Width, (size.Height-side.Height)/2, side.Width, side.Height)
}

// Refresh implements fyne.WidgetRenderer.
func (r *gripRenderer) Refresh() { r.grip.icon.Refresh() }
