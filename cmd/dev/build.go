package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// build makes the window and the terminal program in the build folder. They are
// development builds: Fyne reports calls from the wrong thread, which a release
// build (-tags migrated_fynedo) no longer does.
func build(ctx context.Context) error {
	version, err := productVersion("FyneApp.toml")
	if err != nil {
		return err
	}
	for _, name := range []string{"bienvenue", "bienvenuectl"} {
		say("Building %s", program(name))
		err := shell(ctx, "go", "build", "-ldflags", "-X main.version="+version, "-o", program(name), "./cmd/"+name)
		if err != nil {
			return err
		}
	}
	return nil
}

var versionLine = regexp.MustCompile(`(?m)^\s*Version\s*=\s*"([0-9A-Za-z.+-]+)"\s*$`)

// productVersion reads the version from the one place that holds it.
func productVersion(path string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", fmt.Errorf("read the version: %w", err)
	}
	found := versionLine.FindSubmatch(text)
	if found == nil {
		return "", fmt.Errorf("read the version: %s has no line Version = \"…\"", path)
	}
	return string(found[1]), nil
}

// demo makes an archive of invented people at path, replacing what stood there.
func demo(ctx context.Context, path string) error {
	old, err := filepath.Glob(path + "*") // the archive and what SQLite keeps beside it
	if err != nil {
		return fmt.Errorf("find the old demo archive: %w", err)
	}
	for _, file := range old {
		if err := os.Remove(file); err != nil {
			return fmt.Errorf("clear the old demo archive: %w", err)
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("make room for the demo archive: %w", err)
	}
	say("Making the demo archive %s", path)
	if err := shell(ctx, program("bienvenuectl"), "--archive", path, "demo"); err != nil {
		return err
	}
	// Its days lie around today; run says when that is long ago.
	today := time.Now().Format(time.DateOnly)
	if err := os.WriteFile(madeOn(path), []byte(today+"\n"), 0o600); err != nil {
		return fmt.Errorf("write down the day of the demo archive: %w", err)
	}
	return nil
}

// madeOn is the file beside a demo archive that holds the day it was made on.
func madeOn(archive string) string {
	return filepath.Join(filepath.Dir(archive), "made-on")
}

// demoAge is the age of a demo archive in days; 0 when nothing tells it.
func demoAge(archive string, now time.Time) int {
	text, err := os.ReadFile(madeOn(archive))
	if err != nil {
		return 0
	}
	day, err := time.Parse(time.DateOnly, strings.TrimSpace(string(text)))
	if err != nil {
		return 0
	}
	return int(now.Sub(day).Hours() / 24)
}
