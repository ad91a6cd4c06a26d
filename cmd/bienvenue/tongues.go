package main

import (
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/assets"
)

// tongues reads the words of each language when it is first spoken. It may be used by several
// goroutines at once.
type tongues struct {
	start string // the language before the settings are known

	mu     sync.Mutex
	zone   *time.Location
	spoken map[string]*i18n.Catalog
}

func newTongues(asked string) *tongues {
	t := &tongues{start: asked, zone: time.UTC, spoken: map[string]*i18n.Catalog{}}
	if t.start == "" {
		t.start = systemLanguage(os.Getenv)
	}
	return t
}

// systemLanguage is the computer's language where we speak it, else the usual one.
func systemLanguage(env func(string) string) string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env(name); value != "" {
			language, _, _ := strings.Cut(value, "_")
			if slices.Contains(i18n.Languages(), language) {
				return language
			}
			break
		}
	}
	return i18n.Default
}

// in sets the zone in which times are told.
func (t *tongues) in(zone *time.Location) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.zone = zone
}

// Words are the words of a language.
func (t *tongues) Words(language string) (*i18n.Words, error) {
	if !slices.Contains(i18n.Languages(), language) {
		language = i18n.Default
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.spoken[language] == nil {
		words, err := fs.Sub(assets.Words, "words")
		if err != nil {
			return nil, fmt.Errorf("read the words: %w", err)
		}
		catalog, err := i18n.Load(oneLanguage{words, language})
		if err != nil {
			return nil, fmt.Errorf("read the words: %w", err)
		}
		t.spoken[language] = catalog
	}
	return t.spoken[language].Words(language, t.zone), nil
}

// first are the words of the start. The program's own words are inside it: that they can be read
// is held by tests, so that a fault here shows keys and not a crash.
func (t *tongues) first() *i18n.Words {
	words, err := t.Words(t.start)
	if err != nil {
		return (&i18n.Catalog{}).Words(t.start, time.UTC)
	}
	return words
}

// oneLanguage is the folder of words with the files of one language only.
type oneLanguage struct {
	fs.FS
	language string
}

// Glob implements fs.GlobFS.
func (o oneLanguage) Glob(pattern string) ([]string, error) {
	names, err := fs.Glob(o.FS, pattern)
	return slices.DeleteFunc(names, func(name string) bool {
		return !strings.HasSuffix(name, "."+o.language+".yaml")
	}), err
}

// Speech implements office.Texts: how a script's language says sums, months and phones.
func (t *tongues) Speech(language string) office.Speech {
	words, err := t.Words(language)
	if err != nil {
		return t.first()
	}
	return words
}

// Scripts implements office.Texts.
func (t *tongues) Scripts() ([]office.ScriptFile, error) {
	entries, err := fs.ReadDir(assets.Scripts, "scripts")
	if err != nil {
		return nil, fmt.Errorf("list the scripts: %w", err)
	}
	files := make([]office.ScriptFile, 0, len(entries))
	for _, e := range entries {
		source, err := fs.ReadFile(assets.Scripts, "scripts/"+e.Name())
		if err != nil {
			return nil, fmt.Errorf("read a script: %w", err)
		}
		files = append(files, office.ScriptFile{Name: e.Name(), Source: source})
	}
	return files, nil
}
