package paper

// The paper's colours. All stay apart from the page in grey, and nothing is said by colour alone.
const (
	ink   = 0x1E2526
	quiet = 0x4A5456
	brand = 0x0B5C63
	rule  = 0xB9C4C4
	tint  = 0xEDF3F3
	white = 0xFFFFFF
)

// The page: A4, with margins that every printer can print within.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
	margin     = 13.0
	gutter     = 11.0
	column     = (pageWidth - 2*margin - gutter) / 2
	right      = margin + column + gutter
	full       = pageWidth - 2*margin
	body       = 11.0 // points: nothing on the sheet is smaller
)

// density is how much room a page gives its content: the first one that fits is taken.
type density struct {
	lead     float64 // height of a line, in sizes
	row      float64 // between two rows, millimetres
	section  float64 // between two sections
	code     float64 // side of a QR code
	promises int     // promised things shown
	lines    int     // lines that one row may take
	words    bool    // each date has a word on what it is
	duties   int     // lines of « who does what » on each side
	logo     float64 // most height of the logo, millimetres
	signed   float64 // height of a signature
}

// densities go from the airy page to the full one. Codes never get smaller than 20 mm.
func densities() []density {
	return []density{
		{lead: 1.34, row: 2.4, section: 8, code: 24, promises: 6, lines: 4, duties: 3, words: true, logo: 16, signed: 16},
		{lead: 1.3, row: 1.9, section: 6.5, code: 23, promises: 6, lines: 4, duties: 3, words: true, logo: 16, signed: 16},
		{lead: 1.27, row: 1.5, section: 5.5, code: 22, promises: 6, lines: 4, duties: 3, words: true, logo: 15, signed: 15},
		{lead: 1.24, row: 1.1, section: 4.8, code: 21, promises: 6, lines: 4, duties: 3, words: true, logo: 14, signed: 14},
		{lead: 1.21, row: 0.8, section: 4.2, code: 20.5, promises: 5, lines: 3, duties: 3, words: true, logo: 13, signed: 13},
		{lead: 1.18, row: 0.6, section: 3.4, code: 20, promises: 5, lines: 2, duties: 3, words: true, logo: 12, signed: 12},
		{lead: 1.2, row: 0.8, section: 4, code: 20, promises: 5, lines: 3, duties: 3, logo: 12, signed: 12},
		{lead: 1.18, row: 0.5, section: 3.2, code: 20, promises: 4, lines: 2, duties: 3, logo: 11, signed: 11},
		{lead: 1.17, row: 0.4, section: 3, code: 20, promises: 3, lines: 2, duties: 3, logo: 10, signed: 10},
		{lead: 1.16, row: 0.3, section: 2.6, code: 20, promises: 2, lines: 2, duties: 3, logo: 9, signed: 9},
		{lead: 1.15, row: 0.3, section: 2.4, code: 20, promises: 2, lines: 1, duties: 2, logo: 8, signed: 8},
		{lead: 1.15, row: 0.2, section: 2, code: 20, promises: 1, lines: 1, duties: 1, logo: 8, signed: 8},
		{lead: 1.15, row: 0.2, section: 2, code: 20, promises: 1, lines: 1, logo: 8, signed: 8}, // of who does what, nothing
	}
}

// sketch is a page being laid out. Its methods put marks on the page and say where they end.
type sketch struct {
	density
	page  *Page
	faces map[int]family // by weight
}

func newSketch(fonts Fonts) (*sketch, error) {
	all, err := familiesOf(fonts)
	if err != nil {
		return nil, err
	}
	return &sketch{faces: all}, nil
}

// style is how a text is written.
type style struct {
	size   float64
	weight int
	colour uint32
}

var (
	plain  = style{body, Regular, ink}
	strong = style{body, Semibold, ink}
	label  = style{body, Regular, quiet}
	head   = style{13, Bold, brand}
)

// line puts one line on the page, its baseline at y: a mark for each face that writes a part of it.
func (k *sketch) line(x, y float64, s style, text string) {
	text = k.clean(s, text)
	k.runs(x, y, s, k.faces[s.weight].runs(text, backwards(text)))
}

// within puts a line of a text on the page, within a width: at its right end if that is where one begins
// to read the text.
func (k *sketch) within(x, y, width float64, s style, whole, line string) {
	if !backwards(whole) {
		k.line(x, y, s, line)
		return
	}
	runs := k.faces[s.weight].runs(k.clean(s, line), true)
	for _, r := range runs {
		width -= r.width(s.size)
	}
	k.runs(x+width, y, s, runs)
}

func (k *sketch) runs(x, y float64, s style, runs []run) {
	for _, r := range runs {
		width := r.width(s.size)
		if r.text != "" {
			k.page.marks = append(k.page.marks, mark{
				text: r.text, glyphs: r.glyphs, written: r.face, size: s.size, width: width, colour: s.colour, points: []float64{x, y},
			})
		}
		x += width
	}
}

// clean is a text in letters that the font has.
func (k *sketch) clean(s style, text string) string {
	out, replaced := printable(text, k.faces[s.weight])
	k.page.Replaced = k.page.Replaced || replaced
	return out
}

// broken gives a text its lines within a width, at most so many.
func (k *sketch) broken(s style, text string, width float64, most int) []string {
	f := k.faces[s.weight]
	return clip(f, wrap(f, k.clean(s, text), s.size, width), s.size, width, most)
}

// paragraph writes a text below y, within a width and a number of lines, and says where it ends.
func (k *sketch) paragraph(x, y, width float64, s style, most int, text string) float64 {
	for _, line := range k.broken(s, text, width, most) {
		k.within(x, y+k.ascent(s), width, s, text, line)
		y += k.height(s)
	}
	return y
}

// height is the height of a line.
func (k *sketch) height(s style) float64 { return s.size * millimetresAPoint * k.lead }

// ascent is how far below the top of its line a baseline stands: capitals sit in the middle.
func (k *sketch) ascent(s style) float64 {
	const capital = 0.668
	return (k.height(s) + capital*s.size*millimetresAPoint) / 2
}

func (k *sketch) width(s style, text string) float64 { return k.faces[s.weight].width(text, s.size) }

func (k *sketch) stroke(width float64, colour uint32, points ...float64) {
	k.page.marks = append(k.page.marks, mark{points: points, width: width, colour: colour})
}

func (k *sketch) fill(colour uint32, points ...float64) {
	k.page.marks = append(k.page.marks, mark{points: points, fill: true, colour: colour})
}

// box fills a rectangle with round corners.
func (k *sketch) box(x, y, w, h, radius float64, colour uint32) {
	p := pen{x: x, y: y, scale: 1}
	r, c := radius, radius*0.45 // c: a Bézier's handles near a quarter of a circle
	for _, corner := range [][8]float64{
		{0, r, 0, c, c, 0, r, 0},
		{w - r, 0, w - c, 0, w, c, w, r},
		{w, h - r, w, h - c, w - c, h, w - r, h},
		{r, h, c, h, 0, h - c, 0, h - r},
	} {
		p.to(corner[0], corner[1])
		p.draw('C', corner[2:])
	}
	k.fill(colour, p.line...)
}

// pictogram draws one of ours in a square.
func (k *sketch) pictogram(path string, x, y, side float64) {
	for _, line := range outline(path, x, y, side) {
		k.stroke(side*0.065, brand, line...)
	}
}

// shift moves the marks from an index on up or down.
func (k *sketch) shift(from int, dy float64) {
	for _, m := range k.page.marks[from:] {
		for i := 1; i < len(m.points); i += 2 {
			m.points[i] += dy
		}
	}
}
