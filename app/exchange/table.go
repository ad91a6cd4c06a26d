package exchange

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"slices"
	"sort"
	"strings"

	"bienvenue/app/coop"
)

// line is a row of a file: where it begins, how it stands there, and its tidied cells.
type line struct {
	line  int
	raw   string
	cells []string
}

func (l line) blank() bool {
	for _, c := range l.cells {
		if c != "" {
			return false
		}
	}
	return true
}

// table is a file whose header was found.
type table struct {
	reader    *Reader
	separator string
	header    line
	rows      []line         // the lines below the header that hold something
	field     []string       // by column, "" for one that is not used
	at        map[string]int // by field
}

// quotedWithin is over how many lines a quoted cell may run before its quote is taken for a stray one.
const quotedWithin = 12

// split cuts a text into rows. A quote that is never closed is an ordinary character.
func split(text, separator string, atMost int) []line {
	physical := strings.Split(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\n")
	var rows []line
	for i := 0; i < len(physical) && (atMost == 0 || len(rows) < atMost); i++ {
		first, raw := i, physical[i]
		if strings.Contains(raw, `"`) {
			whole := raw
			for j := i; j < len(physical) && j < i+quotedWithin; j++ {
				if j > i {
					whole += "\n" + physical[j]
				}
				if strings.Count(whole, `"`)%2 == 0 {
					raw, i = whole, j
					break
				}
			}
		}
		rows = append(rows, line{line: first + 1, raw: raw, cells: cells(raw, separator)})
	}
	return rows
}

// cells cuts one row. Quotes are only looked at where there are some.
func cells(raw, separator string) []string {
	var found []string
	if strings.Count(raw, `"`) >= 2 {
		r := csv.NewReader(strings.NewReader(raw))
		r.Comma, r.LazyQuotes, r.FieldsPerRecord = rune(separator[0]), true, -1
		if record, err := r.Read(); err == nil {
			found = record
		}
	}
	if found == nil {
		found = strings.Split(raw, separator)
	}
	for i, c := range found {
		found[i] = tidy(c)
	}
	return found
}

// findTable finds the separator and the header by what they make sense of.
func (r *Reader) findTable(text string) (*table, error) {
	var best *table
	score := 0
	for _, separator := range []string{";", ",", "\t", "|"} {
		for _, row := range split(text, separator, headerWithin) {
			if field, at := r.match(row.cells); len(at) > score {
				score = len(at)
				best = &table{reader: r, separator: separator, header: row, field: field, at: at}
			}
		}
	}
	if best == nil || score < minFields {
		return nil, coop.Refuse("import.refused.header", nil)
	}
	if !best.names() {
		return nil, coop.Refuse("import.refused.names", map[string]any{"Line": best.header.line})
	}
	header := strings.Join(best.header.cells, separatorForKeys)
	for _, row := range split(text, best.separator, 0) {
		if row.line <= best.header.line || row.blank() || r.isTotal(row) || strings.Join(row.cells, separatorForKeys) == header {
			continue
		}
		best.rows = append(best.rows, row)
	}
	best.settle()
	return best, nil
}

// names says whether the header has a column for somebody's name.
func (t *table) names() bool {
	_, name := t.at[fieldName]
	_, person := t.at[fieldPerson]
	return name || person
}

// match finds the field of each cell of a would-be header; the first column of a field has it.
func (r *Reader) match(header []string) (field []string, at map[string]int) {
	field, at = make([]string, len(header)), map[string]int{}
	for i, cell := range header {
		if cell == "" || len(cell) > 60 {
			continue
		}
		f, ok := r.fields[r.header(cell)]
		if !ok {
			continue
		}
		if f == fieldPhone {
			if _, taken := at[f]; taken {
				f = fieldMobile
			}
		}
		if _, taken := at[f]; !taken {
			field[i], at[f] = f, i
		}
	}
	return field, at
}

// isTotal says whether a line sums the file up.
func (r *Reader) isTotal(row line) bool {
	filled, first := 0, ""
	for _, c := range row.cells {
		if c == "" {
			continue
		}
		if filled == 0 {
			first = plain(c)
		}
		filled++
	}
	if filled > 4 {
		return false
	}
	return slices.ContainsFunc(r.totals, func(word string) bool {
		return first == word || strings.HasPrefix(first, word+" ")
	})
}

// settle puts right what headers alone do not tell: a single column for the site is its name, and a
// « name » without a first name beside it holds both.
func (t *table) settle() {
	if _, ok := t.at[fieldSite]; !ok {
		t.move(fieldSiteCode, fieldSite, t.looksNamed)
	}
	if _, ok := t.at[fieldFirst]; !ok {
		t.move(fieldName, fieldPerson, func(int) bool { return true })
	}
	if _, ok := t.at[fieldEntry]; !ok {
		t.move(fieldStair, fieldEntry, t.looksDated)
	}
}

func (t *table) move(from, to string, when func(column int) bool) {
	i, ok := t.at[from]
	if _, taken := t.at[to]; !ok || taken || !when(i) {
		return
	}
	delete(t.at, from)
	t.at[to], t.field[i] = i, to
}

// most says whether most of a column's cells that hold something fit.
func (t *table) most(column int, fits func(string) bool) bool {
	good, all := 0, 0
	for _, row := range t.rows {
		if column >= len(row.cells) || t.reader.empty(row.cells[column]) {
			continue
		}
		all++
		if fits(row.cells[column]) {
			good++
		}
	}
	return all > 0 && 2*good > all
}

func (t *table) looksNamed(column int) bool {
	return t.most(column, func(c string) bool {
		return strings.Contains(c, " ") || strings.IndexFunc(c, func(r rune) bool { return r >= '0' && r <= '9' }) < 0
	})
}

func (t *table) looksDated(column int) bool {
	return t.most(column, func(c string) bool { return shapeOf(c) != "" })
}

// columns lists the header with what each column was taken for.
func (t *table) columns() []coop.Column {
	all := make([]coop.Column, 0, len(t.header.cells))
	for i, h := range t.header.cells {
		all = append(all, coop.Column{Header: h, Field: t.field[i]})
	}
	return all
}

// has says whether the file has a column for a field.
func (t *table) has(field string) bool {
	_, ok := t.at[field]
	return ok
}

// titled is the header of a field's column, as the file has it.
func (t *table) titled(field string) string {
	if i, ok := t.at[field]; ok {
		return t.header.cells[i]
	}
	return ""
}

// kindFields are the columns that tell one kind of file from another: who is named by what, and
// whether it is about tenants or buyers. Columns that come and go beside them (a phone, a door) do
// not make another kind of file, or the next export would bring everybody a second time.
var kindFields = []string{fieldTenant, fieldLease, fieldEntry, fieldDelivery, fieldReception, fieldOption}

// source is a short mark of the kind of file.
func (t *table) source() string {
	var found []string
	for _, f := range kindFields {
		if t.has(f) {
			found = append(found, f)
		}
	}
	sort.Strings(found)
	sum := sha256.Sum256([]byte(strings.Join(found, separatorForKeys)))
	return hex.EncodeToString(sum[:6])
}
