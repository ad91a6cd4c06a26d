package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Tools is a Row of buttons for a bar. Where it is too narrow for all their words, quiet buttons that have an icon show
// only their icon, the first ones first.
func Tools(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&toolsLayout{row: rowLayout{gap: gap}}, objects...)
}

type toolsLayout struct{ row rowLayout }

// MinSize implements fyne.Layout.
func (l *toolsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := l.row.MinSize(objects)
	for _, o := range shown(objects) {
		if b, ok := o.(*Button); ok && b.gives() {
			size.Width -= b.MinSize().Width - b.bareWidth()
		}
	}
	return size
}

// Layout implements fyne.Layout.
func (l *toolsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		if b, ok := o.(*Button); ok && b.gives() {
			b.setBare(false)
		}
	}
	for _, o := range shown(objects) {
		if l.row.MinSize(objects).Width <= size.Width {
			break
		}
		if b, ok := o.(*Button); ok && b.gives() {
			b.setBare(true)
		}
	}
	l.row.Layout(objects, size)
}
