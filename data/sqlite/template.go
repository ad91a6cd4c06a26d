package sqlite

import (
	"context"

	"bienvenue/app/coop"
)

// template keeps a version of a template; two of the same number were published by two people at once.
func (t *tx) template(s coop.StoredTemplate) error {
	return t.insert(`INSERT INTO template (kind, language, version, source, shipped, published_at, published_by, note)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
		s.Kind, s.Language, s.Version, s.Source, s.Shipped, stamp(s.Published), s.By, s.Note)
}

// templating writes what somebody is writing; somebody else's change meanwhile is not overwritten.
func (t *tx) templating(d coop.TemplateDraft) error {
	source := d.Source
	if source == nil {
		source = []byte{}
	}
	values := []any{source, d.Base, d.Shipped, stamp(d.Saved), d.By, d.Kind, d.Language}
	if d.Rev == 0 {
		return t.insert(`INSERT INTO template_draft (source, base, shipped, saved_at, saved_by, kind, language, rev)
			VALUES (?, ?, ?, ?, ?, ?, ?, 1)`, values...)
	}
	return t.update(`UPDATE template_draft SET source = ?, base = ?, shipped = ?, saved_at = ?, saved_by = ?, rev = rev + 1
		WHERE kind = ? AND language = ? AND rev = ?`, append(values, d.Rev)...)
}

func (t *tx) untemplate(n coop.TemplateName) error {
	_, err := t.exec(`DELETE FROM template_draft WHERE kind = ? AND language = ?`, n.Kind, n.Language)
	return err
}

const templateColumns = `kind, language, version, source, shipped, published_at, published_by, note`

func scanTemplate(s scanner) (k coop.StoredTemplate, err error) {
	return k, s.Scan(&k.Kind, &k.Language, &k.Version, &k.Source, &k.Shipped, moment{&k.Published}, &k.By, &k.Note)
}

// Templates lists the last published version of each template, by kind and language.
func (a *Archive) Templates(ctx context.Context) ([]coop.StoredTemplate, error) {
	return read(ctx, a, "templates", func(q querier) ([]coop.StoredTemplate, error) {
		return collect(ctx, q, scanTemplate, `SELECT `+templateColumns+` FROM template t
			WHERE version = (SELECT max(version) FROM template o WHERE o.kind = t.kind AND o.language = t.language)
			ORDER BY kind, language`)
	})
}

// TemplateVersions lists every published version of a template, the newest first.
func (a *Archive) TemplateVersions(ctx context.Context, n coop.TemplateName) ([]coop.StoredTemplate, error) {
	return read(ctx, a, "template versions", func(q querier) ([]coop.StoredTemplate, error) {
		return collect(ctx, q, scanTemplate, `SELECT `+templateColumns+` FROM template
			WHERE kind = ? AND language = ? ORDER BY version DESC`, n.Kind, n.Language)
	})
}

// TemplateDrafts lists what is being written, by kind and language.
func (a *Archive) TemplateDrafts(ctx context.Context) ([]coop.TemplateDraft, error) {
	return read(ctx, a, "template drafts", func(q querier) ([]coop.TemplateDraft, error) {
		return collect(ctx, q, func(s scanner) (d coop.TemplateDraft, err error) {
			return d, s.Scan(&d.Kind, &d.Language, &d.Source, &d.Base, &d.Shipped, moment{&d.Saved}, &d.By, &d.Rev)
		}, `SELECT kind, language, source, base, shipped, saved_at, saved_by, rev FROM template_draft ORDER BY kind, language`)
	})
}
