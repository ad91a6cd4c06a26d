package feed_test

import (
	"bytes"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/assets"
	"bienvenue/cmd/bienvenue/feed"
	"bienvenue/data"
)

// noon is the clock of the tests.
var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return noon }

var catalog = sync.OnceValues(func() (*i18n.Catalog, error) {
	files, err := fs.Sub(assets.Words, "words")
	if err != nil {
		return nil, err
	}
	return i18n.Load(files)
})

// desk is a small coop with a folder for its calendars.
type desk struct {
	t      *testing.T
	store  *feed.Watched
	office *office.Office
	folder string
	log    *bytes.Buffer
	by     coop.Actor
	hugo   coop.Staff
	home   coop.HouseholdID
}

func open(t *testing.T) *desk {
	t.Helper()
	archive, err := data.Open(t.Context(), filepath.Join(t.TempDir(), "coop.db"), data.Options{Create: true, Now: clock})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := archive.Close(); err != nil {
			t.Error(err)
		}
	})
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	d := &desk{t: t, store: feed.Watch(archive), folder: filepath.Join(t.TempDir(), "calendars"), log: &bytes.Buffer{}}
	d.office = office.New(office.Params{Store: d.store, Now: clock, NewID: uuid.NewString, Zone: zone})
	d.by.Staff = d.officer("claire", "Claire Vasseur")
	d.hugo = d.officer("hugo", "Hugo Meunier")
	d.home, err = d.office.AddHousehold(t.Context(), d.by, coop.Household{
		Product: coop.Rental, Entry: "2026-10-01", Holders: []coop.Cooperator{{First: "Éloïse", Last: "Lefèvre"}},
		Dwelling: coop.Dwelling{Home: coop.Flat}, Share: coop.Share{State: coop.ShareUnknown},
	}, coop.Residence{Name: "Les Tilleuls", Town: "Moulins"})
	d.must(err)
	d.must(os.Mkdir(d.folder, 0o700))
	s, err := d.office.Settings(t.Context())
	d.must(err)
	s.Feed = d.folder
	d.must(d.office.ChangeSettings(t.Context(), d.by, s))
	return d
}

func (d *desk) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) officer(login, name string) coop.Staff {
	d.t.Helper()
	s, err := d.office.KeepStaff(d.t.Context(), d.by, coop.Staff{Login: login, Name: name, Role: coop.Officer, Active: true})
	d.must(err)
	return s
}

// books are what the files are written with.
func (d *desk) books() feed.Books {
	d.t.Helper()
	return feed.Books{Office: d.office, Now: clock, Words: func(language string) (*i18n.Words, error) {
		all, err := catalog()
		if err != nil {
			return nil, err
		}
		return all.Words(language, d.office.Zone()), nil
	}}
}

// follow keeps the folder up to date with hardly a pause.
func (d *desk) follow() *feed.Follower {
	d.t.Helper()
	f := feed.Follow(d.books(), slog.New(slog.NewTextHandler(d.log, nil)), time.Millisecond)
	d.store.Tell(f)
	return f
}

func (d *desk) book(start string) coop.Visit {
	d.t.Helper()
	v, err := d.office.BookVisit(d.t.Context(), d.by, d.at(start, d.by.Staff))
	d.must(err)
	return v
}

func (d *desk) at(start string, officer coop.Staff) office.Booking {
	d.t.Helper()
	at, err := time.ParseInLocation("2006-01-02T15:04", start, d.office.Zone())
	d.must(err)
	return office.Booking{Household: d.home, Officer: officer.ID, Start: at, Agreed: true, Reason: "asked for"}
}

func (d *desk) move(id coop.VisitID, start string, officer coop.Staff) {
	d.t.Helper()
	_, err := d.office.MoveVisit(d.t.Context(), d.by, id, d.at(start, officer))
	d.must(err)
}

// read is an officer's file, "" when there is none.
func (d *desk) read(login string) string {
	text, err := os.ReadFile(filepath.Join(d.folder, login+".ics"))
	if err != nil && !os.IsNotExist(err) {
		d.t.Error(err)
	}
	return string(text)
}

