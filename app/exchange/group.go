package exchange

import (
	"slices"
	"strings"

	"bienvenue/app/coop"
)

// household is a lease being put together from its rows.
type household struct {
	lease coop.Lease
	home  string
	row   row // the first one
}

// garage is a garage or parking place and who rents it.
type garage struct {
	tenant, lease string
	exit          coop.Day
}

// place puts a row's lease with the household it belongs to. Rows of one lease code, one home and
// one entry are one household with several holders; the same code on another home or entry is
// another household, and told.
func (b *builder) place(r row, l coop.Lease) {
	key := plain(l.Lease)
	if key == "" && l.Tenant != "" {
		key = "tenant" + separatorForKeys + plain(l.Tenant)
	}
	home := r.home()
	if key != "" {
		for _, h := range b.groups[key] {
			if h.home == home && h.lease.Entry == l.Entry {
				h.join(l)
				return
			}
		}
	}
	h := &household{lease: l, home: home, row: r}
	b.order = append(b.order, h)
	if key == "" {
		return
	}
	b.groups[key] = append(b.groups[key], h)
	if others := b.groups[key]; len(others) > 1 && l.Lease != "" {
		if len(others) == 2 {
			first := others[0]
			first.row.warn(fieldLease, "import.warn.lease-twice", map[string]any{"Lease": l.Lease, "Line": l.Line})
		}
		r.warn(fieldLease, "import.warn.lease-twice", map[string]any{"Lease": l.Lease, "Line": others[0].lease.Line})
	}
}

// join adds another row of the same lease: its holders who are not there yet, and what the rows before left open.
func (h *household) join(l coop.Lease) {
	for _, holder := range l.Holders {
		at := -1
		for i, known := range h.lease.Holders {
			if plain(known.First+" "+known.Last) == plain(holder.First+" "+holder.Last) {
				at = i
				break
			}
		}
		if at < 0 {
			h.lease.Holders = append(h.lease.Holders, holder)
			continue
		}
		fill(&h.lease.Holders[at], holder)
	}
	if h.lease.Tenant == "" {
		h.lease.Tenant = l.Tenant
	}
	if h.lease.Exit != "" && (l.Exit == "" || l.Exit > h.lease.Exit) {
		h.lease.Exit = l.Exit
	}
	if h.lease.Share.State == coop.ShareUnknown {
		h.lease.Share = l.Share
	}
}

// fill completes what is known of a person.
func fill(c *coop.Cooperator, other coop.Cooperator) {
	for _, pair := range []struct{ into, from *string }{
		{&c.Tenant, &other.Tenant}, {&c.Phone, &other.Phone}, {&c.Mobile, &other.Mobile}, {&c.Email, &other.Email},
	} {
		if *pair.into == "" {
			*pair.into = *pair.from
		}
	}
	if c.Civility == coop.NoCivility {
		c.Civility = other.Civility
	}
}

func (b *builder) rememberGarage(r row, kind lotKind) {
	if kind != "garage" && kind != "parking" {
		return
	}
	g := garage{tenant: plain(r.cell(fieldTenant)), lease: plain(r.cell(fieldLease))}
	if exit, good := r.dates.read(r.cell(fieldExit)); good {
		g.exit = exit
	}
	if g.tenant != "" || g.lease != "" {
		b.garages = append(b.garages, g)
	}
}

// finish marks the homes whose tenant also rents a garage, and lists the leases in the file's order.
func (b *builder) finish() {
	byTenant, byLease := map[string][]garage{}, map[string][]garage{}
	for _, g := range b.garages {
		if g.tenant != "" {
			byTenant[g.tenant] = append(byTenant[g.tenant], g)
		}
		if g.lease != "" {
			byLease[g.lease] = append(byLease[g.lease], g)
		}
	}
	for _, h := range b.order {
		rented := byLease[plain(h.lease.Lease)]
		if t := plain(h.lease.Tenant); t != "" {
			rented = append(rented[:len(rented):len(rented)], byTenant[t]...)
		}
		for _, g := range rented {
			if g.during(h.lease, b.dates.today) {
				h.lease.Dwelling.Garage = true
			}
		}
		b.extract.Leases = append(b.extract.Leases, h.lease)
	}
	slices.SortStableFunc(b.extract.Warnings, func(a, b coop.RowRemark) int { return a.Line - b.Line })
}

// during says whether the garage goes with the home: it is still rented, or was until the home was left.
func (g garage) during(l coop.Lease, today coop.Day) bool {
	return g.exit == "" || g.exit >= today || l.Exit != "" && g.exit >= l.Exit
}

// title writes a residence's name in capitals as names are written; a code stays as it is.
func (n names) title(s string) string {
	if strings.ContainsAny(s, "0123456789") && !strings.Contains(s, " ") {
		return s
	}
	return n.place(s)
}
