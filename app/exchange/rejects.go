package exchange

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

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
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return fmt.Errorf("write rejects: %w", err)
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	rows := [][]string{{
		words.T("import.rejects.line"), words.T("import.rejects.column"),
		words.T("import.rejects.reason"), words.T("import.rejects.row"),
	}}
	for _, r := range x.Rejects {
		rows = append(rows, []string{
			strconv.Itoa(r.Line), harmless(r.Column), harmless(words.T(r.Key, r.Args)), harmless(r.Raw),
		})
	}
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("write rejects: %w", err)
	}
	return nil
}

// harmless keeps a spreadsheet from taking a cell for a formula.
func harmless(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}
