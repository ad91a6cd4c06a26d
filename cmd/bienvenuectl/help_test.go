package main

import (
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	"bienvenue/app/i18n"
	"bienvenue/assets"
)

// TestEveryCommandIsExplained looks at every command, argument and option in every language.
func TestEveryCommandIsExplained(t *testing.T) {
	files, err := fs.Sub(assets.Words, "words")
	if err != nil {
		t.Fatal(err)
	}
	catalog, err := i18n.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	for _, language := range i18n.Languages() {
		words := catalog.Words(language, time.UTC)
		var c commands
		parser, err := kong.New(&c, helpVariables(words), textVariables(words), diaryVariables(words))
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
