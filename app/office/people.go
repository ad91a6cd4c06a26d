package office

import (
	"context"
	"errors"
	"fmt"

	"bienvenue/app/coop"
	"bienvenue/app/settings"
)

// SearchLimit is how many rows a search shows unless asked for more.
const SearchLimit = 50

// Search finds households by any words of their names, phones, codes, residence or door.
// Without words it lists nobody.
func (o *Office) Search(ctx context.Context, _ coop.Actor, words string, limit int) ([]coop.Row, error) {
	if limit <= 0 {
		limit = SearchLimit
	}
	rows, err := o.store.Rows(ctx, coop.RowFilter{Words: words, Limit: limit, On: o.Today()})
	if err != nil {
		return nil, fmt.Errorf("search people: %w", err)
	}
	return rows, nil
}

// People lists households by a filter and counts all that fit it; Due filters are completed with
// the coop's own rules (today, the backlog it has chosen, its window).
func (o *Office) People(ctx context.Context, _ coop.Actor, f coop.RowFilter, late bool) ([]coop.Row, int, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return nil, 0, err
	}
	f.On = o.Today()
	if f.Due {
		f = o.due(f, s, late)
	}
	rows, err := o.store.Rows(ctx, f)
	if err != nil {
		return nil, 0, fmt.Errorf("list people: %w", err)
	}
	total, err := o.store.CountRows(ctx, f)
	if err != nil {
		return nil, 0, fmt.Errorf("count people: %w", err)
	}
	return rows, total, nil
}

// due bounds « owes a visit » by the coop's rules: entered within the backlog, window open.
func (o *Office) due(f coop.RowFilter, s settings.Settings, late bool) coop.RowFilter {
	today := o.Today()
	f.Due, f.On = true, today
	f.Since = today.AddMonths(-s.Rules.Backlog)
	f.Before = today.Add(-s.Rules.Window.From)
	if late {
		f.LateBefore = today.Add(-s.Rules.Window.To)
	}
	return f
}

// FindHousehold finds a household by our identity, its lease code or a tenant code.
func (o *Office) FindHousehold(ctx context.Context, _ coop.Actor, ref string) (coop.HouseholdID, error) {
	id, err := o.store.FindHousehold(ctx, ref)
	if errors.Is(err, coop.ErrNotFound) {
		return "", coop.Refuse("people.refused.unknown", map[string]any{"Ref": ref})
	}
	if err != nil {
		return "", fmt.Errorf("find household: %w", err)
	}
	return id, nil
}

// Residences lists the residences by name.
func (o *Office) Residences(ctx context.Context, _ coop.Actor) ([]coop.Residence, error) {
	all, err := o.store.Residences(ctx)
	if err != nil {
		return nil, fmt.Errorf("list residences: %w", err)
	}
	return all, nil
}

// Open gathers everything the desk sees of a household.
func (o *Office) Open(ctx context.Context, _ coop.Actor, id coop.HouseholdID) (coop.File, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return coop.File{}, err
	}
	f, err := o.gather(ctx, id)
	if err != nil {
		return coop.File{}, fmt.Errorf("open household: %w", err)
	}
	f.Window = s.Rules.Window.Of(f.Household.Entry)
	f.Attempt = attemptFor(f, o.Today(), s)
	f.Next = nextFor(f, o.Today(), o.zone)
	return f, nil
}

func (o *Office) gather(ctx context.Context, id coop.HouseholdID) (f coop.File, err error) {
	if f.Household, err = o.store.Household(ctx, id); err != nil {
		return f, err
	}
	if f.Residence, err = o.store.Residence(ctx, f.Household.Dwelling.Residence); err != nil && !errors.Is(err, coop.ErrNotFound) {
		return f, err
	}
	if f.Visits, err = o.store.Visits(ctx, coop.VisitFilter{Household: id, Cancelled: true}); err != nil {
		return f, err
	}
	if f.Talks, err = o.store.Talks(ctx, id); err != nil {
		return f, err
	}
	if f.Outcomes, err = o.store.Outcomes(ctx, id); err != nil {
		return f, err
	}
	if f.FollowUps, err = o.followUpsOf(ctx, id); err != nil {
		return f, err
	}
	if f.Papers, err = o.store.Papers(ctx, id); err != nil {
		return f, err
	}
	f.Reprint = reprint(f)
	f.Journal, err = o.store.Journal(ctx, id)
	return f, err
}

