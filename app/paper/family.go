package paper

import (
	"fmt"
	"iter"
	"slices"
	"unicode"
)

// Family are two weights of a font that is asked for the letters that the paper's own lacks, as TTF files.
type Family struct {
	Regular []byte
	Bold    []byte // also for Semibold
}

// further is how much a further family's faces are numbered above its weight.
const further = 1000

// Faces are the fonts' files by the number of their face, as a Pencil is told it.
func (f Fonts) Faces() map[int][]byte {
	all := map[int][]byte{Regular: f.Regular, Semibold: f.Semibold, Bold: f.Bold}
	for i, one := range f.Further {
		all[further*(i+1)+Regular], all[further*(i+1)+Bold] = one.Regular, one.Bold
	}
	return all
}

// facesOf are the faces of the fonts, by number.
func facesOf(fonts Fonts) (map[int]face, error) {
	all := map[int]face{}
	for number, ttf := range fonts.Faces() {
		f, err := faces.get(fileOf(ttf), func() (face, error) { return readFace(ttf) })
		if err != nil {
			return nil, fmt.Errorf("face %d: %w", number, err)
		}
		all[number] = f
	}
	return all, nil
}

// family is how a weight writes: with its own face, then with those that are asked for letters it lacks.
type family []numbered

type numbered struct {
	face
	number int
}

// familiesOf are the families of the fonts, by weight.
func familiesOf(fonts Fonts) (map[int]family, error) {
	all, err := facesOf(fonts)
	if err != nil {
		return nil, err
	}
	families := map[int]family{}
	for weight, nearest := range map[int]int{Regular: Regular, Semibold: Bold, Bold: Bold} {
		families[weight] = family{{all[weight], weight}}
		for i := range fonts.Further {
			number := further*(i+1) + nearest
			families[weight] = append(families[weight], numbered{all[number], number})
		}
	}
	return families, nil
}

// has says whether some face has the letter.
func (f family) has(r rune) bool { return f.of(r) >= 0 }

// of is the first face that has the letter; -1 for none.
func (f family) of(r rune) int {
	for i := range f {
		if f[i].has(r) {
			return i
		}
	}
	return -1
}

// width is how wide a text is at a size in points, in millimetres.
func (f family) width(text string, size float64) float64 {
	if f.plain(text) {
		return run{face: f[0], text: text}.width(size)
	}
	sum := 0.0
	for _, r := range f.runs(text, backwards(text)) {
		sum += r.width(size)
	}
	return sum
}

// plain says whether the weight's own face writes a text, from left to right: nearly all texts are so.
func (f family) plain(text string) bool {
	for _, r := range text {
		if r >= joiningFrom && unicode.In(r, joining...) || !f[0].has(r) {
			return false
		}
	}
	return true
}

// run is a part of a line that one face writes in one direction.
type run struct {
	face   numbered
	text   string
	glyphs []glyph // from left to right, of letters that must be shaped; none where each letter has its sign
}

// width is how wide the run is at a size in points, in millimetres.
func (r run) width(size float64) float64 {
	sum := 0.0
	if r.glyphs == nil {
		sum = float64(r.face.thousandths(r.text))
	}
	for _, g := range r.glyphs {
		sum += g.advance
	}
	return sum / 1000 * size * millimetresAPoint
}

// runs are a line's, from left to right. A line of a text that is written from right to left begins at its
// right end.
func (f family) runs(text string, rightToLeft bool) []run {
	if f.plain(text) {
		return []run{{face: f[0], text: text}}
	}
	var all []run
	for _, part := range directions(text, rightToLeft) {
		some := f.byFace(part.text)
		for i, r := range some {
			if part.backwards || joins(r.text) {
				some[i].glyphs = r.face.shape(r.text, part.backwards)
			}
		}
		if part.backwards {
			slices.Reverse(some)
		}
		all = append(all, some...)
	}
	return all
}

// byFace parts a text by the faces that write it. A word is written by one face, if any has all its
// letters: a name that is half of one font and half of another would look torn.
func (f family) byFace(text string) []run {
	var all []run
	add := func(i int, part string) {
		if last := len(all) - 1; last >= 0 && all[last].face.number == f[i].number {
			all[last].text += part
			return
		}
		all = append(all, run{face: f[i], text: part})
	}
	for word := range wordsAndSpaces(text) {
		if last := len(all) - 1; last >= 0 && unicode.IsSpace([]rune(word)[0]) && all[last].face.hasAll(word) {
			all[last].text += word
			continue
		}
		if i := slices.IndexFunc(f, func(n numbered) bool { return n.hasAll(word) }); i >= 0 {
			add(i, word)
			continue
		}
		for _, r := range word {
			add(max(f.of(r), 0), string(r))
		}
	}
	return all
}

// wordsAndSpaces are a text's words and, in turn, what parts them.
func wordsAndSpaces(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		from := 0
		var before bool
		for at, r := range text {
			space := unicode.IsSpace(r)
			if at > 0 && space != before {
				if !yield(text[from:at]) {
					return
				}
				from = at
			}
			before = space
		}
		if from < len(text) {
			yield(text[from:])
		}
	}
}
