package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// inputRenderer keeps a text that is longer than its field of one line inside it: it ends in an ellipsis while
// nobody types there, and scrolls between the field's edges while somebody does.
type inputRenderer struct {
	fyne.WidgetRenderer
	input *Input
	rest  *Text // the shortened text
}

const inputEdge float32 = 4

// Objects implements fyne.WidgetRenderer.
func (r *inputRenderer) Objects() []fyne.CanvasObject {
	return append(append([]fyne.CanvasObject{}, r.WidgetRenderer.Objects()...), r.rest)
}

// Layout implements fyne.WidgetRenderer.
func (r *inputRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.fit()
}

// Refresh implements fyne.WidgetRenderer.
func (r *inputRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.WidgetRenderer.Layout(r.input.Size())
	r.fit()
}

func (r *inputRenderer) fit() {
	text := r.scrolled()
	if text == nil {
		return
	}
	long := !r.input.MultiLine && !r.input.Password && r.rest.measure(r.input.Text) > text.Size().Width-2*look.Gap
	r.rest.Hidden = !long || r.input.edits
	if r.rest.Hidden {
		text.Show()
	} else {
		text.Hide()
	}
	switch {
	case !long:
	case r.input.edits:
		text.Move(text.Position().AddXY(inputEdge, 0))
		text.Resize(text.Size().SubtractWidthHeight(2*inputEdge, 0))
	default:
		tone := Plain
		if r.input.Disabled() {
			tone = faint
		}
		r.rest.Set(r.input.Text, tone)
		height := r.rest.lineHeight()
		place(r.rest, text.Position().X+look.Gap, (r.input.Size().Height-height)/2, text.Size().Width-2*look.Gap, height)
	}
}

// scrolled is the part of the toolkit's field that holds the text.
func (r *inputRenderer) scrolled() *container.Scroll {
	for _, o := range r.WidgetRenderer.Objects() {
		if s, ok := o.(*container.Scroll); ok {
			return s
		}
	}
	return nil
}
