package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"bienvenue/app/coop"
)

// A courtesy visit is no longer owed when one was held with a result that closes the matter
// (coop.Result.Closes); a talk at the desk is no courtesy visit.
const (
	rowMet = `EXISTS (SELECT 1 FROM visit v WHERE v.household_id = h.id AND v.kind <> 'desk' AND v.state IN ('held', 'closed')
		AND v.result IN ('done', 'shortened', 'done-phone', 'done-office', 'refused', 'left', 'closed-unmet'))`
	rowPlanned = `(SELECT min(v.start_at) FROM visit v WHERE v.household_id = h.id AND v.kind <> 'desk'
		AND v.state = 'planned')`
	rowQuery = `SELECT ` + dwellingColumns + `, h.id, h.lease, COALESCE(r.name, ''), COALESCE(r.town, ''), h.product, h.entry_day, h.exit_day,
		h.gone_day, h.share_state, ` + rowPlanned + `, ` + rowMet + `
		FROM household h JOIN dwelling d ON d.id = h.dwelling_id LEFT JOIN residence r ON r.id = d.residence_id `
	rowCount = `SELECT count(*) FROM household h `
)

func scanRow(s scanner) (r coop.Row, err error) {
	err = s.Scan(append(dwellingFields(&r.Dwelling), &r.ID, &r.Lease, &r.Residence, &r.Town, &r.Product, &r.Entry,
		&r.Exit, &r.Gone, &r.Share, moment{&r.Visit}, &r.Met)...)
	return r, err
}

// The narrowing of lists of households, all but the words. A list of those who owe a visit runs
// along the days of entry.
const (
	rowSome = `WHERE (:residence = '' OR h.dwelling_id IN (SELECT d2.id FROM dwelling d2 WHERE d2.residence_id = :residence))
		AND (NOT :noshare OR h.share_state IN ('unknown', 'to-offer', 'offered'))
		AND (:words = '' OR h.id IN (SELECT s.household_id FROM search_text x JOIN search s ON s.docid = x.docid
			WHERE x.words MATCH :words)) `
	rowDue = rowSome + `AND h.entry_day >= :since AND h.entry_day <> '' AND h.entry_day <= :on
		AND (:before = '' OR h.entry_day <= :before) AND (:late = '' OR h.entry_day < :late)
		AND (h.exit_day = '' OR h.exit_day >= :on) AND h.gone_day = ''
		AND NOT ` + rowMet + ` AND ` + rowPlanned + ` IS NULL `
	rowPage = ` LIMIT :limit OFFSET :offset`
)

func rowArgs(f coop.RowFilter, words string) []any {
	return []any{
		sql.Named("residence", f.Residence), sql.Named("noshare", f.NoShare), sql.Named("words", words),
		sql.Named("since", f.Since), sql.Named("on", f.On), sql.Named("before", f.Before), sql.Named("late", f.LateBefore),
		sql.Named("limit", bound(f.Limit)), sql.Named("offset", f.Offset),
	}
}

// Rows lists households. Words alone rank them as a search does; otherwise those who owe a visit
// come in the order of their entry, and all others the latest entry first.
func (a *Archive) Rows(ctx context.Context, f coop.RowFilter) ([]coop.Row, error) {
	words := understand(f.Words)
	return read(ctx, a, "list households", func(q querier) ([]coop.Row, error) {
		switch {
		case f.Words != "" && len(words) == 0:
			return nil, nil // nothing but punctuation was typed
		case len(words) > 0 && !f.Due && !f.NoShare && f.Residence == "":
			return a.search(ctx, q, words, f)
		}
		query := rowQuery + rowSome + `ORDER BY h.entry_day DESC, h.id DESC` + rowPage
		if f.Due {
			query = rowQuery + rowDue + `ORDER BY h.entry_day, h.id` + rowPage
		}
		found, err := collect(ctx, q, scanRow, query, rowArgs(f, words.match())...)
		if err != nil {
			return nil, err
		}
		return found, fillHolders(ctx, q, found)
	})
}

// CountRows counts what Rows would list without a limit.
func (a *Archive) CountRows(ctx context.Context, f coop.RowFilter) (int, error) {
	words := understand(f.Words)
	if f.Words != "" && len(words) == 0 {
		return 0, nil
	}
	return read(ctx, a, "count households", func(q querier) (int, error) {
		if len(words) > 0 && !f.Due && !f.NoShare && f.Residence == "" {
			return one(ctx, q, scanInt, `SELECT count(*) FROM search_text WHERE words MATCH ?`, words.match())
		}
		query := rowCount + rowSome
		if f.Due {
			query = rowCount + rowDue
		}
		return one(ctx, q, scanInt, query, rowArgs(f, words.match())...)
	})
}

// rowsOf reads the rows of households by their names.
func rowsOf(ctx context.Context, q querier, ids []coop.HouseholdID) (map[coop.HouseholdID]coop.Row, error) {
	names, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	found, err := collect(ctx, q, scanRow, rowQuery+`WHERE h.id IN (SELECT value FROM json_each(?))`, string(names))
	if err != nil {
		return nil, err
	}
	if err := fillHolders(ctx, q, found); err != nil {
		return nil, err
	}
	rows := make(map[coop.HouseholdID]coop.Row, len(found))
	for _, r := range found {
		rows[r.ID] = r
	}
	return rows, nil
}

// fillRows gives each thing of a list the row of its household.
func fillRows[T any](ctx context.Context, q querier, list []T, place func(*T) (coop.HouseholdID, *coop.Row)) error {
	if len(list) == 0 {
		return nil
	}
	seen := map[coop.HouseholdID]bool{}
	var ids []coop.HouseholdID
	for i := range list {
		if id, _ := place(&list[i]); !seen[id] {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	rows, err := rowsOf(ctx, q, ids)
	if err != nil {
		return fmt.Errorf("rows: %w", err)
	}
	for i := range list {
		id, row := place(&list[i])
		*row = rows[id]
	}
	return nil
}

// fillHolders gives each row its holders.
func fillHolders(ctx context.Context, q querier, rows []coop.Row) error {
	if len(rows) == 0 {
		return nil
	}
	at := make(map[coop.HouseholdID]int, len(rows))
	ids := make([]coop.HouseholdID, len(rows))
	for i, r := range rows {
		at[r.ID], ids[i] = i, r.ID
	}
	names, err := json.Marshal(ids)
	if err != nil {
		return err
	}
	holders, err := collect(ctx, q, scanHolding, `SELECT `+holderColumns+` FROM holder o
		WHERE o.household_id IN (SELECT value FROM json_each(?)) ORDER BY o.household_id, o.rank`, string(names))
	if err != nil {
		return fmt.Errorf("holders: %w", err)
	}
	for _, o := range holders {
		r := &rows[at[o.household]]
		r.Holders = append(r.Holders, o.holder)
	}
	return nil
}
