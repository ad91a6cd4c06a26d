// Package app holds no code of its own, only the test of the borders between
// the rooms of the house.
package app_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// room is one line of the map of the house: what a folder's code may import
// beyond the standard library. Tests may borrow from any room.
type room struct {
	ours    []string // our own packages; "x/..." means x and all below it
	modules []string // other people's, by the beginning of their import path
	touches bool     // files, processes and the network
	any     bool     // everything
}

// rooms is the map of the house. The longest folder that a package lies in is
// its room; "*" stands for one screen. A new line, or a new arrow, is a decision:
// write it into the README's map in the same commit.
var rooms = map[string]room{
	"cmd/bienvenue":    {any: true},
	"cmd/bienvenuectl": {any: true}, // but no Fyne, see TestTheTerminalProgramHasNoWindow
	"cmd/dev":          {touches: true},

	"app/coop":     {},
	"app/template": {ours: []string{"app/coop"}, modules: []string{"github.com/goccy/go-yaml"}},
	"app/script":   {ours: []string{"app/coop"}, modules: []string{"github.com/goccy/go-yaml", "golang.org/x/text"}},
	"app/draft":    {ours: []string{"app/coop", "app/script"}, modules: []string{"github.com/goccy/go-yaml"}},
	"app/diary":    {ours: []string{"app/coop"}, modules: []string{"github.com/rickar/cal/v2"}},
	"app/month":    {ours: []string{"app/coop"}},
	"app/office":   {ours: []string{"app/coop", "app/script", "app/template", "app/diary", "app/month", "app/settings"}, modules: []string{"github.com/google/uuid"}},
	"app/paper":    {ours: []string{"app/coop", "app/i18n", "app/template"}, modules: []string{"github.com/go-text/typesetting", "github.com/jung-kurt/gofpdf", "github.com/skip2/go-qrcode", "golang.org/x/text"}},
	"app/exchange": {ours: []string{"app/coop", "app/i18n"}, modules: []string{"golang.org/x/text", "github.com/xuri/excelize/v2", "github.com/arran4/golang-ical", "github.com/nyaruka/phonenumbers", "github.com/goccy/go-yaml"}},
	"app/privacy":  {ours: []string{"app/coop"}},
	"app/i18n":     {ours: []string{"app/coop"}, modules: []string{"github.com/nicksnyder/go-i18n/v2", "golang.org/x/text", "github.com/goccy/go-yaml"}},
	"app/settings": {ours: []string{"app/coop"}},

	"app/ui": {
		ours:    []string{"app/...", "assets"},
		modules: []string{"fyne.io/fyne/v2"},
	},
	"app/ui/*": {
		ours:    []string{"app/coop", "app/script", "app/template", "app/draft", "app/month", "app/i18n", "app/ui/kit", "app/ui/look"},
		modules: []string{"fyne.io/fyne/v2"},
	},
	"app/ui/kit":          {ours: []string{"app/coop", "app/i18n", "app/ui/look", "assets"}, modules: []string{"fyne.io/fyne/v2"}},
	"app/ui/look":         {ours: []string{"app/coop", "app/i18n", "assets"}, modules: []string{"fyne.io/fyne/v2"}},
	"app/ui/uitest/trial": {any: true}, // tests only: a whole desk for the tests of screens
	"app/ui/uitest":       {ours: []string{"app/coop", "app/i18n", "app/ui/kit", "app/ui/look", "assets"}, modules: []string{"fyne.io/fyne/v2"}, touches: true},

	"data": {ours: []string{"app/coop", "data/..."}, modules: []string{"github.com/mattn/go-sqlite3", "github.com/pressly/goose/v3", "github.com/google/uuid"}, touches: true},
	"data/demo": {
		ours:    []string{"app/coop", "data/..."},
		modules: []string{"github.com/goccy/go-yaml", "github.com/google/uuid"},
		touches: true,
	},
	"assets": {},
}

// Packages of the standard library that reach outside memory.
var outside = []string{"os", "os/exec", "os/user", "net", "net/http", "syscall", "log"}

const module = "bienvenue"

// source is one file of ours that is no test.
type source struct {
	path string // from the module's root, with slashes
	file *ast.File
	set  *token.FileSet
}

func (s source) folder() string { return filepath.ToSlash(filepath.Dir(s.path)) }

func (s source) imports() []string {
	var paths []string
	for _, spec := range s.file.Imports {
		path, err := strconv.Unquote(spec.Path.Value)
		if err == nil {
			paths = append(paths, path)
		}
	}
	return paths
}

