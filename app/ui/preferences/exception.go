package preferences

import (
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
)

// exceptionForm is the sheet that adds an exception.
type exceptionForm struct {
	screen *Screen
	kind   *kit.Choice[coop.ExceptionKind]
	who    *kit.Select[coop.StaffID]
	from   *kit.DayField
	to     *kit.DayField
	whole  *kit.Chip
	begins *kit.HourField
	ends   *kit.HourField
	hours  fyne.CanvasObject
	weekly *kit.Chip
	label  *kit.Field
	fault  *kit.Text
	box    *fyne.Container
	sheet  *kit.OpenSheet
}

func (s *Screen) addException() {
	w := s.p.Words
	f := &exceptionForm{screen: s, fault: kit.Body("").Toned(kit.Late)}
	f.fault.Hide()
	var kinds []kit.Option[coop.ExceptionKind]
	for _, k := range coop.ExceptionKinds() {
		kinds = append(kinds, kit.Option[coop.ExceptionKind]{Value: k, Words: w.T(i18n.ExceptionKey(k)), Icon: exceptionIcons[k]})
	}
	f.kind = kit.NewChoice(kinds, func(coop.ExceptionKind) { f.arrange() })
	f.kind.Set(coop.StaffAway)
	var officers []kit.Option[coop.StaffID]
	for _, one := range s.working.officers {
		officers = append(officers, kit.Option[coop.StaffID]{Value: one.ID, Words: one.Name})
	}
	f.who = kit.NewSelect(w.T("preferences.exception.who"), officers, nil).WithPlaceholder(w.T("preferences.exception.who.choose"))
	if len(officers) == 1 {
		f.who.Set(officers[0].Value)
	}
	f.from = kit.NewDayField(w, w.T("preferences.exception.from"), s.p.Today, nil)
	f.to = kit.NewDayField(w, w.T("preferences.exception.to"), s.p.Today, nil).WithHint(w.T("preferences.exception.to.hint"))
	f.whole = kit.NewChip(w.T("preferences.exceptions.whole"), true, func(bool) { f.arrange() })
	f.weekly = kit.NewChip(w.T("preferences.exception.weekly"), false, func(bool) { f.arrange() })
	f.begins = kit.NewHourField(w, w.T("preferences.exception.begins"), 15, nil)
	f.ends = kit.NewHourField(w, w.T("preferences.exception.ends"), 15, nil)
	f.hours = kit.Columns(narrowField, f.begins, f.ends)
	f.label = kit.NewField(w.T("preferences.exception.label"), "", nil).WithHint(w.T("preferences.exception.label.hint"))
	f.open()
}

func (f *exceptionForm) open() {
	w := f.screen.p.Words
	f.box = kit.Column(f.kind.Object(), f.who.Object(), kit.Columns(narrowField, f.from, f.to), kit.Flow(f.whole, f.weekly), f.hours, f.label, f.fault)
	save := kit.PrimaryButton(w.T("preferences.exceptions.keep"), nil)
	save.OnPressed(func() {
		e, ok := f.read()
		if !ok {
			return
		}
		save.Disable()
		f.screen.takeException(e, func(err error) {
			save.Enable()
			if err != nil {
				f.say(w.Error(err))
				return
			}
			f.sheet.Close()
		})
	})
	f.arrange()
	f.sheet = kit.ShowSheet(f.screen.p.Window.Canvas(), w, kit.Sheet{
		Title: w.T("preferences.exception.title"), Content: f.box, Width: 620,
		Actions: []fyne.CanvasObject{kit.SecondaryButton(w.T("kit.cancel"), func() { f.sheet.Close() }), save},
	})
}

// arrange shows the fields that the kind asks for: meetings and extra hours have hours, the coop has no officer.
func (f *exceptionForm) arrange() {
	kind, _ := f.kind.Value()
	hourly := kind == coop.Meeting || kind == coop.ExtraHours
	f.whole.Hidden = hourly
	f.weekly.Hidden = kind.OfCoop()
	f.hours = visible(f.hours, hourly || !f.whole.On())
	visible(f.who.Object(), !kind.OfCoop())
	f.fault.Hide()
	if f.box != nil {
		f.box.Refresh()
	}
	if f.sheet != nil {
		f.sheet.Fit()
	}
}

func visible(o fyne.CanvasObject, yes bool) fyne.CanvasObject {
	if yes {
		o.Show()
	} else {
		o.Hide()
	}
	return o
}

// read is the exception as it is typed; what is missing is said in its place.
func (f *exceptionForm) read() (e coop.Exception, ok bool) {
	w := f.screen.p.Words
	e.Kind, _ = f.kind.Value()
	if !e.Kind.OfCoop() {
		e.Staff, _ = f.who.Value()
		e.Weekly = f.weekly.On()
	}
	if e.From, ok = f.from.Day(); !ok {
		f.from.SetError(w.T("preferences.events.day.wrong"))
		return e, false
	}
	if e.To, ok = f.to.Day(); !ok {
		e.To = e.From
		if e.Weekly {
			f.to.SetError(w.T("preferences.exception.until"))
			return e, false
		}
	}
	if f.hours.Visible() {
		e.Span.From, ok = f.begins.Minutes()
		if !ok {
			f.begins.SetError(w.T("kit.hour.unreadable"))
			return e, false
		}
		if e.Span.To, ok = f.ends.Minutes(); !ok {
			f.ends.SetError(w.T("kit.hour.unreadable"))
			return e, false
		}
	}
	e.Label = strings.TrimSpace(f.label.Text())
	return e, true
}

func (f *exceptionForm) say(text string) {
	f.fault.SetText(text)
	f.fault.Show()
	f.box.Refresh()
	f.sheet.Fit()
}
