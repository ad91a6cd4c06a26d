package kit

import (
	"cmp"
	"slices"

	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// endless is what a part wants that takes any room that is left.
const endless = float32(1 << 20)

// Row puts parts beside each other, 8 apart, centred on one line. Texts that wrap or end in an ellipsis take what
// they need of the room that is left, Grow parts and Spacers take the rest.
func Row(objects ...fyne.CanvasObject) *fyne.Container { return RowOf(look.Snug, objects...) }

// RowOf is a Row with its own gap.
func RowOf(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap}, objects...)
}

// TopRow is a Row whose parts hang from its upper edge.
func TopRow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&rowLayout{gap: gap, top: true}, objects...)
}

type rowLayout struct {
	gap float32
	top bool
}

func (l *rowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range shown(objects) {
		least := o.MinSize()
		size.Height = fyne.Max(size.Height, least.Height)
		size.Width += least.Width
		if i > 0 {
			size.Width += l.gap
		}
	}
	return size
}

func (l *rowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	visible := shown(objects)
	widths := share(visible, size.Width-l.gap*float32(len(visible)-1))
	var x float32
	for i, o := range visible {
		height := heightAt(o, widths[i])
		if grows(o) && tall(o) {
			height = size.Height
		}
		y := (size.Height - height) / 2
		if l.top {
			y = 0
		}
		place(o, x, y, widths[i], height)
		x += widths[i] + l.gap
	}
}

// tall says whether a part of a row wants its whole height, such as a list, and not to be centred, such as a text.
func tall(o fyne.CanvasObject) bool {
	switch o := o.(type) {
	case *Text, *Field, *Button, *Chip, *Icon, *Tag, *Meter, *SearchBox, *Input:
		return false
	case *fyne.Container:
		switch o.Layout.(type) {
		case growLayout, *stackLayout, *rowLayout, *flowLayout, *paddedLayout:
			return slices.ContainsFunc(o.Objects, tall)
		}
	}
	return true
}

// wants is the width that a part would like: its least for most parts.
func wants(o fyne.CanvasObject) float32 {
	switch o := o.(type) {
	case *Text:
		if o.fit != whole {
			return o.natural()
		}
	case *layout.Spacer:
		return endless
	case *fyne.Container:
		return containerWants(o)
	}
	return o.MinSize().Width
}

// containerWants looks into plain containers, so that a stack of texts in a row is as wide as its longest text.
func containerWants(c *fyne.Container) float32 {
	var width, sum float32
	for i, o := range shown(c.Objects) {
		one := wants(o)
		width = fyne.Max(width, one)
		if i > 0 {
			sum += look.Snug
		}
		sum += one
	}
	switch l := c.Layout.(type) {
	case growLayout:
		return endless
	case *stackLayout, *sizedLayout:
		return fyne.Max(width, c.MinSize().Width)
	case *paddedLayout:
		return fyne.Max(width+2*l.x, c.MinSize().Width)
	case *rowLayout, *flowLayout:
		return fyne.Max(sum, c.MinSize().Width)
	}
	return c.MinSize().Width
}

// share hands out a width: everyone their least, then what is left to the texts that want more, the modest first,
// and then to the parts that take any room.
func share(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(objects))
	want := make([]float32, len(objects))
	var modest, greedy []int
	left := width
	for i, o := range objects {
		widths[i], want[i] = o.MinSize().Width, wants(o)
		left -= widths[i]
		if want[i] >= endless {
			greedy = append(greedy, i)
		} else if want[i] > widths[i] {
			modest = append(modest, i)
		}
	}
	slices.SortStableFunc(modest, func(a, b int) int { return cmp.Compare(want[a]-widths[a], want[b]-widths[b]) })
	for _, group := range [][]int{modest, greedy} {
		for n, i := range group {
			extra := fyne.Min(want[i]-widths[i], left/float32(len(group)-n))
			if extra > 0 {
				widths[i] += extra
				left -= extra
			}
		}
	}
	return widths
}

// Flow puts parts beside each other and goes on in the next line when one is full: chips, buttons, tags.
func Flow(objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&flowLayout{gap: look.Snug}, objects...)
}

type flowLayout struct {
	gap   float32
	width float32 // as laid out last
}

func (l *flowLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var widest float32
	for _, o := range shown(objects) {
		widest = fyne.Max(widest, fyne.Min(o.MinSize().Width, leastFlow))
	}
	return fyne.NewSize(widest, l.walk(objects, l.width, func(fyne.CanvasObject, float32, float32, fyne.Size) {}))
}

// leastFlow keeps one very long chip from pushing a page wide.
const leastFlow = 160

func (l *flowLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.walk(objects, size.Width, func(o fyne.CanvasObject, x, y float32, s fyne.Size) {
		place(o, x, y, s.Width, s.Height)
	})
}

// walk visits every part with its spot and says the height of all lines; width 0 is one endless line.
func (l *flowLayout) walk(objects []fyne.CanvasObject, width float32, visit func(fyne.CanvasObject, float32, float32, fyne.Size)) float32 {
	if width <= 0 {
		width = endless
	}
	var x, y, line float32
	for _, o := range shown(objects) {
		size := fyne.NewSize(fyne.Max(wants(o), o.MinSize().Width), o.MinSize().Height)
		size.Width = fyne.Min(size.Width, width)
		if x > 0 && x+size.Width > width {
			x, y, line = 0, y+line+l.gap, 0
		}
		visit(o, x, y, size)
		x += size.Width + l.gap
		line = fyne.Max(line, size.Height)
	}
	return y + line
}
