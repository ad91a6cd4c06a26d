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
		{"tests", testAlone},
		{"tests beside each other", testBeside},
		{"windowless run", func(ctx context.Context) error {
			// Only what has no window to wait for: the rest of the package ran a stage before.
			return raced(ctx, "-timeout=10m", "-tags=ci", "-run=^TestWindowless", "./cmd/bienvenue")
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
