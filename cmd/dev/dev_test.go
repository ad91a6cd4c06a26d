package main

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestTheVersionIsReadFromItsOnePlace(t *testing.T) {
	version, err := productVersion(filepath.Join("..", "..", "FyneApp.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if strings.Count(version, ".") != 2 {
		t.Errorf("the version is %q", version)
	}
	nothing := filepath.Join(t.TempDir(), "FyneApp.toml")
	if err := os.WriteFile(nothing, []byte("[Details]\nName = \"Bienvenue\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := productVersion(nothing); err == nil {
		t.Error("a file without a version has one")
	}
}

func TestAWrongCommandLineIsBadUsage(t *testing.T) {
	for name, args := range map[string][]string{
		"no task":         nil,
		"an unknown task": {"fly"},
		"an unknown flag": {"test", "--quickly"},
		"a stray word":    {"run", "fast"},
		"another's flag":  {"test", "--fresh"},
	} {
		t.Run(name, func(t *testing.T) {
			if err := dev(context.Background(), args); !errors.Is(err, errUsage) {
				t.Errorf("the error is %v", err)
			}
		})
	}
}

func TestAFaultInTheLogIsToldOnce(t *testing.T) {
	log := `2026/11/23 10:00:00 all is well
2026/11/23 10:00:01 *** Error in Fyne call thread, this should have been called in fyne.Do[AndWait] ***
2026/11/23 10:00:01 *** This error needs to be addressed as it could cause concurrent errors soon ***
2026/11/23 10:00:01   From: /src/app/ui/talk/talk.go:12
2026/11/23 10:00:02 *** Error in Fyne call thread, this should have been called in fyne.Do[AndWait] ***
2026/11/23 10:00:02 *** This error needs to be addressed as it could cause concurrent errors soon ***
2026/11/23 10:00:02   From: /src/app/ui/talk/talk.go:12
`
	want := []string{
		"*** Error in Fyne call thread, this should have been called in fyne.Do[AndWait] ***",
		"From: /src/app/ui/talk/talk.go:12",
	}
	if got := faultyLines([]byte(log)); !slices.Equal(got, want) {
		t.Errorf("it tells %q", got)
	}
	if got := faultyLines([]byte("2026/11/23 10:00:00 all is well\n")); len(got) != 0 {
		t.Errorf("of a good log it tells %q", got)
	}
}

func TestATourLooksAtWhatIsAskedFor(t *testing.T) {
	for name, c := range map[string]struct {
		o    options
		want int
	}{
		"everything":       {options{}, 6},
		"the short form":   {options{short: true}, 2},
		"one theme":        {options{only: "dark"}, 3},
		"one size":         {options{only: "800x1280"}, 2},
		"one view":         {options{only: "1366x768-light"}, 1},
		"what is not here": {options{only: "640x480"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if got := len(views(c.o)); got != c.want {
				t.Errorf("%d views, want %d", got, c.want)
			}
		})
	}
}

func TestEveryStopHasANameOfItsOwn(t *testing.T) {
	seen, told := map[string]bool{}, map[string]bool{}
	for _, c := range chapters() {
		if len(c.stops) == 0 || len(c.stops[0].do) > 0 {
			t.Errorf("the chapter %s does not begin with the window's first screen", c.name())
		}
		if told[c.name()] {
			t.Errorf("two chapters have the log %s.log", c.name())
		}
		told[c.name()] = true
		for _, s := range c.stops {
			if s.name == "" || seen[s.name] {
				t.Errorf("the name %q is empty or taken", s.name)
			}
			seen[s.name] = true
		}
	}
	if len(seen) != pictures(chapters()) {
		t.Errorf("the tour promises %d pictures and has %d", pictures(chapters()), len(seen))
	}
}

func TestABuildFlagThatInstallingRefusesIsLeftOut(t *testing.T) {
	if got, want := withoutMod("-mod=mod -trimpath -mod=vendor"), "-trimpath"; got != want {
		t.Errorf("the flags are %q, want %q", got, want)
	}
}

func TestAnOldDemoArchiveIsKnown(t *testing.T) {
	archive := filepath.Join(t.TempDir(), "bienvenue.db")
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	if got := demoAge(archive, now); got != 0 {
		t.Errorf("of an unknown day it is %d days old", got)
	}
	if err := os.WriteFile(madeOn(archive), []byte("2026-11-12\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := demoAge(archive, now); got != 11 {
		t.Errorf("it is %d days old, want 11", got)
	}
}

func TestComingBackToAScreenIsNoStop(t *testing.T) {
	today, today2 := image.NewRGBA(image.Rect(0, 0, 100, 100)), image.NewRGBA(image.Rect(0, 0, 100, 100))
	today2.Set(5, 5, color.White) // the ring around what has the keyboard
	shown := map[string]*image.RGBA{"today": today}
	if err := unlike(shown, today2); err == nil || !strings.Contains(err.Error(), "today") {
		t.Errorf("the same screen again gives %v", err)
	}
	for x := range 100 {
		today2.Set(x, 50, color.White)
	}
	if err := unlike(shown, today2); err != nil {
		t.Errorf("another screen gives %v", err)
	}
}

func TestEveryTestThatNeedsTheTagIsRunWithIt(t *testing.T) {
	named := regexp.MustCompile(`(?m)^func (Test\w+)`)
	found := 0
	err := filepath.WalkDir(filepath.Join("..", ".."), func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(text, []byte("//go:build ci")) {
			return err
		}
		for _, name := range named.FindAllStringSubmatch(string(text), -1) {
			found++
			if !strings.HasPrefix(name[1], "TestWindowless") || filepath.Base(filepath.Dir(path)) != "bienvenue" {
				t.Errorf("%s in %s is run by no stage", name[1], path)
			}
		}
		return nil
	})
	if err != nil || found == 0 {
		t.Errorf("%d tests found: %v", found, err)
	}
}
