package paper

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/color/palette"
	"image/draw"
	_ "image/gif"  // a logo may be one
	_ "image/jpeg" // a logo may be one
	"image/png"

	"bienvenue/app/coop"
)

// Limits of a logo: what is handed in, and what is kept of it.
const (
	logoFile   = 20 << 20 // bytes
	logoSide   = 12_000   // dots
	logoDots   = 40_000_000
	logoWidth  = 600 // dots kept
	logoHeight = 240
	logoKept   = 80_000 // bytes kept
	megabyte   = 1 << 20
)

// Logo makes a coop's logo of a picture (PNG, JPEG or GIF) of any size: a PNG on white, small enough
// for every sheet and large enough for print. What is no picture, or far too large a one, is refused.
func Logo(src []byte) ([]byte, error) {
	if len(src) > logoFile {
		return nil, coop.Refuse("sheet.refused.logo.heavy", map[string]any{"Most": logoFile / megabyte})
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(src))
	if err != nil || config.Width <= 0 || config.Height <= 0 {
		return nil, coop.Refuse("sheet.refused.logo.broken", nil)
	}
	if config.Width > logoSide || config.Height > logoSide || config.Width*config.Height > logoDots {
		return nil, coop.Refuse("sheet.refused.logo.large", map[string]any{
			"Width": config.Width, "Height": config.Height, "Most": logoSide,
		})
	}
	whole, _, err := image.Decode(bytes.NewReader(src))
	if err != nil {
		return nil, coop.Refuse("sheet.refused.logo.broken", nil)
	}
	return keptLogo(whole)
}

// keptLogo writes the picture as small as it must be: fewer colours first, then fewer dots.
func keptLogo(whole image.Image) ([]byte, error) {
	limit := image.Pt(logoWidth, logoHeight)
	for {
		small := shrunk(whole, limit)
		out, err := pngOf(small)
		if err != nil || len(out) <= logoKept {
			return out, err
		}
		few := image.NewPaletted(small.Bounds(), palette.Plan9)
		draw.Draw(few, few.Bounds(), small, image.Point{}, draw.Src)
		if out, err = pngOf(few); err != nil || len(out) <= logoKept {
			return out, err
		}
		limit = image.Pt(limit.X*3/4, limit.Y*3/4)
	}
}

func pngOf(picture image.Image) ([]byte, error) {
	var out bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, picture); err != nil {
		return nil, fmt.Errorf("write logo: %w", err)
	}
	return out.Bytes(), nil
}

// shrunk is a picture on white that fits into so many dots, each the mean of those it stands for.
// A picture that fits already keeps its size.
func shrunk(whole image.Image, most image.Point) *image.RGBA {
	from := whole.Bounds()
	width, height := from.Dx(), from.Dy()
	if width > most.X {
		width, height = most.X, max(height*most.X/width, 1)
	}
	if height > most.Y {
		width, height = max(width*most.Y/height, 1), most.Y
	}
	out := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		top, bottom := from.Min.Y+y*from.Dy()/height, from.Min.Y+(y+1)*from.Dy()/height
		for x := range width {
			left, right := from.Min.X+x*from.Dx()/width, from.Min.X+(x+1)*from.Dx()/width
			out.SetRGBA(x, y, mean(whole, image.Rect(left, top, max(right, left+1), max(bottom, top+1))))
		}
	}
	return out
}

// mean is the colour of a part of a picture that lies on white.
func mean(whole image.Image, part image.Rectangle) color.RGBA {
	const deepest = 0xFFFF
	var red, green, blue, n uint64
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			r, g, b, a := whole.At(x, y).RGBA()
			paper := uint64(deepest - a) // what shines through
			red, green, blue, n = red+uint64(r)+paper, green+uint64(g)+paper, blue+uint64(b)+paper, n+1
		}
	}
	return color.RGBA{R: uint8(red / n >> 8), G: uint8(green / n >> 8), B: uint8(blue / n >> 8), A: 0xFF}
}
