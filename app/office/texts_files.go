package office

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// ImportScript makes one script, with its texts in other languages, the draft of its name. What is
// wrong in the files comes back whole (script.Found). A draft that is there already is replaced
// only when replace says so.
func (o *Office) ImportScript(ctx context.Context, by coop.Actor, files []script.File, replace bool) (Draft, error) {
	if err := mayWrite(by); err != nil {
		return Draft{}, err
	}
	bundles := script.Gather(files)
	if len(bundles) != 1 {
		return Draft{}, coop.Refuse("version.refused.files", map[string]any{"Count": len(bundles)})
	}
	if err := bundles[0].Err; err != nil {
		return Draft{}, refusedFaults("version.refused.import", script.Found(err))
	}
	d := Draft{Script: bundles[0].Script}
	h, err := o.heldOf(ctx, d.Script.ID)
	switch {
	case errors.Is(err, coop.ErrNotFound):
		h = &held{id: d.Script.ID}
	case err != nil:
		return Draft{}, fmt.Errorf("import script: %w", err)
	}
	if h.draft != nil && !replace {
		return Draft{}, coop.Refuse("version.refused.draft", map[string]any{"Title": d.Script.Title})
	}
	if h.draft != nil {
		d.Rev = h.draft.Rev
	}
	d.Base, d.Shipped = h.version(), h.taken()
	if h.version() > 0 {
		d.Before = &h.fresh().Script
	}
	if d.Fields, err = o.CoopFields(ctx, d.Script.Language); err != nil {
		return Draft{}, err
	}
	return o.KeepDraft(ctx, by, d)
}

// ExportScript is a version of a script as files, named as the program's own; version 0 is the
// draft when there is one, else what leads.
func (o *Office) ExportScript(ctx context.Context, _ coop.Actor, id coop.ScriptID, version int) ([]script.File, error) {
	files, err := o.exportScript(ctx, id, version)
	if err != nil {
		return nil, fmt.Errorf("export script: %w", err)
	}
	return files, nil
}

func (o *Office) exportScript(ctx context.Context, id coop.ScriptID, version int) ([]script.File, error) {
	h, err := o.heldOf(ctx, id)
	if err != nil {
		return nil, err
	}
	switch {
	case version == 0 && h.draft != nil:
		return filesOf(id, h.draft.Source, h.draft.Tongues), nil
	case version == 0 && h.published != nil:
		return filesOf(id, h.published.Source, h.published.Tongues), nil
	case version == 0:
		version = h.version()
	}
	stored, err := o.store.Script(ctx, id, version)
	if errors.Is(err, coop.ErrNotFound) && h.shipped != nil && h.shipped.Script.Version == version {
		return filesOf(id, h.shipped.Source, h.shipped.Tongues), nil
	}
	return filesOf(id, stored.Source, stored.Tongues), err
}

func filesOf(id coop.ScriptID, source []byte, tongues map[string][]byte) []script.File {
	own := "fr"
	if read := readDraft(coop.ScriptDraft{ID: id, Source: source}); read.Language != "" {
		own = read.Language
	}
	files := []script.File{{Name: string(id) + "." + own + ".yaml", Source: source}}
	for _, language := range slices.Sorted(maps.Keys(tongues)) {
		files = append(files, script.File{Name: string(id) + "." + language + ".yaml", Source: tongues[language]})
	}
	return files
}
