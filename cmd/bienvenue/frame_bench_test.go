package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// pairs is how often both windows are opened, in turn. The least of each counts: whatever else the
// machine does can only add to it.
const pairs = 7

// screen is an X display that no screen shows; Xvfb keeps its pixels in a file.
type screen struct {
	name  string
	frame *os.File
}

const screenWidth, screenHeight = 1366, 768

func openScreen(b *testing.B) *screen {
	b.Helper()
	folder := b.TempDir()
	read, write, err := os.Pipe()
	if err != nil {
		b.Fatal(err)
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-nolisten", "tcp", "-nocursor", "-noreset",
		"-screen", "0", fmt.Sprintf("%dx%dx24", screenWidth, screenHeight), "-fbdir", folder)
	server.ExtraFiles = []*os.File{write}
	if err := server.Start(); err != nil {
		b.Fatalf("no Xvfb: %v (go run ./cmd/dev bench installs it)", err)
	}
	b.Cleanup(func() { stop(b, server) })
	if err := write.Close(); err != nil {
		b.Fatal(err)
	}
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		b.Fatal(err)
	}
	frame, err := os.Open(filepath.Join(folder, "Xvfb_screen0"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = frame.Close() })
	return &screen{":" + strings.TrimSpace(number), frame}
}

// lit says whether a window is painted: the display is black until then.
func (s *screen) lit(b *testing.B) bool {
	b.Helper()
	info, err := s.frame.Stat()
	if err != nil {
		b.Fatal(err)
	}
	const perPixel, points = 4, 64
	first := info.Size() - screenWidth*screenHeight*perPixel // after the header
	painted := 0
	pixel := make([]byte, perPixel)
	for i := range int64(points) {
		at := first + (screenHeight/4*screenWidth+screenWidth/2+i*screenWidth*screenHeight/2/points)*perPixel // down the middle
		if _, err := s.frame.ReadAt(pixel, at); err != nil {
			b.Fatal(err)
		}
		if pixel[0]|pixel[1]|pixel[2] != 0 {
			painted++
		}
	}
	return painted > points/2
}

// opening is one start of a program: when it showed its first frame, and what it holds at rest.
type opening struct {
	frame  time.Duration
	memory int // kB of resident memory
}

const (
	showsWithin = 30 * time.Second
	atRest      = 2 * time.Second
)

// homeOf is a person's home, in which a program has not run yet.
func homeOf(b *testing.B) string {
	b.Helper()
	home := b.TempDir()
	for _, folder := range []string{".config/fyne", ".cache"} {
		if err := os.MkdirAll(filepath.Join(home, folder), 0o700); err != nil {
			b.Fatal(err)
		}
	}
	return home
}

// open starts a program in a home and waits for its first frame, then for it to rest.
func (s *screen) open(b *testing.B, home string, rest time.Duration, program string, args ...string) opening {
	b.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir = home
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME=", "XDG_DATA_HOME=", "XDG_STATE_HOME=", "XDG_CACHE_HOME="+filepath.Join(home, ".cache"),
		"DISPLAY="+s.name, "WAYLAND_DISPLAY=", "FYNE_PLATFORM=x11", "FYNE_SCALE=1", "LIBGL_ALWAYS_SOFTWARE=1", "LANG=fr_FR.UTF-8",
		"DBUS_SESSION_BUS_ADDRESS=disabled:")
	for s.lit(b) { // the window before is going away
		time.Sleep(time.Millisecond)
	}
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	began := time.Now()
	if err := cmd.Start(); err != nil {
		b.Fatal(err)
	}
	defer stop(b, cmd)
	for !s.lit(b) {
		if time.Since(began) > showsWithin {
			stop(b, cmd)
			b.Fatalf("%s showed nothing in %s:\n%s", filepath.Base(program), showsWithin, said.String())
		}
		time.Sleep(time.Millisecond)
	}
	o := opening{frame: time.Since(began)}
	if rest > 0 {
		time.Sleep(rest)
		o.memory = resident(b, cmd.Process.Pid)
	}
	return o
}

