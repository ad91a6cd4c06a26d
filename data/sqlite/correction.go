package sqlite

import (
	"context"
	"encoding/json"

	"bienvenue/app/coop"
)

// correction adds what stood before a correction; it is never changed.
func (t *tx) correction(c coop.Correction) error {
	before, err := json.Marshal(c.Before)
	if err != nil {
		return err
	}
	return t.insert(`INSERT INTO correction (id, talk_id, at, staff_id, reason, before) VALUES (?, ?, ?, ?, ?, ?)`,
		c.ID, c.Talk, stamp(c.At), c.Staff, c.Reason, string(before))
}

// Corrections lists the corrections of a talk, the newest first.
func (a *Archive) Corrections(ctx context.Context, talk coop.TalkID) ([]coop.Correction, error) {
	return read(ctx, a, "corrections", func(q querier) ([]coop.Correction, error) {
		return collect(ctx, q, func(s scanner) (c coop.Correction, err error) {
			var before string
			if err = s.Scan(&c.ID, &c.Talk, moment{&c.At}, &c.Staff, &c.Reason, &before); err != nil {
				return c, err
			}
			return c, json.Unmarshal([]byte(before), &c.Before)
		}, `SELECT id, talk_id, at, staff_id, reason, before FROM correction WHERE talk_id = ? ORDER BY at DESC, id DESC`, talk)
	})
}

// signature writes what a cooperator drew; nothing drawn takes the signature back.
func (t *tx) signature(s coop.Signature) error {
	if !s.Signed() {
		_, err := t.exec(`DELETE FROM signature WHERE talk_id = ?`, s.Talk)
		return err
	}
	strokes, err := jsonText(s.Strokes)
	if err != nil {
		return err
	}
	_, err = t.exec(`INSERT INTO signature (talk_id, household_id, strokes, aspect, at, staff_id) VALUES (?, ?, ?, ?, ?, ?)
		ON CONFLICT (talk_id) DO UPDATE SET household_id = excluded.household_id, strokes = excluded.strokes,
		aspect = excluded.aspect, at = excluded.at, staff_id = excluded.staff_id`,
		s.Talk, s.Household, strokes, float64(s.Aspect), stamp(s.At), s.Staff)
	return err
}

const signatureQuery = `SELECT g.talk_id, g.household_id, g.strokes, g.aspect, g.at, g.staff_id FROM signature g `

func scanSignature(s scanner) (g coop.Signature, err error) {
	var strokes string
	if err = s.Scan(&g.Talk, &g.Household, &strokes, &g.Aspect, moment{&g.At}, &g.Staff); err != nil {
		return g, err
	}
	return g, fromJSON(strokes, &g.Strokes)
}

// Signature finds what was drawn at the end of a talk.
func (a *Archive) Signature(ctx context.Context, talk coop.TalkID) (coop.Signature, error) {
	return read(ctx, a, "signature", func(q querier) (coop.Signature, error) {
		return one(ctx, q, scanSignature, signatureQuery+`WHERE g.talk_id = ?`, talk)
	})
}

// LastSignature finds what a household drew at its last talk that bears a signature; a talk that was
// abandoned does not count.
func (a *Archive) LastSignature(ctx context.Context, h coop.HouseholdID) (coop.Signature, error) {
	return read(ctx, a, "last signature", func(q querier) (coop.Signature, error) {
		return one(ctx, q, scanSignature, signatureQuery+`JOIN talk t ON t.id = g.talk_id
			WHERE g.household_id = ? AND t.state <> 'abandoned' ORDER BY t.began_at DESC, t.id DESC LIMIT 1`, h)
	})
}
