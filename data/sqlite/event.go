package sqlite

import (
	"context"

	"bienvenue/app/coop"
)

func (t *tx) event(e coop.Event) error {
	_, err := t.exec(`INSERT INTO event (id, kind, title, day, hour, place) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, day = excluded.day, hour = excluded.hour,
		place = excluded.place`, e.ID, e.Kind, e.Title, e.Day, e.Hour, e.Place)
	return err
}

// Events lists the events from a day on, the nearest first.
func (a *Archive) Events(ctx context.Context, from coop.Day) ([]coop.Event, error) {
	return read(ctx, a, "events", func(q querier) ([]coop.Event, error) {
		return collect(ctx, q, func(s scanner) (e coop.Event, err error) {
			return e, s.Scan(&e.ID, &e.Kind, &e.Title, &e.Day, &e.Hour, &e.Place)
		}, `SELECT id, kind, title, day, hour, place FROM event WHERE day >= ? ORDER BY day, id`, from)
	})
}
