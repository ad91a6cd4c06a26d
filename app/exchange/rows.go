package exchange

import (
	"strings"

	"bienvenue/app/coop"
)

// builder turns the rows of a table into an extract.
type builder struct {
	reader  *Reader
	table   *table
	dates   dateReader
	names   names
	extract *coop.Extract

	seen    set // tidied rows
	groups  map[string][]*household
	order   []*household
	garages []garage
	behind  int // rows behind the leases
}

// readRows counts every row once: a lease's, set aside, rejected or a duplicate.
func (b *builder) readRows() {
	for _, l := range b.table.rows {
		b.extract.Rows++
		if len(b.extract.Preview) < previewRows {
			b.extract.Preview = append(b.extract.Preview, l.cells)
		}
		b.readRow(row{builder: b, line: l})
	}
}

func (b *builder) readRow(r row) {
	if extra := r.extraCells(); extra > 0 {
		r.reject("", "import.reject.cells", map[string]any{"Count": len(r.cells), "Expected": len(b.table.field)})
		return
	}
	if b.again(r) {
		b.extract.Duplicates++
		return
	}
	kind := r.kind()
	if kind != kindHome {
		b.extract.SetAside[setAsideOf(kind)]++
		b.rememberGarage(r, kind)
		return
	}
	if r.vacant() {
		b.extract.SetAside[coop.SetAsideVacant]++
		return
	}
	if lease, ok := r.read(); ok {
		b.behind++
		b.place(r, lease)
	}
}

// again says whether the same row has been met before, lost zeros and spaces aside. A row without a
// lease, tenant or lot code is never taken for another: two vacant homes may look alike.
func (b *builder) again(r row) bool {
	if r.cell(fieldLease) == "" && r.cell(fieldTenant) == "" && r.cell(fieldLot) == "" {
		return false
	}
	parts := make([]string, len(r.cells))
	for i, c := range r.cells {
		if i < len(b.table.field) && b.table.field[i] == fieldPostcode {
			c, _ = readPostcode(c)
		}
		parts[i] = c
	}
	for len(parts) > 0 && parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	key := strings.Join(parts, separatorForKeys)
	again := b.seen[key]
	b.seen[key] = true
	return again
}

func setAsideOf(kind lotKind) coop.SetAside {
	switch kind {
	case "garage":
		return coop.SetAsideGarage
	case "parking":
		return coop.SetAsideParking
	case "shop":
		return coop.SetAsideShop
	case "cellar":
		return coop.SetAsideCellar
	default:
		return coop.SetAsideOther
	}
}

// row is one row while it is read.
type row struct {
	*builder
	line
}

// extraCells counts the cells beyond the header's that hold something.
func (r row) extraCells() int {
	extra := 0
	for i := len(r.table.field); i < len(r.cells); i++ {
		if r.cells[i] != "" {
			extra++
		}
	}
	return extra
}

// cell is what stands in a field's column; words that say nothing are nothing.
func (r row) cell(field string) string {
	i, ok := r.table.at[field]
	if !ok || i >= len(r.cells) || r.reader.empty(r.cells[i]) {
		return ""
	}
	return r.cells[i]
}

func (r row) remark(field, key string, args map[string]any) coop.RowRemark {
	column := ""
	if field != "" {
		column = r.table.titled(field)
	}
	return coop.RowRemark{Line: r.line.line, Column: column, Key: key, Args: args, Raw: r.raw}
}

func (r row) reject(field, key string, args map[string]any) {
	r.extract.Rejects = append(r.extract.Rejects, r.remark(field, key, args))
	r.extract.Unread = append(r.extract.Unread, coop.Lease{
		Lease: r.cell(fieldLease), Tenant: r.cell(fieldTenant), Line: r.line.line,
	})
}

func (r row) warn(field, key string, args map[string]any) {
	r.extract.Warnings = append(r.extract.Warnings, r.remark(field, key, args))
}

// kind is what the row's lot is. Words that name no known kind are taken for a home, and told.
func (r row) kind() lotKind {
	for _, field := range []string{fieldKind, fieldType} {
		cell := r.cell(field)
		if cell == "" {
			continue
		}
		kind, known := r.reader.kindOf(cell)
		if known {
			return kind
		}
		if field == fieldKind {
			r.warn(field, "import.warn.kind", map[string]any{"Value": cell})
		}
	}
	return kindHome
}

// vacant says whether nobody lives in the row's home: it says so, or it names nobody at all.
func (r row) vacant() bool {
	for _, field := range []string{fieldName, fieldPerson, fieldStatus, fieldKind} {
		if r.reader.vacant[plain(r.cell(field))] {
			return true
		}
	}
	for _, field := range []string{fieldName, fieldPerson, fieldBirth, fieldFirst, fieldSecond, fieldTenant, fieldLease, fieldEntry} {
		if r.cell(field) != "" {
			return false
		}
	}
	return r.home() != ""
}

