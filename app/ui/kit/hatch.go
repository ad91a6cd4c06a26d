package kit

import (
	"image"
	"image/color"
	"image/draw"

	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2/canvas"
)

// Hatch is a ground of slanting lines for what is out of use, such as a day on which nobody works: it is seen
// without its colour. Refresh it when the theme changes.
func Hatch() *canvas.Raster {
	h := &hatch{}
	return canvas.NewRaster(h.draw)
}

// hatch keeps its last picture: it is asked for at every frame by some painters.
type hatch struct {
	picture *image.NRGBA
	ink     color.Color
}

// hatchStep is how far the slanting lines are apart, in pixels.
const hatchStep = 10

func (h *hatch) draw(width, height int) image.Image {
	ink := look.Color(look.Edge)
	if h.picture != nil && h.ink == ink && h.picture.Rect.Dx() == width && h.picture.Rect.Dy() == height {
		return h.picture
	}
	h.ink, h.picture = ink, image.NewNRGBA(image.Rect(0, 0, width, height))
	draw.Draw(h.picture, h.picture.Rect, image.NewUniform(look.Color(look.Sunken)), image.Point{}, draw.Src)
	for y := range height {
		for x := hatchStep - 1 - y%hatchStep; x < width; x += hatchStep {
			h.picture.Set(x, y, ink)
		}
	}
	return h.picture
}
