package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhatRunsBesideIsRaced looks for everything that starts a goroutine in the packages that are alone.
func TestWhatRunsBesideIsRaced(t *testing.T) {
	root, files, beside := filepath.Join("..", ".."), 0, 0
	err := filepath.WalkDir(filepath.Join(root, "app"), func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") {
			return err
		}
		folder, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil || !alone(filepath.ToSlash(folder)) {
			return err
		}
		files++
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
		if err != nil {
			return err
		}
		for _, d := range file.Decls {
			f, isFunc := d.(*ast.FuncDecl)
			if !startsBeside(d) {
				continue
			}
			if beside++; !isFunc || !strings.HasSuffix(path, "_test.go") || !raceable(f.Name.Name) {
				t.Errorf("%s starts something beside, and no test with the race detector runs it: only a test or benchmark may, a test by a name that ends in AtOnce", path)
			}
		}
		return nil
	})
	if err != nil || files == 0 || beside == 0 {
		t.Errorf("of %d files %d start something: %v", files, beside, err)
	}
}

func raceable(name string) bool {
	return strings.HasPrefix(name, "Benchmark") || strings.HasPrefix(name, "Test") && strings.HasSuffix(name, "AtOnce")
}

func startsBeside(d ast.Decl) bool {
	found := false
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			found = true
		case *ast.CallExpr:
			s, ok := n.Fun.(*ast.SelectorExpr)
			if !ok {
				break
			}
			switch s.Sel.Name {
			case "Parallel", "AfterFunc", "Queued":
				found = true
			case "Go": // of a group; a room is gone to by its name
				if len(n.Args) == 1 {
					_, found1 := n.Args[0].(*ast.FuncLit)
					found = found || found1
				}
			case "Background": // of the kit, not of a context
				of, ok := s.X.(*ast.Ident)
				found = found || ok && of.Name == "kit"
			}
		}
		return !found
	})
	return found
}
