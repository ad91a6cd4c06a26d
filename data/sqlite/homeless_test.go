package sqlite

import (
	"testing"

	"bienvenue/app/coop"
)

func TestSomebodyWithoutAHomeIsKeptAndFound(t *testing.T) {
	a := fresh(t)
	visitor := household("", person("Nadia", "Kaci"))
	keep(t, a, coop.Change{Households: []coop.Household{visitor}})
	rows := must(a.Rows(t.Context(), coop.RowFilter{Words: "kaci", Limit: 5}))(t)
	if len(rows) != 1 || rows[0].ID != visitor.ID || rows[0].Residence != "" {
		t.Fatalf("found %+v", rows)
	}
	visitor.Rev = 1
	same(t, "the household", must(a.Household(t.Context(), visitor.ID))(t), visitor)
}
