package i18n_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bienvenue/app/i18n"
)

const root = "../.."

// keyForm is what a translation key looks like: two or more parts joined by dots.
var keyForm = regexp.MustCompile(`^[a-z][a-z-]*(\.[A-Za-z0-9-]+)+$`)

// TestEveryLanguageSaysTheSame compares the languages with each other.
func TestEveryLanguageSaysTheSame(t *testing.T) {
	catalog := load(t)
	for _, lang := range i18n.Languages() {
		for key := range catalog.Keys(i18n.Default) {
			if !catalog.Keys(lang)[key] {
				t.Errorf("%s: no words for %q", lang, key)
			}
		}
		for key := range catalog.Keys(lang) {
			if !catalog.Keys(i18n.Default)[key] {
				t.Errorf("%s has words for %q that %s has not", lang, key, i18n.Default)
			}
		}
	}
}

// TestEveryKeyIsSpokenAndUsed compares the keys that the code names with those of the files.
func TestEveryKeyIsSpokenAndUsed(t *testing.T) {
	catalog := load(t)
	known := catalog.Keys(i18n.Default)
	areas := map[string]bool{}
	for key := range known {
		areas[strings.SplitN(key, ".", 2)[0]] = true
	}
	used := map[string]bool{}
	eachGoFile(t, func(_ string, file *ast.File, set *token.FileSet) {
		ast.Inspect(file, func(n ast.Node) bool {
			literal, ok := n.(*ast.BasicLit)
			if !ok || literal.Kind != token.STRING {
				return true
			}
			text, err := strconv.Unquote(literal.Value)
			if err != nil || !keyForm.MatchString(text) || strings.HasSuffix(text, ".yaml") {
				return true
			}
			used[text] = true
			if areas[strings.SplitN(text, ".", 2)[0]] && !known[text] && !isFileName(text) {
				t.Errorf("%s: %q is in no translation file", set.Position(literal.Pos()), text)
			}
			return true
		})
	})
	for _, key := range slices.Sorted(maps.Keys(known)) {
		if !used[key] {
			t.Errorf("%q is translated and used nowhere", key)
		}
	}
}

// TestNoCaptionBypassesTheTranslations looks for words handed straight to a widget.
func TestNoCaptionBypassesTheTranslations(t *testing.T) {
	letters := regexp.MustCompile(`\pL{2,}`)
	eachGoFile(t, func(path string, file *ast.File, set *token.FileSet) {
		if !strings.HasPrefix(path, filepath.Join(root, "app", "ui")) && !strings.HasPrefix(path, filepath.Join(root, "cmd", "bienvenue"+string(filepath.Separator))) {
			return
		}
		ast.Inspect(file, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || !isCaption(call.Fun) {
				return true
			}
			for _, arg := range call.Args {
				literal, ok := arg.(*ast.BasicLit)
				if !ok || literal.Kind != token.STRING {
					continue
				}
				if text, err := strconv.Unquote(literal.Value); err == nil && letters.MatchString(text) && !keyForm.MatchString(text) {
					t.Errorf("%s: the caption %q is not translated", set.Position(literal.Pos()), text)
				}
			}
			return true
		})
	})
}

// isCaption says whether a call makes or sets words that a person reads.
func isCaption(fun ast.Expr) bool {
	selector, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	switch selector.Sel.Name {
	case "SetText", "SetPlaceHolder", "SetTitle":
		return true
	}
	from, ok := selector.X.(*ast.Ident)
	return ok && (from.Name == "widget" || from.Name == "kit" || from.Name == "canvas" || from.Name == "dialog") &&
		strings.HasPrefix(selector.Sel.Name, "New")
}

func isFileName(text string) bool {
	switch filepath.Ext(text) {
	case ".db", ".json", ".log", ".svg", ".png", ".pdf", ".csv", ".toml", ".go", ".ttf", ".lock", ".sock", ".txt":
		return true
	}
	return false
}

func load(t *testing.T) *i18n.Catalog {
	t.Helper()
	catalog, err := i18n.Load(os.DirFS(filepath.Join(root, "assets", "words")))
	if err != nil {
		t.Fatal(err)
	}
	return catalog
}

func eachGoFile(t *testing.T, visit func(path string, file *ast.File, set *token.FileSet)) {
	t.Helper()
	set := token.NewFileSet()
	err := filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "build" || entry.Name() == "testdata" || (strings.HasPrefix(entry.Name(), ".") && path != root)):
			return fs.SkipDir
		case entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		file, err := parser.ParseFile(set, path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		visit(path, file, set)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
