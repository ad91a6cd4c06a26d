package sqlite

import (
	"context"

	"bienvenue/app/coop"
)

func (t *tx) paper(p coop.Paper) error {
	return t.insert(`INSERT INTO paper (id, household_id, kind, at, staff_id, hash, means, batch_id, event_id, language, second)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, p.ID, p.Household, p.Kind, stamp(p.At), p.Staff, p.Hash, p.Means,
		p.Batch, p.Event, p.Language, p.Second)
}

// Papers lists what was printed or saved for a household, the oldest first.
func (a *Archive) Papers(ctx context.Context, h coop.HouseholdID) ([]coop.Paper, error) {
	return read(ctx, a, "papers", func(q querier) ([]coop.Paper, error) {
		return collect(ctx, q, func(s scanner) (p coop.Paper, err error) {
			return p, s.Scan(&p.ID, &p.Household, &p.Kind, moment{&p.At}, &p.Staff, &p.Hash, &p.Means, &p.Batch, &p.Event, &p.Language, &p.Second)
		}, `SELECT id, household_id, kind, at, staff_id, hash, means, batch_id, event_id, language, second FROM paper
			WHERE household_id = ? ORDER BY at, id`, h)
	})
}
