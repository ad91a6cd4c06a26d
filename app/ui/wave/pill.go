package wave

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/look"
)

// pill is an officer's initials with how many visits of the wave they have on a day, on the ground
// of their hue, and behind it how many were booked before.
type pill struct {
	widget.BaseWidget
	screen *Screen
	hue    int
	wave   *canvas.Text
	booked *canvas.Text
	ground *canvas.Rectangle
}

func newPill(s *Screen) *pill {
	p := &pill{screen: s, wave: &canvas.Text{}, booked: &canvas.Text{}, ground: &canvas.Rectangle{CornerRadius: 6}}
	p.ExtendBaseWidget(p)
	return p
}

// set shows words in a colleague's hue and quiet ones behind them.
func (p *pill) set(c colleague, wave, booked string) {
	p.hue, p.wave.Text, p.booked.Text = c.hue, wave, booked
	p.Refresh()
}

// count shows how many visits a colleague has of the wave and of what was booked before.
func (p *pill) count(c colleague, planned, booked int) {
	w := p.screen.p.Words
	args := i18n.Args{"Initials": i18n.Initials(c.Name), "N": w.Number(planned)}
	wave, before := w.T("wave.pill", args), ""
	if booked > 0 {
		before = w.T("wave.pill.booked", i18n.Args{"N": w.Number(booked)})
	}
	if planned == 0 {
		wave = i18n.Initials(c.Name)
	}
	p.set(c, wave, before)
}

const pillInset float32 = 6

func pillHeight() float32 { return look.Size(look.SizeCaption) + 9 }

// CreateRenderer implements fyne.Widget.
func (p *pill) CreateRenderer() fyne.WidgetRenderer {
	r := &pillRenderer{p}
	r.dress()
	return r
}

type pillRenderer struct{ pill *pill }

func (r *pillRenderer) Destroy() {}

func (r *pillRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.pill.ground, r.pill.wave, r.pill.booked}
}

func (r *pillRenderer) MinSize() fyne.Size {
	width := r.pill.wave.MinSize().Width + 2*pillInset
	if r.pill.booked.Text != "" {
		width += r.pill.booked.MinSize().Width + pillGap
	}
	return fyne.NewSize(width, pillHeight())
}

func (r *pillRenderer) Layout(size fyne.Size) {
	p := r.pill
	wave, booked := p.wave.MinSize(), p.booked.MinSize()
	place(p.ground, 0, 0, min(wave.Width+2*pillInset, size.Width), size.Height)
	place(p.wave, pillInset, (size.Height-wave.Height)/2, wave.Width, wave.Height)
	place(p.booked, wave.Width+2*pillInset+pillGap, (size.Height-booked.Height)/2, booked.Width, booked.Height)
}

func (r *pillRenderer) Refresh() {
	r.dress()
	r.Layout(r.pill.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r *pillRenderer) dress() {
	p := r.pill
	strong, soft := look.Hue(p.hue)
	p.ground.FillColor = look.Color(soft)
	p.wave.Color, p.wave.TextSize, p.wave.TextStyle.Bold = look.Color(strong), look.Size(look.SizeCaption), true
	p.booked.Color, p.booked.TextSize = look.Color(look.Quiet), look.Size(look.SizeCaption)
}
