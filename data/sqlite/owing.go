package sqlite

import (
	"context"
	"database/sql"

	"bienvenue/app/coop"
)

// Those who owe a visit, with what decides when it can be: how often nobody was there, how the last
// visit ended, what they wish.
const (
	rowTrips = `(SELECT count(*) FROM visit v WHERE v.household_id = h.id AND v.kind = 'courtesy' AND v.place = 'home'
		AND v.state = 'held' AND v.result = 'absent')`
	rowLast = `(SELECT v.result || ' ' || v.start_at FROM visit v WHERE v.household_id = h.id AND v.kind <> 'desk'
		AND v.state = 'held' ORDER BY v.start_at DESC LIMIT 1)`
	owingFrom = `SELECT ` + dwellingColumns + `, h.id, h.lease, COALESCE(r.name, ''), COALESCE(r.town, ''), h.product, h.entry_day, h.exit_day,
		h.gone_day, h.share_state, COALESCE(r.id, ''), h.prefers, h.wishes, h.language, ` + rowTrips + `, COALESCE(` + rowLast + `, '')
		FROM household h JOIN dwelling d ON d.id = h.dwelling_id LEFT JOIN residence r ON r.id = d.residence_id `
	owingQuery = owingFrom + rowDue
	owingOne   = owingFrom + `WHERE h.id = :id`
)

func scanOwing(s scanner) (o coop.Owing, err error) {
	var prefers, last string
	r := &o.Row
	err = s.Scan(append(dwellingFields(&r.Dwelling), &r.ID, &r.Lease, &r.Residence, &r.Town, &r.Product, &r.Entry, &r.Exit, &r.Gone,
		&r.Share, &o.Home, &prefers, &o.Wishes, &o.Language, &o.Trips, &last)...)
	if err != nil {
		return o, err
	}
	if n := len(last) - len(instant); n > 0 {
		o.Last = coop.Result(last[:n-1])
		if err := (moment{&o.LastAt}).Scan(last[n:]); err != nil {
			return o, err
		}
	}
	return o, fromJSON(prefers, &o.Prefers)
}

// Owing lists those who wait for a courtesy visit, the end of their window first, which is the
// order of their entry, or the latest entry first.
func (a *Archive) Owing(ctx context.Context, f coop.OwingFilter) ([]coop.Owing, error) {
	return read(ctx, a, "list those who wait", func(q querier) ([]coop.Owing, error) {
		order := `ORDER BY h.entry_day, h.id`
		if f.Newest {
			order = `ORDER BY h.entry_day DESC, h.id`
		}
		found, err := collect(ctx, q, scanOwing, owingQuery+order+rowPage, rowArgs(coop.RowFilter{
			Since: f.Since, Before: f.Before, On: f.On, Limit: f.Limit, Offset: f.Offset,
		}, "")...)
		if err != nil {
			return nil, err
		}
		return found, fillOwners(ctx, q, found)
	})
}

// fillOwners gives each household that waits its holders.
func fillOwners(ctx context.Context, q querier, found []coop.Owing) error {
	rows := make([]coop.Row, len(found))
	for i, o := range found {
		rows[i] = o.Row
	}
	if err := fillHolders(ctx, q, rows); err != nil {
		return err
	}
	for i := range found {
		found[i].Row = rows[i]
	}
	return nil
}

// OwingOne finds a household as the list of those who wait shows it, whether it waits or not.
func (a *Archive) OwingOne(ctx context.Context, id coop.HouseholdID) (coop.Owing, error) {
	return read(ctx, a, "find one who waits", func(q querier) (coop.Owing, error) {
		found, err := collect(ctx, q, scanOwing, owingOne, sql.Named("id", id))
		if err != nil {
			return coop.Owing{}, err
		}
		if len(found) == 0 {
			return coop.Owing{}, coop.ErrNotFound
		}
		err = fillOwners(ctx, q, found)
		return found[0], err
	})
}
