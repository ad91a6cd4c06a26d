package kit

import (
	"math"

	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// TouchList shows any number of rows of one height and holds only those in sight. It scrolls by wheel, by dragging
// anywhere and by its thumb; a tap, or Return or Space on the current row, calls OnTapped.
type TouchList struct {
	widget.BaseWidget
	OnTapped func(index int) // may be nil

	create   func() (fyne.CanvasObject, func(index int))
	count    int
	selected int // -1 for none
	current  int // where the keyboard is
	focused  bool
	offset   float64 // of the first point in sight; float32 would stumble in very long lists
	glide    *glide

	rows   []*listRow
	body   *fyne.Container
	thumb  *listThumb
	height float32 // of a row
	reveal int     // the row to keep in sight until a person scrolls, -1 for none
}

var (
	_ fyne.Draggable  = (*TouchList)(nil)
	_ fyne.Scrollable = (*TouchList)(nil)
	_ fyne.Focusable  = (*TouchList)(nil)
)

// NewTouchList makes a list of no rows. create makes an empty row: its parts, for show to fill for an index, and
// what stands on the screen, whose least height is the height of all rows. Use one-line texts in rows. The list
// adds the room around a row and the line below it.
func NewTouchList[R any](create func() (R, fyne.CanvasObject), show func(index int, row R)) *TouchList {
	l := &TouchList{selected: -1, current: -1, reveal: -1, glide: &glide{}}
	l.create = func() (fyne.CanvasObject, func(int)) {
		row, content := create()
		return content, func(index int) { show(index, row) }
	}
	l.glide.scroll = func(by float32) { l.reveal = -1; l.scrollTo(l.offset + float64(by)) }
	l.body = container.NewWithoutLayout()
	l.thumb = newListThumb(l)
	l.ExtendBaseWidget(l)
	return l
}

// SetCount says how many rows there are and shows those in sight again.
func (l *TouchList) SetCount(count int) {
	l.count = count
	if l.selected >= count {
		l.selected = -1
	}
	l.current = min(l.current, count-1)
	l.Refresh()
}

// Count is how many rows there are.
func (l *TouchList) Count() int { return l.count }

// Selected is the selected row's index, -1 for none.
func (l *TouchList) Selected() int { return l.selected }

// Select marks a row and brings it into sight; -1 marks none. It does not call OnTapped.
func (l *TouchList) Select(index int) {
	if index < -1 || index >= l.count {
		index = -1
	}
	l.selected, l.current = index, index
	if index >= 0 {
		l.ScrollTo(index)
	}
	l.dress()
}

// Step moves the keyboard's row by some rows, as the arrow keys do: for a search field above the list.
func (l *TouchList) Step(by int) {
	if l.count == 0 {
		return
	}
	l.current = min(max(l.current+by, 0), l.count-1)
	l.ScrollTo(l.current)
	l.dress()
}

// Current is the keyboard's row, -1 for none.
func (l *TouchList) Current() int { return l.current }

// Open opens a row as a tap does.
func (l *TouchList) Open(index int) {
	if index >= 0 && index < l.count && l.OnTapped != nil {
		l.current = index
		l.OnTapped(index)
	}
}

// ScrollTo brings a row into sight.
func (l *TouchList) ScrollTo(index int) {
	l.reveal = index
	if l.height <= 0 || l.Size().Height <= 0 {
		return
	}
	l.glide.stop()
	top := float64(index) * float64(l.height)
	sight := float64(l.Size().Height)
	if top < l.offset {
		l.scrollTo(top)
	} else if bottom := top + float64(l.height); bottom > l.offset+sight {
		l.scrollTo(bottom - sight)
	}
}

// ScrollToTop goes back to the first row.
func (l *TouchList) ScrollToTop() {
	l.reveal = -1
	l.glide.stop()
	l.scrollTo(0)
}

func (l *TouchList) deepest() float64 {
	return max(float64(l.count)*float64(l.height)-float64(l.Size().Height), 0)
}

func (l *TouchList) scrollTo(offset float64) {
	offset = min(max(offset, 0), l.deepest())
	if offset != l.offset {
		l.offset = offset
		l.fill(false)
	}
}

// Scrolled implements fyne.Scrollable.
func (l *TouchList) Scrolled(e *fyne.ScrollEvent) {
	l.reveal = -1
	l.glide.stop()
	l.scrollTo(l.offset - float64(e.Scrolled.DY))
}

// Dragged implements fyne.Draggable.
func (l *TouchList) Dragged(e *fyne.DragEvent) { l.glide.drag(e.Dragged.DY) }

// DragEnd implements fyne.Draggable.
func (l *TouchList) DragEnd() { l.glide.release() }

// FocusGained implements fyne.Focusable.
func (l *TouchList) FocusGained() {
	l.focused = true
	if l.current < 0 && l.count > 0 {
		l.current = max(l.selected, 0)
	}
	l.dress()
}

// FocusLost implements fyne.Focusable.
func (l *TouchList) FocusLost() { l.focused = false; l.dress() }

// TypedRune implements fyne.Focusable.
func (l *TouchList) TypedRune(r rune) {
	if r != ' ' {
		passRune(canvasOf(l), r)
	}
}

// TypedKey implements fyne.Focusable.
func (l *TouchList) TypedKey(e *fyne.KeyEvent) {
	page := max(int(l.Size().Height/max(l.height, 1))-1, 1)
	switch e.Name {
	case fyne.KeyDown:
		l.Step(1)
	case fyne.KeyUp:
		l.Step(-1)
	case fyne.KeyPageDown:
		l.Step(page)
	case fyne.KeyPageUp:
		l.Step(-page)
	case fyne.KeyHome:
		l.Step(-l.count)
	case fyne.KeyEnd:
		l.Step(l.count)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.Open(l.current)
	default:
		passKey(canvasOf(l), e)
	}
}

// fill puts a row at every place in sight; rows that stay in sight are only moved unless all are shown again.
func (l *TouchList) fill(again bool) {
	size := l.Size()
	if l.height <= 0 || size.Height <= 0 {
		return
	}
	need := min(int(math.Ceil(float64(size.Height/l.height)))+1, l.count)
	for len(l.rows) < need {
		l.rows = append(l.rows, newListRow(l))
		again = true // places are handed out by index modulo the number of rows
	}
	first := int(l.offset / float64(l.height))
	l.body.Objects = l.body.Objects[:0]
	for i := first; i < min(first+len(l.rows), l.count); i++ {
		row := l.rows[i%len(l.rows)]
		row.become(i, again)
		place(row, 0, float32(float64(i)*float64(l.height)-l.offset), size.Width, l.height)
		l.body.Objects = append(l.body.Objects, row)
	}
	l.body.Resize(size)
	l.body.Refresh()
	l.thumb.follow()
}

func (l *TouchList) dress() {
	for _, row := range l.rows {
		row.paint()
	}
}

// CreateRenderer implements fyne.Widget.
func (l *TouchList) CreateRenderer() fyne.WidgetRenderer {
	r := &listRenderer{list: l, clip: container.NewClip(l.body)}
	r.measure()
	return r
}

type listRenderer struct {
	list *TouchList
	clip *container.Clip
}

func (r *listRenderer) Destroy() { r.list.glide.stop() }

func (r *listRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.clip, r.list.thumb}
}

// measure takes the height of all rows from an empty one, in the theme of now.
func (r *listRenderer) measure() {
	content, _ := r.list.create()
	least := content.MinSize().Height + 2*look.Snug
	r.list.height = float32(math.Ceil(float64(fyne.Max(least, look.Touch))))
}

func (r *listRenderer) MinSize() fyne.Size { return fyne.NewSize(leastScroll, r.list.height) }

func (r *listRenderer) Layout(size fyne.Size) {
	r.clip.Resize(size)
	place(r.list.thumb, size.Width-thumbWide, 0, thumbWide, size.Height)
	r.list.offset = min(r.list.offset, r.list.deepest())
	if index := r.list.reveal; index >= 0 {
		r.list.offset = 0
		r.list.ScrollTo(index)
	}
	r.list.fill(false)
}

func (r *listRenderer) Refresh() {
	r.measure()
	r.list.offset = min(r.list.offset, r.list.deepest())
	r.list.fill(true)
}
