package exchange

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	xunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"bienvenue/app/coop"
)

// The encodings that files come in, by the names people know them under.
const (
	inUTF8        = "UTF-8"
	inUTF16       = "UTF-16"
	inWindows1252 = "Windows-1252"
	inLatin9      = "ISO-8859-15"
)

const byteOrderMark = "\ufeff"

// decode turns a file's bytes into text and says which encoding they were in.
func decode(src []byte) (text, name string, err error) {
	switch {
	case len(bytes.TrimSpace(src)) == 0:
		return "", "", coop.Refuse("import.refused.empty", nil)
	case bytes.HasPrefix(src, []byte("PK\x03\x04")), bytes.HasPrefix(src, []byte("\xd0\xcf\x11\xe0")):
		return "", "", coop.Refuse("import.refused.workbook", nil)
	case bytes.HasPrefix(src, []byte("%PDF")):
		return "", "", coop.Refuse("import.refused.not-text", nil)
	case bytes.HasPrefix(src, []byte("\xff\xfe")), bytes.HasPrefix(src, []byte("\xfe\xff")):
		text, err = decodeWith(xunicode.UTF16(xunicode.LittleEndian, xunicode.UseBOM), src)
		return text, inUTF16, err
	case bytes.IndexByte(src, 0) >= 0:
		return "", "", coop.Refuse("import.refused.not-text", nil)
	case mostlyUTF8(src):
		return strings.TrimPrefix(strings.ToValidUTF8(string(src), "\ufffd"), byteOrderMark), inUTF8, nil
	case isLatin9(src):
		text, err = decodeWith(charmap.ISO8859_15, src)
		return text, inLatin9, err
	default:
		text, err = decodeWith(charmap.Windows1252, src)
		return text, inWindows1252, err
	}
}

func decodeWith(e encoding.Encoding, src []byte) (string, error) {
	text, err := e.NewDecoder().Bytes(src)
	if err != nil {
		return "", coop.Refuse("import.refused.not-text", nil)
	}
	return string(text), nil
}

// mostlyUTF8 says whether the letters beyond ASCII are written in UTF-8, were a few of them broken.
func mostlyUTF8(src []byte) bool {
	if utf8.Valid(src) {
		return true
	}
	good, bad := 0, 0
	for i := 0; i < len(src); {
		if src[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(src[i:])
		if r == utf8.RuneError && size == 1 {
			bad++
		} else {
			good++
		}
		i += size
	}
	return good > 10*bad
}

// isLatin9 tells ISO-8859-15 from Windows-1252. They agree on the accented letters of French; the
// bytes 80 to 9F are letters and signs in the one and nothing in the other, and eight bytes are
// letters (or the euro sign) in the one and rare signs in the other.
func isLatin9(src []byte) bool {
	letters := 0
	for i, b := range src {
		switch {
		case b >= 0x80 && b <= 0x9f:
			return false
		case b == 0xa4, b == 0xbc, b == 0xbd, b == 0xbe, b == 0xa6, b == 0xa8, b == 0xb4, b == 0xb8:
			if b == 0xa4 || letterAt(src, i-1) || letterAt(src, i+1) {
				letters++
			}
		}
	}
	return letters > 0
}

func letterAt(src []byte, i int) bool {
	return i >= 0 && i < len(src) && (src[i] >= 0xc0 || unicode.IsLetter(rune(src[i])) && src[i] < 0x80)
}

// plain folds a word for comparing: lower case, no accents, ligatures opened, every mark a space.
func plain(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if r >= utf8.RuneSelf {
			if folded, ok := unaccented[unicode.ToLower(r)]; ok {
				if space && b.Len() > 0 {
					b.WriteByte(' ')
				}
				space = false
				b.WriteString(folded)
				continue
			}
		}
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) || r == '\u00ba' {
			space = space || !unicode.Is(unicode.Mn, r)
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// unaccented maps each accented small letter to its plain one, ligatures to two.
var unaccented = makeUnaccented()

func makeUnaccented() map[rune]string {
	table := map[rune]string{'œ': "oe", 'æ': "ae", 'ß': "ss", 'ø': "o", 'ł': "l", 'đ': "d", 'ð': "d", 'þ': "th", 'ı': "i"}
	for r := rune(0xc0); r <= 0x17f; r++ {
		letters := []rune(norm.NFD.String(string(r)))
		if len(letters) > 1 {
			table[unicode.ToLower(r)] = string(unicode.ToLower(letters[0]))
		}
	}
	return table
}

// tidy trims a cell and makes one ordinary space of every run of spaces, no-break ones included.
func tidy(s string) string {
	clean := true
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf || s[i] < ' ' || s[i] == ' ' && (i == 0 || i == len(s)-1 || s[i-1] == ' ') {
			clean = false
			break
		}
	}
	if clean {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || unicode.IsControl(r)
	}), " ")
}
