package sqlite

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"bienvenue/app/coop"
)

// noon is the clock of the tests.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return noon }

func openAt(tb testing.TB, path string) *Archive {
	tb.Helper()
	a, err := Open(tb.Context(), path, Options{Create: true, Now: clock})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := a.Close(); err != nil {
			tb.Error(err)
		}
	})
	return a
}

func fresh(tb testing.TB) *Archive {
	tb.Helper()
	return openAt(tb, filepath.Join(tb.TempDir(), "coop.db"))
}

func newID[T ~string]() T { return T(uuid.Must(uuid.NewV7()).String()) }

func keep(tb testing.TB, a *Archive, c coop.Change) {
	tb.Helper()
	if err := a.Keep(tb.Context(), c); err != nil {
		tb.Fatal(err)
	}
}

// must is a value that could be had.
func must[T any](v T, err error) func(testing.TB) T {
	return func(tb testing.TB) T {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
		return v
	}
}

func same(tb testing.TB, what string, got, want any) {
	tb.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		tb.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// town is a small coop for tests.
type town struct {
	residence coop.Residence
	officer   coop.Staff
	other     coop.Staff
	home      coop.Household // lives there
	gone      coop.Household // left
}

func person(first, last string) coop.Cooperator {
	return coop.Cooperator{ID: newID[coop.CooperatorID](), First: first, Last: last}
}

func household(r coop.ResidenceID, holders ...coop.Cooperator) coop.Household {
	return coop.Household{
		ID: newID[coop.HouseholdID](), Product: coop.Rental, Language: "fr", Entry: "2026-09-15", Holders: holders,
		Dwelling: coop.Dwelling{ID: newID[coop.DwellingID](), Residence: r, Home: coop.Flat, Heating: coop.HeatingUnknown},
		Share:    coop.Share{State: coop.ShareUnknown}, Since: noon.Add(-time.Hour),
	}
}

func settle(tb testing.TB, a *Archive) town {
	tb.Helper()
	w := town{
		residence: coop.Residence{ID: newID[coop.ResidenceID](), Code: "R01", Name: "Les Tilleuls", Town: "Champmilan", Postcode: "02000", Heating: coop.DistrictHeating},
		officer:   coop.Staff{ID: newID[coop.StaffID](), Login: "sonia", Name: "Sonia Arnoux", Role: coop.Officer, Target: 75, Active: true},
		other:     coop.Staff{ID: newID[coop.StaffID](), Login: "karim", Name: "Karim Belle", Role: coop.Officer, Active: true},
	}
	first := coop.Cooperator{
		ID: newID[coop.CooperatorID](), Tenant: "T000123", Civility: coop.Madame, First: "Éloïse", Last: "Lefèvre",
		Phone: "0199001234", Mobile: "0639981122", Email: "eloise@example.org", Raw: "LEFEVRE ELOISE",
	}
	w.home = household(w.residence.ID, first, person("Jean-Noël", "de La Tour"))
	w.home.Lease, w.home.Source = "L-0123/02", "abc"
	w.home.Dwelling.Building, w.home.Dwelling.Door, w.home.Dwelling.Lot = "B", "12", "LOT-7"
	w.home.Imported = &coop.Lease{Lease: "L-0123/02", Tenant: "T000123", Entry: "2026-09-15"}
	w.home.Share = coop.Share{State: coop.ShareSubscribed, Number: 1, Cents: 1600, Since: "2026-09-20"}
	w.gone = household(w.residence.ID, person("Anne", "Lefort"))
	w.gone.Entry, w.gone.Exit, w.gone.Lease = "2020-01-01", "2026-06-30", "L-0099/01"
	keep(tb, a, coop.Change{
		Residences: []coop.Residence{w.residence}, Staff: []coop.Staff{w.officer, w.other},
		Households: []coop.Household{w.home, w.gone},
	})
	w.residence.Rev, w.officer.Rev, w.other.Rev, w.home.Rev, w.gone.Rev = 1, 1, 1, 1, 1
	return w
}

func TestAHouseholdComesBackAsItWasKept(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	same(t, "household", must(a.Household(t.Context(), w.home.ID))(t), w.home)
	same(t, "households of the source", must(a.HouseholdsOf(t.Context(), "abc"))(t), []coop.Household{w.home})
	same(t, "residence", must(a.Residence(t.Context(), w.residence.ID))(t), w.residence)
	same(t, "residences", must(a.Residences(t.Context()))(t), []coop.Residence{w.residence})
	same(t, "staff", must(a.Staff(t.Context()))(t), []coop.Staff{w.other, w.officer})

	w.home.Wishes, w.home.Holders, w.home.Prefers = "plutôt le matin", w.home.Holders[:1], []coop.Preference{coop.PreferMornings}
	keep(t, a, coop.Change{Households: []coop.Household{w.home}})
	w.home.Rev++
	same(t, "changed household", must(a.Household(t.Context(), w.home.ID))(t), w.home)
}

func TestPeopleAreFound(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	for what, words := range map[string]string{
		"by the beginning":              "lef",
		"without accents":               "lefevre eloise",
		"in capitals":                   "LEFÈVRE",
		"in any order":                  "elo lef",
		"by the second holder":          "tour jean",
		"with a particle":               "de la tour",
		"with particles glued":          "delatour",
		"by a first name's second half": "noel",
		"by a hyphened first name":      "jean-noël",
		"by the mobile's groups":        "06 39 98 11",
		"by the mobile abroad":          "+33 6 39 98",
		"by the phone with dots":        "01.99.00.12.34",
		"by the lease code":             "L-0123",
		"by the whole lease code":       "l012302",
		"by the lease code as written":  "L-0123/02",
		"by the tenant code":            "t000123",
		"by residence and door":         "tilleuls 12",
		"by town":                       "champm lefev",
	} {
		rows := must(a.Rows(t.Context(), coop.RowFilter{Words: words, Limit: 20}))(t)
		if len(rows) == 0 || rows[0].ID != w.home.ID {
			t.Errorf("%s: %q finds %d rows, not the household first", what, words, len(rows))
		}
	}
	if rows := must(a.Rows(t.Context(), coop.RowFilter{Words: "lef", Limit: 20}))(t); len(rows) != 2 || rows[1].ID != w.gone.ID {
		t.Errorf("who left comes last: %v", rows)
	}
	if rows := must(a.Rows(t.Context(), coop.RowFilter{Words: "zzz"}))(t); len(rows) != 0 {
		t.Errorf("nobody is called zzz: %v", rows)
	}
}
