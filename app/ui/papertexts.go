package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/template"
	"bienvenue/app/ui/templates"
)

// PaperTexts tries the texts of papers and keeps them as files.
type PaperTexts struct {
	// Lay lays a text out.
	Lay func(ctx context.Context, by coop.Actor, asked templates.Asked) (templates.Laid, error)
	// TryLongest lays a text out for the longest names of the archive, and tells how far it is.
	TryLongest func(ctx context.Context, by coop.Actor, t template.Template, told func(done, total int), words *i18n.Words) (templates.Longest, error)
	// Read reads a template's file.
	Read func(path string) ([]byte, error)
	// Save writes a template's file into a folder and says where it lies.
	Save func(folder, file string, source []byte) (string, error)
}

// paperTexts is what the part of the room « Textes » for papers is made of.
func (s *Shell) paperTexts(tabs fyne.CanvasObject) templates.Params {
	return templates.Params{
		Desk: papersDesk{s}, Words: s.words, Run: s.p.Run, Today: s.p.Office.Today(), Window: s.p.Window, Fonts: s.p.Outside.Fonts, Tabs: tabs,
		OnError: s.fail, OnDone: s.notices.Done,
		ChooseFile: func(chosen func(path string)) {
			s.choose(choice{title: s.words.T("shell.choose.template"), endings: []string{".yaml", ".yml"}, chosen: chosen})
		},
		ChooseFolder: func(chosen func(string)) {
			s.choose(choice{title: s.words.T("shell.choose.folder-template"), folder: true, chosen: chosen})
		},
	}
}

// papersDesk keeps the texts of papers in the name of whoever works.
type papersDesk struct{ s *Shell }

var _ templates.Desk = papersDesk{}

// Cards implements templates.Desk.
func (d papersDesk) Cards(ctx context.Context) ([]templates.Card, error) {
	found, err := d.s.p.Office.TemplateCards(ctx, d.s.by)
	cards := make([]templates.Card, 0, len(found))
	for _, c := range found {
		card := templates.Card{
			Name: c.Name, Title: c.Template.Title, Version: c.Version, Own: c.Own, Published: c.Published, By: c.By,
			Update: c.Update, Shipped: c.Shipped, Oldest: c.Oldest, Faults: len(c.Faults),
		}
		if c.Draft != nil {
			card.Draft = &templates.DraftCard{Saved: c.Draft.Saved, By: c.Draft.By}
		}
		cards = append(cards, card)
	}
	return cards, err
}

func shownTemplate(d office.TemplateDraft, err error) (templates.Draft, error) {
	return templates.Draft{Template: d.Template, Base: d.Base, Shipped: d.Shipped, Rev: d.Rev, Before: d.Before, Program: d.Program}, err
}

// Open implements templates.Desk.
func (d papersDesk) Open(ctx context.Context, name coop.TemplateName) (templates.Draft, error) {
	return shownTemplate(d.s.p.Office.OpenTemplate(ctx, d.s.by, name))
}

// Keep implements templates.Desk.
func (d papersDesk) Keep(ctx context.Context, kept templates.Draft) (templates.Draft, error) {
	return shownTemplate(d.s.p.Office.KeepTemplateDraft(ctx, d.s.by, office.TemplateDraft{
		Template: kept.Template, Base: kept.Base, Shipped: kept.Shipped, Rev: kept.Rev, Before: kept.Before, Program: kept.Program,
	}))
}

// Drop implements templates.Desk.
func (d papersDesk) Drop(ctx context.Context, name coop.TemplateName) error {
	return d.s.p.Office.DropTemplateDraft(ctx, d.s.by, name)
}

// Begin implements templates.Desk.
func (d papersDesk) Begin(ctx context.Context, name coop.TemplateName) (templates.Draft, error) {
	return shownTemplate(d.s.p.Office.BeginTemplate(ctx, d.s.by, name))
}

// Publish implements templates.Desk.
func (d papersDesk) Publish(ctx context.Context, name coop.TemplateName, note string) (int, error) {
	stored, err := d.s.p.Office.PublishTemplate(ctx, d.s.by, name, note)
	return stored.Version, err
}

// Restore implements templates.Desk.
func (d papersDesk) Restore(ctx context.Context, name coop.TemplateName, version int, note string) (int, error) {
	stored, err := d.s.p.Office.RestoreTemplate(ctx, d.s.by, name, version, note)
	return stored.Version, err
}

// Versions implements templates.Desk.
func (d papersDesk) Versions(ctx context.Context, name coop.TemplateName) ([]templates.Version, error) {
	found, err := d.s.p.Office.TemplateVersions(ctx, d.s.by, name)
	versions := make([]templates.Version, 0, len(found))
	for _, v := range found {
		versions = append(versions, templates.Version{Template: v.Template, Version: v.Version, Published: v.Published, By: v.By, Note: v.Note})
	}
	return versions, err
}

// Import implements templates.Desk.
func (d papersDesk) Import(ctx context.Context, path string, replace bool) (templates.Draft, error) {
	source, err := d.s.p.Outside.Templates.Read(path)
	if err != nil {
		return templates.Draft{}, err
	}
	return shownTemplate(d.s.p.Office.ImportTemplate(ctx, d.s.by, source, replace))
}

// Export implements templates.Desk.
func (d papersDesk) Export(ctx context.Context, name coop.TemplateName, version int, folder string) (string, error) {
	file, source, err := d.s.p.Office.ExportTemplate(ctx, d.s.by, name, version)
	if err != nil {
		return "", err
	}
	return d.s.p.Outside.Templates.Save(folder, file, source)
}

// Lay implements templates.Desk.
func (d papersDesk) Lay(ctx context.Context, asked templates.Asked) (templates.Laid, error) {
	return d.s.p.Outside.Templates.Lay(ctx, d.s.by, asked)
}

// TryLongest implements templates.Desk.
func (d papersDesk) TryLongest(ctx context.Context, t template.Template, told func(done, total int)) (templates.Longest, error) {
	return d.s.p.Outside.Templates.TryLongest(ctx, d.s.by, t, told, d.s.words)
}

// Search implements templates.Desk.
func (d papersDesk) Search(ctx context.Context, words string) ([]coop.Row, error) {
	return d.s.p.Office.Search(ctx, d.s.by, words, mostPicked)
}
