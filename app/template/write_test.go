package template_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/template"
	"bienvenue/assets"
)

func TestWhateverIsTypedIsReadBack(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "a lone brace": "Bonjour {name", "like YAML": ": - {x: [1]} # no", "quotes": "« \"'` »\\ \\n", "a list": "- un\n- deux",
		"an indented second line": "un\n  deux\n\n\n   trois", "an indented list": "- a:\n    b\n  - c", "blanks at line ends": "un  \ndeux \t\n",
		"a tab": "a\tb\n\tc", "windows": "un\r\ndeux\rtrois", "no break space": "Bonjour !\u202f?\u00a0", "an arrow": "→ 👋 ", "a document end": "---\n...\n",
		"a null": "null", "a number": "12", "a date": "2026-11-27", "a comment": "un # deux\n# trois", "line separators": "a\u2028b\u2029c\u0085d",
	} {
		t.Run(name, func(t *testing.T) {
			want := template.Template{
				Kind: "closing-letter", Language: "fr", Version: 2, Title: text,
				Blocks: []template.Block{
					{ID: "a", Label: "Label", Text: text, Sources: []template.Source{{Text: text, Checked: "2026-11-27"}}},
					{ID: "b", As: template.AsQuestion, Text: "x", Choices: []template.Choice{{ID: "c", Label: text}}},
				},
			}
			source, err := want.Write()
			if err != nil {
				t.Fatal(err)
			}
			got, _ := template.Read(source)
			want.Title, want.Blocks[0].Text = strings.TrimSpace(text), strings.TrimSpace(text)
			want.Blocks[0].Sources[0].Text, want.Blocks[1].Choices[0].Label = strings.TrimSpace(text), strings.TrimSpace(text)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("read back differs:\n%s\n%s", diff, source)
			}
		})
	}
}

func TestTheProgramsPapersAreWrittenForPeople(t *testing.T) {
	for name, source := range assets.Papers() {
		one, err := template.Read(source)
		if err != nil {
			t.Fatal(name, err)
		}
		written, err := one.Write()
		if err != nil || strings.HasPrefix(string(written), "{") {
			t.Errorf("%s is written as\n%s\n%v", name, written, err)
		}
	}
}

func TestACloneSharesNothing(t *testing.T) {
	one, err := template.Read([]byte(letter))
	if err != nil {
		t.Fatal(err)
	}
	again, _ := template.Read([]byte(letter))
	c := one.Clone()
	for i := range c.Blocks {
		b := &c.Blocks[i]
		b.Text = "x"
		for _, list := range [][]string{b.When.Product, b.When.Share, b.When.Place, b.When.Known, b.When.Unknown} {
			for j := range list {
				list[j] = "x"
			}
		}
		for j := range b.Sources {
			b.Sources[j].Text = "x"
		}
		for j := range b.Choices {
			b.Choices[j].Label = "x"
		}
	}
	if diff := cmp.Diff(again, one); diff != "" {
		t.Errorf("the template has changed:\n%s", diff)
	}
}
