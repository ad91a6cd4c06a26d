package office_test

import (
	"errors"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/uuid"

	"bienvenue/app/coop"
	"bienvenue/app/office"
	"bienvenue/data"
)

// frontDesk is an office on a new archive, with a front desk, an officer and a clock to set.
type frontDesk struct {
	*office.Office
	now   time.Time
	sonia coop.Actor
	karim coop.Staff
}

func newFrontDesk(tb testing.TB) *frontDesk {
	tb.Helper()
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		tb.Fatal(err)
	}
	d := &frontDesk{now: time.Date(2026, 11, 23, 9, 0, 0, 0, zone)}
	archive, err := data.Open(tb.Context(), filepath.Join(tb.TempDir(), "coop.db"), data.Options{Create: true, Now: func() time.Time { return d.now }})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := archive.Close(); err != nil {
			tb.Error(err)
		}
	})
	d.Office = office.New(office.Params{
		Store: archive, Zone: zone, NewID: func() string { return uuid.Must(uuid.NewV7()).String() }, Now: func() time.Time { return d.now },
	})
	d.sonia.Device = "counter"
	d.sonia.Staff = d.staff(tb, coop.Staff{Login: "sonia", Name: "Sonia Arnoux", Role: coop.FrontDesk, Active: true})
	d.karim = d.staff(tb, coop.Staff{Login: "karim", Name: "Karim Haddad", Role: coop.Officer, Active: true})
	return d
}

func (d *frontDesk) staff(tb testing.TB, s coop.Staff) coop.Staff {
	tb.Helper()
	kept, err := d.KeepStaff(tb.Context(), d.sonia, s)
	if err != nil {
		tb.Fatal(err)
	}
	return kept
}

// enter adds a household that moved in on a day.
func (d *frontDesk) enter(tb testing.TB, last string, entry coop.Day) coop.HouseholdID {
	tb.Helper()
	id, err := d.AddHousehold(tb.Context(), d.sonia, coop.Household{
		Product: coop.Rental, Entry: entry, Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Éloïse", Last: last, Mobile: "+33 6 39 98 11 02"}},
	}, coop.Residence{Name: "Champmilan", Town: "Vaulx"})
	if err != nil {
		tb.Fatal(err)
	}
	return id
}

func (d *frontDesk) file(tb testing.TB, id coop.HouseholdID) coop.File {
	tb.Helper()
	f, err := d.Open(tb.Context(), d.sonia, id)
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

func (d *frontDesk) at(day coop.Day, hour, minute int) time.Time {
	return day.At(hour, minute, d.Zone())
}

func (d *frontDesk) booking(h coop.HouseholdID, start time.Time) coop.Booking {
	return coop.Booking{Household: h, Officer: d.karim.ID, Start: start}
}

func agreed(b coop.Booking) coop.Booking {
	b.Reason, b.Agreed = "agreed", true
	return b
}

func (d *frontDesk) bookAt(tb testing.TB, h coop.HouseholdID, start time.Time) coop.Visit {
	tb.Helper()
	v, err := d.BookVisit(tb.Context(), d.sonia, agreed(d.booking(h, start)))
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

// acts are the journal's acts of a household, in their order.
func acts(f coop.File) []coop.Act {
	var all []coop.Act
	for _, e := range f.Journal {
		all = append(all, e.Act)
	}
	return all
}

// warned are the keys of what the rules say to a booking.
func (d *frontDesk) warned(tb testing.TB, b coop.Booking) []string {
	tb.Helper()
	verdict, err := d.JudgeVisit(tb.Context(), d.sonia, "", b)
	if err != nil {
		tb.Fatal(err)
	}
	var keys []string
	for _, w := range append(verdict.Refused, verdict.Warned...) {
		keys = append(keys, w.Key)
	}
	return keys
}

func isClash(tb testing.TB, err error, officer bool) {
	tb.Helper()
	clash, ok := errors.AsType[*coop.ClashError](err)
	if !ok || clash.Officer != officer {
		tb.Errorf("got %v, want a clash (of the officer: %v)", err, officer)
	}
}
