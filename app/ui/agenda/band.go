package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// band is a time at which an officer makes no visits: an absence, a meeting, a closed hour.
type band struct {
	widget.BaseWidget
	item
	column int
	text   *kit.Text
}

func newBand() *band {
	b := &band{text: kit.Caption("").OneLine()}
	b.ExtendBaseWidget(b)
	return b
}

func (b *band) show(s *Screen, it *item, column int) {
	b.item, b.column = *it, column
	b.text.SetText(s.busyWords(it.busy, it.who))
	b.Refresh()
}

// busyWords say what an officer does instead of visits.
func (s *Screen) busyWords(busy coop.Busy, who string) string {
	return s.p.Words.T("agenda.busy", i18n.Args{"Who": who, "Kind": s.p.Words.T(i18n.ExceptionKey(busy.Kind)), "Label": busy.Label})
}

// CreateRenderer implements fyne.Widget.
func (b *band) CreateRenderer() fyne.WidgetRenderer {
	r := &bandRenderer{band: b, ground: &canvas.Rectangle{CornerRadius: 4}, hatch: kit.Hatch()}
	r.objects = []fyne.CanvasObject{r.ground, r.hatch, b.text}
	r.Refresh()
	return r
}

type bandRenderer struct {
	band    *band
	ground  *canvas.Rectangle
	hatch   *canvas.Raster
	objects []fyne.CanvasObject
}

// Destroy implements fyne.WidgetRenderer.
func (r *bandRenderer) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *bandRenderer) Objects() []fyne.CanvasObject { return r.objects }

// MinSize implements fyne.WidgetRenderer.
func (r *bandRenderer) MinSize() fyne.Size { return fyne.NewSize(10, 10) }

// Layout implements fyne.WidgetRenderer: the words lie on the ground alone, the lines below them.
func (r *bandRenderer) Layout(size fyne.Size) {
	const inset float32 = 6
	line := r.band.text.MinSize().Height
	r.ground.Resize(size)
	top := min(line+4, size.Height)
	put(r.hatch, 1, top, size.Width-2, max(size.Height-top-1, 0))
	put(r.band.text, inset, min(2, (size.Height-line)/2), max(size.Width-2*inset, 0), line)
}

// Refresh implements fyne.WidgetRenderer.
func (r *bandRenderer) Refresh() {
	r.ground.FillColor, r.ground.StrokeColor, r.ground.StrokeWidth = look.Color(look.Sunken), look.Color(look.Edge), look.Hair
	for _, o := range r.objects {
		o.Refresh()
	}
	r.Layout(r.band.Size())
}
