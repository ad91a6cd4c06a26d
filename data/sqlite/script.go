package sqlite

import (
	"context"
	"encoding/json"

	"bienvenue/app/coop"
)

// tongues is how a text's other languages are kept: a JSON object, language to text, "" for none.
func tongues(of map[string][]byte) (string, error) {
	if len(of) == 0 {
		return "", nil
	}
	texts := make(map[string]string, len(of))
	for language, source := range of {
		texts[language] = string(source)
	}
	b, err := json.Marshal(texts)
	return string(b), err
}

// inTongues reads what tongues wrote.
type inTongues struct{ of *map[string][]byte }

// Scan reads a JSON object; "" is none.
func (in inTongues) Scan(value any) error {
	text, _ := value.(string)
	if text == "" {
		*in.of = nil
		return nil
	}
	var texts map[string]string
	if err := json.Unmarshal([]byte(text), &texts); err != nil {
		return err
	}
	*in.of = make(map[string][]byte, len(texts))
	for language, source := range texts {
		(*in.of)[language] = []byte(source)
	}
	return nil
}

// script keeps a version of a script. What was kept first under a version stays: talks were led by it.
func (t *tx) script(s coop.StoredScript) error {
	other, err := tongues(s.Tongues)
	if err != nil {
		return err
	}
	_, err = t.exec(`INSERT INTO script (id, version, source, tongues, shipped, published_at, published_by, note, withdrawn)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id, version) DO NOTHING`,
		s.ID, s.Version, s.Source, other, s.Shipped, stamp(s.Published), s.By, s.Note, s.Withdrawn)
	return err
}

// shipped keeps a text of the program's that a coop's version was made from; what was kept first stays.
func (t *tx) shipped(s coop.StoredScript) error {
	other, err := tongues(s.Tongues)
	if err != nil {
		return err
	}
	_, err = t.exec(`INSERT INTO shipped_script (id, version, source, tongues) VALUES (?, ?, ?, ?)
		ON CONFLICT (id, version) DO NOTHING`, s.ID, s.Version, s.Source, other)
	return err
}

// draft writes what somebody is writing; somebody else's change meanwhile is not overwritten.
func (t *tx) draft(d coop.ScriptDraft) error {
	other, err := tongues(d.Tongues)
	if err != nil {
		return err
	}
	source := d.Source
	if source == nil {
		source = []byte{}
	}
	values := []any{source, other, d.Base, d.Shipped, stamp(d.Saved), d.By, d.ID}
	if d.Rev == 0 {
		return t.insert(`INSERT INTO script_draft (source, tongues, base, shipped, saved_at, saved_by, id, rev)
			VALUES (?, ?, ?, ?, ?, ?, ?, 1)`, values...)
	}
	return t.update(`UPDATE script_draft SET source = ?, tongues = ?, base = ?, shipped = ?, saved_at = ?, saved_by = ?,
		rev = rev + 1 WHERE id = ? AND rev = ?`, append(values, d.Rev)...)
}

func (t *tx) undraft(id coop.ScriptID) error {
	_, err := t.exec(`DELETE FROM script_draft WHERE id = ?`, id)
	return err
}

const scriptQuery = `SELECT s.id, s.version, s.source, s.tongues, s.shipped, s.published_at, s.published_by, s.note,
	s.withdrawn FROM script s `

func scanScript(s scanner) (k coop.StoredScript, err error) {
	return k, s.Scan(&k.ID, &k.Version, &k.Source, inTongues{&k.Tongues}, &k.Shipped, moment{&k.Published}, &k.By, &k.Note,
		&k.Withdrawn)
}

// Script finds a version of a script.
func (a *Archive) Script(ctx context.Context, id coop.ScriptID, version int) (coop.StoredScript, error) {
	return read(ctx, a, "script", func(q querier) (coop.StoredScript, error) {
		return one(ctx, q, scanScript, scriptQuery+`WHERE s.id = ? AND s.version = ?`, id, version)
	})
}

// Scripts lists the last published version of each script that the coop published, those it
// withdrew too, by name.
func (a *Archive) Scripts(ctx context.Context) ([]coop.StoredScript, error) {
	return read(ctx, a, "scripts", func(q querier) ([]coop.StoredScript, error) {
		return collect(ctx, q, scanScript, scriptQuery+`WHERE s.published_at <> '' AND s.version = (
			SELECT max(o.version) FROM script o WHERE o.id = s.id AND o.published_at <> '') ORDER BY s.id`)
	})
}

// ScriptVersions lists every version of a script that is kept, the newest first: those that the
// coop published, and the program's own that talks were led by.
func (a *Archive) ScriptVersions(ctx context.Context, id coop.ScriptID) ([]coop.StoredScript, error) {
	return read(ctx, a, "script versions", func(q querier) ([]coop.StoredScript, error) {
		return collect(ctx, q, scanScript, scriptQuery+`WHERE s.id = ? ORDER BY s.version DESC`, id)
	})
}

// ShippedScript finds a text of the program's that a coop's version was made from.
func (a *Archive) ShippedScript(ctx context.Context, id coop.ScriptID, version int) (coop.StoredScript, error) {
	return read(ctx, a, "shipped script", func(q querier) (coop.StoredScript, error) {
		return one(ctx, q, func(s scanner) (k coop.StoredScript, err error) {
			err = s.Scan(&k.ID, &k.Version, &k.Source, inTongues{&k.Tongues})
			k.Shipped = k.Version
			return k, err
		}, `SELECT id, version, source, tongues FROM shipped_script WHERE id = ? AND version = ?`, id, version)
	})
}

const draftQuery = `SELECT id, source, tongues, base, shipped, saved_at, saved_by, rev FROM script_draft `

func scanDraft(s scanner) (d coop.ScriptDraft, err error) {
	return d, s.Scan(&d.ID, &d.Source, inTongues{&d.Tongues}, &d.Base, &d.Shipped, moment{&d.Saved}, &d.By, &d.Rev)
}

// Draft finds what somebody is writing of a script.
func (a *Archive) Draft(ctx context.Context, id coop.ScriptID) (coop.ScriptDraft, error) {
	return read(ctx, a, "draft", func(q querier) (coop.ScriptDraft, error) {
		return one(ctx, q, scanDraft, draftQuery+`WHERE id = ?`, id)
	})
}

// Drafts lists all drafts by their script.
func (a *Archive) Drafts(ctx context.Context) ([]coop.ScriptDraft, error) {
	return read(ctx, a, "drafts", func(q querier) ([]coop.ScriptDraft, error) {
		return collect(ctx, q, scanDraft, draftQuery+`ORDER BY id`)
	})
}
