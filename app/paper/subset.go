package paper

import (
	"encoding/binary"
	"math/bits"
)

// table is a part of a TrueType file.
type table struct {
	name string
	body []byte
}

// glyphTables are the parts of a TrueType file by name.
type glyphTables map[string][]byte

// scaled is a length of the font in thousandths of the size.
func (f glyphTables) scaled(length int) int { return length * 1000 / int(u16(f["head"], 18)) }

// advance is how wide a glyph is, in units: the last measured one stands for all after it.
func (f glyphTables) advance(glyph int) int {
	measured := int(u16(f["hhea"], 34))
	return int(u16(f["hmtx"], 4*min(glyph, measured-1)))
}

// outline is a glyph's description; a space has none.
func (f glyphTables) outline(glyph int) []byte {
	loca := f["loca"]
	if short := u16(f["head"], 50) == 0; short {
		return f["glyf"][2*int(u16(loca, 2*glyph)) : 2*int(u16(loca, 2*glyph+2))]
	}
	return f["glyf"][binary.BigEndian.Uint32(loca[4*glyph:]):binary.BigEndian.Uint32(loca[4*glyph+4:])]
}

// bearing is how far to the right of its place a glyph begins, in units, as two bytes with a sign.
func (f glyphTables) bearing(glyph int) uint16 {
	measured := int(u16(f["hhea"], 34))
	if glyph < measured {
		return u16(f["hmtx"], 4*glyph+2)
	}
	return u16(f["hmtx"], 4*measured+2*(glyph-measured))
}

// parts are where a composed glyph names the glyphs that it is made of; other glyphs name none.
func parts(outline []byte) (at []int) {
	const (
		words, scaled, more, twoScales, matrix = 0x1, 0x8, 0x20, 0x40, 0x80
		header                                 = 10
	)
	if len(outline) == 0 || int16(u16(outline, 0)) >= 0 {
		return nil
	}
	for next := header; ; {
		flags := u16(outline, next)
		at = append(at, next+2)
		next += 6 // flags, glyph, and two bytes of where it goes
		if flags&words != 0 {
			next += 2
		}
		switch {
		case flags&scaled != 0:
			next += 2
		case flags&twoScales != 0:
			next += 4
		case flags&matrix != 0:
			next += 8
		}
		if flags&more == 0 {
			return at
		}
	}
}

// fontFile puts tables, sorted by their names, together.
func fontFile(tables []table) []byte {
	n := len(tables)
	power := bits.Len(uint(n)) - 1
	out := binary.BigEndian.AppendUint32(nil, 0x00010000)
	for _, v := range []int{n, tableRecord << power, power, tableRecord*n - tableRecord<<power} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at := firstRecord + tableRecord*n
	for _, t := range tables {
		out = append(out, t.name...)
		for _, v := range []uint32{checksum(t.body), uint32(at), uint32(len(t.body))} {
			out = binary.BigEndian.AppendUint32(out, v)
		}
		at += (len(t.body) + 3) &^ 3
	}
	for _, t := range tables {
		out = append(out, t.body...)
		for len(out)%4 != 0 {
			out = append(out, 0)
		}
	}
	return out
}

func checksum(b []byte) (sum uint32) {
	for len(b) >= 4 {
		sum += binary.BigEndian.Uint32(b)
		b = b[4:]
	}
	var last [4]byte
	copy(last[:], b)
	return sum + binary.BigEndian.Uint32(last[:])
}
