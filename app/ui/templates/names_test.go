package templates

import (
	"io/fs"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
	"bienvenue/assets"
)

// said are the words of a language.
func said(t *testing.T, language string) *i18n.Words {
	t.Helper()
	folder, err := fs.Sub(assets.Words, "words")
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := i18n.Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	return catalog.Words(language, time.UTC)
}

func TestEveryKindRoleAndFactHasItsName(t *testing.T) {
	for _, language := range i18n.Languages() {
		w := said(t, language)
		facts := map[string]string{}
		for _, kind := range coop.TemplateKinds() {
			if i18n.PaperKindKey(kind) == "" || kindAboutKey(kind) == "" {
				t.Errorf("%s has no name", kind)
			}
			for _, name := range template.Fields(kind) {
				if fieldKey(name) == "" {
					t.Errorf("the fact %q has no name: give it one in names.go", name)
					continue
				}
				word := w.T(fieldKey(name))
				if other, taken := facts[word]; taken && other != name {
					t.Errorf("%q is both %s and %s", word, name, other)
				}
				facts[word] = name
				text := "Voici {" + name + "|rien} et {" + name + "}."
				if got := written(w, kind, spoken(w, text)); got != text {
					t.Errorf("%q comes back as %q", text, got)
				}
			}
		}
		for _, r := range template.Roles() {
			if roleKey(r) == "" {
				t.Errorf("the role %q has no name", r)
			}
		}
	}
}

func TestANameThatIsNoneStaysAsItWasWritten(t *testing.T) {
	w := said(t, i18n.Default)
	for text, want := range map[string]string{
		"{ Nom de la Personne }":    "{name}",
		"{nom du chat|Minou}":       "{nom du chat|Minou}",
		"{nom de la personne":       "{nom de la personne",
		"{jour de la visite|}":      "{visit-day|}",
		"une accolade } et {} rien": "une accolade } et {} rien",
	} {
		if got := written(w, coop.ClosingLetter, text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
