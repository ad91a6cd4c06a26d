package paper_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// kept makes a paper into a file, leaves it under build/ to be looked at, and gives its path.
func kept(t *testing.T, folder, name string, write func(io.Writer) error) string {
	t.Helper()
	var out bytes.Buffer
	if err := write(&out); err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join("..", "..", "build", folder)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, strings.NewReplacer(" ", "-", ",", "", "\u2019", "-").Replace(name)+".pdf")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// isSound says that other programs find no fault with a file, and how many pages they find.
func isSound(t *testing.T, path string) (pages int) {
	t.Helper()
	if got := tool(t, "qpdf", "--check", path); !strings.Contains(got, "No syntax or stream encoding errors found") {
		t.Error(got)
	}
	pages, err := strconv.Atoi(strings.TrimSpace(tool(t, "qpdf", "--show-npages", path)))
	if err != nil {
		t.Error(err)
	}
	return pages
}

// saysNoKeys looks for what shows that words were not found or not filled in.
func saysNoKeys(t *testing.T, text string) {
	t.Helper()
	for _, never := range []string{"\u27e6", "{{", "<no value>", "%!", "  "} {
		if strings.Contains(text, never) {
			t.Errorf("the paper says %q: %s", never, text)
		}
	}
	if hole := regexp.MustCompile(`[:,·] [.,;·]|\( ?\)|^[,·]`).FindString(text); hole != "" {
		t.Errorf("there is a hole at %q: %s", hole, text)
	}
}

const dotsPerMillimetre = 150 / 25.4 // of a grey print

// greyPage is one page as a grey printer prints it.
type greyPage struct {
	width, height int
	dots          []byte
}

// greyPages prints every page, 150 points to the inch.
func greyPages(t *testing.T, path string) (files []string, pages []greyPage) {
	t.Helper()
	prefix := filepath.Join(t.TempDir(), "page")
	tool(t, "pdftoppm", "-r", "150", "-gray", path, prefix)
	files, err := filepath.Glob(prefix + "*.pgm")
	if err != nil || len(files) == 0 {
		t.Fatalf("no page: %v", err)
	}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var p greyPage
		var most int
		if _, err := fmt.Sscanf(string(src[:40]), "P5\n%d %d\n%d\n", &p.width, &p.height, &most); err != nil {
			t.Fatal(err)
		}
		p.dots = src[len(src)-p.width*p.height:]
		pages = append(pages, p)
	}
	return files, pages
}

// codesOn reads the codes of printed pages.
func codesOn(t *testing.T, files []string) []string {
	t.Helper()
	const none = 4 // how zbarimg ends for a page without a code
	var all []string
	for _, file := range files {
		out, err := exec.Command("zbarimg", "--raw", "-q", file).Output()
		if failed, ok := errors.AsType[*exec.ExitError](err); err != nil && (!ok || failed.ExitCode() != none) {
			t.Fatalf("zbarimg: %v (go run ./cmd/dev test installs it)", err)
		}
		all = append(all, strings.Fields(string(out))...)
	}
	return all
}

// ink finds the first dark dot within a part of the page, in millimetres, that does not lie in another.
func (p greyPage) ink(part, but [4]float64) (x, y float64, found bool) {
	inside := func(r [4]float64, x, y float64) bool { return x >= r[0] && x < r[2] && y >= r[1] && y < r[3] }
	for i, dot := range p.dots {
		x, y := float64(i%p.width)/dotsPerMillimetre, float64(i/p.width)/dotsPerMillimetre
		if dot < 250 && inside(part, x, y) && !inside(but, x, y) {
			return x, y, true
		}
	}
	return 0, 0, false
}

// keepsItsMargins says that nothing stands where printers cannot print.
func keepsItsMargins(t *testing.T, path string) {
	t.Helper()
	const least = 10 // millimetres
	_, pages := greyPages(t, path)
	for i, p := range pages {
		width, height := float64(p.width)/dotsPerMillimetre, float64(p.height)/dotsPerMillimetre
		if x, y, found := p.ink([4]float64{0, 0, width, height}, [4]float64{least, least, width - least, height - least}); found {
			t.Errorf("page %d: there is something at %.1f, %.1f of %.0f, %.0f mm", i+1, x, y, width, height)
		}
	}
}

// placed is a word on a page, in millimetres.
type placed struct {
	page int
	at   [4]float64 // left, top, right, bottom
	text string
}

// placedWords finds the words of every page.
func placedWords(t *testing.T, path string) []placed {
	t.Helper()
	word := regexp.MustCompile(`xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<`)
	var all []placed
	for page, part := range strings.Split(tool(t, "pdftotext", "-bbox", path, "-"), "<page ") {
		for _, m := range word.FindAllStringSubmatch(part, -1) {
			p := placed{page: page, text: m[5]}
			for i := range p.at {
				points, err := strconv.ParseFloat(m[i+1], 64)
				if err != nil {
					t.Fatal(err)
				}
				p.at[i] = points * 25.4 / 72
			}
			all = append(all, p)
		}
	}
	return all
}

// keepsWordsApart says that no word covers another.
func keepsWordsApart(t *testing.T, path string) {
	t.Helper()
	words := placedWords(t, path)
	for i := range words {
		// A line's box is higher than its letters: tight lines may share a third of it.
		w := &words[i]
		third := (w.at[3] - w.at[1]) / 3
		w.at[1], w.at[3] = w.at[1]+third/2, w.at[3]-third/2
	}
	for i, a := range words {
		for _, b := range words[:i] {
			if a.page == b.page && a.at[0] < b.at[2] && b.at[0] < a.at[2] && a.at[1] < b.at[3] && b.at[1] < a.at[3] {
				t.Errorf("page %d: %q covers %q", a.page, a.text, b.text)
			}
		}
	}
}
