package sqlite

import (
	"cmp"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"bienvenue/app/coop"
)

// rushProgram is the program of the desks: this one, but without the race detector, which would make
// fifty processes large and slow.
func rushProgram(t *testing.T) string {
	t.Helper()
	if !racing {
		return must(os.Executable())(t)
	}
	path := filepath.Join(t.TempDir(), "rush.test")
	if out, err := exec.CommandContext(t.Context(), "go", "test", "-c", "-vet=off", "-o", path, ".").CombinedOutput(); err != nil {
		t.Fatalf("build the desks: %v\n%s", err, out)
	}
	return path
}

// rushCoop is an archive with officers and households for the rush.
func rushCoop(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "coop.db")
	a := must(Open(t.Context(), path, Options{Create: true, Now: clock}))(t)
	c := coop.Change{Residences: []coop.Residence{{ID: newID[coop.ResidenceID](), Code: "R01", Name: "Les Tilleuls", Town: "Moulins", Heating: coop.DistrictHeating}}}
	for i := range rushOfficers {
		login := fmt.Sprintf("officer%d", i)
		c.Staff = append(c.Staff, coop.Staff{ID: newID[coop.StaffID](), Login: login, Name: login, Role: coop.Officer, Active: true})
	}
	for i := range rushHomes {
		h := household(c.Residences[0].ID, person("Camille", fmt.Sprintf("Nom%d", i)))
		h.Lease = fmt.Sprintf("L%d", i)
		c.Households = append(c.Households, h)
	}
	c.Exceptions = []coop.Exception{{ID: newID[coop.ExceptionID](), Staff: c.Staff[0].ID, Kind: coop.StaffAway, From: "2027-02-03", To: "2027-02-03"}}
	keep(t, a, c)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestManyDesksAtOnceNeverBookTheSameTime has many desks book, move and cancel at random on one
// archive, half of them on computers whose clock stands in New Zealand.
func TestManyDesksAtOnceNeverBookTheSameTime(t *testing.T) {
	lasts := rushLasts
	if testing.Short() {
		lasts = time.Second
	}
	path, program := rushCoop(t), rushProgram(t)
	desks := make([]rival, rushDesks)
	for i := range desks {
		desks[i] = startAs(t, program, loads+"=1", "TZ="+[]string{"Europe/Paris", "Pacific/Auckland"}[i%2])
		if err := json.NewEncoder(desks[i].in).Encode(rushTask{Path: path, Seed: uint64(i), Lasts: lasts}); err != nil {
			t.Fatal(err)
		}
	}
	for _, d := range desks {
		if said := must(d.out.ReadString('\n'))(t); said != "ready\n" {
			t.Fatalf("a desk says %q", said)
		}
	}
	for _, d := range desks {
		if _, err := io.WriteString(d.in, "!"); err != nil {
			t.Fatal(err)
		}
	}
	sum := rushTold{Refused: map[string]int{}}
	for i, d := range desks {
		var told rushTold
		if err := json.NewDecoder(d.out).Decode(&told); err != nil {
			t.Fatal(err)
		}
		if told.Booked+told.Moved+told.Cancelled == 0 {
			t.Errorf("desk %d did nothing: %v", i, told.Refused)
		}
		for _, fault := range told.Faults {
			t.Errorf("desk %d: %s", i, fault)
		}
		sum.Booked, sum.Moved, sum.Cancelled = sum.Booked+told.Booked, sum.Moved+told.Moved, sum.Cancelled+told.Cancelled
		for what, n := range told.Refused {
			sum.Refused[what] += n
		}
	}
	t.Logf("booked %d, moved %d, cancelled %d, refused %v", sum.Booked, sum.Moved, sum.Cancelled, sum.Refused)
	if sum.Refused["clash"] < rushDesks || sum.Refused["visit.refused.away"] == 0 {
		t.Errorf("too few refusals to mean anything: %v", sum.Refused)
	}
	checkRush(t, path, sum)
}

// stood is a visit that stands in the archive, as its own columns have it.
type stood struct {
	id, officer, household, reason string
	start, end                     time.Time
	before, after                  time.Duration
}

