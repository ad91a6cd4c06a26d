package sqlite

import (
	"context"

	"bienvenue/app/coop"
)

const talkColumns = `t.id, t.household_id, t.visit_id, t.kind, t.script_id, t.script_version, t.officer_id, t.state,
	t.current_step, t.minutes, t.pause, t.device, t.began_at, t.touched_at, t.ended_at, t.corrected_at`

func scanTalk(s scanner) (t coop.Talk, err error) {
	err = s.Scan(&t.ID, &t.Household, optional[coop.VisitID]{&t.Visit}, &t.Kind, &t.Script, &t.Version, &t.Officer,
		&t.State, &t.Current, &t.Minutes, &t.Pause, &t.Device, moment{&t.Began}, moment{&t.Touched}, moment{&t.Ended},
		moment{&t.Corrected})
	return t, err
}

// talk writes a talk's own row; its steps are written by themselves.
func (t *tx) talk(k coop.Talk) error {
	_, err := t.exec(`INSERT INTO talk (id, household_id, visit_id, kind, script_id, script_version, officer_id, state,
		current_step, minutes, pause, device, began_at, touched_at, ended_at, corrected_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET household_id = excluded.household_id, visit_id = excluded.visit_id,
		kind = excluded.kind, script_id = excluded.script_id, script_version = excluded.script_version,
		officer_id = excluded.officer_id, state = excluded.state, current_step = excluded.current_step,
		minutes = excluded.minutes, pause = excluded.pause, device = excluded.device, began_at = excluded.began_at,
		touched_at = excluded.touched_at, ended_at = excluded.ended_at, corrected_at = excluded.corrected_at`,
		k.ID, k.Household, orNull(k.Visit), k.Kind, k.Script, k.Version, k.Officer, k.State,
		k.Current, k.Minutes, k.Pause, k.Device, stamp(k.Began), stamp(k.Touched), stamp(k.Ended), stamp(k.Corrected))
	return err
}

// Talk finds a talk with its steps, in the order they were first touched.
func (a *Archive) Talk(ctx context.Context, id coop.TalkID) (coop.Talk, error) {
	return read(ctx, a, "talk", func(q querier) (coop.Talk, error) {
		found, err := one(ctx, q, scanTalk, `SELECT `+talkColumns+` FROM talk t WHERE t.id = ?`, id)
		if err != nil {
			return found, err
		}
		steps, err := stepsOf(ctx, q, []coop.TalkID{id})
		found.Steps = steps[id]
		return found, err
	})
}

// Talks lists a household's talks with their steps, the oldest first.
func (a *Archive) Talks(ctx context.Context, h coop.HouseholdID) ([]coop.Talk, error) {
	return read(ctx, a, "talks", func(q querier) ([]coop.Talk, error) {
		found, err := collect(ctx, q, scanTalk, `SELECT `+talkColumns+` FROM talk t
			WHERE t.household_id = ? ORDER BY t.began_at, t.id`, h)
		if err != nil || len(found) == 0 {
			return nil, err
		}
		ids := make([]coop.TalkID, 0, len(found))
		for _, k := range found {
			ids = append(ids, k.ID)
		}
		steps, err := stepsOf(ctx, q, ids)
		for i := range found {
			found[i].Steps = steps[found[i].ID]
		}
		return found, err
	})
}

// OpenTalks lists the interrupted talks with their steps, the last touched first; officer "" is
// everybody's.
func (a *Archive) OpenTalks(ctx context.Context, officer coop.StaffID) ([]coop.TalkRow, error) {
	return read(ctx, a, "open talks", func(q querier) ([]coop.TalkRow, error) {
		found, err := collect(ctx, q, func(s scanner) (coop.TalkRow, error) {
			k, err := scanTalk(s)
			return coop.TalkRow{Talk: k}, err
		}, `SELECT `+talkColumns+` FROM talk t WHERE t.state = 'open' AND (?1 = '' OR t.officer_id = ?1)
			ORDER BY t.touched_at DESC, t.id`, officer)
		if err != nil || len(found) == 0 {
			return nil, err
		}
		ids := make([]coop.TalkID, 0, len(found))
		for _, k := range found {
			ids = append(ids, k.ID)
		}
		steps, err := stepsOf(ctx, q, ids)
		if err != nil {
			return nil, err
		}
		for i := range found {
			found[i].Steps = steps[found[i].ID]
		}
		return found, fillRows(ctx, q, found, func(k *coop.TalkRow) (coop.HouseholdID, *coop.Row) { return k.Household, &k.Row })
	})
}
