package sqlite

import (
	"slices"
	"strings"
	"unicode"

	"bienvenue/app/coop"
)

// Limits of what is understood of a search, so that a pasted page costs no more than a name.
const (
	mostWords   = 8
	longestWord = 40 // letters
)

// wanted is one word of a search with its other spellings; each is the beginning of a word.
type wanted []string

// query is what is searched for: every wanted word, in any order.
type query []wanted

// understand reads what was typed. Groups of digits that begin like a phone number are one
// number; a particle is left out, and is tried glued to the word after it (« le goff », « legoff »).
func understand(typed string) query {
	parts := split(fold(typed))
	if strings.HasPrefix(strings.TrimSpace(typed), "+") && len(parts) > 0 {
		if rest, ok := strings.CutPrefix(parts[0], "33"); ok {
			parts[0] = "0" + strings.TrimPrefix(rest, "0")
		}
	}
	parts = joinDigits(parts)
	names := withoutParticles(parts)
	var q query
	glued := ""
	for i, word := range parts {
		initial := len(word) == 1 && i == len(parts)-1 // of a first name, more likely than an elided particle
		if particles[word] && len(names) < len(parts) && !initial {
			glued += word
			continue
		}
		want := wanted{cut(word)}
		if glued != "" {
			want = append(want, cut(glued+word))
		}
		glued = ""
		if len(q) < mostWords {
			q = append(q, want)
		}
	}
	return q
}

// joinDigits puts the groups of a phone number together: 06 39 98 11 is searched as 06399811.
func joinDigits(parts []string) []string {
	var joined []string
	phone := false
	for _, p := range parts {
		number := isNumber(p)
		switch {
		case number && phone:
			joined[len(joined)-1] += p
		default:
			joined = append(joined, p)
			phone = number && p[0] == '0'
		}
		phone = phone && number
	}
	return joined
}

func isNumber(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return r < '0' || r > '9' }) < 0
}

func cut(word string) string {
	runes := []rune(word)
	return string(runes[:min(len(runes), longestWord)])
}

// match is the query in the words of the full-text index.
func (q query) match() string {
	var b strings.Builder
	for i, want := range q {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteByte('(')
		b.WriteString(want[0])
		b.WriteByte('*')
		for _, other := range want[1:] {
			b.WriteString(" OR ")
			b.WriteString(other)
			b.WriteByte('*')
		}
		b.WriteByte(')')
	}
	return b.String()
}

// finds says whether words, as the search keeps them, hold every wanted word.
func (q query) finds(words string) bool {
	for _, want := range q {
		if !slices.ContainsFunc(want, func(w string) bool { return strings.Contains(words, " "+w) }) {
			return false
		}
	}
	return true
}

// begins is the first of a household's names that begins with a wanted word, "" when none does.
func (q query) begins(names string) string {
	best := ""
	for name := range strings.SplitSeq(names, "\n") {
		for _, want := range q {
			for _, w := range want {
				if strings.HasPrefix(name, w) && (best == "" || name < best) {
					best = name
				}
			}
		}
	}
	return best
}

// found is everything a household is found by.
type found struct {
	name  string // the first holder's, family name first
	names []string
	until coop.Day
	words string
}

// stays is the day until which somebody lives there who has not left.
const stays coop.Day = "9999-12-31"

// findable gathers what a household is found by; home are its residence's words.
func findable(h coop.Household, home string) found {
	f := found{until: stays}
	switch {
	case h.Gone != "":
		f.until = h.Gone.Add(-1)
	case h.Exit != "":
		f.until = h.Exit
	}
	words := map[string]bool{}
	for _, c := range h.Holders {
		last, first := split(fold(c.Last)), split(fold(c.First))
		name := strings.Join(slices.Concat(last, first), " ")
		f.names = append(f.names, name)
		if bare := strings.Join(slices.Concat(withoutParticles(last), first), " "); bare != name {
			f.names = append(f.names, bare)
		}
		if len(last) > 1 {
			f.names = append(f.names, strings.Join(last, "")+" "+strings.Join(first, " "))
		}
		add(words, slices.Concat(last, first)...)
		for i := range last {
			add(words, strings.Join(last[i:], "")) // delatour, latour
		}
		add(words, strings.Join(first, ""), digits(c.Phone), digits(c.Mobile))
		addCode(words, c.Tenant)
	}
	addCode(words, h.Lease)
	d := h.Dwelling
	for _, part := range []string{d.Building, d.Stair, d.Door, home} {
		add(words, split(fold(part))...)
	}
	addCode(words, d.Lot)
	f.names = slices.Compact(slices.Sorted(slices.Values(f.names)))
	if len(h.Holders) > 0 {
		f.name = strings.Join(slices.Concat(split(fold(h.Holders[0].Last)), split(fold(h.Holders[0].First))), " ")
	}
	all := make([]string, 0, len(words))
	for w := range words {
		all = append(all, w)
	}
	slices.Sort(all)
	f.words = " " + strings.Join(all, " ") + " "
	return f
}

func add(words map[string]bool, more ...string) {
	for _, w := range more {
		if w != "" && strings.IndexFunc(w, unicode.IsSpace) < 0 {
			words[w] = true
		}
	}
}

// addCode adds a code of the ERP in its parts, and from each part to its end written together:
// L-0123/02 is found as l012302, as 0123 and, since figures that begin with 0 are read as a phone
// number, as 012302.
func addCode(words map[string]bool, code string) {
	parts := split(fold(code))
	add(words, parts...)
	for i := range parts {
		add(words, strings.Join(parts[i:], ""))
	}
}

// residenceWords are the words of a residence that its households are found by.
func residenceWords(r coop.Residence) string { return fold(r.Name + " " + r.Town) }
