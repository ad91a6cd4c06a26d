package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/cmd/bienvenue/tongue"
	"bienvenue/data"
	"bienvenue/data/sqlite"
)

// kills is how often a talk is killed.
const kills = 104

// built is the folder with the terminal program as people have it: with the race detector inside, each
// of the hundreds of processes of these tests would take ten times as long. It is built once for all tests.
func built(t *testing.T) string {
	t.Helper()
	folder, err := programs()
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// home receives the program, and is gone after the tests.
var home string

var programs = sync.OnceValues(func() (string, error) {
	if out, err := exec.Command("go", "build", "-o", filepath.Join(home, "bienvenuectl"), ".").CombinedOutput(); err != nil {
		return "", fmt.Errorf("build the program: %w\n%s", err, out)
	}
	return home, nil
})

func TestMain(m *testing.M) {
	folder, err := os.MkdirTemp("", "bienvenuectl-")
	if err != nil {
		panic(err)
	}
	home = folder
	code := m.Run()
	_ = os.RemoveAll(home)
	os.Exit(code)
}

// program is the terminal program in another process.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	return exec.Command(filepath.Join(built(t), "bienvenuectl"), args...)
}

// demoArchive is a small invented coop.
func demoArchive(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "coop.db")
	if out, err := program(t, "-a", path, "demo", "--people", "40", "--months", "3").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	return path
}

// opened looks into an archive as the program itself does.
func opened(t *testing.T, path string) (*sqlite.Archive, *office.Office) {
	t.Helper()
	archive, err := data.Open(t.Context(), path, data.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	return archive, newOffice(archive, tongue.New(i18n.Default), time.UTC)
}

// saidToBeWell fails for anything but a disk that fills up.
func saidToBeWell(t *testing.T, archive *sqlite.Archive) {
	t.Helper()
	found, err := archive.Examine(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if !f.OK && f.Key != "doctor.disk.low" {
			t.Errorf("the archive is not well: %s %v", f.Key, f.Args)
		}
	}
}

// killed is what a killed play had shown.
type killed struct {
	talk    coop.TalkID
	resumed coop.StepID
	kept    []coop.StepID
	closed  bool // with its outcome
	left    bool // every step said, no outcome
}

// playUntil starts a play, lets it show some lines, waits a little and kills it.
func playUntil(t *testing.T, path, play string, lines int, wait time.Duration) killed {
	t.Helper()
	command := program(t, "-a", path, "--json", "talk", "play", play)
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	strike := func() { time.AfterFunc(wait, func() { _ = command.Process.Kill() }) }
	if lines == 0 {
		strike()
	}
	var k killed
	for read := bufio.NewScanner(out); read.Scan(); {
		var a act
		if err := json.Unmarshal(read.Bytes(), &a); err != nil {
			t.Fatalf("%s: %v", read.Text(), err)
		}
		k.talk = a.Talk
		switch a.Act {
		case "resumed":
			k.resumed = a.Step
		case "kept":
			k.kept = append(k.kept, a.Step)
		case "closed":
			k.closed = true
		case "left":
			k.left = true
		}
		if lines--; lines == 0 {
			strike()
		}
	}
	_ = command.Wait() // killed
	return k
}

// TestAKilledTalkHasEverythingItShowedAsKept kills talks at random moments: whatever was shown as
// kept is there, the archive is well, and the talk is offered again and goes on at its step.
func TestAKilledTalkHasEverythingItShowedAsKept(t *testing.T) {
	for name, c := range map[string]struct {
		kind, ending string
	}{
		"on a visit":     {"courtesy", ""},
		"at the counter": {"counter", "outcome: {result: done, interests: [news]}\n"},
	} {
		t.Run(name, func(t *testing.T) {
			path := demoArchive(t)
			household := quiet(t, path)
			play := filepath.Join(t.TempDir(), "play.yaml")
			text := "household: " + household + "\nofficer: claire\nresume: true\nkind: " + c.kind + "\n" + c.ending
			if err := os.WriteFile(play, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			chance := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 1))
			var before coop.Talk
			ended := 0
			for n := 0; n < kills/2; {
				k := playUntil(t, path, play, chance.IntN(6), time.Duration(chance.IntN(12))*time.Millisecond)
				before = afterKill(t, path, household, k, before)
				if k.closed || k.left {
					ended++ // the kill came too late
				} else {
					n++
				}
			}
			t.Logf("%d kills, %d talks came to their end", kills/2, ended)
		})
	}
}

// quiet is the lease of a tenant without an open talk or a visit.
func quiet(t *testing.T, path string) string {
	t.Helper()
	archive, desk := opened(t, path)
	defer closed(t, archive)
	rows, err := archive.Rows(t.Context(), coop.RowFilter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		f, err := desk.Open(t.Context(), coop.Actor{}, r.ID)
		if err != nil {
			t.Fatal(err)
		}
		if r.Product == coop.Rental && len(f.Talks) == 0 && len(f.Visits) == 0 {
			return r.Lease
		}
	}
	t.Fatal("no tenant without a talk")
	return ""
}

func closed(t *testing.T, archive *sqlite.Archive) {
	t.Helper()
	if err := archive.Close(); err != nil {
		t.Error(err)
	}
}

// afterKill checks an archive after a kill. before is the household's open talk as the last kill left
// it; it gives the one that is open now, if any. A talk said to its end without an outcome is abandoned.
func afterKill(t *testing.T, path, household string, k killed, before coop.Talk) coop.Talk {
	t.Helper()
	archive, desk := opened(t, path)
	defer closed(t, archive)
	saidToBeWell(t, archive)
	if k.resumed != "" && (k.talk != before.ID || k.resumed != before.Current) {
		t.Errorf("resumed at %s, was left at %s", k.resumed, before.Current)
	}
	if k.talk != "" {
		talk, err := archive.Talk(t.Context(), k.talk)
		if err != nil {
			t.Fatalf("a talk shown as begun: %v", err)
		}
		for _, step := range k.kept {
			if talk.Step(step).State != coop.StepSeen {
				t.Errorf("%s was shown as kept and is not", step)
			}
		}
		if k.closed && talk.State != coop.TalkClosed {
			t.Error("a talk shown as closed is open")
		}
		if k.left {
			abandon(t, desk, talk)
		}
	}
	return offered(t, desk, household)
}

func abandon(t *testing.T, desk *office.Office, talk coop.Talk) {
	t.Helper()
	if err := desk.AbandonTalk(t.Context(), coop.Actor{Staff: coop.Staff{ID: talk.Officer}}, talk.ID); err != nil {
		t.Error(err)
	}
}

// offered is the household's open talk, which must be offered to whoever led it.
func offered(t *testing.T, desk *office.Office, household string) coop.Talk {
	t.Helper()
	id, err := desk.FindHousehold(t.Context(), coop.Actor{}, household)
	if err != nil {
		t.Fatal(err)
	}
	f, err := desk.Open(t.Context(), coop.Actor{}, id)
	if err != nil {
		t.Fatal(err)
	}
	for _, talk := range f.Talks {
		if talk.State != coop.TalkOpen {
			continue
		}
		rows, err := desk.OpenTalks(t.Context(), coop.Actor{Staff: coop.Staff{ID: talk.Officer, Role: coop.Officer}})
		if err != nil {
			t.Fatal(err)
		}
		if f.Next.Step != coop.NextResume || !slices.ContainsFunc(rows, func(r coop.TalkRow) bool { return r.ID == talk.ID }) {
			t.Error("the interrupted talk is not offered")
		}
		return talk
	}
	return coop.Talk{}
}
