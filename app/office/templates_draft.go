package office

import (
	"context"
	"errors"
	"fmt"

	"bienvenue/app/coop"
	"bienvenue/app/template"
)

// TemplateDraft is the next version of a template, as somebody writes it.
type TemplateDraft struct {
	Template template.Template
	Faults   template.FaultsError // what still keeps it from being published
	Base     int                  // the version that it was begun from, 0 for a new language
	Shipped  int                  // the program's version that is taken into account in it, 0 for none
	Rev      int                  // 0 while it is not kept
	Before   *template.Template   // the version that papers are made with; nil for a new language
	Program  *template.Template   // the program's own text of now; nil where it has none
}

// OpenTemplate is what somebody is writing of a template, else a draft begun from the version that
// papers are made with, or from the program's own where nothing of that can be read any more. Nothing is kept
// until the first change.
func (o *Office) OpenTemplate(ctx context.Context, _ coop.Actor, name coop.TemplateName) (TemplateDraft, error) {
	f, err := o.folderOf(ctx, name)
	if err != nil {
		return TemplateDraft{}, fmt.Errorf("open template: %w", err)
	}
	return f.open(), nil
}

func (f *folder) open() TemplateDraft {
	d := TemplateDraft{Base: f.version(), Shipped: f.taken()}
	read := f.leading()
	if f.version() > 0 {
		before := read.Clone()
		d.Before = &before
	}
	if f.shipped != nil {
		program := f.shipped.Clone()
		d.Program = &program
	}
	switch {
	case f.draft != nil:
		read = readTemplate(f.name, f.draft.Source)
		d.Base, d.Rev = f.draft.Base, f.draft.Rev
	case len(read.Blocks) == 0 && f.shipped != nil:
		read.Template = f.shipped.Clone()
	}
	d.Template, d.Faults = read.Template, read.Faults
	return d
}

// KeepTemplateDraft keeps what was written so far; it may be faulty. Somebody else's change meanwhile
// gives coop.ErrChanged.
func (o *Office) KeepTemplateDraft(ctx context.Context, by coop.Actor, d TemplateDraft) (TemplateDraft, error) {
	if err := mayWrite(by); err != nil {
		return TemplateDraft{}, err
	}
	name := templateName(d.Template)
	source, err := d.Template.Write()
	if err != nil {
		return TemplateDraft{}, fmt.Errorf("keep template: %w", err)
	}
	row := coop.TemplateDraft{
		Kind: name.Kind, Language: name.Language, Source: source, Base: d.Base, Shipped: d.Shipped,
		Saved: o.now().UTC(), By: by.Staff.ID, Rev: d.Rev,
	}
	if err := o.keep(ctx, "keep template", coop.Change{Templating: []coop.TemplateDraft{row}}); err != nil {
		return TemplateDraft{}, err
	}
	d.Rev++
	d.Faults = readTemplate(name, source).Faults
	return d, nil
}

func templateName(t template.Template) coop.TemplateName {
	return coop.TemplateName{Kind: t.Kind, Language: t.Language}
}

// DropTemplateDraft throws away what was being written of a template.
func (o *Office) DropTemplateDraft(ctx context.Context, by coop.Actor, name coop.TemplateName) error {
	if err := mayWrite(by); err != nil {
		return err
	}
	return o.keep(ctx, "drop template", coop.Change{Untemplate: []coop.TemplateName{name}})
}

// BeginTemplate begins a kind of paper in a further language: its French texts, to be translated. What is
// being written in that language already is opened.
func (o *Office) BeginTemplate(ctx context.Context, by coop.Actor, name coop.TemplateName) (TemplateDraft, error) {
	if err := mayWrite(by); err != nil {
		return TemplateDraft{}, err
	}
	switch there, err := o.folderOf(ctx, name); {
	case err == nil:
		return there.open(), nil
	case !errors.Is(err, coop.ErrNotFound):
		return TemplateDraft{}, fmt.Errorf("begin template: %w", err)
	}
	f, err := o.folderOf(ctx, coop.TemplateName{Kind: name.Kind, Language: french})
	if errors.Is(err, coop.ErrNotFound) || err == nil && f.version() == 0 {
		return TemplateDraft{}, coop.Refuse("template.refused.french", nil)
	}
	if err != nil {
		return TemplateDraft{}, fmt.Errorf("begin template: %w", err)
	}
	t := f.leading().Template
	t.Language, t.Version = name.Language, 1
	return o.KeepTemplateDraft(ctx, by, TemplateDraft{Template: t})
}

// ImportTemplate makes a file the draft of the template that it names. What is wrong in the file comes
// back whole (template.Found). A draft that is there already is replaced only when replace says so.
func (o *Office) ImportTemplate(ctx context.Context, by coop.Actor, source []byte, replace bool) (TemplateDraft, error) {
	if err := mayWrite(by); err != nil {
		return TemplateDraft{}, err
	}
	t, err := template.Read(source)
	if err != nil {
		return TemplateDraft{}, refusedTemplate("template.refused.import", template.Found(err))
	}
	f, err := o.folderOf(ctx, templateName(t))
	switch {
	case errors.Is(err, coop.ErrNotFound):
		f = &folder{name: templateName(t)}
	case err != nil:
		return TemplateDraft{}, fmt.Errorf("import template: %w", err)
	}
	if f.draft != nil && !replace {
		return TemplateDraft{}, coop.Refuse("template.refused.draft", map[string]any{"Title": t.Title})
	}
	d := f.open()
	d.Template, d.Faults = t, nil
	return o.KeepTemplateDraft(ctx, by, d)
}

// ExportTemplate is a version of a template as the program's own files are, with its name; version 0 is the
// draft when there is one, else what papers are made with.
func (o *Office) ExportTemplate(ctx context.Context, _ coop.Actor, name coop.TemplateName, version int) (file string, source []byte, err error) {
	source, err = o.exportTemplate(ctx, name, version)
	if err != nil {
		return "", nil, fmt.Errorf("export template: %w", err)
	}
	return string(name.Kind) + "." + name.Language + ".yaml", source, nil
}

func (o *Office) exportTemplate(ctx context.Context, name coop.TemplateName, version int) ([]byte, error) {
	f, err := o.folderOf(ctx, name)
	if err != nil {
		return nil, err
	}
	switch {
	case version == 0 && f.draft != nil:
		return f.draft.Source, nil
	case version == 0:
		version = f.version()
	}
	all, err := o.templateVersions(ctx, name)
	if err != nil {
		return nil, err
	}
	for _, v := range all {
		if v.Version == version {
			return v.Template.Write()
		}
	}
	return nil, fmt.Errorf("version %d: %w", version, coop.ErrNotFound)
}

// refusedTemplate says how much is wrong in a template, and bears all of it.
func refusedTemplate(key string, faults template.FaultsError) error {
	return errors.Join(coop.Refuse(key, map[string]any{"Count": len(faults)}), faults)
}
