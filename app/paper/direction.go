package paper

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// directed is a part of a line that is written in one direction.
type directed struct {
	text      string
	backwards bool // from right to left
}

// backwards says whether a text is to be read from right to left: most of its letters are.
func backwards(text string) bool {
	if !strings.ContainsFunc(text, isBackwards) {
		return false
	}
	balance := 0
	for _, r := range text {
		switch class(r) {
		case bidi.L:
			balance--
		case bidi.R, bidi.AL:
			balance++
		}
	}
	return balance > 0
}

func class(r rune) bidi.Class {
	if r < joiningFrom {
		if unicode.IsLetter(r) {
			return bidi.L
		}
		return bidi.ON
	}
	properties, _ := bidi.LookupRune(r)
	return properties.Class()
}

// directions are a line's parts from left to right, each text as one reads it.
func directions(text string, rightToLeft bool) []directed {
	if !strings.ContainsFunc(text, isBackwards) {
		return []directed{{text: text}}
	}
	if rightToLeft {
		return mirrored(text)
	}
	// In a text from left to right, words of the other direction are one part from their first letter to
	// their last, with the numbers between.
	var parts []directed
	letters := []rune(text)
	done := 0
	for at := 0; at < len(letters); at++ {
		if !isBackwards(letters[at]) {
			continue
		}
		end := at + 1
		for next := end; next < len(letters) && class(letters[next]) != bidi.L; next++ {
			if isBackwards(letters[next]) || unicode.Is(unicode.Mn, letters[next]) && next == end {
				end = next + 1
			}
		}
		if at > done {
			parts = append(parts, directed{text: string(letters[done:at])})
		}
		parts = append(parts, mirrored(string(letters[at:end]))...)
		done, at = end, end-1
	}
	if done < len(letters) {
		parts = append(parts, directed{text: string(letters[done:])})
	}
	return parts
}

func isBackwards(r rune) bool {
	if r < joiningFrom {
		return false
	}
	c := class(r)
	return c == bidi.R || c == bidi.AL
}

// mirrored are the parts of a text that begins at its right end.
func mirrored(text string) []directed {
	var p bidi.Paragraph
	if _, err := p.SetString(text, bidi.DefaultDirection(bidi.RightToLeft)); err != nil {
		return []directed{{text, true}}
	}
	order, err := p.Order()
	if err != nil {
		return []directed{{text, true}}
	}
	parts := make([]directed, order.NumRuns())
	for i := range parts {
		one := order.Run(i)
		parts[i] = directed{one.String(), one.Direction() == bidi.RightToLeft}
	}
	slices.Reverse(parts)
	return parts
}
