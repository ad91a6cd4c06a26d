package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Icon is a line icon in a tone.
type Icon struct {
	widget.BaseWidget
	icon  look.Icon
	tone  Tone
	size  fyne.ThemeSizeName
	image *canvas.Image
}

// NewIcon is an icon of 24 units, the size that stands beside body text and alone.
func NewIcon(icon look.Icon, tone Tone) *Icon { return newIcon(icon, tone, look.SizeIcon) }

// NewGlyph is an icon of 18 units, for lines of small text.
func NewGlyph(icon look.Icon, tone Tone) *Icon { return newIcon(icon, tone, look.SizeGlyph) }

func newIcon(icon look.Icon, tone Tone, size fyne.ThemeSizeName) *Icon {
	i := &Icon{icon: icon, tone: tone, size: size}
	i.ExtendBaseWidget(i)
	return i
}

// Set changes icon and tone at once.
func (i *Icon) Set(icon look.Icon, tone Tone) {
	if i.icon == icon && i.tone == tone {
		return
	}
	i.icon, i.tone = icon, tone
	i.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	i.image = &canvas.Image{FillMode: canvas.ImageFillContain, Resource: i.icon.Drawn(look.Color(i.tone.strong()))}
	return &iconRenderer{icon: i, objects: []fyne.CanvasObject{i.image}}
}

type iconRenderer struct {
	icon    *Icon
	objects []fyne.CanvasObject
}

func (r *iconRenderer) Destroy() {}

func (r *iconRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *iconRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(look.Size(r.icon.size)) }

func (r *iconRenderer) Layout(size fyne.Size) {
	side := fyne.Min(look.Size(r.icon.size), fyne.Min(size.Width, size.Height))
	r.icon.image.Resize(fyne.NewSquareSize(side))
	r.icon.image.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
}

func (r *iconRenderer) Refresh() {
	i := r.icon
	drawn := i.icon.Drawn(look.Color(i.tone.strong()))
	if i.image.Resource == nil || i.image.Resource.Name() != drawn.Name() {
		i.image.Resource = drawn
		i.image.Refresh()
	}
	r.Layout(i.Size())
}
