package sqlite

import (
	"context"
	"maps"
	"slices"
)

func (t *tx) settings(table map[string]string) error {
	for _, key := range slices.Sorted(maps.Keys(table)) {
		_, err := t.exec(`INSERT INTO setting (key, value) VALUES (?, ?)
			ON CONFLICT (key) DO UPDATE SET value = excluded.value`, key, table[key])
		if err != nil {
			return err
		}
	}
	return nil
}

// Settings is the table of what the coop set; app/settings knows what its keys mean.
func (a *Archive) Settings(ctx context.Context) (map[string]string, error) {
	return read(ctx, a, "settings", func(q querier) (map[string]string, error) {
		return settingsOf(ctx, q, `SELECT key, value FROM setting`)
	})
}

func settingsOf(ctx context.Context, q querier, query string) (map[string]string, error) {
	type row struct{ key, value string }
	rows, err := collect(ctx, q, func(s scanner) (r row, err error) {
		return r, s.Scan(&r.key, &r.value)
	}, query)
	table := make(map[string]string, len(rows))
	for _, r := range rows {
		table[r.key] = r.value
	}
	return table, err
}
