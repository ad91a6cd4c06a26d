package script

import (
	"cmp"
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
)

// Bounds of a source, far beyond any real script: the parser's time grows with the square of the
// depth, which brackets or a long line of dashes can drive up.
const (
	maxBytes = 256 << 10
	maxLine  = 4 << 10
	maxDepth = 40
)

// reader reads the tree of one file and gathers all that is wrong with it.
type reader struct {
	file  string
	lines []string // the source's lines, to find pieces of text in
	found FileErrors
}

// place is where something stands in the file.
type place struct{ line, column int }

func placeOf(n ast.Node) place {
	if n == nil || n.GetToken() == nil || n.GetToken().Position == nil {
		return place{1, 1}
	}
	p := n.GetToken().Position
	return place{max(p.Line, 1), max(p.Column, 1)}
}

func (r *reader) refuse(at place, key string, args map[string]any) {
	r.found = append(r.found, &FileError{
		File: r.file, Line: at.line, Column: at.column, Key: key, Args: args,
	})
}

// tree parses the source; nil when it cannot be.
func (r *reader) tree(src []byte) (root ast.Node) {
	r.lines = strings.Split(string(src), "\n")
	if len(src) > maxBytes || depth(src) > maxDepth || r.longLine() {
		r.refuse(place{1, 1}, keyLarge, nil)
		return nil
	}
	// The parser is somebody else's: should it stumble over a strange file, the file is refused
	// and the program goes on.
	defer func() {
		if recover() != nil {
			r.refuse(place{1, 1}, keySyntax, nil)
			root = nil
		}
	}()
	file, err := parser.ParseBytes(src, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		at := place{1, 1}
		if where, ok := errors.AsType[yaml.Error](err); ok && where.GetToken() != nil {
			at = place{max(where.GetToken().Position.Line, 1), max(where.GetToken().Position.Column, 1)}
		}
		r.refuse(at, keySyntax, nil)
		return nil
	}
	if len(file.Docs) == 0 || file.Docs[0].Body == nil {
		r.refuse(place{1, 1}, keyMissing, map[string]any{"Field": "id"})
		return nil
	}
	if len(file.Docs) > 1 {
		r.refuse(placeOf(file.Docs[1].Body), keySyntax, nil)
	}
	return file.Docs[0].Body
}

func (r *reader) longLine() bool {
	return slices.ContainsFunc(r.lines, func(line string) bool { return len(line) > maxLine })
}

// depth is how deep brackets are nested at most, those inside texts included.
func depth(src []byte) int {
	now, deepest := 0, 0
	for _, b := range src {
		switch b {
		case '[', '{':
			now++
			deepest = max(deepest, now)
		case ']', '}':
			now = max(now-1, 0)
		}
	}
	return deepest
}

// errs is what was found, by line, nil when all is well.
func (r *reader) errs() error {
	if len(r.found) == 0 {
		return nil
	}
	slices.SortStableFunc(r.found, func(a, b *FileError) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return r.found
}

// list is the items of a list; a single thing, or nothing, is refused or empty.
func (r *reader) list(f fields, name string) []ast.Node {
	n := f.at[name]
	if n == nil {
		return nil
	}
	items, ok := n.(*ast.SequenceNode)
	if !ok {
		r.refuse(placeOf(n), keyList, map[string]any{"Field": name})
		return nil
	}
	return items.Values
}

// count refuses a list with too few or too many items.
func (r *reader) count(f fields, name string, items, low, high int) {
	args := map[string]any{"Field": name, "Low": low, "High": high, "Count": items}
	switch {
	case items > high:
		r.refuse(f.place(name), keyMany, args)
	case items < low && f.at[name] != nil:
		r.refuse(f.place(name), keyFew, args)
	}
}

// inText is the place of a piece of a text: the first line at or below its beginning that holds it.
func (r *reader) inText(n ast.Node, piece string) place {
	at := placeOf(n)
	piece, _, _ = strings.Cut(piece, "\n")
	for i := at.line - 1; i >= 0 && i < len(r.lines); i++ {
		if before, _, ok := strings.Cut(r.lines[i], piece); ok {
			return place{i + 1, len([]rune(before)) + 1}
		}
	}
	return at
}

// baseName is the file's name without folders.
func baseName(file string) string { return path.Base(strings.ReplaceAll(file, `\`, "/")) }

// named refuses a file whose name does not say its id and language.
func (r *reader) named(f fields, id, language string) {
	if strings.HasSuffix(r.file, ".yaml") && r.file != id+"."+language+".yaml" && id != "" {
		r.refuse(f.place("id"), keyFileName, map[string]any{"Value": id})
	}
}
