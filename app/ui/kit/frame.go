package kit

import "fyne.io/fyne/v2"

// frame is a renderer put together from functions.
type frame struct {
	objects func() []fyne.CanvasObject
	least   func() fyne.Size
	layout  func(fyne.Size)
	refresh func()
}

var _ fyne.WidgetRenderer = (*frame)(nil)

// Destroy implements fyne.WidgetRenderer.
func (f *frame) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (f *frame) Objects() []fyne.CanvasObject { return f.objects() }

// MinSize implements fyne.WidgetRenderer.
func (f *frame) MinSize() fyne.Size { return f.least() }

// Layout implements fyne.WidgetRenderer.
func (f *frame) Layout(size fyne.Size) { f.layout(size) }

// Refresh implements fyne.WidgetRenderer.
func (f *frame) Refresh() { f.refresh() }

// fixed is a list of objects that never changes.
func fixed(objects ...fyne.CanvasObject) func() []fyne.CanvasObject {
	return func() []fyne.CanvasObject { return objects }
}

// around is a renderer for a widget that is its content and nothing else.
func around(content fyne.CanvasObject) fyne.WidgetRenderer {
	fill := func(size fyne.Size) {
		heightAt(content, size.Width)
		place(content, 0, 0, size.Width, size.Height)
	}
	return &frame{objects: fixed(content), least: content.MinSize, layout: fill, refresh: content.Refresh}
}
