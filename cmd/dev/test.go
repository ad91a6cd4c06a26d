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
			return raced(ctx, "-timeout=20m", "./cmd/bienvenuectl", "./app/ui/talk", "./...")
		}},
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

// readers are modules that take a text, a font or a drawing apart and share nothing between goroutines but what
// they were given to read. The race detector costs them eight times their time, and most of the time of all tests,
// so it is left out of them; it is inside our code, the toolkit, the database and all else.
var readers = []string{
	"github.com/goccy/go-yaml", "github.com/go-text/typesetting", "github.com/go-text/render",
	"github.com/fyne-io/oksvg", "github.com/srwiley/oksvg", "github.com/srwiley/rasterx", "golang.org/x/image",
}

// raced runs go test with the race detector.
func raced(ctx context.Context, args ...string) error {
	all := []string{"test", "-race", "-vet=off"}
	for _, module := range readers {
		all = append(all, "-gcflags="+module+"/...=-race=false") // the last -race that the compiler is given counts
	}
	return shell(ctx, "go", append(all, args...)...)
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
