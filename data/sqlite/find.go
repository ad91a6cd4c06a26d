package sqlite

import (
	"errors"
	"strings"

	"bienvenue/app/coop"
)

// find writes what a household is found by, and only what changed of it.
func (t *tx) find(h coop.Household) error {
	home, err := t.residenceWords(h.Dwelling.Residence)
	if err != nil {
		return err
	}
	return t.findBy(h.ID, findable(h, home), h.Rev == 0)
}

func (t *tx) findBy(id coop.HouseholdID, f found, fresh bool) error {
	names := strings.Join(f.names, "\n")
	if fresh {
		doc, err := t.findRow(id, f)
		if err != nil {
			return err
		}
		return errors.Join(t.findText(doc, f), t.findNames(doc, f))
	}
	type row struct {
		doc int
		candidate
	}
	old, err := one(t.ctx, t, func(s scanner) (r row, err error) {
		return r, s.Scan(&r.doc, &r.name, &r.names, &r.until, &r.words)
	}, `SELECT docid, name, names, until_day, words FROM search WHERE household_id = ?`, id)
	switch {
	case errors.Is(err, coop.ErrNotFound):
		return t.findBy(id, f, true)
	case err != nil:
		return err
	case old.name == f.name && old.names == names && old.until == f.until && old.words == f.words:
		return nil
	}
	// The index reads the words it forgets in the table: they must still stand there.
	if _, err := t.exec(`DELETE FROM search_text WHERE docid = ?`, old.doc); err != nil {
		return err
	}
	if _, err := t.exec(`DELETE FROM search_name WHERE docid = ?`, old.doc); err != nil {
		return err
	}
	_, err = t.exec(`UPDATE search SET name = ?, names = ?, until_day = ?, words = ? WHERE docid = ?`,
		f.name, names, f.until, f.words, old.doc)
	return errors.Join(err, t.findText(old.doc, f), t.findNames(old.doc, f))
}

func (t *tx) findRow(id coop.HouseholdID, f found) (int, error) {
	return one(t.ctx, t, scanInt, `INSERT INTO search (household_id, name, names, until_day, words)
		VALUES (?, ?, ?, ?, ?) RETURNING docid`, id, f.name, strings.Join(f.names, "\n"), f.until, f.words)
}

func (t *tx) findText(doc int, f found) error {
	_, err := t.exec(`INSERT INTO search_text (docid, words) VALUES (?, ?)`, doc, f.words)
	return err
}

func (t *tx) findNames(doc int, f found) error {
	for _, name := range f.names {
		_, err := t.exec(`INSERT INTO search_name (name, docid, until_day) VALUES (?, ?, ?)`, name, doc, f.until)
		if err != nil {
			return err
		}
	}
	return nil
}

// findResidenceAgain writes anew what the households of a residence are found by.
func (t *tx) findResidenceAgain(id coop.ResidenceID) error {
	all, err := collect(t.ctx, t, scanHousehold, householdQuery+`WHERE d.residence_id = ?`, id)
	if err != nil {
		return err
	}
	for _, h := range all {
		holders, err := collect(t.ctx, t, scanHolding, `SELECT `+holderColumns+` FROM holder o
			WHERE o.household_id = ? ORDER BY o.rank`, h.ID)
		if err != nil {
			return err
		}
		for _, o := range holders {
			h.Holders = append(h.Holders, o.holder)
		}
		if err := t.find(h); err != nil {
			return err
		}
	}
	return nil
}

// tidySearch puts the full-text index in one piece after many changes.
func (t *tx) tidySearch() error {
	_, err := t.exec(`INSERT INTO search_text (search_text) VALUES ('optimize')`)
	return err
}
