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

// ScriptCard is a script as the list of texts shows it.
type ScriptCard struct {
	Script    script.Script     // the version that leads talks, else the last one, else the draft
	Faults    script.FileErrors // what is wrong in it
	Version   int               // 0 for one that was never published
	Own       bool              // published by the coop
	Published time.Time         // zero for the program's own
	By        string            // who published it
	Note      string
	Draft     *DraftCard // nil when nobody is writing
	Update    int        // a newer version of the program's that is not taken into account, 0 for none
	Shipped   bool       // the program brings a text of its own for it
	Withdrawn bool
	Rehearsed int // how often this version was rehearsed
}

// DraftCard says that somebody is writing the next version.
type DraftCard struct {
	Saved time.Time
	By    string
}

// ScriptCards lists all scripts: those that the program brings in its order, then the coop's own
// by title.
func (o *Office) ScriptCards(ctx context.Context, _ coop.Actor) ([]ScriptCard, error) {
	cards, err := o.scriptCards(ctx)
	if err != nil {
		return nil, fmt.Errorf("list scripts: %w", err)
	}
	return cards, nil
}

func (o *Office) scriptCards(ctx context.Context) ([]ScriptCard, error) {
	names, err := o.staffNames(ctx)
	if err != nil {
		return nil, err
	}
	shelves, err := o.shelves(ctx)
	if err != nil {
		return nil, err
	}
	cards := make([]ScriptCard, 0, len(shelves))
	for _, s := range shelves {
		card := s.card(o, names)
		rehearsals, err := o.store.Rehearsals(ctx, coop.RehearsalFilter{Script: s.id})
		if err != nil {
			return nil, err
		}
		for _, r := range rehearsals {
			if r.Version == card.Version && card.Version > 0 {
				card.Rehearsed++
			}
		}
		cards = append(cards, card)
	}
	return cards, nil
}

// held is what there is of one script: any of its parts may be missing.
type held struct {
	id        coop.ScriptID
	shipped   *script.Bundle
	published *coop.StoredScript
	draft     *coop.ScriptDraft
}

// shelves lists what there is of every script.
func (o *Office) shelves(ctx context.Context) ([]*held, error) {
	shipped, err := o.shipped()
	if err != nil {
		return nil, err
	}
	published, err := o.store.Scripts(ctx)
	if err != nil {
		return nil, err
	}
	drafts, err := o.store.Drafts(ctx)
	if err != nil {
		return nil, err
	}
	byID := map[coop.ScriptID]*held{}
	of := func(id coop.ScriptID) *held {
		if byID[id] == nil {
			byID[id] = &held{id: id}
		}
		return byID[id]
	}
	var all []*held
	for _, b := range shipped {
		of(b.Script.ID).shipped = &b
		all = append(all, byID[b.Script.ID])
	}
	for _, p := range published {
		of(p.ID).published = &p
	}
	for _, d := range drafts {
		of(d.ID).draft = &d
	}
	own := slices.DeleteFunc(slices.Collect(maps.Values(byID)), func(h *held) bool { return h.shipped != nil })
	titles := map[coop.ScriptID]string{}
	for _, h := range own {
		titles[h.id] = h.script(o).Title
	}
	slices.SortFunc(own, func(a, b *held) int {
		return strings.Compare(titles[a.id]+" "+string(a.id), titles[b.id]+" "+string(b.id))
	})
	return append(all, own...), nil
}

// heldOf is what there is of one script; coop.ErrNotFound when there is nothing.
func (o *Office) heldOf(ctx context.Context, id coop.ScriptID) (*held, error) {
	all, err := o.shelves(ctx)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(all, func(h *held) bool { return h.id == id })
	if i < 0 {
		return nil, fmt.Errorf("script %s: %w", id, coop.ErrNotFound)
	}
	return all[i], nil
}

// script is the version that leads talks, else the last one, else the draft, with what is wrong in it.
func (h *held) script(o *Office) reading {
	switch {
	case h.published != nil:
		s, err := o.understood(*h.published)
		if err != nil {
			return readDraft(coop.ScriptDraft{ID: h.id, Source: h.published.Source, Tongues: h.published.Tongues})
		}
		return reading{Script: s}
	case h.shipped != nil:
		return reading{h.shipped.Script, script.Found(h.shipped.Err)}
	case h.draft != nil:
		return readDraft(*h.draft)
	}
	return reading{}
}

