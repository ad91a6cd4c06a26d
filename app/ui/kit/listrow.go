package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// listRow is one place of a TouchList: the caller's row on a ground that can be tapped.
type listRow struct {
	widget.BaseWidget
	list    *TouchList
	content fyne.CanvasObject
	show    func(index int)
	index   int
	shade   *canvas.Rectangle
	line    *canvas.Rectangle
}

var _ fyne.Tappable = (*listRow)(nil)

func newListRow(l *TouchList) *listRow {
	r := &listRow{list: l, index: -1, shade: &canvas.Rectangle{}, line: &canvas.Rectangle{}}
	r.content, r.show = l.create()
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *listRow) Tapped(*fyne.PointEvent) { r.list.Open(r.index) }

// Cursor implements desktop.Cursorable.
func (r *listRow) Cursor() desktop.Cursor {
	if r.list.OnTapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// become shows another index; again shows the same one anew.
func (r *listRow) become(index int, again bool) {
	if r.index == index && !again {
		return
	}
	r.index = index
	r.show(index)
	if again {
		r.content.Refresh()
	}
	r.paint()
}

func (r *listRow) paint() {
	fill := look.Clear
	switch {
	case r.index == r.list.selected:
		fill = look.AccentSoft
	case r.list.focused && r.index == r.list.current:
		fill = look.Pressed
	}
	r.shade.FillColor, r.line.FillColor = look.Color(fill), look.Color(look.Line)
	r.shade.Refresh()
	r.line.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *listRow) CreateRenderer() fyne.WidgetRenderer { return &listRowRenderer{r} }

type listRowRenderer struct{ row *listRow }

func (r *listRowRenderer) Destroy() {}

func (r *listRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.row.shade, r.row.line, r.row.content}
}

func (r *listRowRenderer) MinSize() fyne.Size { return r.row.content.MinSize() }

func (r *listRowRenderer) Layout(size fyne.Size) {
	r.row.shade.Resize(size)
	place(r.row.line, 0, size.Height-look.Hair, size.Width, look.Hair)
	place(r.row.content, look.Inset, look.Snug, size.Width-2*look.Inset, size.Height-2*look.Snug)
}

func (r *listRowRenderer) Refresh() {
	r.row.paint()
	r.row.content.Refresh()
}

const (
	thumbWide  float32 = 14
	thumbLeast float32 = 36
)

// listThumb shows where the list is, and takes it elsewhere when it is dragged.
type listThumb struct {
	widget.BaseWidget
	list *TouchList
	bar  *canvas.Rectangle
}

var _ fyne.Draggable = (*listThumb)(nil)

func newListThumb(l *TouchList) *listThumb {
	t := &listThumb{list: l, bar: &canvas.Rectangle{CornerRadius: 3}}
	t.ExtendBaseWidget(t)
	return t
}

// length is the thumb's share of the track, nothing when all rows are in sight.
func (t *listThumb) length() float32 {
	all := float64(t.list.count) * float64(t.list.height)
	track := float64(t.Size().Height)
	if all <= track || track <= 0 {
		return 0
	}
	return fyne.Max(float32(track*track/all), thumbLeast)
}

// follow puts the thumb where the list is.
func (t *listThumb) follow() {
	length := t.length()
	t.bar.FillColor = look.Color(look.Edge)
	t.bar.Hidden = length == 0
	if length > 0 {
		y := float32(t.list.offset/t.list.deepest()) * (t.Size().Height - length)
		place(t.bar, thumbWide-9, y+2, 6, length-4)
	}
	t.bar.Refresh()
}

// Dragged implements fyne.Draggable.
func (t *listThumb) Dragged(e *fyne.DragEvent) {
	length := t.length()
	if free := t.Size().Height - length; length > 0 && free > 0 {
		t.list.glide.stop()
		t.list.reveal = -1
		t.list.scrollTo(t.list.offset + float64(e.Dragged.DY/free)*t.list.deepest())
	}
}

// DragEnd implements fyne.Draggable.
func (t *listThumb) DragEnd() {}

// CreateRenderer implements fyne.Widget.
func (t *listThumb) CreateRenderer() fyne.WidgetRenderer { return &thumbRenderer{t} }

type thumbRenderer struct{ thumb *listThumb }

func (r *thumbRenderer) Destroy() {}

func (r *thumbRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.thumb.bar} }

func (r *thumbRenderer) MinSize() fyne.Size { return fyne.NewSize(thumbWide, thumbLeast) }

func (r *thumbRenderer) Layout(fyne.Size) { r.thumb.follow() }

func (r *thumbRenderer) Refresh() { r.thumb.follow() }