func (s source) at(n ast.Node) string {
	return fmt.Sprintf("%s:%d", s.path, s.set.Position(n.Pos()).Line)
}

// sources parses every file of the module that is no test.
func sources(t *testing.T) []source {
	t.Helper()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	var found []source
	for _, top := range []string{"app", "assets", "cmd", "data"} {
		err := filepath.WalkDir(filepath.Join(root, top), func(path string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if entry.IsDir() && entry.Name() == "testdata" {
				return fs.SkipDir
			}
			if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return nil
			}
			set := token.NewFileSet()
			file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
			if err != nil {
				return err
			}
			short, err := filepath.Rel(root, path)
			found = append(found, source{path: filepath.ToSlash(short), file: file, set: set})
			return err
		})
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
	}
	if len(found) == 0 {
		t.Fatal("there is no code here to look at")
	}
	return found
}

// roomOf finds the room that a folder lies in.
func roomOf(folder string) (room, bool) {
	for f := folder; f != "."; f = filepath.ToSlash(filepath.Dir(f)) {
		if r, ok := rooms[f]; ok {
			return r, true
		}
		if filepath.ToSlash(filepath.Dir(f)) == "app/ui" {
			return rooms["app/ui/*"], true
		}
	}
	return room{}, false
}

// within reports whether a package is one of the list's, or lies under one
// that ends in "/...".
func within(list []string, path string) bool {
	return slices.ContainsFunc(list, func(allowed string) bool {
		above, isTree := strings.CutSuffix(allowed, "/...")
		return path == above || (isTree && strings.HasPrefix(path, above+"/"))
	})
}

// objection says why a room may not import a package; it is empty when it may.
func objection(r room, folder, path string) string {
	if r.any {
		return ""
	}
	if own, ok := strings.CutPrefix(path, module+"/"); ok {
		if own == folder || within(r.ours, own) || strings.HasPrefix(own, folder+"/internal/") {
			return ""
		}
		return "its room does not know that one"
	}
	if head, _, _ := strings.Cut(path, "/"); !strings.Contains(head, ".") {
		switch {
		case path == "database/sql" && !strings.HasPrefix(folder+"/", "data/"):
			return "SQL belongs in data"
		case slices.Contains(outside, path) && !r.touches:
			return "its room touches memory only, or what it is handed"
		}
		return ""
	}
	allowed := slices.ContainsFunc(r.modules, func(m string) bool { return path == m || strings.HasPrefix(path, m+"/") })
	switch {
	case !allowed:
		return "its room does not use that library"
	case path == "fyne.io/fyne/v2/app":
		return "the real driver belongs in cmd/bienvenue, so that screens are tested without a display"
	case strings.HasPrefix(path, "fyne.io/fyne/v2/test") && folder != "app/ui/uitest":
		return "the test driver belongs in tests and in app/ui/uitest"
	}
	return ""
}

func TestEveryRoomKeepsToItsBorders(t *testing.T) {
	for _, s := range sources(t) {
		r, ok := roomOf(s.folder())
		if !ok {
			t.Errorf("%s lies in no room of the house", s.path)
			continue
		}
		for _, path := range s.imports() {
			if why := objection(r, s.folder(), path); why != "" {
				t.Errorf("%s imports %s: %s", s.path, path, why)
			}
		}
	}
}

func TestTheTerminalProgramHasNoWindow(t *testing.T) {
	imports := map[string][]string{}
	for _, s := range sources(t) {
		imports[s.folder()] = append(imports[s.folder()], s.imports()...)
	}
	reached := map[string]bool{}
	var walk func(folder, way string)
	walk = func(folder, way string) {
		if reached[folder] {
			return
		}
		reached[folder] = true
		for _, path := range imports[folder] {
			if strings.HasPrefix(path, "fyne.io/") {
				t.Errorf("%s imports %s", way, path)
			}
			if own, ok := strings.CutPrefix(path, module+"/"); ok {
				walk(own, way+" → "+own)
			}
		}
	}
	walk("cmd/bienvenuectl", "cmd/bienvenuectl")
}

// letters are files whose literals name letters, not words: the folding of a
// search, the encodings of other people's files.
var letters = map[string]bool{
	"data/demo/people.go": true, // addresses of e-mails from names
	"data/sqlite/fold.go": true, // what a search takes for one letter
}

