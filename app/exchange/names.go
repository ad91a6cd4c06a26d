package exchange

import (
	"slices"
	"strings"
	"unicode"

	"bienvenue/app/coop"
)

// names knows how one file writes its names.
type names struct {
	*Reader
	firsts     set             // folded first names met in the file, beside those of the vocabulary
	firstFirst map[string]bool // by field: « Louise MARTIN » rather than « MARTIN LOUISE »
}

// learnNames finds out how the columns that hold whole names are written.
func (r *Reader) learnNames(t *table) names {
	n := names{Reader: r, firsts: set{}, firstFirst: map[string]bool{}}
	if i, ok := t.at[fieldFirst]; ok {
		for _, row := range t.rows {
			if i < len(row.cells) && row.cells[i] != "" {
				n.firsts[plain(row.cells[i])] = true
			}
		}
	}
	for _, field := range []string{fieldPerson, fieldSecond} {
		n.firstFirst[field] = n.vote(t, field)
	}
	return n
}

// vote says whether most of a column's names begin with the first name. Without any sign, a list of
// persons is in the order of the register and a second holder is written as one speaks.
func (n names) vote(t *table, field string) bool {
	column, ok := t.at[field]
	if !ok {
		return false
	}
	family, hasFamily := t.at[fieldName]
	first, last := 0, 0
	for _, row := range t.rows {
		if column >= len(row.cells) {
			continue
		}
		_, words := n.civil(strings.Fields(row.cells[column]))
		main := ""
		if hasFamily && family < len(row.cells) {
			main = plain(row.cells[family])
		}
		switch begins, ends := n.firstAt(words, main); {
		case begins && !ends:
			first++
		case ends && !begins:
			last++
		}
	}
	if first == last {
		return field == fieldSecond
	}
	return first > last
}

// firstAt says whether a name's words show their first name in front, or at the end. main is the
// family name that another column of the row gives, folded.
func (n names) firstAt(words []string, main string) (begins, ends bool) {
	if len(words) < 2 {
		return false, false
	}
	a, b := words[0], words[len(words)-1]
	knownA, knownB := n.isFirst(a), n.isFirst(b)
	sameA, sameB := main != "" && plain(a) == main, main != "" && plain(b) == main
	loudA, loudB := shouted(a), shouted(b)
	begins = knownA && !knownB || sameB && !sameA || loudB && !loudA
	ends = knownB && !knownA || sameA && !sameB || loudA && !loudB
	return begins, ends
}

func (n names) isFirst(word string) bool {
	folded := plain(word)
	return n.firsts[folded] || n.firstNames[folded]
}

// civil takes the civility off the front of a name's words.
func (n names) civil(words []string) (civility, []string) {
	for size := min(4, len(words)); size > 0; size-- {
		if c, ok := n.civilities[plain(strings.Join(words[:size], " "))]; ok && len(words) > size {
			return c, words[size:]
		}
	}
	return civility{}, words
}

// pieces cuts a cell that names two persons; a cell that names one is one piece.
func (n names) pieces(cell string) [][]string {
	cell = strings.Map(func(r rune) rune {
		if strings.ContainsRune("/&+;", r) {
			return '/'
		}
		return r
	}, cell)
	var all [][]string
	for _, part := range strings.Split(cell, "/") {
		var piece []string
		for _, word := range strings.Fields(part) {
			if n.joiners[plain(word)] && len(piece) > 0 {
				all = append(all, piece)
				piece = nil
				continue
			}
			piece = append(piece, word)
		}
		if len(piece) > 0 {
			all = append(all, piece)
		}
	}
	return all
}

// people reads a cell that holds whole names, of one person or two; pair says that its civility is
// for two persons.
func (n names) people(cell string, firstFirst bool) (found []coop.Cooperator, pair bool) {
	c, words := n.civil(strings.Fields(cell))
	pair = c.pair
	for i, piece := range n.pieces(strings.Join(words, " ")) {
		own, rest := n.civil(piece)
		if i == 0 && own == (civility{}) {
			own = c
		}
		first, last := n.divide(rest, firstFirst)
		found = append(found, coop.Cooperator{Civility: own.one, First: first, Last: last, Raw: cell})
	}
	if len(found) == 2 {
		n.lend(&found[0], &found[1])
	}
	for i, p := range found {
		found[i].First, found[i].Last = n.proper(p.First, nil), n.proper(p.Last, n.low)
	}
	return found, pair
}

