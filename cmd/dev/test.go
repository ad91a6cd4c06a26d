package main

import (
	"context"
	"errors"
	"strings"
	"time"
)

// stage is one check of the whole: its name and what it does.
type stage struct {
	name string
	do   func(context.Context) error
}

// test runs every check, the cheap ones first. Fyne is compiled twice: plainly
// for the linter, the window and the terminal program, and once more with the
// race detector for both sets of tests.
func test(ctx context.Context, o options) error {
	stages := []stage{
		{"format", checkFormat},
		{"lint", checkStyle},
		{"tests", func(ctx context.Context) error {
			// The longest first, so that no core waits for it at the end.
			return shell(ctx, "go", "test", "-race", "-vet=off", "-timeout=20m", "./cmd/bienvenuectl", "./app/ui/talk", "./...")
		}},
		{"windowless run", func(ctx context.Context) error {
			return shell(ctx, "go", "test", "-race", "-vet=off", "-timeout=10m", "-tags=ci", "./cmd/bienvenue/...")
		}},
	}
	if canShow() == nil {
		o.short, o.language = true, "fr"
		stages = append(stages, stage{"tour", func(ctx context.Context) error { return tour(ctx, o) }})
	} else {
		say("The tour is left out: it needs X11, which this system has not.")
	}
	return report(ctx, stages)
}

// report runs the stages in order, all of them even when one fails, and says at
// the end which ones did.
func report(ctx context.Context, stages []stage) error {
	begin := time.Now()
	var failed []string
	for _, s := range stages {
		say("\n== %s", s.name)
		start := time.Now()
		err := s.do(ctx)
		if ctx.Err() != nil {
			return errors.New("interrupted")
		}
		if err != nil {
			failed = append(failed, s.name)
			say("== %s FAILED after %s: %v", s.name, seconds(time.Since(start)), err)
			continue
		}
		say("== %s passed in %s", s.name, seconds(time.Since(start)))
	}
	say("\nstages: %d passed, %d failed", len(stages)-len(failed), len(failed))
	say("%s in all", seconds(time.Since(begin)))
	if len(failed) > 0 {
		return errors.New("failed: " + strings.Join(failed, ", "))
	}
	return nil
}
