package kit

import (
	"strconv"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// BoardDay is one day of a MonthBoard.
type BoardDay struct {
	Day    coop.Day
	Called string      // what screen readers and tests call it
	Count  string      // beside the day's number; "" for none
	Tone   Tone        // of the count
	Closed bool        // the day is out of use
	Lines  []BoardLine // what happens; those that have no room are left out
}

// BoardLine is something that happens on a day.
type BoardLine struct {
	Icon look.Icon // "" for none
	Text string
	Tone Tone
}

// MonthBoard is a whole month, Monday first, each day with what happens on it. A press opens a day.
type MonthBoard struct {
	widget.BaseWidget
	words    Calendar
	month    coop.Month
	today    coop.Day
	onPicked func(coop.Day)
	names    []*Text
	cells    []*boardCell
}

// NewMonthBoard shows nothing yet.
func NewMonthBoard(words Calendar, onPicked func(coop.Day)) *MonthBoard {
	b := &MonthBoard{words: words, onPicked: onPicked}
	monday := coop.Day("2024-01-01")
	for n := range weekLength {
		b.names = append(b.names, Caption(words.Weekday(monday.Add(n).Weekday())).OneLine())
	}
	for range weeks * weekLength {
		b.cells = append(b.cells, newBoardCell(b))
	}
	b.ExtendBaseWidget(b)
	return b
}

const weekLength = 7

// Set shows a month. The days begin with a Monday; weeks that are not among them are left out.
func (b *MonthBoard) Set(month coop.Month, today coop.Day, days []BoardDay) {
	b.month, b.today = month, today
	for i, cell := range b.cells {
		cell.Hidden = i >= len(days)
		if i < len(days) {
			cell.show(days[i])
		}
	}
	b.Refresh()
}

// rows is how many weeks are shown.
func (b *MonthBoard) rows() int {
	n := 0
	for n < len(b.cells) && !b.cells[n].Hidden {
		n++
	}
	return max((n+weekLength-1)/weekLength, 1)
}

// CreateRenderer implements fyne.Widget.
func (b *MonthBoard) CreateRenderer() fyne.WidgetRenderer {
	objects := make([]fyne.CanvasObject, 0, len(b.names)+len(b.cells))
	for _, name := range b.names {
		objects = append(objects, name)
	}
	for _, cell := range b.cells {
		objects = append(objects, cell)
	}
	layout := func(size fyne.Size) {
		head := b.names[0].MinSize().Height + look.Snug
		width, height := size.Width/weekLength, (size.Height-head)/float32(b.rows())
		for i, name := range b.names {
			place(name, float32(i)*width+look.Snug, 0, width-look.Snug, head-look.Snug)
		}
		for i, cell := range b.cells {
			place(cell, float32(i%weekLength)*width, head+float32(i/weekLength)*height, width, height)
		}
	}
	return &frame{
		objects: fixed(objects...), layout: layout,
		least: func() fyne.Size {
			return fyne.NewSize(weekLength*look.Touch, float32(b.rows())*look.Touch+look.Wide)
		},
		refresh: func() { layout(b.Size()); canvas.Refresh(b) },
	}
}

// boardCell is one day of the board.
type boardCell struct {
	pressable
	board *MonthBoard
	day   BoardDay
	date  *Text
	count *Text
	lines []*Text
	icons []*Icon
	hatch *canvas.Raster
}

// mostBoardLines is how many lines a day shows at most.
const mostBoardLines = 6

func newBoardCell(b *MonthBoard) *boardCell {
	c := &boardCell{board: b, date: Body("").Strong().Whole(), count: Caption("").Strong().OneLine().Trailing(), hatch: Hatch()}
	for range mostBoardLines {
		c.lines = append(c.lines, Caption("").OneLine())
		c.icons = append(c.icons, newIcon(look.IconCircle, Calm, look.SizeCaption))
	}
	c.onPressed = func() { b.onPicked(c.day.Day) }
	c.becomes(c)
	return c
}

func (c *boardCell) show(day BoardDay) {
	c.day, c.word = day, day.Called
	_, _, n := day.Day.Date()
	tone := Plain
	switch {
	case day.Day == c.board.today:
		tone = Accented
	case day.Day.Month() != c.board.month:
		tone = faint
	}
	c.date.Set(strconv.Itoa(n), tone)
	c.count.Set(day.Count, day.Tone)
	for i, line := range c.lines {
		if i < len(day.Lines) {
			line.Set(day.Lines[i].Text, day.Lines[i].Tone)
			c.icons[i].Set(day.Lines[i].Icon, day.Lines[i].Tone)
		}
	}
	c.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *boardCell) CreateRenderer() fyne.WidgetRenderer {
	back := newGround()
	objects := back.objects(c.hatch, c.date, c.count)
	for i, line := range c.lines {
		objects = append(objects, line, c.icons[i])
	}
	layout := func(size fyne.Size) {
		back.layout(size)
		back.rect.Resize(size.AddWidthHeight(look.Hair, look.Hair)) // neighbours share a line
		place(c.hatch, 1, 1, size.Width-1, size.Height-1)
		wide, high := c.date.natural()+1, c.date.lineHeight()
		place(c.date, look.Snug, look.Tight, wide, high)
		place(c.count, 2*look.Snug+wide, look.Tight+1, size.Width-wide-3*look.Snug, high)
		y := look.Tight + high + 2
		for i, line := range c.lines {
			line.Hidden = i >= len(c.day.Lines) || y+line.lineHeight() > size.Height-2
			x, side := look.Snug, look.Size(look.SizeCaption)
			c.icons[i].Hidden = line.Hidden || c.day.Lines[i].Icon == ""
			if !c.icons[i].Hidden {
				place(c.icons[i], x, y+(line.lineHeight()-side)/2, side, side)
				x += side + 2
			}
			place(line, x, y, size.Width-x-look.Tight, line.lineHeight())
			y += line.lineHeight()
		}
	}
	dressed := func() {
		back.paint(c.dress(), c.focused)
		c.hatch.Hidden = !c.day.Closed
		c.hatch.Refresh()
		layout(c.Size())
	}
	dressed()
	return &frame{objects: fixed(objects...), least: func() fyne.Size { return fyne.NewSquareSize(look.Touch) }, layout: layout, refresh: dressed}
}

func (c *boardCell) dress() dress {
	d := dress{fill: look.Card, line: look.Line, thick: look.Hair}
	switch {
	case c.hovered:
		d.fill = look.Hover
	case c.day.Closed:
		d.fill = look.Sunken
	case c.day.Day.Month() != c.board.month:
		d.fill = look.Page
	}
	return d
}
