package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"
)

// canOpen reports whether there is a display to open a window on.
func canOpen() error {
	if canShow() == nil && !hasDisplay() {
		return errors.New("there is no display to open a window on.\nTo see every screen as a picture instead: go run ./cmd/dev tour")
	}
	return nil
}

// run opens the window on the demo archive, which it makes when there is none.
func run(ctx context.Context, o options) error {
	if err := build(ctx); err != nil {
		return err
	}
	archive := filepath.Join(buildDir, "demo", "bienvenue.db")
	_, err := os.Stat(archive)
	if o.fresh || errors.Is(err, os.ErrNotExist) {
		if err := demo(ctx, archive); err != nil {
			return err
		}
	} else if days := demoAge(archive, time.Now()); days > 3 {
		say("The demo archive was made %d days ago, around that day; --fresh makes it anew.", days)
	}
	return shell(ctx, program("bienvenue"), "--archive", archive, "--language", o.language)
}
