package main

import (
	"image"
	"image/color"
	"image/draw"
	"slices"
	"testing"
)

func TestFilledButtonsAreFoundInReadingOrder(t *testing.T) {
	light, dark := color.RGBA{0x0b, 0x5c, 0x63, 255}, color.RGBA{0x54, 0xb4, 0xbc, 255}
	for name, accent := range map[string]color.RGBA{"by day": light, "by night": dark} {
		t.Run(name, func(t *testing.T) {
			img := image.NewRGBA(image.Rect(0, 0, 800, 600))
			fill := func(r image.Rectangle, c color.Color) {
				draw.Draw(img, r, image.NewUniform(c), image.Point{}, draw.Src)
			}
			fill(img.Rect, color.RGBA{0xf7, 0xf5, 0xf2, 255})
			low, right, left := image.Rect(300, 500, 500, 544), image.Rect(400, 105, 520, 149), image.Rect(100, 100, 260, 148)
			for _, r := range []image.Rectangle{low, right, left} {
				fill(r, accent)
				fill(r.Inset(18), color.White) // its words
			}
			fill(image.Rect(100, 300, 700, 306), accent)                            // a progress bar
			fill(image.Rect(10, 10, 54, 54), accent)                                // initials
			fill(image.Rect(100, 400, 300, 444), color.RGBA{0x2e, 0x7d, 0x4f, 255}) // done
			fill(image.Rect(400, 400, 600, 444), color.RGBA{0xe7, 0xef, 0xef, 255}) // a soft tint
			if got, want := accentButtons(img), []image.Rectangle{left, right, low}; !slices.Equal(got, want) {
				t.Errorf("found %v, want %v", got, want)
			}
		})
	}
}
