package sqlite

import (
	"context"

	"github.com/mattn/go-sqlite3"

	"bienvenue/app/coop"
)

func scanStaff(s scanner) (m coop.Staff, err error) {
	var speaks string
	if err = s.Scan(&m.ID, &m.Login, &m.Name, &m.Role, &m.Phone, &m.Target, &m.Active, &speaks, &m.Named, &m.Rev); err != nil {
		return m, err
	}
	return m, fromJSON(speaks, &m.Speaks)
}

// staff writes a member of staff; a login that somebody else has is refused.
func (t *tx) staff(m coop.Staff) error {
	err := t.staffRow(m)
	if broke(err, sqlite3.ErrConstraintUnique) {
		return because(coop.Refuse(keyLogin, map[string]any{"Login": m.Login}), err)
	}
	return err
}

func (t *tx) staffRow(m coop.Staff) error {
	speaks, err := jsonText(m.Speaks)
	if err != nil {
		return err
	}
	values := []any{m.Login, m.Name, m.Role, m.Phone, m.Target, m.Active, speaks, m.Named, m.ID}
	if m.Rev == 0 {
		return t.insert(`INSERT INTO staff (login, name, role, phone, target, active, speaks, named, id, rev)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`, values...)
	}
	return t.update(`UPDATE staff SET login = ?, name = ?, role = ?, phone = ?, target = ?, active = ?, speaks = ?, named = ?,
		rev = rev + 1 WHERE id = ? AND rev = ?`, append(values, m.Rev)...)
}

const staffQuery = `SELECT id, login, name, role, phone, target, active, speaks, named, rev FROM staff ORDER BY name, id`

// Staff lists everybody who works or worked at the coop, by name.
func (a *Archive) Staff(ctx context.Context) ([]coop.Staff, error) {
	return read(ctx, a, "staff", func(q querier) ([]coop.Staff, error) {
		return collect(ctx, q, scanStaff, staffQuery)
	})
}
