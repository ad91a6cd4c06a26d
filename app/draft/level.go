package draft

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Grade says how hard a text is to follow.
type Grade string

// The grades. A text is Easy when its sentences have 12 words on average and 15 at most, as easy
// French asks for, with at most one word in twenty that is not an everyday one; it is Plain up to 20
// words on average, 32 at most and one rare word in eight; beyond, it is Hard. One rare word is
// always allowed: a short text about a thing must be able to name it.
const (
	NoGrade Grade = "" // of an empty text
	Easy    Grade = "easy"
	Plain   Grade = "plain"
	Hard    Grade = "hard"
)

const (
	easyMean, easyLongest, easyRare    = 12, 15, 1.0 / 20
	plainMean, plainLongest, plainRare = 20, 32, 1.0 / 8
)

// Level is what was measured of a text.
type Level struct {
	Words       int
	Sentences   int
	Longest     int // words of the longest sentence
	PerSentence float64
	Rare        []string // as they are written, in order, each once
	RareShare   float64  // of all words, those that come again counted again
	Grade       Grade
}

// rank puts the grades in order, the easiest first.
func (g Grade) rank() int { return slices.Index([]Grade{NoGrade, Easy, Plain, Hard}, g) }

// Lexicon holds the everyday words of a language with their regular forms. The zero value knows no
// word and takes none for rare.
type Lexicon struct{ known map[string]bool }

// ReadLexicon reads a list of everyday words, any number a line; # begins a comment. Accents and
// capitals do not count. Plurals, feminines, adverbs and the forms of regular verbs are understood.
func ReadLexicon(src []byte) Lexicon {
	l := Lexicon{known: map[string]bool{}}
	for line := range strings.Lines(string(src)) {
		if strings.HasPrefix(strings.TrimSpace(line), "#") {
			continue
		}
		for word := range strings.FieldsSeq(fold(line)) {
			l.learn(strings.Trim(word, ".'"))
		}
	}
	return l
}

func (l Lexicon) learn(word string) {
	l.known[word] = true
	l.endings(word, "s", "x", "e", "es")
	for _, c := range []struct {
		ending string
		least  int // letters that must stand before it
		forms  []string
	}{
		{"er", 2, []string{"ere", "eres", "e", "es", "ee", "ees", "ons", "eons", "ez", "ent", "ais", "ait", "eais", "eait", "ions", "iez", "aient", "eaient", "a", "erai", "eras", "era", "erons", "erez", "eront", "erais", "erait", "erions", "eriez", "eraient", "ant", "eant"}},
		{"yer", 2, []string{"ie", "ies", "ient", "iera", "ierez", "ierons", "ieront", "ierait"}},
		{"ir", 3, []string{"is", "it", "issons", "issez", "issent", "issais", "issait", "issiez", "issaient", "isse", "issant", "irai", "ira", "irons", "irez", "iront", "irais", "irait", "iriez", "iraient", "i", "ie", "ies"}},
		{"re", 3, []string{"s", "", "ons", "ez", "ent", "ais", "ait", "ions", "iez", "aient", "rai", "ras", "ra", "rons", "rez", "ront", "rais", "rait", "riez", "raient", "u", "ue", "us", "ues", "ant"}},
		{"al", 2, []string{"aux"}},
		{"eux", 1, []string{"euse", "euses", "eusement"}},
		{"if", 2, []string{"ive", "ives", "ivement"}},
		{"eur", 2, []string{"euse", "euses", "rice", "rices"}},
		{"el", 2, []string{"elle", "elles", "ellement"}},
		{"en", 2, []string{"enne", "ennes", "ennement"}},
		{"on", 2, []string{"onne", "onnes"}},
		{"et", 2, []string{"ette", "ettes", "ete", "etes"}},
		{"ant", 2, []string{"amment"}},
		{"ent", 2, []string{"emment"}},
		{"e", 3, []string{"ement"}},
	} {
		if stem, ok := strings.CutSuffix(word, c.ending); ok && len(stem) >= c.least {
			l.endings(stem, c.forms...)
		}
	}
}

func (l Lexicon) endings(stem string, forms ...string) {
	for _, form := range forms {
		l.known[stem+form] = true
	}
}

// Common says whether a word as it is written is an everyday one: it, or each of its parts around
// apostrophes and hyphens, is known.
func (l Lexicon) Common(word string) bool {
	word = fold(word)
	if len(l.known) == 0 || l.known[word] {
		return true
	}
	all := parts(word)
	return len(all) > 0 && !slices.ContainsFunc(all, func(part string) bool { return !l.known[part] && !isNumber(part) })
}

func isNumber(word string) bool { return strings.ContainsAny(word, "0123456789") }

// Level measures a text. Fields count as what is said when they are not known. Numbers, addresses
// of the internet and names, known by a capital inside a sentence, are never rare.
func (l Lexicon) Level(text string) Level {
	var m Level
	rare := 0
	for _, sentence := range sentences(text) {
		n := countWords(sentence)
		m.Words, m.Sentences, m.Longest = m.Words+n, m.Sentences+1, max(m.Longest, n)
		for _, word := range l.rareIn(sentence) {
			rare++
			if !slices.ContainsFunc(m.Rare, func(known string) bool { return fold(known) == fold(word) }) {
				m.Rare = append(m.Rare, word)
			}
		}
	}
	if m.Words == 0 {
		return m
	}
	m.PerSentence = float64(m.Words) / float64(m.Sentences)
	m.RareShare = float64(rare) / float64(m.Words)
	m.Grade = m.grade(rare)
	return m
}

func (m Level) grade(rare int) Grade {
	switch {
	case m.PerSentence <= easyMean && m.Longest <= easyLongest && (rare <= 1 || m.RareShare <= easyRare):
		return Easy
	case m.PerSentence <= plainMean && m.Longest <= plainLongest && (rare <= 1 || m.RareShare <= plainRare):
		return Plain
	}
	return Hard
}

// rareIn are the words of a sentence that are not everyday ones, without the elision before them.
func (l Lexicon) rareIn(sentence string) []string {
	var found []string
	first := true
	for piece := range strings.FieldsSeq(sentence) {
		word := strings.TrimFunc(piece, func(c rune) bool { return !isWord(c) })
		if word == "" {
			continue
		}
		begins := first
		first = false
		switch {
		case isNumber(word) || strings.ContainsAny(word, "@/.") || l.Common(word):
		case !begins && isName(word):
		default:
			found = append(found, withoutElision(word))
		}
	}
	return found
}

// isName says whether a word looks like a name: a capital, then a small letter. Capitals
// throughout are an abbreviation, which one may not know.
func isName(word string) bool {
	word = withoutElision(word)
	first, size := utf8.DecodeRuneInString(word)
	second, _ := utf8.DecodeRuneInString(word[size:])
	return unicode.IsUpper(first) && unicode.IsLower(second)
}

// withoutElision is a word without the l', d', qu' and the like before it.
func withoutElision(word string) string {
	i := strings.LastIndexAny(word, "'\u2019")
	if i < 0 {
		return word
	}
	_, size := utf8.DecodeRuneInString(word[i:])
	return word[i+size:]
}
