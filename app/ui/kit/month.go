package kit

import (
	"strconv"
	"time"
	"unicode"
	"unicode/utf8"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// MonthGrid is a month to pick a day from, Monday first, in the words of the chosen language.
type MonthGrid struct {
	widget.BaseWidget
	words    Calendar
	month    coop.Month
	today    coop.Day
	picked   coop.Day
	closed   func(coop.Day) bool
	onPicked func(coop.Day)

	name  *Text
	cells []*dayCell
	box   *fyne.Container
}

// weeks is how many weeks a month can touch.
const weeks = 6

// NewMonthGrid shows the month of a day, which is marked, and marks today.
func NewMonthGrid(words Calendar, picked, today coop.Day, onPicked func(coop.Day)) *MonthGrid {
	g := &MonthGrid{words: words, month: picked.Month(), today: today, picked: picked, onPicked: onPicked}
	g.name = newText("", look.SizeBody).Strong().Centered()
	back := IconButton(look.IconChevronLeft, words.T("kit.month.previous"), func() { g.turn(-1) })
	on := IconButton(look.IconChevronRight, words.T("kit.month.next"), func() { g.turn(1) })
	head, grid := container.New(layout.NewGridLayoutWithColumns(7)), container.New(layout.NewGridLayoutWithColumns(7))
	for _, day := range []time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday} {
		head.Add(Caption(begin(words.Weekday(day), 3)).Whole().Centered())
	}
	for range weeks * 7 {
		cell := newDayCell(g)
		g.cells = append(g.cells, cell)
		grid.Add(cell)
	}
	g.box = Stack(look.Snug, Row(back, Grow(g.name), on), head, grid)
	g.fill()
	g.ExtendBaseWidget(g)
	return g
}

// begin is the first letters of a word.
func begin(word string, letters int) string {
	for i := range word {
		if letters == 0 {
			return word[:i]
		}
		letters--
	}
	return word
}

// Closed marks days as closed.
func (g *MonthGrid) Closed(closed func(coop.Day) bool) {
	g.closed = closed
	g.fill()
}

func (g *MonthGrid) turn(by int) {
	g.month = g.month.Add(by)
	g.fill()
}

func (g *MonthGrid) fill() {
	name := g.words.Month(g.month)
	if first, size := utf8.DecodeRuneInString(name); size > 0 {
		name = string(unicode.ToUpper(first)) + name[size:]
	}
	g.name.SetText(name)
	day := g.month.First().Monday()
	for _, cell := range g.cells {
		cell.show(day)
		day = day.Add(1)
	}
}

// CreateRenderer implements fyne.Widget.
func (g *MonthGrid) CreateRenderer() fyne.WidgetRenderer { return around(g.box) }

// dayCell is one day of the grid.
type dayCell struct {
	pressable
	grid *MonthGrid
	day  coop.Day
	text *Text
}

func newDayCell(g *MonthGrid) *dayCell {
	c := &dayCell{grid: g, text: Body("").OneLine().Centered()}
	c.onPressed = func() {
		g.picked = c.day
		g.fill()
		if g.onPicked != nil {
			g.onPicked(c.day)
		}
	}
	c.becomes(c)
	return c
}

func (c *dayCell) show(day coop.Day) {
	c.day = day
	c.word = c.grid.words.Day(day)
	c.Refresh()
}

func (c *dayCell) look() (d dress, tone Tone) {
	d, tone = dress{fill: look.Clear, line: look.Clear, thick: 1.5, corner: look.Corner}, Plain
	g := c.grid
	switch {
	case c.day == g.picked:
		d.fill, tone = look.Accent, onAccent
	case c.day.Month() != g.month:
		tone = faint
	case g.closed != nil && g.closed(c.day):
		d.fill, tone = look.Sunken, Calm
	}
	if c.day == g.today {
		d.line = look.Accent
	}
	if c.hovered && c.day != g.picked {
		d.fill = look.Hover
	}
	return d, tone
}

// CreateRenderer implements fyne.Widget.
func (c *dayCell) CreateRenderer() fyne.WidgetRenderer {
	back := newGround()
	layout := func(size fyne.Size) {
		back.layout(size)
		height := c.text.lineHeight()
		place(c.text, 0, (size.Height-height)/2, size.Width, height)
	}
	dressed := func() {
		d, tone := c.look()
		back.paint(d, c.focused)
		_, _, n := c.day.Date()
		c.text.Set(strconv.Itoa(n), tone)
		c.text.Refresh()
		layout(c.Size())
	}
	dressed()
	return &frame{
		objects: fixed(back.objects(c.text)...),
		least:   func() fyne.Size { return fyne.NewSquareSize(look.Touch) },
		layout:  layout, refresh: dressed,
	}
}
