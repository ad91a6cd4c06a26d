package paper

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"

	"github.com/jung-kurt/gofpdf"
)

// form is a blank page with its fonts, as gofpdf writes it. Embedding three fonts takes gofpdf ten
// times longer than all the rest of a sheet, and they are the same for every sheet: so the form is
// made once, and each sheet replaces its content and its title.
type form struct {
	head    []byte         // what comes before the first object
	objects []object       // in the file's order
	root    int            // number of the catalogue
	info    int            // number of the document's facts
	page    int            // number of the page
	content int            // number of the page's content
	fonts   map[int]string // a weight's name on the page
}

// object is one numbered part of a PDF, from « N 0 obj » to « endobj ».
type object struct {
	number int
	body   []byte
}

// formKey says which forms are the same.
type formKey struct {
	regular, semibold, bold file
	width, height           float64
	whole                   bool
}

var forms memo[formKey, *form]

// formFor is the form for pages of one size: with the letters of western Europe, or with all that the
// fonts have when a page needs more.
func formFor(pages []*Page, fonts Fonts) (*form, error) {
	p := pages[0]
	whole := slices.ContainsFunc(pages, func(p *Page) bool { return !p.western() })
	key := formKey{fileOf(fonts.Regular), fileOf(fonts.Semibold), fileOf(fonts.Bold), p.Width, p.Height, whole}
	return forms.get(key, func() (*form, error) { return makeForm(fonts, p.Width, p.Height, key.whole) })
}

// western says whether the page's letters are all among the usual ones.
func (p *Page) western() bool {
	for _, m := range p.marks {
		for _, r := range m.text {
			if !usual(r) {
				return false
			}
		}
	}
	return true
}

// usual says whether a letter is of the alphabets of western Europe or of its punctuation.
func usual(r rune) bool {
	const latin1, oe, dashes, marks, euro = 0xFF, 0x152, 0x2013, 0x2026, 0x20AC
	return r >= ' ' && r <= latin1 || r == oe || r == oe+1 || r == 0x178 || r >= dashes && r <= marks || r == euro
}

func makeForm(fonts Fonts, width, height float64, whole bool) (f *form, err error) {
	defer func() { // gofpdf panics at a font whose parts are missing
		if recover() != nil {
			f, err = nil, fmt.Errorf("embed font: %w", ErrFont)
		}
	}()
	doc := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "mm", Size: gofpdf.SizeType{Wd: width, Ht: height}})
	doc.SetCatalogSort(true)
	doc.SetCompression(false) // the fonts are compressed all the same
	doc.SetAutoPageBreak(false, 0)
	doc.AddPage()
	weights := []struct {
		weight int
		family string
		ttf    []byte
	}{{Regular, "regular", fonts.Regular}, {Semibold, "semibold", fonts.Semibold}, {Bold, "bold", fonts.Bold}}
	for _, w := range weights {
		letters, err := lettersOf(w.ttf, whole)
		if err != nil {
			return nil, err
		}
		doc.AddUTF8FontFromBytes(w.family, "", slices.Clone(w.ttf)) // gofpdf changes the bytes it is handed
		doc.SetFont(w.family, "", body)
		doc.Text(0, 0, letters)
	}
	var out bytes.Buffer
	if err := doc.Output(&out); err != nil {
		return nil, fmt.Errorf("make form: %w", err)
	}
	if f, err = readForm(out.Bytes()); err != nil {
		return nil, err
	}
	names := regexp.MustCompile(`/(F[0-9a-f]+) [\d.]+ Tf`).FindAllSubmatch(f.find(f.content).body, -1)
	if len(names) < len(weights) {
		return nil, fmt.Errorf("make form: %d fonts on the page: %w", len(names), ErrFont)
	}
	f.fonts = map[int]string{}
	for i, w := range weights {
		f.fonts[w.weight] = string(names[i][1])
	}
	return f, nil
}

// lettersOf are the letters of a font that a form embeds.
func lettersOf(ttf []byte, whole bool) (string, error) {
	face, err := readFace(ttf)
	if err != nil {
		return "", err
	}
	var letters []rune
	for i := range face.advance {
		if r := rune(i); face.has(r) && (whole || usual(r)) {
			letters = append(letters, r)
		}
	}
	return string(letters), nil
}

// readForm takes a PDF that gofpdf wrote apart, by the table at its end.
func readForm(pdf []byte) (*form, error) {
	trailer := regexp.MustCompile(`(?s)xref\n0 (\d+)\n(.*)trailer\n<<\n/Size \d+\n/Root (\d+) 0 R\n/Info (\d+) 0 R\n>>\nstartxref\n(\d+)\n%%EOF`).FindSubmatch(pdf)
	if trailer == nil {
		return nil, fmt.Errorf("read form: %w", errForm)
	}
	numbers := map[string]int{}
	for name, text := range map[string][]byte{"root": trailer[3], "info": trailer[4], "table": trailer[5]} {
		n, err := strconv.Atoi(string(text))
		if err != nil {
			return nil, fmt.Errorf("read form: %w", err)
		}
		numbers[name] = n
	}
	starts := []int{numbers["table"]}
	for line := range bytes.Lines(trailer[2]) {
		if at, rest, _ := bytes.Cut(line, []byte(" ")); bytes.HasPrefix(rest, []byte("00000 n")) {
			n, err := strconv.Atoi(string(at))
			if err != nil {
				return nil, fmt.Errorf("read form: %w", err)
			}
			starts = append(starts, n)
		}
	}
	slices.Sort(starts)
	f := &form{head: pdf[:starts[0]], root: numbers["root"], info: numbers["info"]}
	for i, start := range starts[:len(starts)-1] {
		part := pdf[start:starts[i+1]]
		text, _, _ := bytes.Cut(part, []byte(" "))
		number, err := strconv.Atoi(string(text))
		if err != nil {
			return nil, fmt.Errorf("read form: %w", err)
		}
		f.objects = append(f.objects, object{number, part})
		if m := regexp.MustCompile(`/Contents (\d+) 0 R`).FindSubmatch(part); m != nil && f.content == 0 {
			f.page = number
			f.content, err = strconv.Atoi(string(m[1]))
			if err != nil {
				return nil, fmt.Errorf("read form: %w", err)
			}
		}
	}
	return f, nil
}

func (f *form) find(number int) object {
	for _, o := range f.objects {
		if o.number == number {
			return o
		}
	}
	return object{}
}
