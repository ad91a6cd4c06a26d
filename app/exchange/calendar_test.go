package exchange_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	_ "time/tzdata" // all zones, wherever the test runs

	"bienvenue/app/coop"
	"bienvenue/app/exchange"
	"bienvenue/app/i18n"
)

// readCalendar is what another program's library found in a calendar.
type readCalendar struct {
	Method, Name, Refresh, Interval, Zone string
	Zones                                 map[string][]string
	Events                                []readEvent
}

type readEvent struct {
	UID                                 string
	Sequence                            int
	Status, Busy, Class, Stamp, Changed string
	Start, End                          []string
	Summary, Location, Description      string
	Categories                          []string
	Alarms                              []float64
}

func zone(tb testing.TB, name string) *time.Location {
	tb.Helper()
	z, err := time.LoadLocation(name)
	if err != nil {
		tb.Fatal(err)
	}
	return z
}

var catalog = sync.OnceValues(func() (*i18n.Catalog, error) { return i18n.Load(os.DirFS("../../assets/words")) })

func french(tb testing.TB) *i18n.Words {
	tb.Helper()
	all, err := catalog()
	if err != nil {
		tb.Fatal(err)
	}
	return all.Words("fr", zone(tb, "Europe/Paris"))
}

// thePython is Debian's own, whatever else the machine has: python3-icalendar is made for it.
const thePython = "/usr/bin/python3"

// needPython skips a test on a developer's machine that has no such library; a machine that
// checks for everybody must have it.
func needPython(t *testing.T) {
	t.Helper()
	if err := exec.Command(thePython, "-c", "import icalendar, dateutil, pytz").Run(); err != nil {
		if os.Getenv("CI") != "" {
			t.Fatalf("python3-icalendar: %v (go run ./cmd/dev test installs it)", err)
		}
		t.Skip("python3-icalendar is not installed (go run ./cmd/dev test installs it)")
	}
}

func written(tb testing.TB, c exchange.Calendar) []byte {
	tb.Helper()
	var out bytes.Buffer
	if err := exchange.WriteCalendar(&out, c, french(tb)); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

// readBack writes calendars and gives what another program's library finds in each.
func readBack(t *testing.T, all ...exchange.Calendar) []readCalendar {
	t.Helper()
	needPython(t)
	folder := t.TempDir()
	args := []string{filepath.Join("testdata", "readics.py")}
	for i, c := range all {
		path := filepath.Join(folder, fmt.Sprint(i, ".ics"))
		if err := os.WriteFile(path, written(t, c), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	program := exec.Command(thePython, args...)
	var complaints bytes.Buffer
	program.Stderr = &complaints
	out, err := program.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, complaints.String())
	}
	var read []readCalendar
	if err := json.Unmarshal(out, &read); err != nil {
		t.Fatal(err)
	}
	return read
}

// readOne is readBack for one calendar.
func readOne(t *testing.T, c exchange.Calendar) readCalendar {
	t.Helper()
	return readBack(t, c)[0]
}

var stamp = time.Date(2026, 11, 23, 9, 15, 0, 0, time.UTC)

func stop() coop.Stop {
	start := time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)
	return coop.Stop{
		VisitRow: coop.VisitRow{
			Visit: coop.Visit{
				ID: "0199b2aa-7d0a-7b7e-9f5e-0a8f5f1f7c11", Household: "h1", Officer: "sonia", Kind: coop.CourtesyVisit, Place: coop.AtHome,
				State: coop.VisitPlanned, Start: start, End: start.Add(45 * time.Minute), Rev: 1,
			},
			Row: coop.Row{
				Lease: "B-4417", Residence: "Résidence Champmilan", Town: "Moulins",
				Holders: []coop.Cooperator{{
					Civility: coop.Madame, First: "Éloïse", Last: "Lefèvre", Mobile: "0639981102", Phone: "0465714288", Email: "eloise@example.org",
				}},
				Dwelling: coop.Dwelling{Building: "B", Stair: "2", Floor: "3", Door: "1217"},
			},
			OfficerName: "Sonia Arnoux",
		},
		Home: coop.Residence{
			Name: "Résidence Champmilan", Address: "14 rue des Tilleuls", Postcode: "03000", Town: "Moulins",
			Specifics: "code 4711A", Caretaker: "Karim Haddad, 06 39 98 20 31",
		},
		Wishes: "sonner deux fois",
	}
}

func calendar(t *testing.T, stops ...coop.Stop) exchange.Calendar {
	t.Helper()
	return exchange.Calendar{Name: "Visites", Zone: zone(t, "Europe/Paris"), Stamp: stamp, Alarm: 30, Stops: stops}
}

func TestAVisitIsAnAppointment(t *testing.T) {
	read := readOne(t, calendar(t, stop()))
	if read.Method != "PUBLISH" || read.Name != "Visites" || read.Zone != "Europe/Paris" || read.Refresh != "" || len(read.Events) != 1 {
		t.Fatalf("read %+v", read)
	}
	e := read.Events[0]
	for name, c := range map[string]struct{ got, want string }{
		"identity":    {e.UID, "0199b2aa-7d0a-7b7e-9f5e-0a8f5f1f7c11@visit.bienvenue.invalid"},
		"beginning":   {e.Start[0], "2026-12-01T09:00:00Z"},
		"end":         {e.End[0], "2026-12-01T09:45:00Z"},
		"stamp":       {e.Stamp, "2026-11-23T09:15:00Z"},
		"state":       {e.Status, "TENTATIVE"},
		"busy":        {e.Busy, "TENTATIVE"},
		"title":       {e.Summary, "Visite de courtoisie · Résidence Champmilan"},
		"place":       {e.Location, "14 rue des Tilleuls, 03000 Moulins"},
		"description": {e.Description, "Pas encore confirmée\nTout le reste est dans Bienvenue."},
		"category":    {strings.Join(e.Categories, "|"), "Visites de courtoisie"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", name, c.got, c.want)
		}
	}
	if e.Sequence != 0 || len(e.Alarms) != 1 || e.Alarms[0] != -30 {
		t.Errorf("sequence %d, alarms %v", e.Sequence, e.Alarms)
	}
}

