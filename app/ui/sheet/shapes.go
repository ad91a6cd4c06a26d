package sheet

import (
	"fmt"
	"strings"
)

// shapes takes a page's lines, areas and codes into an SVG of so many dots a millimetre.
type shapes struct {
	dots float64
	svg  strings.Builder
}

func (s *shapes) draw(page Made) []byte {
	width, height := page.Width*s.dots, page.Height*s.dots
	fmt.Fprintf(&s.svg, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.2f %.2f" width="%.2f" height="%.2f">`+
		`<rect x="0" y="0" width="%.2f" height="%.2f" fill="#ffffff"/>`, width, height, width, height, width, height)
	page.Draw(s)
	s.svg.WriteString("</svg>")
	return []byte(s.svg.String())
}

// Text implements Pencil.
func (*shapes) Text(float64, float64, float64, int, uint32, string) {}

// Stroke implements Pencil.
func (s *shapes) Stroke(points []float64, width float64, colour uint32) {
	fmt.Fprintf(&s.svg, `<path d="%s" fill="none" stroke="#%06x" stroke-width="%.2f" stroke-linecap="round" stroke-linejoin="round"/>`,
		s.path(points), colour, width*s.dots)
}

// Fill implements Pencil.
func (s *shapes) Fill(points []float64, colour uint32) {
	fmt.Fprintf(&s.svg, `<path d="%sZ" fill="#%06x"/>`, s.path(points), colour)
}

// Code implements Pencil.
func (s *shapes) Code(x, y, side float64, dark [][]bool) {
	module := side / float64(len(dark)) * s.dots
	x, y = x*s.dots, y*s.dots
	var p strings.Builder
	for row, line := range dark {
		for column, on := range line {
			if on {
				fmt.Fprintf(&p, "M%.2f %.2fh%.2fv%.2fh-%.2fZ", x+float64(column)*module, y+float64(row)*module, module, module, module)
			}
		}
	}
	fmt.Fprintf(&s.svg, `<path d="%s" fill="#000000"/>`, p.String())
}

func (s *shapes) path(points []float64) string {
	var p strings.Builder
	for i := 0; i+1 < len(points); i += 2 {
		operator := "L"
		if i == 0 {
			operator = "M"
		}
		fmt.Fprintf(&p, "%s%.2f %.2f ", operator, points[i]*s.dots, points[i+1]*s.dots)
	}
	return p.String()
}
