package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/assets"
)

// personas are the invented people to rehearse a talk with, in a language.
func personas(language string) ([]script.Persona, error) {
	source := func(language string) (script.File, error) {
		name := "personas." + language + ".yaml"
		text, err := assets.Personas.ReadFile("rehearsal/" + name)
		return script.File{Name: name, Source: text}, err
	}
	own, err := source(i18n.Default)
	if err != nil {
		return nil, fmt.Errorf("read the invented people: %w", err)
	}
	var others []script.File
	for _, l := range i18n.Languages() {
		if l == i18n.Default {
			continue
		}
		other, err := source(l)
		if err != nil {
			return nil, fmt.Errorf("read the invented people: %w", err)
		}
		others = append(others, other)
	}
	all, err := script.ReadPersonas(own.Name, own.Source, others...)
	if err != nil {
		return nil, fmt.Errorf("read the invented people: %w", err)
	}
	for i := range all {
		all[i] = all[i].In(language)
	}
	return all, nil
}

// terms is the list of trade terms. It is inside the program: that it can be read is held by tests.
func terms() draft.Terms {
	read, err := draft.ReadTerms(assets.Glossary)
	if err != nil {
		return draft.Terms{}
	}
	return read
}

// mostScript is more than any script's file weighs; a larger one is refused with its own sentence.
const mostScript = 1 << 20

// readScript reads a script's file and those beside it that hold its texts in other languages.
func readScript(path string) ([]script.File, error) {
	id, _, _ := strings.Cut(filepath.Base(path), ".")
	beside, err := filepath.Glob(filepath.Join(filepath.Dir(path), id+".*.yaml"))
	if err != nil || len(beside) == 0 {
		beside = []string{path}
	}
	files := make([]script.File, 0, len(beside))
	for _, one := range beside {
		source, err := readAtMost(one, mostScript)
		if err != nil {
			return nil, fmt.Errorf("read a script: %w: %w", err, coop.Refuse("shell.refused.script", nil))
		}
		files = append(files, script.File{Name: filepath.Base(one), Source: source})
	}
	return files, nil
}

func readAtMost(path string, most int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(io.LimitReader(file, most))
	return text, errors.Join(err, file.Close())
}

// saveScript writes a script's files and says in which folder they lie; none is written over another.
func saveScript(folder string, files []script.File) (string, error) {
	for _, file := range files {
		if _, err := os.Stat(filepath.Join(folder, file.Name)); err == nil {
			return "", coop.Refuse("shell.refused.export", map[string]any{"Name": file.Name})
		}
	}
	for _, file := range files {
		if _, err := saveNew(folder, file.Name, file.Source); err != nil {
			return "", err
		}
	}
	return folder, nil
}
