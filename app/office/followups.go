package office

import (
	"context"
	"fmt"
	"time"

	"bienvenue/app/coop"
)

// FollowUps lists follow-ups, those due first before the others.
func (o *Office) FollowUps(ctx context.Context, _ coop.Actor, f coop.FollowUpFilter) ([]coop.FollowUpRow, error) {
	rows, err := o.store.FollowUps(ctx, f)
	if err != nil {
		return nil, fmt.Errorf("list follow-ups: %w", err)
	}
	return rows, nil
}

// AdvanceFollowUp keeps a follow-up that was passed on, settled, dropped, opened again or
// corrected. It cannot end before the cooperator was told, nor be dropped without a reason.
func (o *Office) AdvanceFollowUp(ctx context.Context, by coop.Actor, f coop.FollowUp) (coop.FollowUp, error) {
	before, err := o.store.FollowUp(ctx, f.ID)
	if err != nil {
		return coop.FollowUp{}, fmt.Errorf("advance follow-up: %w", err)
	}
	f.Household, f.Talk, f.Opened = before.Household, before.Talk, before.Opened
	switch {
	case !f.Ended():
		f.Closed = time.Time{}
	case !before.Ended():
		f.Closed = o.now().UTC()
	}
	if err := f.Check(); err != nil {
		return coop.FollowUp{}, err
	}
	changed, err := differences(before, f)
	if err != nil {
		return coop.FollowUp{}, err
	}
	if len(changed) == 0 {
		return f, nil
	}
	e, err := o.entry(by, coop.ActFollowUpChanged, coop.OnFollowUp, string(f.ID), f.Household, changed)
	if err != nil {
		return coop.FollowUp{}, err
	}
	if err := o.keep(ctx, "advance follow-up", coop.Change{FollowUps: []coop.FollowUp{f}, Entries: []coop.Entry{e}}); err != nil {
		return coop.FollowUp{}, err
	}
	f.Rev++
	return f, nil
}
