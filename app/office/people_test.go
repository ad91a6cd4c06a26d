package office_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"bienvenue/app/coop"
)

func TestAPersonEnteredByHandIsKeptWithTheirResidence(t *testing.T) {
	d := newFrontDesk(t)
	id := d.enter(t, "Lefèvre", "2026-10-05")
	f := d.file(t, id)
	if f.Residence.Name != "Champmilan" || f.Household.Holders[0].Mobile != "0639981102" || f.Household.Language != "fr" {
		t.Errorf("the file is %+v in %q", f.Household, f.Residence.Name)
	}
	if got := acts(f); !slices.Equal(got, []coop.Act{coop.ActAdded}) {
		t.Errorf("the journal says %v", got)
	}
	again := coop.Household{Product: coop.Rental, Dwelling: coop.Dwelling{Residence: f.Residence.ID}, Holders: []coop.Cooperator{{Last: "Benali"}}}
	if _, err := d.AddHousehold(t.Context(), d.sonia, again, coop.Residence{}); err != nil {
		t.Fatal(err)
	}
	if all, err := d.Residences(t.Context(), d.sonia); err != nil || len(all) != 1 {
		t.Errorf("%d residences (%v), want the one", len(all), err)
	}
}

func TestWhatCannotBeUsedIsRefusedBeforeAnythingIsKept(t *testing.T) {
	whole := func() coop.Household {
		return coop.Household{Holders: []coop.Cooperator{{Last: "Lefèvre"}}, Entry: "2026-10-05"}
	}
	for name, c := range map[string]struct {
		change func(*coop.Household)
		home   string
		key    string
	}{
		"nobody's name":           {func(h *coop.Household) { h.Holders = nil }, "Champmilan", "people.refused.name"},
		"a blank name":            {func(h *coop.Household) { h.Holders[0].Last = "  " }, "Champmilan", "people.refused.name"},
		"leaving before moving":   {func(h *coop.Household) { h.Exit = "2026-10-04" }, "Champmilan", "people.refused.days"},
		"half a number":           {func(h *coop.Household) { h.Holders[0].Phone = "02 61 91" }, "Champmilan", "people.refused.phone"},
		"an address without name": {func(h *coop.Household) { h.Holders[0].Email = "@example.org" }, "Champmilan", "people.refused.email"},
		"wishes without end":      {func(h *coop.Household) { h.Wishes = strings.Repeat("é", 121) }, "Champmilan", "people.refused.wishes"},
		"less than no share":      {func(h *coop.Household) { h.Share.Number = -1 }, "Champmilan", "people.refused.share"},
	} {
		t.Run(name, func(t *testing.T) {
			d := newFrontDesk(t)
			h := whole()
			c.change(&h)
			_, err := d.AddHousehold(t.Context(), d.sonia, h, coop.Residence{Name: c.home})
			refused(t, err, c.key)
			if home, err := d.Home(t.Context(), d.sonia); err != nil || home.People != 0 {
				t.Errorf("%d households are kept (%v)", home.People, err)
			}
		})
	}
}

func TestACorrectionSaysWhatItChanged(t *testing.T) {
	d := newFrontDesk(t)
	id := d.enter(t, "Lefèvre", "2026-10-05")
	h := d.file(t, id).Household
	h.Entry, h.Wishes, h.Landlord = "2026-10-06", " plutôt le matin ", coop.LandlordOther
	if err := d.EditHousehold(t.Context(), d.sonia, h); err != nil {
		t.Fatal(err)
	}
	f := d.file(t, id)
	last := f.Journal[len(f.Journal)-1]
	if f.Household.Wishes != "plutôt le matin" || f.Household.Landlord != coop.LandlordOther || last.Act != coop.ActEdited {
		t.Errorf("the wishes are %q, the journal says %s", f.Household.Wishes, last.Act)
	}
	for _, part := range []string{`"entry":{"from":"2026-10-05","to":"2026-10-06"}`, `"wishes"`, `"landlord":{"from":"","to":"other"}`} {
		if !strings.Contains(string(last.Payload), part) {
			t.Errorf("the journal says %s, without %s", last.Payload, part)
		}
	}
	if strings.Contains(string(last.Payload), `"holders"`) {
		t.Errorf("the journal names what did not change: %s", last.Payload)
	}
	if err := d.EditHousehold(t.Context(), d.sonia, f.Household); err != nil {
		t.Fatal(err)
	}
	if got := d.file(t, id); len(got.Journal) != len(f.Journal) || got.Household.Rev != f.Household.Rev {
		t.Error("a correction that changes nothing is kept")
	}
}

