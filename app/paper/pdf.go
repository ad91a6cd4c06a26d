package paper

import (
	"bytes"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jung-kurt/gofpdf"
)

const (
	family  = "atkinson"
	perInch = 72 / 25.4 // points in a millimetre
)

// PDF writes the page as a PDF made at an instant; the same page and instant give the same bytes.
func (p *Page) PDF(w io.Writer, fonts Fonts, made time.Time) error {
	doc := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm", Size: gofpdf.SizeType{Wd: p.Width, Ht: p.Height}})
	doc.SetCatalogSort(true)
	doc.SetCreationDate(made.UTC())
	doc.SetModificationDate(made.UTC())
	doc.SetTitle(p.Title, true)
	doc.SetAuthor(p.Author, true)
	doc.SetCreator("Bienvenue", true)
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	// gofpdf keeps and changes the bytes of a font: each document has its own.
	doc.AddUTF8FontFromBytes(family, "", slices.Clone(fonts.Regular))
	doc.AddUTF8FontFromBytes(family+"semi", "", slices.Clone(fonts.Semibold))
	doc.AddUTF8FontFromBytes(family, "B", slices.Clone(fonts.Bold))
	doc.AddPage()
	doc.SetLineCapStyle("round")
	doc.SetLineJoinStyle("round")
	p.Draw(&pdfPencil{doc: doc, height: p.Height})
	var out bytes.Buffer
	if err := doc.Output(&out); err != nil {
		return fmt.Errorf("make pdf: %w", err)
	}
	_, err := w.Write(withLanguage(out.Bytes(), p.Language))
	return err
}

// withLanguage puts the document's language, which screen readers need and gofpdf cannot say,
// into its catalogue. The catalogue is the last object, so only the address of the table that
// follows it moves.
func withLanguage(pdf []byte, language string) []byte {
	const catalog, table = "/Type /Catalog\n", "startxref\n"
	at := bytes.LastIndex(pdf, []byte(catalog))
	tail := bytes.LastIndex(pdf, []byte(table))
	if at < 0 || tail < at {
		return pdf
	}
	at += len(catalog)
	number, rest, _ := bytes.Cut(pdf[tail+len(table):], []byte("\n"))
	was, err := strconv.Atoi(string(number))
	if err != nil {
		return pdf
	}
	added := "/Lang (" + language + ")\n/ViewerPreferences <</DisplayDocTitle true>>\n"
	return slices.Concat(
		pdf[:at], []byte(added), pdf[at:tail+len(table)],
		[]byte(strconv.Itoa(was+len(added))+"\n"), rest,
	)
}

// pdfPencil draws on a gofpdf document.
type pdfPencil struct {
	doc    *gofpdf.Fpdf
	height float64
}

func rgb(colour uint32) (r, g, b int) {
	return int(colour >> 16), int(colour >> 8 & 0xFF), int(colour & 0xFF)
}

// Text writes a line of text.
func (p *pdfPencil) Text(x, y, size float64, weight int, colour uint32, text string) {
	switch weight {
	case Bold:
		p.doc.SetFont(family, "B", size)
	case Semibold:
		p.doc.SetFont(family+"semi", "", size)
	default:
		p.doc.SetFont(family, "", size)
	}
	p.doc.SetTextColor(rgb(colour))
	p.doc.Text(x, y, text)
}

// Stroke draws a line.
func (p *pdfPencil) Stroke(points []float64, width float64, colour uint32) {
	p.doc.SetDrawColor(rgb(colour))
	p.doc.SetLineWidth(width)
	p.doc.RawWriteStr(p.path(points) + "S")
}

// Fill fills an area.
func (p *pdfPencil) Fill(points []float64, colour uint32) {
	p.doc.SetFillColor(rgb(colour))
	p.doc.RawWriteStr(p.path(points) + "f")
}

func (p *pdfPencil) path(points []float64) string {
	var path strings.Builder
	for i := 0; i+1 < len(points); i += 2 {
		operator := "l"
		if i == 0 {
			operator = "m"
		}
		fmt.Fprintf(&path, "%.2f %.2f %s ", points[i]*perInch, (p.height-points[i+1])*perInch, operator)
	}
	return path.String()
}

// Code draws all dark modules as one path, so that no seam shows between two of them.
func (p *pdfPencil) Code(x, y, side float64, dark [][]bool) {
	module := side / float64(len(dark))
	var path strings.Builder
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
			fmt.Fprintf(&path, "%.2f %.2f %.2f %.2f re ",
				(x+float64(from)*module)*perInch, (p.height-y-float64(row+1)*module)*perInch,
				float64(to-from)*module*perInch, module*perInch)
			from = to
		}
	}
	p.doc.SetFillColor(0, 0, 0)
	p.doc.RawWriteStr(path.String() + "f")
}