func TestAMovedVisitIsTheSameAppointmentAtANewTime(t *testing.T) {
	before := readOne(t, calendar(t, stop())).Events[0]
	moved := stop()
	moved.Start, moved.End = moved.Start.Add(26*time.Hour), moved.End.Add(26*time.Hour)
	moved.Moves, moved.Rev, moved.Confirmed = 1, 2, stamp
	c := calendar(t, moved)
	c.Changed = map[coop.VisitID]time.Time{moved.ID: stamp.Add(-time.Hour)}
	after := readOne(t, c).Events[0]
	if after.UID != before.UID || after.Sequence <= before.Sequence || after.Start[0] != "2026-12-02T11:00:00Z" {
		t.Errorf("before %+v, after %+v", before, after)
	}
	if after.Status != "CONFIRMED" || after.Busy != "BUSY" || after.Changed != "2026-11-23T08:15:00Z" || after.Stamp != "2026-11-23T09:15:00Z" {
		t.Errorf("after %+v", after)
	}
}

func TestACancelledVisitSaysSo(t *testing.T) {
	gone := stop()
	gone.State, gone.Rev = coop.VisitCancelled, 3
	put := stop()
	put.ID, put.State, put.Result, put.Rev = "put-off", coop.VisitHeld, coop.MovedByThem, 2
	for _, e := range readOne(t, calendar(t, gone, put)).Events {
		if e.Status != "CANCELLED" || e.Busy != "FREE" || len(e.Alarms) != 0 || e.Sequence < 1 || !strings.HasPrefix(e.Summary, "Annulée\u202f: ") {
			t.Errorf("%+v", e)
		}
	}
	over := stop()
	over.State = coop.VisitClosed
	if read := readOne(t, calendar(t, over)); len(read.Events) != 0 {
		t.Errorf("a closed case is an appointment: %+v", read.Events)
	}
}

func TestAFeedSaysHowOftenToComeBack(t *testing.T) {
	c := calendar(t, stop())
	c.Feed, c.Changed = true, map[coop.VisitID]time.Time{stop().ID: stamp.Add(-time.Hour)}
	read := readOne(t, c)
	if read.Method != "" || read.Refresh != "PT1H" || read.Interval != "PT1H" || read.Events[0].Stamp != "2026-11-23T08:15:00Z" {
		t.Errorf("%+v", read)
	}
	if empty := readOne(t, exchange.Calendar{Feed: true, Stamp: stamp, Zone: c.Zone}); len(empty.Events) != 0 || len(empty.Zones) != 1 {
		t.Errorf("%+v", empty)
	}
}

// TestNobodyIsNamedUnlessTheOfficerChoseSo looks through the whole file, unfolded.
func TestNobodyIsNamedUnlessTheOfficerChoseSo(t *testing.T) {
	unfolded := func(c exchange.Calendar) string {
		return strings.ReplaceAll(string(written(t, c)), "\r\n ", "")
	}
	phone, office := stop(), stop()
	phone.ID, phone.Place = "p", coop.ByPhone
	office.ID, office.Place = "o", coop.AtOffice
	c := calendar(t, stop(), phone, office)
	personal := []string{"Lefèvre", "LEFÈVRE", "Éloïse", "Mme", "06\u00a039", "0639981102", "0465714288", "eloise@", "1217", "bât.", "sonner", "B-4417", "h1"}
	secret := []string{"4711A", "Karim", "20 31"}
	plain := unfolded(c)
	for _, never := range slices.Concat(personal, secret, []string{"Sonia", "CLASS:"}) {
		if strings.Contains(plain, never) {
			t.Errorf("the file says %q:\n%s", never, plain)
		}
	}
	c.Named = true
	named := unfolded(c)
	for _, want := range []string{"Mme Éloïse LEFÈVRE", "06\u00a039\u00a098\u00a011\u00a002", "porte 1217", "CLASS:PRIVATE"} {
		if !strings.Contains(named, want) {
			t.Errorf("the file does not say %q:\n%s", want, named)
		}
	}
	for _, never := range secret {
		if strings.Contains(named, never) {
			t.Errorf("the file says %q:\n%s", never, named)
		}
	}
	other := stop()
	other.ID, other.Officer, other.OfficerName = "other", "marc", "Marc Petit"
	if both := unfolded(calendar(t, stop(), other)); !strings.Contains(both, "Par Sonia Arnoux") || !strings.Contains(both, "Par Marc Petit") {
		t.Errorf("two officers are not told apart:\n%s", both)
	}
}

func TestTheSameCalendarIsTheSameBytes(t *testing.T) {
	if c := calendar(t, stop()); !bytes.Equal(written(t, c), written(t, c)) {
		t.Error("two files of the same visits differ")
	}
}

type full struct{}

var errFull = errors.New("no space left on device")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestACalendarThatCannotBeWrittenIsAnError(t *testing.T) {
	if err := exchange.WriteCalendar(full{}, calendar(t, stop()), french(t)); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}
