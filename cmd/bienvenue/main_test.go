//go:build ci

package main

// The tests of this file begin with TestWindowless: go run ./cmd/dev test runs them alone with the tag.

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/data"
)

// home gives the program a home of its own.
func home(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	t.Setenv("HOME", folder)
	t.Setenv("LANG", "fr_FR.UTF-8")
	for _, name := range []string{"XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"} {
		t.Setenv(name, filepath.Join(folder, strings.ToLower(name)))
	}
	return folder
}

// started runs the whole program on the windowless driver, which closes the window at once.
func started(t *testing.T, args ...string) (code int, said string) {
	t.Helper()
	background = kit.Inline
	var out, errOut bytes.Buffer
	code = run(args, &out, &errOut)
	for _, fault := range []string{"Error in Fyne call thread", "panic", "⟦"} {
		if strings.Contains(errOut.String(), fault) {
			t.Errorf("the log tells of a fault:\n%s", errOut.String())
		}
	}
	return code, errOut.String()
}

func TestWindowlessTheFirstStartMakesAnArchive(t *testing.T) {
	folder := home(t)
	if code, said := started(t); code != ended {
		t.Fatalf("ended with %d:\n%s", code, said)
	}
	archive := filepath.Join(folder, "xdg_data_home", "bienvenue", "bienvenue.db")
	opened, err := data.Open(t.Context(), archive, data.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	if err := opened.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := filepath.Glob(filepath.Join(folder, "xdg_state_home", "bienvenue", "crash*")); err != nil || len(left) > 0 {
		t.Errorf("a good end leaves %v %v", left, err)
	}
}

func TestWindowlessTheFolderOfTheOfficeCalendarIsKeptUpToDate(t *testing.T) {
	folder := home(t)
	path, calendars := filepath.Join(folder, "coop.db"), filepath.Join(folder, "calendars")
	if err := os.Mkdir(calendars, 0o700); err != nil {
		t.Fatal(err)
	}
	archive, err := data.Open(t.Context(), path, data.Options{Create: true, Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	err = archive.Keep(t.Context(), coop.Change{
		Staff:    []coop.Staff{{ID: coop.StaffID(newID()), Login: "claire", Name: "Claire Vasseur", Role: coop.Officer, Active: true}},
		Settings: map[string]string{"calendar-folder": calendars},
	})
	if err = errors.Join(err, archive.Close()); err != nil {
		t.Fatal(err)
	}
	if code, said := started(t, "--archive", path); code != ended {
		t.Fatalf("ended with %d:\n%s", code, said)
	}
	if text, err := os.ReadFile(filepath.Join(calendars, "claire.ics")); err != nil || !strings.HasPrefix(string(text), "BEGIN:VCALENDAR") {
		t.Errorf("the calendar says %q: %v", text, err)
	}
	if err := os.RemoveAll(calendars); err != nil {
		t.Fatal(err)
	}
	code, said := started(t, "--archive", path)
	if code != ended || strings.Count(said, "office calendar") != 1 {
		t.Errorf("ended with %d:\n%s", code, said)
	}
}

func TestWindowlessAnArchiveThatDoesNotOpenIsExplainedInTheWindow(t *testing.T) {
	folder := home(t)
	foreign := filepath.Join(folder, "notes.db")
	if err := os.WriteFile(foreign, []byte("these are not the archive you are looking for"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, path := range map[string]string{
		"a file that is no archive": foreign,
		"a missing archive":         filepath.Join(folder, "gone.db"),
		"a missing folder":          filepath.Join(folder, "no", "such", "place.db"),
	} {
		t.Run(name, func(t *testing.T) {
			if code, said := started(t, "--archive", path); code != ended || !strings.Contains(said, "archive.refused") {
				t.Errorf("ended with %d:\n%s", code, said)
			}
		})
	}
	if text, err := os.ReadFile(foreign); err != nil || !strings.HasPrefix(string(text), "these are not") {
		t.Error("the file that is no archive was changed")
	}
}

func TestWindowlessASecondStartEndsWell(t *testing.T) {
	folder := home(t)
	archive := filepath.Join(folder, "bienvenue.db")
	first, err := hang(archive, host())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := first.take(); err != nil {
			t.Error(err)
		}
	})
	rung := make(chan bool, 1)
	go first.listen(func() { rung <- true })
	if code, said := started(t, "--archive", archive); code != ended {
		t.Fatalf("ended with %d:\n%s", code, said)
	}
	<-rung
}
