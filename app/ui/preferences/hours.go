package preferences

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// working is what the section of working hours shows.
type working struct {
	officers   []coop.Staff
	staff      map[coop.StaffID]string // names, of those who left too
	hours      map[coop.StaffID]coop.Hours
	exceptions []coop.Exception
	bridges    []coop.Day
}

// ahead is how many months of exceptions are listed.
const ahead = 24

// showHours reads and shows when the coop and each officer work.
func (s *Screen) showHours() {
	s.loadHours(func() {
		s.apart = kit.Column(s.hoursCards()...)
		s.show(s.coopWeekCard(), s.apart)
	})
}

// reloadHours reads again what was changed; what is being typed above stays.
func (s *Screen) reloadHours() {
	s.loadHours(func() {
		s.apart.Objects = s.hoursCards()
		s.apart.Refresh()
		s.body.Refresh()
	})
}

func (s *Screen) hoursCards() []fyne.CanvasObject {
	return []fyne.CanvasObject{s.officersCard(), s.exceptionsCard(), s.bridgesCard()}
}

func (s *Screen) loadHours(then func()) {
	kit.RunLatest(s.p.Run, &s.asked, s.readHours, func(k working, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.working = k
		then()
	})
}

func (s *Screen) readHours() (k working, err error) {
	ctx := context.Background()
	all, err := s.p.Desk.Staff(ctx)
	if err != nil {
		return k, err
	}
	k.staff, k.hours = map[coop.StaffID]string{}, map[coop.StaffID]coop.Hours{}
	for _, one := range all {
		k.staff[one.ID] = one.Name
		if !one.Visits() {
			continue
		}
		k.officers = append(k.officers, one)
		if k.hours[one.ID], err = s.p.Desk.Hours(ctx, one.ID); err != nil {
			return k, err
		}
	}
	if k.exceptions, err = s.p.Desk.Exceptions(ctx, s.p.Today, s.p.Today.AddMonths(ahead)); err != nil {
		return k, err
	}
	year, _, _ := s.p.Today.Date()
	for _, y := range []int{year, year + 1} {
		days, err := s.p.Desk.Bridges(ctx, y)
		if err != nil {
			return k, err
		}
		for _, d := range days {
			if d >= s.p.Today {
				k.bridges = append(k.bridges, d)
			}
		}
	}
	return k, nil
}

// coopWeekCard is the coop's usual week and its public holidays.
func (s *Screen) coopWeekCard() fyne.CanvasObject {
	w, f := s.p.Words, s.newForm()
	week := newWeekEditor(w, s.values.Rules.Week, f.touched)
	f.reads = append(f.reads, func(v *Values) bool {
		typed, ok := week.read()
		v.Rules.Week = typed
		return ok
	})
	f.kept = append(f.kept, func() { s.tellUnsettled("") })
	var places []kit.Option[coop.HolidayPlace]
	for _, p := range coop.HolidayPlaces() {
		places = append(places, kit.Option[coop.HolidayPlace]{Value: p, Words: w.T(i18n.HolidayPlaceKey(p))})
	}
	place := kit.NewSelect(w.T("preferences.hours.place"), places, func(coop.HolidayPlace) { f.touched() })
	place.Set(s.values.Rules.Place)
	f.reads = append(f.reads, func(v *Values) bool {
		if chosen, ok := place.Value(); ok {
			v.Rules.Place = chosen
		}
		return true
	})
	whit := f.flag(w.T("preferences.hours.whit"), func(v *Values) *bool { return &v.Rules.Whit })
	return kit.TitledCard(w.T("preferences.hours.coop"), nil, kit.Quiet(w.T("preferences.hours.coop.why")), week.object(),
		kit.Sides(560, 0.5, place.Object(), kit.Lines(kit.Caption(" "), kit.Row(whit, kit.Spacer()))), f.foot())
}

