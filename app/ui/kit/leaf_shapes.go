package kit

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// leafShapes takes a page's lines and areas into an SVG of so many dots a millimetre. What looks the
// same goes into one path: a picture takes as long as it has paths.
type leafShapes struct {
	dots  float64
	looks []string                    // in the order they were first met
	paths map[string]*strings.Builder // by look
	texts map[uint32]*strings.Builder // by colour
}

func (s *leafShapes) draw(page Leaf) []byte {
	s.paths, s.texts = map[string]*strings.Builder{}, map[uint32]*strings.Builder{}
	page.Draw(s)
	var svg strings.Builder
	width, height := page.Width*s.dots, page.Height*s.dots
	fmt.Fprintf(&svg, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.2f %.2f" width="%.2f" height="%.2f">`,
		width, height, width, height)
	for _, look := range s.looks {
		fmt.Fprintf(&svg, `<path d="%s" %s/>`, s.paths[look].String(), look)
	}
	for _, colour := range slices.Sorted(maps.Keys(s.texts)) {
		fmt.Fprintf(&svg, `<path d="%s" fill="#%06x"/>`, s.texts[colour].String(), colour)
	}
	svg.WriteString("</svg>")
	return []byte(svg.String())
}

// of is the path of all that looks the same.
func (s *leafShapes) of(look string) *strings.Builder {
	if s.paths[look] == nil {
		s.paths[look] = &strings.Builder{}
		s.looks = append(s.looks, look)
	}
	return s.paths[look]
}

// Text implements Pencil.
func (*leafShapes) Text(float64, float64, float64, int, uint32, string) {}

// Stroke implements Pencil.
func (s *leafShapes) Stroke(points []float64, width float64, colour uint32) {
	look := fmt.Sprintf(`fill="none" stroke="#%06x" stroke-width="%.2f" stroke-linecap="round" stroke-linejoin="round"`,
		colour, width*s.dots)
	s.path(s.of(look), points)
}

// Fill implements Pencil.
func (s *leafShapes) Fill(points []float64, colour uint32) {
	path := s.of(fmt.Sprintf(`fill="#%06x"`, colour))
	s.path(path, points)
	path.WriteString("Z ")
}

// Shape implements Pencil. Shapes are texts: they lie on top of all areas, in a path of their own.
func (s *leafShapes) Shape(outlines [][]float64, colour uint32) {
	if s.texts[colour] == nil {
		s.texts[colour] = &strings.Builder{}
	}
	for _, points := range outlines {
		s.path(s.texts[colour], points)
		s.texts[colour].WriteString("Z ")
	}
}

// Code implements Pencil.
func (*leafShapes) Code(float64, float64, float64, [][]bool) {}

// Picture implements Pencil.
func (*leafShapes) Picture(float64, float64, float64, float64, []byte) {}

func (s *leafShapes) path(path *strings.Builder, points []float64) {
	for i := 0; i+1 < len(points); i += 2 {
		operator := "L"
		if i == 0 {
			operator = "M"
		}
		fmt.Fprintf(path, "%s%.2f %.2f ", operator, points[i]*s.dots, points[i+1]*s.dots)
	}
}
