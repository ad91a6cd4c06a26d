package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"
)

// display is an X display of our own that no screen shows. Xvfb keeps its
// pixels in a file, so that a picture costs no more than reading it.
type display struct {
	name   string // such as ":1"
	server *exec.Cmd
	log    *os.File
	frame  string // the file of pixels
}

// canShow reports whether this system can have such a display.
func canShow() error {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return errors.New("a display without a screen needs X11, which this system has not")
	}
	return nil
}

// hasDisplay reports whether a screen is there already.
func hasDisplay() bool {
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// openDisplay starts Xvfb and waits until it answers; folder receives its
// pixels and its log. Close ends it.
func openDisplay(ctx context.Context, folder string, width, height int) (*display, error) {
	log, err := os.Create(filepath.Join(folder, "xvfb.log"))
	if err != nil {
		return nil, fmt.Errorf("open a display: %w", err)
	}
	read, write, err := os.Pipe()
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open a display: %w", err), log.Close())
	}
	server := exec.CommandContext(ctx, "Xvfb", "-displayfd", "3", "-nolisten", "tcp", "-nocursor",
		"-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-fbdir", folder)
	server.Stdout, server.Stderr, server.ExtraFiles = log, log, []*os.File{write}
	if err := server.Start(); err != nil {
		return nil, errors.Join(fmt.Errorf("start Xvfb: %w", err), read.Close(), write.Close(), log.Close())
	}
	d := &display{server: server, log: log, frame: filepath.Join(folder, "Xvfb_screen0")}
	number, err := readNumber(read, write)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("start Xvfb, see %s: %w", log.Name(), err), d.close())
	}
	d.name = ":" + number
	return d, nil
}

// readNumber waits for the display number; it ends without one when Xvfb dies.
func readNumber(read, write *os.File) (string, error) {
	if err := write.Close(); err != nil {
		return "", fmt.Errorf("close our end: %w", err)
	}
	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		return "", errors.Join(errors.New("it ended without naming its display"), read.Close())
	}
	return strings.TrimSpace(line), read.Close()
}

// picture is what the display shows now.
func (d *display) picture() (*image.RGBA, error) {
	data, err := os.ReadFile(d.frame)
	if err != nil {
		return nil, fmt.Errorf("read the display: %w", err)
	}
	return decodeXWD(data)
}

// close ends the server that openDisplay started.
func (d *display) close() error {
	return errors.Join(end(d.server), d.log.Close())
}

// end asks a program of ours to stop, and kills it when it has not done so
// after five seconds. That it was ended is no error.
func end(cmd *exec.Cmd) error {
	if cmd.ProcessState != nil {
		return nil
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return fmt.Errorf("stop %s: %w", filepath.Base(cmd.Path), err)
	}
	kill := time.AfterFunc(5*time.Second, func() {
		if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
			say("could not end %s: %v", filepath.Base(cmd.Path), err)
		}
	})
	defer kill.Stop()
	var exit *exec.ExitError
	if err := cmd.Wait(); err != nil && !errors.As(err, &exit) && !errors.Is(err, context.Canceled) {
		return fmt.Errorf("end %s: %w", filepath.Base(cmd.Path), err)
	}
	return nil
}