// checkRush reads the archive without anything of ours, and finds whatever should not be.
func checkRush(t *testing.T, path string, sum rushTold) {
	t.Helper()
	db := must(sql.Open("sqlite3", path))(t)
	defer db.Close()
	all := standing(t, db)
	zone := must(time.LoadLocation("Europe/Paris"))(t)
	nights := map[string]int{}
	for i, v := range all {
		var wall string
		var minutes int
		if _, err := fmt.Sscan(v.reason, &wall, &minutes); err != nil {
			t.Fatalf("%s: %v", v.reason, err)
		}
		asked := must(time.ParseInLocation(wallForm, wall, zone))(t)
		if !v.start.Equal(asked) || v.end.Sub(v.start) != time.Duration(minutes)*time.Minute {
			t.Errorf("%s was asked for, the archive has %s to %s", v.reason, v.start, v.end)
		}
		nights[wall[:len("2027-03-28")]]++
		for _, w := range all[i+1:] {
			if w.start.Sub(v.end) > 24*time.Hour {
				break
			}
			between := max(v.after, w.before) // v starts first
			if v.officer == w.officer && w.start.Before(v.end.Add(between)) {
				t.Errorf("one officer: %s to %s, and %s", v.start, v.end, w.start)
			}
			if v.household == w.household && w.start.Before(v.end) {
				t.Errorf("one household: %s to %s, and %s", v.start, v.end, w.start)
			}
		}
	}
	for _, night := range []string{"2027-03-28", "2027-10-31", "2027-02-10", "2027-01-01"} {
		if nights[night] == 0 {
			t.Errorf("no visit on %s was left to look at", night)
		}
	}
	var acts int
	if err := db.QueryRowContext(t.Context(), `SELECT count(*) FROM journal WHERE subject = 'visit'`).Scan(&acts); err != nil {
		t.Fatal(err)
	}
	same(t, "acts in the journal", acts, sum.Booked+sum.Moved+sum.Cancelled)
}

// standing reads the visits that take time, by their start.
func standing(t *testing.T, db *sql.DB) []stood {
	t.Helper()
	rows := must(db.QueryContext(t.Context(), `SELECT id, officer_id, household_id, reason, start_at, end_at, travel_before, travel_after
		FROM visit WHERE state IN ('planned', 'held')`))(t)
	defer rows.Close()
	var all []stood
	for rows.Next() {
		var v stood
		var start, end string
		if err := rows.Scan(&v.id, &v.officer, &v.household, &v.reason, &start, &end, &v.before, &v.after); err != nil {
			t.Fatal(err)
		}
		v.start, v.end = must(time.Parse(time.RFC3339, start))(t), must(time.Parse(time.RFC3339, end))(t)
		v.before, v.after = v.before*time.Minute, v.after*time.Minute
		all = append(all, v)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(all, func(a, b stood) int { return cmp.Or(a.start.Compare(b.start), cmp.Compare(a.id, b.id)) })
	return all
}

// TestOthersAtWorkAreWaitedFor has a program that writes all the time: that is no reason to refuse,
// unlike a program that does not let go.
func TestOthersAtWorkAreWaitedFor(t *testing.T) {
	a := fresh(t)
	settle(t, a)
	const patience = 50 * time.Millisecond
	b := must(Open(t.Context(), a.Path(), Options{Now: clock, Busy: patience}))(t)
	defer b.Close()
	other := must(sql.Open("sqlite3", a.Path()+"?_txlock=immediate"))(t)
	defer other.Close()
	begun, ended := make(chan struct{}), make(chan error, 1)
	go func() {
		for i := range 20 {
			work, err := other.BeginTx(background(), nil)
			if err != nil {
				ended <- err
				return
			}
			if i == 0 {
				close(begun)
			}
			_, err = work.ExecContext(background(), `INSERT INTO setting (key, value) VALUES (?, '')`, fmt.Sprint("other", i))
			time.Sleep(patience / 2)
			if err = errors.Join(err, work.Commit()); err != nil {
				ended <- err
				return
			}
		}
		ended <- nil
	}()
	<-begun
	if err := b.Keep(t.Context(), coop.Change{Settings: map[string]string{"ours": "kept"}}); err != nil {
		t.Errorf("refused among others at work: %v", err)
	}
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
