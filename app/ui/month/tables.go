package month

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	figures "bienvenue/app/month"
	"bienvenue/app/ui/kit"
)

// tab says which breakdown the table shows.
type tab string

const (
	byOfficer   tab = "officer"
	byResidence tab = "residence"
	byCohort    tab = "cohort"
)

// tables are the breakdowns by officer, residence and month of entry.
func (s *Screen) tables() fyne.CanvasObject {
	w := s.p.Words
	holder := kit.Stack(0)
	choice := kit.NewChoice([]kit.Option[tab]{
		{Value: byOfficer, Words: w.T("month.by.officer")},
		{Value: byResidence, Words: w.T("month.by.residence")},
		{Value: byCohort, Words: w.T("month.by.cohort")},
	}, func(t tab) {
		s.tab = t
		holder.Objects = []fyne.CanvasObject{s.table()}
		holder.Refresh()
		s.body.Refresh()
	})
	choice.Set(s.tab)
	holder.Objects = []fyne.CanvasObject{s.table()}
	return kit.Card(choice.Object(), holder)
}

func (s *Screen) table() fyne.CanvasObject {
	switch s.tab {
	case byResidence:
		return s.lines(s.report.Residences, s.p.Words.T("month.table.residence"), func(l figures.Line) string { return s.residences[l.Residence] },
			func(l figures.Line) coop.CaseQuery { return coop.CaseQuery{Residence: l.Residence} })
	case byCohort:
		return s.cohorts()
	case byOfficer:
	}
	return s.lines(s.report.Officers, s.p.Words.T("month.table.officer"), func(l figures.Line) string { return s.names[l.Officer] },
		func(l figures.Line) coop.CaseQuery {
			return coop.CaseQuery{MonthQuery: coop.MonthQuery{Officer: l.Officer}}
		})
}

// lines is a table of officers or residences; a row opens its visits done.
func (s *Screen) lines(lines []figures.Line, head string, name func(figures.Line) string, query func(figures.Line) coop.CaseQuery) fyne.CanvasObject {
	w := s.p.Words
	if len(lines) == 0 {
		return kit.Quiet(w.T("month.table.none"))
	}
	rows := make([][]string, 0, len(lines))
	for _, l := range lines {
		rows = append(rows, []string{name(l), s.of(l.Visits), w.Number(l.Planned), w.Number(l.Absent), w.Number(l.Others)})
	}
	table := kit.NewTable([]kit.TableColumn{
		{Title: head, Share: 3},
		{Title: w.T("month.table.done"), Share: 2, End: true},
		{Title: w.T("month.table.planned"), Share: 1, End: true},
		{Title: w.T("month.table.absent"), Share: 1, End: true},
		{Title: w.T("month.table.others"), Share: 1, End: true},
	}, func(row int) {
		q := query(lines[row])
		q.Indicator = coop.IndicatorVisits
		s.open(name(lines[row]), q)
	})
	table.SetRows(rows)
	return table
}

// cohorts is a table of the months of entry, the latest first; a row opens its households.
func (s *Screen) cohorts() fyne.CanvasObject {
	w := s.p.Words
	cohorts := s.report.Cohorts
	if len(cohorts) == 0 {
		return kit.Quiet(w.T("month.table.none"))
	}
	rows := make([][]string, len(cohorts))
	latest := func(row int) figures.Cohort { return cohorts[len(cohorts)-1-row] }
	for i := range cohorts {
		c := latest(i)
		rows[i] = []string{upperFirst(w.Month(c.Month)), w.Number(c.Visited.Of), s.of(c.Visited), w.Number(c.Booked)}
	}
	table := kit.NewTable([]kit.TableColumn{
		{Title: w.T("month.table.cohort"), Share: 3},
		{Title: w.T("month.table.entered"), Share: 1, End: true},
		{Title: w.T("month.table.visited"), Share: 2, End: true},
		{Title: w.T("month.table.booked"), Share: 1, End: true},
	}, func(row int) {
		c := latest(row)
		s.open(w.T("month.cases.cohort", i18n.Args{"Month": w.Month(c.Month)}),
			coop.CaseQuery{Indicator: coop.IndicatorCoverage, Cohort: c.Month})
	})
	table.SetRows(rows)
	return table
}

// of is a part of a whole with its percentage, « 52 / 75 (69 %) ».
func (s *Screen) of(share figures.Share) string {
	w := s.p.Words
	value, ok := share.Value()
	if !ok {
		return w.Number(share.N)
	}
	return w.T("month.of", i18n.Args{"N": w.Number(share.N), "Of": w.Number(share.Of), "Share": w.Percent(value)})
}
