package paper_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

// scribe writes down what is drawn, a line for each mark.
type scribe struct{ strings.Builder }

func (s *scribe) Text(x, y, size float64, weight int, colour uint32, text string) {
	fmt.Fprintf(s, "text %.1f %.1f size %.1f weight %d %06x %s\n", x, y, size, weight, colour, strings.ReplaceAll(text, "\u00a0", "_"))
}

func (s *scribe) Shape(outlines [][]float64, colour uint32) {
	fmt.Fprintf(s, "shape of %d outlines %06x\n", len(outlines), colour)
}

func (s *scribe) Stroke(points []float64, width float64, colour uint32) {
	fmt.Fprintf(s, "line %.1f wide %.2f %06x\n", points, width, colour)
}

func (s *scribe) Fill(points []float64, colour uint32) {
	fmt.Fprintf(s, "area %.1f to %.1f %06x\n", points[:2], points[len(points)/2:len(points)/2+2], colour)
}

func (s *scribe) Code(x, y, side float64, dark [][]bool) {
	fmt.Fprintf(s, "code %.1f %.1f side %.1f of %d\n", x, y, side, len(dark))
}

func (s *scribe) Picture(x, y, width, height float64, _ []byte) {
	fmt.Fprintf(s, "picture %.1f %.1f %.1f by %.1f\n", x, y, width, height)
}

// TestLettersStandAsTheyDid compares what is drawn of each letter with what was drawn when it was last looked
// at. GOLDEN=write writes it anew: look at the pages before.
func TestLettersStandAsTheyDid(t *testing.T) {
	for _, kind := range coop.Letters() {
		page, err := paper.LayLetter(aLetter(kind), textOf(t, kind, "fr"), words(t, "fr"), fonts(), made)
		if err != nil {
			t.Fatal(err)
		}
		var got scribe
		page.Draw(&got)
		path := filepath.Join("testdata", "letters", string(kind)+".txt")
		if os.Getenv("GOLDEN") == "write" {
			if err := os.WriteFile(path, []byte(got.String()), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
			t.Errorf("%s stands otherwise (-then +now):\n%s", kind, diff)
		}
	}
}
