package sqlite

import (
	"context"

	"github.com/mattn/go-sqlite3"

	"bienvenue/app/coop"
)

func scanStaff(s scanner) (m coop.Staff, err error) {
	err = s.Scan(&m.ID, &m.Login, &m.Name, &m.Role, &m.Phone, &m.Target, &m.Active, &m.Rev)
	return m, err
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
	if m.Rev == 0 {
		return t.insert(`INSERT INTO staff (id, login, name, role, phone, target, active, rev)
			VALUES (?, ?, ?, ?, ?, ?, ?, 1)`, m.ID, m.Login, m.Name, m.Role, m.Phone, m.Target, m.Active)
	}
	return t.update(`UPDATE staff SET login = ?, name = ?, role = ?, phone = ?, target = ?, active = ?, rev = rev + 1
		WHERE id = ? AND rev = ?`, m.Login, m.Name, m.Role, m.Phone, m.Target, m.Active, m.ID, m.Rev)
}

// Staff lists everybody who works or worked at the coop, by name.
func (a *Archive) Staff(ctx context.Context) ([]coop.Staff, error) {
	return read(ctx, a, "staff", func(q querier) ([]coop.Staff, error) {
		return collect(ctx, q, scanStaff, `SELECT id, login, name, role, phone, target, active, rev
			FROM staff ORDER BY name, id`)
	})
}
