package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"bienvenue/app/coop"
)

var pdf = []byte("%PDF-1.3 a page")

// stand puts small programs of the given names in front of all others.
func stand(t *testing.T, programs map[string]string) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows has neither lp nor scripts")
	}
	folder := t.TempDir()
	for name, script := range programs {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\ncd "+folder+"\n"+script), 0o700); err != nil { //nolint:gosec // it must run
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", folder+string(os.PathListSeparator)+"/usr/bin"+string(os.PathListSeparator)+"/bin")
	return folder
}

func output(t *testing.T) *paperOutput {
	t.Helper()
	return &paperOutput{folder: filepath.Join(t.TempDir(), "papers"), now: time.Now}
}

func refusal(t *testing.T, err error) string {
	t.Helper()
	var r *coop.RefusalError
	if !errors.As(err, &r) {
		t.Fatalf("got %v, want a refusal", err)
	}
	return r.Key
}

func TestAPaperIsOpenedForThePersonAloneAndSweptAway(t *testing.T) {
	folder := stand(t, map[string]string{"xdg-open": `printf '%s' "$1" > opened`})
	o := output(t)
	if err := o.Open(t.Context(), pdf, "fiche.pdf"); err != nil {
		t.Fatal(err)
	}
	path, err := os.ReadFile(filepath.Join(folder, "opened"))
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(string(path))
	if err != nil || info.Mode().Perm() != ownerOnly {
		t.Errorf("%s: %v, %v", path, info, err)
	}
	o.Close()
	if exists(string(path)) {
		t.Error("the paper is still there")
	}
}

func TestAMissingViewerIsARefusal(t *testing.T) {
	stand(t, map[string]string{"xdg-open": "exit 3"})
	if key := refusal(t, output(t).Open(t.Context(), pdf, "fiche.pdf")); key != "sheet.refused.open" {
		t.Errorf("got %q", key)
	}
}

func TestAPlaceIsProposedThatIsFree(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	o := output(t)
	first := o.Place("fiche.pdf")
	if err := o.Save(t.Context(), pdf, first); err != nil {
		t.Fatal(err)
	}
	if want := filepath.Join(home, "fiche-2.pdf"); o.Place("fiche.pdf") != want {
		t.Errorf("got %q, want %q", o.Place("fiche.pdf"), want)
	}
}

func TestSavingNeverOverwritesAndSaysWhy(t *testing.T) {
	folder := t.TempDir()
	taken := filepath.Join(folder, "taken.pdf")
	if err := os.WriteFile(taken, []byte("mine"), ownerOnly); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ path, want string }{
		"a file that is there":        {taken, "sheet.refused.exists"},
		"a folder that is not":        {filepath.Join(folder, "no", "fiche.pdf"), "sheet.refused.folder"},
		"a name without its folder":   {"fiche.pdf", "sheet.refused.path"},
		"nothing at all":              {"  ", "sheet.refused.path"},
		"a folder where a file stood": {filepath.Join(taken, "fiche.pdf"), "sheet.refused.folder"},
	} {
		t.Run(name, func(t *testing.T) {
			if key := refusal(t, output(t).Save(context.Background(), pdf, c.path)); key != c.want {
				t.Errorf("got %q, want %q", key, c.want)
			}
		})
	}
	if kept, err := os.ReadFile(taken); err != nil || string(kept) != "mine" {
		t.Errorf("the file was touched: %q, %v", kept, err)
	}
}
