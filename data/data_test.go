package data_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/data"
	"bienvenue/data/sqlite"
)

var noon = time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)

func open(t *testing.T, address string) *sqlite.Archive {
	t.Helper()
	a, err := data.Open(t.Context(), address, data.Options{Create: true, Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// set keeps one setting, by which the tests tell archives apart.
func set(t *testing.T, a *sqlite.Archive, value string) {
	t.Helper()
	if err := a.Keep(t.Context(), coop.Change{Settings: map[string]string{"mark": value}}); err != nil {
		t.Fatal(err)
	}
}

// mark opens an archive, reads its mark and closes it.
func mark(t *testing.T, path string) string {
	t.Helper()
	a := open(t, path)
	table, err := a.Settings(t.Context())
	if err := errors.Join(err, a.Close()); err != nil {
		t.Fatal(err)
	}
	return table["mark"]
}

func refused(t *testing.T, err error, key string) {
	t.Helper()
	if !sqlite.Known(err, key) {
		t.Errorf("got %v, want %s", err, key)
	}
}

func TestAnArchiveIsOpenedByItsAddress(t *testing.T) {
	path := filepath.Join(t.TempDir(), "la coop #1 50%?.db")
	a := open(t, "sqlite:"+path)
	set(t, a, "one")
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	if got := mark(t, path); got != "one" {
		t.Errorf("the path opens %q", got)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); err != nil || len(left) != 1 {
		t.Errorf("a closed archive is one file: %v %v", left, err)
	}
	_, err := data.Open(t.Context(), "postgres://desk/coop", data.Options{Now: time.Now})
	refused(t, err, "archive.refused.address")
}

func TestABackupMadeWhileWorkingBringsTheArchiveBack(t *testing.T) {
	folder := t.TempDir()
	path, copied := filepath.Join(folder, "coop.db"), filepath.Join(folder, "copie du lundi.db")
	a := open(t, path)
	set(t, a, "before")
	if err := data.Backup(t.Context(), path, copied); err != nil {
		t.Fatal(err)
	}
	set(t, a, "after")

	_, err := data.Restore(t.Context(), copied, path, noon)
	refused(t, err, "archive.refused.busy")
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	aside, err := data.Restore(t.Context(), copied, path, noon)
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Base(aside) != "coop-2026-11-23-120000.db" {
		t.Errorf("laid aside as %s", aside)
	}
	if got := mark(t, path); got != "before" {
		t.Errorf("restored %q", got)
	}
	if got := mark(t, aside); got != "after" {
		t.Errorf("laid aside %q", got)
	}
	leftovers, err := filepath.Glob(filepath.Join(folder, ".bienvenue-*"))
	if err != nil || len(leftovers) > 0 {
		t.Errorf("left behind: %v %v", leftovers, err)
	}
}

func TestABackupGoesWhereNoArchiveWas(t *testing.T) {
	path, copied := filepath.Join(t.TempDir(), "coop.db"), filepath.Join(t.TempDir(), "copy.db")
	a := open(t, path)
	set(t, a, "one")
	if err := errors.Join(data.Backup(t.Context(), path, copied), a.Close(), os.Remove(path)); err != nil {
		t.Fatal(err)
	}
	aside, err := data.Restore(t.Context(), copied, path, noon)
	if err != nil || aside != "" {
		t.Fatalf("laid aside %q, %v", aside, err)
	}
	if got := mark(t, path); got != "one" {
		t.Errorf("restored %q", got)
	}
}

func TestADamagedArchiveCanBeReplaced(t *testing.T) {
	path, copied := filepath.Join(t.TempDir(), "coop.db"), filepath.Join(t.TempDir(), "copy.db")
	a := open(t, path)
	set(t, a, "one")
	if err := errors.Join(data.Backup(t.Context(), path, copied), a.Close()); err != nil {
		t.Fatal(err)
	}
	rubbish := strings.Repeat("rubbish ", 2000)
	if err := os.WriteFile(path, []byte(rubbish), 0o600); err != nil {
		t.Fatal(err)
	}
	aside, err := data.Restore(t.Context(), copied, path, noon)
	if err != nil {
		t.Fatal(err)
	}
	if kept, err := os.ReadFile(aside); err != nil || string(kept) != rubbish {
		t.Errorf("the damaged file was not kept: %v", err)
	}
	if got := mark(t, path); got != "one" {
		t.Errorf("restored %q", got)
	}
}

func TestWhatIsNoBackupIsNotRestored(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coop.db")
	a := open(t, path)
	set(t, a, "one")
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	letter := filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(letter, []byte("Madame, Monsieur, bienvenue chez vous"), 0o600); err != nil {
		t.Fatal(err)
	}
	for key, from := range map[string]string{
		"archive.refused.not-an-archive": letter,
		"archive.refused.missing":        filepath.Join(t.TempDir(), "nothing.db"),
	} {
		_, err := data.Restore(t.Context(), from, path, noon)
		refused(t, err, key)
	}
	if got := mark(t, path); got != "one" {
		t.Errorf("the archive became %q", got)
	}
	refused(t, data.Backup(t.Context(), filepath.Join(t.TempDir(), "nothing.db"), letter), "archive.refused.missing")
	refused(t, data.Backup(t.Context(), path, filepath.Join(t.TempDir(), "nowhere", "copy.db")), "archive.refused.folder")
	refused(t, data.Backup(t.Context(), letter, filepath.Join(t.TempDir(), "copy.db")), "archive.refused.not-an-archive")
}
