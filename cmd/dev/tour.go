package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

// view is one way of looking at the program: a size of window and a theme.
type view struct {
	size  image.Point
	theme string
}

func (v view) String() string {
	return fmt.Sprintf("%dx%d-%s", v.size.X, v.size.Y, v.theme)
}

// The counter's PC, and the tablet lying and standing.
var (
	counter  = image.Pt(1366, 768)
	lying    = image.Pt(1280, 800)
	standing = image.Pt(800, 1280)
)

// views lists what a tour looks at. The short one still sees both themes, and
// the layout that differs most.
func views(o options) []view {
	all := []view{{counter, "light"}, {standing, "dark"}}
	if !o.short {
		all = append(all, view{counter, "dark"}, view{lying, "light"}, view{lying, "dark"}, view{standing, "light"})
	}
	var chosen []view
	for _, v := range all {
		if strings.Contains(v.String(), o.only) {
			chosen = append(chosen, v)
		}
	}
	return chosen
}

// told are the chapters that a view plays: all, but for the short tour's second view, where the
// desk's own chapter shows the layout.
func told(o options, v view) []chapter {
	if o.chapter != "" {
		return slices.DeleteFunc(chapters(), func(c chapter) bool { return c.name() != o.chapter })
	}
	if o.short && v.size == standing {
		return chapters()[:1]
	}
	return chapters()
}

// tour plays the main job in the real window, on a display of its own, and
// leaves a picture of every stop under build/tour/VIEW/STOP.png, and one of every kind of paper under build/tour/papers.
func tour(ctx context.Context, o options) error {
	chosen := views(o)
	if len(chosen) == 0 {
		return fmt.Errorf("no view has %q in its name", o.only)
	}
	if err := build(ctx); err != nil {
		return err
	}
	folder := filepath.Join(buildDir, "tour")
	if err := os.RemoveAll(folder); err != nil {
		return fmt.Errorf("clear the old pictures: %w", err)
	}
	archive := filepath.Join(buildDir, "tour-demo", "bienvenue.db")
	if err := demo(ctx, archive); err != nil {
		return err
	}
	papers := filepath.Join(folder, "papers")
	if err := picturePapers(ctx, filepath.Dir(archive), papers); err != nil {
		return fmt.Errorf("picture the papers: %w", err)
	}
	say("  %-18s every kind of paper: %s", "papers", papers)
	failed := visitAll(ctx, o, chosen, filepath.Dir(archive), folder)
	if ctx.Err() != nil {
		return errors.New("interrupted")
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d views failed; the pictures up to there and the logs are in %s", failed, len(chosen), folder)
	}
	return nil
}

// atATime is how many views are played beside each other, each on a display of its own: a tour mostly waits.
const atATime = 2

// visitAll plays every stop in every view, says how it went, and returns how many views failed.
func visitAll(ctx context.Context, o options, chosen []view, demoFolder, folder string) (failed int) {
	var visits sync.WaitGroup
	var mutex sync.Mutex
	free := make(chan struct{}, atATime)
	for _, v := range chosen {
		visits.Go(func() {
			free <- struct{}{}
			defer func() { <-free }()
			start := time.Now()
			out := filepath.Join(folder, v.String())
			err := visit(ctx, o, v, demoFolder, out)
			mutex.Lock()
			defer mutex.Unlock()
			switch {
			case ctx.Err() != nil:
			case err != nil:
				failed++
				say("  %-18s FAILED: %v", v, err)
			default:
				say("  %-18s %2d pictures in %s: %s", v, pictures(told(o, v)), seconds(time.Since(start)), out)
			}
		})
	}
	visits.Wait()
	return failed
}

// visit plays every stop in one view, on its own copy of the archive, in a home
// folder that goes away afterwards.
func visit(ctx context.Context, o options, v view, demoFolder, out string) (err error) {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return fmt.Errorf("make room for the pictures: %w", err)
	}
	home, err := os.MkdirTemp("", "bienvenue-tour-")
	if err != nil {
		return fmt.Errorf("make a home folder: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(home)) }()
	archive, err := furnish(home, demoFolder)
	if err != nil {
		return fmt.Errorf("furnish the home folder: %w", err)
	}
	d, err := openDisplay(ctx, home, v.size.X, v.size.Y)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.close()) }()
	for _, c := range told(o, v) {
		args := []string{"--theme", v.theme, "--language", o.language, "--size", fmt.Sprintf("%dx%d", v.size.X, v.size.Y)}
		if c.staff != "" {
			args = append(args, "--archive", archive, "--staff", c.staff)
		}
		if err := tell(ctx, c, d, v.size, home, out, args...); err != nil {
			return fmt.Errorf("chapter %s: %w", c.name(), err)
		}
	}
	return nil
}

