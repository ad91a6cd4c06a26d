package template_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/template"
	"bienvenue/assets"
)

func TestEveryShippedTemplateIsSound(t *testing.T) {
	for file, source := range assets.Papers() {
		one, err := template.Read(source)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		if want := string(one.Kind) + "." + one.Language + ".yaml"; file != want {
			t.Errorf("%s holds %s", file, want)
		}
		again, err := one.Write()
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		back, err := template.Read(again)
		if err != nil {
			t.Errorf("%s read back: %v\n%s", file, err, again)
		}
		if diff := cmp.Diff(one, back); diff != "" {
			t.Errorf("%s read back differs:\n%s", file, diff)
		}
	}
}

const letter = `kind: closing-letter
language: fr
version: 1
title: Un courrier
blocks:
  - {id: subject, as: subject, text: "Bonjour {name|à vous}"}
  - {id: owner, when: {product: [vefa, brs]}, text: Pour qui achète.}
  - {id: agm, text: "Assemblée : {agm-day}."}
  - {id: no-agm, when: {unknown: [agm-day]}, text: La date viendra.}
`

func TestATextNamesWhatIsKnown(t *testing.T) {
	one, err := template.Read([]byte(letter))
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct {
		facts template.Facts
		want  []string
	}{
		"nothing is known": {template.Facts{}, []string{"Bonjour à vous", "La date viendra."}},
		"all is known": {
			template.Facts{Product: "vefa", Fields: map[string]string{"name": "Mme LEFÈVRE", "agm-day": "mardi 2 juin"}},
			[]string{"Bonjour Mme LEFÈVRE", "Pour qui achète.", "Assemblée : mardi 2 juin."},
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, b := range one.Fill(c.facts) {
				got = append(got, b.Text)
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestAFaultyTemplateIsRefusedWithWhatIsWrong(t *testing.T) {
	cases := map[string]struct{ from, to, key, block string }{
		"an unknown field":         {"{name|à vous}", "{nom}", "template.refused.field", "subject"},
		"a name with blanks":       {"{name|à vous}", "{nom du chat}", "template.refused.field", "subject"},
		"a field of another kind":  {"{name|à vous}", "{visit-day}", "template.refused.field", "subject"},
		"a lone brace":             {"{name|à vous}", "{name", "template.refused.braces", "subject"},
		"an unknown product":       {"vefa", "villa", "template.refused.when", "owner"},
		"two blocks of one name":   {"id: agm", "id: owner", "template.refused.twice", "owner"},
		"no subject":               {"as: subject, ", "", "template.refused.subject", ""},
		"an empty text":            {"Pour qui achète.", `""`, "template.refused.empty", "owner"},
		"an unknown kind":          {"closing-letter", "postcard", "template.refused.kind", ""},
		"a misspelt name":          {"title:", "titel:", "template.refused.syntax", ""},
		"a role that is none":      {"as: subject", "as: headline", "template.refused.role", "subject"},
		"a question to some":       {"when: {product: [vefa, brs]}, text: Pour qui achète.", "as: question, when: {product: [vefa]}, text: Oui ?, choices: [{id: yes, label: Oui}]", "template.refused.always", "owner"},
		"a question with a hole":   {"{id: agm, text: \"Assemblée : {agm-day}.\"}", "{id: agm, as: question, text: \"Le {agm-day} ?\", choices: [{id: yes, label: Oui}]}", "template.refused.always", "agm"},
		"choices without question": {"La date viendra.", "La date viendra., choices: [{id: yes, label: Oui}]", "template.refused.choices", "no-agm"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			source := strings.Replace(letter, c.from, c.to, 1)
			if source == letter {
				t.Fatal("nothing was spoilt")
			}
			_, err := template.Read([]byte(source))
			for _, f := range template.Found(err) {
				if f.Key == c.key && f.Block == c.block {
					return
				}
			}
			t.Errorf("got %v, want %s at %q", err, c.key, c.block)
		})
	}
}

func FuzzReadNeverFails(f *testing.F) {
	f.Add([]byte(letter))
	for _, source := range assets.Papers() {
		f.Add(source)
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		one, err := template.Read(source)
		if err != nil {
			return
		}
		one.Fill(template.Facts{Product: string(coop.Rental)})
		again, err := one.Write()
		if err != nil {
			t.Fatal(err)
		}
		back, err := template.Read(again)
		if err != nil {
			t.Fatalf("read back: %v\n%s", err, again)
		}
		if diff := cmp.Diff(one, back); diff != "" {
			t.Errorf("read back differs:\n%s\n%s", diff, again)
		}
	})
}
