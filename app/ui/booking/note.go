package booking

import (
	"context"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/look"
)

// channelIcons show how a household is told or reminded.
var channelIcons = map[coop.Channel]look.Icon{
	coop.ByCall: look.IconPhone, coop.ByMail: look.IconSend, coop.ByPost: look.IconMail, coop.InPerson: look.IconMessageSquare,
}

// toldKeys say how a household was told of its visit.
var toldKeys = map[coop.Channel]string{
	coop.ByCall: "visit.told.call", coop.ByMail: "visit.told.mail", coop.ByPost: "visit.told.post", coop.InPerson: "visit.told.person",
}

// remindKeys say that a household was reminded, as a thing done.
var remindKeys = map[coop.Channel]string{
	coop.ByCall: "visit.remind.call", coop.ByMail: "visit.remind.mail", coop.ByPost: "visit.remind.post", coop.InPerson: "visit.remind.person",
}

// confirm notes that the household said it will be there, or takes that back.
func (s *Sheets) confirm(v coop.Visit, said bool) {
	text := "visit.confirm.done"
	if !said {
		text = "visit.confirm.undone"
	}
	s.noted(v, text, func() { s.confirm(v, !said) }, func() (coop.Visit, error) {
		return s.p.Desk.ConfirmVisit(context.Background(), s.p.Actor(), v.ID, said)
	})
}

// remind notes that the household was reminded; NoChannel takes that back.
func (s *Sheets) remind(v coop.Visit, how coop.Channel) {
	if how == coop.NoChannel {
		s.noted(v, "visit.remind.undone", nil, func() (coop.Visit, error) {
			return s.p.Desk.RemindVisit(context.Background(), s.p.Actor(), v.ID, how)
		})
		return
	}
	s.noted(v, "visit.remind.done", func() { s.remind(v, coop.NoChannel) }, func() (coop.Visit, error) {
		return s.p.Desk.RemindVisit(context.Background(), s.p.Actor(), v.ID, how)
	})
}

// noted does something with a visit, says so, and offers to take it back (nil for no way back).
func (s *Sheets) noted(v coop.Visit, said string, undo func(), do func() (coop.Visit, error)) {
	s.run(do, func(coop.Visit) {
		text := s.p.Words.T(said, i18n.Args{"When": s.p.Words.When(v.Start)})
		if undo == nil {
			s.p.Notices.Done(text)
		} else {
			s.p.Notices.DoneUndo(text, undo)
		}
		s.changed(v.Household)
	})
}
