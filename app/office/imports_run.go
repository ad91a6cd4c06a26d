package office

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"bienvenue/app/coop"
)

// RunImport carries out a plan whole or not at all, each household with its line in the journal, and
// tells how far it is. A cancelled context leaves nothing behind (import.refused.cancelled). When
// somebody changed a household since the plan was made, nothing is written and coop.ErrChanged says so.
func (o *Office) RunImport(ctx context.Context, by coop.Actor, p coop.ImportPlan, progress func(done, total int)) (coop.ImportCounts, error) {
	counts := p.Counts()
	if p.Writes() == 0 && len(p.Quiet) == 0 && len(p.Residences) == 0 {
		return counts, nil
	}
	running, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	err := o.store.KeepAll(running, func(yield func(coop.Change) bool) {
		if err := o.importChanges(running, by, p, progress, yield); err != nil {
			stop(err)
		}
	})
	if cause := context.Cause(running); cause != nil && ctx.Err() == nil {
		err = cause
	}
	if errors.Is(err, context.Canceled) {
		return coop.ImportCounts{}, coop.Refuse("import.refused.cancelled", nil)
	}
	if err != nil {
		return coop.ImportCounts{}, fmt.Errorf("run import: %w", err)
	}
	return counts, nil
}

// importChanges yields the plan's changes one household at a time. It runs inside the transaction
// that writes them: what it reads beforehand, nobody can change any more.
func (o *Office) importChanges(ctx context.Context, by coop.Actor, p coop.ImportPlan, progress func(done, total int), yield func(coop.Change) bool) error {
	known, err := o.knownTo(ctx, p.Extract)
	if err != nil {
		return err
	}
	if basisOf(known) != p.Basis {
		return coop.ErrChanged
	}
	done, total := 0, p.Writes()+len(p.Quiet)
	send := func(c coop.Change, err error) (bool, error) {
		if err != nil || !yield(c) {
			return false, err
		}
		done++
		if progress != nil && len(c.Households) > 0 {
			progress(min(done-1, total), total)
		}
		return true, nil
	}
	if more, err := send(o.importHead(by, p)); !more {
		return err
	}
	for _, part := range []struct {
		act   coop.Act
		items []coop.ImportItem
	}{{coop.ActImported, p.New}, {coop.ActImportChanged, p.Changed}, {coop.ActImportGone, p.Gone}} {
		for _, item := range part.items {
			if more, err := send(o.importItem(by, part.act, p.Extract.Name, item)); !more {
				return err
			}
		}
	}
	for _, h := range p.Quiet {
		if more, err := send(coop.Change{Households: []coop.Household{h}}, nil); !more {
			return err
		}
	}
	return nil
}

// importHead is the residences, and the line in the journal of the import itself.
func (o *Office) importHead(by coop.Actor, p coop.ImportPlan) (coop.Change, error) {
	e, err := o.entry(by, coop.ActImported, coop.OnImport, p.Extract.Source, "", map[string]any{
		"file": p.Extract.Name, "counts": p.Counts(),
	})
	return coop.Change{Residences: slices.Clone(p.Residences), Entries: []coop.Entry{e}}, err
}

func (o *Office) importItem(by coop.Actor, act coop.Act, file string, item coop.ImportItem) (coop.Change, error) {
	h := item.After
	payload := map[string]any{"file": file}
	if item.Line > 0 {
		payload["line"] = item.Line
	}
	if len(item.Changes) > 0 {
		payload["changes"] = item.Changes
	}
	e, err := o.entry(by, act, coop.OnHousehold, string(h.ID), h.ID, payload)
	return coop.Change{Households: []coop.Household{h}, Entries: []coop.Entry{e}}, err
}
