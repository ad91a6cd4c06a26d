//go:build linux

package main

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/data"
)

// kills is how often the window is killed in the middle of a talk.
const kills = 10

// TestAKilledWindowKeepsItsTalk opens the real window on a display of its own, goes on with an
// interrupted talk as a person does, and kills the program at a random moment: what was kept is
// there, the archive is sound, and the talk is offered again at its step.
func TestAKilledWindowKeepsItsTalk(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	folder := t.TempDir()
	for name, path := range map[string]string{"bienvenue": ".", "bienvenuectl": "../bienvenuectl"} {
		if out, err := exec.Command("go", "build", "-o", filepath.Join(folder, name), path).CombinedOutput(); err != nil {
			t.Fatalf("build %s: %v\n%s", name, err, out)
		}
	}
	archive := filepath.Join(folder, "bienvenue.db")
	demo := exec.Command(filepath.Join(folder, "bienvenuectl"), "--archive", archive, "demo", "--today", time.Now().Format(time.DateOnly))
	if out, err := demo.CombinedOutput(); err != nil {
		t.Fatalf("make the archive: %v\n%s", err, out)
	}
	display := xvfb(t)
	before := keptOf(t, archive)
	for i := range kills {
		w := openKilled(t, folder, archive, display)
		w.lead(t, archive, before)
		w.kill(t)
		now := keptOf(t, archive)
		if now.acts <= before.acts || now.steps < before.steps || now.open < before.open {
			t.Fatalf("kill %d: kept %+v, before %+v", i, now, before)
		}
		before = now
	}
}

// kept is what the archive holds of the interrupted talks.
type kept struct{ open, steps, acts int }

// keptOf looks into the archive beside the window, and finds it sound.
func keptOf(t *testing.T, path string) kept {
	t.Helper()
	archive, err := data.Open(t.Context(), path, data.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := archive.Close(); err != nil {
			t.Error(err)
		}
	}()
	talks, err := archive.OpenTalks(t.Context(), "")
	if err != nil {
		t.Fatal(err)
	}
	k := kept{open: len(talks)}
	for _, row := range talks {
		talk, err := archive.Talk(t.Context(), row.ID)
		if err != nil {
			t.Fatal(err)
		}
		k.steps += len(talk.Steps)
		journal, err := archive.Journal(t.Context(), row.Household)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range journal {
			if e.Act == coop.ActTalkStep {
				k.acts++
			}
		}
	}
	findings, err := archive.Examine(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		if !f.OK && f.Key != "doctor.disk.low" {
			t.Errorf("the archive is not sound: %+v", f)
		}
	}
	return k
}

// xvfb is a display that no screen shows.
func xvfb(t *testing.T) string {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-nolisten", "tcp", "-noreset", "-screen", "0", "1366x768x24")
	server.ExtraFiles = []*os.File{write}
	if err := server.Start(); err != nil {
		t.Fatalf("no Xvfb: %v (go run ./cmd/dev test installs it)", err)
	}
	t.Cleanup(func() { _ = server.Process.Kill(); _ = server.Wait() })
	if err := write.Close(); err != nil {
		t.Fatal(err)
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return ":" + strings.TrimSpace(number)
}

// killed is a window that will be killed.
type killed struct {
	cmd     *exec.Cmd
	display string
}

func openKilled(t *testing.T, folder, archive, display string) *killed {
	t.Helper()
	home := t.TempDir()
	cmd := exec.Command(filepath.Join(folder, "bienvenue"), "--archive", archive, "--staff", "claire", "--size", "1366x768", "--theme", "light", "--language", "fr")
	cmd.Dir = home
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME=", "XDG_DATA_HOME=", "XDG_STATE_HOME=", "XDG_CACHE_HOME=", "DISPLAY="+display,
		"WAYLAND_DISPLAY=", "FYNE_PLATFORM=x11", "FYNE_SCALE=1", "LIBGL_ALWAYS_SOFTWARE=1", "LANG=fr_FR.UTF-8")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w := &killed{cmd, display}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = cmd.Wait() })
	return w
}

// do asks xdotool; it fails while there is no window yet.
func (w *killed) do(ctx context.Context, args ...string) error {
	cmd := exec.CommandContext(ctx, "xdotool", args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+w.display)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("xdotool: %w: %s", err, out)
	}
	return nil
}

// lead resumes the talk with its button and goes back and forth in it, answering, until something is
// kept, then a little more.
func (w *killed) lead(t *testing.T, archive string, before kept) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if err := w.do(ctx, "search", "--sync", "--onlyvisible", "--name", "^Bienvenue", "windowmove", "0", "0", "windowfocus"); err != nil {
		t.Fatal(err)
	}
	for keptOf(t, archive).acts == before.acts {
		if ctx.Err() != nil {
			t.Fatal("nothing was kept in a minute")
		}
		// The first card begins or resumes a talk; in the talk itself there is nothing to press at that spot.
		// A step put off and then seen is two changes: saying again what is kept would write nothing.
		if err := w.do(ctx, "mousemove", "646", "186", "click", "1", "sleep", "0.5", "key", "--delay", "120", "Left", "p", "Left", "Return"); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.do(ctx, "key", "--delay", "20", "Left", "1", "Return", "2", "Left", "Left", "1", "Return"); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Duration(rand.IntN(100)) * time.Millisecond)
}

func (w *killed) kill(t *testing.T) {
	t.Helper()
	if err := w.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = w.cmd.Wait() // it was killed
}
