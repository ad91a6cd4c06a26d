package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// block is one visit on the grid, to be pressed by finger, mouse, Return or Space.
type block struct {
	widget.BaseWidget
	screen   *Screen
	visit    coop.VisitRow
	column   int
	lane     lane
	from, to int               // minutes after midnight
	travel   *canvas.Rectangle // the time kept free for travelling, behind
	focused  bool
}

var (
	_ fyne.Tappable      = (*block)(nil)
	_ fyne.Focusable     = (*block)(nil)
	_ fyne.Accessible    = (*block)(nil)
	_ desktop.Cursorable = (*block)(nil)
)

func newBlock(s *Screen, v coop.VisitRow, column int, at lane, from, to int) *block {
	b := &block{screen: s, visit: v, column: column, lane: at, from: from, to: to, travel: &canvas.Rectangle{CornerRadius: 6}}
	b.ExtendBaseWidget(b)
	return b
}

// Tapped implements fyne.Tappable.
func (b *block) Tapped(*fyne.PointEvent) { b.screen.act(b.visit) }

// Cursor implements desktop.Cursorable.
func (b *block) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (b *block) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost implements fyne.Focusable.
func (b *block) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *block) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *block) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace {
		b.screen.act(b.visit)
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (b *block) AccessibilityLabel() string {
	words := b.screen.p.Words
	return words.T("agenda.line", i18n.Args{"Hour": words.Hour(b.visit.Start), "Names": words.People(b.visit.Row.Holders)})
}

// AccessibilityRole implements fyne.Accessible.
func (b *block) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// dress paints the travel behind the block.
func (b *block) dress() {
	b.travel.FillColor = look.Color(look.Sunken)
	b.travel.StrokeColor, b.travel.StrokeWidth = look.Color(look.Line), look.Hair
	b.travel.Hidden = b.visit.Before == 0 && b.visit.After == 0
}

// colours are a visit's ground and its edge.
func (b *block) colours() (soft, strong fyne.ThemeColorName) {
	switch _, tone := face(b.visit.Visit); tone {
	case kit.Done:
		return look.DoneSoft, look.Done
	case kit.Attention:
		return look.AttentionSoft, look.Attention
	default:
		return look.AccentSoft, look.Accent
	}
}

// CreateRenderer implements fyne.Widget.
func (b *block) CreateRenderer() fyne.WidgetRenderer {
	icon, tone := face(b.visit.Visit)
	words := b.screen.p.Words
	name := b.visit.Row.Lease
	if holders := b.visit.Row.Holders; len(holders) > 0 {
		name = i18n.Capitals(holders[0].Last)
	}
	r := &blockRenderer{
		block: b, ground: &canvas.Rectangle{CornerRadius: 6}, bar: &canvas.Rectangle{CornerRadius: 2},
		when:  kit.Caption(words.T("agenda.line", i18n.Args{"Hour": words.Hour(b.visit.Start), "Names": name})).Strong().Toned(kit.Plain).OneLine(),
		where: kit.Caption(b.visit.Row.Residence).OneLine(), icon: kit.NewGlyph(icon, tone),
	}
	r.Refresh()
	return r
}

type blockRenderer struct {
	block       *block
	ground, bar *canvas.Rectangle
	when, where *kit.Text
	icon        *kit.Icon
}

func (r *blockRenderer) Destroy() {}

func (r *blockRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.bar, r.when, r.where, r.icon}
}

func (r *blockRenderer) MinSize() fyne.Size { return fyne.NewSize(20, 14) }

func (r *blockRenderer) Layout(size fyne.Size) {
	const left float32 = 9
	put(r.ground, 0, 0, size.Width, size.Height)
	put(r.bar, 2, 3, 3, max(size.Height-6, 0))
	line := r.when.MinSize().Height
	side := r.icon.MinSize().Width
	top := float32(2)
	if size.Height < line+6 {
		top = (size.Height - line) / 2
	}
	// at home is what a visit usually is: the icon stands only where it tells something else
	usual := r.block.visit.State == coop.VisitPlanned && r.block.visit.Place == coop.AtHome
	r.icon.Hidden = usual || size.Width < 90
	room := size.Width - left - 4
	if !r.icon.Hidden {
		room -= side + 2
		put(r.icon, size.Width-side-3, top, side, side)
	}
	put(r.when, left, top, max(room, 0), line)
	r.where.Hidden = size.Height < 2*line+3
	put(r.where, left, top+line, max(size.Width-left-4, 0), line)
}

func (r *blockRenderer) Refresh() {
	b := r.block
	soft, strong := b.colours()
	r.ground.FillColor, r.bar.FillColor = look.Color(soft), look.Color(strong)
	r.ground.StrokeColor, r.ground.StrokeWidth = look.Color(strong), look.Hair
	if b.focused {
		r.ground.StrokeWidth = 3
	}
	for _, o := range r.Objects() {
		o.Refresh()
	}
	r.Layout(b.Size())
}
