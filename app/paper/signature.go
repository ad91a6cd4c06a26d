package paper

import "bienvenue/app/coop"

const (
	signedWide = column * 0.72 // the line that a signature stands on, millimetres
	penWidth   = 0.35
	penDot     = 0.1
)

// signedBy draws what the cooperator signed, with its day.
func (w *standard) signedBy(x, y float64) float64 {
	s := w.Signature
	if w.signature.text == "" || w.behind {
		return y
	}
	y = w.heading(x, y, w.signature)
	from, to := drawn(s)
	aspect := float64(s.Aspect)
	wide, high := max((to.X-from.X)*aspect, penDot), max(to.Y-from.Y, penDot)
	// What was drawn small in a large ground is enlarged, but never beyond twice its ground.
	scale := min(signedWide/wide, w.signed/high, 2*w.signed)
	for _, stroke := range s.Strokes {
		points := make([]float64, 0, 2*len(stroke)+2)
		for _, p := range stroke {
			points = append(points, x+(float64(p.X)-from.X)*aspect*scale, y+(float64(p.Y)-from.Y)*scale)
		}
		if len(stroke) == 1 {
			points = append(points, points[0]+penDot, points[1])
		}
		if len(points) > 0 {
			w.stroke(penWidth, ink, points...)
		}
	}
	y += high*scale + 0.8
	w.stroke(0.2, rule, x, y, x+signedWide, y)
	return w.write(x, y+0.6, column, label, 1, w.signedOn) + w.section
}

// place is a point of the ground that a signature was drawn on.
type place struct{ X, Y float64 }

// drawn is the part of its ground that a signature takes.
func drawn(s coop.Signature) (from, to place) {
	from = place{1, 1}
	for _, stroke := range s.Strokes {
		for _, p := range stroke {
			x, y := float64(p.X), float64(p.Y)
			from, to = place{min(from.X, x), min(from.Y, y)}, place{max(to.X, x), max(to.Y, y)}
		}
	}
	return from, to
}
