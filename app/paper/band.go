package paper

import "bienvenue/app/i18n"

const (
	logoAside = 46.0       // widest logo, millimetres
	dotsAside = 25.4 / 100 // a dot of a small logo: it is never blown up beyond this
)

// band writes what stands above all: the coop's logo and name, its label, the sheet's day.
func (w *welcome) band() float64 {
	day := w.clean(label, w.words.T("sheet.made", i18n.Args{"Day": w.words.Date(w.today)}))
	aside := []string{day}
	if w.Coop.Qualibail {
		aside = append(aside, w.clean(label, w.words.T("sheet.qualibail")))
	}
	widest := 0.0
	for _, text := range aside {
		widest = max(widest, w.width(label, text))
	}
	from := len(w.page.marks)
	wide, high := w.logo(margin, margin)
	x, width := margin, full-widest-gutter
	if wide > 0 {
		x, width = margin+wide+5, width-wide-5
	}
	name := w.broken(head, w.Coop.Name, width, 2)
	text := float64(max(len(name), 1)) * w.height(head)
	side := float64(len(aside)-1)*w.height(label) + w.height(head)
	tall := max(high, text, side)
	// A small logo stands in the middle of the names beside it.
	for _, m := range w.page.marks[from:] {
		m.points[1] += (tall - high) / 2
	}
	w.paragraph(x, margin+(tall-text)/2, width, head, 2, w.Coop.Name)
	y := margin
	if wide > 0 {
		y += (tall - side) / 2
	}
	for i, text := range aside {
		w.line(pageWidth-margin-w.width(label, text), y+w.ascent(head)+float64(i)*w.height(label), label, text)
	}
	return margin + tall
}

// logo puts the coop's logo on the page and says how large it is there, nothing when there is
// none that can be printed.
func (w *welcome) logo(x, y float64) (wide, high float64) {
	if len(w.Logo) == 0 {
		return 0, 0
	}
	p, err := pictureOf(w.Logo)
	if err != nil {
		return 0, 0
	}
	dot := min(logoAside/float64(p.width), w.density.logo/float64(p.height), dotsAside)
	wide, high = float64(p.width)*dot, float64(p.height)*dot
	w.page.marks = append(w.page.marks, mark{png: w.Logo, points: []float64{x, y}, width: wide, height: high})
	return wide, high
}
