package sqlite

import (
	"bienvenue/app/coop"
)

const holdColumns = `h.id, h.household_id, h.officer_id, h.start_at, h.end_at, h.travel_before, h.travel_after, h.by_id, h.until_at`

func scanHold(s scanner) (h coop.Hold, err error) {
	err = s.Scan(&h.ID, &h.Household, &h.Officer, moment{&h.Start}, moment{&h.End}, &h.Before, &h.After, &h.By, moment{&h.Until})
	return h, err
}

// hold keeps a time for whoever proposes it.
func (t *tx) hold(h coop.Hold) error {
	if err := t.judged(h.Visit()); err != nil {
		return err
	}
	return t.insert(`INSERT INTO hold (id, household_id, officer_id, start_at, end_at, travel_before, travel_after, by_id, until_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		h.ID, h.Household, h.Officer, stamp(h.Start), stamp(h.End), h.Before, h.After, h.By, stamp(h.Until))
}

func (t *tx) release(r coop.Release) error {
	if _, err := t.exec(`DELETE FROM hold WHERE until_at < ?`, stamp(r.Ended)); err != nil {
		return err
	}
	_, err := t.exec(`DELETE FROM hold WHERE household_id = ? AND by_id = ?`, r.Household, r.By)
	return err
}
