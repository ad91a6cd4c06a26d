package paper

import (
	"slices"
	"strings"
	"unicode"

	"bienvenue/app/coop"
	"bienvenue/app/template"

	"golang.org/x/text/unicode/norm"
)

// Writes refuses a template with letters that none of the fonts has, and names them: a text in such a
// language is not to be printed as question marks. A person's name is no reason to refuse a paper: see
// Page.Replaced.
func Writes(t template.Template, fonts Fonts) error {
	families, err := familiesOf(fonts)
	if err != nil {
		return err
	}
	const most = 12 // letters named: they show which language it is
	var lacking []string
	for _, b := range t.Blocks {
		texts := []string{b.Text}
		for _, c := range b.Choices {
			texts = append(texts, c.Label)
		}
		for _, r := range norm.NFC.String(strings.Join(texts, " ")) {
			if letter := string(r); families[Regular].lacks(r) && !slices.Contains(lacking, letter) && len(lacking) < most {
				lacking = append(lacking, letter)
			}
		}
	}
	if len(lacking) == 0 {
		return nil
	}
	return coop.Refuse("letter.refused.letters", map[string]any{"Letters": strings.Join(lacking, " ")})
}

// lacks says whether a letter can only be written with another.
func (f family) lacks(r rune) bool {
	_, known := standIns[r]
	return !known && !f.has(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r)
}
