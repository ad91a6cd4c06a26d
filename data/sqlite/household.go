package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"bienvenue/app/coop"
)

const dwellingColumns = `d.id, COALESCE(d.residence_id, ''), d.lot, d.building, d.stair, d.floor, d.door, d.type, d.home,
	d.heating, d.copro, d.garage`

func dwellingFields(d *coop.Dwelling) []any {
	return []any{
		&d.ID, &d.Residence, &d.Lot, &d.Building, &d.Stair, &d.Floor, &d.Door, &d.Type, &d.Home,
		&d.Heating, &d.Copro, &d.Garage,
	}
}

const householdQuery = `SELECT ` + dwellingColumns + `, h.id, h.lease, h.source, h.product, h.share_state,
	h.share_number, h.share_cents, h.share_since, h.signed_day, h.entry_day, h.exit_day, h.reception_day,
	h.option_day, h.no_news, h.gone_day, h.language, h.landlord, h.prefers, h.wishes, h.since_at, h.imported, h.rev
	FROM household h JOIN dwelling d ON d.id = h.dwelling_id `

func scanHousehold(s scanner) (h coop.Household, err error) {
	var imported sql.NullString
	var prefers string
	fields := append(dwellingFields(&h.Dwelling), &h.ID, &h.Lease, &h.Source, &h.Product, &h.Share.State,
		&h.Share.Number, &h.Share.Cents, &h.Share.Since, &h.Signed, &h.Entry, &h.Exit, &h.Reception,
		&h.Option, &h.NoNews, &h.Gone, &h.Language, &h.Landlord, &prefers, &h.Wishes, moment{&h.Since}, &imported, &h.Rev)
	if err := s.Scan(fields...); err != nil {
		return h, err
	}
	if err := fromJSON(prefers, &h.Prefers); err != nil {
		return h, fmt.Errorf("preferences: %w", err)
	}
	if imported.Valid {
		h.Imported = new(coop.Lease)
		err = json.Unmarshal([]byte(imported.String), h.Imported)
	}
	return h, err
}

// holding is a holder with the household it belongs to.
type holding struct {
	household coop.HouseholdID
	holder    coop.Cooperator
}

const holderColumns = `o.household_id, o.id, o.tenant, o.civility, o.first, o.last, o.phone, o.mobile, o.email, o.raw`

func scanHolding(s scanner) (o holding, err error) {
	h := &o.holder
	err = s.Scan(&o.household, &h.ID, &h.Tenant, &h.Civility, &h.First, &h.Last, &h.Phone, &h.Mobile, &h.Email, &h.Raw)
	return o, err
}

// household writes a household, its home and its holders, and what it is found by.
func (t *tx) household(h coop.Household) error {
	if err := t.dwelling(h.Dwelling); err != nil {
		return fmt.Errorf("dwelling: %w", err)
	}
	var imported any
	if h.Imported != nil {
		b, err := json.Marshal(h.Imported)
		if err != nil {
			return fmt.Errorf("imported: %w", err)
		}
		imported = string(b)
	}
	prefers, err := jsonText(h.Prefers)
	if err != nil {
		return fmt.Errorf("preferences: %w", err)
	}
	values := []any{
		h.Lease, h.Source, h.Dwelling.ID, h.Product, h.Share.State, h.Share.Number, h.Share.Cents, h.Share.Since,
		h.Signed, h.Entry, h.Exit, h.Reception, h.Option, h.NoNews, h.Gone, h.Language, h.Landlord, prefers, h.Wishes,
		stamp(h.Since), imported, h.ID,
	}
	if err := t.householdRow(h.Rev, values); err != nil {
		return err
	}
	if err := t.holders(h); err != nil {
		return fmt.Errorf("holders: %w", err)
	}
	if err := t.find(h); err != nil {
		return fmt.Errorf("search index: %w", err)
	}
	return nil
}

func (t *tx) householdRow(rev int, values []any) error {
	if rev == 0 {
		return t.insert(`INSERT INTO household (lease, source, dwelling_id, product, share_state, share_number,
			share_cents, share_since, signed_day, entry_day, exit_day, reception_day, option_day, no_news, gone_day,
			language, landlord, prefers, wishes, since_at, imported, id, rev)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`, values...)
	}
	return t.update(`UPDATE household SET lease = ?, source = ?, dwelling_id = ?, product = ?, share_state = ?,
		share_number = ?, share_cents = ?, share_since = ?, signed_day = ?, entry_day = ?, exit_day = ?,
		reception_day = ?, option_day = ?, no_news = ?, gone_day = ?, language = ?, landlord = ?, prefers = ?, wishes = ?, since_at = ?, imported = ?,
		rev = rev + 1 WHERE id = ? AND rev = ?`, append(values, rev)...)
}

