package paper

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

const (
	noBreak  = '\u00a0'
	unknown  = '?'
	ellipsis = "\u2026"
)

// stand-ins for letters and spaces that a font may lack; what is not listed loses its accents.
var standIns = map[rune]string{
	'\u202f': "\u00a0", '\u2007': "\u00a0", '\u2009': "\u00a0", '\u200a': "", '\u200b': "", '\u2060': "", '\ufeff': "",
	'\u2010': "-", '\u2011': "-", '\u2012': "-", '\u2015': "-", '\u2212': "-", '\t': " ", '\n': " ", '\r': "",
	'\u02bc': "\u2019", '\u02b9': "\u2019", '\u2032': "\u2019",
}

// cyrillic spells the letters from U+0430 on in Latin ones, the way French passports' readers do.
var cyrillic = [...]string{
	"a", "b", "v", "g", "d", "e", "j", "z", "i", "i", "k", "l", "m", "n", "o", "p",
	"r", "s", "t", "ou", "f", "kh", "ts", "tch", "ch", "chtch", "", "y", "", "e", "iou", "ia",
}

// ukrainian spells the letters that Ukrainian and Serbian add.
var ukrainian = map[rune]string{
	'\u0451': "io", '\u0454': "ie", '\u0456': "i", '\u0457': "i", '\u0491': "g",
	'\u0452': "dj", '\u0453': "gj", '\u0455': "dz", '\u0458': "j", '\u0459': "lj", '\u045a': "nj", '\u045b': "c", '\u045c': "kj", '\u045e': "ou", '\u045f': "dj",
}

// printable writes a text with the letters that the fonts have: spaces of the right kind, letters
// without the accents that they lack, Cyrillic in Latin letters where none has it. replaced says that a letter could
// only be written otherwise, so that it can be told and written in by hand.
func printable(text string, f family) (out string, replaced bool) {
	if f[0].hasAll(text) && !strings.ContainsFunc(text, func(r rune) bool { return !usual(r) }) {
		return text, false
	}
	var b strings.Builder
	for _, r := range norm.NFC.String(text) {
		if stand, ok := standIns[r]; ok {
			b.WriteString(stand)
			continue
		}
		if f.has(r) {
			b.WriteRune(r)
			continue
		}
		if f.lacks(r) {
			replaced = true
			b.WriteString(spelled(r, f))
		}
	}
	return b.String(), replaced
}

func spelled(r rune, f family) string {
	lower := unicode.ToLower(r)
	latin, ok := ukrainian[lower]
	if i := int(lower - '\u0430'); !ok && i >= 0 && i < len(cyrillic) {
		latin, ok = cyrillic[i], true
	}
	if ok {
		if r != lower {
			return strings.ToUpper(latin)
		}
		return latin
	}
	for parts := []rune(norm.NFD.String(string(r))); len(parts) > 1; {
		parts = parts[:len(parts)-1] // the outermost accent goes first
		if fewer := []rune(norm.NFC.String(string(parts))); len(fewer) == 1 && f.has(fewer[0]) {
			return string(fewer)
		}
	}
	return string(unknown)
}

// wrap breaks a text into lines no wider than a width, at spaces; a word too wide for a line is
// broken after one of its own marks, or between two letters when it has none.
func wrap(f family, text string, size, width float64) []string {
	var lines []string
	line := ""
	for _, word := range words(text) {
		longer := word
		if line != "" {
			longer = line + " " + word
		}
		if f.width(longer, size) <= width {
			line = longer
			continue
		}
		if rest := width - f.width(line+" ", size); line != "" && f.width(word, size) > width {
			if cut := breakAt(f, word, size, rest, true); cut > 0 {
				line, word = line+" "+word[:cut], word[cut:]
			}
		}
		if line != "" {
			lines = append(lines, line)
		}
		for f.width(word, size) > width {
			cut := breakAt(f, word, size, width, false)
			lines = append(lines, word[:cut])
			word = word[cut:]
		}
		line = word
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// held keeps together what a line must not tear apart: the pairs of a telephone number, an hour, a dash
// and what stands before it.
func held(text string) string {
	runes := []rune(text)
	for i := 1; i+1 < len(runes); i++ {
		if runes[i] == ' ' && unicode.IsDigit(runes[i-1]) && (unicode.IsDigit(runes[i+1]) || runes[i+1] == 'h') ||
			runes[i] == ' ' && runes[i-1] == 'h' && unicode.IsDigit(runes[i+1]) || runes[i] == ' ' && runes[i+1] == '\u2013' {
			runes[i] = noBreak
		}
	}
	return string(runes)
}

// withPhone parts a name from the telephone number that ends it; "" when none does.
func withPhone(text string) (name, phone string) {
	const least = 6 // digits of a number worth keeping whole
	digits := 0
	from := len(text)
	for i, r := range slices.Backward([]rune(text)) {
		if !unicode.IsDigit(r) && !strings.ContainsRune(" .+()-\u00a0", r) {
			break
		}
		if unicode.IsDigit(r) {
			digits++
		}
		from = len(string([]rune(text)[:i]))
	}
	if digits < least {
		return text, ""
	}
	return strings.TrimRight(text[:from], " ,:;\u00a0"), strings.TrimLeft(text[from:], " -\u00a0")
}

// words splits at ordinary spaces only: a no-break space holds.
func words(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return r != noBreak && unicode.IsSpace(r) })
}

// breakAt is how many bytes of a word too wide for a line go on it: some and never all, or only
// up to one of its own marks, which may be none.
func breakAt(f family, word string, size, width float64, marksOnly bool) int {
	fits, mark := 0, 0
	for i, r := range word {
		end := i + len(string(r))
		if (i > 0 || marksOnly) && (end == len(word) || f.width(word[:end], size) > width) {
			break
		}
		fits = end
		switch {
		case r == '.' || r == '@':
			mark = i
		case strings.ContainsRune("-/_", r) || r == noBreak:
			mark = end
		}
	}
	if mark > 0 || marksOnly {
		return mark
	}
	return fits
}

// clip keeps the first lines of a text and shows with an ellipsis that there was more.
func clip(f family, lines []string, size, width float64, most int) []string {
	if len(lines) <= most {
		return lines
	}
	kept := append([]string(nil), lines[:most]...)
	last := []rune(strings.TrimRight(kept[most-1], " ,;"))
	for len(last) > 0 && f.width(string(last)+ellipsis, size) > width {
		last = last[:len(last)-1]
	}
	kept[most-1] = strings.TrimRight(string(last), " ,;") + ellipsis
	return kept
}
