package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
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

func TestThePrintersAreListedTheUsualOneFirst(t *testing.T) {
	stand(t, map[string]string{"lp": "", "lpstat": `
case $1 in
-a) echo "agence accepting requests since Mon Nov 23 2026"
    echo "atelier not accepting requests since Mon Nov 23 2026 -"
    echo "accueil accepting requests since Mon Nov 23 2026";;
-d) echo "system default destination: accueil";;
esac`})
	got, err := output(t).Printers(t.Context())
	if want := []string{"accueil", "agence"}; err != nil || !slices.Equal(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
}

func TestAMachineWithoutPrintingHasNoPrinters(t *testing.T) {
	stand(t, map[string]string{"lp": "", "lpstat": "echo 'lpstat: No destinations added.' >&2; exit 1"})
	got, err := output(t).Printers(t.Context())
	if err != nil || len(got) != 0 {
		t.Errorf("got %v, %v, want none", got, err)
	}
}

func TestAPaperIsSentToItsPrinterWithoutAName(t *testing.T) {
	folder := stand(t, map[string]string{"lp": `printf '%s|' "$@" > args; cat > paper`})
	if err := output(t).Print(t.Context(), pdf, "accueil", "Fiche de bienvenue"); err != nil {
		t.Fatal(err)
	}
	sent, err := os.ReadFile(filepath.Join(folder, "paper"))
	if err != nil || !bytes.Equal(sent, pdf) {
		t.Errorf("sent %q, %v", sent, err)
	}
	args, err := os.ReadFile(filepath.Join(folder, "args"))
	if want := "-d|accueil|-t|Fiche de bienvenue|-o|media=A4|"; err != nil || string(args) != want {
		t.Errorf("lp was told %q, %v, want %q", args, err, want)
	}
}

func TestAPrinterThatFailsIsARefusal(t *testing.T) {
	stand(t, map[string]string{"lp": "cat > /dev/null; echo 'lp: The printer or class does not exist.' >&2; exit 1"})
	err := output(t).Print(t.Context(), pdf, "accueil", "Fiche")
	if key := refusal(t, err); key != "sheet.refused.print" {
		t.Errorf("got %q", key)
	}
	if !strings.Contains(err.Error(), "does not exist") {
		t.Errorf("the log lacks the printer's own words: %v", err)
	}
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
