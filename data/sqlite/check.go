package sqlite

import (
	"context"
	"errors"
	"slices"
	"strings"
)

// Check looks a file over from end to end without writing to it: that it is an archive of a
// version this program knows, and that nothing of it is damaged.
func Check(ctx context.Context, path string) (err error) {
	if err := approach(path, Options{ReadOnly: true}); err != nil {
		return err
	}
	db, err := open(path, defaultBusy, map[string][]string{"mode": {"ro"}}, map[string][]string{"_query_only": {"1"}})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(Explain(err, path), db.Close()) }()
	if err := checkKind(ctx, db, path, false); err != nil {
		return err
	}
	if err := checkVersion(ctx, db, path, false); err != nil {
		return err
	}
	faults, err := integrity(ctx, db)
	if err == nil && len(faults) > 0 {
		return refusal(keyDamaged, path)
	}
	return err
}

// What SQLite says of a database without a fault, and how it names the search's index when that
// disagrees with its table. The pragma answers in texts only.
const (
	sound       = "ok"
	searchIndex = "main.search_text"
)

// integrity lists what SQLite finds wrong with a file, at most a hundred faults. A search index
// that is out of date is no damage: it is made again from the households.
func integrity(ctx context.Context, q querier) ([]string, error) {
	faults, err := collect(ctx, q, scanText[string], `PRAGMA integrity_check`)
	return slices.DeleteFunc(faults, func(fault string) bool {
		return fault == sound || strings.Contains(fault, searchIndex)
	}), err
}
