package paper

import (
	"encoding/binary"
	"fmt"
	"slices"
	"unicode/utf16"
)

// face is one weight of a font: which letters it has and how wide they are.
type face struct {
	advance []int16 // of each letter of the basic plane, in thousandths of the size; missing for none
	ttf     []byte
	name    string
}

// has says whether the font has the letter.
func (f face) has(r rune) bool { return int(r) < len(f.advance) && f.advance[r] != missing }

// hasAll says whether the font has all letters of a text.
func (f face) hasAll(text string) bool {
	for _, r := range text {
		if !f.has(r) {
			return false
		}
	}
	return true
}

// thousandths is how wide a text is, in thousandths of its size.
func (f face) thousandths(text string) (sum int) {
	for _, r := range text {
		if f.has(r) {
			sum += int(f.advance[r])
		}
	}
	return sum
}

const (
	millimetresAPoint = 25.4 / 72
	tableRecord       = 16 // bytes of one entry of the table directory
	firstRecord       = 12
	missing           = -1
	lastPlane         = 0xFFFF // character maps of format 4 end with it
)

var faces memo[file, face]

// readFace reads a TrueType file's character map and widths.
func readFace(ttf []byte) (f face, err error) {
	defer func() { // a file cut short asks for bytes that are not there
		if recover() != nil {
			f, err = face{}, fmt.Errorf("read font: %w", ErrFont)
		}
	}()
	tables := fontTables(ttf[:len(ttf):len(ttf)])
	units := int(u16(tables["head"], 18))
	measured := int(u16(tables["hhea"], 34))
	widths := tables["hmtx"]
	f.ttf, f.name = ttf, fontName(tables["name"])
	f.advance = slices.Repeat([]int16{missing}, lastPlane+1)
	for r, glyph := range characters(tables["cmap"]) {
		glyph = min(glyph, measured-1) // the last one stands for all after it
		f.advance[r] = int16(int(u16(widths, 4*glyph)) * 1000 / units)
	}
	return f, nil
}

// fontName is the font's name for programs, « AtkinsonHyperlegibleNext-Bold ».
func fontName(table []byte) string {
	const record, windows, postScript = 12, 3, 6
	texts := table[u16(table, 4):]
	for i := range int(u16(table, 2)) {
		r := table[6+record*i:]
		if u16(r, 0) != windows || u16(r, 6) != postScript {
			continue
		}
		var units []uint16
		for at := range int(u16(r, 8)) / 2 {
			units = append(units, u16(texts, int(u16(r, 10))+2*at))
		}
		return string(utf16.Decode(units))
	}
	return "Font"
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }

func fontTables(ttf []byte) map[string][]byte {
	tables := map[string][]byte{}
	for i := range int(u16(ttf, 4)) {
		record := ttf[firstRecord+tableRecord*i:]
		from := binary.BigEndian.Uint32(record[8:])
		tables[string(record[:4])] = ttf[from : from+binary.BigEndian.Uint32(record[12:])]
	}
	return tables
}

// characters reads the map of the basic plane (format 4).
func characters(cmap []byte) map[rune]int {
	found := map[rune]int{}
	for i := range int(u16(cmap, 2)) {
		table := cmap[binary.BigEndian.Uint32(cmap[8+8*i:]):]
		if u16(table, 0) != 4 {
			continue
		}
		segments := int(u16(table, 6)) / 2
		ends, starts := table[14:], table[16+2*segments:]
		deltas, offsets := table[16+4*segments:], table[16+6*segments:]
		for s := range segments {
			for c := int(u16(starts, 2*s)); c <= int(u16(ends, 2*s)) && c < lastPlane; c++ {
				glyph := c
				if shift := int(u16(offsets, 2*s)); shift != 0 {
					glyph = int(u16(offsets, 2*s+shift+2*(c-int(u16(starts, 2*s)))))
				}
				if glyph = (glyph + int(u16(deltas, 2*s))) & lastPlane; glyph != 0 {
					found[rune(c)] = glyph
				}
			}
		}
	}
	return found
}
