package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// readers are modules that take a text, a font or a drawing apart and share nothing between goroutines but what
// they were given to read. The race detector costs them eight times their time, so it is left out of them; it is
// inside our code, the toolkit, the database and all else.
var readers = []string{
	"github.com/goccy/go-yaml", "github.com/go-text/typesetting", "github.com/go-text/render",
	"github.com/fyne-io/oksvg", "github.com/srwiley/oksvg", "github.com/srwiley/rasterx", "golang.org/x/image",
}

// alone says of a package that neither it nor its tests start anything beside, so that the race detector has
// nothing to find there and would take eight times as long to say so: rules, texts, papers, and the screens, whose
// work runs at once in tests. Tests that do start something bear AtOnce at the end of their name and are run with
// the detector; TestWhatRunsBesideIsRaced holds both.
func alone(folder string) bool {
	switch folder {
	case "app", "app/coop", "app/diary", "app/draft", "app/exchange", "app/month", "app/paper", "app/script", "app/settings", "app/template":
		return true
	case "app/ui/kit": // the one door to the background
		return false
	}
	return folder == "app/ui" || strings.HasPrefix(folder, "app/ui/")
}

// packages are the folders of the module's packages: those that are alone, and the others.
func packages(ctx context.Context) (single, others []string, err error) {
	text, err := output(ctx, "go", "list", "-f", "{{.Module.Path}} {{.ImportPath}}", "./...")
	if err != nil {
		return nil, nil, err
	}
	for line := range strings.Lines(text) {
		module, path, _ := strings.Cut(strings.TrimSpace(line), " ")
		folder := strings.TrimPrefix(path, module+"/")
		if alone(folder) {
			single = append(single, folder)
		} else {
			others = append(others, folder)
		}
	}
	return single, others, nil
}

// testAlone runs all tests of the packages that are alone, and then those of their tests that are not.
func testAlone(ctx context.Context) error {
	single, _, err := packages(ctx)
	if err != nil {
		return err
	}
	every := behind(ctx, "go", append([]string{"test", "-vet=off", "-timeout=20m"}, local(single)...)...)
	beside := slices.DeleteFunc(single, func(folder string) bool { return !hasAtOnce(folder) })
	return errors.Join(every, raced(ctx, append([]string{"-timeout=10m", "-run=AtOnce$"}, local(beside)...)...))
}

// testBeside runs all tests of the other packages with the race detector.
func testBeside(ctx context.Context) error {
	_, others, err := packages(ctx)
	if err != nil {
		return err
	}
	// The longest first, so that no core waits for it at the end.
	const longest = "cmd/bienvenuectl"
	others = append([]string{longest}, slices.DeleteFunc(others, func(folder string) bool { return folder == longest })...)
	return raced(ctx, append([]string{"-timeout=20m"}, local(others)...)...)
}

// local names folders as the go command wants them.
func local(folders []string) []string {
	named := make([]string, len(folders))
	for i, folder := range folders {
		named[i] = "./" + folder
	}
	return named
}

// raced runs go test with the race detector.
func raced(ctx context.Context, args ...string) error {
	all := []string{"test", "-race", "-vet=off"}
	for _, module := range readers {
		all = append(all, fmt.Sprintf("-gcflags=%s/...=-race=false", module)) // of two -race the last counts
	}
	return behind(ctx, "go", append(all, args...)...)
}

var atOnce = regexp.MustCompile(`(?m)^func Test\w*AtOnce\(`)

// hasAtOnce says whether a package has a test that starts something beside.
func hasAtOnce(folder string) bool {
	files, err := filepath.Glob(filepath.Join(filepath.FromSlash(folder), "*_test.go"))
	return err == nil && slices.ContainsFunc(files, func(path string) bool {
		text, err := os.ReadFile(path)
		return err == nil && atOnce.Match(text)
	})
}
