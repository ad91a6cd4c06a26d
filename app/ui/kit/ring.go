package kit

import (
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Ring shows how many of a target are reached, as a ring around the figures.
type Ring struct {
	widget.BaseWidget
	n, target int
	text      string
}

// NewRing is a ring with its own text in the middle, such as « 52 / 75 ».
func NewRing(n, target int, text string) *Ring {
	r := &Ring{n: n, target: target, text: text}
	r.ExtendBaseWidget(r)
	return r
}

// Set changes the figures and the text.
func (r *Ring) Set(n, target int, text string) {
	r.n, r.target, r.text = n, target, text
	r.Refresh()
}

// share is the part of the ring that is drawn full, from 0 to 1.
func (r *Ring) share() float32 {
	if r.target <= 0 {
		return 0
	}
	return min(max(float32(r.n)/float32(r.target), 0), 1)
}

const ringHollow = 0.84 // the hollow's share of the radius

// CreateRenderer implements fyne.Widget.
func (r *Ring) CreateRenderer() fyne.WidgetRenderer {
	track := &canvas.Arc{EndAngle: 360, CutoutRatio: ringHollow}
	full := &canvas.Arc{CutoutRatio: ringHollow, CornerRadius: 4}
	text := newText(r.text, look.SizeSection).Strong().OneLine().Centered()
	layout := func(size fyne.Size) {
		side := fyne.Min(size.Width, size.Height)
		for _, arc := range []*canvas.Arc{track, full} {
			arc.Resize(fyne.NewSquareSize(side))
			arc.Move(fyne.NewPos((size.Width-side)/2, (size.Height-side)/2))
		}
		height := text.lineHeight()
		inner := side * ringHollow
		place(text, (size.Width-inner)/2, (size.Height-height)/2, inner, height)
	}
	dressed := func() {
		track.FillColor, full.FillColor = look.Color(look.Line), look.Color(look.Accent)
		full.EndAngle = 360 * r.share()
		full.Hidden = r.share() == 0
		text.SetText(r.text)
		text.Refresh()
		track.Refresh()
		full.Refresh()
		layout(r.Size())
	}
	dressed()
	return &frame{
		objects: fixed(track, full, text),
		least:   func() fyne.Size { return fyne.NewSquareSize(5.6 * look.Size(look.SizeSection)) },
		layout:  layout, refresh: dressed,
	}
}

// Meter is a thin bar that fills: time used, rows read.
type Meter struct {
	widget.BaseWidget
	share float32
	tone  Tone
	mark  float32 // a notch, such as where the essential ends; 0 for none
}

// NewMeter is an empty meter in the accent.
func NewMeter() *Meter {
	m := &Meter{tone: Accented}
	m.ExtendBaseWidget(m)
	return m
}

// Set fills the meter to a share from 0 to 1, in a tone.
func (m *Meter) Set(share float32, tone Tone) {
	m.share, m.tone = min(max(share, 0), 1), tone
	m.Refresh()
}

// SetMark puts a notch at a share from 0 to 1; 0 takes it away.
func (m *Meter) SetMark(share float32) {
	m.mark = share
	m.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	const thick float32 = 8
	track, full := &canvas.Rectangle{CornerRadius: thick / 2}, &canvas.Rectangle{CornerRadius: thick / 2}
	mark := &canvas.Rectangle{}
	layout := func(size fyne.Size) {
		y := (size.Height - thick) / 2
		place(track, 0, y, size.Width, thick)
		place(full, 0, y, fyne.Max(size.Width*m.share, thick), thick)
		place(mark, size.Width*m.mark-1, y-2, 2, thick+4)
	}
	dressed := func() {
		track.FillColor, full.FillColor = look.Color(look.Line), look.Color(m.tone.strong())
		mark.FillColor = look.Color(look.Quiet)
		full.Hidden, mark.Hidden = m.share == 0, m.mark == 0
		layout(m.Size())
		track.Refresh()
		full.Refresh()
		mark.Refresh()
	}
	dressed()
	return &frame{
		objects: fixed(track, full, mark),
		least:   func() fyne.Size { return fyne.NewSize(60, thick+4) },
		layout:  layout, refresh: dressed,
	}
}
