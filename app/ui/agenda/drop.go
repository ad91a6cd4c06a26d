package agenda

import (
	"context"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
)

// land decides what comes of a drop: the visit stands, a reason is asked for, or nothing moves.
func (c *carry) land(v coop.Verdict) {
	s := c.screen
	c.dropped, c.settled = false, true
	s.ghost.show()
	switch fateOf(v) {
	case stands:
		c.keep(c.asks(c.at), func() {})
	case asks:
		s.ask(c, v)
	default:
		c.leave()
		key := "agenda.carry.refused.move"
		if c.visit == nil {
			key = "agenda.carry.refused.book"
		}
		s.p.Notices.Refused(s.p.Words.T(key, i18n.Args{"Why": s.inTheWay(v)}))
	}
}

// keep writes the visit where it was dropped and offers to undo that; ended is called
// when that is over, however it went.
func (c *carry) keep(b coop.Booking, ended func()) {
	s := c.screen
	kit.Run(s.p.Run, func() (coop.Visit, error) {
		if c.visit == nil {
			return s.p.Desk.BookVisit(context.Background(), s.p.Actor(), b)
		}
		return s.p.Desk.MoveVisit(context.Background(), s.p.Actor(), c.visit.ID, b)
	}, func(v coop.Visit, err error) {
		ended()
		switch {
		case err == nil:
			c.tell(v)
		case i18n.Speakable(err):
			s.p.Notices.Refused(s.p.Words.Error(err))
		default:
			s.p.OnError(err)
		}
		c.leave()
		s.Refresh()
	})
}

// tell says what was done and offers to take it back.
func (c *carry) tell(v coop.Visit) {
	s := c.screen
	words := s.p.Words
	args := i18n.Args{"When": words.When(v.Start)}
	if c.visit == nil {
		s.p.Notices.DoneUndo(words.T("booking.booked", args), func() {
			s.undo("booking.taken-back", func() (coop.Visit, error) {
				_, err := s.p.Desk.CancelVisit(context.Background(), s.p.Actor(), v.ID, words.T("booking.undone"))
				return v, err
			})
		})
		return
	}
	before := c.visit.Visit
	if v.Officer != before.Officer {
		args["Officer"] = s.name(v.Officer)
	}
	s.p.Notices.DoneUndo(words.T("agenda.carry.moved", args), func() {
		s.undo("booking.moved-back", func() (coop.Visit, error) {
			return s.p.Desk.PutBack(context.Background(), s.p.Actor(), before)
		})
	})
}

// undo takes a drop back and says so.
func (s *Screen) undo(done string, do func() (coop.Visit, error)) {
	kit.Run(s.p.Run, do, func(v coop.Visit, err error) {
		switch {
		case err == nil:
			s.p.Notices.Done(s.p.Words.T(done, i18n.Args{"When": s.p.Words.When(v.Start)}))
		case i18n.Speakable(err):
			s.p.Notices.Refused(s.p.Words.Error(err))
		default:
			s.p.OnError(err)
		}
		s.Refresh()
	})
}
