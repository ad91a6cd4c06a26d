package paper

const (
	logoAside = 46.0       // widest logo, millimetres
	dotsAside = 25.4 / 100 // a dot of a small logo: it is never blown up beyond this
)

// band writes what stands above all: the coop's logo and name, its label, the sheet's day.
func (w *standard) band() float64 {
	aside := make([]string, len(w.aside))
	for i, one := range w.aside {
		aside[i] = one.text
	}
	return w.masthead(margin, margin, full, w.Coop.Name, w.Logo, aside...)
}

// masthead writes the coop's logo and name side by side within a width, short texts at its right
// edge, and says where it ends.
func (k *sketch) masthead(x, y, width float64, name string, png []byte, aside ...string) float64 {
	widest := 0.0
	for i, text := range aside {
		aside[i] = k.clean(label, text)
		widest = max(widest, k.width(label, aside[i]))
	}
	if widest > 0 {
		widest += gutter
	}
	edge := x + width
	from := len(k.page.marks)
	wide, high := k.logo(png, x, y, logoAside)
	width -= widest
	if wide > 0 {
		x, width = x+wide+5, width-wide-5
	}
	lines := k.broken(head, name, width, 2)
	text := float64(max(len(lines), 1)) * k.height(head)
	side := float64(len(aside)-1)*k.height(label) + k.height(head)
	tall := max(high, text, side)
	// A small logo stands in the middle of the names beside it.
	for _, m := range k.page.marks[from:] {
		m.points[1] += (tall - high) / 2
	}
	k.paragraph(x, y+(tall-text)/2, width, head, 2, name)
	top := y
	if wide > 0 {
		top += (tall - side) / 2
	}
	for i, text := range aside {
		k.line(edge-k.width(label, text), top+k.ascent(head)+float64(i)*k.height(label), label, text)
	}
	return y + tall
}

// logo puts the coop's logo on the page, no wider than a width, and says how large it is there: nothing
// when there is none that can be printed.
func (k *sketch) logo(png []byte, x, y, widest float64) (wide, high float64) {
	if len(png) == 0 {
		return 0, 0
	}
	p, err := pictureOf(png)
	if err != nil {
		return 0, 0
	}
	dot := min(widest/float64(p.width), k.density.logo/float64(p.height), dotsAside)
	wide, high = float64(p.width)*dot, float64(p.height)*dot
	k.page.marks = append(k.page.marks, mark{png: png, points: []float64{x, y}, width: wide, height: high})
	return wide, high
}
