package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"bienvenue/app/script"
)

// sentences are the sentences of a text as one says them: fields are said by their fallback, a
// line's end ends a sentence, and a stop after an abbreviation, in a number or in an address does
// not. So does no stop that a lower-case letter follows, as in « Vous venez ? » demande-t-elle.
func sentences(text string) []string {
	var found []string
	for line := range strings.Lines(script.Fill(text, nil)) {
		start := 0
		for i, c := range line {
			if !strings.ContainsRune(".!?\u2026", c) {
				continue
			}
			after := i + utf8.RuneLen(c)
			if ends(line[start:i], c, line[after:]) {
				found = add(found, line[start:after])
				start = after
			}
		}
		found = add(found, line[start:])
	}
	return found
}

// add keeps a sentence that has words; what has none, as the closing of a quotation, is left out.
func add(found []string, sentence string) []string {
	if sentence = strings.TrimSpace(sentence); countWords(sentence) > 0 {
		found = append(found, sentence)
	}
	return found
}

// abbreviations are the words, without accents, whose stop ends no sentence.
const abbreviations = " m mm mme mmes mlle me dr st ste art al p pp n no ex cf env av bd tel bat esc apt res min max fig vol env hab "

// ends says whether a stop between two pieces of a line ends a sentence.
func ends(before string, stop rune, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	if after != "" && !unicode.IsSpace(next) && !isClosing(next) && !isStop(next) {
		return false // 2.5, hlm.coop
	}
	for _, c := range after {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			if unicode.IsLower(c) && stop != '.' {
				return false
			}
			break
		}
		if isStop(c) {
			return false // ?!, ...: the last one ends it
		}
	}
	if stop != '.' {
		return true
	}
	last := before[strings.LastIndexFunc(before, func(c rune) bool { return !unicode.IsLetter(c) })+1:]
	if last == "" {
		return true
	}
	if _, size := utf8.DecodeRuneInString(last); size == len(last) && unicode.IsUpper([]rune(last)[0]) {
		return false // an initial
	}
	return !strings.Contains(abbreviations, " "+fold(last)+" ")
}

func isStop(c rune) bool { return c == '.' || c == '!' || c == '?' || c == '\u2026' }

func isClosing(c rune) bool {
	switch c {
	case '\u00bb', '\u201d', '\u2019', '"', '\'', ')', ']':
		return true
	}
	return false
}

// countWords counts words as the rules of a script do: what stands between spaces and has a letter
// or a digit.
func countWords(text string) int {
	n := 0
	for word := range strings.FieldsSeq(text) {
		if strings.IndexFunc(word, isWord) >= 0 {
			n++
		}
	}
	return n
}

func isWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// parts are the parts of a word as it is written, without what stands around it: the elision before
// an apostrophe and each side of a hyphen.
func parts(word string) []string {
	return strings.FieldsFunc(word, func(c rune) bool { return c == '\'' || c == '-' })
}
