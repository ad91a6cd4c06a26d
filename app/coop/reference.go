package coop

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
)

// Reference is what a questionnaire on paper bears in place of a name, « K7F4-PX2D »: a short code, made at
// random, that the archive alone can lead to a household. As a text it has no hyphen.
type Reference string

// References are eight characters. The last is a check: each character's place in the alphabet, times its own
// place, adds up to a multiple of the alphabet's prime length. So one wrong character is always found, and so
// are any two that changed places.
const (
	referenceLength = 8
	referenceHalf   = 4
)

// referenceLetters are the characters of a reference. Left out are those that are taken for another in print
// or by hand (0 O, 1 I, 2 Z, 5 S, 8 B, M N, V W, U V), vowels (no reference is a word), and A, Q, W, Z, M, which
// a hand scanner set for an American keyboard writes as others on a French one. Their number is a prime.
const referenceLetters = "23456789CDFGHJKLNPRTVXY"

// SampleReference stands on a questionnaire that is only being looked at or tried. No questionnaire bears it.
const SampleReference Reference = "XXXXXXXX"

// NewReference makes a reference from random bytes.
func NewReference(random io.Reader) (Reference, error) {
	const even = 256 / len(referenceLetters) * len(referenceLetters) // bytes above would favour some letters
	places := make([]int, 0, referenceLength)
	for one := make([]byte, 1); len(places) < referenceLength-1; {
		if _, err := io.ReadFull(random, one); err != nil {
			return "", fmt.Errorf("make reference: %w", err)
		}
		if int(one[0]) < even {
			places = append(places, int(one[0])%len(referenceLetters))
		}
	}
	sum := 0
	for i, p := range places {
		sum += (i + 1) * p
	}
	for check := range referenceLetters {
		if (sum+referenceLength*check)%len(referenceLetters) == 0 {
			places = append(places, check)
		}
	}
	var b strings.Builder
	for _, p := range places {
		b.WriteByte(referenceLetters[p])
	}
	return Reference(b.String()), nil
}

// String is the reference as it is printed, « K7F4-PX2D ».
func (r Reference) String() string {
	if len(r) != referenceLength {
		return string(r)
	}
	return string(r[:referenceHalf]) + "-" + string(r[referenceHalf:])
}

// sound says whether a text is a reference.
func (r Reference) sound() bool {
	if len(r) != referenceLength {
		return false
	}
	sum := 0
	for i := range len(r) {
		place := strings.IndexByte(referenceLetters, r[i])
		if place < 0 {
			return false
		}
		sum += (i + 1) * place
	}
	return sum%len(referenceLetters) == 0
}

// ReadReference reads a reference as somebody typed it or a hand scanner wrote it: small letters, blanks and
// hyphens do not matter. A wrong one is refused with what is wrong.
func ReadReference(typed string) (Reference, error) {
	r := plainReference(typed)
	switch {
	case r.sound():
		return r, nil
	case r == SampleReference:
		return "", Refuse("asking.refused.sample", nil)
	}
	if scanned := rekeyed(typed); scanned.sound() {
		return scanned, nil
	}
	strange := strange(r)
	switch {
	case r == "":
		return "", Refuse("asking.refused.empty", nil)
	case strange != "":
		return "", Refuse("asking.refused.letter", map[string]any{"Letter": strange})
	case len(r) != referenceLength:
		return "", Refuse("asking.refused.length", map[string]any{"Length": len(r), "Right": referenceLength})
	}
	return "", Refuse("asking.refused.check", map[string]any{"Reference": r.String()})
}

// plainReference is what was typed without what does not matter.
func plainReference(typed string) Reference {
	return Reference(strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '-' || unicode.Is(unicode.Pd, r) {
			return -1
		}
		return unicode.ToUpper(r)
	}, typed))
}

// strange is the first character that no reference has, "" when there is none.
func strange(r Reference) string {
	for _, c := range string(r) {
		if !strings.ContainsRune(referenceLetters, c) {
			return string(c)
		}
	}
	return ""
}

// frenchRow is what the keys 1 to 9, 0 of a French keyboard write, and the key beside them, a hyphen on an
// American one.
var frenchRow = []rune{'&', 0xE9, '"', '\'', '(', '-', 0xE8, '_', 0xE7, 0xE0, ')'}

const americanRow = "1234567890-"

// FigureOf is the figure that a key writes, or would write: on a French keyboard the upper row writes other
// marks unless Shift is held.
func FigureOf(letter rune) (figure int, ok bool) {
	if at := slices.Index(frenchRow, letter); at >= 0 {
		letter = rune(americanRow[at])
	}
	if letter < '0' || letter > '9' {
		return 0, false
	}
	return int(letter - '0'), true
}

// rekeyed reads what a hand scanner wrote that takes a French keyboard for an American one; "" when no key but
// the hyphen tells that it does.
func rekeyed(typed string) Reference {
	told := false
	digits := strings.Map(func(r rune) rune {
		at := slices.Index(frenchRow, r)
		if at < 0 {
			return r
		}
		told = told || r != '-'
		return rune(americanRow[at])
	}, strings.ToLower(typed))
	if !told {
		return ""
	}
	return plainReference(digits)
}
