package paper

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf16"
)

const perInch = 72 / 25.4 // points in a millimetre

// errForm says that a blank page is not as gofpdf writes it.
var errForm = errors.New("not a form")

// PDF writes the page as a PDF made at an instant; the same page and instant give the same bytes.
func (p *Page) PDF(w io.Writer, fonts Fonts, made time.Time) error {
	return WritePages(w, []*Page{p}, fonts, made)
}

// WritePages writes pages of one size, one at least, as one PDF made at an instant. The file's facts are
// those of the first page. The same pages and instant give the same bytes.
func WritePages(w io.Writer, pages []*Page, fonts Fonts, made time.Time) error {
	blank, err := formFor(pages, fonts)
	if err != nil {
		return fmt.Errorf("make pdf: %w", err)
	}
	pencil := pdfPencil{height: pages[0].Height, fonts: blank.fonts}
	var contents [][]byte
	for _, p := range pages {
		pencil.stream = nil
		pencil.op("1 J 1 j") // lines with round ends
		p.Draw(&pencil)
		content, err := compressed(pencil.stream)
		if err != nil {
			return fmt.Errorf("make pdf: %w", err)
		}
		contents = append(contents, content)
	}
	_, err = w.Write(blank.filled(contents, pages[0], made, pencil.pictures))
	return err
}

// packers are kept from sheet to sheet: making one takes longer than packing a page.
var packers = sync.Pool{New: func() any {
	z, err := zlib.NewWriterLevel(nil, zlib.BestSpeed)
	if err != nil {
		panic(err) // the level is one of the package's own
	}
	return z
}}

func compressed(b []byte) ([]byte, error) {
	var out bytes.Buffer
	z, ok := packers.Get().(*zlib.Writer)
	if !ok {
		return nil, errForm
	}
	defer packers.Put(z)
	z.Reset(&out)
	if _, err := z.Write(b); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// filled is the form with the contents of its pages and their facts, and with the document's
// language, which screen readers need and gofpdf cannot say.
func (f *form) filled(contents [][]byte, p *Page, made time.Time, pictures []picture) []byte {
	out := bytes.NewBuffer(bytes.Clone(f.head))
	starts := make([]int, len(f.objects)+1)
	names, kids := &strings.Builder{}, &strings.Builder{}
	for i := range pictures {
		fmt.Fprintf(names, "/%s %d 0 R\n", pictureName(i), len(starts)+i)
	}
	further := len(starts) + len(pictures) // number of the second page's content, the page itself follows
	for i := range contents[1:] {
		fmt.Fprintf(kids, "%d 0 R ", further+2*i+1)
	}
	tree := fmt.Sprintf("/Kids [%d 0 R %s]\n/Count %d\n", f.page, kids, len(contents))
	for _, o := range f.objects {
		starts[o.number] = out.Len()
		switch o.number {
		case f.content:
			writeContent(out, o.number, contents[0])
		case f.info:
			day := made.UTC().Format("20060102150405")
			fmt.Fprintf(out, "%d 0 obj\n<<\n/Title %s\n/Author %s\n/Creator (Bienvenue)\n/Producer (gofpdf)\n", o.number, hexText(p.Title), hexText(p.Author))
			fmt.Fprintf(out, "/CreationDate (D:%sZ)\n/ModDate (D:%sZ)\n>>\nendobj\n", day, day)
		case f.root:
			said := fmt.Sprintf("/Type /Catalog\n/Lang (%s)\n/ViewerPreferences <</DisplayDocTitle true>>\n", p.Language)
			out.Write(bytes.Replace(o.body, []byte("/Type /Catalog\n"), []byte(said), 1))
		default: // the pages' list and their own things stand in two of them
			body := bytes.Replace(o.body, fmt.Appendf(nil, "/Kids [%d 0 R ]\n/Count 1\n", f.page), []byte(tree), 1)
			out.Write(bytes.Replace(body, []byte(noPictures), []byte("/XObject <<\n"+names.String()+">>"), 1))
		}
	}
	for _, one := range pictures {
		starts = append(starts, out.Len())
		out.Write(one.object(len(starts) - 1))
	}
	for _, content := range contents[1:] {
		number := len(starts)
		starts = append(starts, out.Len())
		writeContent(out, number, content)
		starts = append(starts, out.Len())
		out.Write(f.again(number))
	}
	table := out.Len()
	fmt.Fprintf(out, "xref\n0 %d\n0000000000 65535 f \n", len(starts))
	for _, start := range starts[1:] {
		fmt.Fprintf(out, "%010d 00000 n \n", start)
	}
	fmt.Fprintf(out, "trailer\n<<\n/Size %d\n/Root %d 0 R\n/Info %d 0 R\n>>\nstartxref\n%d\n%%%%EOF\n", len(starts), f.root, f.info, table)
	return out.Bytes()
}

func writeContent(out *bytes.Buffer, number int, content []byte) {
	fmt.Fprintf(out, "%d 0 obj\n<</Filter /FlateDecode /Length %d>>\nstream\n", number, len(content))
	out.Write(content)
	out.WriteString("\nendstream\nendobj\n")
}

// again is the form's page once more, with another content: the page's number is the next after it.
func (f *form) again(content int) []byte {
	body := bytes.Replace(f.find(f.page).body, fmt.Appendf(nil, "%d 0 obj", f.page), fmt.Appendf(nil, "%d 0 obj", content+1), 1)
	return bytes.Replace(body, fmt.Appendf(nil, "/Contents %d 0 R", f.content), fmt.Appendf(nil, "/Contents %d 0 R", content), 1)
}

// noPictures is how gofpdf writes that a page has none.
const noPictures = "/XObject <<\n>>"

func pictureName(i int) string { return "Picture" + strconv.Itoa(i+1) }

// hexText is a text of the document's facts.
func hexText(text string) string { return "<FEFF" + hexUTF16(text) + ">" }

func hexUTF16(text string) string {
	const digits = "0123456789ABCDEF"
	units := utf16.Encode([]rune(text))
	out := make([]byte, 0, 4*len(units))
	for _, u := range units {
		out = append(out, digits[u>>12], digits[u>>8&0xF], digits[u>>4&0xF], digits[u&0xF])
	}
	return string(out)
}

// pdfPencil writes a page's content.
type pdfPencil struct {
	stream   []byte
	height   float64
	fonts    map[int]string
	pictures []picture // in the order they are drawn
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
func (p *pdfPencil) Text(x, y, size float64, weight int, colour uint32, text string) {
	p.colour(colour, "rg")
	p.stream = append(p.stream, "BT /"+p.fonts[weight]+" "...)
	p.op("Tf", size)
	p.op("Td", x*perInch, (p.height-y)*perInch)
	p.stream = append(p.stream, "<"+hexUTF16(text)+"> Tj ET\n"...)
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
	i := slices.IndexFunc(p.pictures, func(other picture) bool { return &other.rows[0] == &one.rows[0] })
	if i < 0 {
		i = len(p.pictures)
		p.pictures = append(p.pictures, one)
	}
	p.stream = append(p.stream, "q "...)
	p.op("cm", width*perInch, 0, 0, height*perInch, x*perInch, (p.height-y-height)*perInch)
	p.stream = append(p.stream, "/"+pictureName(i)+" Do Q\n"...)
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
