// Package i18n turns keys into the words of one language, and days, hours, sums and names into
// the way that language writes them. It knows the translation files it is handed and nothing else.
package i18n

import (
	"fmt"
	"io/fs"
	"path"
	"time"

	"github.com/goccy/go-yaml"
	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Args names what a sentence speaks of: {{.Name}} in the file is Args{"Name": …}.
type Args = map[string]any

// Default is the language of the texts when nothing else was chosen.
const Default = "fr"

// Languages lists the languages that the interface speaks, the default one first.
func Languages() []string { return []string{"fr", "en"} }

// Catalog holds the words of all languages.
type Catalog struct {
	bundle *goi18n.Bundle
	keys   map[string]map[string]bool // by language
}

// Load reads every file *.LANGUAGE.yaml of a folder: flat keys, each a sentence or its plural
// forms (one, other). A key that stands in two files is an error.
func Load(files fs.FS) (*Catalog, error) {
	c := &Catalog{bundle: goi18n.NewBundle(language.French), keys: map[string]map[string]bool{}}
	c.bundle.RegisterUnmarshalFunc("yaml", yaml.Unmarshal)
	names, err := fs.Glob(files, "*.yaml")
	if err != nil {
		return nil, fmt.Errorf("list translations: %w", err)
	}
	for _, name := range names {
		if err := c.read(files, name); err != nil {
			return nil, fmt.Errorf("read translations %s: %w", path.Base(name), err)
		}
	}
	return c, nil
}

func (c *Catalog) read(files fs.FS, name string) error {
	source, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	file, err := c.bundle.ParseMessageFileBytes(source, name)
	if err != nil {
		return err
	}
	lang := file.Tag.String()
	if c.keys[lang] == nil {
		c.keys[lang] = map[string]bool{}
	}
	for _, m := range file.Messages {
		if c.keys[lang][m.ID] {
			return fmt.Errorf("key %q stands in two files", m.ID)
		}
		c.keys[lang][m.ID] = true
	}
	return nil
}

// Keys lists the keys that a language has words for.
func (c *Catalog) Keys(lang string) map[string]bool { return c.keys[lang] }

// Words gives the words of one language; times are told in the zone. An unknown language gives the default one.
func (c *Catalog) Words(lang string, zone *time.Location) *Words {
	if c.keys[lang] == nil {
		lang = Default
	}
	return &Words{
		lang: lang, zone: zone, keys: c.keys[lang],
		localizer: goi18n.NewLocalizer(c.bundle, lang),
		printer:   message.NewPrinter(language.Make(lang)),
	}
}

// Words speaks one language. It may be used by several goroutines at once.
type Words struct {
	lang      string
	zone      *time.Location
	keys      map[string]bool
	localizer *goi18n.Localizer
	printer   *message.Printer
}

// Language is the language's code, « fr ».
func (w *Words) Language() string { return w.lang }

// T is the sentence of a key. A key without words shows as ⟦key⟧, so that nobody overlooks it.
func (w *Words) T(key string, args ...Args) string {
	return w.say(&goi18n.LocalizeConfig{MessageID: key, TemplateData: w.merge(args)}, key)
}

// N is the sentence of a key for a number, in its singular or plural form; the number itself is {{.Count}}.
func (w *Words) N(key string, n int, args ...Args) string {
	data := w.merge(args)
	if data == nil {
		data = Args{}
	}
	data["Count"] = w.Number(n)
	return w.say(&goi18n.LocalizeConfig{MessageID: key, TemplateData: data, PluralCount: n}, key)
}

func (w *Words) say(config *goi18n.LocalizeConfig, key string) string {
	if !w.keys[key] {
		return "⟦" + key + "⟧"
	}
	text, err := w.localizer.Localize(config)
	if err != nil {
		return "⟦" + key + "⟧"
	}
	return text
}

// merge makes one of several arguments. An instant is said as its hour by the coop's clock: the rules
// know no language.
func (w *Words) merge(args []Args) Args {
	if len(args) == 0 {
		return nil
	}
	all := Args{}
	for _, a := range args {
		for k, v := range a {
			if t, ok := v.(time.Time); ok {
				v = w.Hour(t)
			}
			all[k] = v
		}
	}
	return all
}
