package sqlite

import (
	"context"
	"encoding/json"
	"fmt"

	"bienvenue/app/coop"
)

func scanHours(s scanner) (h coop.Hours, err error) {
	var week string
	if err := s.Scan(&h.Staff, &week, &h.Rev); err != nil {
		return h, err
	}
	return h, json.Unmarshal([]byte(week), &h.Week)
}

// hours writes an officer's working week.
func (t *tx) hours(h coop.Hours) error {
	week, err := json.Marshal(h.Week)
	if err != nil {
		return err
	}
	if h.Rev == 0 {
		return t.insert(`INSERT INTO hours (staff_id, week, rev) VALUES (?, ?, 1)`, h.Staff, string(week))
	}
	return t.update(`UPDATE hours SET week = ?, rev = rev + 1 WHERE staff_id = ? AND rev = ?`, string(week), h.Staff, h.Rev)
}

const (
	hoursQuery     = `SELECT staff_id, week, rev FROM hours ORDER BY staff_id`
	exceptionQuery = `SELECT id, COALESCE(staff_id, ''), kind, from_day, to_day, from_minute, to_minute, weekly, label, rev
		FROM exception WHERE to_day >= ? AND from_day <= ? ORDER BY from_day, from_minute, id`
)

func scanException(s scanner) (e coop.Exception, err error) {
	err = s.Scan(&e.ID, &e.Staff, &e.Kind, &e.From, &e.To, &e.Span.From, &e.Span.To, &e.Weekly, &e.Label, &e.Rev)
	return e, err
}

func (t *tx) exception(e coop.Exception) error {
	values := []any{orNull(e.Staff), e.Kind, e.From, e.To, e.Span.From, e.Span.To, e.Weekly, e.Label, e.ID}
	if e.Rev == 0 {
		return t.insert(`INSERT INTO exception (staff_id, kind, from_day, to_day, from_minute, to_minute, weekly, label, id, rev)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`, values...)
	}
	return t.update(`UPDATE exception SET staff_id = ?, kind = ?, from_day = ?, to_day = ?, from_minute = ?, to_minute = ?,
		weekly = ?, label = ?, rev = rev + 1 WHERE id = ? AND rev = ?`, append(values, e.Rev)...)
}

// except takes an exception away; one that is gone already is gone.
func (t *tx) except(id coop.ExceptionID) error {
	_, err := t.exec(`DELETE FROM exception WHERE id = ?`, id)
	return err
}

// Hours lists the officers' own working weeks.
func (a *Archive) Hours(ctx context.Context) ([]coop.Hours, error) {
	return read(ctx, a, "hours", func(q querier) ([]coop.Hours, error) {
		return collect(ctx, q, scanHours, hoursQuery)
	})
}

// Exceptions lists what differs from the usual weeks on the days from one to another, both included.
func (a *Archive) Exceptions(ctx context.Context, from, to coop.Day) ([]coop.Exception, error) {
	return read(ctx, a, "exceptions", func(q querier) ([]coop.Exception, error) {
		return collect(ctx, q, scanException, exceptionQuery, from, to)
	})
}

// Exception finds what differs from the usual week.
func (a *Archive) Exception(ctx context.Context, id coop.ExceptionID) (coop.Exception, error) {
	return read(ctx, a, "exception", func(q querier) (coop.Exception, error) {
		return one(ctx, q, scanException, `SELECT id, COALESCE(staff_id, ''), kind, from_day, to_day, from_minute, to_minute,
			weekly, label, rev FROM exception WHERE id = ?`, id)
	})
}

// judged asks the change's own judge whether a visit can stand, with the facts as this
// transaction sees them.
func (t *tx) judged(v coop.Visit) error {
	if t.judge == nil {
		return nil
	}
	facts, err := factsOf(t.ctx, t, t.query(v))
	if err != nil {
		return fmt.Errorf("facts of the diary: %w", err)
	}
	return t.judge(v, facts)
}
