package sqlite

import (
	"context"
	"errors"
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

// sound is what SQLite says of a database without a fault.
const sound = "ok"

// integrity lists what SQLite finds wrong with a file, at most a hundred faults.
func integrity(ctx context.Context, q querier) ([]string, error) {
	faults, err := collect(ctx, q, scanText[string], `PRAGMA integrity_check`)
	if len(faults) == 1 && faults[0] == sound {
		return nil, err
	}
	return faults, err
}