// tell opens the window for one chapter, plays its stops, closes the window and
// reads its log.
func tell(ctx context.Context, c chapter, d *display, size image.Point, home, out string, args ...string) error {
	log := filepath.Join(out, c.name()+".log")
	w, err := openWindow(ctx, d, size, home, log, args...)
	if err != nil {
		return fmt.Errorf("%w; see %s", err, log)
	}
	played := play(ctx, w, c.stops, out)
	closed := w.close()
	lines, err := w.complaints()
	if len(lines) > 0 {
		err = errors.Join(err, fmt.Errorf("%s or a log in the home folder tells of a fault:\n    %s", log, strings.Join(lines, "\n    ")))
	}
	return errors.Join(played, closed, err)
}

// sample is a file of an ERP as one imports it.
const sample = "locataires-2026-10.csv"

// furnish lays the archive and a file to import into a home folder, together
// with Fyne's settings: no animation, so that a picture comes to rest. It returns
// the archive's path.
func furnish(home, demoFolder string) (string, error) {
	settings := filepath.Join(home, ".config", "fyne")
	for _, dir := range []string{settings, filepath.Join(home, ".cache"), filepath.Join(home, ".run")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return "", err
		}
	}
	if err := os.WriteFile(filepath.Join(settings, "settings.json"), []byte(`{"no_animations":true}`), 0o600); err != nil {
		return "", err
	}
	export, err := os.ReadFile(filepath.Join("app", "exchange", "testdata", sample))
	if err != nil {
		return "", err
	}
	if err := os.WriteFile(filepath.Join(home, sample), export, 0o600); err != nil {
		return "", err
	}
	kept := filepath.Join(home, "archive")
	if err := os.CopyFS(kept, os.DirFS(demoFolder)); err != nil {
		return "", err
	}
	return filepath.Join(kept, "bienvenue.db"), nil
}

// play goes from stop to stop. The picture of a stop that fails is kept too,
// and the tour of this view ends there: the later stops stand on the earlier.
func play(ctx context.Context, w *window, stops []stop, out string) error {
	first, err := w.settle(ctx, nil)
	if err != nil {
		return errors.Join(fmt.Errorf("the first screen: %w", err), keep(out, stops[0].name+"-failed", first))
	}
	before := first
	shown := map[string]*image.RGBA{}
	for i, s := range stops {
		for _, act := range s.do {
			if err := act(ctx, w); err != nil {
				return fmt.Errorf("stop %s: %w", s.name, err)
			}
		}
		if i == 0 || s.maybeSame {
			before = nil
		}
		now, err := arrive(ctx, w, s, before, shown)
		if err != nil {
			return errors.Join(fmt.Errorf("stop %s: %w", s.name, err), keep(out, s.name+"-failed", now))
		}
		if err := keep(out, s.name, now); err != nil {
			return err
		}
		before, shown[s.name] = now, now
	}
	return nil
}

// arrive waits for the picture of a stop: it rests, and it is another screen than
// those before. A busy computer may rest in between, while it looks something up.
func arrive(ctx context.Context, w *window, s stop, before *image.RGBA, shown map[string]*image.RGBA) (*image.RGBA, error) {
	now, err := w.settle(ctx, before)
	if err != nil {
		return now, err
	}
	if s.maybeSame || s.slight {
		if err := w.wait(ctx, restsFor); err != nil {
			return now, err
		}
		return w.settle(ctx, before)
	}
	for limit := time.Now().Add(paintWithin); ; {
		err := unlike(shown, now)
		if err == nil || time.Now().After(limit) {
			return now, err
		}
		if err := w.wait(ctx, lookEvery); err != nil {
			return now, err
		}
		if now, err = w.settle(ctx, nil); err != nil {
			return now, err
		}
	}
}

// unlike reports a picture that is nearly one of those shown before: the keys
// led back instead of on.
func unlike(shown map[string]*image.RGBA, now *image.RGBA) error {
	const nearly = 100 // one pixel in so many is less than another screen
	for name, img := range shown {
		if difference(img, now) < len(now.Pix)/4/nearly {
			return fmt.Errorf("the screen shows what it showed at the stop %s", name)
		}
	}
	return nil
}

// keep saves a picture, if there is one.
func keep(out, name string, img *image.RGBA) error {
	if img == nil {
		return nil
	}
	return savePNG(filepath.Join(out, name+".png"), img)
}
