package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// dress is how a ground is painted: by roles, so that it follows the theme.
type dress struct {
	fill, line fyne.ThemeColorName
	thick      float32
	corner     float32
}

// ground is a rounded rectangle behind something.
type ground struct {
	rect *canvas.Rectangle
	ring *canvas.Rectangle // around what has the focus
}

func newGround() *ground {
	g := &ground{rect: &canvas.Rectangle{}, ring: &canvas.Rectangle{}}
	g.ring.Hide()
	return g
}

func (g *ground) objects(above ...fyne.CanvasObject) []fyne.CanvasObject {
	return append([]fyne.CanvasObject{g.rect, g.ring}, above...)
}

func (g *ground) layout(size fyne.Size) {
	g.rect.Resize(size)
	g.rect.Move(fyne.Position{})
	g.ring.Resize(size.AddWidthHeight(2*ringGap, 2*ringGap))
	g.ring.Move(fyne.NewPos(-ringGap, -ringGap))
}

const ringGap, ringThick float32 = 2, 2

// paint dresses the ground and shows the focus ring.
func (g *ground) paint(d dress, focused bool) {
	g.rect.FillColor, g.rect.StrokeColor = look.Color(d.fill), look.Color(d.line)
	g.rect.StrokeWidth, g.rect.CornerRadius = d.thick, d.corner
	g.rect.Refresh()
	g.ring.FillColor, g.ring.StrokeColor = look.Color(look.Clear), look.Color(look.Accent)
	g.ring.StrokeWidth, g.ring.CornerRadius = ringThick, d.corner+ringGap
	g.ring.Hidden = !focused
	g.ring.Refresh()
}
