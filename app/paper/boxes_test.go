package paper

// Box is a thing on a page and where it stands, in millimetres from the top left corner. A text's box is that
// of its letters, without the air of its line.
type Box struct {
	Kind                     BoxKind
	Left, Top, Right, Bottom float64
	Text                     string
	Size                     float64 // of a text, points
	Colour                   uint32
	Quiet                    float64 // of a code: how much around it must be empty
}

// BoxKind is what a box holds.
type BoxKind string

// What a page is made of.
const (
	TextBox    BoxKind = "text"
	CodeBox    BoxKind = "code"
	PictureBox BoxKind = "picture"
	AreaBox    BoxKind = "area"
	LineBox    BoxKind = "line"
)

// Boxes are the things on the page, in the order they are drawn.
func (p *Page) Boxes() []Box {
	const above, below, quietModules = 0.72, 0.22, 4 // of a text's size; a reader of codes asks for four empty modules
	all := make([]Box, 0, len(p.marks))
	for _, m := range p.marks {
		x, y := m.points[0], m.points[1]
		em := m.size * millimetresAPoint
		b := Box{Left: x, Top: y, Text: m.text, Size: m.size, Colour: m.colour}
		switch {
		case m.text != "":
			b.Kind, b.Top, b.Right, b.Bottom = TextBox, y-above*em, x+m.width, y+below*em
		case m.code != nil:
			b.Kind, b.Right, b.Bottom, b.Quiet = CodeBox, x+m.size, y+m.size, quietModules*m.size/float64(len(m.code))
		case m.png != nil:
			b.Kind, b.Right, b.Bottom = PictureBox, x+m.width, y+m.height
		default:
			b.Kind, b.Right, b.Bottom = AreaBox, x, y
			half := 0.0
			if !m.fill {
				b.Kind, half = LineBox, m.width/2
			}
			for i := 0; i < len(m.points); i += 2 {
				b.Left, b.Right = min(b.Left, m.points[i]-half), max(b.Right, m.points[i]+half)
				b.Top, b.Bottom = min(b.Top, m.points[i+1]-half), max(b.Bottom, m.points[i+1]+half)
			}
		}
		all = append(all, b)
	}
	return all
}
