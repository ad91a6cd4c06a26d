package sqlite

import (
	"errors"
	"strings"

	"bienvenue/app/coop"
)

// waiting is a household whose search words are still to be written in this transaction. They are
// written together: each time another table's upsert comes between two of them, the full-text
// index flushes what it holds in memory into a piece of its own, and an import takes many times as long.
type waiting struct {
	id    coop.HouseholdID
	found found
	fresh bool // not in the search yet
}

// together is how many households' search words are written in one go.
const together = 2000

// find has what a household is found by written before the transaction ends.
func (t *tx) find(h coop.Household) error {
	home, err := t.residenceWords(h.Dwelling.Residence)
	if err != nil {
		return err
	}
	t.waiting = append(t.waiting, waiting{id: h.ID, found: findable(h, home), fresh: h.Rev == 0})
	if len(t.waiting) < together {
		return nil
	}
	return t.writeFound()
}

// writeFound writes the search words that wait.
func (t *tx) writeFound() error {
	for _, w := range t.waiting {
		var err error
		if w.fresh {
			err = t.findFirst(w.id, w.found)
		} else {
			err = t.findAnew(w.id, w.found)
		}
		if err != nil {
			return err
		}
	}
	t.waiting = t.waiting[:0]
	return nil
}

func (t *tx) findFirst(id coop.HouseholdID, f found) error {
	doc, err := t.findRow(id, f)
	if err != nil {
		return err
	}
	return errors.Join(t.findText(doc, f), t.findNames(doc, f))
}

// findAnew writes only what changed of what a household is found by.
func (t *tx) findAnew(id coop.HouseholdID, f found) error {
	type row struct {
		doc int64
		candidate
	}
	old, err := one(t.ctx, t, func(s scanner) (r row, err error) {
		return r, s.Scan(&r.doc, &r.name, &r.names, &r.until, &r.words)
	}, `SELECT docid, name, names, until_day, words FROM search WHERE household_id = ?`, id)
	names := strings.Join(f.names, "\n")
	switch {
	case errors.Is(err, coop.ErrNotFound):
		return t.findFirst(id, f)
	case err != nil:
		return err
	case old.name == f.name && old.names == names && old.until == f.until && old.words == f.words:
		return nil
	}
	// The index reads the words it forgets in the table: they must still stand there.
	if _, err := t.exec(`DELETE FROM search_text WHERE docid = ?`, old.doc); err != nil {
		return err
	}
	for name := range strings.SplitSeq(old.names, "\n") {
		if _, err := t.exec(`DELETE FROM search_name WHERE name = ? AND docid = ?`, name, old.doc); err != nil {
			return err
		}
	}
	_, err = t.exec(`UPDATE search SET name = ?, names = ?, until_day = ?, words = ? WHERE docid = ?`,
		f.name, names, f.until, f.words, old.doc)
	return errors.Join(err, t.findText(old.doc, f), t.findNames(old.doc, f))
}

// findRow has no RETURNING: a statement that gives rows back makes the engine flush the full-text
// index each time, too.
func (t *tx) findRow(id coop.HouseholdID, f found) (int64, error) {
	stmt, err := t.stmt(`INSERT INTO search (household_id, name, names, until_day, words) VALUES (?, ?, ?, ?, ?)`)
	if err != nil {
		return 0, err
	}
	result, err := stmt.ExecContext(t.ctx, id, f.name, strings.Join(f.names, "\n"), f.until, f.words)
	if err != nil {
		return 0, err
	}
	return result.LastInsertId()
}

func (t *tx) findText(doc int64, f found) error {
	_, err := t.exec(`INSERT INTO search_text (docid, words) VALUES (?, ?)`, doc, f.words)
	return err
}

func (t *tx) findNames(doc int64, f found) error {
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
	if err := t.writeFound(); err != nil {
		return err
	}
	_, err := t.exec(`INSERT INTO search_text (search_text) VALUES ('optimize')`)
	return err
}
