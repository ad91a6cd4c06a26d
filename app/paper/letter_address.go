package paper

import (
	"strings"
	"unicode"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// An address by NF Z 10-011: six lines at most, of 38 letters at most, from the person to the town,
// none empty; no punctuation from the street on, the last lines in capitals (domain: section 8).
const (
	postalLength = 38
	postalMost   = 6
)

// postalLines is the address of a home, ready for an envelope.
func postalLines(holders []coop.Cooperator, d coop.Dwelling, home coop.Residence, words VisitWords) []string {
	short := shortWords(words.T("letter.address.short"))
	town := folded(postal(joined(home.Postcode, home.Town)), short, 1)
	street := folded(postal(home.Address), short, 2)
	door := folded(capital(words.DoorOf(coop.Dwelling{Floor: d.Floor, Door: d.Door})), short, 1)
	place := placeLine(postal(words.DoorOf(coop.Dwelling{Building: d.Building, Stair: d.Stair})), postal(home.Name), short)
	var lines []string
	for _, part := range [][]string{door, {place}, street, town} {
		for _, line := range part {
			if line != "" {
				lines = append(lines, line)
			}
		}
	}
	names := postalNames(holders, words, max(postalMost-len(lines), 1))
	return append(names, lines[max(len(names)+len(lines)-postalMost, 0):]...)
}

// placeLine names the building and the residence: the building alone where both are too long.
func placeLine(building, residence string, short map[string]string) string {
	if both := shortened(joined(building, residence), short); building == "" || length(both) <= postalLength {
		return cut(both)
	}
	return cut(shortened(building, short))
}

// postalNames names the holders on some lines: each by the fullest form that fits.
func postalNames(holders []coop.Cooperator, words VisitWords, most int) []string {
	if len(holders) == 0 {
		return nil
	}
	together := make([]string, 0, len(holders))
	for _, h := range holders {
		together = append(together, words.Person(h))
	}
	switch all := words.T("format.list.last", i18n.Args{"Others": strings.Join(together[:len(together)-1], ", "), "Last": together[len(together)-1]}); {
	case len(holders) > 1 && length(all) <= postalLength:
		return []string{all}
	case len(holders) > most:
		holders = holders[:most]
	}
	if name := postalName(holders[0], words); len(holders) == 1 && most > 1 {
		return folded(name, nil, 2)
	}
	var lines []string
	for _, h := range holders {
		lines = append(lines, strings.TrimRight(cut(postalName(h, words)), "-"))
	}
	return lines
}

// postalName is a person's name, with the first name shortened, then without it, when it is too long for a line.
func postalName(h coop.Cooperator, words VisitWords) string {
	name := words.Person(h)
	for _, first := range []string{initials(h.First), ""} {
		if length(name) <= postalLength {
			break
		}
		h.First = first
		name = words.Person(h)
	}
	return name
}

// initials are a first name's, « M.-J. ».
func initials(first string) string {
	parts := strings.Split(first, "-")
	for i, p := range parts {
		if letters := []rune(strings.TrimSpace(p)); len(letters) > 0 {
			parts[i] = string(letters[:1]) + "."
		}
	}
	return strings.Join(parts, "-")
}

// postal writes a line as the post's machines read it: capitals, no marks.
func postal(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) {
			return r
		}
		return ' '
	}, i18n.Capitals(text))), " ")
}

// shortened shortens the words that the post shortens, as many as it takes.
func shortened(text string, short map[string]string) string {
	words := strings.Fields(text)
	for i, w := range words {
		if length(strings.Join(words, " ")) <= postalLength {
			break
		}
		if s, ok := short[i18n.Capitals(strings.Trim(w, ",."))]; ok {
			words[i] = s
		}
	}
	return strings.Join(words, " ")
}

// folded fits a text into some lines: shortened if it must be, then on further lines, and what is
// left is cut.
func folded(text string, short map[string]string, most int) []string {
	text = shortened(text, short)
	var lines []string
	for length(text) > postalLength && len(lines) < most-1 {
		line := cut(text)
		lines, text = append(lines, line), strings.TrimSpace(strings.TrimPrefix(text, line))
	}
	return append(lines, cut(text))
}

// shortWords reads the words that the post shortens, « AVENUE=AV BOULEVARD=BD ».
func shortWords(text string) map[string]string {
	all := map[string]string{}
	for _, pair := range strings.Fields(text) {
		if long, short, ok := strings.Cut(pair, "="); ok {
			all[long] = short
		}
	}
	return all
}

func length(text string) int { return len([]rune(text)) }

// cut keeps the whole words of a line's first letters; a double name may end it at its hyphen.
func cut(text string) string {
	letters := []rune(text)
	if len(letters) <= postalLength {
		return text
	}
	line := string(letters[:postalLength])
	space, hyphen := strings.LastIndex(string(letters[:postalLength+1]), " "), strings.LastIndex(line, "-")+1
	if at := max(space, hyphen); at > 0 {
		return text[:at]
	}
	return line
}