// dwelling writes a home. A new one is tried first: one statement that may insert or update makes
// the engine write the search's index out each time, which costs an import half its time.
func (t *tx) dwelling(d coop.Dwelling) error {
	values := []any{
		orNull(d.Residence), d.Lot, d.Building, d.Stair, d.Floor, d.Door, d.Type, d.Home, d.Heating, d.Copro, d.Garage, d.ID,
	}
	n, err := t.exec(`INSERT INTO dwelling (residence_id, lot, building, stair, floor, door, type, home,
		heating, copro, garage, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO NOTHING`, values...)
	if err != nil || n == 1 {
		return err
	}
	_, err = t.exec(`UPDATE dwelling SET residence_id = ?, lot = ?, building = ?, stair = ?, floor = ?, door = ?,
		type = ?, home = ?, heating = ?, copro = ?, garage = ? WHERE id = ?`, values...)
	return err
}

func (t *tx) holders(h coop.Household) error {
	if h.Rev > 0 {
		if _, err := t.exec(`DELETE FROM holder WHERE household_id = ?`, h.ID); err != nil {
			return err
		}
	}
	for rank, c := range h.Holders {
		err := t.insert(`INSERT INTO holder (household_id, rank, id, tenant, civility, first, last, phone, mobile,
			email, raw) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			h.ID, rank, c.ID, c.Tenant, c.Civility, c.First, c.Last, c.Phone, c.Mobile, c.Email, c.Raw)
		if err != nil {
			return err
		}
	}
	return nil
}

// Household finds a household with everything that is kept of it.
func (a *Archive) Household(ctx context.Context, id coop.HouseholdID) (coop.Household, error) {
	return read(ctx, a, "household", func(q querier) (coop.Household, error) {
		h, err := one(ctx, q, scanHousehold, householdQuery+`WHERE h.id = ?`, id)
		if err != nil {
			return h, err
		}
		holders, err := collect(ctx, q, scanHolding, `SELECT `+holderColumns+` FROM holder o
			WHERE o.household_id = ? ORDER BY o.rank`, id)
		for _, o := range holders {
			h.Holders = append(h.Holders, o.holder)
		}
		return h, err
	})
}

// HouseholdsOf lists the households of a kind of ERP file, with what the ERP last said of them.
func (a *Archive) HouseholdsOf(ctx context.Context, source string) ([]coop.Household, error) {
	return read(ctx, a, "households of a source", func(q querier) ([]coop.Household, error) {
		all, err := collect(ctx, q, scanHousehold, householdQuery+`WHERE h.source = ? ORDER BY h.id`, source)
		if err != nil {
			return nil, err
		}
		holders, err := collect(ctx, q, scanHolding, `SELECT `+holderColumns+` FROM holder o
			JOIN household h ON h.id = o.household_id WHERE h.source = ? ORDER BY o.household_id, o.rank`, source)
		if err != nil {
			return nil, err
		}
		i := 0
		for n := range all { // both lists run in the order of the households
			for ; i < len(holders) && holders[i].household == all[n].ID; i++ {
				all[n].Holders = append(all[n].Holders, holders[i].holder)
			}
		}
		return all, nil
	})
}

// FindHousehold takes our identity, a lease code or a tenant code. Of several households, one that
// lives there now comes first, then the one that entered last.
func (a *Archive) FindHousehold(ctx context.Context, ref string) (coop.HouseholdID, error) {
	return read(ctx, a, "find household", func(q querier) (coop.HouseholdID, error) {
		return one(ctx, q, scanText[coop.HouseholdID], `SELECT h.id FROM household h
			WHERE h.id = :ref OR (h.lease = :ref AND h.lease <> '') OR h.id IN (
				SELECT o.household_id FROM holder o WHERE o.tenant = :ref AND o.tenant <> '')
			ORDER BY h.id = :ref DESC, h.gone_day <> '' OR (h.exit_day <> '' AND h.exit_day < :today),
				h.lease = :ref DESC, h.entry_day DESC, h.id LIMIT 1`,
			sql.Named("ref", ref), sql.Named("today", coop.DayOf(a.now())))
	})
}
