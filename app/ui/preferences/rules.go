package preferences

import (
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// The widths from which fields of a form stand beside each other.
const (
	narrowField float32 = 180
	slimField   float32 = 130
)

// rulesForm is when visits are owed, how they are booked, and where they are shown besides.
func (s *Screen) rulesForm() fyne.CanvasObject {
	w, f := s.p.Words, s.newForm()
	number := func(key string, at func(*Values) *int) fyne.CanvasObject { return f.number(w.T(key), at) }
	window := kit.TitledCard(w.T("preferences.rules.window"), nil,
		kit.Quiet(w.T("preferences.rules.window.why")),
		kit.Columns(narrowField,
			number("preferences.rules.from", func(v *Values) *int { return &v.Rules.Window.From }),
			number("preferences.rules.aim", func(v *Values) *int { return &v.Rules.Window.Aim }),
			number("preferences.rules.to", func(v *Values) *int { return &v.Rules.Window.To }),
		),
		f.number(w.T("preferences.rules.backlog"), func(v *Values) *int { return &v.Rules.Backlog }).WithHint(w.T("preferences.rules.backlog.hint")),
	)
	limits := kit.TitledCard(w.T("preferences.rules.limits"), nil, kit.Quiet(w.T("preferences.rules.limits.why")), kit.Columns(narrowField,
		number("preferences.rules.day", func(v *Values) *int { return &v.Rules.PerDay }),
		number("preferences.rules.week", func(v *Values) *int { return &v.Rules.PerWeek }),
	))
	minutes := kit.TitledCard(w.T("preferences.rules.minutes"), nil, kit.Columns(narrowField,
		number("preferences.rules.counter", func(v *Values) *int { return &v.CounterMinutes }),
	))
	target := kit.TitledCard(w.T("preferences.rules.target"), nil,
		f.number(w.T("preferences.rules.target.visits"), func(v *Values) *int { return &v.Target }).WithHint(w.T("preferences.rules.target.hint")))
	return kit.Column(window, s.kindsCard(f), s.noticeCard(f), limits, minutes, target, s.mapCard(f), s.calendarCard(f), f.foot())
}

// kindsCard is where visits are made, how long they last and how much travel is kept free around them.
func (s *Screen) kindsCard(f *form) fyne.CanvasObject {
	w := s.p.Words
	card := kit.Column()
	for i, rule := range s.values.Rules.Kinds {
		at := func(v *Values) *coop.KindRule { return &v.Rules.Kinds[i] }
		place := w.T(i18n.PlaceKey(rule.Place))
		field := func(key string, part func(*coop.KindRule) *int) fyne.CanvasObject {
			label := w.T(key)
			return f.number(label, func(v *Values) *int { return part(at(v)) }).
				Named(w.T("preferences.rules.kind.field", i18n.Args{"Place": place, "What": label}))
		}
		allowed := f.flag(w.T("preferences.rules.kind.allowed"), func(v *Values) *bool { return &at(v).Allowed })
		fields := kit.Columns(slimField, field("preferences.rules.kind.minutes", func(r *coop.KindRule) *int { return &r.Minutes }))
		if rule.Place == coop.AtHome || rule.Before > 0 || rule.After > 0 {
			fields.Add(field("preferences.rules.kind.before", func(r *coop.KindRule) *int { return &r.Before }))
			fields.Add(field("preferences.rules.kind.after", func(r *coop.KindRule) *int { return &r.After }))
		}
		if i > 0 {
			card.Add(kit.NewRule())
		}
		card.Add(kit.Row(kit.NewIcon(placeIcons[rule.Place], kit.Calm), kit.Grow(kit.Body(place).Strong()), allowed))
		card.Add(fields)
	}
	return kit.TitledCard(w.T("preferences.rules.kinds"), nil, kit.Quiet(w.T("preferences.rules.kinds.why")), card)
}

var placeIcons = map[coop.Place]look.Icon{coop.AtHome: look.IconHouse, coop.AtOffice: look.IconBuilding, coop.ByPhone: look.IconPhone}

// noticeCard is how long before a visit a household is told and reminded.
func (s *Screen) noticeCard(f *form) fyne.CanvasObject {
	w := s.p.Words
	return kit.TitledCard(w.T("preferences.rules.booking"), nil, kit.Columns(pair,
		f.number(w.T("preferences.rules.post"), func(v *Values) *int { return &v.Rules.Post }).WithHint(w.T("preferences.rules.notice.hint")),
		f.number(w.T("preferences.rules.notice"), func(v *Values) *int { return &v.Rules.Notice }).WithHint(w.T("preferences.rules.notice.hint")),
		f.number(w.T("preferences.rules.agreed"), func(v *Values) *int { return &v.Rules.Agreed }).WithHint(w.T("preferences.rules.agreed.hint")),
		f.number(w.T("preferences.rules.remind"), func(v *Values) *int { return &v.Rules.Remind }).WithHint(w.T("preferences.rules.remind.hint")),
	))
}

// mapCard is what the code printed beside an address opens.
func (s *Screen) mapCard(f *form) fyne.CanvasObject {
	w := s.p.Words
	names := []string{w.T("preferences.map.page"), w.T("preferences.map.phone")}
	var options []kit.Option[string]
	for i, link := range s.p.MapLinks {
		if i < len(names) {
			options = append(options, kit.Option[string]{Value: link, Words: names[i], Icon: look.IconMapPin})
		}
	}
	if !slices.Contains(s.p.MapLinks, s.values.MapLink) {
		options = append(options, kit.Option[string]{Value: s.values.MapLink, Words: s.values.MapLink})
	}
	link := kit.NewChoice(options, func(string) { f.touched() })
	link.Set(s.values.MapLink)
	f.reads = append(f.reads, func(v *Values) bool {
		if chosen, ok := link.Value(); ok {
			v.MapLink = chosen
		}
		return true
	})
	return kit.TitledCard(w.T("preferences.map"), nil, kit.Quiet(w.T("preferences.map.why")), link.Object())
}

// alarms are the minutes before a visit at which the office calendar may ring; 0 is never.
var alarms = []int{0, 10, 15, 30, 60, 120, 24 * 60}

// calendarCard is what the office calendar is told.
func (s *Screen) calendarCard(f *form) fyne.CanvasObject {
	w := s.p.Words
	var options []kit.Option[int]
	offered := alarms
	if !slices.Contains(alarms, s.values.Alarm) {
		offered = append(slices.Clone(alarms), s.values.Alarm)
	}
	for _, m := range offered {
		words := w.T("preferences.calendar.alarm.before", i18n.Args{"Minutes": w.Minutes(m)})
		if m == 0 {
			words = w.T("preferences.calendar.alarm.never")
		}
		options = append(options, kit.Option[int]{Value: m, Words: words})
	}
	alarm := kit.NewSelect(w.T("preferences.calendar.alarm"), options, func(int) { f.touched() })
	alarm.Set(s.values.Alarm)
	f.reads = append(f.reads, func(v *Values) bool {
		v.Alarm, _ = alarm.Value()
		return true
	})
	return kit.TitledCard(w.T("preferences.calendar"), nil, alarm.Object(), s.feed(f))
}

// feed is the folder in which the office calendar's files are kept up to date.
func (s *Screen) feed(f *form) fyne.CanvasObject {
	w, folder := s.p.Words, s.values.Feed
	where := kit.Body("")
	none := kit.QuietButton(w.T("preferences.calendar.feed.none"), nil)
	show := func() {
		where.SetText(folder)
		if folder == "" {
			where.SetText(w.T("preferences.calendar.feed.empty"))
		}
		none.Hidden = folder == ""
		none.Refresh()
	}
	take := func(path string) {
		folder = path
		f.touched()
		show()
	}
	none.OnPressed(func() { take("") })
	choose := kit.SecondaryButton(w.T("preferences.calendar.feed.choose"), func() { s.p.ChooseFolder(take) }).WithIcon(look.IconFolderOpen)
	show()
	f.reads = append(f.reads, func(v *Values) bool {
		v.Feed = folder
		return true
	})
	return kit.Lines(kit.Caption(w.T("preferences.calendar.feed")).Strong(), where, kit.Caption(w.T("preferences.calendar.feed.why")), kit.Flow(choose, none))
}
