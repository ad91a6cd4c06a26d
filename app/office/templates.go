package office

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"bienvenue/app/coop"
	"bienvenue/app/template"
)

// Template is the text that papers of a kind are made with in a language: the coop's last published
// version, else the program's. coop.ErrNotFound when there is none in that language. One that the coop published
// before the program asked more of such a text is refused until it is completed; the others work on.
func (o *Office) Template(ctx context.Context, name coop.TemplateName) (template.Template, error) {
	all, err := o.allTemplates(ctx)
	if err != nil {
		return template.Template{}, fmt.Errorf("find template: %w", err)
	}
	found, ok := all[name]
	if !ok {
		return template.Template{}, fmt.Errorf("template %s in %s: %w", name.Kind, name.Language, coop.ErrNotFound)
	}
	if len(found.Faults) > 0 {
		return template.Template{}, errors.Join(coop.Refuse("template.refused.outdated", map[string]any{
			"Title": cmp.Or(found.Title, string(name.Kind)), "Language": name.Language,
		}), found.Faults)
	}
	return found.Template, nil
}

// TemplateLanguages lists the languages in which papers of a kind can be made, French first. A language whose
// text must be completed before is among them: Template says so.
func (o *Office) TemplateLanguages(ctx context.Context, kind coop.PaperKind) ([]string, error) {
	all, err := o.allTemplates(ctx)
	if err != nil {
		return nil, fmt.Errorf("list languages: %w", err)
	}
	var languages []string
	for name := range all {
		if name.Kind == kind {
			languages = append(languages, name.Language)
		}
	}
	slices.SortFunc(languages, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), cmp.Compare(a, b))
	})
	return languages, nil
}

// rank puts the law's language first.
func rank(language string) int {
	if language == french {
		return 0
	}
	return 1
}

const french = "fr"

// allTemplates are all templates that papers are made with now, with what is wrong in those that the coop
// published for an earlier program.
func (o *Office) allTemplates(ctx context.Context) (map[coop.TemplateName]templateReading, error) {
	shipped, err := o.shippedTemplates()
	if err != nil {
		return nil, err
	}
	published, err := o.store.Templates(ctx)
	if err != nil {
		return nil, err
	}
	all := make(map[coop.TemplateName]templateReading, len(shipped)+len(published))
	for name, t := range shipped {
		all[name] = templateReading{Template: t}
	}
	for _, p := range published {
		name := coop.TemplateName{Kind: p.Kind, Language: p.Language}
		t, err := o.binder.read(p.Source)
		faults := template.Found(err)
		if err != nil && len(faults) == 0 {
			return nil, fmt.Errorf("template %s %d in %s: %w", p.Kind, p.Version, p.Language, err)
		}
		t.Version, t.Title = p.Version, cmp.Or(t.Title, all[name].Title)
		all[name] = templateReading{t, faults}
	}
	return all, nil
}

// shippedTemplates are the program's own.
func (o *Office) shippedTemplates() (map[coop.TemplateName]template.Template, error) {
	all := make(map[coop.TemplateName]template.Template, len(o.papers))
	for file, source := range o.papers {
		t, err := o.binder.read(source)
		if err != nil {
			return nil, fmt.Errorf("template file %s: %w", file, err)
		}
		all[coop.TemplateName{Kind: t.Kind, Language: t.Language}] = t
	}
	return all, nil
}

// binder remembers templates that were read: a batch asks for the same one a thousand times. What it
// gives is everybody's: to look at, never to change.
type binder struct {
	mu   sync.Mutex
	seen map[string]template.Template // by source
}

// mostBound is far more than a coop has templates in use.
const mostBound = 256

func (b *binder) read(source []byte) (template.Template, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if t, ok := b.seen[string(source)]; ok {
		return t, nil
	}
	t, err := template.Read(source)
	if err != nil {
		return t, err
	}
	if b.seen == nil || len(b.seen) >= mostBound {
		b.seen = map[string]template.Template{}
	}
	b.seen[string(source)] = t
	return t, nil
}
