package template

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"
)

// Write gives the template as the YAML that Read reads back, blanks around texts aside. A faulty one comes
// back as it is too, with its faults.
func (t Template) Write() ([]byte, error) {
	f := t.file()
	source, err := yaml.MarshalWithOptions(f, yaml.UseLiteralStyleIfMultiline(true), yaml.IndentSequence(true))
	if err != nil {
		return nil, fmt.Errorf("write template: %w", err)
	}
	if readsBack(source, f) {
		return source, nil
	}
	// Some texts of several lines are no literal of YAML's: they are quoted.
	if source, err = yaml.MarshalWithOptions(f, yaml.JSON()); err != nil {
		return nil, fmt.Errorf("write template: %w", err)
	}
	return source, nil
}

func readsBack(source []byte, f file) bool {
	var back file
	err := yaml.NewDecoder(bytes.NewReader(source), yaml.Strict()).Decode(&back)
	return err == nil && reflect.DeepEqual(back, f)
}

// file is the template as its YAML has it.
func (t Template) file() file {
	f := file{Kind: string(t.Kind), Language: t.Language, Version: t.Version, Title: strings.TrimSpace(t.Title)}
	for _, b := range t.Blocks {
		out := fileBlock{ID: b.ID, As: string(b.As), Label: b.Label, Text: strings.TrimSpace(b.Text)}
		if !b.When.Empty() {
			w := fileWhen(b.When)
			out.When = &w
		}
		for _, c := range b.Choices {
			out.Choices = append(out.Choices, fileChoice{c.ID, strings.TrimSpace(c.Label)})
		}
		for _, s := range b.Sources {
			out.Sources = append(out.Sources, fileSource{strings.TrimSpace(s.Text), string(s.Checked), s.Confirm})
		}
		f.Blocks = append(f.Blocks, out)
	}
	return f
}
