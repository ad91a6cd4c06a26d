package today

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

const mostFound = 5

// finder is the search on the desk's card: the first few who fit, as lines that open their file.
type finder struct {
	p     Params
	box   *kit.SearchBox
	found *fyne.Container
	whole *fyne.Container
	asked kit.Latest
	first func()
}

func newFinder(p Params) *finder {
	f := &finder{p: p, found: kit.Stack(0)}
	f.box = kit.NewSearchBox(p.Run, p.Words, p.Words.T("today.desk.search"), f.search)
	f.box.OnSubmitted = func(string) {
		if f.first != nil {
			f.first()
		}
	}
	f.found.Hide()
	f.whole = kit.Column(f.box, f.found)
	return f
}

func (f *finder) object() fyne.CanvasObject { return f.whole }

func (f *finder) search(words string) {
	if words == "" {
		f.show("", nil)
		return
	}
	kit.RunLatest(f.p.Run, &f.asked, func() ([]coop.Row, error) {
		return f.p.Desk.Search(context.Background(), words, mostFound)
	}, func(rows []coop.Row, err error) {
		if err != nil {
			f.p.OnError(err)
			return
		}
		f.show(words, rows)
	})
}

func (f *finder) show(words string, rows []coop.Row) {
	f.first = nil
	f.found.RemoveAll()
	for i, r := range rows {
		open := func() { f.p.OnOpen(r.ID) }
		if i == 0 {
			f.first = open
		}
		f.found.Add(kit.NewLinkRow(look.IconUser, f.p.Words.People(r.Holders), r.Residence, open))
	}
	if len(rows) == 0 && words != "" {
		f.found.Add(kit.Quiet(f.p.Words.T("today.desk.none", i18n.Args{"Words": words})))
	}
	f.found.Hidden = words == ""
	f.found.Refresh()
	f.whole.Refresh()
}
