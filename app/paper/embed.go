package paper

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
)

// usedSigns is a face as a PDF holds it for shaped texts, which gofpdf cannot embed: the signs that were drawn,
// renumbered in the order they came. The same sign for two texts is two of them, so that a selected text is
// the one that was written.
type usedSigns struct {
	face    numbered
	tables  glyphTables
	numbers map[usedSign]uint16
	signs   []usedSign // by new number; the first stands for what is missing
}

type usedSign struct {
	old  uint16
	text string
}

// signs is a face of the fonts, from now on among those whose signs are used.
func (b *Book) signs(n numbered) *usedSigns {
	used, ok := b.usedSigns[n.number]
	if !ok {
		used = &usedSigns{face: n, tables: glyphTables(fontTables(n.ttf)), numbers: map[usedSign]uint16{}, signs: make([]usedSign, 1)}
		b.usedSigns[n.number] = used
	}
	return used
}

// sign is the new number of a glyph, and how far a PDF's pen goes on after it.
func (u *usedSigns) sign(g glyph) (number uint16, width float64) {
	key := usedSign{g.number, g.text}
	number, ok := u.numbers[key]
	if !ok {
		number = uint16(len(u.signs))
		u.signs = append(u.signs, key)
		u.numbers[key] = number
	}
	return number, float64(u.tables.scaled(u.tables.advance(int(g.number))))
}

// embedSigns writes a face's objects and gives the number of the font's.
func (b *Book) embedSigns(u *usedSigns) (int, error) {
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
	name := u.tag() + "+" + u.face.name
	head, hhea := u.tables["head"], u.tables["hhea"]
	at := func(table []byte, offset int) int { return u.tables.scaled(int(int16(u16(table, offset)))) }
	descriptor := b.reserve()
	b.object(descriptor, fmt.Sprintf("<</Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [%d %d %d %d] /ItalicAngle 0\n"+
		"/Ascent %d /Descent %d /CapHeight %d /StemV 80 /FontFile2 %d 0 R>>",
		name, symbolic, at(head, 36), at(head, 38), at(head, 40), at(head, 42), at(hhea, 4), at(hhea, 6), at(hhea, 4), file))
	var widths strings.Builder
	for _, g := range u.signs {
		fmt.Fprintf(&widths, "%d ", u.tables.scaled(u.tables.advance(int(g.old))))
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

// tag tells this subset of the font from another.
func (u *usedSigns) tag() string {
	var key strings.Builder
	for _, g := range u.signs {
		fmt.Fprintf(&key, "%d%s ", g.old, g.text)
	}
	return tag(key.String())
}

// toUnicode says which text each glyph stands for, so that it can be selected, searched and read aloud.
func (u *usedSigns) toUnicode() []byte {
	const most = 100 // lines that one list may have
	out := []byte("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for from := 1; from < len(u.signs); from += most {
		part := u.signs[from:min(from+most, len(u.signs))]
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
func (u *usedSigns) subset() (ttf []byte, err error) {
	defer func() { // a broken file asks for bytes that are not there
		if recover() != nil {
			ttf, err = nil, fmt.Errorf("embed font: %w", ErrFont)
		}
	}()
	old := make([]int, len(u.signs))
	place := map[int]int{}
	for i, g := range u.signs {
		old[i], place[int(g.old)] = int(g.old), i
	}
	var glyf, loca, hmtx []byte
	for i := 0; i < len(old); i++ { // parts of composed glyphs are added on the way
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline := slices.Clone(u.tables.outline(old[i]))
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
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(u.tables.advance(old[i])))
		hmtx = binary.BigEndian.AppendUint16(hmtx, u.tables.bearing(old[i]))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head, hhea, maxp := slices.Clone(u.tables["head"]), slices.Clone(u.tables["hhea"]), slices.Clone(u.tables["maxp"])
	binary.BigEndian.PutUint16(head[50:], 1) // long places
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(old)))
	binary.BigEndian.PutUint16(maxp[4:], uint16(len(old)))
	return fontFile([]table{{"glyf", glyf}, {"head", head}, {"hhea", hhea}, {"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}}), nil
}
