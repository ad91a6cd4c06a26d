package paper

import "strings"

// typeset writes a text as a language sets it: apostrophes that are curved and, in French, no line that
// begins with a mark or that tears a number from its unit. It adds no spaces, it only ties them.
func typeset(text, language string) string {
	text = held(strings.ReplaceAll(text, "'", "’"))
	if language != french {
		return text
	}
	runes := []rune(text)
	for i, r := range runes {
		if r != ' ' {
			continue
		}
		if i > 0 && runes[i-1] == '«' || i+1 < len(runes) && neverFirst(runes[i+1]) {
			runes[i] = noBreak
		}
	}
	return string(runes)
}

// neverFirst says whether a French line never begins with a mark.
func neverFirst(r rune) bool {
	switch r {
	case '?', '!', ':', ';', '%', '€', '»':
		return true
	}
	return false
}

const french = "fr"