// home names the row's home within the file.
func (r row) home() string {
	parts := []string{
		plain(r.cell(fieldSiteCode)), plain(r.cell(fieldSite)), plain(r.cell(fieldLot)), plain(r.cell(fieldBuilding)),
		plain(r.cell(fieldStair)), plain(r.cell(fieldFloor)), plain(r.cell(fieldDoor)),
	}
	if strings.Join(parts, "") == "" {
		return plain(r.cell(fieldAddress))
	}
	return strings.Join(parts, separatorForKeys)
}

// read tidies the row into a lease of its own; ok is false when the row had to be rejected.
func (r row) read() (coop.Lease, bool) {
	l := coop.Lease{Lease: r.cell(fieldLease), Tenant: r.cell(fieldTenant), Line: r.line.line}
	var pair bool
	l.Holders, pair = r.holders()
	if len(l.Holders) == 0 {
		field := fieldName
		if !r.table.has(field) {
			field = fieldPerson
		}
		r.reject(field, "import.reject.name", nil)
		return l, false
	}
	if !r.readDays(&l) {
		return l, false
	}
	if pair && len(l.Holders) == 1 {
		r.warn(fieldCivility, "import.warn.second", nil)
	}
	if l.Lease == "" && l.Tenant == "" {
		r.warn("", "import.warn.no-code", nil)
	}
	r.readContacts(&l.Holders[0])
	l.Product = r.product()
	l.Residence = r.residence()
	l.Dwelling = r.dwelling()
	r.readShare(&l)
	return l, true
}

// readDays reads the days of the contract. Without a readable entry or exit nobody could say who
// lives there: the row is rejected. The others are left out and told.
func (r row) readDays(l *coop.Lease) bool {
	entry := fieldEntry
	if r.cell(entry) == "" && r.table.has(fieldDelivery) {
		entry = fieldDelivery
	}
	for _, d := range []struct {
		field string
		into  *coop.Day
	}{{entry, &l.Entry}, {fieldExit, &l.Exit}} {
		day, good := r.dates.read(r.cell(d.field))
		if !good {
			r.reject(d.field, "import.reject.day", map[string]any{"Value": r.cell(d.field)})
			return false
		}
		*d.into = day
	}
	for _, d := range []struct {
		field string
		into  *coop.Day
	}{{fieldSigned, &l.Signed}, {fieldReception, &l.Reception}, {fieldOption, &l.Option}} {
		day, good := r.dates.read(r.cell(d.field))
		if !good {
			r.warn(d.field, "import.warn.day", map[string]any{"Value": r.cell(d.field)})
		}
		*d.into = day
	}
	if l.Entry != "" && l.Exit != "" && l.Exit < l.Entry {
		r.warn(fieldExit, "import.warn.exit-before-entry", map[string]any{"Entry": r.cell(entry), "Exit": r.cell(fieldExit)})
	}
	if l.Entry == "" && r.table.has(fieldEntry) && !r.table.has(fieldDelivery) {
		r.warn(fieldEntry, "import.warn.no-entry", nil)
	}
	return true
}

func (r row) product() coop.Product {
	cell := r.cell(fieldProduct)
	if cell == "" {
		if !r.table.has(fieldProduct) && r.table.has(fieldTenant) && !r.table.has(fieldDelivery) {
			return coop.Rental
		}
		return coop.ProductUnknown
	}
	folded := plain(cell)
	if p, ok := r.reader.products[folded]; ok {
		return p
	}
	words := strings.Fields(folded)
	for size := len(words); size > 0; size-- {
		for i := 0; i+size <= len(words); i++ {
			if p, ok := r.reader.products[strings.Join(words[i:i+size], " ")]; ok {
				return p
			}
		}
	}
	r.warn(fieldProduct, "import.warn.product", map[string]any{"Value": cell})
	return coop.ProductUnknown
}

func (r row) readShare(l *coop.Lease) {
	share, badNumber, badDay := r.reader.readShare(r.cell0(fieldShares), r.cell0(fieldShare), r.cell(fieldShareDay), r.dates)
	l.Share = share
	if badNumber {
		field := fieldShares
		if r.cell(field) == "" {
			field = fieldShare
		}
		r.warn(field, "import.warn.share", map[string]any{"Value": r.cell(field)})
	}
	if badDay {
		r.warn(fieldShareDay, "import.warn.day", map[string]any{"Value": r.cell(fieldShareDay)})
	}
}

// cell0 is a cell whose « N » and « - » are words.
func (r row) cell0(field string) string {
	if i, ok := r.table.at[field]; ok && i < len(r.cells) {
		return r.cells[i]
	}
	return ""
}
