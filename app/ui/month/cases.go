package month

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// open lays the list of cases behind a figure over the room.
func (s *Screen) open(title string, q coop.CaseQuery) {
	q.Month = s.month
	if q.Officer == "" {
		q.Officer = s.officer
	}
	kit.Run(s.p.Run, func() ([]coop.Case, error) {
		return s.p.Desk.Cases(context.Background(), s.p.Actor(), q)
	}, func(cases []coop.Case, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.p.OnPage(s.casesPage(title, cases))
	})
}

func (s *Screen) casesPage(title string, cases []coop.Case) fyne.CanvasObject {
	w := s.p.Words
	back := kit.QuietButton(w.T("month.back"), s.p.OnBack).WithIcon(look.IconChevronLeft)
	save := kit.SecondaryButton(w.T("month.export.list"), func() {
		s.p.OnSave(s.fileName(), s.caseTable(cases))
	}).WithIcon(look.IconDownload)
	if len(cases) == 0 {
		save.Disable()
	}
	head := kit.Lines(
		kit.Row(back),
		kit.Row(kit.Grow(kit.Title(title)), save),
		kit.Quiet(w.N("month.cases", len(cases), i18n.Args{"Month": w.Month(s.month)})))
	if len(cases) == 0 {
		return kit.Stack(0, kit.PaddedXY(look.Wide, look.Inset, head),
			kit.PaddedXY(look.Wide, 0, kit.Card(kit.Empty(look.IconListChecks, w.T("month.cases.none"), nil))))
	}
	list := kit.NewTouchList(newCaseRow, func(i int, row *caseRow) { row.show(w, cases[i]) })
	list.OnTapped = func(i int) { s.p.OnOpen(cases[i].Row.ID) }
	list.SetCount(len(cases))
	return kit.Stack(0, kit.PaddedXY(look.Wide, look.Inset, head), kit.Grow(kit.PaddedXY(look.Wide, look.Inset, kit.FlatCard(list))))
}

// caseRow is one line of a list of cases.
type caseRow struct{ who, where, detail, when *kit.Text }

func newCaseRow() (*caseRow, fyne.CanvasObject) {
	r := &caseRow{
		who: kit.Body("").Strong().OneLine(), where: kit.Caption("").OneLine(),
		detail: kit.Body("").OneLine().Trailing(), when: kit.Caption("").OneLine().Trailing(),
	}
	return r, kit.PaddedXY(look.Inset, look.Snug, kit.Row(kit.Grow(kit.Lines(r.who, r.where)), kit.Grow(kit.Lines(r.detail, r.when))))
}

func (r *caseRow) show(w *i18n.Words, c coop.Case) {
	r.who.SetText(w.People(c.Row.Holders))
	r.where.SetText(joined(c.Row.Residence, c.Row.Town))
	r.detail.SetText(detail(w, c))
	r.when.SetText(joined(when(w, c), c.Officer))
}

// when is the day of a case; what happened at no hour of the day has none.
func when(w *i18n.Words, c coop.Case) string {
	if c.At.IsZero() {
		return ""
	}
	return w.DayShort(w.DayOf(c.At))
}

// detail is what makes a case one: its result, its mark, its motive.
func detail(w *i18n.Words, c coop.Case) string {
	var parts []string
	if c.Motive != "" {
		parts = append(parts, w.T(i18n.MotiveKey(c.Motive)))
	}
	if c.Standing != "" {
		parts = append(parts, w.T(i18n.StandingKey(c.Standing)))
	}
	if c.Value >= 0 {
		parts = append(parts, w.Number(c.Value))
	}
	if c.Result != coop.NoResult && c.Value < 0 && c.Motive == "" {
		parts = append(parts, w.T(i18n.ResultKey(c.Result)))
	}
	if c.Days >= 0 {
		parts = append(parts, w.N("month.cases.days", c.Days))
	}
	return joined(parts...)
}

func joined(parts ...string) string {
	var known []string
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return strings.Join(known, " · ")
}

// caseTable is a list of cases as a table to be saved.
func (s *Screen) caseTable(cases []coop.Case) [][]string {
	w := s.p.Words
	table := [][]string{{
		w.T("month.table.lease"), w.T("month.table.people"), w.T("month.table.residence"), w.T("month.table.town"),
		w.T("month.table.entry"), w.T("month.table.day"), w.T("month.table.officer"), w.T("month.table.detail"),
	}}
	for _, c := range cases {
		table = append(table, []string{
			c.Row.Lease, w.People(c.Row.Holders), c.Row.Residence, c.Row.Town, w.DayShort(c.Row.Entry), when(w, c),
			c.Officer, detail(w, c),
		})
	}
	return table
}

// fileName is the name that a saved table is offered: the month, no person.
func (s *Screen) fileName() string { return fmt.Sprintf("bienvenue-%s.csv", s.month) }

// export saves the month's figures as a table, each with what it stands on.
func (s *Screen) export() {
	w, r := s.p.Words, s.report
	table := [][]string{{w.T("month.table.figure"), w.T("month.table.value"), w.T("month.table.n"), w.Month(s.month)}}
	add := func(key, value string, n int) { table = append(table, []string{w.T(key), value, w.Number(n), ""}) }
	add("month.visits", w.Number(r.Visits.N), r.Visits.Of)
	add("month.window", w.Number(r.InWindow.N), r.InWindow.Of)
	add("month.delay", w.Number(r.Delay.Days), r.Delay.N)
	add("month.table.wave", w.Number(r.WaveLate), r.WaveLate+r.InWindow.Of)
	add("month.absences", w.Number(r.Absences.N), r.Absences.Of)
	add("month.table.others", w.Number(r.Others), r.Absences.Of)
	if mean, ok := r.Overall.Value(); ok && !r.Overall.Hidden() {
		add("month.satisfaction", w.Decimal(mean), r.Overall.N)
	}
	for _, i := range r.Items {
		if mean, ok := i.Value(); ok && !i.Hidden() {
			table = append(table, []string{w.T(i18n.SatisfactionItemKey(i.Item)), w.Decimal(mean), w.Number(i.N), ""})
		}
	}
	for _, k := range r.Knowledge {
		if k.Yes.Of > 0 {
			add(knowledgeKeys[k.Question], w.Number(k.Yes.N), k.Yes.Of)
		}
	}
	for _, m := range r.Motives {
		table = append(table, []string{w.T(i18n.MotiveKey(m.Motive)), w.Number(m.N), "", ""})
	}
	s.p.OnSave(s.fileName(), table)
}