// until waits for something that happens in the background.
func (d *desk) until(what string, ok func() bool) {
	d.t.Helper()
	const tries = 2000
	for range tries {
		if ok() {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	d.t.Fatalf("%s: waited in vain", what)
}

// property is the first value of a property in a calendar.
func property(text, name string) string {
	found := regexp.MustCompile(`(?m)^` + name + `[^:\r\n]*:(.*?)\r?$`).FindStringSubmatch(text)
	if found == nil {
		return ""
	}
	return found[1]
}

func TestAMovedVisitMovesInTheKeptFile(t *testing.T) {
	d := open(t)
	v := d.book("2026-12-08T10:00")
	f := d.follow()
	d.until("the first file", func() bool { return d.read("claire") != "" })
	before := d.read("claire")
	if property(before, "SEQUENCE") != "0" || !strings.Contains(before, "20261208T100000") {
		t.Fatalf("the file says\n%s", before)
	}
	d.move(v.ID, "2026-12-09T14:00", d.by.Staff)
	d.until("the moved visit", func() bool { return strings.Contains(d.read("claire"), "20261209T140000") })
	after := d.read("claire")
	if property(after, "SEQUENCE") != "1" || property(after, "UID") != property(before, "UID") || strings.Contains(after, "20261208T100000") {
		t.Errorf("the file says\n%s", after)
	}
	d.move(v.ID, "2026-12-09T14:00", d.hugo)
	d.until("the visit of somebody else", func() bool { return strings.Contains(d.read("hugo"), "20261209T140000") })
	d.until("the visit gone", func() bool { return !strings.Contains(d.read("claire"), "20261209T140000") })
	_, err := d.office.CancelVisit(t.Context(), d.by, v.ID, "asked for")
	d.must(err)
	f.Close()
	if text := d.read("hugo"); property(text, "STATUS") != "CANCELLED" || property(text, "SEQUENCE") != "3" {
		t.Errorf("the file of a cancelled visit says\n%s", text)
	}
	if strings.Contains(d.read("hugo"), "LEF") {
		t.Error("the file names a person")
	}
	if left, err := filepath.Glob(filepath.Join(d.folder, ".*")); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestWhatConcernsNobodyElseLeavesTheirFilesAlone(t *testing.T) {
	d := open(t)
	f := d.follow()
	d.until("the first files", func() bool { return d.read("claire") != "" && d.read("hugo") != "" })
	hugo := filepath.Join(d.folder, "hugo.ics")
	before, err := os.Stat(hugo)
	d.must(err)
	claire := d.read("claire")
	d.book("2026-12-08T10:00")
	f.Close()
	after, err := os.Stat(hugo)
	d.must(err)
	if d.read("claire") == claire || !os.SameFile(before, after) {
		t.Error("the wrong file was written")
	}
}

func TestAFolderThatIsGoneLeavesTheProgramAtWork(t *testing.T) {
	d := open(t)
	d.must(os.Remove(d.folder))
	f := d.follow()
	v := d.book("2026-12-08T10:00")
	d.move(v.ID, "2026-12-09T14:00", d.by.Staff)
	f.Close()
	said := d.log.String()
	if strings.Count(said, "\n") != 1 || !strings.Contains(said, "calendar") || strings.Contains(said, d.folder) {
		t.Errorf("the log says %q", said)
	}
	f = d.follow()
	d.must(os.Mkdir(d.folder, 0o700))
	d.move(v.ID, "2026-12-10T14:00", d.by.Staff)
	f.Close()
	if !strings.Contains(d.read("claire"), "20261210T140000") || d.read("hugo") == "" {
		t.Error("the folder that came back is not up to date")
	}
}

func TestWithoutAFolderNothingIsWritten(t *testing.T) {
	d := open(t)
	s, err := d.office.Settings(t.Context())
	d.must(err)
	s.Feed = ""
	d.must(d.office.ChangeSettings(t.Context(), d.by, s))
	f := d.follow()
	d.book("2026-12-08T10:00")
	f.Close()
	if d.read("claire") != "" || d.log.Len() > 0 {
		t.Errorf("written or told: %s", d.log)
	}
}
