package look

import (
	"encoding/binary"
	"sync"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Shows says whether the window's fonts have every letter of a text. The toolkit's own font stands in for letters
// that ours does not have; it draws them one by one from the left, so that scripts whose letters join or run the
// other way are not shown as they are read.
func Shows(text string) bool {
	known := fontLetters()
	for _, r := range text {
		if unicode.In(r, joined...) {
			return false
		}
		if !unicode.IsSpace(r) && !known[0].has(r) && !known[1].has(r) {
			return false
		}
	}
	return true
}

// joined are alphabets whose letters join, or run from the right.
var joined = []*unicode.RangeTable{unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Devanagari, unicode.Tamil, unicode.Bengali}

var fontLetters = sync.OnceValue(func() [2]letters {
	return [2]letters{lettersOf(fontRegular.Content()), lettersOf(theme.DefaultTheme().Font(fyne.TextStyle{}).Content())}
})

// letters are the ranges of letters that a font has, in order.
type letters []struct{ from, to rune }

func (l letters) has(r rune) bool {
	for _, one := range l {
		if r <= one.to {
			return r >= one.from
		}
	}
	return false
}

// lettersOf reads the table « cmap » of a TrueType font: of its parts the one of the Windows platform in format 4,
// which every font has. A font that cannot be read has no letters.
func lettersOf(font []byte) letters {
	const head, record, sub = 12, 16, 8
	u16 := func(at int) int {
		if at < 0 || at+2 > len(font) {
			return 0
		}
		return int(binary.BigEndian.Uint16(font[at:]))
	}
	u32 := func(at int) int { return u16(at)<<16 | u16(at+2) }
	for i := range u16(4) {
		at := head + i*record
		if at+record > len(font) || string(font[at:at+4]) != "cmap" {
			continue
		}
		table := u32(at + sub)
		for j := range u16(table + 2) {
			part := table + u32(table+4+j*sub+4)
			if u16(part) == 4 {
				return segments(u16, part)
			}
		}
	}
	return nil
}

// segments reads the ranges of a part of format 4.
func segments(u16 func(int) int, part int) letters {
	const header, last = 14, 0xFFFF
	twice := u16(part + 6) // twice the number of ranges
	var found letters
	for k := 0; k < twice; k += 2 {
		to := u16(part + header + k)
		from := u16(part + header + twice + 2 + k)
		if to != last && from <= to {
			found = append(found, struct{ from, to rune }{rune(from), rune(to)})
		}
	}
	return found
}