func (o *Office) followUpsOf(ctx context.Context, id coop.HouseholdID) ([]coop.FollowUp, error) {
	rows, err := o.store.FollowUps(ctx, coop.FollowUpFilter{Household: id})
	if err != nil {
		return nil, err
	}
	all := make([]coop.FollowUp, 0, len(rows))
	for _, r := range rows {
		all = append(all, r.FollowUp)
	}
	return all, nil
}

// AddHousehold enters somebody whom the ERP does not know yet, as the desk meets them. A residence
// with a name is made; without one, and without a home's, they have no home with the coop yet.
func (o *Office) AddHousehold(ctx context.Context, by coop.Actor, h coop.Household, r coop.Residence) (coop.HouseholdID, error) {
	h, err := tidyHousehold(coop.Household{}, h)
	if err != nil {
		return "", err
	}
	c := coop.Change{}
	if h.Dwelling.Residence == "" && r.Name != "" {
		r.ID = coop.ResidenceID(o.newID())
		h.Dwelling.Residence = r.ID
		c.Residences = append(c.Residences, r)
	}
	h.ID, h.Since = coop.HouseholdID(o.newID()), o.now().UTC()
	h.Dwelling.ID = coop.DwellingID(o.newID())
	if h.Language == "" {
		h.Language = "fr"
	}
	if h.Share.State == "" {
		h.Share.State = coop.ShareUnknown
	}
	for i := range h.Holders {
		h.Holders[i].ID = coop.CooperatorID(o.newID())
	}
	c.Households = append(c.Households, h)
	e, err := o.entry(by, coop.ActAdded, coop.OnHousehold, string(h.ID), h.ID, map[string]any{"product": h.Product})
	if err != nil {
		return "", err
	}
	c.Entries = append(c.Entries, e)
	return h.ID, o.keep(ctx, "add household", c)
}

// EditResidence keeps a corrected residence.
func (o *Office) EditResidence(ctx context.Context, by coop.Actor, r coop.Residence) error {
	if r.Name == "" {
		return coop.Refuse("people.refused.residence", nil)
	}
	before, err := o.store.Residence(ctx, r.ID)
	if err != nil {
		return fmt.Errorf("edit residence: %w", err)
	}
	changed, err := differences(before, r)
	if err != nil || len(changed) == 0 {
		return err
	}
	e, err := o.entry(by, coop.ActEdited, coop.OnResidence, string(r.ID), "", changed)
	if err != nil {
		return err
	}
	return o.keep(ctx, "edit residence", coop.Change{Residences: []coop.Residence{r}, Entries: []coop.Entry{e}})
}

// FollowUp finds a follow-up with whose it is.
func (o *Office) FollowUp(ctx context.Context, _ coop.Actor, id coop.FollowUpID) (coop.FollowUpRow, error) {
	f, err := o.store.FollowUp(ctx, id)
	if err != nil {
		return coop.FollowUpRow{}, fmt.Errorf("find follow-up: %w", err)
	}
	rows, err := o.store.FollowUps(ctx, coop.FollowUpFilter{Household: f.Household})
	if err != nil {
		return coop.FollowUpRow{}, fmt.Errorf("find follow-up: %w", err)
	}
	for _, row := range rows {
		if row.ID == id {
			return row, nil
		}
	}
	return coop.FollowUpRow{}, fmt.Errorf("find follow-up: %w", coop.ErrNotFound)
}
