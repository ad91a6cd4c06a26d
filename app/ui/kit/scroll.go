package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// TouchScroll is a long page that scrolls by wheel and by dragging anywhere on it, with a little run after the
// finger leaves. Taps on what stands inside keep working. It never scrolls sideways.
type TouchScroll struct {
	widget.BaseWidget
	scroll *container.Scroll
	drag   *dragPane
}

// NewTouchScroll makes a part scroll.
func NewTouchScroll(content fyne.CanvasObject) *TouchScroll {
	s := &TouchScroll{}
	s.drag = &dragPane{content: content, glide: &glide{}}
	s.drag.ExtendBaseWidget(s.drag)
	s.scroll = container.NewVScroll(s.drag)
	s.drag.glide.scroll = s.by
	s.ExtendBaseWidget(s)
	return s
}

// SetContent replaces what scrolls and goes back to the top.
func (s *TouchScroll) SetContent(content fyne.CanvasObject) {
	s.drag.content = content
	s.drag.Refresh()
	s.ScrollToTop()
	s.Refresh()
}

// ScrollToTop goes back to the top.
func (s *TouchScroll) ScrollToTop() {
	s.drag.glide.stop()
	s.scroll.ScrollToOffset(fyne.Position{})
}

// ScrollTo brings a part of the content into view.
func (s *TouchScroll) ScrollTo(o fyne.CanvasObject) { s.scrollTo(o, 0) }

// scrollTo brings a part of the content into view, with some room above and below.
func (s *TouchScroll) scrollTo(o fyne.CanvasObject, room float32) {
	s.drag.glide.stop()
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s.drag).Y - room
	bottom, height := top+o.Size().Height+2*room, s.scroll.Size().Height
	switch offset := s.scroll.Offset.Y; {
	case top < offset:
		s.by(top - offset)
	case bottom > offset+height:
		s.by(min(bottom-height, top) - offset)
	}
}

// Offset is how far the page is scrolled down.
func (s *TouchScroll) Offset() float32 { return s.scroll.Offset.Y }

// Page scrolls by nearly a whole screen: down for 1, up for -1.
func (s *TouchScroll) Page(screens float32) { s.by(screens * s.scroll.Size().Height * 0.9) }

// ScrollBy scrolls by a distance, down when it is above 0.
func (s *TouchScroll) ScrollBy(distance float32) { s.by(distance) }

func (s *TouchScroll) by(distance float32) {
	deepest := s.drag.Size().Height - s.scroll.Size().Height
	y := max(min(s.scroll.Offset.Y+distance, deepest), 0)
	if y == s.scroll.Offset.Y {
		return
	}
	s.scroll.ScrollToOffset(fyne.NewPos(0, y))
}

// MinSize implements fyne.CanvasObject: as narrow as the content allows and of any height.
func (s *TouchScroll) MinSize() fyne.Size {
	return fyne.NewSize(s.drag.MinSize().Width, leastScroll)
}

const leastScroll = 64

// CreateRenderer implements fyne.Widget.
func (s *TouchScroll) CreateRenderer() fyne.WidgetRenderer {
	drawn[s] = true
	return &touchScrollRenderer{s}
}

type touchScrollRenderer struct{ scroll *TouchScroll }

func (r *touchScrollRenderer) Destroy() {
	r.scroll.drag.glide.stop()
	delete(drawn, r.scroll)
}

func (r *touchScrollRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.scroll.scroll}
}

func (r *touchScrollRenderer) MinSize() fyne.Size { return r.scroll.MinSize() }

// Layout gives the content its width first, so that its height is known before the page is measured.
func (r *touchScrollRenderer) Layout(size fyne.Size) {
	height := heightAt(r.scroll.drag, size.Width)
	r.scroll.drag.Resize(fyne.NewSize(size.Width, fyne.Max(height, size.Height)))
	r.scroll.scroll.Resize(size)
	r.scroll.by(0)
}

func (r *touchScrollRenderer) Refresh() {
	r.Layout(r.scroll.Size())
	r.scroll.scroll.Refresh()
}

// dragPane is what the finger drags: the content and a catcher for drags around it.
type dragPane struct {
	widget.BaseWidget
	content fyne.CanvasObject
	glide   *glide
}

var _ fyne.Draggable = (*dragPane)(nil)

// Dragged implements fyne.Draggable.
func (p *dragPane) Dragged(e *fyne.DragEvent) { p.glide.drag(e.Dragged.DY) }

// DragEnd implements fyne.Draggable.
func (p *dragPane) DragEnd() { p.glide.release() }

// CreateRenderer implements fyne.Widget.
func (p *dragPane) CreateRenderer() fyne.WidgetRenderer { return &dragPaneRenderer{p} }

type dragPaneRenderer struct{ pane *dragPane }

func (r *dragPaneRenderer) Destroy() {}

func (r *dragPaneRenderer) Objects() []fyne.CanvasObject {
	if r.pane.content == nil {
		return nil
	}
	return []fyne.CanvasObject{r.pane.content}
}

func (r *dragPaneRenderer) MinSize() fyne.Size {
	if r.pane.content == nil {
		return fyne.Size{}
	}
	return r.pane.content.MinSize()
}

func (r *dragPaneRenderer) Layout(size fyne.Size) {
	if r.pane.content != nil {
		heightAt(r.pane.content, size.Width)
		place(r.pane.content, 0, 0, size.Width, size.Height)
	}
}

func (r *dragPaneRenderer) Refresh() {
	r.Layout(r.pane.Size())
	if r.pane.content != nil {
		r.pane.content.Refresh()
	}
}
