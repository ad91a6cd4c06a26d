package sqlite

import (
	"context"

	"bienvenue/app/coop"
)

// rehearsal adds a rehearsal.
func (t *tx) rehearsal(r coop.Rehearsal) error {
	forgotten, err := jsonText(r.Forgotten)
	if err != nil {
		return err
	}
	return t.insert(`INSERT INTO rehearsal (id, staff_id, script_id, version, persona, began_at, ended_at, seconds, plan,
		steps, seen, essential, essential_seen, forgotten, asked, answered)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		r.ID, r.Staff, r.Script, r.Version, r.Persona, stamp(r.Began), stamp(r.Ended), r.Seconds, r.Plan,
		r.Steps, r.Seen, r.Essential, r.EssentialSeen, forgotten, r.Asked, r.Answered)
}

// Rehearsals lists rehearsals with who rehearsed, the newest first.
func (a *Archive) Rehearsals(ctx context.Context, f coop.RehearsalFilter) ([]coop.RehearsalRow, error) {
	return read(ctx, a, "rehearsals", func(q querier) ([]coop.RehearsalRow, error) {
		return collect(ctx, q, scanRehearsal, `SELECT r.id, r.staff_id, r.script_id, r.version, r.persona, r.began_at,
			r.ended_at, r.seconds, r.plan, r.steps, r.seen, r.essential, r.essential_seen, r.forgotten, r.asked, r.answered,
			s.name FROM rehearsal r JOIN staff s ON s.id = r.staff_id
			WHERE (?1 = '' OR r.staff_id = ?1) AND (?2 = '' OR r.script_id = ?2)
			ORDER BY r.began_at DESC, r.id DESC LIMIT ?3`, f.Staff, f.Script, bound(f.Limit))
	})
}

func scanRehearsal(s scanner) (r coop.RehearsalRow, err error) {
	var forgotten string
	err = s.Scan(&r.ID, &r.Staff, &r.Script, &r.Version, &r.Persona, moment{&r.Began}, moment{&r.Ended}, &r.Seconds, &r.Plan,
		&r.Steps, &r.Seen, &r.Essential, &r.EssentialSeen, &forgotten, &r.Asked, &r.Answered, &r.Name)
	if err != nil {
		return r, err
	}
	return r, fromJSON(forgotten, &r.Forgotten)
}
