package sqlite

import (
	"strings"
	"unicode"
)

// plain is the letter, or the letters, that people type for one that their keyboard lacks.
// Marks that stand by themselves (decomposed text) are left out by fold.
var plain = map[rune]string{}

func init() {
	for letters, typed := range map[string]string{
		"\u00e0\u00e1\u00e2\u00e3\u00e4\u00e5\u0101\u0103\u0105": "a",
		"\u00e7\u0107\u0109\u010b\u010d":                         "c",
		"\u010f\u0111\u00f0":                                     "d",
		"\u00e8\u00e9\u00ea\u00eb\u0113\u0115\u0117\u0119\u011b": "e",
		"\u011d\u011f\u0121\u0123":                               "g",
		"\u0125\u0127":                                           "h",
		"\u00ec\u00ed\u00ee\u00ef\u0129\u012b\u012d\u012f\u0131": "i",
		"\u0135":                         "j",
		"\u0137":                         "k",
		"\u013a\u013c\u013e\u0140\u0142": "l",
		"\u00f1\u0144\u0146\u0148":       "n",
		"\u00f2\u00f3\u00f4\u00f5\u00f6\u00f8\u014d\u014f\u0151": "o",
		"\u0155\u0157\u0159":                                           "r",
		"\u015b\u015d\u015f\u0161\u0219":                               "s",
		"\u0163\u0165\u0167\u021b":                                     "t",
		"\u00f9\u00fa\u00fb\u00fc\u0169\u016b\u016d\u016f\u0171\u0173": "u",
		"\u0175":                   "w",
		"\u00fd\u00ff\u0177":       "y",
		"\u017a\u017c\u017e":       "z",
		"\u0153":                   "oe",
		"\u00e6":                   "ae",
		"\u00df":                   "ss",
		"\u00fe":                   "th",
		"\u0133":                   "ij",
		"\u2019\u02bc\u2018\u00b4": "'",
	} {
		for _, letter := range letters {
			plain[letter] = typed
		}
	}
}

// fold writes a text as it is searched for: small letters without marks, ligatures taken apart.
func fold(text string) string {
	var b strings.Builder
	for _, letter := range text {
		letter = unicode.ToLower(letter)
		typed, ok := plain[letter]
		switch {
		case ok:
			b.WriteString(typed)
		case !unicode.Is(unicode.Mn, letter):
			b.WriteRune(letter)
		}
	}
	return b.String()
}

// split takes a folded text apart into its words of letters and digits.
func split(folded string) []string {
	return strings.FieldsFunc(folded, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// particles are the little words of names, which people put in or leave out.
var particles = map[string]bool{
	"de": true, "du": true, "des": true, "d": true, "la": true, "le": true, "les": true, "l": true,
	"da": true, "das": true, "dos": true, "do": true, "di": true, "del": true, "della": true,
	"van": true, "von": true, "der": true, "den": true, "el": true, "al": true, "ben": true, "o": true,
}

// withoutParticles drops the particles of a name, unless nothing else would be left.
func withoutParticles(words []string) []string {
	var rest []string
	for _, w := range words {
		if !particles[w] {
			rest = append(rest, w)
		}
	}
	if len(rest) == 0 {
		return words
	}
	return rest
}

// digits are a phone number's, in its national form: 0639981234 for +33 6 39 98 12 34.
func digits(phone string) string {
	var b strings.Builder
	for _, r := range phone {
		if r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
	}
	number := b.String()
	switch {
	case strings.HasPrefix(strings.TrimSpace(phone), "+33"):
		return "0" + strings.TrimPrefix(strings.TrimPrefix(number, "33"), "0")
	case strings.HasPrefix(number, "0033"):
		return "0" + strings.TrimPrefix(strings.TrimPrefix(number, "0033"), "0")
	}
	return number
}
