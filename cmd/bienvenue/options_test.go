package main

import (
	"bytes"
	"strings"
	"testing"
)

func TestTheCommandLineIsUnderstood(t *testing.T) {
	o, err := parse([]string{"--archive", "a.db", "--theme", "dark", "--language", "en", "--size", "800x1280", "--staff", "claire"})
	if err != nil {
		t.Fatal(err)
	}
	want := options{archive: "a.db", theme: "dark", language: "en", staff: "claire", width: 800, height: 1280}
	if o != want {
		t.Errorf("got %+v, want %+v", o, want)
	}
}

func TestAWrongCommandLineSaysHowItIsWritten(t *testing.T) {
	for name, args := range map[string][]string{
		"an unknown theme":      {"--theme", "pink"},
		"a size that is none":   {"--size", "big"},
		"a window too small":    {"--size", "10x10"},
		"an unknown language":   {"--language", "eo"},
		"an unknown flag":       {"--speed"},
		"a word without a flag": {"bienvenue.db"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("LANG", "fr_FR.UTF-8")
			var out, errOut bytes.Buffer
			if code := run(args, &out, &errOut); code != badUsage {
				t.Errorf("ended with %d, want %d", code, badUsage)
			}
			if out.Len() > 0 || !strings.Contains(errOut.String(), "--archive") || strings.Contains(errOut.String(), "⟦") {
				t.Errorf("said %q and %q", out.String(), errOut.String())
			}
		})
	}
}

func TestHelpAndVersionNeedNoWindow(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	for _, flag := range []string{"--help", "--version"} {
		var out, errOut bytes.Buffer
		if code := run([]string{flag}, &out, &errOut); code != ended || out.Len() == 0 || errOut.Len() > 0 {
			t.Errorf("%s ended with %d and said %q, %q", flag, code, out.String(), errOut.String())
		}
	}
}
