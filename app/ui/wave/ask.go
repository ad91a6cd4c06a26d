package wave

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// form asks what a plan is made from; what a person chooses stands in the screen's asked.
type form struct {
	screen  *Screen
	size    *kit.Text
	kept    *kit.Text
	early   *kit.Text
	compute *kit.Button
}

// ask shows the form; fault says why no plan was made.
func (s *Screen) ask(fault string) {
	s.forget()
	w := s.p.Words
	parts := []fyne.CanvasObject{kit.Lines(kit.Title(w.T("wave.title")), kit.Quiet(w.T("wave.what")))}
	if fault != "" {
		parts = append(parts, note(kit.Late, look.IconCircleAlert, fault))
	}
	if s.waiting(coop.MostWaveMonths) == 0 {
		parts = append(parts, kit.Card(kit.Empty(look.IconCalendarCheck, w.T("wave.ask.nobody"), nil)))
		if len(s.start.Waves) > 0 {
			parts = append(parts, s.wavesCard())
		}
		s.show(scrolling(parts...), nil)
		return
	}
	f := &form{screen: s, size: kit.Section(""), kept: kit.Caption(""), early: kit.Caption("").Toned(kit.Attention)}
	f.compute = kit.PrimaryButton(w.T("wave.compute"), s.compute).WithIcon(look.IconCalendarDays)
	form := kit.Card(f.entries(), f.order(), f.when(), f.who())
	f.tell()
	if len(s.start.Waves) == 0 {
		parts = append(parts, form)
	} else {
		parts = append(parts, kit.Sides(sidesFrom, 0.62, form, kit.Stack(0, s.wavesCard())))
	}
	s.show(scrolling(parts...), kit.Row(kit.Grow(kit.Quiet(w.T("wave.ask.safe"))), f.compute))
}

// waiting is how many households of the entries of some months wait for their visit.
func (s *Screen) waiting(months int) int {
	if months < 1 || months > len(s.start.Sizes) {
		return 0
	}
	return s.start.Sizes[months-1]
}

// field is a labelled part of the form.
func field(label string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Stack(look.Snug, append([]fyne.CanvasObject{kit.Caption(label).Strong()}, parts...)...)
}

func (f *form) entries() fyne.CanvasObject {
	s := f.screen
	w := s.p.Words
	var options []kit.Option[int]
	for months := 1; months <= coop.MostWaveMonths; months++ {
		words := w.N("wave.ask.months", months, i18n.Args{"Size": w.N("wave.households", s.waiting(months))})
		options = append(options, kit.Option[int]{Value: months, Words: words})
	}
	months := kit.NewSelect("", options, func(n int) { s.asked.Months = n; f.tell() })
	months.Set(s.asked.Months)
	return field(w.T("wave.ask.entries"), kit.Columns(280, months.Object(), kit.Row(kit.NewIcon(look.IconPeople, kit.Accented), kit.Grow(f.size))))
}

func (f *form) order() fyne.CanvasObject {
	s := f.screen
	w := s.p.Words
	var options []kit.Option[coop.WaveOrder]
	for _, o := range coop.WaveOrders() {
		options = append(options, kit.Option[coop.WaveOrder]{Value: o, Words: w.T(i18n.WaveOrderKey(o))})
	}
	order := kit.NewChoice(options, func(o coop.WaveOrder) { s.asked.Order = o })
	order.Set(s.asked.Order)
	var shares []kit.Option[int]
	for _, percent := range []int{0, 10, 20, 30, 40, 50} {
		shares = append(shares, kit.Option[int]{Value: percent, Words: w.Percent(float64(percent) / coop.MostWaveShare)})
	}
	share := kit.NewChoice(shares, func(n int) { s.asked.Share = n; f.tell() })
	share.Set(s.asked.Share)
	return kit.Column(field(w.T("wave.ask.order"), order.Object()), field(w.T("wave.ask.share"), share.Object(), f.kept))
}

func (f *form) when() fyne.CanvasObject {
	s := f.screen
	w := s.p.Words
	day := kit.NewDayField(w, w.T("wave.ask.start"), s.p.Desk.Today(), func(d coop.Day) { s.asked.Start = d; f.tell() })
	day.Set(s.asked.Start)
	return kit.Lines(kit.Columns(280, day, kit.Stack(0)), f.early)
}

func (f *form) who() fyne.CanvasObject {
	s := f.screen
	w := s.p.Words
	var options []kit.Option[coop.StaffID]
	for _, o := range s.start.Officers {
		options = append(options, kit.Option[coop.StaffID]{Value: o.ID, Words: o.Name})
	}
	var officers *kit.Choices[coop.StaffID]
	officers = kit.NewChoices(options, func(coop.StaffID, bool) { s.asked.Officers = officers.Values(); f.tell() })
	officers.Set(s.asked.Officers...)
	most := s.start.Rules.PerDay
	days := []kit.Option[int]{{Words: w.T("wave.ask.day.rules")}}
	if most > 0 {
		days[0].Words = w.N("wave.ask.day.rule", most)
	} else {
		most = usualDay
	}
	for n := 1; n < most; n++ {
		days = append(days, kit.Option[int]{Value: n, Words: w.Number(n)})
	}
	day := kit.NewChoice(days, func(n int) { s.asked.PerDay = n; f.tell() })
	day.Set(s.asked.PerDay)
	return kit.Column(field(w.T("wave.ask.officers"), officers.Object()), field(w.T("wave.ask.day"), day.Object()))
}

// usualDay is how many visits a day are offered where the coop's rules name none.
const usualDay = 6

// tell says what follows from what was chosen, and whether a plan can be made from it.
func (f *form) tell() {
	s := f.screen
	w, asked := s.p.Words, s.asked
	n := s.waiting(asked.Months)
	f.size.SetText(w.N("wave.ask.size", n))
	room := s.room(len(asked.Officers))
	left := room * asked.Share / coop.MostWaveShare
	f.kept.SetText(w.N("wave.ask.kept", left, i18n.Args{"Room": w.Number(room)}))
	f.kept.Hidden = room == 0
	earliest := s.p.Desk.Today().Add(s.start.Rules.Post)
	f.early.SetText(w.T("wave.ask.early", i18n.Args{"Day": w.Day(earliest), "Days": s.start.Rules.Post}))
	f.early.Hidden = asked.Start == "" || asked.Start >= earliest
	if n == 0 || asked.Check() != nil {
		f.compute.Disable()
	} else {
		f.compute.Enable()
	}
	s.page.Refresh()
}

// room is how many visits some officers may have a week by the rules, 0 when the rules say nothing.
func (s *Screen) room(officers int) int {
	const workdays = 5
	week, day := s.start.Rules.PerWeek, s.start.Rules.PerDay*workdays
	if week == 0 || (day > 0 && day < week) {
		week = day
	}
	return week * officers
}
