package sqlite

import (
	"context"
	"math"

	"bienvenue/app/coop"
)

const followUpColumns = `f.id, f.household_id, f.talk_id, f.motive, f.service, f.owner, f.what, f.due_day, f.state,
	f.told_day, f.reason, f.opened_at, f.closed_at, f.rev`

func scanFollowUp(s scanner) (f coop.FollowUp, err error) {
	err = s.Scan(&f.ID, &f.Household, optional[coop.TalkID]{&f.Talk}, &f.Motive, &f.Service, &f.Owner, &f.What, &f.Due,
		&f.State, &f.Told, &f.Reason, moment{&f.Opened}, moment{&f.Closed}, &f.Rev)
	return f, err
}

func (t *tx) followUp(f coop.FollowUp) error {
	values := []any{
		f.Household, orNull(f.Talk), f.Motive, f.Service, f.Owner, f.What, f.Due, f.State, f.Told, f.Reason,
		stamp(f.Opened), stamp(f.Closed), f.ID,
	}
	if f.Rev == 0 {
		return t.insert(`INSERT INTO follow_up (household_id, talk_id, motive, service, owner, what, due_day, state,
			told_day, reason, opened_at, closed_at, id, rev) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`, values...)
	}
	return t.update(`UPDATE follow_up SET household_id = ?, talk_id = ?, motive = ?, service = ?, owner = ?, what = ?,
		due_day = ?, state = ?, told_day = ?, reason = ?, opened_at = ?, closed_at = ?, rev = rev + 1
		WHERE id = ? AND rev = ?`, append(values, f.Rev)...)
}

// The ways to narrow follow-ups: those that still run have an index by their due day.
const (
	followUpEnd  = ` AND (?1 = '' OR f.household_id = ?1) AND (?2 = '' OR f.talk_id = ?2) AND (?3 = '' OR f.service = ?3)`
	followUpsAll = ` FROM follow_up f WHERE ?4 = ''` + followUpEnd
	followUpsRun = ` FROM follow_up f WHERE f.state IN ('open', 'passed') AND (?4 = '' OR (f.due_day <> '' AND f.due_day < ?4))` +
		followUpEnd
	followUpsOf = ` FROM follow_up f WHERE f.household_id = ?1 AND (?2 = '' OR f.talk_id = ?2)
		AND (?3 = '' OR f.service = ?3) AND ?4 = ''`
)

func followUpNarrowed(f coop.FollowUpFilter) (string, []any) {
	args := []any{f.Household, f.Talk, f.Service, f.LateOn}
	switch {
	case f.OpenOnly || f.LateOn != "":
		return followUpsRun, args
	case f.Household != "":
		return followUpsOf, args
	}
	return followUpsAll, args
}

// FollowUp finds a follow-up.
func (a *Archive) FollowUp(ctx context.Context, id coop.FollowUpID) (coop.FollowUp, error) {
	return read(ctx, a, "follow-up", func(q querier) (coop.FollowUp, error) {
		return one(ctx, q, scanFollowUp, `SELECT `+followUpColumns+` FROM follow_up f WHERE f.id = ?`, id)
	})
}

// FollowUps lists follow-ups by their due day, those without one last.
func (a *Archive) FollowUps(ctx context.Context, f coop.FollowUpFilter) ([]coop.FollowUpRow, error) {
	from, args := followUpNarrowed(f)
	return read(ctx, a, "follow-ups", func(q querier) ([]coop.FollowUpRow, error) {
		found, err := collect(ctx, q, func(s scanner) (coop.FollowUpRow, error) {
			u, err := scanFollowUp(s)
			return coop.FollowUpRow{FollowUp: u}, err
		}, `SELECT `+followUpColumns+from+` ORDER BY f.due_day = '', f.due_day, f.id LIMIT ?5`, append(args, bound(f.Limit))...)
		if err != nil {
			return nil, err
		}
		return found, fillRows(ctx, q, found, func(u *coop.FollowUpRow) (coop.HouseholdID, *coop.Row) { return u.Household, &u.Row })
	})
}

// CountFollowUps counts what FollowUps would list without a limit.
func (a *Archive) CountFollowUps(ctx context.Context, f coop.FollowUpFilter) (int, error) {
	from, args := followUpNarrowed(f)
	return read(ctx, a, "count follow-ups", func(q querier) (int, error) {
		return one(ctx, q, scanInt, `SELECT count(*)`+from, args...)
	})
}

// bound is a limit as SQL wants it: 0 is none.
func bound(limit int) int {
	if limit <= 0 {
		return math.MaxInt32
	}
	return limit
}
