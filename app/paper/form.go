package paper

import (
	"bytes"
	"fmt"
	"hash/fnv"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/jung-kurt/gofpdf"
)

// form is a font with some of its letters, as gofpdf embeds it: its objects, ready to be numbered. That
// takes gofpdf ten times longer than all the rest of a sheet, and sheets need the same letters: so a form
// is made once, and every PDF copies it.
type form struct {
	objects [][]piece // the font's own first
}

// piece is a part of an object, and the object that is named after it, as it lies in the form; none for -1.
type piece struct {
	text []byte
	next int
}

// The objects of a font: what it is, which glyphs it has and what they mean, and the file.
const fontObjects = 7

// formKey says which forms are the same.
type formKey struct {
	font   file
	blocks string
}

var forms memo[formKey, form]

// letterBlock is a part of the alphabets: what is embedded together. Western letters are one, so that
// every sheet in French or English takes the same form; others go by 64 letters.
type letterBlock uint16

const (
	western   letterBlock = 0
	blockSize             = 64
	blocks                = (lastPlane+1)/blockSize + 1
)

func blockOf(r rune) letterBlock {
	if usual(r) {
		return western
	}
	return letterBlock(r/blockSize + 1)
}

// usual says whether a letter is of the alphabets of western Europe or of its punctuation.
func usual(r rune) bool {
	const latin1, oe, dashes, marks, euro = 0xFF, 0x152, 0x2013, 0x2026, 0x20AC
	return r >= ' ' && r <= latin1 || r == oe || r == oe+1 || r == 0x178 || r >= dashes && r <= marks || r == euro
}

// usedFace is a face of which letters were drawn.
type usedFace struct {
	face
	blocks [blocks]bool
}

func (u *usedFace) letter(r rune) { u.blocks[blockOf(r)] = true }

// use is a face of the fonts, from now on among the used ones.
func (b *Book) use(number int) *usedFace {
	used, ok := b.used[number]
	if !ok {
		f, known := b.faces[number]
		if !known {
			b.fail(fmt.Errorf("face %d: %w", number, ErrFont))
			return nil
		}
		used = &usedFace{face: f}
		b.used[number] = used
	}
	return used
}

// embed writes a face's objects and gives the number of the font's.
func (b *Book) embed(u *usedFace) (int, error) {
	var key strings.Builder
	for block, used := range u.blocks {
		if used {
			fmt.Fprintf(&key, "%d ", block)
		}
	}
	f, err := forms.get(formKey{fileOf(u.ttf), key.String()}, func() (form, error) { return makeForm(u, key.String()) })
	if err != nil {
		return 0, err
	}
	first := len(b.starts) + 1
	for _, object := range f.objects {
		b.begin()
		for _, p := range object {
			b.writeBytes(p.text)
			if p.next >= 0 {
				b.write(strconv.Itoa(first + p.next))
			}
		}
		b.end()
	}
	return first, nil
}

func makeForm(u *usedFace, key string) (f form, err error) {
	defer func() { // gofpdf panics at a font whose parts are missing
		if recover() != nil {
			f, err = form{}, fmt.Errorf("embed font: %w", ErrFont)
		}
	}()
	var letters []rune
	for i, advance := range u.advance {
		if r := rune(i); advance != missing && u.blocks[blockOf(r)] {
			letters = append(letters, r)
		}
	}
	doc := gofpdf.New("P", "mm", "A4", "")
	doc.SetCompression(false) // the fonts are compressed all the same
	doc.AddPage()
	const family = "embedded"
	doc.AddUTF8FontFromBytes(family, "", slices.Clone(u.ttf)) // gofpdf changes the bytes it is handed
	doc.SetFont(family, "", body)
	doc.Text(0, 0, string(letters))
	var out bytes.Buffer
	if err := doc.Output(&out); err != nil {
		return form{}, fmt.Errorf("embed font: %w", err)
	}
	if f, err = readForm(out.Bytes()); err != nil {
		return form{}, err
	}
	// gofpdf calls the font « utf8embedded »; a subset bears the font's name after six letters of its own.
	name := tag(key) + "+" + u.name
	for _, object := range f.objects {
		object[0].text = bytes.ReplaceAll(object[0].text, []byte("utf8"+family), []byte(name))
	}
	return f, nil
}

// tag are the six capitals that tell one subset of a font from another.
func tag(key string) string {
	hash := fnv.New64a()
	if _, err := hash.Write([]byte(key)); err != nil {
		panic(err) // no hash has ever failed
	}
	const alphabet = 26
	sum := hash.Sum64()
	var letters [6]byte
	for i := range letters {
		letters[i] = byte('A' + sum%alphabet)
		sum /= alphabet
	}
	return string(letters[:])
}

var (
	objectHead = regexp.MustCompile(`(?m)^(\d+) 0 obj\n`)
	reference  = regexp.MustCompile(`\b(\d+) 0 R`)
)

// readForm takes the objects of the one font out of a PDF that gofpdf wrote. They follow each other.
func readForm(pdf []byte) (form, error) {
	at := bytes.Index(pdf, []byte("/Subtype /Type0"))
	if at < 0 {
		return form{}, fmt.Errorf("embed font: %w", ErrFont)
	}
	heads := objectHead.FindAllSubmatchIndex(pdf[:at], -1)
	if len(heads) == 0 {
		return form{}, fmt.Errorf("embed font: %w", ErrFont)
	}
	head := heads[len(heads)-1]
	first, err := strconv.Atoi(string(pdf[head[2]:head[3]]))
	if err != nil {
		return form{}, fmt.Errorf("embed font: %w", err)
	}
	rest := pdf[head[0]:]
	var f form
	for i := range fontObjects {
		body, found := bytes.CutPrefix(rest, fmt.Appendf(nil, "%d 0 obj\n", first+i))
		end := bytes.Index(body, fmt.Appendf(nil, "endobj\n%d 0 obj\n", first+i+1))
		if !found || end < 0 {
			return form{}, fmt.Errorf("embed font: object %d: %w", i, ErrFont)
		}
		f.objects = append(f.objects, piecesOf(body[:end], first))
		rest = body[end+len("endobj\n"):]
	}
	return f, nil
}

// piecesOf parts an object at the names of others. A stream's bytes name none.
func piecesOf(body []byte, first int) []piece {
	said := len(body)
	if at := bytes.Index(body, []byte("stream\n")); at >= 0 {
		said = at
	}
	var pieces []piece
	from := 0
	for _, m := range reference.FindAllSubmatchIndex(body[:said], -1) {
		number, err := strconv.Atoi(string(body[m[2]:m[3]]))
		if err != nil {
			continue // digits are a number
		}
		pieces = append(pieces, piece{body[from:m[2]], number - first})
		from = m[3]
	}
	return append(pieces, piece{body[from:], -1})
}
