package sqlite

import (
	"context"
	"encoding/json"

	"bienvenue/app/coop"
)

// entry adds a row to the journal; what is written there is never changed.
func (t *tx) entry(e coop.Entry) error {
	payload := string(e.Payload)
	if payload == "" {
		payload = "{}"
	}
	return t.insert(`INSERT INTO journal (id, at, staff_id, device, subject, subject_id, household_id, act, payload)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		e.ID, stamp(e.At), e.Staff, e.Device, e.Subject, e.SubjectID, e.Household, e.Act, payload)
}

// Journal lists what was done for a household, the oldest first.
func (a *Archive) Journal(ctx context.Context, h coop.HouseholdID) ([]coop.Entry, error) {
	return read(ctx, a, "journal", func(q querier) ([]coop.Entry, error) {
		return collect(ctx, q, func(s scanner) (e coop.Entry, err error) {
			var payload string
			err = s.Scan(&e.ID, moment{&e.At}, &e.Staff, &e.Device, &e.Subject, &e.SubjectID, &e.Household, &e.Act, &payload)
			e.Payload = json.RawMessage(payload)
			return e, err
		}, `SELECT id, at, staff_id, device, subject, subject_id, household_id, act, payload FROM journal
			WHERE household_id = ? AND household_id <> '' ORDER BY at, id`, h)
	})
}
