package draft

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"

	"bienvenue/app/script"
)

// Term is a word of the trade that a cooperator may not know.
type Term struct {
	Name      string   `yaml:"name"`
	Forms     []string `yaml:"forms"`     // as it is said, the name itself where it is one of them
	Says      string   `yaml:"says"`      // what it means, as one would say it aloud
	Explained []string `yaml:"explained"` // clue words: one of them in the same step explains the term

	forms, clues []string // folded, between spaces
	longer       []string // forms of other terms that hold one of this one's
}

// Terms are the words of the trade. The zero value knows none.
type Terms struct{ all []Term }

// ReadTerms reads a glossary in YAML: a list of terms.
func ReadTerms(src []byte) (Terms, error) {
	var all []Term
	if err := yaml.UnmarshalWithOptions(src, &all, yaml.Strict()); err != nil {
		return Terms{}, fmt.Errorf("read the glossary: %w", err)
	}
	for i := range all {
		t := &all[i]
		if t.Name == "" || t.Says == "" || len(t.Forms) == 0 {
			return Terms{}, fmt.Errorf("read the glossary: term %d (%q) lacks its name, its forms or what it says", i+1, t.Name)
		}
		t.forms, t.clues = plainAll(t.Forms), plainAll(t.Explained)
	}
	for i := range all {
		all[i].longer = longer(all, i)
	}
	slices.SortStableFunc(all, func(a, b Term) int { return strings.Compare(fold(a.Name), fold(b.Name)) })
	return Terms{all: all}, nil
}

// longer are the forms of other terms in which a term is found too, as a part of something else.
func longer(all []Term, i int) []string {
	var found []string
	for j, other := range all {
		for _, form := range other.forms {
			if i != j && saysOneOf(form, all[i].forms) && !slices.Contains(all[i].forms, form) {
				found = append(found, form)
			}
		}
	}
	return found
}

// All lists the terms in alphabetical order.
func (t Terms) All() []Term { return slices.Clone(t.all) }

// Undefined are the terms that a text uses and that neither it nor the texts around it explain: none
// of the term's clue words stands there.
func (t Terms) Undefined(text string, around ...string) []Term {
	said := plainText(text)
	var everything string
	var found []Term
	for _, term := range t.all {
		if !saysOneOf(said, term.forms) || !saysOneOf(without(said, term.longer), term.forms) {
			continue
		}
		if everything == "" {
			everything = said + plainText(strings.Join(around, "\n"))
		}
		if !saysOneOf(without(everything, term.forms), term.clues) {
			found = append(found, term)
		}
	}
	return found
}

// In lists the terms that a step's spoken wording uses and the step does not explain: neither its
// wordings hold a clue word, nor is the term asked back there.
func (t Terms) In(step script.Step) []Term {
	var asked []string
	for _, a := range step.Asked {
		asked = append(asked, a.Question)
	}
	back := plainText(strings.Join(asked, "\n"))
	return slices.DeleteFunc(t.Undefined(step.Say, step.Simple), func(term Term) bool { return saysOneOf(back, term.forms) })
}

// plainText is a text as terms are looked for in it: folded words with a space around each.
func plainText(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	for word := range strings.FieldsFuncSeq(fold(script.Fill(text, nil)), func(c rune) bool { return !isWord(c) }) {
		b.WriteString(word)
		b.WriteByte(' ')
	}
	return b.String()
}

func plainAll(texts []string) []string {
	all := make([]string, len(texts))
	for i, text := range texts {
		all[i] = plainText(text)
	}
	return all
}

func saysOneOf(text string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(phrase string) bool { return strings.Contains(text, phrase) })
}

// without is a text without the term itself, so that « bail réel solidaire » does not explain itself.
func without(text string, forms []string) string {
	for _, form := range forms {
		text = strings.ReplaceAll(text, form, " ")
	}
	return text
}
