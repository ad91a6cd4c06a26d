package paper_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestLook leaves every variant as PDF under build/sheet, to be looked at.
func TestLook(t *testing.T) {
	dir := filepath.Join("..", "..", "build", "sheet")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, s := range variants() {
		src, err := os.ReadFile(print(t, s, "fr"))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, strings.ReplaceAll(name, " ", "-")+".pdf"), src, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
