// Package exchange reads the files that ERPs export and writes the ones that are handed back.
//
// It knows files and their damage: encodings, separators, dates, lost zeros, names in capitals.
// It knows no archive and no screen, and says what is wrong with a row by a key.
// The words by which it understands a file (headers, civilities, kinds of lots) are handed to it.
package exchange

import (
	"bienvenue/app/coop"
)

// Limits of what is looked at to understand a file.
const (
	headerWithin = 40 // lines among which the header is looked for
	previewRows  = 20
	minFields    = 3 // a header names at least so many fields
)

// Reader understands ERP files. It may be used by several goroutines at once.
type Reader struct {
	vocabulary
}

// NewReader makes a Reader from the words it goes by (assets/imports/columns.yaml).
func NewReader(columns []byte) (*Reader, error) {
	v, err := readVocabulary(columns)
	if err != nil {
		return nil, err
	}
	return &Reader{v}, nil
}

// ReadExtract understands a whole file. name is the file's name without its folder; today tells the
// century of years of two figures. A file that is no such export is refused with a *coop.RefusalError;
// a row that cannot be used is in the extract's Rejects and stops nothing.
func (r *Reader) ReadExtract(name string, src []byte, today coop.Day) (coop.Extract, error) {
	text, encoding, err := decode(src)
	if err != nil {
		return coop.Extract{}, err
	}
	t, err := r.findTable(text)
	if err != nil {
		return coop.Extract{}, err
	}
	x := coop.Extract{
		Name: name, Source: t.source(), Encoding: encoding, Separator: t.separator,
		Header: t.header.line, Columns: t.columns(), SetAside: map[coop.SetAside]int{},
	}
	dates := t.dateOrder()
	x.DateOrder = string(dates)
	b := builder{
		reader: r, table: t, dates: dateReader{order: dates, today: today},
		extract: &x, seen: set{}, groups: map[string][]*household{},
	}
	b.names = r.learnNames(t)
	b.readRows()
	b.finish()
	return x, nil
}
