package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/data/sqlite"
)

// TestAKilledBatchIsMadeOnce kills the program in the middle of a batch, again and again: what the journal
// says was made lies in a finished file, and going on makes the rest, each paper once.
func TestAKilledBatchIsMadeOnce(t *testing.T) {
	kills := 6
	if testing.Short() {
		kills = 2
	}
	path, out := filepath.Join(t.TempDir(), "coop.db"), t.TempDir()
	if said, err := program(t, "-a", path, "demo", "--people", "600", "--months", "3").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	killAfter(t, program(t, "-a", path, "batch", "welcome-sheet", "--again", "--out", out), out, rand.N(60))
	archive, desk := opened(t, path)
	all, err := desk.Batches(t.Context())
	if err != nil || len(all) != 1 {
		t.Fatalf("%d batches, %v", len(all), err)
	}
	id := all[0].ID
	for range kills {
		made, all := madeLies(t, archive, id, out)
		t.Logf("%d of %d made", made, all)
		killAfter(t, program(t, "-a", path, "batch", "continue", string(id), "--out", out), out, rand.N(120))
	}
	if row, err := desk.Batch(t.Context(), id); err != nil {
		t.Fatal(err)
	} else if row.Waiting > 0 {
		if said, err := program(t, "-a", path, "batch", "continue", string(id), "--out", out).CombinedOutput(); err != nil {
			t.Fatalf("going on: %v: %s", err, said)
		}
	}
	made, items := madeLies(t, archive, id, out)
	if made != items || made == 0 {
		t.Errorf("%d of %d are made", made, items)
	}
	saidToBeWell(t, archive)
}

// killAfter starts a run and kills it once some more papers than before lie in files.
func killAfter(t *testing.T, run *exec.Cmd, out string, more int) {
	t.Helper()
	before := len(papersIn(t, out))
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- run.Wait() }()
	for len(papersIn(t, out)) <= before+more {
		select {
		case <-ended: // it was faster
			return
		case <-time.After(time.Millisecond):
		}
	}
	if err := run.Process.Kill(); err != nil {
		t.Log(err) // it has just ended
	}
	<-ended
}

// papersIn are the finished files of a batch.
func papersIn(t *testing.T, out string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(out, "*", "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// madeLies says how many papers of a batch are kept, once it has found each in a finished file of its own.
func madeLies(t *testing.T, archive *sqlite.Archive, id coop.BatchID, out string) (made, all int) {
	t.Helper()
	items, err := archive.BatchItems(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	lies := map[string]string{}
	for _, f := range papersIn(t, out) {
		place, _, _ := strings.Cut(filepath.Base(f), "-")
		if lies[place] != "" {
			t.Errorf("place %s lies in %s and %s", place, lies[place], f)
		}
		lies[place] = f
	}
	for _, i := range items {
		papers, err := archive.Papers(t.Context(), i.Household)
		if err != nil {
			t.Fatal(err)
		}
		kept := 0
		for _, p := range papers {
			if p.Batch == id {
				kept++
			}
		}
		if want := map[bool]int{true: 1}[i.State == coop.BatchMade]; kept != want {
			t.Fatalf("place %d is %s, and %d papers are kept", i.Place, i.State, kept)
		}
		if kept == 0 {
			continue
		}
		made++
		pdf, err := os.ReadFile(lies[fmt.Sprintf("%04d", i.Place)])
		if err != nil || !strings.HasSuffix(string(pdf), "%%EOF\n") {
			t.Fatalf("place %d is kept and lies in no finished file: %v", i.Place, err)
		}
	}
	return made, len(items)
}
