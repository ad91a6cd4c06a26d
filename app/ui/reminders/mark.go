package reminders

import (
	"context"
	"slices"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// marks are the ways in which somebody is reminded, in the order they are offered.
var marks = []coop.Channel{coop.ByCall, coop.ByMail, coop.ByPost}

// marked says that somebody was reminded, as a thing done.
var marked = map[coop.Channel]struct {
	key  string
	icon look.Icon
}{
	coop.ByCall: {"visit.remind.call", look.IconPhone},
	coop.ByMail: {"visit.remind.mail", look.IconSend},
	coop.ByPost: {"visit.remind.post", look.IconMail},
}

// mark notes that a household was reminded, and that it confirmed if it said so.
func (s *Screen) mark(stop coop.Stop, how coop.Channel, confirmed bool) {
	v := stop.Visit
	confirmed = confirmed && v.Confirmed.IsZero()
	kit.Run(s.p.Run, func() (struct{}, error) {
		ctx := context.Background()
		if _, err := s.p.Desk.RemindVisit(ctx, s.p.Actor(), v.ID, how); err != nil || !confirmed {
			return struct{}{}, err
		}
		_, err := s.p.Desk.ConfirmVisit(ctx, s.p.Actor(), v.ID, true)
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		if err != nil {
			s.failed(err)
			return
		}
		args := i18n.Args{"Names": s.p.Words.People(stop.Row.Holders), "How": s.p.Words.T(i18n.ChannelKey(how))}
		said := "reminders.done"
		if confirmed {
			said = "reminders.done.confirmed"
		}
		s.p.Notices.DoneUndo(s.p.Words.T(said, args), func() { s.takeBack(stop, confirmed) })
		s.changed(v.Household)
	})
}

// takeBack says that the household was not reminded after all.
func (s *Screen) takeBack(stop coop.Stop, confirmed bool) {
	kit.Run(s.p.Run, func() (struct{}, error) {
		ctx := context.Background()
		if _, err := s.p.Desk.RemindVisit(ctx, s.p.Actor(), stop.ID, coop.NoChannel); err != nil || !confirmed {
			return struct{}{}, err
		}
		_, err := s.p.Desk.ConfirmVisit(ctx, s.p.Actor(), stop.ID, false)
		return struct{}{}, err
	}, func(_ struct{}, err error) {
		if err != nil {
			s.failed(err)
			return
		}
		s.p.Notices.Done(s.p.Words.T("reminders.undone", i18n.Args{"Names": s.p.Words.People(stop.Row.Holders)}))
		s.changed(stop.Household)
	})
}

// failed says what went wrong; the list is read again, for somebody else may have changed the visit.
func (s *Screen) failed(err error) {
	s.p.OnError(err)
	s.Refresh()
}

func (s *Screen) changed(h coop.HouseholdID) {
	s.Refresh()
	if s.p.OnDone != nil {
		s.p.OnDone(h)
	}
}

// numbers are a household's phone numbers, each once, mobiles first.
func numbers(holders []coop.Cooperator) []string {
	var all []string
	for _, mobile := range []bool{true, false} {
		for _, h := range holders {
			number := h.Phone
			if mobile {
				number = h.Mobile
			}
			if number != "" && !slices.Contains(all, number) {
				all = append(all, number)
			}
		}
	}
	return all
}

// wished says that the household would rather be called, "" when it did not say so.
func (s *Screen) wished(stop coop.Stop) string {
	if slices.Contains(stop.Prefers, coop.PreferCall) {
		return s.p.Words.T(i18n.PreferenceKey(coop.PreferCall))
	}
	return ""
}

// join puts what is known beside each other.
func join(parts ...string) string {
	known := slices.DeleteFunc(slices.Clone(parts), func(p string) bool { return p == "" })
	return strings.Join(known, " · ")
}
