package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// body is what stands below the head: the diary, and those who wait beside it or below.
type body struct {
	screen *Screen
	grid   fyne.CanvasObject
	list   fyne.CanvasObject
	month  fyne.CanvasObject
	round  fyne.CanvasObject
	side   fyne.CanvasObject
	box    *fyne.Container
	wide   bool
	asList bool
	width  float32
}

func newBody(s *Screen) *body {
	b := &body{
		screen: s, grid: kit.Padded(1, s.grid), list: s.days.scroll, month: s.month.object(), round: s.round.object(),
		side: kit.Bar(s.due.object()),
	}
	b.box = container.New(b, b.grid, b.list, b.month, b.round, b.side)
	b.choose()
	return b
}

// These widths grow with the text. wideFrom is the width from which those who wait stand beside the diary; below it they stand under it.
const (
	wideFrom  float32 = 960
	sideWidth float32 = 330
	leastDay  float32 = 150 // the least width of a day's column in an upright window
)

// listed says whether the days are a list, because a grid of them has no room.
func (b *body) listed() bool {
	s := b.screen
	switch {
	case b.wide || (s.view != DayView && s.view != WeekView):
		return false
	case s.view == WeekView:
		return true
	}
	columns := 1
	if s.page.officer == "" {
		columns = max(len(s.base.officers), 1)
	}
	return b.width-gutter() < look.Scaled(leastDay)*float32(columns)
}

// choose shows what belongs to the view.
func (b *body) choose() {
	s := b.screen
	days := s.view == DayView || s.view == WeekView
	set(b.grid, days && !b.listed())
	set(b.list, days && b.listed())
	set(b.month, s.view == MonthView)
	set(b.round, s.view == RoundView)
	set(b.side, s.view != RoundView)
	b.Layout(b.box.Objects, b.box.Size())
}

// MinSize implements fyne.Layout.
func (b *body) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

// Layout implements fyne.Layout.
func (b *body) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if b.box == nil || size.IsZero() {
		return
	}
	b.width = size.Width
	was := b.wide
	b.wide = size.Width >= look.Scaled(wideFrom)
	if b.wide != was || b.listed() != b.asList {
		b.asList = b.listed()
		b.screen.show()
	}
	b.screen.head.resize(size.Width)
	main := size
	const upper = 0.6
	switch {
	case !b.side.Visible():
	case b.wide:
		main.Width -= look.Scaled(sideWidth)
		put(b.side, main.Width, 0, look.Scaled(sideWidth), size.Height)
	default:
		main.Height *= upper
		put(b.side, 0, main.Height, size.Width, size.Height-main.Height)
	}
	for _, o := range []fyne.CanvasObject{b.list, b.month, b.round} {
		put(o, 0, 0, main.Width, main.Height)
	}
	put(b.grid, look.Inset, 0, main.Width-2*look.Inset, main.Height-look.Gap)
}

// closure is why a day is closed, in a few words; "" when it is open.
func (s *Screen) closure(closed coop.Closure, label string) string {
	switch {
	case closed == coop.OpenDay:
		return ""
	case label != "":
		return label
	case closed == coop.ClosedSaturday || closed == coop.ClosedSunday:
		return s.p.Words.T("agenda.column.closed")
	}
	return s.p.Words.T(i18n.ClosureKey(closed))
}
