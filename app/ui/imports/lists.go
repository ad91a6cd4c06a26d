package imports

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
)

// saveRejects writes the rejected rows and says where they lie.
func (s *Screen) saveRejects(x coop.Extract, folder string) {
	kit.Run(s.p.Run, func() (string, error) {
		return s.p.Desk.SaveRejects(context.Background(), x, folder)
	}, func(path string, err error) {
		switch {
		case err != nil:
			s.p.OnError(err)
		case s.p.OnDone != nil:
			s.p.OnDone(s.p.Words.T("import.rejects.saved", i18n.Args{"Path": path}))
		}
	})
}

// changeWidth is the least width of one household's changes.
const changeWidth float32 = 340

// changesCard lists what the ERP changed, household by household.
func (s *Screen) changesCard() fyne.CanvasObject {
	w := s.p.Words
	box := kit.Column()
	var all []fyne.CanvasObject
	for _, item := range s.plan.Changed[:min(len(s.plan.Changed), mostChanges)] {
		lines := kit.Lines(kit.Body(w.People(item.After.Holders)).Strong())
		for _, c := range item.Changes {
			lines.Add(kit.Quiet(s.change(c)))
		}
		all = append(all, lines)
	}
	box.Add(kit.Columns(changeWidth, all...))
	if more := len(s.plan.Changed) - mostChanges; more > 0 {
		box.Add(kit.Caption(w.N("import.more", more)))
	}
	return kit.TitledCard(w.N("import.changes", len(s.plan.Changed)), nil, kit.Quiet(w.T("import.changes.why")), box)
}

// change says one change: what it was, what it becomes.
func (s *Screen) change(c coop.ImportChange) string {
	w := s.p.Words
	args := i18n.Args{"Field": w.T(fieldKey(string(c.Field))), "From": s.value(c.Field, c.From), "To": s.value(c.Field, c.To)}
	switch {
	case c.From == "":
		return w.T("import.change.set", args)
	case c.To == "":
		return w.T("import.change.cleared", args)
	}
	return w.T("import.change", args)
}

// previewCard shows the first households as they are understood.
func (s *Screen) previewCard() fyne.CanvasObject {
	w, leases := s.p.Words, s.plan.Extract.Leases
	table := kit.NewTable([]kit.TableColumn{
		{Title: w.T("import.preview.who"), Share: 2.4},
		{Title: w.T("import.preview.home"), Share: 2.2},
		{Title: w.T("import.field.entry"), Share: 1.2},
		{Title: w.T("import.field.share"), Share: 1.6},
	}, nil)
	var rows [][]string
	for _, l := range leases[:min(len(leases), mostPreview)] {
		rows = append(rows, []string{
			w.People(l.Holders), placeOf(l), w.DayShort(l.Entry), w.T(i18n.ShareStateKey(l.Share.State)),
		})
	}
	table.SetRows(rows)
	return kit.TitledCard(w.N("import.preview", len(rows)), nil, table)
}

func placeOf(l coop.Lease) string {
	var parts []string
	for _, part := range []string{l.Residence.Name, l.Dwelling.Building, l.Dwelling.Door, l.Dwelling.Lot, l.Dwelling.Type, l.Residence.Town} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

// columnsCard shows what each column was taken for, with what stands in it.
func (s *Screen) columnsCard() fyne.CanvasObject {
	w, x := s.p.Words, s.plan.Extract
	table := kit.NewTable([]kit.TableColumn{
		{Title: w.T("import.columns.header"), Share: 1.2},
		{Title: w.T("import.columns.field"), Share: 1.2},
		{Title: w.T("import.columns.examples"), Share: 2},
	}, nil)
	var rows [][]string
	for i, c := range x.Columns {
		if c.Header == "" && c.Field == "" {
			continue
		}
		field := w.T("import.columns.unused")
		if c.Field != "" {
			field = w.T(fieldKey(c.Field))
		}
		rows = append(rows, []string{c.Header, field, strings.Join(examples(x.Preview, i), " · ")})
	}
	table.SetRows(rows)
	box := kit.Column()
	fold := kit.QuietButton(w.T("import.columns.show"), nil)
	fold.OnPressed(func() {
		box.Objects = []fyne.CanvasObject{table}
		box.Refresh()
		fold.Hide()
		s.content.Refresh()
	})
	return kit.TitledCard(w.T("import.columns"), fold, kit.Quiet(w.T("import.columns.why")), box)
}

// examples are the first different values of a column.
func examples(rows [][]string, column int) []string {
	var found []string
	seen := map[string]bool{"": true}
	for _, row := range rows {
		if column < len(row) && !seen[row[column]] && len(found) < mostExamples {
			seen[row[column]] = true
			found = append(found, row[column])
		}
	}
	return found
}
