package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// buildDir receives everything that the tasks make; git ignores it.
const buildDir = "build"

// say prints one line of the task's own.
func say(format string, args ...any) {
	fmt.Printf(format+"\n", args...)
}

// command prepares a program whose output goes to ours. On cancellation it is
// asked to stop, and ended ten seconds later if it did not.
func command(ctx context.Context, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	cmd.Env = environment()
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 10 * time.Second
	return cmd
}

// shell runs a program and shows its output; the error names the program.
func shell(ctx context.Context, name string, args ...string) error {
	if err := command(ctx, name, args...).Run(); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(name)+" "+strings.Join(args, " "), err)
	}
	return nil
}

// behind is shell for a long computation that lets others go first: the tour beside it is driven by keys, which must
// not come before the page they are meant for.
func behind(ctx context.Context, name string, args ...string) error {
	if nice, err := exec.LookPath("nice"); err == nil {
		name, args = nice, append([]string{"-n", "10", name}, args...)
	}
	return shell(ctx, name, args...)
}

// output runs a program and returns what it printed on its standard output.
func output(ctx context.Context, name string, args ...string) (string, error) {
	cmd := command(ctx, name, args...)
	cmd.Stdout, cmd.Stderr = nil, nil
	text, err := cmd.Output()
	if err != nil {
		return string(text), fmt.Errorf("%s: %w", filepath.Base(name)+" "+strings.Join(args, " "), err)
	}
	return string(text), nil
}

// environment is ours, with what the checks count on: C for SQLite and the
// window, French words from Fyne, which complains at each start without them.
func environment() []string {
	return append(os.Environ(), "CGO_ENABLED=1", "LANG=fr_FR.UTF-8")
}

// program is the path of something that we built.
func program(name string) string {
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join(buildDir, name)
}

// seconds writes a duration the way a person reads it.
func seconds(d time.Duration) string {
	return fmt.Sprintf("%.1f s", d.Seconds())
}
