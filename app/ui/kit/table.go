package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// TableColumn is a column of a Table.
type TableColumn struct {
	Title string
	Share float32 // of the width, beside the other columns' shares
	End   bool    // figures stand at the end of their column
}

// Table is a small grid with heads whose rows open. For long lists use a TouchList.
type Table struct {
	widget.BaseWidget
	columns []TableColumn
	box     *fyne.Container
	onOpen  func(row int)
}

// NewTable has no rows yet; onOpen nil makes rows that do not open.
func NewTable(columns []TableColumn, onOpen func(row int)) *Table {
	t := &Table{columns: columns, onOpen: onOpen, box: Stack(0)}
	t.ExtendBaseWidget(t)
	t.SetRows(nil)
	return t
}

// SetRows shows rows of as many cells as there are columns.
func (t *Table) SetRows(rows [][]string) {
	head := t.line(nil, func(i int) *Text { return Caption(t.columns[i].Title).Strong() })
	t.box.Objects = []fyne.CanvasObject{PaddedXY(look.Snug, look.Snug, head)}
	for n, cells := range rows {
		t.box.Objects = append(t.box.Objects, newRule(), t.row(n, cells))
	}
	t.box.Refresh()
	t.Refresh()
}

func (t *Table) row(n int, cells []string) fyne.CanvasObject {
	line := t.line(cells, func(i int) *Text { return Body(cells[i]) })
	if t.onOpen == nil {
		return PaddedXY(look.Snug, look.Gap, line)
	}
	r := &tableRow{line: line}
	r.onPressed = func() { t.onOpen(n) }
	if len(cells) > 0 {
		r.word = cells[0]
	}
	r.becomes(r)
	return r
}

func (t *Table) line(cells []string, text func(i int) *Text) *fyne.Container {
	shares := &sharesLayout{}
	line := container.New(shares)
	for i, column := range t.columns {
		shares.shares = append(shares.shares, fyne.Max(column.Share, 0.01))
		one := Caption("")
		if cells == nil || i < len(cells) {
			one = text(i).OneLine()
		}
		if column.End {
			one.Trailing()
		}
		line.Add(one)
	}
	return line
}

// CreateRenderer implements fyne.Widget.
func (t *Table) CreateRenderer() fyne.WidgetRenderer { return around(t.box) }

type tableRow struct {
	pressable
	line *fyne.Container
}

// CreateRenderer implements fyne.Widget.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	return pressRow(&r.pressable, r.line, func() fyne.ThemeColorName { return look.Clear })
}

// sharesLayout puts parts beside each other in fixed shares of the width, on one line.
type sharesLayout struct{ shares []float32 }

func (l *sharesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size.Width += o.MinSize().Width / 2
		size.Height = fyne.Max(size.Height, o.MinSize().Height)
	}
	return size
}

func (l *sharesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var sum, x float32
	for _, share := range l.shares {
		sum += share
	}
	room := size.Width - look.Gap*float32(len(objects)-1)
	for i, o := range objects {
		width := room * l.shares[i] / sum
		height := o.MinSize().Height
		place(o, x, (size.Height-height)/2, width, height)
		x += width + look.Gap
	}
}

// Rule is a thin line between things.
type Rule struct{ widget.BaseWidget }

// NewRule is a line as wide as its place.
func NewRule() fyne.CanvasObject { return newRule() }

func newRule() *Rule {
	r := &Rule{}
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer implements fyne.Widget.
func (r *Rule) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(look.Color(look.Line))
	return &frame{
		objects: fixed(line),
		least:   func() fyne.Size { return fyne.NewSquareSize(look.Hair) },
		layout:  func(size fyne.Size) { place(line, 0, 0, size.Width, look.Hair) },
		refresh: func() { line.FillColor = look.Color(look.Line); line.Refresh() },
	}
}
