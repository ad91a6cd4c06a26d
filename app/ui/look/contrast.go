package look

import (
	"image/color"
	"math"
)

// readable is the least contrast of any text on its ground (WCAG 2, level AA for body text).
const readable = 4.5

// Contrast is the WCAG contrast ratio of two opaque colours, from 1 to 21.
func Contrast(a, b color.Color) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

func luminance(c color.Color) float64 {
	n := opaque(c)
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

func linear(channel uint8) float64 {
	v := float64(channel) / 0xff
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

func opaque(c color.Color) color.NRGBA {
	n, ok := color.NRGBAModel.Convert(c).(color.NRGBA)
	if !ok {
		return color.NRGBA{A: 0xff}
	}
	n.A = 0xff
	return n
}

// mix is share parts of b in a, share from 0 to 1.
func mix(a, b color.NRGBA, share float64) color.NRGBA {
	part := func(x, y uint8) uint8 {
		return uint8(math.Round(float64(x)*(1-share) + float64(y)*share))
	}
	return color.NRGBA{R: part(a.R, b.R), G: part(a.G, b.G), B: part(a.B, b.B), A: 0xff}
}

// legible moves c towards the given end until it is readable on every ground, by as little as that takes.
func legible(c, towards color.NRGBA, grounds ...color.NRGBA) color.NRGBA {
	const steps = 40
	for i := range steps {
		try := shade(c, towards, float64(i)/steps)
		if readableOn(try, grounds) {
			return try
		}
	}
	return towards
}

func readableOn(c color.NRGBA, grounds []color.NRGBA) bool {
	for _, ground := range grounds {
		if Contrast(c, ground) < readable {
			return false
		}
	}
	return true
}

// shade is mix, except that a colour on its way to white keeps more of its hue than plain mixing would leave it.
func shade(c, towards color.NRGBA, share float64) color.NRGBA {
	if towards != white || share == 0 {
		return mix(c, towards, share)
	}
	bright := float64(max(c.R, c.G, c.B))
	if bright < 1 {
		return mix(c, towards, share)
	}
	scale := 0xff / bright
	vivid := color.NRGBA{
		R: uint8(float64(c.R) * scale), G: uint8(float64(c.G) * scale), B: uint8(float64(c.B) * scale), A: 0xff,
	}
	return mix(mix(c, vivid, math.Sqrt(share)*0.8), towards, share)
}
