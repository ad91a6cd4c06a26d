package template

import (
	"fmt"

	"github.com/goccy/go-yaml"
)

// Write gives the template as the YAML that Read reads back.
func (t Template) Write() ([]byte, error) {
	f := file{Kind: string(t.Kind), Language: t.Language, Version: t.Version, Title: t.Title}
	for _, b := range t.Blocks {
		out := fileBlock{ID: b.ID, As: string(b.As), Label: b.Label, Text: b.Text}
		if !b.When.Empty() {
			w := fileWhen(b.When)
			out.When = &w
		}
		for _, c := range b.Choices {
			out.Choices = append(out.Choices, fileChoice(c))
		}
		for _, s := range b.Sources {
			out.Sources = append(out.Sources, fileSource{s.Text, string(s.Checked), s.Confirm})
		}
		f.Blocks = append(f.Blocks, out)
	}
	source, err := yaml.MarshalWithOptions(f, yaml.UseLiteralStyleIfMultiline(true), yaml.IndentSequence(true))
	if err != nil {
		return nil, fmt.Errorf("write template: %w", err)
	}
	return source, nil
}