// stop ends a program of ours and waits for its end.
func stop(b *testing.B, cmd *exec.Cmd) {
	b.Helper()
	if err := cmd.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		b.Error(err)
	}
	_ = cmd.Wait() // it was killed
}

// resident is the memory that a process holds, in kB.
func resident(b *testing.B, pid int) int {
	b.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		b.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if value, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			n, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(value), "kB")))
			if err != nil {
				b.Fatal(err)
			}
			return n
		}
	}
	b.Fatal("no VmRSS")
	return 0
}

// programs builds the window, the terminal program, the bare window and the archive, once.
var programs = sync.OnceValues(func() (string, error) {
	folder, err := os.MkdirTemp("", "bienvenue-bench-")
	if err != nil {
		return "", err
	}
	for name, path := range map[string]string{"bienvenue": ".", "bienvenuectl": "../bienvenuectl", "bare": "./testdata/bare"} {
		// As releases are built.
		build := exec.CommandContext(context.Background(), "go", "build", "-tags", "migrated_fynedo", "-o", filepath.Join(folder, name), path)
		if out, err := build.CombinedOutput(); err != nil {
			return folder, fmt.Errorf("build %s: %w: %s", name, err, out)
		}
	}
	archive := filepath.Join(folder, "bienvenue.db")
	people := os.Getenv("BIENVENUE_BENCH_PEOPLE")
	if people == "" {
		people = "100000"
	}
	demo := exec.CommandContext(context.Background(), filepath.Join(folder, "bienvenuectl"), "--archive", archive, "demo", "--people", people)
	if out, err := demo.CombinedOutput(); err != nil {
		return folder, fmt.Errorf("make the archive: %w: %s", err, out)
	}
	return folder, nil
})

// built says that programs has something to clean up.
var built bool

func TestMain(m *testing.M) {
	code := m.Run()
	if built {
		if folder, _ := programs(); folder != "" {
			_ = os.RemoveAll(folder)
		}
	}
	os.Exit(code)
}

// compare opens both windows in turn and gives the ratio of a figure of each.
func compare(b *testing.B, rest time.Duration, figure func(opening) float64, unit string) {
	b.Helper()
	if runtime.GOOS != "linux" {
		b.Skip("measured on Linux, under Xvfb")
	}
	built = true
	folder, err := programs()
	if err != nil {
		b.Fatal(err)
	}
	s := openScreen(b)
	var bare, whole []float64
	bareHome, wholeHome := homeOf(b), homeOf(b) // kept over all starts, as a person's is: the driver keeps its shaders there
	for b.Loop() {
		for range pairs {
			bare = append(bare, figure(s.open(b, bareHome, rest, filepath.Join(folder, "bare"))))
			whole = append(whole, figure(s.open(b, wholeHome, rest, filepath.Join(folder, "bienvenue"),
				"--archive", filepath.Join(folder, "bienvenue.db"), "--staff", "sonia", "--size", "1280x800", "--theme", "light")))
		}
	}
	b.ReportMetric(slices.Min(whole)/slices.Min(bare), "ratio")
	b.ReportMetric(slices.Min(whole), unit)
	b.ReportMetric(slices.Min(bare), "bare-"+unit)
}

// BenchmarkFirstFrame opens the window on an archive of 100,000 cooperators beside a bare window.
func BenchmarkFirstFrame(b *testing.B) {
	compare(b, 0, func(o opening) float64 { return float64(o.frame.Milliseconds()) }, "ms")
}

// BenchmarkMemoryAtRest compares what both windows hold two seconds after their first frame.
func BenchmarkMemoryAtRest(b *testing.B) {
	compare(b, atRest, func(o opening) float64 { return float64(o.memory) / 1024 }, "MB")
}
