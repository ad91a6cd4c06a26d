package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// The layouts here give every part its width first and ask for its height afterwards, so that a text that wraps in
// the narrower place pushes what stands below it.

// heightAt resizes a part to a width and says how high it then wants to be.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	if size := o.Size(); size.Width != width {
		o.Resize(fyne.NewSize(width, fyne.Max(size.Height, o.MinSize().Height)))
	}
	return o.MinSize().Height
}

// place gives a part its spot and its size.
func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

func shown(objects []fyne.CanvasObject) []fyne.CanvasObject {
	var visible []fyne.CanvasObject
	for _, o := range objects {
		if o.Visible() {
			visible = append(visible, o)
		}
	}
	return visible
}

// Stack puts parts under each other, each as wide as the stack and as high as it wants, gap apart.
// A Grow part takes the height that is left.
func Stack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(&stackLayout{gap: gap}, objects...)
}

// Column is a Stack of cards or fields, 12 apart.
func Column(objects ...fyne.CanvasObject) *fyne.Container { return Stack(look.Gap, objects...) }

// Lines is a Stack of texts that belong together, 4 apart.
func Lines(objects ...fyne.CanvasObject) *fyne.Container { return Stack(look.Tight, objects...) }

type stackLayout struct{ gap float32 }

func (l *stackLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range shown(objects) {
		least := o.MinSize()
		size.Width = fyne.Max(size.Width, least.Width)
		size.Height += least.Height
		if i > 0 {
			size.Height += l.gap
		}
	}
	return size
}

func (l *stackLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	visible := shown(objects)
	heights := make([]float32, len(visible))
	left, growing := size.Height-l.gap*float32(len(visible)-1), 0
	for i, o := range visible {
		heights[i] = heightAt(o, size.Width)
		left -= heights[i]
		if grows(o) {
			growing++
		}
	}
	var y float32
	for i, o := range visible {
		if grows(o) && left > 0 {
			heights[i] += left / float32(growing)
		}
		place(o, 0, y, size.Width, heights[i])
		y += heights[i] + l.gap
	}
}

// Grow marks a part that takes the room that is left in a Stack or a Row.
func Grow(o fyne.CanvasObject) *fyne.Container { return container.New(growLayout{}, o) }

// Spacer is room that pushes apart what stands before and after it in a Row or a Stack.
func Spacer() *fyne.Container { return container.New(growLayout{}) }

type growLayout struct{}

func (growLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range shown(objects) {
		size = size.Max(o.MinSize())
	}
	return size
}

func (growLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range shown(objects) {
		place(o, 0, 0, size.Width, size.Height)
	}
}

func grows(o fyne.CanvasObject) bool {
	c, ok := o.(*fyne.Container)
	if !ok {
		return false
	}
	_, ok = c.Layout.(growLayout)
	return ok
}

// Padded puts room around a part.
func Padded(inset float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&paddedLayout{inset, inset}, o)
}

// PaddedXY puts room beside and above a part.
func PaddedXY(x, y float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&paddedLayout{x, y}, o)
}

type paddedLayout struct{ x, y float32 }

func (l *paddedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return growLayout{}.MinSize(objects).AddWidthHeight(2*l.x, 2*l.y)
}

func (l *paddedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range shown(objects) {
		width := size.Width - 2*l.x
		heightAt(o, width)
		place(o, l.x, l.y, width, size.Height-2*l.y)
	}
}

// AtMost centres a part that should not become wider than a width, such as a form or a page of text.
func AtMost(width float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&atMostLayout{width}, o)
}

type atMostLayout struct{ width float32 }

func (l *atMostLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return growLayout{}.MinSize(objects)
}

func (l *atMostLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := fyne.Min(l.width, size.Width)
	for _, o := range shown(objects) {
		heightAt(o, width)
		place(o, (size.Width-width)/2, 0, width, size.Height)
	}
}

// Sized asks for at least a size, whatever the part itself wants: for pictures, columns and previews.
func Sized(width, height float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(&sizedLayout{fyne.NewSize(width, height)}, o)
}

type sizedLayout struct{ least fyne.Size }

func (l *sizedLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return growLayout{}.MinSize(objects).Max(l.least)
}

func (l *sizedLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	growLayout{}.Layout(objects, size)
}
