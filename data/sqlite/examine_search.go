package sqlite

import (
	"context"
	"errors"
	"strings"

	"github.com/mattn/go-sqlite3"

	"bienvenue/app/coop"
)

// batch is how many households are compared with their search words at a time.
const batch = 2000

// findableHousehold is a household with what it should be found by and what it is found by.
type findableHousehold struct {
	coop.Household
	home string
	kept candidate
}

// lookAtSearch compares the search's table with the households, and the index with the table.
// What is wrong is made again from the households: nothing is lost by it.
func (a *Archive) lookAtSearch(ctx context.Context) (Finding, error) {
	sure, err := a.searchHolds(ctx)
	switch {
	case err != nil:
		return Finding{}, err
	case sure:
		return Finding{Key: "doctor.search", OK: true}, nil
	case a.db == nil:
		return Finding{Key: "doctor.search.bad"}, nil
	}
	return Finding{Key: "doctor.search.made", OK: true}, a.write(ctx, "make the search again", (*tx).findAllAgain)
}

// searchHolds says whether everybody is found by what is kept of them.
func (a *Archive) searchHolds(ctx context.Context) (bool, error) {
	sure := true
	err := eachFindable(ctx, a.reads, func(h findableHousehold) error {
		f := findable(h.Household, h.home)
		if h.kept.name != f.name || h.kept.names != strings.Join(f.names, "\n") || h.kept.until != f.until || h.kept.words != f.words {
			sure = false
		}
		return nil
	})
	if err != nil || !sure {
		return false, err
	}
	const extra = `SELECT (SELECT count(*) FROM search) - (SELECT count(*) FROM household) +
		(SELECT count(*) FROM search_name n WHERE NOT EXISTS (SELECT 1 FROM search s WHERE s.docid = n.docid))`
	n, err := one(ctx, a.reads, scanInt, extra)
	if err != nil || n != 0 || a.db == nil {
		return n == 0, err
	}
	err = a.write(ctx, "check the search", func(t *tx) error {
		_, err := t.exec(`INSERT INTO search_text (search_text) VALUES ('integrity-check')`)
		return err
	})
	if failed, ok := errors.AsType[sqlite3.Error](err); ok && failed.Code == sqlite3.ErrCorrupt {
		return false, nil
	}
	return err == nil, err
}

// eachFindable visits every household with its holders, some at a time.
func eachFindable(ctx context.Context, q querier, visit func(findableHousehold) error) error {
	after := coop.HouseholdID("")
	for {
		some, err := collect(ctx, q, scanFindable, `SELECT h.id, h.lease, h.exit_day, h.gone_day, `+dwellingColumns+`,
			COALESCE(r.name, ''), COALESCE(r.town, ''), COALESCE(s.name, ''), COALESCE(s.names, ''), COALESCE(s.until_day, ''), COALESCE(s.words, '')
			FROM household h JOIN dwelling d ON d.id = h.dwelling_id LEFT JOIN residence r ON r.id = d.residence_id
			LEFT JOIN search s ON s.household_id = h.id WHERE h.id > ? ORDER BY h.id LIMIT ?`, after, batch)
		if err != nil || len(some) == 0 {
			return err
		}
		last := some[len(some)-1].ID
		holders, err := collect(ctx, q, scanHolding, `SELECT `+holderColumns+` FROM holder o
			WHERE o.household_id > ? AND o.household_id <= ? ORDER BY o.household_id, o.rank`, after, last)
		if err != nil {
			return err
		}
		i := 0
		for _, h := range some { // both lists run in the order of the households
			for ; i < len(holders) && holders[i].household == h.ID; i++ {
				h.Holders = append(h.Holders, holders[i].holder)
			}
			if err := visit(h); err != nil {
				return err
			}
		}
		after = last
	}
}

func scanFindable(s scanner) (h findableHousehold, err error) {
	var r coop.Residence
	fields := []any{&h.ID, &h.Lease, &h.Exit, &h.Gone}
	fields = append(fields, dwellingFields(&h.Dwelling)...)
	fields = append(fields, &r.Name, &r.Town, &h.kept.name, &h.kept.names, &h.kept.until, &h.kept.words)
	err = s.Scan(fields...)
	h.home = residenceWords(r)
	return h, err
}

// findAllAgain makes the search's tables and its index from the households.
func (t *tx) findAllAgain() error {
	for _, query := range []string{`DELETE FROM search_name`, `DELETE FROM search`} {
		if _, err := t.exec(query); err != nil {
			return err
		}
	}
	err := eachFindable(t.ctx, t, func(h findableHousehold) error {
		f := findable(h.Household, h.home)
		doc, err := t.findRow(h.ID, f)
		if err != nil {
			return err
		}
		return t.findNames(doc, f)
	})
	if err != nil {
		return err
	}
	_, err = t.exec(`INSERT INTO search_text (search_text) VALUES ('rebuild')`)
	return err
}
