package agenda

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// mostDue is how many of those who wait are listed beside the diary; « Personnes » has them all.
const mostDue = 1000

// due is the panel of those whose window is open and who have no visit, the end of the window first.
type due struct {
	screen *Screen
	count  *kit.Text
	slim   *kit.TouchList // beside the diary
	wide   *kit.TouchList // below it
	empty  *fyne.Container
	lists  *fyne.Container
	grips  bool // there is a grid to drag onto
}

type dueRow struct {
	name, where, why, wishes *kit.Text
	until                    *kit.Tag
	grip                     *grip
	index                    int
}

func newDue(s *Screen) *due {
	d := &due{screen: s, count: kit.Caption(""), empty: kit.Stack(0)}
	d.slim = kit.NewTouchList(func() (*dueRow, fyne.CanvasObject) { return d.newRow(false) }, d.showRow)
	d.wide = kit.NewTouchList(func() (*dueRow, fyne.CanvasObject) { return d.newRow(true) }, d.showRow)
	open := func(i int) { s.p.OnOpen(s.queue.owing[i].ID) }
	d.slim.OnTapped, d.wide.OnTapped = open, open
	d.lists = container.New(d, d.slim, d.wide, d.empty)
	return d
}

// dueWide is the width, at the usual text size, from which the panel has room for everything of a row on one line.
const dueWide float32 = 600

// MinSize implements fyne.Layout.
func (d *due) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, 100) }

// Layout implements fyne.Layout: the rows stand in one line where there is room.
func (d *due) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	wide := size.Width >= look.Scaled(dueWide)
	set(d.slim, !wide)
	set(d.wide, wide)
	for _, o := range objects {
		put(o, 0, 0, size.Width, size.Height)
	}
}

func (d *due) object() fyne.CanvasObject {
	title := kit.Lines(kit.Section(d.screen.p.Words.T("agenda.due.title")), d.count)
	if wave := d.screen.p.OnWave; wave != nil {
		prepare := kit.SecondaryButton(d.screen.p.Words.T("wave.prepare"), wave).WithIcon(look.IconCalendarPlus)
		title = container.New(&dueHead{}, title, prepare)
	}
	return container.NewBorder(kit.Padded(look.Inset, title), nil, nil, nil, d.lists)
}

// dueHead puts the panel's button at the end of its title where there is room, else below.
type dueHead struct{ wide bool }

// MinSize implements fyne.Layout.
func (l *dueHead) MinSize(objects []fyne.CanvasObject) fyne.Size {
	title, button := objects[0].MinSize(), objects[1].MinSize()
	if l.wide {
		return fyne.NewSize(button.Width, max(title.Height, button.Height))
	}
	return fyne.NewSize(button.Width, title.Height+look.Snug+button.Height)
}

// Layout implements fyne.Layout.
func (l *dueHead) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	button := objects[1].MinSize()
	l.wide = size.Width+2*look.Inset >= look.Scaled(dueWide)
	title := objects[0].MinSize().Height
	if l.wide {
		put(objects[0], 0, 0, size.Width-button.Width-look.Snug, title)
		put(objects[1], size.Width-button.Width, 0, button.Width, button.Height)
		return
	}
	put(objects[0], 0, 0, size.Width, title)
	put(objects[1], 0, title+look.Snug, button.Width, button.Height)
}

func (d *due) newRow(wide bool) (*dueRow, fyne.CanvasObject) {
	s := d.screen
	t := s.p.Words.T
	line := func() *kit.Text { return kit.Caption(" ").OneLine() }
	r := &dueRow{name: kit.Body(" ").Strong().OneLine(), where: line(), why: line(), wishes: line(), until: kit.Badge(look.IconClock, " ", kit.Calm)}
	r.grip = newGrip(s, r)
	chosen := func(do func(coop.HouseholdID, coop.StaffID)) func() {
		return func() {
			if r.index < len(s.queue.owing) {
				do(s.queue.owing[r.index].ID, s.page.officer)
			}
		}
	}
	buttons := kit.Row()
	if s.p.OnPropose != nil {
		buttons.Add(kit.SecondaryButton(t("agenda.due.propose"), chosen(s.p.OnPropose)))
	}
	buttons.Add(kit.SecondaryButton(t("agenda.due.book"), chosen(s.p.OnBook)))
	if wide {
		return r, kit.Row(kit.Grow(kit.Stack(0, r.name, r.where, r.why, r.wishes)), r.until, buttons, r.grip)
	}
	head := kit.TopRow(0, kit.Grow(kit.Stack(2, r.name, r.where, r.why)), r.grip)
	return r, kit.Stack(2, head, kit.PaddedXY(0, 2, kit.Row(r.until, kit.Grow(r.wishes))), buttons)
}

func (d *due) showRow(i int, r *dueRow) {
	s := d.screen
	words, row := s.p.Words, &s.queue.owing[i]
	r.index = i
	r.grip.Hidden = !d.grips
	r.name.SetText(words.People(row.Holders))
	r.where.SetText(words.Where(row.Residence, row.Dwelling))
	since := row.Entry
	if !row.LastAt.IsZero() {
		since = words.DayOf(row.LastAt)
	}
	r.why.SetText(words.T("agenda.due.why", i18n.Args{"Why": words.T(i18n.DueReasonKey(row.Why())), "Day": words.DayShort(since)}))
	r.wishes.SetText(s.wishes(row.Prefers, row.Language, row.Wishes))
	end := s.base.rules.Window.Of(row.Entry).To
	switch left := end.DaysSince(s.p.Desk.Today()); {
	case left < 0:
		r.until.Set(look.IconCircleAlert, words.T("agenda.due.late", i18n.Args{"Day": words.DayBrief(end)}), kit.Late)
	case left <= hurry:
		r.until.Set(look.IconClock, words.T("agenda.due.until", i18n.Args{"Day": words.DayBrief(end)}), kit.Attention)
	default:
		r.until.Set(look.IconClock, words.T("agenda.due.until", i18n.Args{"Day": words.DayBrief(end)}), kit.Calm)
	}
}

// choose shows the grips where there is a grid to drag onto.
func (d *due) choose() {
	if grips := d.screen.body.grid.Visible(); grips != d.grips {
		d.grips = grips
		d.slim.Refresh()
		d.wide.Refresh()
	}
}

// hurry is how many days before its end a window asks for attention.
const hurry = 14

func (d *due) show() {
	s := d.screen
	d.slim.SetCount(len(s.queue.owing))
	d.wide.SetCount(len(s.queue.owing))
	d.count.SetText(s.p.Words.N("agenda.due.count", s.queue.total))
	d.empty.RemoveAll()
	if len(s.queue.owing) == 0 {
		d.empty.Add(kit.Empty(look.IconCalendarCheck, s.p.Words.T("agenda.due.none"), nil))
	}
	d.empty.Refresh()
}
