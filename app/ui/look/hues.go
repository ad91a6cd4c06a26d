package look

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// hue is the colour of one of several colleagues or rounds seen side by side, and its soft ground.
type hue struct {
	strong, soft fyne.ThemeColorName
	from         color.NRGBA
}

// hues tell colleagues apart. None is a tone's: a hue says who, never how well.
var hues = [...]hue{
	{"hue-blue", "hue-blue-soft", rgb(0x1F5FA8)},
	{"hue-plum", "hue-plum-soft", rgb(0x7B3F98)},
	{"hue-ochre", "hue-ochre-soft", rgb(0x9A6A00)},
	{"hue-teal", "hue-teal-soft", rgb(0x0B7A75)},
	{"hue-rose", "hue-rose-soft", rgb(0xA83A6C)},
	{"hue-olive", "hue-olive-soft", rgb(0x5E7A1F)},
	{"hue-brick", "hue-brick-soft", rgb(0x9C4A2F)},
	{"hue-slate", "hue-slate-soft", rgb(0x50606B)},
}

// Hue is the colour of the n-th of several colleagues, from 0, and its soft ground; after the last
// one they begin again. A colour never speaks alone: initials go with it.
func Hue(n int) (strong, soft fyne.ThemeColorName) {
	h := hues[n%len(hues)]
	return h.strong, h.soft
}

// paintHues makes the hues legible on a ground.
func (g ground) paintHues(p palette) {
	for _, h := range hues {
		p[h.strong], p[h.soft] = g.tone(h.from, h.from)
	}
}
