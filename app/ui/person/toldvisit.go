package person

import (
	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// toldVisit is an act on a visit as a sentence; a press opens the visit.
func (s *Screen) toldVisit(e coop.Entry) (moment, bool) {
	var b booked
	read(e.Payload, &b)
	v := s.visit(coop.VisitID(e.SubjectID))
	if b.Start.IsZero() && v.ID != "" {
		b.Start, b.Officer, b.Result = v.Start, v.Officer, v.Result
	}
	m := moment{kind: momentVisit, icon: look.IconCalendar, text: s.t(i18n.ActKey(e.Act))}
	if v.ID != "" && s.p.OnVisit != nil {
		m.open = func() { s.p.OnVisit(v.ID) }
	}
	if b.Start.IsZero() {
		return m, true
	}
	w := s.p.Words
	args := i18n.Args{"When": w.When(b.Start), "From": w.When(b.From), "Officer": s.officer(b.Officer), "Reason": b.Reason}
	m.icon, m.tone, m.text = look.IconCalendarPlus, kit.Accented, s.t("person.moment.booked", args)
	switch e.Act {
	case coop.ActVisitBooked:
		if b.Restored {
			m.text = s.t("person.moment.restored", args)
		}
	case coop.ActVisitMoved:
		m.icon, m.text = look.IconCalendarDays, s.t(movedKey(b), args)
	case coop.ActVisitCancelled:
		m.icon, m.tone, m.text = look.IconCircleSlash, kit.Attention, s.t("person.moment.cancelled", args)
		if b.Reopened {
			m.icon, m.tone, m.text = look.IconUndo, kit.Accented, s.t("person.moment.reopened")
		}
	case coop.ActVisitClosed:
		args["Result"] = s.t(i18n.ResultKey(b.Result))
		m.icon, m.tone, m.text = look.IconCalendarCheck, resultTone(b.Result), s.t("person.moment.closed", args)
	default:
		return s.toldLife(m, e.Act, b, args), true
	}
	return m, true
}

// toldLife tells what else happens to a visit: confirmed, reminded, closed without one.
func (s *Screen) toldLife(m moment, act coop.Act, b booked, args i18n.Args) moment {
	switch act {
	case coop.ActVisitConfirmed:
		m.icon, m.tone, m.text = look.IconCircleCheck, kit.Done, s.t("person.moment.confirmed", args)
		if !b.Said {
			m.icon, m.tone, m.text = look.IconUndo, kit.Calm, s.t("person.moment.unconfirmed", args)
		}
	case coop.ActVisitReminded:
		m.icon, m.tone = look.IconBell, kit.Accented
		if b.How == coop.NoChannel {
			m.icon, m.tone, m.text = look.IconUndo, kit.Calm, s.t("person.moment.unreminded", args)
			return m
		}
		args["How"] = s.t(i18n.ChannelKey(b.How))
		m.text = s.t("person.moment.reminded", args)
	case coop.ActAttemptsClosed:
		m.icon, m.tone, m.text = look.IconCircleSlash, kit.Attention, s.t("person.moment.given-up", args)
	default:
		m.icon, m.tone, m.text = look.IconCalendar, kit.Plain, s.t(i18n.ActKey(act))
	}
	return m
}

// movedKey says who asked for a move, when somebody said so.
func movedKey(b booked) string {
	switch {
	case b.Undone:
		return "person.moment.moved.back"
	case b.By == coop.MovedByThem:
		return "person.moment.moved.them"
	case b.By == coop.MovedByUs:
		return "person.moment.moved.us"
	}
	return "person.moment.moved"
}
