package preferences

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// eventKinds lists the kinds of event in the order they are offered.
var eventKinds = []coop.EventKind{coop.EventAgm, coop.EventWorkshop, coop.EventSite}

// showEvents lists the coop's events to come.
func (s *Screen) showEvents() {
	kit.RunLatest(s.p.Run, &s.asked, func() ([]coop.Event, error) {
		return s.p.Desk.Events(context.Background())
	}, func(all []coop.Event, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.show(s.eventsCard(all))
	})
}

func (s *Screen) eventsCard(all []coop.Event) fyne.CanvasObject {
	w := s.p.Words
	add := kit.PrimaryButton(w.T("preferences.events.add"), func() { s.editEvent(coop.Event{Kind: coop.EventAgm}) }).WithIcon(look.IconPlus)
	if len(all) == 0 {
		return kit.TitledCard(w.T("preferences.events"), nil, kit.Empty(look.IconMegaphone, w.T("preferences.events.none"), add))
	}
	list := kit.Stack(0)
	for _, e := range all {
		caption := w.DayLong(e.Day)
		if hour := s.hour(e); hour != "" {
			caption = w.T("preferences.events.at", i18n.Args{"Day": caption, "Hour": hour})
		}
		if e.Place != "" {
			caption = w.T("preferences.events.row", i18n.Args{"Day": caption, "Place": e.Place})
		}
		list.Add(kit.NewLinkRow(look.IconMegaphone, e.Title, caption, func() { s.editEvent(e) }))
	}
	return kit.TitledCard(w.T("preferences.events"), add, kit.Quiet(w.T("preferences.events.why")), list)
}

// hour is when an event begins, in words, "" when it is not known.
func (s *Screen) hour(e coop.Event) string {
	if minutes, ok := coop.HourMinutes(e.Hour); ok {
		return s.p.Words.Clock(minutes)
	}
	return e.Hour
}

func (s *Screen) editEvent(e coop.Event) {
	w := s.p.Words
	options := []kit.Option[coop.EventKind]{}
	for _, k := range eventKinds {
		options = append(options, kit.Option[coop.EventKind]{Value: k, Words: w.T(i18n.EventKindKey(k))})
	}
	kind := kit.NewChoice(options, nil)
	kind.Set(e.Kind)
	title := kit.NewField(w.T("preferences.events.title"), e.Title, nil)
	place := kit.NewField(w.T("preferences.events.place"), e.Place, nil)
	hour := kit.NewField(w.T("preferences.events.hour"), s.hour(e), nil).WithHint(w.T("preferences.events.hour.hint"))
	day := kit.NewDayField(w, w.T("preferences.events.day"), s.p.Today, nil)
	day.Set(e.Day)
	var sheet *kit.OpenSheet
	save := kit.PrimaryButton(w.T("preferences.save"), func() {
		changed := e
		changed.Kind, _ = kind.Value()
		changed.Title, changed.Place = title.Text(), place.Text()
		on, ok := day.Day()
		if !ok {
			day.SetError(w.T("preferences.events.day.wrong"))
			return
		}
		changed.Day = on
		if changed.Hour, ok = coop.ReadHour(hour.Text()); !ok {
			hour.SetError(w.T("preferences.events.hour.wrong"))
			return
		}
		s.keepEvent(changed, sheet)
	})
	sheet = kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{
		Title:   w.T("preferences.events.edit"),
		Content: kit.Column(kit.Lines(kit.Caption(w.T("preferences.events.kind")).Strong(), kind.Object()), title, day, hour, place),
		First:   title.Focusable(),
		Actions: []fyne.CanvasObject{kit.SecondaryButton(w.T("kit.cancel"), func() { sheet.Close() }), save},
	})
}

func (s *Screen) keepEvent(e coop.Event, sheet *kit.OpenSheet) {
	kit.Run(s.p.Run, func() (coop.Event, error) {
		return e, s.p.Desk.KeepEvent(context.Background(), e)
	}, func(_ coop.Event, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		sheet.Close()
		s.p.OnDone(s.p.Words.T("preferences.saved"))
		s.showEvents()
	})
}
