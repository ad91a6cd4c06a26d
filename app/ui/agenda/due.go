package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// mostDue is how many of those who wait are listed beside the week; « Personnes » has them all.
const mostDue = 200

// due is the panel of those whose window is open and who have no visit, the end of the window first.
type due struct {
	screen *Screen
	count  *kit.Text
	list   *kit.TouchList
	empty  *fyne.Container
}

type dueRow struct {
	name  *kit.Text
	where *kit.Text
	until *kit.Tag
	index int
}

func newDue(s *Screen) *due {
	d := &due{screen: s, count: kit.Caption(""), empty: kit.Stack(0)}
	d.list = kit.NewTouchList(d.newRow, d.showRow)
	d.list.OnTapped = func(i int) { s.p.OnOpen(s.seen.due[i].ID) }
	return d
}

func (d *due) object() fyne.CanvasObject {
	title := kit.Lines(kit.Section(d.screen.p.Words.T("agenda.due.title")), d.count)
	return container.NewBorder(kit.Padded(look.Inset, title), nil, nil, nil, container.NewStack(d.list, d.empty))
}

func (d *due) newRow() (*dueRow, fyne.CanvasObject) {
	s := d.screen
	r := &dueRow{name: kit.Body("").Strong().OneLine(), where: kit.Caption("").OneLine(), until: kit.Badge(look.IconClock, " ", kit.Calm)}
	book := kit.SecondaryButton(s.p.Words.T("agenda.due.book"), func() {
		if r.index < len(s.seen.due) {
			s.p.OnBook(s.seen.due[r.index].ID, s.officer)
		}
	})
	return r, kit.Lines(r.name, r.where, kit.Row(r.until, kit.Spacer(), book))
}

func (d *due) showRow(i int, r *dueRow) {
	s := d.screen
	words, row := s.p.Words, s.seen.due[i]
	r.index = i
	r.name.SetText(words.People(row.Holders))
	r.where.SetText(words.Where(row.Residence, row.Dwelling))
	end := s.seen.rules.Window.Of(row.Entry).To
	switch left := end.DaysSince(s.p.Desk.Today()); {
	case left < 0:
		r.until.Set(look.IconCircleAlert, words.T("agenda.due.late", i18n.Args{"Day": words.DayBrief(end)}), kit.Late)
	case left <= hurry:
		r.until.Set(look.IconClock, words.T("agenda.due.until", i18n.Args{"Day": words.DayBrief(end)}), kit.Attention)
	default:
		r.until.Set(look.IconClock, words.T("agenda.due.until", i18n.Args{"Day": words.DayBrief(end)}), kit.Calm)
	}
}

// hurry is how many days before its end a window asks for attention.
const hurry = 14

func (d *due) show() {
	s := d.screen
	d.list.SetCount(len(s.seen.due))
	d.count.SetText(s.p.Words.N("agenda.due.count", s.seen.total))
	d.empty.RemoveAll()
	if len(s.seen.due) == 0 {
		d.empty.Add(kit.Empty(look.IconCalendarCheck, s.p.Words.T("agenda.due.none"), nil))
	}
	d.empty.Refresh()
}
