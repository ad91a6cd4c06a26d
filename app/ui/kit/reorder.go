package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// OrderRow is one row of an Order.
type OrderRow struct {
	Title string
	Note  string    // small below; "" for none
	Icon  look.Icon // at the end, such as a warning; "" for none
	Tone  Tone      // of the icon
	Means string    // what the icon means, for screen readers and tests
	Quiet bool      // steps back
	Fixed bool      // stays where it is, at the head
}

// Order is a column of things whose order a person changes: a press chooses one, its grip drags it,
// Alt and an arrow move it.
type Order struct {
	widget.BaseWidget
	words    Words
	rows     []*orderRow
	current  int
	box      *fyne.Container
	scroll   *TouchScroll
	onChosen func(int)
	onMoved  func(from, to int)

	held  int     // the row that is dragged, -1 for none
	moved float32 // how far it was dragged
}

// NewOrder has no rows yet. onMoved is told from where to where a row was moved; it shows the new order with Set.
func NewOrder(words Words, onChosen func(int), onMoved func(from, to int)) *Order {
	o := &Order{words: words, onChosen: onChosen, onMoved: onMoved, held: -1}
	o.box = container.New(&orderLayout{o})
	o.scroll = NewTouchScroll(o.box)
	o.ExtendBaseWidget(o)
	return o
}

// Set shows rows and marks the current one.
func (o *Order) Set(rows []OrderRow, current int) {
	for len(o.rows) < len(rows) {
		o.rows = append(o.rows, newOrderRow(o, len(o.rows)))
	}
	changed := len(o.box.Objects) != len(rows)
	o.rows, o.current = o.rows[:len(rows)], current
	o.box.Objects = o.box.Objects[:0]
	for i, row := range rows {
		o.rows[i].show(row, i == current)
		o.box.Objects = append(o.box.Objects, o.rows[i])
	}
	if changed {
		o.scroll.Refresh()
	}
	o.reveal()
}

// SetRow shows one row anew.
func (o *Order) SetRow(i int, row OrderRow) {
	if i >= 0 && i < len(o.rows) {
		o.rows[i].show(row, i == o.current)
	}
}

// Choose marks a row and brings it into sight, without calling onChosen.
func (o *Order) Choose(i int) {
	was := o.current
	o.current = i
	for _, n := range []int{was, i} {
		if n >= 0 && n < len(o.rows) {
			o.rows[n].show(o.rows[n].row, n == i)
		}
	}
	o.reveal()
}

func (o *Order) reveal() {
	if o.current >= 0 && o.current < len(o.rows) && o.scroll.Size().Height > 0 {
		o.scroll.ScrollTo(o.rows[o.current])
	}
}

// Shift moves a row by some places, as Alt and an arrow do.
func (o *Order) Shift(i, by int) {
	to := o.within(i + by)
	if i < 0 || i >= len(o.rows) || o.rows[i].row.Fixed || to == i {
		return
	}
	o.onMoved(i, to)
}

// within keeps a place below the rows that stay where they are.
func (o *Order) within(to int) int {
	first := 0
	for first < len(o.rows) && o.rows[first].row.Fixed {
		first++
	}
	return max(first, min(to, len(o.rows)-1))
}

// drag moves the row that is held by a finger.
func (o *Order) drag(i int, dy float32) {
	if o.rows[i].row.Fixed {
		return
	}
	o.held = i
	o.moved += dy
	o.box.Layout.Layout(o.box.Objects, o.box.Size())
	o.scroll.ScrollTo(o.rows[i])
}

// drop lets go of the row that is held.
func (o *Order) drop() {
	if o.held < 0 {
		return
	}
	from, to := o.held, o.target()
	o.held, o.moved = -1, 0
	o.box.Layout.Layout(o.box.Objects, o.box.Size())
	if from != to {
		o.onMoved(from, to)
	}
}

// target is where the held row would come to stand.
func (o *Order) target() int {
	height := o.rowHeight() + orderGap
	by := o.moved / height
	if by < 0 {
		return o.within(o.held + int(by-0.5))
	}
	return o.within(o.held + int(by+0.5))
}

func (o *Order) rowHeight() float32 {
	var height float32
	for _, row := range o.rows {
		height = fyne.Max(height, row.MinSize().Height)
		if height > 0 {
			break // all rows are equally high
		}
	}
	return height
}

// CreateRenderer implements fyne.Widget.
func (o *Order) CreateRenderer() fyne.WidgetRenderer { return around(o.scroll) }

const orderGap float32 = 4

// orderLayout stacks the rows; while one is held the others make room for it.
type orderLayout struct{ order *Order }

func (l *orderLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var width float32
	if len(objects) > 0 {
		width = objects[0].MinSize().Width
	}
	return fyne.NewSize(width, float32(len(objects))*(l.order.rowHeight()+orderGap))
}

func (l *orderLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	o := l.order
	height := o.rowHeight()
	target := -1
	if o.held >= 0 {
		target = o.target()
	}
	for i, row := range objects {
		at := i
		switch {
		case o.held < 0:
		case i == o.held:
			place(row, 0, float32(i)*(height+orderGap)+o.moved, size.Width, height)
			continue
		case i > o.held && i <= target:
			at--
		case i < o.held && i >= target:
			at++
		}
		place(row, 0, float32(at)*(height+orderGap), size.Width, height)
	}
}
