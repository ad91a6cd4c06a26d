package office

import (
	"context"
	"fmt"

	"bienvenue/app/coop"
)

// KeepRehearsal keeps that somebody rehearsed a script with an invented cooperator. It belongs to no
// household and counts in no figure.
func (o *Office) KeepRehearsal(ctx context.Context, by coop.Actor, r coop.Rehearsal) error {
	if r.Script == "" || r.Began.IsZero() || r.Ended.Before(r.Began) || r.Seconds < 0 {
		return coop.Refuse("talk.refused.rehearsal", nil)
	}
	r.ID, r.Staff = coop.RehearsalID(o.newID()), by.Staff.ID
	return o.keep(ctx, "keep rehearsal", coop.Change{Rehearsals: []coop.Rehearsal{r}})
}

// Rehearsals lists rehearsals, the newest first: everybody's for managers and administrators, one's
// own for the others.
func (o *Office) Rehearsals(ctx context.Context, by coop.Actor, f coop.RehearsalFilter) ([]coop.RehearsalRow, error) {
	if !leads(by) {
		f.Staff = by.Staff.ID
	}
	rows, err := o.store.Rehearsals(ctx, f)
	if err != nil {
		return nil, fmt.Errorf("list rehearsals: %w", err)
	}
	return rows, nil
}

// leads says whether somebody answers for what others do.
func leads(by coop.Actor) bool {
	return by.Staff.Role == coop.Manager || by.Staff.Role == coop.Administrator
}
