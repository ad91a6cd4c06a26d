package office_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/office"

	"github.com/google/go-cmp/cmp"
)

// sheetDesk knows one household; all that a sheet does not ask for is left out.
type sheetDesk struct {
	office.Store
	household coop.Household
	residence coop.Residence
	visits    []coop.VisitRow
	followUps []coop.FollowUpRow
	events    []coop.Event
	settings  map[string]string
	staff     []coop.Staff
	signature coop.Signature
	kept      coop.Change
}

func (d *sheetDesk) Settings(context.Context) (map[string]string, error) { return d.settings, nil }

func (d *sheetDesk) Household(context.Context, coop.HouseholdID) (coop.Household, error) {
	return d.household, nil
}

func (d *sheetDesk) Residence(context.Context, coop.ResidenceID) (coop.Residence, error) {
	if d.residence.ID == "" {
		return coop.Residence{}, coop.ErrNotFound
	}
	return d.residence, nil
}

func (d *sheetDesk) Visits(context.Context, coop.VisitFilter) ([]coop.VisitRow, error) {
	return d.visits, nil
}

func (d *sheetDesk) Staff(context.Context) ([]coop.Staff, error) { return d.staff, nil }

func (d *sheetDesk) FollowUps(context.Context, coop.FollowUpFilter) ([]coop.FollowUpRow, error) {
	return d.followUps, nil
}

func (d *sheetDesk) Events(context.Context, coop.Day) ([]coop.Event, error) { return d.events, nil }

func (d *sheetDesk) LastSignature(context.Context, coop.HouseholdID) (coop.Signature, error) {
	if !d.signature.Signed() {
		return coop.Signature{}, coop.ErrNotFound
	}
	return d.signature, nil
}

func (d *sheetDesk) Keep(_ context.Context, c coop.Change) error { d.kept = c; return nil }

func sheetOffice(d *sheetDesk) *office.Office {
	return office.New(office.Params{
		Store: d, Zone: time.UTC, NewID: func() string { return "id" },
		Now: func() time.Time { return time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC) },
	})
}

