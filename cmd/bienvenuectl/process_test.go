package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
)

// TestTwoTerminalsNeverBookTheSameHour has two processes ask for the same hour of one officer.
func TestTwoTerminalsNeverBookTheSameHour(t *testing.T) {
	path := demoArchive(t)
	archive, _ := opened(t, path)
	rows, err := archive.Rows(t.Context(), coop.RowFilter{})
	if err != nil {
		t.Fatal(err)
	}
	closed(t, archive)
	monday := coop.DayOf(time.Now()).Monday().Add(200 * 7)
	const rounds = 20
	for i := range rounds {
		start := string(monday.Add(i)) + "T10:00"
		var said [2]bytes.Buffer
		var commands [2]*exec.Cmd
		for n := range commands {
			commands[n] = program(t, "-a", path, "visits", "book", "--household", rows[n].Lease, "--officer", "claire", "--start", start)
			commands[n].Stderr = &said[n]
			if err := commands[n].Start(); err != nil {
				t.Fatal(err)
			}
		}
		won := 0
		for n, c := range commands {
			err := c.Wait()
			refused, ok := errors.AsType[*exec.ExitError](err)
			switch {
			case err == nil:
				won++
			case !ok || refused.ExitCode() != exitRefused || !strings.Contains(said[n].String(), "déjà pris"):
				t.Fatalf("%s: %v: %s", start, err, said[n].String())
			}
		}
		if won != 1 {
			t.Fatalf("%s was won %d times", start, won)
		}
	}
}

// export is a large file of an ERP.
func export(t *testing.T, rows int) string {
	t.Helper()
	var text strings.Builder
	text.WriteString("N° bail;Nom locataire;Prénom;Date entrée;Programme;Résidence;Porte;CP;Ville;Produit\r\n")
	for i := range rows {
		fmt.Fprintf(&text, "X%05d;Nom%d;Camille;01/09/2026;MOU01;Les Bords;%d;03000;Moulins;Locatif\r\n", i, i, i)
	}
	path := filepath.Join(t.TempDir(), "export.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestAnInterruptedImportLeavesNothing interrupts an import as soon as it writes.
func TestAnInterruptedImportLeavesNothing(t *testing.T) {
	file := export(t, 20000)
	path := filepath.Join(t.TempDir(), "new.db")
	interrupted(t, path, file)
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if _, err := os.Stat(path + suffix); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%s stayed: %v", filepath.Base(path+suffix), err)
		}
	}
	path = demoArchive(t)
	archive, _ := opened(t, path)
	before, err := archive.CountRows(t.Context(), coop.RowFilter{})
	if err != nil {
		t.Fatal(err)
	}
	closed(t, archive)
	interrupted(t, path, file)
	archive, _ = opened(t, path)
	defer closed(t, archive)
	saidToBeWell(t, archive)
	if after, err := archive.CountRows(t.Context(), coop.RowFilter{}); err != nil || after != before {
		t.Errorf("%d households, %d before (%v)", after, before, err)
	}
}

// interrupted starts an import and interrupts it once it has written a part.
func interrupted(t *testing.T, path, file string) {
	t.Helper()
	command := program(t, "-a", path, "import", file)
	var said bytes.Buffer
	command.Stderr = &said
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	const part = 1 << 20
	for range time.Tick(time.Millisecond) {
		if info, err := os.Stat(path + "-wal"); err == nil && info.Size() > part {
			break
		}
		if t.Context().Err() != nil {
			t.Fatal("nothing was ever written")
		}
	}
	if err := command.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	err := command.Wait()
	refused, ok := errors.AsType[*exec.ExitError](err)
	if !ok || refused.ExitCode() != exitRefused || !strings.Contains(said.String(), "Rien n’a été importé") {
		t.Fatalf("%v: %s", err, said.String())
	}
}
