package main

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// window is the program's real window on a display of our own, with a home
// folder of its own, driven by keys and clicks as a person would.
type window struct {
	display *display
	app     *exec.Cmd
	ended   chan struct{} // closed when the program has ended
	log     *os.File
	home    string
	id      string // X window
	width   int
	height  int
}

const (
	openWithin  = 60 * time.Second       // for the first window; software rendering is slow
	paintWithin = 15 * time.Second       // for a stop's picture to come and to rest
	restsFor    = 300 * time.Millisecond // a picture that did not change for so long is finished
	lookEvery   = 60 * time.Millisecond
	small       = 64 // pixels that may differ in one and the same picture: a cursor
)

// openWindow starts the program on the display and waits for its window.
func openWindow(ctx context.Context, d *display, size image.Point, home, log string, args ...string) (*window, error) {
	file, err := os.Create(log)
	if err != nil {
		return nil, fmt.Errorf("open the log: %w", err)
	}
	path, err := filepath.Abs(program("bienvenue"))
	if err != nil {
		return nil, fmt.Errorf("find the program: %w", err)
	}
	app := exec.CommandContext(ctx, path, args...)
	app.Stdout, app.Stderr = file, file
	// Fyne reads a FyneApp.toml in the working folder, and would then stop
	// reporting calls from the wrong thread; there is none in this one.
	app.Dir = home
	app.Env = ownEnvironment(home, d.name)
	if err := app.Start(); err != nil {
		return nil, errors.Join(fmt.Errorf("start the window: %w", err), file.Close())
	}
	w := &window{display: d, app: app, ended: make(chan struct{}), log: file, home: home, width: size.X, height: size.Y}
	go func() {
		defer close(w.ended)
		var exit *exec.ExitError // how it ended is kept in ProcessState
		if err := app.Wait(); err != nil && !errors.As(err, &exit) && ctx.Err() == nil {
			say("wait for the window: %v", err)
		}
	}()
	if err := w.find(ctx); err != nil {
		return nil, errors.Join(err, w.close())
	}
	return w, nil
}

// ownEnvironment keeps the person's settings and archives out of the tour, and
// the tour out of them.
func ownEnvironment(home, displayName string) []string {
	env := []string{
		"HOME=" + home, "DISPLAY=" + displayName, "LANG=fr_FR.UTF-8", "FYNE_PLATFORM=x11", "FYNE_SCALE=1",
		"LIBGL_ALWAYS_SOFTWARE=1", "DBUS_SESSION_BUS_ADDRESS=disabled:",
		"XDG_CONFIG_HOME=" + filepath.Join(home, ".config"),
		"XDG_DATA_HOME=" + filepath.Join(home, ".local", "share"),
		"XDG_STATE_HOME=" + filepath.Join(home, ".local", "state"),
		"XDG_CACHE_HOME=" + filepath.Join(home, ".cache"),
		"XDG_RUNTIME_DIR=" + filepath.Join(home, ".run"),
	}
	for _, name := range []string{"PATH", "TZ", "TMPDIR"} {
		if v, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+v)
		}
	}
	return env
}

// find waits for the window and gives it the keyboard, as there is no window
// manager here to do that; the pointer waits in a corner, where it lights nothing.
func (w *window) find(ctx context.Context) error {
	limit := time.Now().Add(openWithin)
	for time.Now().Before(limit) {
		if err := w.wait(ctx, 200*time.Millisecond); err != nil {
			return err
		}
		// xdotool fails while there is no window yet.
		if ids, err := w.xdotool(ctx, "search", "--onlyvisible", "--name", "^Bienvenue"); err == nil && ids != "" {
			w.id = strings.Fields(ids)[0]
			if _, err := w.xdotool(ctx, "windowmove", w.id, "0", "0", "windowfocus", w.id,
				"mousemove", strconv.Itoa(w.width-1), strconv.Itoa(w.height-1)); err != nil {
				return fmt.Errorf("focus the window: %w", err)
			}
			return nil
		}
	}
	return fmt.Errorf("no window named Bienvenue… after %s", seconds(openWithin))
}

// wait lets some time pass; it is an error that the program ends meanwhile.
func (w *window) wait(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-w.ended:
		return fmt.Errorf("the program ended by itself: %s", w.app.ProcessState)
	case <-time.After(d):
		return nil
	}
}