func sheetFor(t *testing.T, d *sheetDesk) coop.Sheet {
	t.Helper()
	s, err := sheetOffice(d).SheetFor(t.Context(), coop.Actor{}, "h")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestASheetSaysOnlyWhatIsKnown(t *testing.T) {
	s := sheetFor(t, &sheetDesk{household: coop.Household{Product: coop.Rental}})
	if len(s.Contacts)+len(s.Dates)+len(s.Agreed) != 0 {
		t.Errorf("got %v, %v, %v, want nothing", s.Contacts, s.Dates, s.Agreed)
	}
	if len(s.Duties) != 6 {
		t.Errorf("got %d duties, want 6", len(s.Duties))
	}
}

func TestASheetNamesTheNextVisitThatIsStillPlanned(t *testing.T) {
	at := func(day int, state coop.VisitState) coop.VisitRow {
		return coop.VisitRow{
			Visit:       coop.Visit{Start: time.Date(2026, 12, day, 9, 0, 0, 0, time.UTC), State: state},
			OfficerName: "Sonia Arnoux",
		}
	}
	s := sheetFor(t, &sheetDesk{visits: []coop.VisitRow{at(9, coop.VisitPlanned), at(1, coop.VisitCancelled), at(3, coop.VisitPlanned)}})
	want := []coop.SheetDate{{Kind: coop.DateVisit, At: time.Date(2026, 12, 3, 9, 0, 0, 0, time.UTC), With: "Sonia Arnoux"}}
	if diff := cmp.Diff(want, s.Dates); diff != "" {
		t.Error(diff)
	}
}

func TestPromisesComeTheSoonestFirstAndKeepConfidences(t *testing.T) {
	row := func(what string, service coop.Service, due coop.Day, state coop.FollowUpState) coop.FollowUpRow {
		return coop.FollowUpRow{FollowUp: coop.FollowUp{
			What: what, Service: service, Due: due, State: state, Motive: "LOY-APL", Owner: "Sonia",
		}}
	}
	s := sheetFor(t, &sheetDesk{followUps: []coop.FollowUpRow{
		row("Poser un badge", coop.ServiceProximity, "2026-12-20", coop.FollowUpOpen),
		row("Rendez-vous avec la conseillère", coop.ServiceSocial, "2026-12-02", coop.FollowUpPassed),
		row("Déjà fait", coop.ServiceTechnical, "2026-11-01", coop.FollowUpSettled),
		row("Joint de la douche", coop.ServiceTechnical, "2026-12-01", coop.FollowUpOpen),
	}})
	want := []coop.SheetPromise{
		{What: "Joint de la douche", Service: coop.ServiceTechnical, Due: "2026-12-01"},
		{Service: coop.ServiceSocial, Due: "2026-12-02"},
		{What: "Poser un badge", Service: coop.ServiceProximity, Due: "2026-12-20"},
	}
	if diff := cmp.Diff(want, s.Agreed); diff != "" {
		t.Error(diff)
	}
}

func TestTheDatesFollowTheContract(t *testing.T) {
	table := map[string]string{"coop": `{"rent_day":5,"charges_month":9,"agm_month":6}`}
	for name, c := range map[string]struct {
		household coop.Household
		events    []coop.Event
		want      []coop.SheetDate
	}{
		"for a tenant, with the insurance's next anniversary": {
			household: coop.Household{Product: coop.Rental, Entry: "2024-10-12"},
			want: []coop.SheetDate{
				{Kind: coop.DateRent, Number: 5},
				{Kind: coop.DateInsurance, Day: "2027-10-12"},
				{Kind: coop.DateCharges, Number: 9},
				{Kind: coop.DateAgm, Number: 6},
			},
		},
		"for a location-accession, with its option and guarantees": {
			household: coop.Household{Product: coop.PSLA, Entry: "2026-04-05", Reception: "2026-03-13", Option: "2029-04-04"},
			want: []coop.SheetDate{
				{Kind: coop.DateRent, Number: 5},
				{Kind: coop.DateCharges, Number: 9},
				{Kind: coop.DateOption, Day: "2029-04-04"},
				{Kind: coop.DateFinish, Day: "2027-03-13"},
				{Kind: coop.DateEquipment, Day: "2028-03-13"},
				{Kind: coop.DateTenYears, Day: "2036-03-13"},
				{Kind: coop.DateAgm, Number: 6},
			},
		},
		"for a buyer whose first guarantee has ended": {
			household: coop.Household{Product: coop.VEFA, Reception: "2025-07-28"},
			want: []coop.SheetDate{
				{Kind: coop.DateEquipment, Day: "2027-07-28"},
				{Kind: coop.DateTenYears, Day: "2035-07-28"},
				{Kind: coop.DateAgm, Number: 6},
			},
		},
		"with the general meeting that is planned": {
			household: coop.Household{Product: coop.Copro},
			events:    []coop.Event{{Kind: coop.EventWorkshop, Day: "2027-01-10"}, {Kind: coop.EventAgm, Day: "2027-06-15", Place: "Moulins"}},
			want:      []coop.SheetDate{{Kind: coop.DateAgm, Day: "2027-06-15", With: "Moulins"}},
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := sheetFor(t, &sheetDesk{household: c.household, events: c.events, settings: table})
			if diff := cmp.Diff(c.want, s.Dates); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhoDoesWhatFollowsTheHome(t *testing.T) {
	for name, c := range map[string]struct {
		household coop.Household
		residence coop.Residence
		want      string
	}{
		"a flat with collective heating": {
			coop.Household{Product: coop.Rental, Dwelling: coop.Dwelling{Home: coop.Flat}},
			coop.Residence{ID: "r", Heating: coop.CollectiveHeating},
			"small-parts vents report | wear collective common",
		},
		"a house with its own boiler": {
			coop.Household{Product: coop.Rental, Dwelling: coop.Dwelling{Home: coop.House, Heating: coop.IndividualGas}},
			coop.Residence{},
			"small-parts vents boiler | wear new-boiler structure",
		},
		"an owner under the coop's syndic": {
			coop.Household{Product: coop.Copro},
			coop.Residence{},
			"own-home vents report | syndic structure syndic-books",
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := sheetFor(t, &sheetDesk{household: c.household, residence: c.residence})
			sides := map[coop.Side][]string{}
			for _, d := range s.Duties {
				sides[d.Side] = append(sides[d.Side], string(d.Duty))
			}
			got := strings.Join(sides[coop.SideYou], " ") + " | " + strings.Join(sides[coop.SideThem], " ")
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestAPaperIsKeptWithItsJournal(t *testing.T) {
	d := &sheetDesk{}
	by := coop.Actor{Staff: coop.Staff{ID: "s"}, Device: "counter"}
	if err := sheetOffice(d).KeepPaper(t.Context(), by, coop.Paper{Household: "h", Kind: coop.WelcomeSheet, Hash: "abc", Means: coop.PaperPrinted}); err != nil {
		t.Fatal(err)
	}
	if len(d.kept.Papers) != 1 || d.kept.Papers[0].Means != coop.PaperPrinted || d.kept.Papers[0].Staff != "s" {
		t.Errorf("kept %+v", d.kept.Papers)
	}
	if len(d.kept.Entries) != 1 || d.kept.Entries[0].Act != coop.ActPaperMade || d.kept.Entries[0].Household != "h" {
		t.Errorf("journal %+v", d.kept.Entries)
	}
}
