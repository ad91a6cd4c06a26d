package main

import (
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"bienvenue/app/i18n"
	"bienvenue/cmd/bienvenue/tongue"
)

// TestEveryCommandIsExplained looks at every command, argument and option in every language.
func TestEveryCommandIsExplained(t *testing.T) {
	tongues := tongue.New(i18n.Default)
	for _, language := range i18n.Languages() {
		words, err := tongues.Words(language)
		if err != nil {
			t.Fatal(err)
		}
		var c commands
		parser, err := kong.New(&c, helpVariables(words), textVariables(words), diaryVariables(words), batchVariables(words), paperVariables(words))
		if err != nil {
			t.Fatal(err)
		}
		explained := func(what, help string) {
			t.Helper()
			if help == "" || strings.ContainsAny(help, "⟦") || (language == "en" && strings.ContainsAny(help, "àéèêç")) {
				t.Errorf("%s, %s: %q", language, what, help)
			}
		}
		for _, leaf := range parser.Model.Leaves(true) {
			explained(leaf.Path(), leaf.Help)
			for _, p := range leaf.Positional {
				explained(leaf.Path()+" "+p.Name, p.Help)
			}
			for _, f := range leaf.Flags {
				explained(leaf.Path()+" --"+f.Name, f.Help)
			}
		}
	}
}
