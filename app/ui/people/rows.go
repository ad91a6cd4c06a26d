package people

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

const (
	pageSize  = 100
	mostPages = 30 // kept in memory; the list itself may have 100,000 rows
)

// rows holds the pages of the list that were looked at; the others are read when they come into sight.
type rows struct {
	screen  *Screen
	filter  coop.RowFilter
	late    bool
	total   int
	pages   map[int][]coop.Row
	asked   map[int]bool
	turn    int // of the question: answers to older ones are dropped
	latest  kit.Latest
	showing bool // the list is asking for a row right now
}

type answer struct {
	rows  []coop.Row
	total int
	rules coop.VisitRules
}

// ask reads the list anew for what is typed and chosen.
func (s *Screen) ask() {
	s.rows.filter, s.rows.late = s.filters.filter()
	s.rows.first(true)
}

// again reads the list for the same question and stays where it is.
func (r *rows) again() { r.first(false) }

func (r *rows) first(top bool) {
	s := r.screen
	kit.RunLatest(s.p.Run, &r.latest, func() (answer, error) {
		rules, err := s.p.Desk.VisitRules(context.Background())
		if err != nil {
			return answer{}, err
		}
		found, total, err := r.read(0)
		return answer{found, total, rules}, err
	}, func(a answer, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		r.turn++
		r.total, s.rules = a.total, a.rules
		r.pages, r.asked = map[int][]coop.Row{0: a.rows}, map[int]bool{0: true}
		s.shown(top)
	})
}

func (r *rows) read(page int) ([]coop.Row, int, error) {
	f := r.filter
	f.Limit, f.Offset = pageSize, page*pageSize
	return r.screen.p.Desk.People(context.Background(), r.screen.p.Actor(), f, r.late)
}

// at is a row of the list; one that was not read yet is empty, and asked for.
func (r *rows) at(i int) coop.Row {
	page := i / pageSize
	if !r.asked[page] {
		r.fetch(page)
	}
	if rows := r.pages[page]; i%pageSize < len(rows) {
		return rows[i%pageSize]
	}
	return coop.Row{}
}

func (r *rows) fetch(page int) {
	r.asked[page] = true
	turn, s := r.turn, r.screen
	kit.Run(s.p.Run, func() (answer, error) {
		found, total, err := r.read(page)
		return answer{rows: found, total: total}, err
	}, func(a answer, err error) {
		switch {
		case turn != r.turn:
			return
		case err != nil:
			s.p.OnError(err)
			return
		}
		r.forget(page)
		r.pages[page] = a.rows
		if !r.showing {
			s.list.Refresh()
		}
	})
}

// forget lets go of the pages that are farthest from one.
func (r *rows) forget(near int) {
	for len(r.pages) >= mostPages {
		farthest, distance := -1, -1
		for page := range r.pages {
			if d := max(page-near, near-page); d > distance {
				farthest, distance = page, d
			}
		}
		delete(r.pages, farthest)
		delete(r.asked, farthest)
	}
}

// shown puts a new answer on the screen.
func (s *Screen) shown(top bool) {
	words, total := s.p.Words, s.rows.total
	s.list.SetCount(total)
	if top {
		s.list.Select(-1)
		s.list.ScrollToTop()
	}
	for i, row := range s.rows.pages[0] {
		if row.ID == s.open && s.open != "" {
			s.list.Select(i)
		}
	}
	s.count.SetText(words.N("people.count", total))
	s.count.Hidden = total == 0
	s.empty.RemoveAll()
	if total == 0 {
		s.empty.Add(s.nothing())
	}
	s.empty.Refresh()
	s.listSide.Refresh()
}

// nothing says why the list is empty and what to do.
func (s *Screen) nothing() fyne.CanvasObject {
	t := s.p.Words.T
	add := kit.SecondaryButton(t("people.add"), s.add).WithIcon(look.IconPersonPlus)
	switch typed := s.search.Text(); {
	case typed != "":
		return kit.Empty(look.IconSearch, t("people.none.found", i18n.Args{"Words": typed}), add)
	case s.filters.any():
		return kit.Empty(look.IconFilter, t("people.none.filtered"), kit.SecondaryButton(t("people.filter.clear"), func() {
			s.filters.clear()
			s.ask()
		}))
	}
	return kit.Empty(look.IconPeople, t("people.none.yet"), add)
}

// row is one place of the list.
type row struct {
	name    *kit.Text
	product *kit.Tag
	where   *kit.Text
	state   *kit.Tag
	top     *fyne.Container
	below   *fyne.Container
}

func (s *Screen) newRow() (*row, fyne.CanvasObject) {
	r := &row{
		name: kit.Body("").Strong().OneLine(), product: kit.Badge("", " ", kit.Calm),
		where: kit.Caption("").OneLine(), state: kit.Badge(look.IconClock, " ", kit.Calm),
	}
	r.top = kit.Row(kit.Grow(r.name), r.product)
	r.below = kit.Row(kit.Grow(r.where), r.state)
	return r, kit.Lines(r.top, r.below)
}

func (s *Screen) showRow(i int, r *row) {
	s.rows.showing = true
	data := s.rows.at(i)
	s.rows.showing = false
	words := s.p.Words
	if data.ID == "" {
		r.name.SetText("…")
		r.where.SetText("")
	} else {
		r.name.SetText(words.People(data.Holders))
		r.where.SetText(words.Where(data.Residence, data.Dwelling))
	}
	show(r.product, data.ID != "" && data.Product != coop.Rental)
	r.product.Set("", words.ProductShort(data.Product), kit.Calm)
	icon, text, tone := s.standing(data)
	show(r.state, text != "" && data.ID != "")
	r.state.Set(icon, text, tone)
	r.top.Refresh()
	r.below.Refresh()
}

// standing says in two words where a household stands with its visit.
func (s *Screen) standing(r coop.Row) (look.Icon, string, kit.Tone) {
	words := s.p.Words
	switch s.rules.State(r, s.p.Desk.Today()) {
	case coop.RowLeft:
		return look.IconLogOut, words.T("people.state.left"), kit.Calm
	case coop.RowComing:
		if r.Entry == "" {
			return look.IconLogIn, words.T("people.state.coming"), kit.Calm
		}
		return look.IconLogIn, words.T("people.state.coming-on", i18n.Args{"Day": s.brief(r.Entry)}), kit.Calm
	case coop.RowBooked:
		return look.IconCalendarCheck, words.T("people.state.booked", i18n.Args{"Day": s.brief(words.DayOf(r.Visit))}), kit.Accented
	case coop.RowMet:
		return look.IconCheck, words.T("people.state.met"), kit.Done
	case coop.RowLate:
		return look.IconCircleAlert, words.T("people.state.late"), kit.Late
	case coop.RowDue:
		return look.IconCalendarPlus, words.T("people.state.due"), kit.Attention
	case coop.RowSettled:
		from := s.rules.Window.Of(r.Entry).From
		return look.IconClock, words.T("people.state.settled", i18n.Args{"Day": s.brief(from)}), kit.Calm
	case coop.RowOld:
	}
	return "", "", kit.Calm
}

// brief is a day without its year, as long as nobody could take it for another year's.
func (s *Screen) brief(d coop.Day) string {
	const months = 300 // days
	if n := d.DaysSince(s.p.Desk.Today()); n > months || n < -months {
		return s.p.Words.DayShort(d)
	}
	return s.p.Words.DayBrief(d)
}
