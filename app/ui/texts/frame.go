package texts

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/ui/look"
)

// pane names a part of the editor.
type pane string

// The panes. Where there is room the steps stand at the left, the fields in the middle, and the page or the points to
// look at on the right; where there is less, one of several is chosen.
const (
	paneSteps   pane = "steps"
	paneText    pane = "text"
	panePreview pane = "preview"
	panePoints  pane = "points"
)

// span says how many panes stand beside each other.
type span int

// The spans.
const (
	one   span = 1
	two   span = 2
	three span = 3
)

// Measures of the editor, at the usual text size.
const (
	stepsWidth  float32 = 264
	threeFrom   float32 = 1120 // from this width on the page stands beside the fields
	twoFrom     float32 = 860  // from this width on the steps stand beside the fields
	textShare   float32 = 0.46 // of what the steps leave, for the fields
	leastHeight float32 = 320
	leastWidth  float32 = 360
)

// panes lays the editor out: a head above, the panes below, the chosen one where there is room for one only.
type panes struct {
	head                         fyne.CanvasObject
	steps, text, preview, points fyne.CanvasObject
	tabs                         fyne.CanvasObject
	wish                         pane // chosen by hand
	chosen                       pane // the wish, or its neighbour where that stands there anyway
	span                         span
	onSpan                       func(span) // another number of panes has room
}

func (p *panes) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.steps, p.text, p.preview, p.points, p.tabs, p.head}
}

// spanOf is how many panes have room in a width, in the text size of now.
func spanOf(width float32) span {
	scale := look.Size(look.SizeBody) / usualBody
	switch {
	case width >= threeFrom*scale:
		return three
	case width >= twoFrom*scale:
		return two
	}
	return one
}

const usualBody float32 = 15

// MinSize implements fyne.Layout.
func (p *panes) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(leastWidth, leastHeight)
}

// Layout implements fyne.Layout.
func (p *panes) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if now := spanOf(size.Width); now != p.span {
		p.span = now
		p.onSpan(now)
	}
	y := put(p.head, 0, 0, size.Width)
	p.showOnly()
	left := float32(0)
	if p.span != one {
		left = stepsWidth * look.Size(look.SizeBody) / usualBody
		fill(p.steps, 0, y, left, size.Height-y)
	}
	if p.span == three {
		middle := (size.Width - left) * textShare
		fill(p.text, left, y, middle, size.Height-y)
		right := left + middle
		down := put(p.tabs, right, y, size.Width-right)
		p.fillRest(right, y+down, size.Width-right, size.Height-y-down)
		return
	}
	y += put(p.tabs, left, y, size.Width-left)
	p.fillRest(left, y, size.Width-left, size.Height-y)
}

// fillRest gives the panes that are chosen by tabs their place; only one of them is seen.
func (p *panes) fillRest(x, y, width, height float32) {
	for _, o := range []fyne.CanvasObject{p.steps, p.text, p.preview, p.points} {
		if (o == p.steps && p.span != one) || (o == p.text && p.span == three) || !o.Visible() {
			continue
		}
		fill(o, x, y, width, height)
	}
}

// showOnly shows the panes that have room and the chosen one.
func (p *panes) showOnly() {
	p.chosen = offered(p.span, p.wish)
	seen(p.steps, p.span != one || p.chosen == paneSteps)
	seen(p.text, p.span == three || p.chosen == paneText)
	seen(p.preview, p.chosen == panePreview)
	seen(p.points, p.chosen == panePoints)
}

// offered is a pane that tabs offer at a span: what stands beside them anyway gives way to its neighbour.
func offered(s span, chosen pane) pane {
	switch {
	case s == three && (chosen == paneText || chosen == paneSteps):
		return panePreview
	case s == two && chosen == paneSteps:
		return paneText
	}
	return chosen
}

// put places a part at its own height and says how high it is.
func put(o fyne.CanvasObject, x, y, width float32) float32 {
	o.Resize(fyne.NewSize(width, o.MinSize().Height))
	height := o.MinSize().Height
	fill(o, x, y, width, height)
	return height
}

func fill(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

func seen(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}
