package office

import (
	"fmt"
	"strings"

	"bienvenue/app/coop"
)

const longestID = 40

// newScriptID makes a script's name of its title: « Visite d’été » is visite-d-ete.
func newScriptID(title string, taken map[coop.ScriptID]bool) coop.ScriptID {
	var name strings.Builder
	for _, r := range strings.ToLower(title) {
		letters := plainLetters(r)
		if letters == "" && name.Len() > 0 && !strings.HasSuffix(name.String(), "-") {
			letters = "-"
		}
		if name.Len()+len(letters) <= longestID {
			name.WriteString(letters)
		}
	}
	base := strings.Trim(name.String(), "-")
	if base == "" {
		base = "script"
	}
	id := coop.ScriptID(base)
	for n := 2; taken[id]; n++ {
		id = coop.ScriptID(fmt.Sprintf("%s-%d", base, n))
	}
	return id
}

// accented are ranges of letters with the plain ones that stand for them.
var accented = []struct {
	from, to rune
	plain    string
}{
	{0xE0, 0xE5, "a"},
	{0xE6, 0xE6, "ae"},
	{0xE7, 0xE7, "c"},
	{0xE8, 0xEB, "e"},
	{0xEC, 0xEF, "i"},
	{0xF1, 0xF1, "n"},
	{0xF2, 0xF6, "o"},
	{0xF9, 0xFC, "u"},
	{0xFD, 0xFD, "y"},
	{0xFF, 0xFF, "y"},
	{0x153, 0x153, "oe"},
}

// plainLetters are a letter's own without accents, "" for what is no letter or figure.
func plainLetters(r rune) string {
	if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
		return string(r)
	}
	for _, a := range accented {
		if r >= a.from && r <= a.to {
			return a.plain
		}
	}
	return ""
}
