package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// pool keeps what was drawn with, to draw with it again.
type pool[T any] struct {
	all  []T
	used int
	make func() T
}

func (p *pool[T]) next() T {
	if p.used == len(p.all) {
		p.all = append(p.all, p.make())
	}
	p.used++
	return p.all[p.used-1]
}

// inUse is what was taken since the pool was emptied.
func (p *pool[T]) inUse() []T { return p.all[:p.used] }

// part is something that lies in a column from one minute to another.
type part struct {
	object   fyne.CanvasObject
	column   int
	from, to int
}

type gridRenderer struct {
	grid    *grid
	rects   pool[*canvas.Rectangle] // grounds and working hours
	hatches pool[*canvas.Raster]
	bands   pool[*band]
	heads   pool[*headCell]
	lines   pool[*canvas.Rectangle] // hours, then edges between columns
	hours   pool[*canvas.Text]
	now     *canvas.Rectangle
	parts   []part
	objects []fyne.CanvasObject
}

// CreateRenderer implements fyne.Widget.
func (g *grid) CreateRenderer() fyne.WidgetRenderer {
	newRectangle := func() *canvas.Rectangle { return &canvas.Rectangle{} }
	r := &gridRenderer{grid: g, now: &canvas.Rectangle{}}
	r.rects.make, r.lines.make, r.hatches.make = newRectangle, newRectangle, kit.Hatch
	r.bands.make = newBand
	r.heads.make = func() *headCell { return newHeadCell(g) }
	r.hours.make = func() *canvas.Text { return &canvas.Text{Alignment: fyne.TextAlignTrailing} }
	r.Refresh()
	return r
}

// Destroy implements fyne.WidgetRenderer.
func (r *gridRenderer) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *gridRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize implements fyne.WidgetRenderer.
func (r *gridRenderer) MinSize() fyne.Size {
	return fyne.NewSize(300, headHeight()+leastHour*float32(r.grid.to-r.grid.from))
}

// Refresh implements fyne.WidgetRenderer.
func (r *gridRenderer) Refresh() {
	r.rects.used, r.hatches.used, r.bands.used, r.heads.used, r.lines.used, r.hours.used = 0, 0, 0, 0, 0, 0
	r.objects, r.parts = r.objects[:0], r.parts[:0]
	g := r.grid
	for i := range g.columns {
		r.fill(i)
	}
	for hour := g.from; hour <= g.to; hour++ {
		line, text := r.lines.next(), r.hours.next()
		line.FillColor = look.Color(look.Line)
		text.Text, text.Color = g.screen.p.Words.T("agenda.hour", i18n.Args{"Hour": hour}), look.Color(look.Quiet)
		text.TextSize = look.Size(look.SizeCaption)
		r.objects = append(r.objects, line, text)
	}
	for range g.columns {
		edge := r.lines.next()
		edge.FillColor = look.Color(look.Line)
		r.objects = append(r.objects, edge)
	}
	for _, b := range g.blocks {
		if b.dress(); b.travels() && !b.carried() {
			r.objects = append(r.objects, b.travel)
		}
	}
	for _, b := range r.bands.inUse() {
		r.objects = append(r.objects, b)
	}
	r.now.FillColor = look.Color(look.Late)
	r.objects = append(r.objects, r.now)
	for _, b := range g.blocks {
		r.objects = append(r.objects, b)
	}
	r.Layout(g.Size())
	canvas.Refresh(g)
}

// fill takes what lies behind the blocks of a column: its ground, the hours that are worked, the times
// that are not free, and its head.
func (r *gridRenderer) fill(column int) {
	g := r.grid
	c := &g.columns[column]
	if c.closed != coop.OpenDay {
		hatch := r.hatches.next()
		r.add(part{hatch, column, 0, wholeDay})
	}
	for _, w := range c.work {
		r.ground(column, look.Card, w.From, w.To)
	}
	for i := range c.items {
		if it := &c.items[i]; it.visit == nil {
			b := r.bands.next()
			b.show(g.screen, it, column)
		}
	}
	head := r.heads.next()
	head.show(column)
	r.objects = append(r.objects, head)
}

func (r *gridRenderer) ground(column int, colour fyne.ThemeColorName, from, to int) {
	rect := r.rects.next()
	rect.FillColor = look.Color(colour)
	r.add(part{rect, column, from, to})
}

func (r *gridRenderer) add(p part) {
	r.parts = append(r.parts, p)
	r.objects = append(r.objects, p.object)
}

// Layout implements fyne.WidgetRenderer.
func (r *gridRenderer) Layout(size fyne.Size) {
	g := r.grid
	g.lay(size)
	for _, p := range r.parts {
		top := g.y(p.from)
		put(p.object, g.edges[p.column], top, g.edges[p.column+1]-g.edges[p.column], g.y(p.to)-top)
	}
	for i, h := range r.heads.inUse() {
		put(h, g.edges[i]+1, 0, g.edges[i+1]-g.edges[i]-1, headHeight())
	}
	hours := r.hours.inUse()
	for i, text := range hours {
		y := g.y((g.from + i) * 60)
		height := text.MinSize().Height
		put(text, 0, y-height/2, gutter()-12, height)
		put(r.lines.all[i], gutter()-6, y, size.Width-gutter()+6, look.Hair)
	}
	for i, edge := range r.lines.inUse()[len(hours):] {
		put(edge, g.edges[i], headHeight()-8, look.Hair, size.Height-headHeight()+8)
	}
	for _, b := range r.bands.inUse() {
		x, y, width, height := g.span(&b.item, b.column)
		put(b, x, y, width, height)
	}
	for _, b := range g.blocks {
		x, y, width, height := g.span(&b.item, b.column)
		top := g.y(b.from - b.visit.Before)
		put(b.travel, x, top, width, g.y(b.to+b.visit.After)-top)
		put(b, x, y, width, max(height, leastBlock))
	}
	from, to, minute, seen := g.now()
	set(r.now, seen)
	put(r.now, from-6, g.y(minute)-1, to-from+6, 2)
}

// leastBlock is the least height of a visit, so that a short one can be pressed too.
const leastBlock float32 = 18
