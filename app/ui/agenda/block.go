package agenda

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// block is one visit on the grid, to be pressed by finger, mouse, Return or Space. It is used again for
// another visit when its own is no longer seen.
type block struct {
	widget.BaseWidget
	item
	grid    *grid
	column  int
	travel  *canvas.Rectangle // the time kept free for travelling, behind
	focused bool
	pull    pull // the drag that goes on

	hour, place string // what its texts say where they have room
	when, where *kit.Text
	icon, wave  *kit.Icon
	tone        kit.Tone
	drawn       *blockRenderer // nil before it is seen
}

func newBlock(g *grid) *block {
	b := &block{
		grid: g, travel: &canvas.Rectangle{},
		when: kit.Caption("").Strong().Toned(kit.Plain).OneLine(), where: kit.Caption("").OneLine(),
		icon: kit.NewGlyph(look.IconHouse, kit.Accented), wave: kit.NewGlyph(look.IconWaves, kit.Accented),
	}
	b.ExtendBaseWidget(b)
	return b
}

const blockCorner float32 = 6

// take shows a visit.
func (b *block) take(it *item, column int) {
	words := b.grid.screen.p.Words
	b.item, b.column = *it, column
	names, where := family(b.visit.Row), b.visit.Row.Residence
	if b.grid.view == DayView { // where a column is wide
		names, where = words.People(b.visit.Row.Holders), words.Where(b.visit.Row.Residence, b.visit.Row.Dwelling)
	}
	icon, tone := face(b.visit.Visit)
	b.tone = tone
	b.hour = words.T("agenda.line", i18n.Args{"Hour": words.Hour(b.visit.Start), "Names": names})
	b.place = strings.Join(append(b.grid.screen.signs(b.visit.Visit, it.who), where), " · ")
	b.icon.Set(icon, tone)
	b.wave.Set(look.IconWaves, tone)
	if b.drawn != nil {
		b.drawn.paint()
		b.drawn.Layout(b.Size())
	}
}

// AccessibilityLabel implements fyne.Accessible.
func (b *block) AccessibilityLabel() string {
	s := b.grid.screen
	line := s.p.Words.T("agenda.line", i18n.Args{"Hour": s.p.Words.Hour(b.visit.Start), "Names": s.p.Words.People(b.visit.Row.Holders)})
	return strings.Join(append([]string{line}, s.signs(b.visit.Visit, "")...), ", ")
}

// AccessibilityRole implements fyne.Accessible.
func (b *block) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// travels says whether time is kept free around the visit.
func (b *block) travels() bool { return b.visit.Before > 0 || b.visit.After > 0 }

// dress paints the travel behind the block.
func (b *block) dress() {
	b.travel.FillColor = look.Color(look.Sunken)
}

// carried says whether the visit is on its way to another time.
func (b *block) carried() bool {
	c := b.grid.screen.carry
	return c != nil && c.visit != nil && c.visit.ID == b.visit.ID
}

// colours are a visit's ground and its edge.
func (b *block) colours() (soft, strong fyne.ThemeColorName) {
	if b.carried() {
		return look.Sunken, look.Edge
	}
	switch b.tone {
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
	r := &blockRenderer{block: b, edge: &canvas.Rectangle{}, ground: &canvas.Rectangle{}}
	r.objects = []fyne.CanvasObject{r.edge, r.ground, b.when, b.where, b.icon, b.wave}
	b.drawn = r
	r.Refresh()
	return r
}

type blockRenderer struct {
	block   *block
	edge    *canvas.Rectangle // seen around the ground: outlines of their own cost a third of a frame
	ground  *canvas.Rectangle
	objects []fyne.CanvasObject
}

// Destroy implements fyne.WidgetRenderer.
func (r *blockRenderer) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *blockRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize implements fyne.WidgetRenderer.
func (r *blockRenderer) MinSize() fyne.Size { return fyne.NewSize(10, 14) }

// The widths from which a block has room for its icons and for its words.
const (
	iconsFrom float32 = 90
	wordsFrom float32 = 30
)

// The edges of a block: the bar on its left, and the ring of the one that has the keyboard.
const (
	barWidth  float32 = 4
	focusEdge float32 = 3
)

// Layout implements fyne.WidgetRenderer.
func (r *blockRenderer) Layout(size fyne.Size) {
	const left float32 = 9
	b := r.block
	thick := look.Hair
	if b.focused {
		thick = focusEdge
	}
	put(r.edge, 0, 0, size.Width, size.Height)
	put(r.ground, barWidth, thick, max(size.Width-barWidth-thick, 0), max(size.Height-2*thick, 0))
	line, side := b.when.MinSize().Height, b.icon.MinSize().Width
	top := float32(2)
	if size.Height < line+6 {
		top = (size.Height - line) / 2
	}
	room := size.Width - left - 4
	for _, sign := range []struct {
		icon *kit.Icon
		seen bool
	}{{b.icon, !plain(b.visit.Visit)}, {b.wave, b.visit.Wave != ""}} {
		seen := sign.seen && size.Width >= iconsFrom
		sign.icon.Hidden = !seen
		if seen {
			room -= side + 2
			put(sign.icon, left+room+2, top, side, side)
		}
	}
	r.say(b.when, b.hour, size.Width >= wordsFrom, left, top, max(room, 0))
	r.say(b.where, b.place, size.Width >= wordsFrom && size.Height >= 2*line+3, left, top+line, max(size.Width-left-4, 0))
}

// say writes a text that has room; one that has not costs nothing.
func (r *blockRenderer) say(text *kit.Text, words string, seen bool, x, y, width float32) {
	text.Hidden = !seen
	if seen {
		text.SetText(words)
		put(text, x, y, width, text.MinSize().Height)
	}
}

// paint gives the block the colours of its visit.
func (r *blockRenderer) paint() {
	soft, strong := r.block.colours()
	r.ground.FillColor, r.edge.FillColor = look.Color(soft), look.Color(strong)
	r.ground.Refresh()
	r.edge.Refresh()
}

// Refresh implements fyne.WidgetRenderer.
func (r *blockRenderer) Refresh() {
	b := r.block
	r.paint()
	for _, o := range r.objects {
		o.Refresh()
	}
	r.Layout(b.Size())
}
