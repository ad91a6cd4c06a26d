package office

import (
	"slices"
	"strconv"

	"bienvenue/app/coop"
)

// merge brings what the ERP says now into a household.
type merge struct {
	office  *Office
	house   coop.Household
	places  *places
	source  string
	changes []coop.ImportChange
}

// with gives the household as it is to be kept, and what of it changes.
func (m *merge) with(l coop.Lease) (coop.Household, []coop.ImportChange) {
	said := coop.Lease{}
	if m.house.Imported != nil {
		said = *m.house.Imported
	}
	h := &m.house
	h.Source = m.source
	h.Holders = slices.Clone(h.Holders)
	l.Holders = slices.Clone(l.Holders)
	put(m, coop.ImportLease, &h.Lease, said.Lease, l.Lease, "")
	put(m, coop.ImportProduct, &h.Product, said.Product, l.Product, coop.ProductUnknown)
	put(m, coop.ImportSigned, &h.Signed, said.Signed, l.Signed, "")
	put(m, coop.ImportEntry, &h.Entry, said.Entry, l.Entry, "")
	put(m, coop.ImportExit, &h.Exit, said.Exit, l.Exit, "")
	put(m, coop.ImportReception, &h.Reception, said.Reception, l.Reception, "")
	put(m, coop.ImportOption, &h.Option, said.Option, l.Option, "")
	m.home(said, l)
	m.share(said.Share, l.Share)
	m.holders(said.Holders, l.Holders)
	if h.Gone != "" {
		m.changed(coop.ImportGone, string(h.Gone), "")
		h.Gone = ""
	}
	l.Line = 0
	h.Imported = &l
	return *h, m.changes
}

func (m *merge) changed(f coop.ImportField, from, to string) {
	m.changes = append(m.changes, coop.ImportChange{Field: f, From: from, To: to})
}

// put sets a field when the ERP says something else than it did. What it no longer says does not
// take away what staff put there, and a household entered by hand is only completed.
func put[T ~string](m *merge, f coop.ImportField, field *T, said, says, nothing T) {
	if says == said || says == *field || says == "" && nothing == *field {
		return
	}
	empty := func(v T) bool { return v == "" || v == nothing }
	corrected := *field != said && (!empty(*field) || !empty(said))
	if corrected && (empty(says) || m.house.Imported == nil) {
		return
	}
	m.changed(f, string(*field), string(says))
	*field = says
}

func (m *merge) home(said, l coop.Lease) {
	d, was, now := &m.house.Dwelling, said.Dwelling, l.Dwelling
	put(m, coop.ImportLot, &d.Lot, was.Lot, now.Lot, "")
	put(m, coop.ImportBuilding, &d.Building, was.Building, now.Building, "")
	put(m, coop.ImportStair, &d.Stair, was.Stair, now.Stair, "")
	put(m, coop.ImportFloor, &d.Floor, was.Floor, now.Floor, "")
	put(m, coop.ImportDoor, &d.Door, was.Door, now.Door, "")
	put(m, coop.ImportType, &d.Type, was.Type, now.Type, "")
	put(m, coop.ImportHome, &d.Home, was.Home, now.Home, coop.HomeUnknown)
	put(m, coop.ImportHeating, &d.Heating, said.Residence.Heating, l.Residence.Heating, coop.HeatingUnknown)
	if now.Garage != was.Garage && now.Garage != d.Garage && (now.Garage || m.house.Imported != nil) {
		m.changed(coop.ImportGarage, strconv.FormatBool(d.Garage), strconv.FormatBool(now.Garage))
		d.Garage = now.Garage
	}
	place := m.places.of(l.Residence)
	if m.house.Imported != nil && place.ID != d.Residence && !m.places.same(said.Residence, l.Residence) || d.Residence == "" {
		m.changed(coop.ImportResidence, m.places.named(d.Residence), place.Name)
		d.Residence = place.ID
	}
}

// knowsShare says whether a share's state is known.
func knowsShare(s coop.Share) bool { return s.State != "" && s.State != coop.ShareUnknown }

// share takes what the ERP says of the share, unless staff know more: the ERP's « not yet » does
// not undo what was agreed at the desk.
func (m *merge) share(said, says coop.Share) {
	s := &m.house.Share
	if says == said || says == *s {
		return
	}
	corrected := *s != said && (knowsShare(*s) || knowsShare(said))
	if corrected && knowsShare(*s) && (says.State == coop.ShareToOffer || m.house.Imported == nil) {
		return
	}
	if !knowsShare(says) && (corrected || !knowsShare(said)) {
		return
	}
	if says.State == s.State && says.Cents == 0 {
		says.Cents = s.Cents // the file gives no amount; the desk may know it
	}
	m.tellShare(*s, says)
	*s = says
}

