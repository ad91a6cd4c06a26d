package office_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"

	"bienvenue/app/coop"
)

func TestASoftRuleIsWarnedOf(t *testing.T) {
	for name, c := range map[string]struct {
		day    coop.Day
		hour   int
		minute int
		want   []string
	}{
		"a good time":                  {"2026-12-03", 10, 0, nil},
		"already past":                 {"2026-11-20", 10, 0, []string{"visit.warning.past"}},
		"tomorrow":                     {"2026-11-24", 10, 0, []string{"visit.refused.agreement"}},
		"this Friday":                  {"2026-11-27", 10, 0, []string{"visit.warning.notice"}},
		"a Saturday":                   {"2026-12-05", 10, 0, []string{"visit.warning.saturday"}},
		"a Sunday":                     {"2026-12-06", 10, 0, []string{"visit.warning.sunday"}},
		"Christmas":                    {"2026-12-25", 10, 0, []string{"visit.warning.holiday"}},
		"before the doors open":        {"2026-12-03", 7, 45, []string{"visit.warning.hours"}},
		"ending after the doors close": {"2026-12-03", 17, 30, []string{"visit.warning.hours"}},
		"after the window":             {"2027-01-05", 10, 0, []string{"visit.warning.late"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := newFrontDesk(t)
			b := d.booking(d.enter(t, "Lefèvre", "2026-10-05"), d.at(c.day, c.hour, c.minute))
			b.Minutes = 45
			if got := d.warned(t, b); !slices.Equal(got, c.want) {
				t.Errorf("warned of %v, want %v", got, c.want)
			}
			_, err := d.BookVisit(t.Context(), d.sonia, b)
			if len(c.want) == 0 {
				if err != nil {
					t.Errorf("a good time is refused: %v", err)
				}
				return
			}
			if c.want[0] == "visit.refused.agreement" {
				refused(t, err, c.want[0])
			} else {
				refused(t, err, "visit.refused.reason")
			}
			if v, err := d.BookVisit(t.Context(), d.sonia, agreed(b)); err != nil || v.Reason != "agreed" {
				t.Errorf("with a reason: %v, %v", v, err)
			}
		})
	}
}

func TestTheEntryAndTheExitBoundAVisit(t *testing.T) {
	d := newFrontDesk(t)
	for name, c := range map[string]struct {
		entry coop.Day
		want  string
	}{
		"before moving in":      {"2026-12-10", "visit.warning.entry"},
		"too soon after moving": {"2026-11-20", "visit.warning.early"},
	} {
		t.Run(name, func(t *testing.T) {
			b := d.booking(d.enter(t, "Lefèvre", c.entry), d.at("2026-12-04", 10, 0))
			if got := d.warned(t, b); !slices.Equal(got, []string{c.want}) {
				t.Errorf("warned of %v, want %s", got, c.want)
			}
		})
	}
	id := d.enter(t, "Benali", "2026-10-05")
	h := d.file(t, id).Household
	h.Exit = "2026-12-01"
	if err := d.EditHousehold(t.Context(), d.sonia, h); err != nil {
		t.Fatal(err)
	}
	if got := d.warned(t, d.booking(id, d.at("2026-12-04", 10, 0))); !slices.Equal(got, []string{"visit.warning.exit"}) {
		t.Errorf("warned of %v", got)
	}
}

func TestAVisitKnowsItsLengthAndItsTravel(t *testing.T) {
	d := newFrontDesk(t)
	id := d.enter(t, "Lefèvre", "2026-10-05")
	for place, want := range map[coop.Place]struct{ minutes, buffer int }{
		coop.AtHome: {45, 20}, coop.AtOffice: {45, 0}, coop.ByPhone: {25, 0}, "": {45, 20},
	} {
		b := d.booking(id, d.at("2026-12-03", 10, 0))
		b.Place = place
		v, err := d.BookVisit(t.Context(), d.sonia, b)
		if err != nil || v.Minutes() != want.minutes || v.Before != want.buffer || v.After != want.buffer {
			t.Errorf("at %q: %d minutes, %d around (%v), want %v", place, v.Minutes(), v.Before, err, want)
		}
		if _, err := d.CancelVisit(t.Context(), d.sonia, v.ID, "trial"); err != nil {
			t.Fatal(err)
		}
	}
	b := d.booking(id, d.at("2026-12-03", 10, 0))
	b.Minutes = 5
	_, err := d.BookVisit(t.Context(), d.sonia, b)
	refused(t, err, "visit.refused.minutes")
	b.Minutes, b.Officer = 45, ""
	_, err = d.BookVisit(t.Context(), d.sonia, b)
	refused(t, err, "visit.refused.officer")
}

