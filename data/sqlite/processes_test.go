package sqlite

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
)

func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }

// contest is the environment in which the test program is a second program that books.
const contest = "BIENVENUE_TEST_BOOKS"

// TestMain is also the program that the contest starts twice, and the rush many times.
func TestMain(m *testing.M) {
	for name, work := range map[string]func(io.Reader, io.Writer) error{contest: book, loads: rush} {
		if os.Getenv(name) == "" {
			continue
		}
		if err := work(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	code := m.Run()
	forgetBig()
	os.Exit(code)
}

// book reads lines « path officer household start » and answers each with won or lost.
func book(in io.Reader, out io.Writer) error {
	var a *Archive
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		var path, officer, household, start string
		if _, err := fmt.Sscan(lines.Text(), &path, &officer, &household, &start); err != nil {
			return err
		}
		if a == nil {
			var err error
			if a, err = Open(background(), path, Options{Now: clock}); err != nil {
				return err
			}
			defer a.Close()
		}
		at, err := time.Parse(time.RFC3339, start)
		if err != nil {
			return err
		}
		v := visit(town{officer: coop.Staff{ID: coop.StaffID(officer)}, home: coop.Household{ID: coop.HouseholdID(household)}}, at, 45)
		err = a.Keep(background(), coop.Change{Visits: []coop.Visit{v}})
		answer := "won"
		if _, clash := errors.AsType[*coop.ClashError](err); clash {
			answer = "lost"
		} else if err != nil {
			return err
		}
		if _, err := fmt.Fprintln(out, answer); err != nil {
			return err
		}
	}
	return lines.Err()
}

// rival is a started program of the contest.
type rival struct {
	in  io.WriteCloser
	out *bufio.Reader
}

func start(t *testing.T) rival {
	t.Helper()
	return startAs(t, must(os.Executable())(t), contest+"=1")
}

// startAs starts a program with more in its environment.
func startAs(t *testing.T, path string, environment ...string) rival {
	t.Helper()
	program := exec.CommandContext(background(), path)
	program.Env = append(os.Environ(), environment...)
	program.Stderr = os.Stderr
	in, out := must(program.StdinPipe())(t), must(program.StdoutPipe())(t)
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(in.Close(), program.Wait()); err != nil {
			t.Error(err)
		}
	})
	return rival{in: in, out: bufio.NewReader(out)}
}

func TestTwoProgramsNeverBookTheSameHour(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coop.db")
	a := openAt(t, path)
	w := settle(t, a)
	rivals := []rival{start(t), start(t)}
	homes := []coop.HouseholdID{w.home.ID, w.gone.ID}
	const times = 1000
	for i := range times {
		at := noon.Add(time.Duration(i) * 2 * time.Hour).Format(time.RFC3339)
		for n, r := range rivals {
			if _, err := fmt.Fprintln(r.in, path, w.officer.ID, homes[n], at); err != nil {
				t.Fatal(err)
			}
		}
		won := 0
		for _, r := range rivals {
			if strings.TrimSpace(must(r.out.ReadString('\n'))(t)) == "won" {
				won++
			}
		}
		if won != 1 {
			t.Fatalf("hour %d was won %d times", i, won)
		}
	}
	same(t, "visits booked", len(must(a.Visits(t.Context(), coop.VisitFilter{}))(t)), times)
}

func background() context.Context { return context.Background() }