func TestAShareThatChangesIsTold(t *testing.T) {
	d := newFrontDesk(t)
	id := d.enter(t, "Lefèvre", "2026-10-05")
	h := d.file(t, id).Household
	h.Share = coop.Share{State: coop.ShareSubscribed, Number: 1, Cents: 1600, Since: "2026-11-23"}
	if err := d.EditHousehold(t.Context(), d.sonia, h); err != nil {
		t.Fatal(err)
	}
	if got := acts(d.file(t, id)); got[len(got)-1] != coop.ActShareChanged {
		t.Errorf("the journal says %v", got)
	}
}

func TestTheLaterOfTwoCorrectionsIsRefused(t *testing.T) {
	d := newFrontDesk(t)
	id := d.enter(t, "Lefèvre", "2026-10-05")
	mine, theirs := d.file(t, id).Household, d.file(t, id).Household
	theirs.Wishes = "le soir"
	if err := d.EditHousehold(t.Context(), d.sonia, theirs); err != nil {
		t.Fatal(err)
	}
	mine.Wishes = "le matin"
	if err := d.EditHousehold(t.Context(), d.sonia, mine); !errors.Is(err, coop.ErrChanged) {
		t.Errorf("got %v, want that it was changed meanwhile", err)
	}
	if got := d.file(t, id).Household.Wishes; got != "le soir" {
		t.Errorf("the wishes are %q", got)
	}
	r := d.file(t, id).Residence
	r.Specifics = "code 12A4"
	if err := d.EditResidence(t.Context(), d.sonia, r); err != nil {
		t.Fatal(err)
	}
	r.Specifics = "code 99B1"
	if err := d.EditResidence(t.Context(), d.sonia, r); !errors.Is(err, coop.ErrChanged) {
		t.Errorf("got %v, want that it was changed meanwhile", err)
	}
}

func TestTheNextStepFollowsTheDays(t *testing.T) {
	d := newFrontDesk(t)
	for name, c := range map[string]struct {
		entry coop.Day
		want  coop.NextStep
		late  bool
	}{
		"to come":            {"2026-12-05", coop.NextEntry, false},
		"not known":          {"", coop.NextEntry, false},
		"just moved in":      {"2026-11-10", coop.NextBook, false},
		"in the window":      {"2026-10-05", coop.NextBook, false},
		"after its end":      {"2026-08-01", coop.NextBook, true},
		"long before us":     {"2020-01-01", coop.NextNothing, false},
		"six months ago yet": {"2026-05-23", coop.NextBook, true},
	} {
		t.Run(name, func(t *testing.T) {
			next := d.file(t, d.enter(t, "Lefèvre", c.entry)).Next
			if next.Step != c.want || next.Late != c.late {
				t.Errorf("entered %q: next is %q, late %v; want %q, %v", c.entry, next.Step, next.Late, c.want, c.late)
			}
		})
	}
}

func TestTheNextStepFollowsTheVisit(t *testing.T) {
	d := newFrontDesk(t)
	id := d.enter(t, "Lefèvre", "2026-10-05")
	v := d.bookAt(t, id, d.at("2026-12-03", 10, 0))
	if next := d.file(t, id).Next; next.Step != coop.NextWait || next.Day != "2026-12-03" || next.Visit != v.ID {
		t.Errorf("booked, next is %+v", next)
	}
	d.now = d.at("2026-12-03", 8, 0)
	if next := d.file(t, id).Next; next.Step != coop.NextStart {
		t.Errorf("on the day, next is %+v", next)
	}
	if _, err := d.CloseVisit(t.Context(), d.sonia, v.ID, coop.Outcome{Result: coop.Absent, Overall: -1}, nil); err != nil {
		t.Fatal(err)
	}
	if next := d.file(t, id).Next; next.Step != coop.NextAgain {
		t.Errorf("after an absence, next is %+v", next)
	}
	d.now = d.at("2026-12-04", 8, 0)
	second := d.bookAt(t, id, d.at("2026-12-04", 10, 0))
	promise := coop.FollowUp{Motive: "HUM-VMC", Service: coop.ServiceTechnical, What: "VMC", Due: "2026-12-01"}
	if _, err := d.CloseVisit(t.Context(), d.sonia, second.ID, coop.Outcome{Result: coop.Done, Overall: 8}, []coop.FollowUp{promise}); err != nil {
		t.Fatal(err)
	}
	if next := d.file(t, id).Next; next.Step != coop.NextSheet {
		t.Errorf("visited, next is %+v", next)
	}
	if err := d.KeepPaper(t.Context(), d.sonia, coop.Paper{Household: id, Kind: coop.WelcomeSheet, Hash: strings.Repeat("a", 64), Means: coop.PaperPrinted}); err != nil {
		t.Fatal(err)
	}
	if next := d.file(t, id).Next; next.Step != coop.NextFollowUp || !next.Late {
		t.Errorf("with the sheet, next is %+v", next)
	}
}