func TestATakenTimeIsRefusedByTheArchive(t *testing.T) {
	d := newFrontDesk(t)
	lefevre, benali := d.enter(t, "Lefèvre", "2026-10-05"), d.enter(t, "Benali", "2026-10-05")
	d.bookAt(t, lefevre, d.at("2026-12-03", 10, 0))
	_, err := d.BookVisit(t.Context(), d.sonia, d.booking(benali, d.at("2026-12-03", 11, 0)))
	isClash(t, err, true) // the officer still travels
	if _, err := d.BookVisit(t.Context(), d.sonia, d.booking(benali, d.at("2026-12-03", 11, 5))); err != nil {
		t.Errorf("after the travel: %v", err)
	}
	other := d.staff(t, coop.Staff{Login: "claire", Name: "Claire Vasseur", Role: coop.Officer, Active: true})
	b := d.booking(lefevre, d.at("2026-12-03", 10, 30))
	b.Officer = other.ID
	_, err = d.BookVisit(t.Context(), d.sonia, b)
	isClash(t, err, false)
	if f := d.file(t, benali); len(f.Visits) != 1 {
		t.Errorf("%d visits are kept, want 1", len(f.Visits))
	}
}

func TestTwoDesksBookingTheSameHourNeverBothWin(t *testing.T) {
	d := newFrontDesk(t)
	households := []coop.HouseholdID{d.enter(t, "Lefèvre", "2026-10-05"), d.enter(t, "Benali", "2026-10-05")}
	for round := range 20 {
		start := d.at(coop.Day("2026-12-03").Add(7*round), 10, 0)
		var wait sync.WaitGroup
		errs := make([]error, len(households))
		for i, h := range households {
			wait.Go(func() { _, errs[i] = d.BookVisit(t.Context(), d.sonia, agreed(d.booking(h, start))) })
		}
		wait.Wait()
		if (errs[0] == nil) == (errs[1] == nil) {
			t.Fatalf("round %d: %v and %v, want exactly one to win", round, errs[0], errs[1])
		}
	}
}

func TestAVisitIsMovedCancelledAndPutBack(t *testing.T) {
	d := newFrontDesk(t)
	id := d.enter(t, "Lefèvre", "2026-10-05")
	v := d.bookAt(t, id, d.at("2026-12-03", 10, 0))
	moved, err := d.MoveVisit(t.Context(), d.sonia, v.ID, coop.Booking{Start: d.at("2026-12-03", 10, 30)})
	if err != nil || moved.Moves != 1 || moved.Officer != v.Officer || moved.Minutes() != v.Minutes() {
		t.Fatalf("moved: %+v, %v", moved, err)
	}
	_, err = d.CancelVisit(t.Context(), d.sonia, v.ID, "")
	refused(t, err, "visit.refused.cancel")
	if _, err := d.CancelVisit(t.Context(), d.sonia, v.ID, "she cannot"); err != nil {
		t.Fatal(err)
	}
	_, err = d.MoveVisit(t.Context(), d.sonia, v.ID, coop.Booking{Start: d.at("2026-12-04", 10, 0)})
	refused(t, err, "visit.refused.over")
	back, err := d.RestoreVisit(t.Context(), d.sonia, v.ID)
	if err != nil || back.State != coop.VisitPlanned || !back.Start.Equal(moved.Start) {
		t.Fatalf("put back: %+v, %v", back, err)
	}
	want := []coop.Act{coop.ActAdded, coop.ActVisitBooked, coop.ActVisitMoved, coop.ActVisitCancelled, coop.ActVisitBooked}
	if got := acts(d.file(t, id)); !slices.Equal(got, want) {
		t.Errorf("the journal says %v, want %v", got, want)
	}
}

