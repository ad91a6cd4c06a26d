package paper

import (
	"bytes"
	"slices"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
)

// glyph is one drawn sign of a shaped text. Lengths are thousandths of the size, y goes up.
type glyph struct {
	number  uint16  // in its font
	x, y    float64 // from where the pen stands
	advance float64 // how far the pen goes on
	text    string  // the letters it stands for; marks on a letter stand for none
}

// joining are scripts whose letters change their shape or their order beside each other: a font that has
// them is not enough to write them, they must be shaped.
var joining = []*unicode.RangeTable{
	unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Devanagari, unicode.Bengali,
	unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil, unicode.Telugu, unicode.Kannada, unicode.Malayalam,
	unicode.Sinhala, unicode.Thai, unicode.Lao, unicode.Tibetan, unicode.Myanmar, unicode.Khmer, unicode.Mongolian,
}

// joiningFrom is where those scripts begin, with Hebrew. All that go from right to left are among them.
const joiningFrom = 0x0590

// joins says whether a text has letters that must be shaped.
func joins(text string) bool {
	for _, r := range text {
		if r >= joiningFrom && unicode.In(r, joining...) {
			return true
		}
	}
	return false
}

// shaper shapes the texts of one font. It serves one goroutine at a time.
type shaper struct {
	harfbuzz shaping.HarfbuzzShaper
	face     *font.Face
	known    map[wordKey][]glyph
}

type wordKey struct {
	text      string
	backwards bool
}

// shapers are those of the fonts, made when a text first needs one.
var shapers memo[file, *sync.Pool]

func shapersOf(ttf []byte) (*sync.Pool, error) {
	return shapers.get(fileOf(ttf), func() (*sync.Pool, error) {
		face, err := font.ParseTTF(bytes.NewReader(ttf))
		if err != nil {
			return nil, err
		}
		listCoverages(face.Font)
		return &sync.Pool{New: func() any { return &shaper{face: font.NewFace(face.Font)} }}, nil
	})
}

// shape gives a text of one script its glyphs, from left to right; none if the font cannot be read.
func (f face) shape(text string, backwards bool) (glyphs []glyph) {
	pool, err := shapersOf(f.ttf)
	if err != nil {
		return nil
	}
	s, ok := pool.Get().(*shaper)
	if !ok {
		return nil
	}
	defer pool.Put(s)
	words := slices.Collect(wordsAndSpaces(text)) // no letter joins across a space
	if backwards {
		slices.Reverse(words)
	}
	for _, word := range words {
		glyphs = append(glyphs, s.word(word, backwards)...)
	}
	return glyphs
}

// word shapes a word, or remembers it: laying out a page asks for each many times.
func (s *shaper) word(text string, backwards bool) []glyph {
	const most = 4096 // words remembered
	key := wordKey{text, backwards}
	glyphs, ok := s.known[key]
	if !ok {
		if s.known == nil || len(s.known) >= most {
			s.known = map[wordKey][]glyph{}
		}
		glyphs = s.shape([]rune(text), backwards)
		s.known[key] = glyphs
	}
	return glyphs
}

func (s *shaper) shape(letters []rune, backwards bool) []glyph {
	const thousand = 1000 << 6 // sizes have six bits behind the point
	input := shaping.Input{
		Text: letters, RunEnd: len(letters), Face: s.face, Size: thousand, Script: scriptOf(letters), Direction: di.DirectionLTR,
	}
	if backwards {
		input.Direction = di.DirectionRTL
	}
	shaped := s.harfbuzz.Shape(input).Glyphs
	glyphs := make([]glyph, len(shaped))
	for i, g := range shaped {
		const points = 64.0
		glyphs[i] = glyph{
			number: uint16(g.GlyphID), x: float64(g.XOffset) / points, y: float64(g.YOffset) / points,
			advance: float64(g.Advance) / points,
		}
		// The letters of several glyphs are those of the one that takes the most room.
		from := i
		for from > 0 && shaped[from-1].TextIndex() == g.TextIndex() {
			from--
		}
		if i == from+g.GlyphsCount()-1 {
			widest := from
			for j := from; j <= i; j++ {
				if shaped[j].Advance > shaped[widest].Advance {
					widest = j
				}
			}
			glyphs[widest].text = string(letters[g.TextIndex() : g.TextIndex()+g.RunesCount()])
		}
	}
	return glyphs
}

// scriptOf is the script of a text's first letter that has one of its own.
func scriptOf(letters []rune) language.Script {
	for _, r := range letters {
		if s := language.LookupScript(r); s != language.Common && s != language.Inherited {
			return s
		}
	}
	return language.Latin
}

// contours are the outlines of a shaped text, closed, in millimetres on the page.
func (f face) contours(glyphs []glyph, x, y, size float64) (all [][]float64) {
	pool, err := shapersOf(f.ttf)
	if err != nil {
		return nil
	}
	s, ok := pool.Get().(*shaper)
	if !ok {
		return nil
	}
	defer pool.Put(s)
	em := size * millimetresAPoint
	for _, g := range glyphs {
		outline, _ := s.face.GlyphData(font.GID(g.number)).(font.GlyphOutline) // a space has none
		scale := em / float64(s.face.Upem())
		left, base := x+g.x*em/1000, y-g.y*em/1000
		var line []float64
		for _, segment := range outline.Segments {
			to := segment.ArgsSlice()
			if segment.Op == opentype.SegmentOpMoveTo && len(line) > 0 {
				all, line = append(all, line), nil
			}
			line = append(line, curved(line, to, left, base, scale)...)
		}
		if len(line) > 0 {
			all = append(all, line)
		}
		x += g.advance * em / 1000
	}
	return all
}

// curved are the points of an outline's next segment, which goes on from a line: a point, or a curve with
// one handle or two, as few straight pieces as look round at the size of a text.
func curved(line []float64, to []opentype.SegmentPoint, left, base, scale float64) (points []float64) {
	const pieces = 3
	place := func(i int) (x, y float64) { return left + float64(to[i].X)*scale, base - float64(to[i].Y)*scale }
	last := len(to) - 1
	x, y := place(last)
	if last == 0 {
		return []float64{x, y}
	}
	fromX, fromY := line[len(line)-2], line[len(line)-1]
	firstX, firstY := place(0)
	secondX, secondY := place(last - 1)
	if last == 1 { // one handle is two that go two thirds of the way to it
		const part = 2.0 / 3
		secondX, secondY = x+part*(firstX-x), y+part*(firstY-y)
		firstX, firstY = fromX+part*(firstX-fromX), fromY+part*(firstY-fromY)
	}
	for i := 1; i <= pieces; i++ {
		t := float64(i) / pieces
		points = append(points, bezier(t, fromX, firstX, secondX, x), bezier(t, fromY, firstY, secondY, y))
	}
	return points
}
