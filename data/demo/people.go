package demo

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"

	"bienvenue/app/coop"
)

// recentShare is the share of households that moved in while the coop has used the program.
const recentShare = 0.84

// growth is above 1 for a coop that takes in more people than it used to.
const growth = 1.3

// people invents the households.
func (b *builder) people() {
	for i := 0; b.sum.Cooperators < b.People; i++ {
		h := b.household(i)
		b.homes = append(b.homes, h)
		b.sum.Cooperators += len(h.Holders)
		b.sum.Households++
	}
}

func (b *builder) household(i int) *home {
	rng := rand.New(rand.NewPCG(b.Seed, uint64(i)+1000))
	r := pick(rng, b.residences)
	h := &home{rng: rng, aside: rand.New(rand.NewPCG(b.Seed, uint64(i)+1000<<32)), officer: b.officers[i%len(b.officers)]}
	h.Product = pick(rng, r.products)
	b.days(h, i)
	since := b.morning(b.known(h))
	h.ID, h.Since = coop.HouseholdID(b.id(rng, since)), since
	h.Lease = fmt.Sprintf("%s-%04d-%d", r.Code, i+1, 1+rng.IntN(8))
	h.Language = "fr"
	b.prefer(h)
	if chance(rng, 12) {
		h.Wishes = pick(rng, b.World.Wishes)
	}
	h.Dwelling = b.dwelling(rng, r, h)
	h.Holders = b.holders(rng, i, h)
	h.Share = b.share(rng, h)
	if b.Today.DaysSince(h.Entry) > b.Window.To { // the others tell it in the talks to come
		h.Landlord = []coop.Landlord{coop.LandlordUnknown, coop.LandlordSocial, coop.LandlordOther}[weighted(h.aside, 30, 30, 40)]
	}
	return h
}

// days decides when the household moves in, and whether it has left.
func (b *builder) days(h *home, i int) {
	recent := b.Months*30 + b.Window.To
	switch weighted(h.rng, int(recentShare*100), 8, 4, 4) {
	case 0:
		// Steps of the golden ratio spread the days, so that no month stays empty; the coop grows.
		_, part := math.Modf(float64(i) * math.Phi)
		h.Entry = b.Today.Add(-min(recent, int(math.Pow(part, growth)*float64(recent))+h.rng.IntN(5)))
	case 1:
		h.Entry = b.Today.Add(-recent - h.rng.IntN(8*365))
	case 2:
		h.Entry = b.Today.Add(1 + h.rng.IntN(45))
	case 3:
		h.Entry = b.Today.Add(-recent - 200 - h.rng.IntN(5*365))
		h.Exit = b.Today.Add(-h.rng.IntN(200))
	}
	for closed(h.Entry) {
		h.Entry = h.Entry.Add(-1)
	}
	h.Signed = h.Entry.Add(-10 - h.rng.IntN(12))
	if h.Product != coop.Rental {
		h.Signed = h.Entry.AddMonths(-8 - h.rng.IntN(10))
		h.Reception = h.Entry.Add(-10 - h.rng.IntN(20))
	}
	if h.Product == coop.PSLA {
		h.Option = h.Entry.AddMonths(36)
	}
}

// known is the day the program first heard of the household.
func (b *builder) known(h *home) coop.Day {
	return max(b.Today.AddMonths(-b.Months), min(h.Signed, b.Today.Add(-1)))
}

func (b *builder) dwelling(rng *rand.Rand, r residence, h *home) coop.Dwelling {
	d := coop.Dwelling{
		ID: coop.DwellingID(b.id(rng, h.Since)), Residence: r.ID, Heating: r.Heating,
		Type: fmt.Sprintf("T%d", 1+weighted(rng, 8, 22, 38, 24, 8)), Home: coop.Flat,
		Copro: r.Syndic != "", Garage: chance(rng, 25),
	}
	d.Lot = fmt.Sprintf("%s-%03d", r.Code, 1+rng.IntN(999))
	if r.houses {
		d.Home, d.Door = coop.House, strconv.Itoa(1+rng.IntN(40))
		return d
	}
	d.Building = string(rune('A' + rng.IntN(4)))
	d.Floor = strconv.Itoa(rng.IntN(6))
	d.Door = fmt.Sprintf("%s%s%d", d.Building, d.Floor, 1+rng.IntN(6))
	return d
}

func (b *builder) holders(rng *rand.Rand, i int, h *home) []coop.Cooperator {
	n := 1
	if chance(rng, 35) {
		n = 2
	}
	last := pick(rng, b.World.Last)
	var all []coop.Cooperator
	for k := range n {
		c := coop.Cooperator{Civility: coop.Madame, Tenant: fmt.Sprintf("%06d", 200000+i*2+k), Last: last}
		if chance(rng, 50) != (k == 1) {
			c.Civility = coop.Monsieur
		}
		if k == 1 && chance(rng, 40) {
			c.Last = pick(rng, b.World.Last)
		}
		c.First = pick(rng, b.World.First[string(c.Civility)])
		if i == longName && k == 0 {
			c.Civility, c.First, c.Last = b.World.Long.Civility, b.World.Long.First, b.World.Long.Last
		}
		c.ID = coop.CooperatorID(b.id(rng, h.Since))
		b.contacts(rng, &c)
		all = append(all, c)
	}
	return all
}

// longName is which household bears the long name.
const longName = 2

func (b *builder) contacts(rng *rand.Rand, c *coop.Cooperator) {
	if chance(rng, 85) {
		c.Mobile = fmt.Sprintf("063998%04d", rng.IntN(10000))
	}
	if chance(rng, 30) {
		prefix := pick(rng, []string{"019900", "026191", "035301", "046571", "053649"})
		c.Phone = fmt.Sprintf("%s%04d", prefix, rng.IntN(10000))
	}
	if chance(rng, 62) {
		c.Email = plain(c.First) + "." + plain(c.Last) + "@example.org"
	}
}

// plain writes a name the way an e-mail address does.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if at := strings.IndexRune(accented, r); at >= 0 {
			return rune(unaccented[len([]rune(accented[:at]))])
		}
		if r >= 'a' && r <= 'z' || r == '-' {
			return r
		}
		return -1
	}, strings.ToLower(name))
}

const (
	accented   = "àâäçéèêëíîïñóôöúùûü"
	unaccented = "aaaceeeeiiinooouuuu"
)

func (b *builder) share(rng *rand.Rand, h *home) coop.Share {
	if h.Exit != "" {
		state := coop.ShareToRepay
		if chance(rng, 60) {
			state = coop.ShareRepaid
		}
		return coop.Share{State: state, Number: 1, Cents: b.World.Coop.ShareCents, Since: h.Exit}
	}
	weights := []int{55, 10, 15, 15, 5}
	if h.Product != coop.Rental {
		weights = []int{80, 8, 7, 3, 2}
	}
	states := []coop.ShareState{
		coop.ShareSubscribed, coop.ShareOffered, coop.ShareToOffer, coop.ShareUnknown, coop.ShareRefused,
	}
	s := coop.Share{State: states[weighted(rng, weights...)]}
	switch s.State {
	case coop.ShareSubscribed:
		s.Number = 1 + weighted(rng, 9, 1)
		s.Cents = s.Number * b.World.Coop.ShareCents
		s.Since = min(h.Entry.Add(rng.IntN(25)), b.Today)
	case coop.ShareOffered, coop.ShareRefused:
		s.Since = min(h.Entry.Add(rng.IntN(25)), b.Today)
	case coop.ShareUnknown, coop.ShareToOffer, coop.ShareToRepay, coop.ShareRepaid:
	}
	return s
}
