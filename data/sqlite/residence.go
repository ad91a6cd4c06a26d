package sqlite

import (
	"context"

	"bienvenue/app/coop"
)

const residenceColumns = `id, code, name, address, postcode, town, heating, agency, manager,
	caretaker, syndic, heater, specifics, rev`

func scanResidence(s scanner) (r coop.Residence, err error) {
	err = s.Scan(&r.ID, &r.Code, &r.Name, &r.Address, &r.Postcode, &r.Town, &r.Heating, &r.Agency,
		&r.Manager, &r.Caretaker, &r.Syndic, &r.Heater, &r.Specifics, &r.Rev)
	return r, err
}

// residence writes a residence; when its name or town changed, its households are found by the new one.
func (t *tx) residence(r coop.Residence) error {
	values := []any{
		r.Code, r.Name, r.Address, r.Postcode, r.Town, r.Heating, r.Agency, r.Manager, r.Caretaker,
		r.Syndic, r.Heater, r.Specifics, r.ID,
	}
	if r.Rev == 0 {
		t.homes[r.ID] = residenceWords(r)
		return t.insert(`INSERT INTO residence (code, name, address, postcode, town, heating, agency, manager,
			caretaker, syndic, heater, specifics, id, rev) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`, values...)
	}
	before, err := t.residenceWords(r.ID)
	if err != nil {
		return err
	}
	err = t.update(`UPDATE residence SET code = ?, name = ?, address = ?, postcode = ?, town = ?, heating = ?,
		agency = ?, manager = ?, caretaker = ?, syndic = ?, heater = ?, specifics = ?, rev = rev + 1
		WHERE id = ? AND rev = ?`, append(values, r.Rev)...)
	if err != nil {
		return err
	}
	t.homes[r.ID] = residenceWords(r)
	if t.homes[r.ID] == before {
		return nil
	}
	return t.findResidenceAgain(r.ID)
}

// residenceWords are the words by which the households of a residence are found; somebody without
// a home has none.
func (t *tx) residenceWords(id coop.ResidenceID) (string, error) {
	if id == "" {
		return "", nil
	}
	if words, ok := t.homes[id]; ok {
		return words, nil
	}
	r, err := one(t.ctx, t, scanResidence, `SELECT `+residenceColumns+` FROM residence WHERE id = ?`, id)
	if err != nil {
		return "", err
	}
	t.homes[id] = residenceWords(r)
	return t.homes[id], nil
}

// Residence finds a residence.
func (a *Archive) Residence(ctx context.Context, id coop.ResidenceID) (coop.Residence, error) {
	return read(ctx, a, "residence", func(q querier) (coop.Residence, error) {
		return one(ctx, q, scanResidence, `SELECT `+residenceColumns+` FROM residence WHERE id = ?`, id)
	})
}

// Residences lists all residences by name.
func (a *Archive) Residences(ctx context.Context) ([]coop.Residence, error) {
	return read(ctx, a, "residences", func(q querier) ([]coop.Residence, error) {
		return collect(ctx, q, scanResidence, `SELECT `+residenceColumns+` FROM residence ORDER BY name, id`)
	})
}