// xdotool speaks to the display. Its own locale is C.UTF-8, which every machine
// has: it types accents by it.
func (w *window) xdotool(ctx context.Context, args ...string) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 20*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "xdotool", args...)
	cmd.Env = append(os.Environ(), "DISPLAY="+w.display.name, "LC_ALL=C.UTF-8")
	text, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("xdotool %s: %w", strings.Join(args, " "), err)
	}
	return string(text), nil
}

// settle waits until the picture rests, and returns it. When before is given,
// the picture must also have become another one: keys that do nothing are a
// fault of the stop or of the screen.
func (w *window) settle(ctx context.Context, before *image.RGBA) (*image.RGBA, error) {
	begin, rested := time.Now(), time.Now()
	var last *image.RGBA
	for time.Since(begin) < paintWithin {
		now, err := w.display.picture()
		if err != nil {
			return nil, err
		}
		moved := last == nil || difference(last, now) > small
		if moved || (before != nil && difference(before, now) <= small) {
			rested = time.Now()
		}
		last = now
		if time.Since(rested) >= restsFor && !blank(now) {
			return now, nil
		}
		if err := w.wait(ctx, lookEvery); err != nil {
			return last, err
		}
	}
	switch {
	case blank(last):
		return last, errors.New("the picture stayed blank")
	case before != nil && difference(before, last) <= small:
		return last, errors.New("nothing changed on the screen")
	}
	return last, errors.New("the picture never came to rest")
}

// close ends the program as Ctrl+C does; not to end then is a fault of its own.
func (w *window) close() error {
	select {
	case <-w.ended:
		return w.log.Close()
	default:
	}
	if err := w.app.Process.Signal(os.Interrupt); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("stop the window: %w", err)
	}
	select {
	case <-w.ended:
	case <-time.After(10 * time.Second):
		// Its goroutines go into its log, so that the fault can be found.
		if err := w.app.Process.Signal(syscall.SIGQUIT); err != nil && !errors.Is(err, os.ErrProcessDone) {
			return fmt.Errorf("end the window: %w", err)
		}
		select {
		case <-w.ended:
		case <-time.After(5 * time.Second):
			if err := w.app.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
				return fmt.Errorf("end the window: %w", err)
			}
			<-w.ended
		}
		return errors.Join(errors.New("the window did not close within ten seconds"), w.log.Close())
	}
	return w.log.Close()
}

// faults are words that no log of ours may hold; the last one opens the key of
// a text that has no words.
var faults = []string{"Error in Fyne call thread", "panic:", "fatal error:", "WARNING: DATA RACE", "⟦"}

// complaints reads what the program wrote, on its output and into the log files
// of its home folder, and returns the lines that tell of a fault.
func (w *window) complaints() ([]string, error) {
	files := []string{w.log.Name()}
	err := filepath.WalkDir(w.home, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() && isLog(entry.Name()) {
			files = append(files, path)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("look for logs: %w", err)
	}
	var lines []string
	for _, path := range files {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, fmt.Errorf("read the log: %w", err)
		}
		lines = append(lines, faultyLines(text)...)
	}
	return lines, nil
}

func isLog(name string) bool {
	return filepath.Ext(name) == ".log" || strings.Contains(name, "crash")
}

// faultyLines returns each line with a fault, once, and the ones after it that
// say where it comes from.
func faultyLines(text []byte) []string {
	var found []string
	seen := map[string]bool{}
	lines := strings.Split(string(text), "\n")
	for i, line := range lines {
		if !isFault(line) {
			continue
		}
		fault := []string{timeless(line)}
		for _, next := range lines[i+1 : min(i+12, len(lines))] {
			if isFault(next) {
				break
			}
			if strings.Contains(next, "From:") || strings.Contains(next, ".go:") {
				fault = append(fault, timeless(next))
			}
		}
		if key := strings.Join(fault, "\n"); !seen[key] {
			seen[key] = true
			found = append(found, fault...)
		}
	}
	return found
}

func isFault(line string) bool {
	return slices.ContainsFunc(faults, func(f string) bool { return strings.Contains(line, f) })
}

var stamp = regexp.MustCompile(`^\d{4}/\d\d/\d\d \d\d:\d\d:\d\d `)

// timeless is a line of a log without the time that it was written at.
func timeless(line string) string {
	return strings.TrimSpace(stamp.ReplaceAllString(line, ""))
}
