package wave

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/look"
)

const (
	leastCell float32 = 84
	cellInset float32 = 6
	pillGap   float32 = 4
)

// dayCell is one day of the calendar: a pill for each officer who has visits on it. A press opens
// the day; the keyboard opens the week that it stands in.
type dayCell struct {
	widget.BaseWidget
	screen *Screen
	day    coop.Day
	label  string
	visits bool // there is something to open
	shut   bool // the coop is closed
	date   *canvas.Text
	ground *canvas.Rectangle
	pills  []*pill
}

var (
	_ fyne.Tappable      = (*dayCell)(nil)
	_ fyne.Accessible    = (*dayCell)(nil)
	_ desktop.Cursorable = (*dayCell)(nil)
)

func newDayCell(s *Screen) *dayCell {
	c := &dayCell{screen: s, date: &canvas.Text{Text: " "}, ground: &canvas.Rectangle{CornerRadius: 6}}
	for range s.planned.crew {
		p := newPill(s)
		p.Hide()
		c.pills = append(c.pills, p)
	}
	c.ExtendBaseWidget(c)
	return c
}

// show says what a day holds.
func (c *dayCell) show(day coop.Day, counts map[onDay]int) {
	s := c.screen
	w := s.p.Words
	c.day, c.visits, c.shut = day, false, false
	closed := s.draft.Closed(day)
	date, said := []string{w.DayBrief(day)}, []string{w.Day(day)}
	switch {
	case closed == coop.ClosedHoliday:
		date, c.shut = append(date, w.T("wave.cell.holiday")), true
	case closed != coop.OpenDay:
		date, c.shut = append(date, w.T("wave.cell.closed")), true
	}
	for i, one := range s.planned.crew {
		planned, booked := 0, s.draft.Booked(one.ID, day)
		if s.planned.after {
			planned = counts[onDay{one.ID, day}]
		}
		c.visits = c.visits || planned > 0
		c.pills[i].Hidden = planned+booked == 0
		if c.pills[i].Hidden {
			continue
		}
		c.pills[i].count(one, planned, booked)
		said = append(said, w.T("wave.cell.said", i18n.Args{"Name": one.Name, "Wave": w.Number(planned), "Booked": w.Number(booked)}))
	}
	c.date.Text, c.label = strings.Join(date, " · "), strings.Join(said, ", ")
	c.Refresh()
}

// Tapped implements fyne.Tappable.
func (c *dayCell) Tapped(*fyne.PointEvent) {
	if c.visits {
		c.screen.openDay(c.day)
	}
}

// Cursor implements desktop.Cursorable.
func (c *dayCell) Cursor() desktop.Cursor {
	if c.visits {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel implements fyne.Accessible.
func (c *dayCell) AccessibilityLabel() string { return c.label }

// AccessibilityRole implements fyne.Accessible.
func (c *dayCell) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (c *dayCell) CreateRenderer() fyne.WidgetRenderer {
	r := &cellRenderer{c}
	r.dress()
	return r
}

type cellRenderer struct{ cell *dayCell }

func (r *cellRenderer) Destroy() {}

func (r *cellRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.cell.ground, r.cell.date}
	for _, p := range r.cell.pills {
		objects = append(objects, p)
	}
	return objects
}

// MinSize has room for the pills of all officers, two beside each other.
func (r *cellRenderer) MinSize() fyne.Size {
	const beside = 2
	lines := float32((len(r.cell.pills) + beside - 1) / beside)
	return fyne.NewSize(leastCell, 2*cellInset+r.cell.date.MinSize().Height+pillGap+lines*(pillHeight()+pillGap))
}

func (r *cellRenderer) Layout(size fyne.Size) {
	c := r.cell
	c.ground.Resize(size)
	line := c.date.MinSize()
	place(c.date, cellInset, cellInset, size.Width-2*cellInset, line.Height)
	x, y := cellInset, cellInset+line.Height+pillGap
	for _, p := range c.pills {
		if p.Hidden {
			continue
		}
		width := min(p.MinSize().Width, size.Width-2*cellInset)
		if x > cellInset && x+width > size.Width-cellInset {
			x, y = cellInset, y+pillHeight()+pillGap
		}
		place(p, x, y, width, pillHeight())
		x += width + pillGap
	}
}

func (r *cellRenderer) Refresh() {
	r.dress()
	r.Layout(r.cell.Size())
	for _, p := range r.cell.pills {
		p.Refresh()
	}
	r.cell.ground.Refresh()
	r.cell.date.Refresh()
}

func (r *cellRenderer) dress() {
	c := r.cell
	c.ground.FillColor, c.ground.StrokeWidth = look.Color(look.Card), look.Hair
	c.ground.StrokeColor = look.Color(look.Line)
	if c.shut {
		c.ground.FillColor = look.Color(look.Sunken)
	}
	c.date.Color, c.date.TextSize = look.Color(look.Quiet), look.Size(look.SizeCaption)
}
