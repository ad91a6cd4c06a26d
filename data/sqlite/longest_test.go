package sqlite

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
)

func TestTheLongestOfEachSortAreFound(t *testing.T) {
	a := fresh(t)
	plain := coop.Residence{ID: newID[coop.ResidenceID](), Name: "A", Address: "1 rue A", Town: "A"}
	street, town, name, empty := plain, plain, plain, plain
	for _, r := range []*coop.Residence{&street, &town, &name, &empty} {
		r.ID = newID[coop.ResidenceID]()
	}
	street.Address, town.Town, name.Name = strings.Repeat("rue ", 15), strings.Repeat("Saint-", 9), strings.Repeat("Clos ", 12)
	empty.Address, empty.Town, empty.Name = strings.Repeat("x", 200), strings.Repeat("y", 200), strings.Repeat("z", 200)
	c := coop.Change{Residences: []coop.Residence{plain, street, town, name, empty}}
	add := func(r coop.Residence, holders ...coop.Cooperator) coop.HouseholdID {
		h := household(r.ID, holders...)
		c.Households = append(c.Households, h)
		return h.ID
	}
	for i := range 20 {
		add(plain, person("Anne", fmt.Sprint("Roy", i)))
	}
	want := []coop.HouseholdID{
		add(plain, person("Maria-José", "de Oliveira Châtelain-Quéméneur")),
		add(plain, person("Anne", "Roy"), person("Luc", "Roy"), person("Zoé", "Roy")),
		add(street, person("Anne", "Roy")), add(town, person("Anne", "Roy")), add(name, person("Anne", "Roy")),
	}
	add(plain, person("Anne", strings.Repeat("Gone", 20)))
	c.Households[len(c.Households)-1].Gone = "2026-01-01"
	add(plain, person("Anne", strings.Repeat("Left", 20)))
	c.Households[len(c.Households)-1].Exit = "2026-01-01"
	promised := c.Households[3].ID
	want = append(want, promised)
	for i := range 3 {
		c.FollowUps = append(c.FollowUps, coop.FollowUp{
			ID: newID[coop.FollowUpID](), Household: promised, What: fmt.Sprint("joint ", i), State: coop.FollowUpOpen, Opened: noon,
		})
	}
	keep(t, a, c)
	slices.Sort(want)
	same(t, "the longest", must(a.Longest(t.Context(), coop.DayOf(noon), 1))(t), want)
	if all := must(a.Longest(t.Context(), coop.DayOf(noon), 400))(t); len(all) != len(c.Households)-2 {
		t.Errorf("%d of %d households live there", len(all), len(c.Households)-2)
	}
}

// BenchmarkLongest finds the longest names and addresses of the big archive.
func BenchmarkLongest(b *testing.B) {
	a := bigArchive(b)
	var took []time.Duration
	for b.Loop() {
		began := time.Now()
		found, err := a.Longest(b.Context(), coop.DayOf(noon), 40)
		if err != nil || len(found) < 40 {
			b.Fatal(len(found), err)
		}
		took = append(took, time.Since(began))
	}
	b.ReportMetric(float64(middle(took).Milliseconds()), "ms")
}
