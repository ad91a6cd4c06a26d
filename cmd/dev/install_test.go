package main

import (
	"context"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestOnlyMissingPackagesAreNamed(t *testing.T) {
	m := manager{
		packages: map[need][]string{toBuild: {"there", "away"}, toTest: {"gone"}, toShow: {"unasked"}},
		present: func(p string) []string {
			if p == "there" {
				return []string{"true"}
			}
			return []string{"false"}
		},
	}
	got := missingPackages(context.Background(), m, []need{toBuild, toTest})
	if want := []string{"away", "gone"}; !slices.Equal(got, want) {
		t.Errorf("missing are %v, want %v", got, want)
	}
}

func TestTheCommandsAreThoseAPersonWouldType(t *testing.T) {
	got := written(installCommands(apt(), []string{"xvfb", "xdotool"}))
	sudo := ""
	if os.Geteuid() != 0 {
		sudo = "sudo "
	}
	if !strings.HasPrefix(got, sudo+"apt-get update -q && "+sudo+"env DEBIAN_FRONTEND=noninteractive") {
		t.Errorf("the commands are %s", got)
	}
	if !strings.HasSuffix(got, " xvfb xdotool") {
		t.Errorf("the packages are not last: %s", got)
	}
	if strings.HasPrefix(written(installCommands(brew(), []string{"zbar"})), "sudo") {
		t.Error("brew refuses to be root")
	}
}

func TestTheListsOfPackagesAreNotLengthenedByUse(t *testing.T) {
	m := apt()
	first := written(installCommands(m, []string{"a"}))
	installCommands(m, []string{"b", "c"})
	if again := written(installCommands(m, []string{"a"})); again != first {
		t.Errorf("the second time it says %s", again)
	}
}

func TestInstallingIsAgreedTo(t *testing.T) {
	for name, c := range map[string]struct {
		ci, typed string
		yes, want bool
	}{
		"beforehand":             {yes: true, want: true},
		"by CI":                  {ci: "true", want: true},
		"by a person":            {typed: "y\n", want: true},
		"by a French person":     {typed: "Oui\n", want: true},
		"not by an empty line":   {typed: "\n"},
		"not by a no":            {typed: "n\n"},
		"not without a keyboard": {typed: ""},
		"not by half an answer":  {typed: "y"},
		"not by CI=false":        {ci: "false"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("CI", c.ci)
			if got := agreed(options{yes: c.yes}, strings.NewReader(c.typed), io.Discard); got != c.want {
				t.Errorf("agreed is %t", got)
			}
		})
	}
}
