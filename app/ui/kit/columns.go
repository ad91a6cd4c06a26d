package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Columns puts parts in equal columns, as many as have room for a least width and leave no part nearly alone in the
// last row; the parts of a row are equally high: figures, tiles, pairs of fields.
func Columns(least float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&columnsLayout{least: least}, objects...)
}

type columnsLayout struct {
	least float32
	width float32 // as laid out last
}

// scaled is a width that was chosen for text of the usual size, in the text scale of now.
func scaled(width float32) float32 { return look.Scaled(width) }

func (l *columnsLayout) columns(count int, width float32) int {
	fit := max(1, min(int((width+look.Gap)/(scaled(l.least)+look.Gap)), count))
	rows := (count + fit - 1) / fit
	return (count + rows - 1) / rows
}

func (l *columnsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := growLayout{}.MinSize(objects)
	return fyne.NewSize(fyne.Min(size.Width, l.least), l.walk(objects, l.width, nil))
}

func (l *columnsLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, place)
}

// walk puts every part in its place and says the height of all rows.
func (l *columnsLayout) walk(objects []fyne.CanvasObject, width float32, put func(fyne.CanvasObject, float32, float32, float32, float32)) float32 {
	visible := shown(objects)
	if len(visible) == 0 {
		return 0
	}
	n := l.columns(len(visible), width)
	each := (width - look.Gap*float32(n-1)) / float32(n)
	var y float32
	for from := 0; from < len(visible); from += n {
		row := visible[from:min(from+n, len(visible))]
		var height float32
		for _, o := range row {
			if put != nil {
				height = fyne.Max(height, heightAt(o, each))
			} else {
				height = fyne.Max(height, o.MinSize().Height)
			}
		}
		if put != nil {
			for i, o := range row {
				put(o, float32(i)*(each+look.Gap), y, each, height)
			}
		}
		y += height + look.Gap
	}
	return y - look.Gap
}

// Sides puts two parts beside each other where there is room for it, from width at, and under each other where
// there is not, the first above. The first is as wide as its share of the width, from 0 to 1. The width grows with
// the text scale.
func Sides(at, share float32, first, second fyne.CanvasObject) *fyne.Container {
	return container.New(&sidesLayout{at: at, share: share}, first, second)
}

type sidesLayout struct {
	at, share float32
	width     float32 // as laid out last
}

func (l *sidesLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	visible := shown(objects)
	size := growLayout{}.MinSize(objects)
	if len(visible) < 2 || l.width >= scaled(l.at) {
		return size
	}
	stacked := (&stackLayout{gap: look.Gap}).MinSize(objects)
	return fyne.NewSize(size.Width, stacked.Height)
}

func (l *sidesLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	visible := shown(objects)
	switch {
	case len(visible) < 2:
		growLayout{}.Layout(objects, size)
	case size.Width < scaled(l.at):
		(&stackLayout{gap: look.Gap}).Layout(objects, size)
	default:
		first := (size.Width - look.Gap) * l.share
		second := size.Width - look.Gap - first
		heightAt(visible[0], first)
		heightAt(visible[1], second)
		place(visible[0], 0, 0, first, size.Height)
		place(visible[1], first+look.Gap, 0, second, size.Height)
	}
}

// Page is a room that scrolls: its title, the actions at the end of the title's line (nil for none), its content.
func Page(title string, actions, content fyne.CanvasObject) *fyne.Container {
	head := Row(Title(title), Spacer())
	if actions != nil {
		head.Add(actions)
	}
	return Stack(0,
		PaddedXY(look.Wide, look.Inset, head),
		Grow(NewTouchScroll(container.New(&paddedLayout{look.Wide, look.Tight}, content))))
}
