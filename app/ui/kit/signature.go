package kit

import (
	"image/color"
	"slices"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Signature is a ground that a finger or the mouse draws on. It keeps what was drawn in parts of itself, so that it
// can be shown at any size, and it never scrolls the page that it stands on.
type Signature struct {
	widget.BaseWidget
	ink
	onChanged func()
	drawing   bool
}

var (
	_ fyne.Draggable     = (*Signature)(nil)
	_ fyne.Tappable      = (*Signature)(nil)
	_ fyne.Accessible    = (*Signature)(nil)
	_ desktop.Cursorable = (*Signature)(nil)
)

// What one signature may hold: a finger draws a few hundred points.
const (
	mostStrokes = 150
	mostPoints  = 4000
	leastMove   = 1.5 // points nearer to each other than this are one
)

// NewSignature is an empty ground; the hint stands on it while nothing is drawn. onChanged may be nil.
func NewSignature(hint string, onChanged func()) *Signature {
	s := &Signature{ink: ink{hint: hint}, onChanged: onChanged}
	s.ExtendBaseWidget(s)
	return s
}

// Set shows strokes that were drawn before, on a ground of an aspect (width over height).
func (s *Signature) Set(strokes [][]coop.Point, aspect float32) {
	s.strokes, s.aspect, s.drawing = slices.Clone(strokes), aspect, false
	s.Refresh()
}

// Strokes are what was drawn, and the aspect of the ground.
func (s *Signature) Strokes() (strokes [][]coop.Point, aspect float32) { return s.strokes, s.aspect }

// Drawn says whether anything was drawn.
func (s *Signature) Drawn() bool { return len(s.strokes) > 0 }

// Clear takes away what was drawn.
func (s *Signature) Clear() {
	s.Set(nil, 0)
	s.changed()
}

// Dragged implements fyne.Draggable.
func (s *Signature) Dragged(e *fyne.DragEvent) {
	if !s.drawing {
		if len(s.strokes) >= mostStrokes {
			return
		}
		s.drawing = true
		s.begin(s.Size())
		s.strokes = append(s.strokes, nil)
		s.dot(e.Position.SubtractXY(e.Dragged.DX, e.Dragged.DY))
	}
	s.dot(e.Position)
	s.Refresh()
}

// DragEnd implements fyne.Draggable.
func (s *Signature) DragEnd() {
	if s.drawing {
		s.drawing = false
		s.changed()
	}
}

// Tapped implements fyne.Tappable: the dot of an i.
func (s *Signature) Tapped(e *fyne.PointEvent) {
	if len(s.strokes) >= mostStrokes {
		return
	}
	s.begin(s.Size())
	s.strokes = append(s.strokes, nil)
	s.dot(e.Position)
	s.Refresh()
	s.changed()
}

func (s *Signature) changed() {
	if s.onChanged != nil {
		s.onChanged()
	}
}

// dot adds a place to the stroke that is being drawn.
func (s *Signature) dot(at fyne.Position) {
	var n int
	for _, stroke := range s.strokes {
		n += len(stroke)
	}
	if n >= mostPoints {
		return
	}
	origin, size := s.area(s.Size())
	stroke := &s.strokes[len(s.strokes)-1]
	p := coop.Point{X: part(at.X-origin.X, size.Width), Y: part(at.Y-origin.Y, size.Height)}
	if n := len(*stroke); n > 0 {
		dx, dy := (p.X-(*stroke)[n-1].X)*size.Width, (p.Y-(*stroke)[n-1].Y)*size.Height
		if dx*dx+dy*dy < leastMove*leastMove {
			return
		}
	}
	*stroke = append(*stroke, p)
}

// part is a distance as a part of a length, from 0 to 1.
func part(at, of float32) float32 {
	if of <= 0 {
		return 0
	}
	return min(max(at/of, 0), 1)
}

// Cursor implements desktop.Cursorable.
func (s *Signature) Cursor() desktop.Cursor { return desktop.CrosshairCursor }

// AccessibilityLabel implements fyne.Accessible.
func (s *Signature) AccessibilityLabel() string { return s.hint }

// AccessibilityRole implements fyne.Accessible.
func (s *Signature) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer implements fyne.Widget.
func (s *Signature) CreateRenderer() fyne.WidgetRenderer {
	return s.drawnOn(s, fyne.NewSize(240, 140), look.Edge)
}

// SignatureView shows a signature. It lets the page below scroll.
type SignatureView struct {
	widget.BaseWidget
	ink
}

// ShowSignature shows what was drawn, small.
func ShowSignature(drawn coop.Signature) *SignatureView {
	v := &SignatureView{ink: ink{strokes: drawn.Strokes, aspect: drawn.Aspect}}
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer implements fyne.Widget.
func (v *SignatureView) CreateRenderer() fyne.WidgetRenderer {
	return v.drawnOn(v, fyne.NewSize(200, 88), look.Line)
}

// ink is what was drawn, and how it is drawn again.
type ink struct {
	hint    string
	strokes [][]coop.Point
	aspect  float32
}

// begin takes the ground's form over with the first stroke.
func (i *ink) begin(size fyne.Size) {
	if len(i.strokes) == 0 && size.Height > 0 {
		i.aspect = size.Width / size.Height
	}
}

// area is where the strokes lie: the whole ground, or the largest part of it that has their form.
func (i *ink) area(size fyne.Size) (fyne.Position, fyne.Size) {
	if i.aspect <= 0 || size.Height <= 0 {
		return fyne.Position{}, size
	}
	width, height := size.Width, size.Width/i.aspect
	if height > size.Height {
		width, height = size.Height*i.aspect, size.Height
	}
	return fyne.NewPos((size.Width-width)/2, (size.Height-height)/2), fyne.NewSize(width, height)
}

const inkWidth float32 = 2.4

// drawnOn is a renderer of the strokes on a ground.
func (i *ink) drawnOn(w fyne.Widget, least fyne.Size, edge fyne.ThemeColorName) fyne.WidgetRenderer {
	back, base, hint := newGround(), canvas.NewRectangle(look.Color(look.Line)), Quiet(i.hint)
	objects := back.objects(base, hint)
	fixed := len(objects)
	draw := func(size fyne.Size) {
		origin, room := i.area(size)
		tint := look.Color(look.Ink)
		objects = objects[:fixed]
		at := func(p coop.Point) fyne.Position { return origin.AddXY(p.X*room.Width, p.Y*room.Height) }
		for _, stroke := range i.strokes {
			for n, p := range stroke {
				if n == 0 {
					objects = append(objects, dotAt(at(p), tint))
					continue
				}
				objects = append(objects, &canvas.Line{
					Position1: at(stroke[n-1]), Position2: at(p), StrokeColor: tint, StrokeWidth: inkWidth,
				}, dotAt(at(p), tint))
			}
		}
	}
	layout := func(size fyne.Size) {
		back.layout(size)
		place(base, look.Inset, size.Height*0.76, size.Width-2*look.Inset, look.Hair)
		place(hint, look.Inset, size.Height*0.76+look.Tight, size.Width-2*look.Inset, hint.MinSize().Height)
		draw(size)
	}
	dressed := func() {
		back.paint(dress{fill: look.Card, line: edge, thick: look.Hair, corner: look.Corner}, false)
		base.FillColor = look.Color(look.Line)
		hint.Hidden = len(i.strokes) > 0 || i.hint == ""
		base.Hidden = i.hint == ""
		hint.Refresh()
		layout(w.Size())
		canvas.Refresh(w)
	}
	back.paint(dress{fill: look.Card, line: edge, thick: look.Hair, corner: look.Corner}, false)
	hint.Hidden, base.Hidden = len(i.strokes) > 0 || i.hint == "", i.hint == ""
	return &frame{
		objects: func() []fyne.CanvasObject { return objects },
		least:   func() fyne.Size { return least },
		layout:  layout, refresh: dressed,
	}
}

// dotAt rounds the joint of two lines.
func dotAt(at fyne.Position, tint color.Color) *canvas.Circle {
	const half = inkWidth / 2
	return &canvas.Circle{
		Position1: at.SubtractXY(half, half), Position2: at.AddXY(half, half), FillColor: tint,
	}
}