func TestThoseWhoOweAVisitAreListedByTheEndOfTheirWindow(t *testing.T) {
	d := newFrontDesk(t)
	d.bookAt(t, d.enter(t, "Booked", "2026-10-01"), d.at("2026-12-03", 10, 0))
	for name, entry := range map[string]coop.Day{"Due": "2026-10-10", "Late": "2026-08-10", "Soon": "2026-11-10", "Old": "2020-01-01", "Coming": "2026-12-10"} {
		d.enter(t, name, entry)
	}
	names := func(late bool) (all []string) {
		rows, total, err := d.People(t.Context(), d.sonia, coop.RowFilter{Due: true, Limit: 10}, late)
		if err != nil || total != len(rows) {
			t.Fatal(total, len(rows), err)
		}
		for _, r := range rows {
			all = append(all, r.Holders[0].Last)
		}
		return all
	}
	if got := names(false); !slices.Equal(got, []string{"Late", "Due"}) {
		t.Errorf("to book: %v", got)
	}
	if got := names(true); !slices.Equal(got, []string{"Late"}) {
		t.Errorf("late: %v", got)
	}
}

func TestAReferenceFindsItsHousehold(t *testing.T) {
	d := newFrontDesk(t)
	id := d.enter(t, "Lefèvre", "2026-10-05")
	if got, err := d.FindHousehold(t.Context(), d.sonia, string(id)); err != nil || got != id {
		t.Errorf("got %s, %v", got, err)
	}
	_, err := d.FindHousehold(t.Context(), d.sonia, "L-404")
	refused(t, err, "people.refused.unknown")
	rows, err := d.Search(t.Context(), d.sonia, "elo lefe", 0)
	if err != nil || len(rows) != 1 {
		t.Errorf("found %d (%v), want 1", len(rows), err)
	}
}

func TestALoginIsUnique(t *testing.T) {
	d := newFrontDesk(t)
	_, err := d.KeepStaff(t.Context(), d.sonia, coop.Staff{Login: "KARIM", Name: "Karim Autre", Active: true})
	refused(t, err, "staff.refused.login")
	_, err = d.KeepStaff(t.Context(), d.sonia, coop.Staff{Login: " ", Name: "Nobody"})
	refused(t, err, "staff.refused.name")
	_, err = d.FindStaff(t.Context(), "paul")
	refused(t, err, "staff.refused.unknown")
	refused(t, d.KeepEvent(t.Context(), d.sonia, coop.Event{Kind: coop.EventAgm, Title: " ", Day: "2027-06-23"}), "events.refused.title")
}

func TestAFollowUpIsFoundWithWhoseItIs(t *testing.T) {
	d := newFrontDesk(t)
	id := d.enter(t, "Lefèvre", "2026-10-05")
	v := d.bookAt(t, id, d.at("2026-11-23", 8, 0))
	promise := coop.FollowUp{Motive: "HUM-VMC", Service: coop.ServiceTechnical, What: "VMC", Due: "2026-12-01"}
	if _, err := d.CloseVisit(t.Context(), d.sonia, v.ID, coop.Outcome{Result: coop.Done, Overall: 8}, []coop.FollowUp{promise}); err != nil {
		t.Fatal(err)
	}
	row, err := d.FollowUp(t.Context(), d.sonia, d.file(t, id).FollowUps[0].ID)
	if err != nil || row.What != "VMC" || row.Row.Holders[0].Last != "Lefèvre" {
		t.Errorf("got %+v, %v", row, err)
	}
	if _, err := d.FollowUp(t.Context(), d.sonia, "nothing"); !errors.Is(err, coop.ErrNotFound) {
		t.Errorf("got %v, want that there is none", err)
	}
}

func TestSomebodyWithoutAHomeIsWelcomeAtTheCounter(t *testing.T) {
	d := newFrontDesk(t)
	h := coop.Household{Product: coop.ProductUnknown, Holders: []coop.Cooperator{{Last: "Kaci"}}}
	id, err := d.AddHousehold(t.Context(), d.sonia, h, coop.Residence{})
	if err != nil {
		t.Fatal(err)
	}
	if f := d.file(t, id); f.Residence.Name != "" || f.Next.Step != coop.NextEntry {
		t.Errorf("a home in %q, next %s; want none and the entry to come", f.Residence.Name, f.Next.Step)
	}
}
