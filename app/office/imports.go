package office

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bienvenue/app/coop"
)

// PlanImport says what importing an extract would do, without doing it: which households are new,
// which ones the ERP has changed, which ones it no longer has. A household is compared with what the
// ERP said of it last time, so that what staff corrected since then stays as they left it.
func (o *Office) PlanImport(ctx context.Context, _ coop.Actor, x coop.Extract) (coop.ImportPlan, error) {
	p, err := o.planImport(ctx, x)
	if err != nil {
		return coop.ImportPlan{}, fmt.Errorf("plan import: %w", err)
	}
	return p, nil
}

func (o *Office) planImport(ctx context.Context, x coop.Extract) (coop.ImportPlan, error) {
	known, err := o.knownTo(ctx, x)
	if err != nil {
		return coop.ImportPlan{}, err
	}
	residences, err := o.store.Residences(ctx)
	if err != nil {
		return coop.ImportPlan{}, err
	}
	m := &importer{
		office: o, plan: coop.ImportPlan{Extract: x, Basis: basisOf(known)}, places: placesOf(residences),
	}
	found := match(x.Leases, known)
	m.settlePlaces(x.Leases, known, found)
	for i, lease := range x.Leases {
		if at, ok := found[i]; ok {
			m.compare(known[at], lease)
		} else {
			m.add(lease)
		}
	}
	m.findGone(known, found, x.Source)
	m.plan.Residences = m.places.changed()
	return m.plan, nil
}

// knownTo lists the households that an extract may speak of: those of its own kind of file, those
// entered by hand, and those that came with another kind of file in which its leases are found (a
// coop may have its export made with other columns).
func (o *Office) knownTo(ctx context.Context, x coop.Extract) ([]coop.Household, error) {
	sources := []string{x.Source, ""}
	before, err := o.sourceBefore(ctx, x)
	if err != nil {
		return nil, err
	}
	if before != "" {
		sources = append(sources, before)
	}
	var all []coop.Household
	for _, source := range sources {
		found, err := o.store.HouseholdsOf(ctx, source)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// probes is how many leases are looked for to find another kind of file they came with.
const probes = 20

func (o *Office) sourceBefore(ctx context.Context, x coop.Extract) (string, error) {
	step := max(1, len(x.Leases)/probes)
	for i := 0; i < len(x.Leases); i += step {
		if x.Leases[i].Lease == "" {
			continue
		}
		id, err := o.store.FindHousehold(ctx, x.Leases[i].Lease)
		if isMissing(err) {
			continue
		}
		if err != nil {
			return "", err
		}
		h, err := o.store.Household(ctx, id)
		if err != nil {
			return "", err
		}
		if h.Source != "" && h.Source != x.Source {
			return h.Source, nil
		}
	}
	return "", nil
}

// basisOf is a mark of the households that a plan was made from.
func basisOf(known []coop.Household) string {
	marks := make([]string, 0, len(known))
	for _, h := range known {
		marks = append(marks, string(h.ID)+" "+strconv.Itoa(h.Rev))
	}
	slices.Sort(marks)
	sum := sha256.Sum256([]byte(strings.Join(marks, "\n")))
	return hex.EncodeToString(sum[:])
}

// importer makes a plan.
type importer struct {
	office *Office
	plan   coop.ImportPlan
	places *places
}

// add plans a household that was not known.
func (m *importer) add(l coop.Lease) {
	o := m.office
	h := coop.Household{
		ID: coop.HouseholdID(o.newID()), Lease: l.Lease, Source: m.plan.Extract.Source, Product: l.Product,
		Share: l.Share, Signed: l.Signed, Entry: l.Entry, Exit: l.Exit, Reception: l.Reception, Option: l.Option,
		Language: "fr", Since: o.now().UTC(),
		Dwelling: coop.Dwelling{
			ID: coop.DwellingID(o.newID()), Residence: m.places.of(l.Residence).ID,
			Lot: l.Dwelling.Lot, Building: l.Dwelling.Building, Stair: l.Dwelling.Stair, Floor: l.Dwelling.Floor,
			Door: l.Dwelling.Door, Type: l.Dwelling.Type, Home: homeOr(l.Dwelling.Home), Garage: l.Dwelling.Garage,
			Heating: l.Residence.Heating, Copro: l.Product == coop.Copro,
		},
	}
	l.Holders = slices.Clone(l.Holders)
	for i := range l.Holders {
		l.Holders[i].ID = coop.CooperatorID(o.newID())
	}
	h.Holders = slices.Clone(l.Holders)
	h.Imported = &l
	m.plan.New = append(m.plan.New, coop.ImportItem{After: h, Line: l.Line})
}

func homeOr(h coop.Home) coop.Home {
	if h == "" {
		return coop.HomeUnknown
	}
	return h
}

// compare plans what the ERP changed of a household since it last spoke of it.
func (m *importer) compare(before coop.Household, l coop.Lease) {
	merged := merge{office: m.office, house: before, places: m.places, source: m.plan.Extract.Source}
	after, changes := merged.with(l)
	switch {
	case len(changes) > 0:
		m.plan.Changed = append(m.plan.Changed, coop.ImportItem{Before: before, After: after, Changes: changes, Line: l.Line})
	default:
		m.plan.Unchanged++
		if before.Source != after.Source || before.Imported == nil || !sameLease(*before.Imported, *after.Imported) {
			m.plan.Quiet = append(m.plan.Quiet, after)
		}
	}
}

// sameLease says whether two exports say the same; where in the file they say it does not count.
func sameLease(a, b coop.Lease) bool {
	a.Line, b.Line = 0, 0
	holders := slices.Equal(a.Holders, b.Holders)
	a.Holders, b.Holders = nil, nil
	return holders && equalLeases(a, b)
}

// equalLeases compares two leases without holders.
func equalLeases(a, b coop.Lease) bool {
	return a.Lease == b.Lease && a.Tenant == b.Tenant && a.Product == b.Product && a.Residence == b.Residence &&
		a.Dwelling == b.Dwelling && a.Signed == b.Signed && a.Entry == b.Entry && a.Exit == b.Exit &&
		a.Reception == b.Reception && a.Option == b.Option && a.Share == b.Share
}

// findGone plans the households of this kind of file that the file no longer has, once each. One
// whose row could not be read is not gone.
func (m *importer) findGone(known []coop.Household, found map[int]int, source string) {
	listed, unread := map[int]bool{}, map[string]bool{}
	for _, at := range found {
		listed[at] = true
	}
	for _, l := range m.plan.Extract.Unread {
		unread[codesOf(l)] = true
	}
	today := m.office.Today()
	for i, h := range known {
		if h.Source != source || h.Source == "" || h.Gone != "" || listed[i] {
			continue
		}
		if codes := codesOf(saidOf(h)); codes != "" && unread[codes] {
			continue
		}
		after := h
		after.Gone = today
		m.plan.Gone = append(m.plan.Gone, coop.ImportItem{
			Before: h, After: after, Changes: []coop.ImportChange{{Field: coop.ImportGone, To: string(today)}},
		})
	}
}
