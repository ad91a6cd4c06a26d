package paper

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"slices"
	"strings"
	"unicode/utf16"
)

// usedFace is a face as a PDF holds it: the glyphs that were drawn, renumbered in the order they came. The
// same glyph for two letters is two of them, so that a selected text is the one that was written.
type usedFace struct {
	face
	letters map[rune]uint16 // new numbers
	glyphs  []usedGlyph     // by new number; the first stands for what is missing
}

type usedGlyph struct {
	old  int
	text string
}

// use is a face of the fonts, from now on among the used ones.
func (b *Book) use(number int) *usedFace {
	used, ok := b.used[number]
	if !ok {
		f, known := b.faces[number]
		if !known {
			b.fail(fmt.Errorf("face %d: %w", number, ErrFont))
			return nil
		}
		used = &usedFace{face: f, letters: map[rune]uint16{}, glyphs: make([]usedGlyph, 1)}
		b.used[number] = used
	}
	return used
}

// letter is the new number of a letter's glyph.
func (u *usedFace) letter(r rune) uint16 {
	number, ok := u.letters[r]
	if !ok && u.has(r) {
		number = uint16(len(u.glyphs))
		u.glyphs = append(u.glyphs, usedGlyph{int(u.glyph[r]), string(r)})
		u.letters[r] = number
	}
	return number
}

// embed writes a face's objects and gives the number of the font's.
func (b *Book) embed(u *usedFace) (int, error) {
	ttf, err := u.subset()
	if err != nil {
		return 0, err
	}
	var file, unicode int
	if err := packed(ttf, func(packed []byte) {
		file = b.stream(fmt.Sprintf("/Filter /FlateDecode /Length1 %d", len(ttf)), packed)
	}); err != nil {
		return 0, err
	}
	if err := packed(u.toUnicode(), func(packed []byte) { unicode = b.stream("/Filter /FlateDecode", packed) }); err != nil {
		return 0, err
	}
	const symbolic = 4
	name := u.tag() + "+" + u.name
	head, hhea := u.tables["head"], u.tables["hhea"]
	at := func(table []byte, offset int) int { return u.scaled(int(int16(u16(table, offset)))) }
	descriptor := b.reserve()
	b.object(descriptor, fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%d %d %d %d] /ItalicAngle 0\n"+
		"/Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %d 0 R>>",
		name, symbolic, at(head, 36), at(head, 38), at(head, 40), at(head, 42), at(hhea, 4), at(hhea, 6), at(hhea, 4), file))
	var widths strings.Builder
	for _, g := range u.glyphs {
		fmt.Fprintf(&widths, "%d ", u.scaled(u.advanceOf(g.old)))
	}
	descendant := b.reserve()
	b.object(descendant, fmt.Sprintf("<</Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDToGIDMap /Identity\n"+
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor %d 0 R\n/W [0 [%s]]>>",
		name, descriptor, widths.String()))
	font := b.reserve()
	b.object(font, fmt.Sprintf("<</Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R>>",
		name, descendant, unicode))
	return font, nil
}

// tag are the six capitals that tell one subset of a font from another.
func (u *usedFace) tag() string {
	var all []byte
	for _, g := range u.glyphs {
		all = fmt.Appendf(all, "%d%s ", g.old, g.text)
	}
	hash := fnv.New64a()
	if _, err := hash.Write(all); err != nil {
		panic(err) // no hash has ever failed
	}
	sum := hash.Sum64()
	var tag [6]byte
	for i := range tag {
		tag[i] = byte('A' + sum%26)
		sum /= 26
	}
	return string(tag[:])
}

// toUnicode says which text each glyph stands for, so that it can be selected, searched and read aloud.
func (u *usedFace) toUnicode() []byte {
	const most = 100 // lines that one list may have
	out := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for from := 1; from < len(u.glyphs); from += most {
		part := u.glyphs[from:min(from+most, len(u.glyphs))]
		out = fmt.Appendf(out, "%d beginbfchar\n", len(part))
		for i, g := range part {
			out = append(appendHex(append(out, '<'), uint16(from+i)), "> <"...)
			out = append(appendHex(out, utf16.Encode([]rune(g.text))...), ">\n"...)
		}
		out = append(out, "endbfchar\n"...)
	}
	return append(out, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"...)
}

// subset is a TrueType file of the used glyphs alone, with the parts that a PDF asks for.
func (u *usedFace) subset() (ttf []byte, err error) {
	defer func() { // a broken file asks for bytes that are not there
		if recover() != nil {
			ttf, err = nil, fmt.Errorf("embed font: %w", ErrFont)
		}
	}()
	old := make([]int, len(u.glyphs))
	place := map[int]int{}
	for i, g := range u.glyphs {
		old[i], place[g.old] = g.old, i
	}
	var glyf, loca, hmtx []byte
	for i := 0; i < len(old); i++ { // parts of composed glyphs are added on the way
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline := slices.Clone(u.outline(old[i]))
		for _, at := range parts(outline) {
			part := int(u16(outline, at))
			if _, ok := place[part]; !ok {
				place[part] = len(old)
				old = append(old, part)
			}
			binary.BigEndian.PutUint16(outline[at:], uint16(place[part]))
		}
		glyf = append(glyf, outline...)
		for len(glyf)%4 != 0 {
			glyf = append(glyf, 0)
		}
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(u.advanceOf(old[i])))
		hmtx = binary.BigEndian.AppendUint16(hmtx, u.bearing(old[i]))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head, hhea, maxp := slices.Clone(u.tables["head"]), slices.Clone(u.tables["hhea"]), slices.Clone(u.tables["maxp"])
	binary.BigEndian.PutUint16(head[50:], 1) // long places
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(old)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(old)))
	return fontFile([]table{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}}), nil
}
