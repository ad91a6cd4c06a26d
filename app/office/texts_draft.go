package office

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/script"
)

// Draft is the next version of a script, as somebody writes it.
type Draft struct {
	Script  script.Script
	Faults  script.FileErrors // what still keeps it from being published
	Base    int               // the version that it was begun from, 0 for a new script
	Shipped int               // the program's version that is taken into account in it, 0 for none
	Rev     int               // 0 while it is not kept
	Before  *script.Script    // the last published version, else the program's; nil for a new script
	Fields  map[string]string // the facts that its texts may name, for an invented home
}

// OpenDraft is what somebody is writing of a script, else a draft begun from the version that
// leads. Nothing is kept until the first change.
func (o *Office) OpenDraft(ctx context.Context, _ coop.Actor, id coop.ScriptID) (Draft, error) {
	h, err := o.heldOf(ctx, id)
	if err != nil {
		return Draft{}, fmt.Errorf("open draft: %w", err)
	}
	d, err := o.draftOf(ctx, h)
	if err != nil {
		return Draft{}, fmt.Errorf("open draft: %w", err)
	}
	return d, nil
}

func (o *Office) draftOf(ctx context.Context, h *held) (d Draft, err error) {
	if h.published != nil || h.shipped != nil {
		before := h.script(o).Script // the shelf's: to compare with, never to change
		d.Before = &before
	}
	var read reading
	if h.draft != nil {
		read = readDraft(*h.draft)
		d.Base, d.Shipped, d.Rev = h.draft.Base, h.draft.Shipped, h.draft.Rev
	} else {
		read = *h.fresh()
		d.Base, d.Shipped = h.version(), h.taken()
	}
	d.Script, d.Faults = read.Script, read.Faults
	d.Fields, err = o.CoopFields(ctx, d.Script.Language)
	return d, err
}

// fresh is what leads as a copy that may be changed: what the shelf holds is everybody's.
func (h *held) fresh() *reading {
	row := coop.ScriptDraft{ID: h.id}
	switch {
	case h.published != nil:
		row.Source, row.Tongues = h.published.Source, h.published.Tongues
	case h.shipped != nil:
		row.Source, row.Tongues = h.shipped.Source, h.shipped.Tongues
	}
	read := readDraft(row)
	return &read
}

// KeepDraft keeps what was written so far; it need not be complete. Somebody else's change
// meanwhile gives coop.ErrChanged.
func (o *Office) KeepDraft(ctx context.Context, by coop.Actor, d Draft) (Draft, error) {
	if err := mayWrite(by); err != nil {
		return Draft{}, err
	}
	if d.Script.ID == "" {
		return Draft{}, coop.Refuse("version.refused.title", nil)
	}
	row := o.draftRow(by, d)
	shipped, err := o.basis(ctx, d.Script.ID, d.Shipped)
	if err != nil {
		return Draft{}, fmt.Errorf("keep draft: %w", err)
	}
	if err := o.keep(ctx, "keep draft", coop.Change{Drafts: []coop.ScriptDraft{row}, Shipped: shipped}); err != nil {
		return Draft{}, err
	}
	d.Rev++
	d.Faults = o.scripts.draft(row).Faults
	return d, nil
}

// TakeUpdate keeps a draft into which the program's newer text was merged.
func (o *Office) TakeUpdate(ctx context.Context, by coop.Actor, d Draft) (Draft, error) {
	b, ok, err := o.shippedOf(d.Script.ID)
	if err != nil {
		return Draft{}, err
	}
	if !ok {
		return Draft{}, coop.Refuse("version.refused.not-shipped", nil)
	}
	d.Shipped = b.Script.Version
	return o.KeepDraft(ctx, by, d)
}

// DropDraft throws away what was being written of a script.
func (o *Office) DropDraft(ctx context.Context, by coop.Actor, id coop.ScriptID) error {
	if err := mayWrite(by); err != nil {
		return err
	}
	return o.keep(ctx, "drop draft", coop.Change{Undrafted: []coop.ScriptID{id}})
}

