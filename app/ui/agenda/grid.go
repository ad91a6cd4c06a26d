package agenda

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
)

// grid draws days or officers as columns and the hours as lines: visits as blocks, the travel around
// them lighter, working hours lit, closed days hatched. What it draws with is kept and used again.
type grid struct {
	widget.BaseWidget
	screen   *Screen
	view     View
	columns  []column
	from, to int // hours
	blocks   []*block
	spare    []*block
	edges    []float32 // left edges of the columns, and the right edge of the last, as laid out last
	height   float32
	swiped   fyne.Delta // by the drag that goes on
}

func newGrid(s *Screen) *grid {
	g := &grid{screen: s, from: usualFrom / 60, to: usualTo / 60}
	g.ExtendBaseWidget(g)
	return g
}

// show takes another page.
func (g *grid) show(p page) {
	g.view = p.view
	g.columns = g.screen.columns(p)
	g.from, g.to = hours(g.columns, p.schedule.Opens, p.schedule.Closes)
	g.deal()
	g.Refresh()
}

// mark shows a visit anew, as one that is carried or no longer is.
func (g *grid) mark(id coop.VisitID) {
	for _, b := range g.blocks {
		if b.visit.ID == id {
			b.Refresh()
		}
	}
	g.Refresh()
}

// deal gives every visit a block: the one that it had, so that it keeps the keyboard, or one that is
// free.
func (g *grid) deal() {
	had := make(map[coop.VisitID]*block, len(g.blocks))
	for _, b := range g.blocks {
		had[b.visit.ID] = b
	}
	type wanted struct {
		it     *item
		column int
	}
	var all []wanted
	var blocks []*block
	for c := range g.columns {
		for i := range g.columns[c].items {
			if it := &g.columns[c].items[i]; it.visit != nil {
				all = append(all, wanted{it, c})
				blocks = append(blocks, had[it.visit.ID])
				delete(had, it.visit.ID)
			}
		}
	}
	for _, b := range g.blocks {
		if had[b.visit.ID] == b {
			g.spare = append(g.spare, b)
		}
	}
	for i, w := range all {
		if blocks[i] == nil {
			blocks[i] = g.free()
		}
		blocks[i].take(w.it, w.column)
	}
	g.blocks = blocks
}

// free is a block that shows no visit.
func (g *grid) free() *block {
	last := len(g.spare) - 1
	if last < 0 {
		return newBlock(g)
	}
	b := g.spare[last]
	g.spare = g.spare[:last]
	return b
}

const (
	leastHour float32 = 40
	slimShare float32 = 0.65 // width of a closed day without visits, beside an open one
	between   float32 = 3    // from a column's edge to a block
)

// gutter is the room for the hours' figures.
func gutter() float32 { return look.Scaled(50) }

// headHeight is the room for the columns' names.
func headHeight() float32 { return look.Size(look.SizeBody) + look.Size(look.SizeCaption) + 18 }

// lay finds the columns' edges.
func (g *grid) lay(size fyne.Size) {
	var sum float32
	shares := make([]float32, len(g.columns))
	for i := range g.columns {
		shares[i] = 1
		if c := &g.columns[i]; g.view == WeekView && c.closed != coop.OpenDay && len(c.items) == 0 {
			shares[i] = slimShare
		}
		sum += shares[i]
	}
	g.height = size.Height
	g.edges = append(g.edges[:0], gutter())
	for _, share := range shares {
		g.edges = append(g.edges, g.edges[len(g.edges)-1]+(size.Width-gutter())*share/sum)
	}
}

// y is where a minute of the day lies.
func (g *grid) y(minute int) float32 {
	head := headHeight()
	minute = min(max(minute, g.from*60), g.to*60)
	return head + (g.height-head)*float32(minute-g.from*60)/float32((g.to-g.from)*60)
}

// minuteAt is the minute of the day that lies at a height.
func (g *grid) minuteAt(y float32) float32 {
	head := headHeight()
	if g.height <= head {
		return float32(g.from * 60)
	}
	return float32(g.from*60) + (y-head)/(g.height-head)*float32((g.to-g.from)*60)
}

// columnAt is the column at a place, -1 for none.
func (g *grid) columnAt(x float32) int {
	for i := 0; i+1 < len(g.edges); i++ {
		if x >= g.edges[i] && x < g.edges[i+1] {
			return i
		}
	}
	return -1
}

// edgeAt is the edge at which a pointer would turn the page: -1 before the first column, 1 after the last,
// 0 for neither.
func (g *grid) edgeAt(pointer fyne.Position) int {
	const wide float32 = 60
	if len(g.edges) == 0 {
		return 0
	}
	last := g.edges[len(g.edges)-1]
	switch {
	case pointer.Y < headHeight() || pointer.Y > g.height:
		return 0
	case pointer.X >= gutter()-wide && pointer.X < gutter():
		return -1
	case pointer.X >= last && pointer.X < last+wide:
		return 1
	}
	return 0
}

// span is where an item lies: its left edge, its upper edge, its width and its height.
func (g *grid) span(it *item, column int) (x, y, width, height float32) {
	width = (g.edges[column+1] - g.edges[column] - 2*between) / float32(it.lane.of)
	x = g.edges[column] + between + width*float32(it.lane.at)
	y = g.y(it.from)
	return x, y, width - 2, g.y(it.to) - y - 1
}

// now is the column and the minute of the hour's line; false where it is not seen.
func (g *grid) now() (from, to float32, minute int, seen bool) {
	s := g.screen
	if s.p.Now == nil {
		return 0, 0, 0, false
	}
	now := s.p.Now().In(s.p.Desk.Zone())
	minute = now.Hour()*60 + now.Minute()
	if minute < g.from*60 || minute > g.to*60 {
		return 0, 0, 0, false
	}
	today := coop.DayOf(now)
	for i := range g.columns {
		if g.columns[i].day == today {
			if !seen {
				from = g.edges[i]
			}
			to, seen = g.edges[i+1], true
		}
	}
	return from, to, minute, seen
}

// brief is the first three letters of a weekday.
func brief(weekday string) string {
	const letters = 3
	runes := []rune(weekday)
	return string(runes[:min(letters, len(runes))])
}

// begun says whether the day of a visit has come, so that it can be started or closed.
func (s *Screen) begun(v coop.VisitRow) bool {
	return v.State == coop.VisitPlanned && s.p.Words.DayOf(v.Start) <= s.p.Desk.Today()
}

// at is an instant by the coop's clock.
func (s *Screen) at(day coop.Day, minute int) time.Time {
	return day.At(minute/60, minute%60, s.p.Desk.Zone())
}

// Dragged implements fyne.Draggable: a swipe beside the visits turns the page.
func (g *grid) Dragged(e *fyne.DragEvent) {
	g.swiped.DX += e.Dragged.DX
	g.swiped.DY += e.Dragged.DY
}

// DragEnd implements fyne.Draggable.
func (g *grid) DragEnd() {
	const enough float32 = 80
	moved := g.swiped
	g.swiped = fyne.Delta{}
	switch {
	case max(moved.DY, -moved.DY) > max(moved.DX, -moved.DX)/2:
	case moved.DX < -enough:
		g.screen.turn(1)
	case moved.DX > enough:
		g.screen.turn(-1)
	}
}

var _ fyne.Draggable = (*grid)(nil)
