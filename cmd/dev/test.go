package main

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"time"
)

// stage is one check of the whole: its name and what it does.
type stage struct {
	name string
	do   func(context.Context) error
}

// test runs every check, the cheap ones first, and beside them the tour, which mostly waits for pictures to come.
// Fyne is compiled twice: plainly for the linter, the window and the terminal program, and once more with the race
// detector for the tests.
func test(ctx context.Context, o options) error {
	checks := []stage{
		{"format", checkFormat},
		{"lint", checkStyle},
		{"tests", testAll},
		{"windowless run", func(ctx context.Context) error {
			// Only what needs the tag: the rest of the package ran a stage before.
			return raced(ctx, "-timeout=10m", "-tags=ci", "-run=^TestWindowless", "./cmd/bienvenue")
		}},
	}
	if canShow() != nil {
		say("The tour is left out: it needs X11, which this system has not.")
		return report(ctx, checks)
	}
	o.short, o.language = true, "fr"
	return report(ctx, checks, []stage{{"tour", func(ctx context.Context) error { return tour(ctx, o) }}})
}

// report runs lanes of stages beside each other, the stages of each in order, all of them even when one fails, and
// says at the end which ones did.
func report(ctx context.Context, lanes ...[]stage) error {
	begin := time.Now()
	var mutex sync.Mutex
	var failed []string
	var running sync.WaitGroup
	for _, lane := range lanes {
		running.Go(func() {
			for _, s := range lane {
				if !s.pass(ctx) && ctx.Err() == nil {
					mutex.Lock()
					failed = append(failed, s.name)
					mutex.Unlock()
				}
			}
		})
	}
	running.Wait()
	if ctx.Err() != nil {
		return errors.New("interrupted")
	}
	say("\nstages: %d passed, %d failed", len(slices.Concat(lanes...))-len(failed), len(failed))
	say("%s in all", seconds(time.Since(begin)))
	if len(failed) > 0 {
		return errors.New("failed: " + strings.Join(failed, ", "))
	}
	return nil
}

// pass runs a stage, says how it went, and reports whether it passed. After an interruption nothing is run or said.
func (s stage) pass(ctx context.Context) bool {
	if ctx.Err() != nil {
		return false
	}
	say("\n== %s", s.name)
	start := time.Now()
	err := s.do(ctx)
	switch {
	case ctx.Err() != nil:
	case err != nil:
		say("== %s FAILED after %s: %v", s.name, seconds(time.Since(start)), err)
	default:
		say("== %s passed in %s", s.name, seconds(time.Since(start)))
	}
	return err == nil
}