// NewScript begins a script of the coop's own, as a copy of another one, or from nothing.
func (o *Office) NewScript(ctx context.Context, by coop.Actor, from coop.ScriptID, title string) (Draft, error) {
	if err := mayWrite(by); err != nil {
		return Draft{}, err
	}
	if title = strings.TrimSpace(title); title == "" {
		return Draft{}, coop.Refuse("version.refused.title", nil)
	}
	all, err := o.shelves(ctx)
	if err != nil {
		return Draft{}, fmt.Errorf("begin script: %w", err)
	}
	d := Draft{Script: script.Script{Language: "fr", Kind: coop.CourtesyTalk, Budget: usualBudget}}
	taken := map[coop.ScriptID]bool{}
	for _, h := range all {
		taken[h.id] = true
		if h.id == from {
			if d, err = o.draftOf(ctx, h); err != nil {
				return Draft{}, fmt.Errorf("begin script: %w", err)
			}
		}
	}
	if from != "" && !taken[from] {
		return Draft{}, fmt.Errorf("begin script: %s: %w", from, coop.ErrNotFound)
	}
	d.Script.ID, d.Script.Version, d.Script.Title = newScriptID(title, taken), 1, title
	d.Base, d.Shipped, d.Rev, d.Before = 0, 0, 0, nil
	if d.Fields, err = o.CoopFields(ctx, d.Script.Language); err != nil {
		return Draft{}, err
	}
	return o.KeepDraft(ctx, by, d)
}

// usualBudget is the time of a script that is begun from nothing.
const usualBudget = 45 * time.Minute

// mayWrite refuses those who do not write the coop's texts.
func mayWrite(by coop.Actor) error {
	if by.Staff.Role == coop.Manager || by.Staff.Role == coop.Administrator {
		return nil
	}
	return coop.Refuse("version.refused.role", nil)
}

// draftRow is a draft as the archive keeps it.
func (o *Office) draftRow(by coop.Actor, d Draft) coop.ScriptDraft {
	source, tongues := written(d.Script)
	return coop.ScriptDraft{
		ID: d.Script.ID, Source: source, Tongues: tongues, Base: d.Base, Shipped: d.Shipped,
		Saved: o.now().UTC(), By: by.Staff.ID, Rev: d.Rev,
	}
}

// basis is the program's text of a version, for a later merge: what the archive has of it already
// need not be kept again.
func (o *Office) basis(ctx context.Context, id coop.ScriptID, version int) ([]coop.StoredScript, error) {
	if version == 0 {
		return nil, nil
	}
	if _, err := o.store.ShippedScript(ctx, id, version); !errors.Is(err, coop.ErrNotFound) {
		return nil, err
	}
	b, ok, err := o.shippedOf(id)
	if err != nil || !ok || b.Script.Version != version {
		return nil, err
	}
	return []coop.StoredScript{storedBundle(b)}, nil
}

// written is a script with its texts in other languages as files.
func written(s script.Script) (source []byte, tongues map[string][]byte) {
	for _, t := range s.Tongues {
		if tongues == nil {
			tongues = map[string][]byte{}
		}
		tongues[t.Language] = script.WriteTongue(s, t.Language)
	}
	return script.Write(s), tongues
}

// reading is a script as far as it could be understood, and what is wrong in it.
type reading struct {
	script.Script
	Faults script.FileErrors
}

// readDraft reads a draft.
func readDraft(d coop.ScriptDraft) reading {
	s, faults := script.ReadDraft(string(d.ID), d.Source)
	for _, language := range slices.Sorted(maps.Keys(d.Tongues)) {
		t, err := script.ReadTongue(string(d.ID)+" "+language, d.Tongues[language], s)
		faults = append(faults, script.Found(err)...)
		if t.Language == language && language != s.Language {
			s.Tongues = append(s.Tongues, t)
		}
	}
	return reading{s, faults}
}