func TestATimeGivenToSomebodyElseIsNotPutBack(t *testing.T) {
	d := newFrontDesk(t)
	lefevre, benali := d.enter(t, "Lefèvre", "2026-10-05"), d.enter(t, "Benali", "2026-10-05")
	v := d.bookAt(t, lefevre, d.at("2026-12-03", 10, 0))
	if _, err := d.CancelVisit(t.Context(), d.sonia, v.ID, "she cannot"); err != nil {
		t.Fatal(err)
	}
	d.bookAt(t, benali, d.at("2026-12-03", 10, 0))
	_, err := d.RestoreVisit(t.Context(), d.sonia, v.ID)
	isClash(t, err, true)
}

func TestAScheduleShowsDaysAndWhyTheyAreClosed(t *testing.T) {
	d := newFrontDesk(t)
	d.bookAt(t, d.enter(t, "Lefèvre", "2026-10-05"), d.at("2026-12-24", 10, 0))
	s, err := d.Schedule(t.Context(), d.sonia, "2026-12-21", "2026-12-27", d.karim.ID)
	if err != nil || len(s.Days) != 7 || s.Opens != 510 || s.Closes != 1080 {
		t.Fatalf("%+v, %v", s, err)
	}
	if len(s.Days[3].Visits) != 1 || s.Days[3].Visits[0].OfficerName != "Karim Haddad" {
		t.Errorf("Thursday holds %v", s.Days[3].Visits)
	}
	var closed []coop.Closure
	for _, day := range s.Days {
		closed = append(closed, day.Closed)
	}
	if want := []coop.Closure{"", "", "", "", coop.ClosedHoliday, coop.ClosedSaturday, coop.ClosedSunday}; !slices.Equal(closed, want) {
		t.Errorf("closed are %v, want %v", closed, want)
	}
}

func TestProposedTimesAreFreeAndInTheWindow(t *testing.T) {
	d := newFrontDesk(t)
	rng := rand.New(rand.NewPCG(3, 4))
	for range 30 {
		b := d.booking(d.enter(t, "Autre", "2026-10-05"), d.at(coop.Day("2026-12-01").Add(rng.IntN(20)), 8+rng.IntN(10), 15*rng.IntN(4)))
		if _, err := d.BookVisit(t.Context(), d.sonia, agreed(b)); err != nil {
			if _, clash := errors.AsType[*coop.ClashError](err); !clash {
				t.Fatal(err)
			}
		}
	}
	id := d.enter(t, "Lefèvre", "2026-09-15") // its window ends on the 14th of December
	for day := range 8 {
		b := d.booking(id, d.at(coop.Day("2026-12-04").Add(day), 10, 0))
		starts, err := d.ProposeStarts(t.Context(), d.sonia, "", b, 3)
		if err != nil || len(starts) != 3 {
			t.Fatalf("%d times are proposed (%v), want 3", len(starts), err)
		}
		for _, p := range starts {
			start := p.Visit.Start
			if start.After(d.at("2026-12-15", 0, 0)) {
				t.Errorf("%v is after the window", start)
			}
			b.Start = start
			v, err := d.BookVisit(t.Context(), d.sonia, agreed(b))
			if err != nil {
				t.Fatalf("the proposed time %v is not free: %v", start, err)
			}
			if _, err := d.CancelVisit(t.Context(), d.sonia, v.ID, "trial"); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestTheClockChangeKeepsTheHour(t *testing.T) {
	d := newFrontDesk(t)
	id := d.enter(t, "Lefèvre", "2027-01-20")
	v := d.bookAt(t, id, d.at("2027-03-29", 10, 0)) // the day after summer time has begun
	if got := v.Start.UTC().Format("15:04"); got != "08:00" {
		t.Errorf("10 o'clock in Paris is %s UTC", got)
	}
	rows, err := d.Visits(t.Context(), d.sonia, "2027-03-29", "2027-03-29", "")
	if err != nil || len(rows) != 1 || rows[0].Start.In(d.Zone()).Hour() != 10 {
		t.Errorf("the day holds %v, %v", rows, err)
	}
}
