// Package paper lays out what Bienvenue prints and writes it as PDF: the welcome sheet first.
//
// A sheet is laid out once, as a Page of marks in millimetres; the PDF and the window's preview
// are both drawn from that page, so that what was shown is what comes out of the printer. The
// package is handed its words and its fonts and knows no printer, no screen and no database.
package paper

import (
	"errors"

	"bienvenue/app/i18n"
)

// Fonts are the three weights of the paper's font, as TTF files, and further ones, asked in turn for the
// letters that it lacks. They are only read, and must not be changed afterwards: what is made of them is
// remembered.
type Fonts struct {
	Regular  []byte
	Semibold []byte
	Bold     []byte
	Further  []Family
}

// Words says things in the paper's language; *i18n.Words does.
type Words interface {
	Speech
	T(key string, args ...i18n.Args) string
	N(key string, n int, args ...i18n.Args) string
}

// Weight is a font's weight as style sheets count it.
type Weight = int

// The weights that Fonts holds.
const (
	Regular  Weight = 400
	Semibold Weight = 600
	Bold     Weight = 700
)

// Pencil draws a page. Lengths are millimetres from the page's top left corner, sizes are points,
// colours are 0xRRGGBB; points are x and y in turn.
type Pencil interface {
	// Text writes a line that begins at x, on the baseline y, with one of Fonts.Faces, which has its letters.
	Text(x, y, size float64, face int, colour uint32, text string)
	// Stroke draws a line through points with round ends.
	Stroke(points []float64, width float64, colour uint32)
	// Fill fills the area inside the points.
	Fill(points []float64, colour uint32)
	// Shape fills the area inside outlines, which turn the other way around what they leave out. It is how a
	// text is drawn whose letters join, as in Arabic.
	Shape(outlines [][]float64, colour uint32)
	// Code draws a QR code: its dark modules in a square of a side, quiet zone not included.
	Code(x, y, side float64, dark [][]bool)
	// Picture draws a PNG into a rectangle.
	Picture(x, y, width, height float64, png []byte)
}

// glyphPencil writes the signs of a font as such.
type glyphPencil interface{ glyphs(m mark) }

// ErrFont says that a font handed in is not a TrueType file that can be read.
var ErrFont = errors.New("not a readable TrueType font")

// Page is one laid-out page.
type Page struct {
	Width, Height float64 // millimetres
	Title         string  // the document's title: it bears no name
	Author        string  // the coop
	Language      string  // « fr »
	Replaced      bool    // some letters are in no font here and were written with others

	marks []mark
}

// mark is one thing drawn: exactly one of its parts is set.
type mark struct {
	text    string
	written numbered // text: by which face
	glyphs  []glyph  // text: its signs, where it must be shaped
	size    float64
	points  []float64 // text: where it begins
	fill    bool
	width   float64 // also of a text
	height  float64
	colour  uint32
	code    [][]bool
	png     []byte
}

// Draw draws the page's marks in order.
func (p *Page) Draw(pencil Pencil) {
	for _, m := range p.marks {
		switch {
		case m.glyphs != nil:
			if p, ok := pencil.(glyphPencil); ok {
				p.glyphs(m)
				continue
			}
			pencil.Shape(m.written.contours(m.glyphs, m.points[0], m.points[1], m.size), m.colour)
		case m.text != "":
			pencil.Text(m.points[0], m.points[1], m.size, m.written.number, m.colour, m.text)
		case m.code != nil:
			pencil.Code(m.points[0], m.points[1], m.size, m.code)
		case m.png != nil:
			pencil.Picture(m.points[0], m.points[1], m.width, m.height, m.png)
		case m.fill:
			pencil.Fill(m.points, m.colour)
		default:
			pencil.Stroke(m.points, m.width, m.colour)
		}
	}
}
