package main

import (
	"os/exec"
	"strings"
	"testing"
)

// TestNoWindowIsLinkedIn looks at everything that the program is made of.
func TestNoWindowIsLinkedIn(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range strings.Fields(string(out)) {
		if strings.HasPrefix(path, "fyne.io/") || strings.Contains(path, "go-gl") || strings.HasPrefix(path, "bienvenue/app/ui") {
			t.Errorf("%s is linked into the terminal program", path)
		}
	}
}