func (m *merge) tellShare(before, after coop.Share) {
	if before.State != after.State {
		m.changed(coop.ImportShare, string(before.State), string(after.State))
	}
	if before.Number != after.Number {
		m.changed(coop.ImportShares, strconv.Itoa(before.Number), strconv.Itoa(after.Number))
	}
	if before.Since != after.Since {
		m.changed(coop.ImportShareDay, string(before.Since), string(after.Since))
	}
	if before.Cents != after.Cents {
		m.changed(coop.ImportPaid, strconv.Itoa(before.Cents), strconv.Itoa(after.Cents))
	}
}

// holders brings the persons of a contract together: the same tenant code or name is the same
// person, who keeps their identity here.
func (m *merge) holders(said, says []coop.Cooperator) {
	before := pairHolders(said, says)
	for i := range says {
		now := &says[i]
		was, known := coop.Cooperator{}, false
		if at := before[i]; at >= 0 {
			was, known = said[at], true
			now.ID = was.ID
		}
		at := slices.IndexFunc(m.house.Holders, func(c coop.Cooperator) bool {
			return now.ID != "" && c.ID == now.ID || !known && nameOf(c) == nameOf(*now)
		})
		switch {
		case at >= 0:
			now.ID = m.house.Holders[at].ID
			m.person(&m.house.Holders[at], was, *now)
		case !known:
			now.ID = coop.CooperatorID(m.office.newID())
			m.house.Holders = append(m.house.Holders, *now)
			m.changed(coop.ImportHolder, "", now.First+" "+now.Last)
		}
	}
	for i, was := range said {
		if slices.Contains(before, i) {
			continue
		}
		at := slices.IndexFunc(m.house.Holders, func(c coop.Cooperator) bool { return c.ID == was.ID })
		if at >= 0 && len(m.house.Holders) > 1 {
			m.changed(coop.ImportHolder, was.First+" "+was.Last, "")
			m.house.Holders = slices.Delete(m.house.Holders, at, at+1)
		}
	}
}

// person brings what the ERP says of one person into what is known of them.
func (m *merge) person(c *coop.Cooperator, was, now coop.Cooperator) {
	put(m, coop.ImportTenant, &c.Tenant, was.Tenant, now.Tenant, "")
	put(m, coop.ImportCivility, &c.Civility, was.Civility, now.Civility, "")
	put(m, coop.ImportFirst, &c.First, was.First, now.First, "")
	put(m, coop.ImportLast, &c.Last, was.Last, now.Last, "")
	put(m, coop.ImportPhone, &c.Phone, was.Phone, now.Phone, "")
	put(m, coop.ImportMobile, &c.Mobile, was.Mobile, now.Mobile, "")
	put(m, coop.ImportEmail, &c.Email, was.Email, now.Email, "")
	c.Raw = now.Raw
}

// pairHolders finds for each person of the one list their index in the other, -1 for nobody: by
// tenant code, then by name, then, where one is left on either side, by elimination.
func pairHolders(said, says []coop.Cooperator) []int {
	pairs, taken := slices.Repeat([]int{-1}, len(says)), make([]bool, len(said))
	alone := len(said) == 1 || len(says) == 1
	sameCode := func(a, b coop.Cooperator) bool { return a.Tenant != "" && a.Tenant == b.Tenant }
	sameName := func(a, b coop.Cooperator) bool { return nameOf(a) == nameOf(b) }
	for _, same := range []func(a, b coop.Cooperator) bool{
		func(a, b coop.Cooperator) bool { return sameCode(a, b) && (alone || sameName(a, b)) }, sameName, sameCode,
	} {
		for i, now := range says {
			for j, was := range said {
				if pairs[i] < 0 && !taken[j] && same(was, now) {
					pairs[i], taken[j] = j, true
				}
			}
		}
	}
	lone, left := only(pairs, -1), only(taken, false)
	if len(said) == len(says) && lone >= 0 && left >= 0 {
		pairs[lone] = left
	}
	return pairs
}

// only is the index of a value that stands in a list once, -1 otherwise.
func only[T comparable](list []T, value T) int {
	at := slices.Index(list, value)
	if at < 0 || slices.Contains(list[at+1:], value) {
		return -1
	}
	return at
}
