// Package tongue gives the program its words, language by language, and the scripts that it ships, the
// same for the window and for the terminal.
package tongue

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"sync"
	"time"

	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/assets"
)

// Tongues reads the words of each language when it is first spoken. It may be used by several
// goroutines at once.
type Tongues struct {
	start string // the language before the settings are known

	mu     sync.Mutex
	zone   *time.Location
	spoken map[string]*i18n.Catalog
}

// New speaks a language until another is asked for.
func New(start string) *Tongues {
	return &Tongues{start: start, zone: time.UTC, spoken: map[string]*i18n.Catalog{}}
}

// Start is the language before the settings are known.
func (t *Tongues) Start() string { return t.start }

// In sets the zone in which times are told.
func (t *Tongues) In(zone *time.Location) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.zone = zone
}

// Words are the words of a language.
func (t *Tongues) Words(language string) (*i18n.Words, error) {
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

// First are the words of the start. The program's own words are inside it: that they can be read
// is held by tests, so that a fault here shows keys and not a crash.
func (t *Tongues) First() *i18n.Words {
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
func (t *Tongues) Speech(language string) office.Speech {
	words, err := t.Words(language)
	if err != nil {
		return t.First()
	}
	return words
}

// Scripts implements office.Texts.
func (t *Tongues) Scripts() ([]office.ScriptFile, error) {
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
