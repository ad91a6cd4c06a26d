package batch

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// people lists those who get a paper, or those who do not with the reason. A coop has a hundred thousand:
// only those in sight are read.
type people struct {
	screen *Screen
	ids    []coop.HouseholdID
	out    []coop.BatchOut // of those left out
	rows   map[coop.HouseholdID]coop.Row
	asked  map[int]bool // pages
	turn   int          // of the list: rows for an older one are dropped
	list   *kit.TouchList
	empty  *fyne.Container
}

const rowsRead = 60 // in one go

type personRow struct{ name, where, why *kit.Text }

func newPeople(s *Screen) *people {
	p := &people{screen: s, empty: kit.Stack(0)}
	p.list = kit.NewTouchList(func() (*personRow, fyne.CanvasObject) {
		r := &personRow{name: kit.Body("").Strong().OneLine(), where: kit.Caption("").OneLine(), why: kit.Caption("").OneLine().Toned(kit.Attention)}
		return r, kit.Lines(r.name, r.where, r.why)
	}, p.fill)
	p.list.OnTapped = p.onTapped
	return p
}

func (p *people) object() fyne.CanvasObject { return container.NewStack(p.list, p.empty) }

func (p *people) show(plan coop.BatchPlan, left bool) {
	p.turn++
	p.ids, p.out, p.rows, p.asked = plan.For, nil, map[coop.HouseholdID]coop.Row{}, map[int]bool{}
	if left {
		p.out, p.ids = plan.Left, make([]coop.HouseholdID, len(plan.Left))
		for i, one := range plan.Left {
			p.ids[i] = one.Household
		}
	}
	p.empty.RemoveAll()
	switch t := p.screen.p.Words.T; {
	case len(p.ids) == 0 && left:
		p.empty.Add(kit.Empty(look.IconCircleCheck, t("batch.none.left"), nil))
	case len(p.ids) == 0:
		p.empty.Add(kit.Empty(look.IconPeople, t("batch.none.for"), nil))
	}
	p.list.SetCount(len(p.ids))
	p.list.ScrollToTop()
}

func (p *people) fill(i int, r *personRow) {
	if i >= len(p.ids) {
		return
	}
	w := p.screen.p.Words
	row, ok := p.rows[p.ids[i]]
	if !ok {
		p.read(i / rowsRead)
		row, ok = p.rows[p.ids[i]]
	}
	name := "…"
	if ok {
		if name = w.People(row.Holders); name == "" {
			name = w.T("batch.nobody", map[string]any{"Lease": row.Lease})
		}
	}
	r.name.SetText(name)
	r.where.SetText(w.Where(row.Residence, row.Dwelling))
	why := row.Town
	r.why.Toned(kit.Calm)
	if p.out != nil {
		why = w.BatchLeft(p.out[i])
		r.why.Toned(kit.Attention)
	}
	r.why.SetText(why)
}

// read reads a page of rows.
func (p *people) read(page int) {
	if p.asked[page] {
		return
	}
	p.asked[page] = true
	s, turn := p.screen, p.turn
	ids := p.ids[page*rowsRead : min((page+1)*rowsRead, len(p.ids))]
	kit.Run(s.p.Run, func() (map[coop.HouseholdID]coop.Row, error) {
		return s.p.Desk.RowsOf(context.Background(), s.p.Actor(), ids)
	}, func(rows map[coop.HouseholdID]coop.Row, err error) {
		switch {
		case turn != p.turn:
			return
		case err != nil:
			s.p.OnError(err)
			return
		}
		for id, row := range rows {
			p.rows[id] = row
		}
		p.list.Refresh()
	})
}

// onTapped shows the page of who gets one; of who does not, the file, where the reason can be mended.
func (p *people) onTapped(i int) {
	if p.out != nil || p.screen.asked.Kind == coop.AddressLabels {
		p.screen.p.OnOpen(p.ids[i])
		return
	}
	p.screen.preview(p.ids[i], p.rows[p.ids[i]])
}
