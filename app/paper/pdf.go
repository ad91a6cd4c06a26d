package paper

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
)

const perInch = 72 / 25.4 // points in a millimetre

// PDF writes the page as a PDF made at an instant; the same page and instant give the same bytes.
func (p *Page) PDF(w io.Writer, fonts Fonts, made time.Time) error {
	return WritePages(w, []*Page{p}, fonts, made)
}

// WritePages writes pages, one at least, as one PDF made at an instant. The file's facts are those of the
// first page. The same pages and instant give the same bytes.
func WritePages(w io.Writer, pages []*Page, fonts Fonts, made time.Time) error {
	if len(pages) == 0 {
		return fmt.Errorf("make pdf: %w", ErrNoPage)
	}
	book, err := NewBook(w, fonts, Facts{Title: pages[0].Title, Author: pages[0].Author, Language: pages[0].Language}, made)
	if err != nil {
		return err
	}
	for _, page := range pages {
		if err := book.Add(page, ""); err != nil {
			return err
		}
	}
	return book.Close()
}

// pdfPencil writes a page's content.
type pdfPencil struct {
	book     *Book
	stream   []byte
	height   float64
	pictures []int // on this page, their objects' numbers
}

// draw is a page's content.
func (p *pdfPencil) draw(page *Page) []byte {
	p.stream, p.pictures, p.height = p.stream[:0], p.pictures[:0], page.Height
	p.op("1 J 1 j") // lines with round ends
	page.Draw(p)
	return p.stream
}

// named are the page's pictures as its resources list them.
func (p *pdfPencil) named() string {
	var names strings.Builder
	for _, number := range p.pictures {
		fmt.Fprintf(&names, "/P%d %d 0 R ", number, number)
	}
	return names.String()
}

// op writes an operator after its numbers, which are points or parts of one.
func (p *pdfPencil) op(operator string, numbers ...float64) {
	for _, n := range numbers {
		p.stream = append(strconv.AppendFloat(p.stream, n, 'f', 2, 64), ' ')
	}
	p.stream = append(append(p.stream, operator...), '\n')
}

func (p *pdfPencil) colour(c uint32, operator string) {
	const most = 255
	p.op(operator, float64(c>>16)/most, float64(c>>8&0xFF)/most, float64(c&0xFF)/most)
}

// Text implements Pencil.
func (p *pdfPencil) Text(x, y, size float64, face int, colour uint32, text string) {
	used := p.book.use(face)
	if used == nil {
		return
	}
	p.colour(colour, "rg")
	p.stream = strconv.AppendInt(append(p.stream, "BT /F"...), int64(face), 10)
	p.stream = append(p.stream, ' ')
	p.op("Tf", size)
	p.op("Td", x*perInch, (p.height-y)*perInch)
	p.stream = append(p.stream, '<')
	for _, r := range text {
		used.letter(r)
		p.stream = appendHex(p.stream, uint16(r)) // faces have letters of the basic plane only
	}
	p.stream = append(p.stream, "> Tj ET\n"...)
}

// glyphs implements glyphPencil.
func (p *pdfPencil) glyphs(m mark) {
	used := p.book.signs(m.written)
	p.colour(m.colour, "rg")
	p.stream = strconv.AppendInt(append(p.stream, "BT /G"...), int64(m.written.number), 10)
	p.stream = append(p.stream, ' ')
	p.op("Tf", m.size)
	p.op("Td", m.points[0]*perInch, (p.height-m.points[1])*perInch)
	p.stream = append(p.stream, '[')
	pen, at, raised := 0.0, 0.0, 0.0
	for _, g := range m.glyphs {
		if g.y != raised {
			raised = g.y
			p.stream = append(p.stream, "] TJ "...)
			p.op("Ts", raised*m.size/1000)
			p.stream = append(p.stream, '[')
		}
		if back := at - pen - g.x; back != 0 {
			p.stream = append(strconv.AppendFloat(p.stream, back, 'f', 1, 64), ' ')
		}
		number, width := used.sign(g)
		p.stream = append(appendHex(append(p.stream, '<'), number), "> "...)
		at = pen + g.x + width
		pen += g.advance
	}
	p.stream = append(p.stream, "] TJ\n"...)
	if raised != 0 {
		p.op("Ts", 0)
	}
	p.stream = append(p.stream, "ET\n"...)
}

// Stroke implements Pencil.
func (p *pdfPencil) Stroke(points []float64, width float64, colour uint32) {
	p.colour(colour, "RG")
	p.op("w", width*perInch)
	p.path(points)
	p.op("S")
}

// Fill implements Pencil.
func (p *pdfPencil) Fill(points []float64, colour uint32) {
	p.colour(colour, "rg")
	p.path(points)
	p.op("f")
}

// Shape implements Pencil.
func (p *pdfPencil) Shape(outlines [][]float64, colour uint32) {
	p.colour(colour, "rg")
	for _, points := range outlines {
		p.path(points)
	}
	p.op("f")
}

func (p *pdfPencil) path(points []float64) {
	for i := 0; i+1 < len(points); i += 2 {
		operator := "l"
		if i == 0 {
			operator = "m"
		}
		p.op(operator, points[i]*perInch, (p.height-points[i+1])*perInch)
	}
}

// Picture implements Pencil. One that cannot be read leaves its place empty.
func (p *pdfPencil) Picture(x, y, width, height float64, png []byte) {
	one, err := pictureOf(png)
	if err != nil {
		return
	}
	// The same picture lies in the file once, however often it is drawn.
	number := p.book.picture(one)
	if !slices.Contains(p.pictures, number) {
		p.pictures = append(p.pictures, number)
	}
	p.stream = append(p.stream, "q "...)
	p.op("cm", width*perInch, 0, 0, height*perInch, x*perInch, (p.height-y-height)*perInch)
	p.stream = append(strconv.AppendInt(append(p.stream, "/P"...), int64(number), 10), " Do Q\n"...)
}

// Code draws all dark modules as one area, so that no seam shows between two of them.
func (p *pdfPencil) Code(x, y, side float64, dark [][]bool) {
	module := side / float64(len(dark))
	p.colour(0, "rg")
	for row, line := range dark {
		for from := 0; from < len(line); {
			if !line[from] {
				from++
				continue
			}
			to := from
			for to < len(line) && line[to] {
				to++
			}
			p.op("re", (x+float64(from)*module)*perInch, (p.height-y-float64(row+1)*module)*perInch,
				float64(to-from)*module*perInch, module*perInch)
			from = to
		}
	}
	p.op("f")
}
