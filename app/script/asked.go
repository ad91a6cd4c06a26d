package script

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// AskedBack is something that people ask back about a step, with its answer.
type AskedBack struct {
	Step  Step
	Index int // in the step, which is how a record counts it
	Asked Asked
	Here  bool // the step is part of this talk

	question, whole string // folded words, each after a blank
}

// Asked is everything that people ask back in the whole script, in its order.
func (w Walk) Asked() []AskedBack {
	var all []AskedBack
	for _, s := range w.script.All {
		here := w.Index(s.ID) >= 0
		for i, a := range s.Asked {
			one := AskedBack{Step: s, Index: i, Asked: a, Here: here}
			one.fold()
			all = append(all, one)
		}
	}
	return all
}

func (a *AskedBack) fold() {
	a.question = folded(a.Asked.Question)
	a.whole = a.question + folded(a.Asked.Answer)
}

// FindAsked finds what people ask back by words, each of which begins a word of the question or the
// answer, whatever the case, accents and apostrophes. What is found in the question comes first,
// and of that what belongs to this talk. No words find everything.
func FindAsked(all []AskedBack, words string) []AskedBack {
	wanted := strings.Fields(folded(words))
	var ranks [4][]AskedBack
	for _, a := range all {
		if a.whole == "" {
			a.fold()
		}
		rank := 0
		switch {
		case begun(a.question, wanted):
		case begun(a.whole, wanted):
			rank = 2
		default:
			continue
		}
		if !a.Here {
			rank++
		}
		ranks[rank] = append(ranks[rank], a)
	}
	found := make([]AskedBack, 0, len(all))
	for _, rank := range ranks {
		found = append(found, rank...)
	}
	return found
}

// begun says whether every word begins a word of a folded text.
func begun(text string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, " "+word) {
			return false
		}
	}
	return true
}

// folded is the words of a text, each after a blank, in small letters without accents.
func folded(text string) string {
	var b strings.Builder
	b.Grow(len(text) + 1)
	inside := false
	for _, c := range norm.NFD.String(text) { // letters first, then their accents by themselves
		switch {
		case unicode.Is(unicode.Mn, c):
			continue
		case !unicode.IsLetter(c) && !unicode.IsDigit(c):
			inside = false
			continue
		case !inside:
			b.WriteByte(' ')
			inside = true
		}
		switch c = unicode.ToLower(c); c {
		case 'œ':
			b.WriteString("oe")
		case 'æ':
			b.WriteString("ae")
		default:
			b.WriteRune(c)
		}
	}
	return b.String()
}
