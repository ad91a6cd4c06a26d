package main

import (
	"bytes"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestTheLogNeverGrowsBeyondItsLimit(t *testing.T) {
	path := filepath.Join(t.TempDir(), logName)
	l, err := openLog(path, 100)
	if err != nil {
		t.Fatal(err)
	}
	line := []byte(strings.Repeat("x", 29) + "\n")
	for range 50 {
		if _, err := l.Write(line); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{path, path + ".1"} {
		info, err := os.Stat(name)
		if err != nil || info.Size() > 100 || info.Size() == 0 {
			t.Errorf("%s: %v %v, want some lines and at most 100 bytes", filepath.Base(name), info, err)
		}
	}
}

func TestWhatTheLibrariesSayReachesTheLogFile(t *testing.T) {
	before := slog.Default()
	t.Cleanup(func() { slog.SetDefault(before) })
	folder := t.TempDir()
	var terminal bytes.Buffer
	_, done := startLog(folder, &terminal)
	log.Println("*** Error in Fyne call thread ***")
	if err := done(); err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile(filepath.Join(folder, logName))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"file": string(kept), "terminal": terminal.String()} {
		if !strings.Contains(text, "Error in Fyne call thread") {
			t.Errorf("the %s says %q", name, text)
		}
	}
}

func TestACrashIsToldOnce(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, crashName), []byte("panic: lost\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)
	report, ended, err := watchCrashes(folder, at)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(report); err != nil || string(text) != "panic: lost\n" {
		t.Errorf("the report at %q says %q: %v", report, text, err)
	}
	if err := ended(); err != nil {
		t.Fatal(err)
	}
	report, ended, err = watchCrashes(folder, at)
	if err != nil || report != "" {
		t.Errorf("told again: %q %v", report, err)
	}
	if err := ended(); err != nil {
		t.Fatal(err)
	}
}

func TestOnlyTheLastCrashReportsAreKept(t *testing.T) {
	folder := t.TempDir()
	for _, day := range []string{"01", "02", "03", "04", "05"} {
		if err := os.WriteFile(filepath.Join(folder, "crash-2026-11-"+day+"-093000.txt"), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := keepLast(folder, 3); err != nil {
		t.Fatal(err)
	}
	kept, err := filepath.Glob(filepath.Join(folder, "crash-*.txt"))
	if err != nil || len(kept) != 3 || !strings.Contains(kept[0], "11-03") {
		t.Errorf("kept %v %v", kept, err)
	}
}