func TestFrenchIsSpokenInAssetsOnly(t *testing.T) {
	for _, s := range sources(t) {
		if strings.HasPrefix(s.path, "assets/") || letters[s.path] {
			continue
		}
		ast.Inspect(s.file, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			if text, err := strconv.Unquote(literal.Value); err == nil && looksFrench(text) {
				t.Errorf("%s says %s: words belong in assets", s.at(n), literal.Value)
			}
			return true
		})
	}
}

// looksFrench reports whether a text has a letter beyond plain ASCII, or French
// quotation marks.
func looksFrench(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool {
		return r > unicode.MaxASCII && (unicode.IsLetter(r) || r == '«' || r == '»')
	})
}

func TestTheLettersNamedAsExceptionsExist(t *testing.T) {
	paths := map[string]bool{}
	for _, s := range sources(t) {
		paths[s.path] = true
	}
	for _, path := range slices.Sorted(maps.Keys(letters)) {
		if !paths[path] {
			t.Errorf("%s is excepted but does not exist", path)
		}
	}
}

// calls that belong in one folder only, each with the reason.
var calls = map[string]struct{ folder, why string }{
	"time.Now":               {"cmd", "take the clock that the constructor was given"},
	"time.Since":             {"cmd", "take the clock that the constructor was given"},
	"time.Until":             {"cmd", "take the clock that the constructor was given"},
	"fyne.Do":                {"app/ui/kit", "hand the work to kit.Run, so that tests can run it inline"},
	"fyne.DoAndWait":         {"app/ui/kit", "hand the work to kit.Run, so that tests can run it inline"},
	"dialog.ShowError":       {"app/ui/kit", "its captions do not follow our language: use kit"},
	"dialog.ShowConfirm":     {"app/ui/kit", "its captions do not follow our language: use kit"},
	"dialog.ShowInformation": {"app/ui/kit", "its captions do not follow our language: use kit"},
}

// toolkitClock reads the toolkit's own clock, which is the computer's, for the tests of screens.
const toolkitClock = "app/ui/uitest/clock.go"

func TestClocksAndThreadsAreTakenInOnePlace(t *testing.T) {
	for _, s := range sources(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			selector, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			of, ok := selector.X.(*ast.Ident)
			if !ok {
				return true
			}
			name := of.Name + "." + selector.Sel.Name
			if s.path == toolkitClock && name == "time.Now" {
				return true
			}
			if rule, ok := calls[name]; ok && !strings.HasPrefix(s.path, rule.folder+"/") {
				t.Errorf("%s: %s belongs in %s: %s", s.at(n), name, rule.folder, rule.why)
			}
			return true
		})
	}
}

// TestABorderIsHeld plants a fault of each kind, lest a test that finds nothing
// passes for a house in order.
func TestABorderIsHeld(t *testing.T) {
	for name, c := range map[string]struct {
		folder, imports string
		refused         bool
	}{
		"the rules know no library":                  {"app/coop", "github.com/google/uuid", true},
		"the rules touch no file":                    {"app/coop", "os", true},
		"the use cases know no database":             {"app/office", "bienvenue/data", true},
		"the use cases know no SQL":                  {"app/office", "database/sql", true},
		"the use cases know the rules":               {"app/office", "bienvenue/app/coop", false},
		"a screen knows no other screen":             {"app/ui/talk", "bienvenue/app/ui/people", true},
		"a screen does not reach the use cases":      {"app/ui/talk", "bienvenue/app/office", true},
		"a screen knows the shared parts":            {"app/ui/talk", "bienvenue/app/ui/kit", false},
		"a screen opens no real driver":              {"app/ui/talk", "fyne.io/fyne/v2/app", true},
		"the shell knows its screens":                {"app/ui", "bienvenue/app/ui/talk", false},
		"paper knows no screen":                      {"app/paper", "fyne.io/fyne/v2", true},
		"a module is not its namesake":               {"app/ui", "fyne.io/fyne/v20", true},
		"an engine of the archive speaks SQL":        {"data/sqlite", "database/sql", false},
		"an archive knows no use case":               {"data/sqlite", "bienvenue/app/office", true},
		"the developer's tasks know nothing of us":   {"cmd/dev", "bienvenue/app/coop", true},
		"the developer's tasks need nobody's module": {"cmd/dev", "golang.org/x/sys/unix", true},
	} {
		t.Run(name, func(t *testing.T) {
			r, ok := roomOf(c.folder)
			if !ok {
				t.Fatalf("%s lies in no room", c.folder)
			}
			if why := objection(r, c.folder, c.imports); (why != "") != c.refused {
				t.Errorf("%s imports %s: refused %t (%s), want %t", c.folder, c.imports, why != "", why, c.refused)
			}
		})
	}
}
