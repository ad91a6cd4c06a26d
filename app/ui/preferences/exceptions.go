package preferences

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// exceptionIcons show what differs from the usual week.
var exceptionIcons = map[coop.ExceptionKind]look.Icon{
	coop.StaffAway: look.IconLogOut, coop.Meeting: look.IconUsers, coop.ExtraHours: look.IconTimer,
	coop.CoopClosed: look.IconCircleSlash, coop.BridgeDay: look.IconSun,
}

// mostExceptions is how many exceptions are shown before one asks for all.
const mostExceptions = 20

// exceptionsCard lists what differs from the usual weeks, with the way to add and to take away.
func (s *Screen) exceptionsCard() fyne.CanvasObject {
	w := s.p.Words
	add := kit.PrimaryButton(w.T("preferences.exceptions.add"), func() { s.addException() }).WithIcon(look.IconPlus)
	list := kit.Stack(0)
	s.fillExceptions(list, mostExceptions)
	return kit.TitledCard(w.T("preferences.exceptions"), add, kit.Quiet(w.T("preferences.exceptions.why")), list)
}

func (s *Screen) fillExceptions(list *fyne.Container, most int) {
	list.RemoveAll()
	all := s.working.exceptions
	for _, e := range all[:min(len(all), most)] {
		list.Add(s.exceptionRow(e))
	}
	if len(all) == 0 {
		list.Add(kit.Quiet(s.p.Words.T("preferences.exceptions.none")))
	}
	if more := len(all) - most; more > 0 {
		list.Add(kit.Row(kit.QuietButton(s.p.Words.N("preferences.exceptions.more", more), func() {
			s.fillExceptions(list, len(all))
			s.body.Refresh()
		}), kit.Spacer()))
	}
	list.Refresh()
}

func (s *Screen) exceptionRow(e coop.Exception) fyne.CanvasObject {
	what := s.exceptionName(e)
	away := kit.IconButton(look.IconTrash, s.p.Words.T("preferences.exceptions.remove", i18n.Args{"What": what}), func() { s.removeException(e) })
	return kit.NewLinkRow(exceptionIcons[e.Kind], what, s.exceptionLine(e), nil).WithTrailing(away)
}

// exceptionName says what it is and whose, « Absence · Karim Haddad ».
func (s *Screen) exceptionName(e coop.Exception) string {
	kind := s.p.Words.T(i18n.ExceptionKey(e.Kind))
	if e.Staff == "" {
		return kind
	}
	return s.p.Words.T("preferences.exceptions.row", i18n.Args{"Kind": kind, "Name": s.working.staff[e.Staff]})
}

// exceptionLine says when, and what it is called.
func (s *Screen) exceptionLine(e coop.Exception) string {
	w := s.p.Words
	text := w.DayLong(e.From)
	args := i18n.Args{"From": text, "To": w.DayLong(e.To), "Weekday": w.Weekday(e.From.Weekday())}
	switch {
	case e.Weekly:
		text = w.T("preferences.exceptions.weekly", args)
	case e.From != e.To:
		text = w.T("preferences.exceptions.days", args)
	}
	hours := w.T("preferences.exceptions.whole")
	if !e.Span.Whole() {
		hours = w.T("preferences.exceptions.hours", i18n.Args{"From": w.Clock(e.Span.From), "To": w.Clock(e.Span.To)})
	}
	return joined(text, hours, e.Label)
}

// takeException keeps an exception and says what it comes upon.
func (s *Screen) takeException(e coop.Exception, done func(error)) {
	type added struct {
		exception coop.Exception
		upon      []coop.VisitRow
	}
	kit.Run(s.p.Run, func() (a added, err error) {
		a.exception, a.upon, err = s.p.Desk.AddException(context.Background(), e)
		return a, err
	}, func(a added, err error) {
		done(err)
		if err != nil {
			return
		}
		s.p.OnUndo(s.p.Words.T("preferences.exceptions.added", i18n.Args{"What": s.exceptionName(e)}), func() { s.dropException(a.exception) })
		s.reloadHours()
		s.tellUpon(a.upon)
	})
}

// dropException takes back an exception that was just added.
func (s *Screen) dropException(e coop.Exception) {
	s.remove(e, func(coop.Exception) {
		s.p.OnDone(s.p.Words.T("preferences.exceptions.removed", i18n.Args{"What": s.exceptionName(e)}))
	})
}

// removeException takes an exception away and offers to put it back.
func (s *Screen) removeException(e coop.Exception) {
	s.remove(e, func(gone coop.Exception) {
		s.p.OnUndo(s.p.Words.T("preferences.exceptions.removed", i18n.Args{"What": s.exceptionName(e)}), func() {
			s.takeException(gone, s.failed)
		})
	})
}

func (s *Screen) remove(e coop.Exception, done func(coop.Exception)) {
	kit.Run(s.p.Run, func() (coop.Exception, error) {
		return s.p.Desk.RemoveException(context.Background(), e.ID)
	}, func(gone coop.Exception, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		done(gone)
		s.reloadHours()
	})
}

// failed says what went wrong, nil for nothing.
func (s *Screen) failed(err error) {
	if err != nil {
		s.p.OnError(err)
	}
}

// bridgesCard offers the days off between a holiday and a weekend of this year and the next.
func (s *Screen) bridgesCard() fyne.CanvasObject {
	w, list := s.p.Words, kit.Stack(look.Tight)
	for _, day := range s.working.bridges {
		take := kit.SecondaryButton(w.T("preferences.bridges.take"), nil)
		take.OnPressed(func() {
			take.Disable()
			s.takeException(coop.Exception{Kind: coop.BridgeDay, From: day, To: day}, s.failed)
		})
		list.Add(kit.Row(kit.NewIcon(look.IconSun, kit.Calm), kit.Grow(kit.Body(capital(w.DayLong(day)))), take))
	}
	if len(s.working.bridges) == 0 {
		list.Add(kit.Quiet(w.T("preferences.bridges.none")))
	}
	return kit.TitledCard(w.T("preferences.bridges"), nil, kit.Quiet(w.T("preferences.bridges.why")), list)
}

// joined puts what is known beside each other.
func joined(parts ...string) string {
	known := slices.DeleteFunc(slices.Clone(parts), func(p string) bool { return p == "" })
	return strings.Join(known, " · ")
}
