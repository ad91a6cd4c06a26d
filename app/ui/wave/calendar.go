package wave

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// The days of a week that the calendar shows: five, or as many as have visits.
const (
	workdays = 5
	weekDays = 7
)

// weekWidth is what the name of a week takes of its row.
const (
	weekWidth float32 = 200
	mostWeek  float32 = 0.3 // of the row, with large letters
)

// calendar is the coming weeks, one a row, with what each officer has on each day.
func (s *Screen) calendar() fyne.CanvasObject {
	weeks, days := s.plan.Weeks, s.days()
	if len(weeks) == 0 {
		return kit.Empty(look.IconCalendarDays, s.p.Words.T("wave.plan.none"), nil)
	}
	counts := s.counts()
	list := kit.NewTouchList(func() (*weekRow, fyne.CanvasObject) { return s.newWeekRow(days) },
		func(i int, r *weekRow) { r.show(weeks[i], counts) })
	list.OnTapped = func(i int) { s.openWeek(weeks[i].Monday) }
	list.SetCount(len(weeks))
	if first := slices.IndexFunc(weeks, func(w coop.WeekTotal) bool { return w.Planned > 0 }); first > 0 {
		list.ScrollTo(first) // the weeks before are only there to compare
	}
	head := []fyne.CanvasObject{kit.Stack(0)}
	for i := range days {
		day := coop.Day("2026-11-23").Add(i) // a Monday
		head = append(head, kit.Caption(s.p.Words.Weekday(day.Weekday())).Strong().OneLine())
	}
	names := kit.PaddedXY(look.Inset, look.Snug, container.New(weekLayout{}, head...))
	top := kit.Sides(640, 0.54, s.legend(), kit.Row(kit.Spacer(), kit.Sized(scaled(whenWidth), 0, s.when())))
	return container.NewBorder(kit.Stack(0, kit.PaddedXY(look.Inset, look.Snug, top), names, kit.NewRule()), nil, nil, nil, list)
}

// whenWidth has room for both words of when.
const whenWidth float32 = 316

// when chooses between the diary of today and the one with the wave.
func (s *Screen) when() fyne.CanvasObject {
	w := s.p.Words
	when := kit.NewChoice([]kit.Option[bool]{
		{Value: false, Words: w.T("wave.before"), Icon: look.IconHistory},
		{Value: true, Words: w.T("wave.after"), Icon: look.IconCalendarPlus},
	}, func(after bool) { s.planned.after = after; s.showPlan() })
	when.Set(s.planned.after)
	return when.Object()
}

// days is how many days of a week are shown.
func (s *Screen) days() int {
	n := workdays
	for _, v := range s.plan.Visits {
		day := s.p.Words.DayOf(v.Start)
		n = max(n, day.DaysSince(day.Monday())+1)
	}
	return min(n, weekDays)
}

// onDay is one day of an officer.
type onDay struct {
	officer coop.StaffID
	day     coop.Day
}

// counts are the plan's visits of each officer's days.
func (s *Screen) counts() map[onDay]int {
	counts := map[onDay]int{}
	for _, v := range s.plan.Visits {
		counts[onDay{v.Officer, s.p.Words.DayOf(v.Start)}]++
	}
	return counts
}

// legend says whose the colours are, and what the figures mean.
func (s *Screen) legend() fyne.CanvasObject {
	w := s.p.Words
	flow := kit.Flow()
	for _, c := range s.planned.crew {
		one := newPill(s)
		one.set(c, i18n.Initials(c.Name), "")
		flow.Add(kit.RowOf(look.Tight, one, kit.Caption(c.Name).Whole()))
	}
	text := w.T("wave.legend.before")
	if s.planned.after {
		text = w.T("wave.legend.after")
	}
	flow.Add(kit.Caption(text).Whole())
	return flow
}

// weekRow is one week of the calendar.
type weekRow struct {
	screen *Screen
	name   *kit.Text
	wave   *kit.Text
	room   *kit.Text
	meter  *kit.Meter
	cells  []*dayCell
}

func (s *Screen) newWeekRow(days int) (*weekRow, fyne.CanvasObject) {
	r := &weekRow{screen: s, name: kit.Body(" ").Strong().OneLine(), wave: kit.Caption(" ").OneLine(), room: kit.Caption(" ").OneLine(), meter: kit.NewMeter()}
	objects := []fyne.CanvasObject{kit.Lines(r.name, r.meter, r.wave, r.room)}
	for range days {
		cell := newDayCell(s)
		r.cells = append(r.cells, cell)
		objects = append(objects, cell)
	}
	return r, container.New(weekLayout{}, objects...)
}

func (r *weekRow) show(week coop.WeekTotal, counts map[onDay]int) {
	s := r.screen
	w := s.p.Words
	r.name.SetText(w.T("wave.week", i18n.Args{"Day": w.DayBrief(week.Monday)}))
	wave, taken := w.N("wave.week.booked", week.Booked), week.Booked
	if s.planned.after {
		taken += week.Planned
		wave = w.N("wave.week.wave", week.Planned, i18n.Args{"Booked": week.Booked})
	}
	r.wave.SetText(wave)
	r.room.SetText(w.N("wave.week.room", week.Room))
	r.meter.SetMark(0)
	if week.Room > 0 {
		r.meter.Set(min(float32(taken)/float32(week.Room), 1), kit.Accented)
		if s.planned.after && week.Booked > 0 {
			r.meter.SetMark(min(float32(week.Booked)/float32(week.Room), 1))
		}
	} else {
		r.meter.Set(0, kit.Calm)
	}
	for i, cell := range r.cells {
		cell.show(week.Monday.Add(i), counts)
	}
}

// weekLayout puts the name of a week at its head and its days beside it, equally wide.
type weekLayout struct{}

const cellGap float32 = 6

func (weekLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var height float32
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(weekWidth+float32(len(objects)-1)*leastCell, height)
}

func (weekLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) < 2 {
		return
	}
	named := min(scaled(weekWidth), size.Width*mostWeek)
	place(objects[0], 0, 0, named-look.Snug, size.Height)
	each := (size.Width - named) / float32(len(objects)-1)
	for i, o := range objects[1:] {
		place(o, named+float32(i)*each, 0, each-cellGap, size.Height)
	}
}

func place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
