package main

import (
	"bytes"
	"context"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// service is a CUPS of the test's own, on a loopback port, with its printers' papers in files.
type service struct {
	t    *testing.T
	room string
	stop func() // ends it; the test's end does too
}

// startCUPS starts a printing service and makes every program of the test ask it and no other.
func startCUPS(t *testing.T) *service {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("the tests' printing service is Debian's")
	}
	t.Setenv("PATH", os.Getenv("PATH")+string(os.PathListSeparator)+"/usr/sbin")
	program, err := exec.LookPath("cupsd")
	if err != nil {
		if _, debian := os.Stat("/etc/debian_version"); debian == nil && os.Getenv("CI") != "" {
			t.Fatal("no cupsd (go run ./cmd/dev test installs it)")
		}
		t.Skip("no cupsd on this machine (go run ./cmd/dev test installs it on Debian)")
	}
	s := &service{t: t, room: t.TempDir()}
	s.furnish(program)
	for range 3 { // another program may take the port between finding and using it
		if s.listen() {
			return s
		}
	}
	t.Fatalf("cupsd does not answer:\n%s", s.file("error.log"))
	return nil
}

// furnish lays out the service's folder. As root, CUPS runs its filters as another user, who must get in.
// The program is copied: Debian's AppArmor lets one at its own place see its own folders only.
func (s *service) furnish(program string) {
	s.t.Helper()
	for _, folder := range []string{"root", "spool/tmp", "state", "cache", "out"} {
		if err := os.MkdirAll(filepath.Join(s.room, folder), 0o755); err != nil {
			s.t.Fatal(err)
		}
	}
	for _, folder := range []string{filepath.Dir(s.room), s.room} {
		if err := os.Chmod(folder, 0o755); err != nil { //nolint:gosec // nothing of anybody's lies there
			s.t.Fatal(err)
		}
	}
	if err := os.Chmod(filepath.Join(s.room, "out"), 0o777); err != nil { //nolint:gosec // the filters' own user writes there
		s.t.Fatal(err)
	}
	binary, err := os.ReadFile(program)
	if err != nil {
		s.t.Fatal(err)
	}
	s.write("cupsd", binary, 0o755)
	for name, mode := range map[string]os.FileMode{"cups-files.conf": 0o644, "filter.sh": 0o755, "printer.ppd": 0o644} {
		text, err := os.ReadFile(filepath.Join("testdata", "cups", name))
		if err != nil {
			s.t.Fatal(err)
		}
		text = bytes.ReplaceAll(text, []byte("FILTER"), []byte(filepath.Join(s.room, "filter.sh")))
		s.write(name, bytes.ReplaceAll(text, []byte("ROOM"), []byte(s.room)), mode)
	}
}

func (s *service) write(name string, text []byte, mode os.FileMode) {
	s.t.Helper()
	if err := os.WriteFile(filepath.Join(s.room, name), text, mode); err != nil {
		s.t.Fatal(err)
	}
}

// listen starts the service on a free port and waits until it answers.
func (s *service) listen() bool {
	s.t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		s.t.Fatal(err)
	}
	port := strconv.Itoa(free.Addr().(*net.TCPAddr).Port)
	if err := free.Close(); err != nil {
		s.t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join("testdata", "cups", "cupsd.conf"))
	if err != nil {
		s.t.Fatal(err)
	}
	s.write("cupsd.conf", bytes.ReplaceAll(text, []byte("PORT"), []byte(port)), 0o644)
	s.t.Setenv("CUPS_SERVER", "127.0.0.1:"+port)
	s.t.Setenv("HOME", s.room) // no ~/.cups of anybody
	ctx, end := context.WithCancel(context.Background())
	daemon := exec.CommandContext(ctx, filepath.Join(s.room, "cupsd"), "-f",
		"-c", filepath.Join(s.room, "cupsd.conf"), "-s", filepath.Join(s.room, "cups-files.conf"))
	daemon.Cancel = func() error { return daemon.Process.Signal(os.Interrupt) } // ends its filters with it
	daemon.WaitDelay = 5 * time.Second
	if err := daemon.Start(); err != nil {
		s.t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { defer close(ended); _ = daemon.Wait() }() // by our signal
	s.stop = func() { end(); <-ended }
	s.t.Cleanup(s.stop)
	return s.soon(func() bool {
		return strings.Contains(s.run("lpstat", "-r"), "scheduler is running")
	})
}

// soon waits until something is so.
func (s *service) soon(so func() bool) bool {
	for range 400 { // a busy machine takes its time
		if so() {
			return true
		}
		time.Sleep(50 * time.Millisecond)
	}
	return false
}

// run is what a program of CUPS says.
func (s *service) run(name string, args ...string) string {
	out, err := plainly(exec.Command(name, args...)).CombinedOutput()
	if err != nil {
		return string(out) + err.Error()
	}
	return string(out)
}

func (s *service) file(name string) string {
	text, err := os.ReadFile(filepath.Join(s.room, name))
	if err != nil {
		return ""
	}
	return string(text)
}

// printer sets up a printer that prints into the file out/NAME.pdf.
func (s *service) printer(name string) {
	s.t.Helper()
	out, err := exec.Command("lpadmin", "-p", name, "-E", "-v", "file://"+filepath.Join(s.room, "out", name+".pdf"),
		"-P", filepath.Join(s.room, "printer.ppd")).CombinedOutput()
	if err != nil {
		s.t.Fatalf("lpadmin: %v: %s", err, out)
	}
}

// printed waits for a paper to come out.
func (s *service) printed(name string) string {
	s.t.Helper()
	if !s.soon(func() bool { return strings.Contains(s.run("lpstat", "-W", "completed", "-o", name), name) }) {
		s.t.Fatalf("nothing came out of %s:\n%s", name, s.file("error.log"))
	}
	return s.file(filepath.Join("out", name+".pdf"))
}

// told checks what CUPS told the printer of a job.
func (s *service) told(job string, wants ...string) {
	s.t.Helper()
	got := strings.Fields(s.file("out/" + job + ".job"))
	for _, want := range wants {
		if !slices.Contains(got, want) {
			s.t.Errorf("the printer was not told %s of %s: %q", want, job, got)
		}
	}
}
