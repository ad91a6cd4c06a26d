package ui

import (
	"fyne.io/fyne/v2"
)

// narrow is the width below which even a lying window gets the bar at the bottom.
const narrow float32 = 700

// frame puts the rail beside the room, or the bar below it where the window stands upright.
type frame struct {
	rail, bar, top, room fyne.CanvasObject
	over                 fyne.CanvasObject // the search's answers, over the room
	full                 bool              // the room has the whole window
	upright              bool              // as laid out last
}

// MinSize implements fyne.Layout: a window may be made as small as a phone's.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(leastWidth, leastHeight) }

const leastWidth, leastHeight float32 = 360, 320

// Layout implements fyne.Layout.
func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	f.upright = size.Width < size.Height || size.Width < narrow
	show(f.rail, !f.full && !f.upright)
	show(f.bar, !f.full && f.upright)
	show(f.top, !f.full)
	show(f.over, !f.full)
	if f.full {
		put(f.room, 0, 0, size.Width, size.Height)
		return
	}
	left, bottom := railWidth, float32(0)
	if f.upright {
		left, bottom = 0, f.bar.MinSize().Height
		put(f.bar, 0, size.Height-bottom, size.Width, bottom)
	} else {
		left = fyne.Max(left, f.rail.MinSize().Width)
		put(f.rail, 0, 0, left, size.Height)
	}
	head := f.top.MinSize().Height
	put(f.top, left, 0, size.Width-left, head)
	put(f.room, left, head, size.Width-left, size.Height-head-bottom)
	put(f.over, left, head, size.Width-left, size.Height-head-bottom)
}

// below is the height of the bar under the room, 0 where there is none.
func (f *frame) below() float32 {
	if f.full || !f.upright {
		return 0
	}
	return f.bar.MinSize().Height
}

func put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

func show(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}
