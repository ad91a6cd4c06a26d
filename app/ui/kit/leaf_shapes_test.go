package kit

import (
	"strings"
	"testing"
)

func TestJoinedTextsLieOnTopOfAreas(t *testing.T) {
	s := leafShapes{dots: 2}
	triangle := []float64{0, 0, 10, 0, 10, 10}
	svg := string(s.draw(Leaf{Width: 20, Height: 20, Draw: func(p Pencil) {
		p.Shape([][]float64{triangle, {2, 1, 3, 1, 3, 2}}, 0x1E2526)
		p.Fill(triangle, 0xEDF3F3)
	}}))
	area, text := strings.Index(svg, `fill="#edf3f3"`), strings.Index(svg, `d="M0.00 0.00 L20.00 0.00 L20.00 20.00 Z M4.00 2.00`)
	if area < 0 || text < area {
		t.Errorf("the text is under the area: %s", svg)
	}
}
