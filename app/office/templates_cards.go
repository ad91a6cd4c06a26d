package office

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/template"
)

// TemplateCard is a template as the list of texts shows it.
type TemplateCard struct {
	Name      coop.TemplateName
	Template  template.Template    // what papers are made with, else the draft
	Faults    template.FaultsError // what is wrong in it
	Version   int                  // 0 for one that was never published
	Own       bool                 // published by the coop
	Published time.Time            // zero for the program's own
	By        string               // who published it
	Note      string
	Draft     *DraftCard // nil when nobody is writing
	Update    int        // a newer version of the program's that is not taken into account, 0 for none
	Shipped   bool       // the program brings a text of its own for it
	Oldest    coop.Day   // on which one of its sentences was compared with its source, "" when none was
	Unchecked int        // sentences that were never compared with their source, or that are yet to be read by a lawyer
}

// TemplateCards lists all templates in the order of their kinds, French first.
func (o *Office) TemplateCards(ctx context.Context, _ coop.Actor) ([]TemplateCard, error) {
	names, err := o.staffNames(ctx)
	if err != nil {
		return nil, fmt.Errorf("list templates: %w", err)
	}
	all, err := o.folders(ctx)
	if err != nil {
		return nil, fmt.Errorf("list templates: %w", err)
	}
	cards := make([]TemplateCard, 0, len(all))
	for _, f := range all {
		cards = append(cards, f.card(names))
	}
	return cards, nil
}

// folder is what there is of one template: any of its parts may be missing.
type folder struct {
	name      coop.TemplateName
	shipped   *template.Template
	published *coop.StoredTemplate
	draft     *coop.TemplateDraft
}

// folders lists what there is of every template, in the order of their kinds, French first.
func (o *Office) folders(ctx context.Context) ([]*folder, error) {
	shipped, err := o.shippedTemplates()
	if err != nil {
		return nil, err
	}
	published, err := o.store.Templates(ctx)
	if err != nil {
		return nil, err
	}
	drafts, err := o.store.TemplateDrafts(ctx)
	if err != nil {
		return nil, err
	}
	byName := map[coop.TemplateName]*folder{}
	var all []*folder
	of := func(name coop.TemplateName) *folder {
		if byName[name] == nil {
			byName[name] = &folder{name: name}
			all = append(all, byName[name])
		}
		return byName[name]
	}
	for name, t := range shipped {
		of(name).shipped = &t
	}
	for _, p := range published {
		of(coop.TemplateName{Kind: p.Kind, Language: p.Language}).published = &p
	}
	for _, d := range drafts {
		of(coop.TemplateName{Kind: d.Kind, Language: d.Language}).draft = &d
	}
	kinds := coop.TemplateKinds()
	slices.SortFunc(all, func(a, b *folder) int {
		return cmp.Or(
			cmp.Compare(slices.Index(kinds, a.name.Kind), slices.Index(kinds, b.name.Kind)),
			cmp.Compare(rank(a.name.Language), rank(b.name.Language)), cmp.Compare(a.name.Language, b.name.Language),
		)
	})
	return all, nil
}

// folderOf is what there is of one template; coop.ErrNotFound when there is nothing.
func (o *Office) folderOf(ctx context.Context, name coop.TemplateName) (*folder, error) {
	all, err := o.folders(ctx)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(f *folder) bool { return f.name == name })
	if i < 0 {
		return nil, fmt.Errorf("template %s in %s: %w", name.Kind, name.Language, coop.ErrNotFound)
	}
	return all[i], nil
}

// templateReading is a template as far as it could be understood, and what is wrong in it.
type templateReading struct {
	template.Template
	Faults template.FaultsError
}

// readTemplate reads a template of a name, whatever its file says of itself.
func readTemplate(name coop.TemplateName, source []byte) templateReading {
	t, err := template.Read(source)
	t.Kind, t.Language = name.Kind, name.Language
	return templateReading{t, template.Found(err)}
}

// leading is the version that papers are made with, as a copy that may be changed.
func (f *folder) leading() templateReading {
	switch {
	case f.published != nil:
		r := readTemplate(f.name, f.published.Source)
		r.Version = f.published.Version
		if r.Title == "" && f.shipped != nil { // an earlier program wrote what can no longer be read at all
			r.Title = f.shipped.Title
		}
		return r
	case f.shipped != nil:
		return templateReading{Template: f.shipped.Clone()}
	}
	return templateReading{}
}

// taken is the program's version that is taken into account: in the draft, else in what was published.
func (f *folder) taken() int {
	if f.draft != nil {
		return f.draft.Shipped
	}
	return f.shippedIn()
}

// shippedIn is the program's version that is taken into account in what leads.
func (f *folder) shippedIn() int {
	switch {
	case f.published != nil:
		return f.published.Shipped
	case f.shipped != nil:
		return f.shipped.Version
	}
	return 0
}

// update is a newer version of the program's that is not taken into account, 0 for none.
func (f *folder) update() int {
	if f.shipped == nil || f.shipped.Version <= f.taken() {
		return 0
	}
	return f.shipped.Version
}

// version is the number of what leads, 0 for a template that was never published.
func (f *folder) version() int {
	switch {
	case f.published != nil:
		return f.published.Version
	case f.shipped != nil:
		return f.shipped.Version
	}
	return 0
}

func (f *folder) card(names map[coop.StaffID]string) TemplateCard {
	read := f.leading()
	if f.version() == 0 && f.draft != nil {
		read = readTemplate(f.name, f.draft.Source)
	}
	card := TemplateCard{
		Name: f.name, Template: read.Template, Faults: read.Faults, Version: f.version(), Update: f.update(),
		Shipped: f.shipped != nil, Oldest: read.Oldest(), Unchecked: read.Unchecked(),
	}
	if p := f.published; p != nil {
		card.Own, card.Published, card.By, card.Note = true, p.Published, names[p.By], p.Note
	}
	if f.draft != nil {
		card.Draft = &DraftCard{Saved: f.draft.Saved, By: names[f.draft.By]}
	}
	return card
}

// TemplateVersion is a version of a template, with who published it.
type TemplateVersion struct {
	Template  template.Template
	Version   int
	Published time.Time // zero for one that the program brought
	By        string    // "" for one that the program brought
	Note      string
}

// TemplateVersions lists all versions of a template, the newest first: those that the coop published,
// and the program's own of now.
func (o *Office) TemplateVersions(ctx context.Context, _ coop.Actor, name coop.TemplateName) ([]TemplateVersion, error) {
	all, err := o.templateVersions(ctx, name)
	if err != nil {
		return nil, fmt.Errorf("list the versions of %s: %w", name.Kind, err)
	}
	return all, nil
}

func (o *Office) templateVersions(ctx context.Context, name coop.TemplateName) ([]TemplateVersion, error) {
	f, err := o.folderOf(ctx, name)
	if err != nil {
		return nil, err
	}
	names, err := o.staffNames(ctx)
	if err != nil {
		return nil, err
	}
	kept, err := o.store.TemplateVersions(ctx, name)
	if err != nil {
		return nil, err
	}
	all := make([]TemplateVersion, 0, len(kept)+1)
	for _, k := range kept {
		read := readTemplate(name, k.Source)
		read.Version = k.Version
		all = append(all, TemplateVersion{Template: read.Template, Version: k.Version, Published: k.Published, By: names[k.By], Note: k.Note})
	}
	if f.shipped != nil {
		all = append(all, TemplateVersion{Template: f.shipped.Clone(), Version: f.shipped.Version})
		slices.SortStableFunc(all, func(a, b TemplateVersion) int { return b.Version - a.Version })
	}
	return all, nil
}
