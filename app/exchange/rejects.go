package exchange

import (
	"fmt"
	"io"
	"strconv"

	"bienvenue/app/coop"
)

// Words says what a key means in the reader's language.
type Words interface {
	T(key string, args ...map[string]any) string
}

// WriteRejects writes the rows that could not be used, each with its line, column and reason, as a
// file that a French spreadsheet opens: semicolons, UTF-8 with a mark, and no cell that it could
// take for a formula.
func WriteRejects(w io.Writer, x coop.Extract, words Words) error {
	rows := [][]string{{
		words.T("import.rejects.line"), words.T("import.rejects.column"),
		words.T("import.rejects.reason"), words.T("import.rejects.row"),
	}}
	for _, r := range x.Rejects {
		rows = append(rows, []string{
			strconv.Itoa(r.Line), r.Column, words.T(r.Key, r.Args), r.Raw,
		})
	}
	if err := WriteTable(w, rows); err != nil {
		return fmt.Errorf("write rejects: %w", err)
	}
	return nil
}