// lend gives the family name of one to the other where only a first name was written: « Jean et Marie MARTIN ».
func (n names) lend(a, b *coop.Cooperator) {
	switch {
	case a.First == "" && b.First != "" && n.isFirst(a.Last):
		a.First, a.Last = a.Last, b.Last
	case b.First == "" && a.First != "" && (n.isFirst(b.Last) || !shouted(b.Last) && shouted(a.Last)):
		b.First, b.Last = b.Last, a.Last
	}
}

// divide tells first name from family name.
func (n names) divide(words []string, firstFirst bool) (first, last string) {
	words = n.inUse(words, false)
	if len(words) < 2 {
		return "", strings.Join(words, " ")
	}
	var loud, soft []string
	for _, w := range words {
		if shouted(w) {
			loud = append(loud, w)
		} else {
			soft = append(soft, w)
		}
	}
	switch {
	case len(loud) > 0 && len(soft) > 0 && !n.isParticle(soft[0]):
		return strings.Join(soft, " "), strings.Join(loud, " ")
	case firstFirst:
		cut := n.firstsAtFront(words)
		return strings.Join(words[:cut], " "), strings.Join(words[cut:], " ")
	}
	cut := n.firstsAtEnd(words)
	return strings.Join(words[cut:], " "), strings.Join(words[:cut], " ")
}

func (n names) firstsAtFront(words []string) int {
	for i := 1; i < len(words); i++ {
		if n.isParticle(words[i]) && (i < len(words)-1 || strings.ContainsAny(words[i], "'\u2019")) {
			return i
		}
	}
	cut := 1
	for cut < len(words)-1 && n.isFirst(words[cut]) {
		cut++
	}
	return cut
}

func (n names) firstsAtEnd(words []string) int {
	front := 1
	for front < len(words)-1 && n.isParticle(words[front-1]) && !strings.ContainsAny(words[front-1], "'\u2019") {
		front++
	}
	cut := len(words) - 1
	for cut > front && n.isFirst(words[cut-1]) {
		cut--
	}
	return cut
}

// isParticle says whether a word belongs to the front of a family name: « de », « Le », « d'Hervé ».
func (n names) isParticle(word string) bool {
	if head, _, found := strings.Cut(strings.ReplaceAll(word, "\u2019", "'"), "'"); found {
		return n.particles[plain(head)]
	}
	return n.particles[plain(word)]
}

// inUse leaves out a name at birth (after « née ») or keeps the married one (after « épouse »).
// alone says that the words are a family name with no first name among them.
func (n names) inUse(words []string, alone bool) []string {
	for i, w := range words {
		switch folded := plain(w); {
		case n.birth[folded] && i > 0 && i < len(words)-1:
			end := i + 2
			for end < len(words) && n.isParticle(words[end-1]) {
				end++
			}
			if alone {
				end = len(words)
			}
			return slices.Concat(words[:i], words[end:])
		case n.married[folded] && i < len(words)-1:
			return words[i+1:]
		}
	}
	return words
}

// shouted says whether a word is written in capitals (an initial is not).
func shouted(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 1
}

// proper writes a name in capitals, or all in small letters, as names are written. A name that has
// both is left as somebody wrote it. Accents that the file has lost are not invented.
func (n names) proper(s string, low set) string {
	if s == "" || s != strings.ToUpper(s) && s != strings.ToLower(s) {
		return s
	}
	runes := []rune(strings.ToLower(s))
	start := 0
	for i := 0; i <= len(runes); i++ {
		if i < len(runes) && (unicode.IsLetter(runes[i]) || unicode.Is(unicode.Mn, runes[i])) {
			continue
		}
		word := runes[start:i]
		particle := i < len(runes) && low[plain(string(word))]
		if len(word) > 0 && !particle {
			word[0] = unicode.ToTitle(word[0])
			if len(word) > 3 && string(word[:2]) == "Mc" {
				word[2] = unicode.ToTitle(word[2])
			}
		}
		start = i + 1
	}
	return string(runes)
}

// place writes the name of a town or a street in capitals as it is written.
func (n names) place(s string) string {
	runes := []rune(n.proper(s, n.lowInPlaces))
	if len(runes) > 0 {
		runes[0] = unicode.ToTitle(runes[0])
	}
	return string(runes)
}
