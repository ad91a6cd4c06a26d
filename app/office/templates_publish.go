package office

import (
	"context"
	"fmt"
	"reflect"

	"bienvenue/app/coop"
	"bienvenue/app/template"
)

// PublishTemplate makes the draft of a template its next version, with which papers are made from now on.
// A faulty draft is refused with all that is wrong in it (template.Found).
func (o *Office) PublishTemplate(ctx context.Context, by coop.Actor, name coop.TemplateName, note string) (coop.StoredTemplate, error) {
	note, err := notedBy(by, note)
	if err != nil {
		return coop.StoredTemplate{}, err
	}
	f, err := o.folderOf(ctx, name)
	if err != nil {
		return coop.StoredTemplate{}, fmt.Errorf("publish template: %w", err)
	}
	if f.draft == nil {
		return coop.StoredTemplate{}, coop.Refuse("template.refused.nothing", nil)
	}
	read := readTemplate(name, f.draft.Source)
	if len(read.Faults) > 0 {
		return coop.StoredTemplate{}, refusedTemplate("template.refused.faults", read.Faults)
	}
	if f.leads(read.Template, f.draft.Shipped) {
		return coop.StoredTemplate{}, coop.Refuse("template.refused.same", nil)
	}
	return o.publishTemplate(ctx, by, f, read.Template, coop.StoredTemplate{Shipped: f.draft.Shipped, Note: note}, true)
}

// RestoreTemplate publishes an older version again as the next one; version 0 is the program's own text. A
// draft stays as it is.
func (o *Office) RestoreTemplate(ctx context.Context, by coop.Actor, name coop.TemplateName, version int, note string) (coop.StoredTemplate, error) {
	note, err := notedBy(by, note)
	if err != nil {
		return coop.StoredTemplate{}, err
	}
	f, err := o.folderOf(ctx, name)
	if err != nil {
		return coop.StoredTemplate{}, fmt.Errorf("restore template: %w", err)
	}
	text, shipped, err := o.earlier(ctx, f, version)
	if err != nil {
		return coop.StoredTemplate{}, err
	}
	if f.leads(text, shipped) {
		return coop.StoredTemplate{}, coop.Refuse("template.refused.same", nil)
	}
	if faults := text.Check(); len(faults) > 0 {
		return coop.StoredTemplate{}, refusedTemplate("template.refused.faults", faults)
	}
	return o.publishTemplate(ctx, by, f, text, coop.StoredTemplate{Shipped: shipped, Note: note}, false)
}

// earlier is a text that there was before, and the program's version that it takes into account.
func (o *Office) earlier(ctx context.Context, f *folder, version int) (template.Template, int, error) {
	if version == 0 && f.shipped == nil {
		return template.Template{}, 0, coop.Refuse("template.refused.not-shipped", nil)
	}
	if f.shipped != nil && (version == 0 || version == f.shipped.Version && f.published == nil) {
		return f.shipped.Clone(), f.shipped.Version, nil
	}
	kept, err := o.store.TemplateVersions(ctx, f.name)
	if err != nil {
		return template.Template{}, 0, fmt.Errorf("restore template: %w", err)
	}
	for _, k := range kept {
		if k.Version == version {
			return readTemplate(f.name, k.Source).Template, k.Shipped, nil
		}
	}
	return template.Template{}, 0, fmt.Errorf("version %d of %s: %w", version, f.name.Kind, coop.ErrNotFound)
}

// publishTemplate keeps a text as the template's next version, and ends its draft when that is the text.
func (o *Office) publishTemplate(
	ctx context.Context, by coop.Actor, f *folder, t template.Template, next coop.StoredTemplate, drafted bool,
) (coop.StoredTemplate, error) {
	var err error
	if t.Version, err = o.nextTemplate(ctx, f); err != nil {
		return coop.StoredTemplate{}, err
	}
	if next.Source, err = t.Write(); err != nil {
		return coop.StoredTemplate{}, fmt.Errorf("publish template: %w", err)
	}
	next.Kind, next.Language, next.Version = f.name.Kind, f.name.Language, t.Version
	next.Published, next.By = o.now().UTC(), by.Staff.ID
	c := coop.Change{Templates: []coop.StoredTemplate{next}}
	if drafted {
		c.Untemplate = []coop.TemplateName{f.name}
	}
	about := map[string]any{"language": next.Language, "version": next.Version, "note": next.Note}
	e, err := o.entry(by, coop.ActTemplatePublished, coop.OnTemplate, string(next.Kind), "", about)
	if err != nil {
		return coop.StoredTemplate{}, err
	}
	c.Entries = []coop.Entry{e}
	return next, o.keep(ctx, "publish template", c)
}

// nextTemplate is above every version of the template that there is: published or brought by the program.
func (o *Office) nextTemplate(ctx context.Context, f *folder) (int, error) {
	kept, err := o.store.TemplateVersions(ctx, f.name)
	if err != nil {
		return 0, fmt.Errorf("number the version: %w", err)
	}
	highest := max(f.version(), f.taken())
	if f.shipped != nil {
		highest = max(highest, f.shipped.Version)
	}
	for _, k := range kept {
		highest = max(highest, k.Version)
	}
	return highest + 1, nil
}

// leads says whether papers are made with a text already, with the program's version that it takes into account.
func (f *folder) leads(t template.Template, shipped int) bool {
	if f.version() == 0 {
		return false
	}
	leading := f.leading()
	leading.Version, t.Version = 0, 0
	return len(leading.Faults) == 0 && reflect.DeepEqual(leading.Template, t) && shipped == f.shippedIn()
}
