package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestASecondWindowCallsTheFirst(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "bienvenue.db")
	first, err := hang(archive, "desk-1")
	if err != nil {
		t.Fatal(err)
	}
	rung := make(chan bool, 1)
	go first.listen(func() { rung <- true })
	_, err = hang(archive, "desk-1")
	if _, elsewhere := errors.AsType[*takenError](err); !errors.Is(err, errTaken) || elsewhere {
		t.Fatalf("got %v, want that the first window came to the front", err)
	}
	select {
	case <-rung:
	case <-time.After(callWithin):
		t.Fatal("the first window was not called")
	}
	if err := first.take(); err != nil {
		t.Fatal(err)
	}
	again, err := hang(archive, "desk-1")
	if err != nil {
		t.Fatalf("the archive is not free after its window was closed: %v", err)
	}
	if err := again.take(); err != nil {
		t.Fatal(err)
	}
}

func TestAWindowThatDoesNotAnswerIsNamed(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "bienvenue.db")
	first, err := hang(archive, "poste-accueil")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = first.file.Close() })
	if err := first.listener.Close(); err != nil {
		t.Fatal(err)
	}
	_, err = hang(archive, "poste-2")
	elsewhere, ok := errors.AsType[*takenError](err)
	if !ok || elsewhere.host != "poste-accueil" {
		t.Fatalf("got %v, want where the archive is open", err)
	}
}

func TestAStrangerCannotCallTheWindow(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "bienvenue.db")
	first, err := hang(archive, "desk-1")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := first.take(); err != nil {
			t.Error(err)
		}
	})
	go first.listen(func() { t.Error("a stranger was answered") })
	plate, err := os.ReadFile(first.path)
	if err != nil {
		t.Fatal(err)
	}
	forged := strings.Replace(string(plate), first.secret, "not-the-secret", 1)
	if err := os.WriteFile(first.path+".copy", []byte(forged), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, elsewhere := errors.AsType[*takenError](call(first.path + ".copy")); !elsewhere {
		t.Error("the window answered a wrong secret")
	}
	if info, err := os.Stat(first.path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("the secret can be read by others: %v %v", info.Mode(), err)
	}
}

// TestAKilledWindowFreesItsArchive holds an archive in another process, which is then killed.
func TestAKilledWindowFreesItsArchive(t *testing.T) {
	if archive := os.Getenv("BIENVENUE_TEST_HOLD"); archive != "" {
		held, err := hang(archive, "other")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := os.Stdout.WriteString("held\n"); err != nil {
			t.Fatal(err)
		}
		held.listen(func() {}) // until it is killed
		return
	}
	archive := filepath.Join(t.TempDir(), "bienvenue.db")
	other := exec.Command(os.Args[0], "-test.run=^TestAKilledWindowFreesItsArchive$")
	other.Env = append(os.Environ(), "BIENVENUE_TEST_HOLD="+archive)
	said, err := other.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Start(); err != nil {
		t.Fatal(err)
	}
	heard := make([]byte, 5)
	if _, err := said.Read(heard); err != nil {
		t.Fatal(err)
	}
	if _, err := hang(archive, "mine"); !errors.Is(err, errTaken) {
		t.Errorf("got %v while another process holds the archive, want errTaken", err)
	}
	if err := other.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = other.Wait() // it was killed
	mine, err := hang(archive, "mine")
	if err != nil {
		t.Fatalf("the archive is not free after its window was killed: %v", err)
	}
	if err := mine.take(); err != nil {
		t.Fatal(err)
	}
}