// officersCard lists the officers with their weeks.
func (s *Screen) officersCard() fyne.CanvasObject {
	w, list := s.p.Words, kit.Stack(0)
	for _, one := range s.working.officers {
		caption, hours := w.T("preferences.hours.same"), s.working.hours[one.ID]
		if hours.Rev > 0 {
			caption = w.T("preferences.hours.own", i18n.Args{"Minutes": w.Minutes(hours.Week.Minutes())})
		}
		list.Add(kit.NewLinkRow(look.IconPerson, one.Name, caption, func() { s.editHours(one, hours) }))
	}
	if len(s.working.officers) == 0 {
		list.Add(kit.Quiet(w.T("preferences.hours.nobody")))
	}
	return kit.TitledCard(w.T("preferences.hours.officers"), nil, kit.Quiet(w.T("preferences.hours.officers.why")), list)
}

// editHours opens the sheet of an officer's own week.
func (s *Screen) editHours(one coop.Staff, hours coop.Hours) {
	w := s.p.Words
	var sheet *kit.OpenSheet
	save := kit.PrimaryButton(w.T("preferences.save"), nil).WithIcon(look.IconCheck)
	save.Disable()
	week := newWeekEditor(w, hours.Week, func() {
		save.Enable()
		if sheet != nil {
			sheet.Fit()
		}
	})
	same := kit.QuietButton(w.T("preferences.hours.like-coop"), func() {
		week.set(s.values.Rules.Week)
		week.touched()
	}).WithIcon(look.IconBuilding)
	save.OnPressed(func() {
		typed, ok := week.read()
		if !ok {
			sheet.Fit()
			return
		}
		save.Disable()
		s.keepHours(one, coop.Hours{Staff: one.ID, Week: typed, Rev: hours.Rev}, func(err error) {
			if err == nil {
				sheet.Close()
			}
		})
	})
	sheet = kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{
		Title: w.T("preferences.hours.of", i18n.Args{"Name": one.Name}), Content: kit.Column(week.object(), kit.Row(same, kit.Spacer())), Width: 760,
		Actions: []fyne.CanvasObject{kit.SecondaryButton(w.T("kit.cancel"), func() { sheet.Close() }), save},
	})
}

func (s *Screen) keepHours(one coop.Staff, h coop.Hours, done func(error)) {
	kit.Run(s.p.Run, func() (coop.Hours, error) {
		return s.p.Desk.KeepHours(context.Background(), h)
	}, func(_ coop.Hours, err error) {
		done(err)
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.p.OnDone(s.p.Words.T("preferences.hours.kept", i18n.Args{"Name": one.Name}))
		s.reloadHours()
		s.tellUnsettled(one.ID)
	})
}

// tellUnsettled lists the booked visits of an officer, or ("") of all, that no longer fall into working hours.
func (s *Screen) tellUnsettled(officer coop.StaffID) {
	kit.Run(s.p.Run, func() ([]coop.VisitRow, error) {
		return s.p.Desk.Unsettled(context.Background(), s.p.Today, s.p.Today.AddMonths(ahead), officer)
	}, func(upon []coop.VisitRow, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.tellUpon(upon)
	})
}

// tellUpon lists the booked visits that a change comes upon: they stay where they are until somebody moves them.
func (s *Screen) tellUpon(upon []coop.VisitRow) {
	if len(upon) == 0 {
		return
	}
	w, list := s.p.Words, kit.Stack(0)
	var sheet *kit.OpenSheet
	for _, v := range upon[:min(len(upon), mostUpon)] {
		var open func()
		if s.p.OnVisit != nil {
			open = func() {
				sheet.Close()
				s.p.OnVisit(v.ID)
			}
		}
		list.Add(kit.NewLinkRow(look.IconCalendarDays, w.When(v.Start), w.T("preferences.upon.line", i18n.Args{
			"Names": w.People(v.Row.Holders), "Officer": v.OfficerName,
		}), open))
	}
	if more := len(upon) - mostUpon; more > 0 {
		list.Add(kit.Quiet(w.N("preferences.upon.more", more)))
	}
	sheet = kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{
		Title: w.N("preferences.upon", len(upon)), Content: kit.Column(kit.Body(w.T("preferences.upon.why")), list),
		Actions: []fyne.CanvasObject{kit.PrimaryButton(w.T("preferences.upon.seen"), func() { sheet.Close() })},
	})
}

// mostUpon is how many visits are listed that a change comes upon.
const mostUpon = 30