// taken is the program's version that is taken into account: in the draft, else in what was published.
func (h *held) taken() int {
	switch {
	case h.draft != nil:
		return h.draft.Shipped
	case h.published != nil:
		return h.published.Shipped
	case h.shipped != nil:
		return h.shipped.Script.Version
	}
	return 0
}

// update is a newer version of the program's that is not taken into account, 0 for none.
func (h *held) update() int {
	if h.shipped == nil || h.shipped.Err != nil || h.shipped.Script.Version <= h.taken() {
		return 0
	}
	return h.shipped.Script.Version
}

// version is the number of what leads, 0 for a script that was never published.
func (h *held) version() int {
	switch {
	case h.published != nil:
		return h.published.Version
	case h.shipped != nil:
		return h.shipped.Script.Version
	}
	return 0
}

func (h *held) card(o *Office, names map[coop.StaffID]string) ScriptCard {
	card := ScriptCard{Version: h.version(), Update: h.update(), Shipped: h.shipped != nil}
	read := h.script(o)
	card.Script, card.Faults = read.Script, read.Faults
	if p := h.published; p != nil {
		card.Own, card.Published, card.Withdrawn = true, p.Published, p.Withdrawn
		card.By, card.Note = names[p.By], p.Note
	}
	if h.draft != nil {
		card.Draft = &DraftCard{Saved: h.draft.Saved, By: names[h.draft.By]}
	}
	return card
}

func (o *Office) staffNames(ctx context.Context) (map[coop.StaffID]string, error) {
	staff, err := o.Staff(ctx)
	if err != nil {
		return nil, err
	}
	names := map[coop.StaffID]string{}
	for _, s := range staff {
		names[s.ID] = s.Name
	}
	return names, nil
}

// Version is a version of a script, with who published it.
type Version struct {
	coop.StoredScript
	Script script.Script
	Name   string // who published it, "" for one that the program brought
}

// ScriptVersions lists all versions of a script, the newest first: those that the coop published,
// and the program's own.
func (o *Office) ScriptVersions(ctx context.Context, _ coop.Actor, id coop.ScriptID) ([]Version, error) {
	all, err := o.scriptVersions(ctx, id)
	if err != nil {
		return nil, fmt.Errorf("list the versions of %s: %w", id, err)
	}
	return all, nil
}

func (o *Office) scriptVersions(ctx context.Context, id coop.ScriptID) ([]Version, error) {
	names, err := o.staffNames(ctx)
	if err != nil {
		return nil, err
	}
	kept, err := o.store.ScriptVersions(ctx, id)
	if err != nil {
		return nil, err
	}
	all := make([]Version, 0, len(kept)+1)
	brought := false
	b, ships, err := o.shippedOf(id)
	if err != nil {
		return nil, err
	}
	for _, stored := range kept {
		s, err := o.understood(stored)
		if err != nil {
			return nil, err
		}
		brought = brought || (ships && stored.Published.IsZero() && stored.Version == b.Script.Version)
		all = append(all, Version{StoredScript: stored, Script: s, Name: names[stored.By]})
	}
	if ships && !brought {
		all = append(all, Version{StoredScript: storedBundle(b), Script: b.Script})
		slices.SortStableFunc(all, func(a, b Version) int { return b.Version - a.Version })
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("script %s: %w", id, coop.ErrNotFound)
	}
	return all, nil
}

// ShippedUpdate is what a merge of the program's newer text starts from: the program's text that
// was taken into account last, the coop's own (its draft when there is one), and the newer one.
func (o *Office) ShippedUpdate(ctx context.Context, _ coop.Actor, id coop.ScriptID) (base, ours, theirs script.Script, err error) {
	h, err := o.heldOf(ctx, id)
	if err != nil {
		return base, ours, theirs, fmt.Errorf("find the program's text: %w", err)
	}
	if h.shipped == nil {
		return base, ours, theirs, coop.Refuse("version.refused.not-shipped", nil)
	}
	theirs = (&held{id: id, shipped: h.shipped}).fresh().Script
	if ours = h.fresh().Script; h.draft != nil {
		ours = readDraft(*h.draft).Script
	}
	stored, err := o.store.ShippedScript(ctx, id, h.taken())
	switch {
	case errors.Is(err, coop.ErrNotFound): // nothing in common is known: every step is asked about
		return script.Script{ID: id, Language: ours.Language}, ours, theirs, nil
	case err != nil:
		return base, ours, theirs, fmt.Errorf("find the program's text: %w", err)
	}
	base = readDraft(coop.ScriptDraft{ID: id, Source: stored.Source, Tongues: stored.Tongues}).Script
	return base, ours, theirs, nil
}
