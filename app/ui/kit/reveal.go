package kit

import "fyne.io/fyne/v2"

// drawn are the pages that are drawn somewhere. It is read and written on the screen's goroutine only.
var drawn = map[*TouchScroll]bool{}

// revealRoom is the room that stays above and below what the keyboard has reached.
const revealRoom float32 = 12

// reveal scrolls what the keyboard has reached into view. An object does not know the page it stands on: the page
// that moves it is its page, and one that moves something else goes back.
func reveal(o fyne.CanvasObject) {
	c, driver := canvasOf(o), fyne.CurrentApp().Driver()
	if c == nil {
		return
	}
	for s := range drawn {
		if canvasOf(s) != c || !s.Visible() {
			continue
		}
		offset, before := s.Offset(), driver.AbsolutePositionForObject(o).Y
		s.scrollTo(o, revealRoom)
		if moved := s.Offset() - offset; moved != 0 && driver.AbsolutePositionForObject(o).Y == before {
			s.by(-moved)
		}
	}
}
