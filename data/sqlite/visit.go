package sqlite

import (
	"context"
	"time"

	"github.com/mattn/go-sqlite3"

	"bienvenue/app/coop"
)

const visitColumns = `v.id, v.household_id, v.officer_id, v.kind, v.place, v.state, v.start_at, v.end_at,
	v.travel_before, v.travel_after, v.moves, v.reason, v.result, v.told, v.agreed, v.confirmed_at, v.reminded_at,
	COALESCE(v.wave_id, ''), v.rev`

func visitFields(v *coop.Visit) []any {
	return []any{
		&v.ID, &v.Household, &v.Officer, &v.Kind, &v.Place, &v.State,
		moment{&v.Start},
		moment{&v.End},
		&v.Before, &v.After, &v.Moves, &v.Reason, &v.Result, &v.Told, &v.Agreed,
		moment{&v.Confirmed},
		moment{&v.Reminded},
		&v.Wave, &v.Rev,
	}
}

func scanVisit(s scanner) (v coop.Visit, err error) { return v, s.Scan(visitFields(&v)...) }

// visit writes a visit; the archive's triggers refuse a time that is taken.
func (t *tx) visit(v coop.Visit) error {
	if v.State == coop.VisitPlanned {
		if err := t.judged(v); err != nil {
			return err
		}
	}
	err := t.visitRow(v)
	if broke(err, sqlite3.ErrConstraintTrigger) {
		return t.clash(v, err)
	}
	return err
}

func (t *tx) visitRow(v coop.Visit) error {
	values := []any{
		v.Household, v.Officer, v.Kind, v.Place, v.State, stamp(v.Start), stamp(v.End), v.Before, v.After,
		v.Moves, v.Reason, v.Result, v.Told, v.Agreed, stamp(v.Confirmed), stamp(v.Reminded), orNull(v.Wave), v.ID,
	}
	if v.Rev == 0 {
		return t.insert(`INSERT INTO visit (household_id, officer_id, kind, place, state, start_at, end_at,
			travel_before, travel_after, moves, reason, result, told, agreed, confirmed_at, reminded_at, wave_id, id, rev)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`, values...)
	}
	return t.update(`UPDATE visit SET household_id = ?, officer_id = ?, kind = ?, place = ?, state = ?, start_at = ?,
		end_at = ?, travel_before = ?, travel_after = ?, moves = ?, reason = ?, result = ?, told = ?, agreed = ?,
		confirmed_at = ?, reminded_at = ?, wave_id = ?, rev = rev + 1 WHERE id = ? AND rev = ?`,
		append(values, v.Rev)...)
}

// clash names the visit that holds the time, as this transaction still sees it.
func (t *tx) clash(v coop.Visit, cause error) error {
	near, err := collect(t.ctx, t, scanVisit, `SELECT `+visitColumns+` FROM visit v
		WHERE (v.officer_id = ? OR v.household_id = ?) AND v.start_at >= ? AND v.start_at < ? ORDER BY v.start_at, v.id`,
		v.Officer, v.Household, stamp(v.Start.AddDate(0, 0, -3)), stamp(v.End.AddDate(0, 0, 2)))
	if err != nil {
		return err
	}
	for _, other := range near {
		if v.Clashes(other) {
			return &coop.ClashError{Officer: v.Officer == other.Officer, With: other}
		}
	}
	return cause
}

// Visit finds a visit.
func (a *Archive) Visit(ctx context.Context, id coop.VisitID) (coop.Visit, error) {
	return read(ctx, a, "visit", func(q querier) (coop.Visit, error) {
		return one(ctx, q, scanVisit, `SELECT `+visitColumns+` FROM visit v WHERE v.id = ?`, id)
	})
}

// AnyPlanned says whether a courtesy visit is planned from a moment on.
func (a *Archive) AnyPlanned(ctx context.Context, from time.Time) (bool, error) {
	return read(ctx, a, "any visit planned", func(q querier) (bool, error) {
		n, err := one(ctx, q, scanInt, `SELECT EXISTS (SELECT 1 FROM visit v
			WHERE v.start_at >= ? AND v.kind <> 'desk' AND v.state = 'planned')`, stamp(from))
		return n > 0, err
	})
}

// The ways to narrow visits, each along its own index.
const (
	visitRows = `SELECT ` + visitColumns + `, COALESCE(s.name, '') FROM visit v LEFT JOIN staff s ON s.id = v.officer_id
		WHERE v.start_at >= ?1 AND v.start_at < ?2 AND (?3 OR v.state <> 'cancelled') `
	visitOrder        = ` ORDER BY v.start_at, v.id`
	visitsOfAll       = visitRows + `AND ?4 = '' AND ?5 = ''` + visitOrder
	visitsOfOfficer   = visitRows + `AND v.officer_id = ?4 AND ?5 = ''` + visitOrder
	visitsOfHousehold = visitRows + `AND (?4 = '' OR v.officer_id = ?4) AND v.household_id = ?5` + visitOrder
)

// forever is an instant after all others.
const forever = "9999-12-31T23:59:59.999Z"

// Visits lists visits by their start.
func (a *Archive) Visits(ctx context.Context, f coop.VisitFilter) ([]coop.VisitRow, error) {
	query := visitsOfAll
	switch {
	case f.Household != "":
		query = visitsOfHousehold
	case f.Officer != "":
		query = visitsOfOfficer
	}
	until := forever
	if !f.To.IsZero() {
		until = stamp(f.To)
	}
	return read(ctx, a, "visits", func(q querier) ([]coop.VisitRow, error) {
		found, err := collect(ctx, q, func(s scanner) (v coop.VisitRow, err error) {
			return v, s.Scan(append(visitFields(&v.Visit), &v.OfficerName)...)
		}, query, stamp(f.From), until, f.Cancelled, f.Officer, f.Household)
		if err != nil {
			return nil, err
		}
		return found, fillRows(ctx, q, found, func(v *coop.VisitRow) (coop.HouseholdID, *coop.Row) { return v.Household, &v.Row })
	})
}
