package office

import (
	"errors"
	"strings"

	"bienvenue/app/coop"
)

func isMissing(err error) bool { return errors.Is(err, coop.ErrNotFound) }

// keySeparator stands between the parts of a key; no file holds it.
const keySeparator = "\x1f"

func key(parts ...string) string { return strings.ToLower(strings.Join(parts, keySeparator)) }

// saidOf is what the ERP last said of a household; one entered by hand is taken at its own word.
func saidOf(h coop.Household) coop.Lease {
	if h.Imported != nil {
		return *h.Imported
	}
	l := coop.Lease{Lease: h.Lease, Holders: h.Holders, Entry: h.Entry}
	if len(h.Holders) > 0 {
		l.Tenant = h.Holders[0].Tenant
	}
	return l
}

// codesOf names a lease by the ERP's codes, "" when it has none.
func codesOf(l coop.Lease) string {
	if l.Lease == "" && l.Tenant == "" {
		return ""
	}
	return key(l.Lease, l.Tenant)
}

func firstName(l coop.Lease) string {
	if len(l.Holders) == 0 {
		return ""
	}
	return nameOf(l.Holders[0])
}

func nameOf(c coop.Cooperator) string { return key(c.First, c.Last) }

func homeOf(l coop.Lease) string {
	d := l.Dwelling
	return key(l.Residence.Code, l.Residence.Name, d.Lot, d.Building, d.Stair, d.Floor, d.Door)
}

// identities are the ways of knowing a household again, the surest first; "" knows nobody.
var identities = []func(coop.Lease) string{
	func(l coop.Lease) string {
		return key(l.Lease, l.Tenant, firstName(l), homeOf(l), string(l.Entry))
	},
	func(l coop.Lease) string { // the same person on another home of the same code is another household
		if codesOf(l) == "" {
			return ""
		}
		return key(l.Lease, l.Tenant, homeOf(l))
	},
	codesOf,
	func(l coop.Lease) string { // the tenant's code came, went or was replaced
		if l.Lease == "" {
			return ""
		}
		return key(l.Lease, firstName(l))
	},
}

// match finds for each lease the household it speaks of, by their indexes. Each household is found
// once, and nobody is taken for somebody else because a lease code was used twice.
func match(leases []coop.Lease, known []coop.Household) map[int]int {
	said := make([]coop.Lease, len(known))
	for i, h := range known {
		said[i] = saidOf(h)
	}
	found, taken := map[int]int{}, make([]bool, len(known))
	for _, identity := range identities {
		free := map[string][]int{}
		for i, l := range said {
			if k := identity(l); k != "" && !taken[i] {
				free[k] = append(free[k], i)
			}
		}
		for i, l := range leases {
			if _, ok := found[i]; ok {
				continue
			}
			k := identity(l)
			if candidates := free[k]; k != "" && len(candidates) > 0 {
				found[i], taken[candidates[0]] = candidates[0], true
				free[k] = candidates[1:]
			}
		}
	}
	matchByHolder(leases, said, found, taken)
	return found
}

// matchByHolder finds the leases whose first holder changed place with another one.
func matchByHolder(leases, said []coop.Lease, found map[int]int, taken []bool) {
	free := map[string][]int{}
	for i, l := range said {
		if l.Lease != "" && !taken[i] {
			free[key(l.Lease)] = append(free[key(l.Lease)], i)
		}
	}
	for i, l := range leases {
		if _, ok := found[i]; ok || l.Lease == "" {
			continue
		}
		for _, at := range free[key(l.Lease)] {
			if !taken[at] && shareHolder(l, said[at]) {
				found[i], taken[at] = at, true
				break
			}
		}
	}
}

// shareHolder says whether somebody holds both leases, by tenant code or by name.
func shareHolder(a, b coop.Lease) bool {
	for _, one := range a.Holders {
		for _, other := range b.Holders {
			if one.Tenant != "" && one.Tenant == other.Tenant || nameOf(one) == nameOf(other) {
				return true
			}
		}
	}
	return false
}
