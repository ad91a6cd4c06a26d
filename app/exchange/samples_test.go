package exchange_test

import (
	"maps"
	"os"
	"slices"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/exchange"
	"bienvenue/assets"
)

const today = coop.Day("2026-11-23")

func reader(tb testing.TB) *exchange.Reader {
	tb.Helper()
	r, err := exchange.NewReader(assets.ImportColumns)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func sample(tb testing.TB, name string) coop.Extract {
	tb.Helper()
	src, err := os.ReadFile("testdata/" + name)
	if err != nil {
		tb.Fatal(err)
	}
	x, err := reader(tb).ReadExtract(name, src, today)
	if err != nil {
		tb.Fatal(err)
	}
	return x
}

func read(tb testing.TB, text string) coop.Extract {
	tb.Helper()
	x, err := reader(tb).ReadExtract("file.csv", []byte(text), today)
	if err != nil {
		tb.Fatal(err)
	}
	return x
}

// Why each row of the tenants' file is counted where it is. The file has 695 lines: two titles, an
// empty one, the header, 690 rows and « Total;690 ».
func TestTheTenantsFileIsCountedRowByRow(t *testing.T) {
	x := sample(t, "locataires-2026-10.csv")
	for name, c := range map[string]struct{ got, want int }{
		"rows, the total line is none":                                      {x.Rows, 690},
		"527 lines « Logement » less 9 vacant and 9 met before: households": {len(x.Leases), 509},
		"110 lines « Garage », 3 of them met before":                        {x.SetAside[coop.SetAsideGarage], 107},
		"37 lines « Parking », though their lease looks like a home's":      {x.SetAside[coop.SetAsideParking], 37},
		"16 lines « Local commercial »":                                     {x.SetAside[coop.SetAsideShop], 16},
		"9 lines « VACANT », alike or not: they name no lease":              {x.SetAside[coop.SetAsideVacant], 9},
		"6 lines twice, and 6 that differ by 3000 and 03000 only":           {x.Duplicates, 12},
		"no line that cannot be used":                                       {len(x.Rejects), 0},
		"kinds of set aside":                                                {len(x.SetAside), 4},
		"header":                                                            {x.Header, 4},
		"preview":                                                           {len(x.Preview), 20},
		"homes whose tenant rents a garage or a parking place":              {garages(x), 39},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", name, c.got, c.want)
		}
	}
	if total := len(x.Leases) + 107 + 37 + 16 + 9 + x.Duplicates; total != x.Rows {
		t.Errorf("counted %d of %d rows", total, x.Rows)
	}
	if x.Encoding != "Windows-1252" || x.Separator != ";" || x.DateOrder != "dmy" {
		t.Errorf("understood as %s %s %s", x.Encoding, x.Separator, x.DateOrder)
	}
	for _, c := range x.Columns {
		if c.Field == "" {
			t.Errorf("column %q is not understood", c.Header)
		}
	}
	kinds := map[string][]int{}
	for _, w := range x.Warnings {
		kinds[w.Key] = append(kinds[w.Key], w.Line)
	}
	if got := kinds["import.warn.lease-twice"]; !slices.Equal(got, []int{180, 267, 401, 491}) {
		t.Errorf("one lease code on two homes: lines %v", got)
	}
	if got := len(kinds["import.warn.second"]); got != 36 || len(kinds) != 2 {
		t.Errorf("« M. ET MME » with one name: %d, kinds of warnings %v", got, slices.Collect(maps.Keys(kinds)))
	}
}

func TestThePurchasesFileIsCountedRowByRow(t *testing.T) {
	x := sample(t, "accession-2026-10.csv")
	two, delivered, options := 0, 0, 0
	states := map[coop.ShareState]int{}
	for _, l := range x.Leases {
		states[l.Share.State]++
		if len(l.Holders) == 2 {
			two++
		}
		if l.Entry != "" && l.Reception != "" {
			delivered++
		}
		if l.Option != "" {
			options++
		}
	}
	for name, c := range map[string]struct{ got, want int }{
		"rows": {x.Rows, 64}, "households": {len(x.Leases), 64}, "set aside": {len(x.SetAside), 0},
		"rejected": {len(x.Rejects), 0}, "duplicates": {x.Duplicates, 0}, "warnings": {len(x.Warnings), 0},
		"lines with « Acquéreur 2 »":  {two, 34},
		"delivered":                   {delivered, 29},
		"with a day for their option": {options, 10},
		"share « Oui » or « O »":      {states[coop.ShareSubscribed], 31},
		"share « Non »":               {states[coop.ShareToOffer], 14},
		"share not told":              {states[coop.ShareUnknown], 19},
	} {
		if c.got != c.want {
			t.Errorf("%s: %d, want %d", name, c.got, c.want)
		}
	}
	if x.Encoding != "UTF-8" || x.Header != 1 || x.Source == sample(t, "locataires-2026-10.csv").Source {
		t.Errorf("encoding %s, header %d, source %s", x.Encoding, x.Header, x.Source)
	}
}

func garages(x coop.Extract) int {
	n := 0
	for _, l := range x.Leases {
		if l.Dwelling.Garage {
			n++
		}
	}
	return n
}

func TestHouseholdsAreTidied(t *testing.T) {
	leases := map[string]coop.Lease{}
	for _, name := range []string{"locataires-2026-10.csv", "accession-2026-10.csv"} {
		for _, l := range sample(t, name).Leases {
			leases[l.Lease] = l
		}
	}
	martinez, oliveira := leases["MON01-942-6"], leases["ACC-2405"]
	louis, carre, schneider := leases["VIC01-548-7"], leases["DOM01-708-4"], leases["ACC-2404"]
	for name, c := range map[string]struct{ got, want any }{
		"a name in capitals":          {martinez.Holders[0].Last, "Martinez"},
		"the cell as it was":          {martinez.Holders[0].Raw, "MARTINEZ BEATRICE"},
		"the second holder":           {martinez.Holders[1].First + " " + martinez.Holders[1].Last, "Jean-Francois Martinez"},
		"a phone with a dash":         {martinez.Holders[0].Phone, "0536499051"},
		"a lost zero of a postcode":   {martinez.Residence.Postcode, "03100"},
		"a town in capitals":          {martinez.Residence.Town, "Montluçon"},
		"district heating":            {martinez.Residence.Heating, coop.DistrictHeating},
		"a share with its day":        {martinez.Share, coop.Share{State: coop.ShareSubscribed, Number: 1, Since: "2026-11-13"}},
		"no end":                      {louis.Exit, coop.Day("")},
		"MR":                          {louis.Holders[0].Civility, coop.Monsieur},
		"a lost zero of a phone":      {louis.Holders[0].Mobile, "0639987829"},
		"a phone with its country":    {carre.Holders[0].Mobile, "0639985491"},
		"a name of two words":         {oliveira.Holders[0].Last, "Le Goff"},
		"a day of reservation":        {schneider.Signed, coop.Day("2024-07-18")},
		"a delivery":                  {schneider.Entry, coop.Day("2025-10-21")},
		"the works' reception":        {schneider.Reception, coop.Day("2025-09-17")},
		"the last day for the option": {schneider.Option, coop.Day("2028-10-20")},
		"the product":                 {schneider.Product, coop.PSLA},
		"« M. ET MME » is not shared": {leases["YZE01-777-7"].Holders[0].Civility, coop.NoCivility},
	} {
		if c.got != c.want {
			t.Errorf("%s: %v, want %v", name, c.got, c.want)
		}
	}
}
