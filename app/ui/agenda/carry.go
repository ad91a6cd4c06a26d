package agenda

import (
	"context"
	"math"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
)

// slot is a time of an officer.
type slot struct {
	day     coop.Day
	officer coop.StaffID
	minute  int
}

// The steps of the grid, in minutes.
const (
	step     = 15
	longStep = 60
)

// carry is a visit on its way to another time: dragged by a pointer, or moved by the keys. At every slot
// it asks whether the visit could stand there, and never waits for the answer.
type carry struct {
	screen  *Screen
	visit   *coop.VisitRow // the one that is moved, nil for a new one
	booking coop.Booking   // what is asked for, but for its time and its officer
	names   string
	from    slot // where the visit stands, zero for a new one
	at      slot // where it would come to stand
	over    bool // there is such a slot below the pointer
	pointer fyne.Position
	said    map[slot]coop.Verdict
	latest  kit.Latest
	dropped bool // let go, while the answer is awaited
	settled bool // its fate is being written or asked about: nothing moves it any more
	keys    bool // moved by the keys, not by a pointer
	turning bool // it turns the page itself
	edge    int  // the edge of the grid that the pointer waits at: -1, 1, or 0 for none
	been    bool // the pointer has been on the grid
	callOff func()
	release func()
}

// lift takes a planned visit up, nil when it may not be moved.
func (s *Screen) lift(v *coop.VisitRow, keys bool) *carry {
	if v.State != coop.VisitPlanned || s.carry != nil {
		return nil
	}
	from, _ := clockOf(v.Start, v.End, s.p.Desk.Zone())
	at := slot{s.p.Words.DayOf(v.Start), v.Officer, from}
	b := again(v.Visit)
	b.Agreed, b.Reason = false, ""
	return s.take(&carry{visit: v, booking: b, names: s.p.Words.People(v.Row.Holders), from: at, at: at, over: true, keys: keys})
}

// liftNew takes up a household that waits, for a new visit: where it can be, and with whom when the
// diary shows everybody.
func (s *Screen) liftNew(o *coop.Owing) *carry {
	if s.carry != nil {
		return nil
	}
	place := placeFor(o)
	officer := s.page.officer
	if officer == "" {
		officer = usual(s.base.officers, s.p.Actor().Staff.ID)
	}
	b := coop.Booking{Household: o.ID, Kind: coop.CourtesyVisit, Place: place, Officer: officer, Minutes: s.base.rules.Minutes(place)}
	return s.take(&carry{booking: b, names: s.p.Words.People(o.Holders)})
}

// placeFor is where a household's visit is to be: at home, unless it wishes otherwise, or nobody was there twice.
func placeFor(o *coop.Owing) coop.Place {
	for _, p := range o.Prefers {
		switch p {
		case coop.PreferPhone:
			return coop.ByPhone
		case coop.PreferOffice:
			return coop.AtOffice
		case coop.PreferMornings, coop.PreferAfternoons, coop.PreferLate, coop.PreferCall:
		}
	}
	if o.Why() == coop.DueAbsentTwice {
		return coop.ByPhone
	}
	return coop.AtHome
}

// take begins to carry. Under a pointer Escape leaves everything as it is, until it ends; what is moved
// by the keys hears them from its block.
func (s *Screen) take(c *carry) *carry {
	c.screen, c.said, c.release, c.callOff = s, map[slot]coop.Verdict{}, func() {}, func() {}
	s.carry = c
	if canvas := s.p.Canvas(); !c.keys {
		before := canvas.OnTypedKey()
		canvas.SetOnTypedKey(func(e *fyne.KeyEvent) {
			if e.Name == fyne.KeyEscape && !c.settled {
				c.leave()
			}
		})
		c.release = func() { canvas.SetOnTypedKey(before) }
	}
	s.grid.mark(c.id())
	s.ghost.show()
	return c
}

// leave ends it; the visit stays where it was.
func (c *carry) leave() {
	s := c.screen
	if s.carry != c {
		return
	}
	s.carry = nil
	c.callOff()
	c.release()
	s.ghost.show()
	s.grid.mark(c.id())
}

// active says whether it still moves.
func (c *carry) active() bool { return c != nil && c.screen.carry == c && !c.settled && !c.dropped }

// drag moves it under a pointer: top is where the upper edge of the visit would lie, both on the grid.
func (c *carry) drag(pointer fyne.Position, top float32) {
	if !c.active() {
		return
	}
	g := c.screen.grid
	c.pointer = pointer
	column := g.columnAt(pointer.X)
	over := g.Visible() && column >= 0 && pointer.Y > headHeight() && pointer.Y < g.height
	c.been = c.been || over
	c.wait(g.edgeAt(pointer))
	if !over {
		if c.over {
			c.over = false
			c.screen.ghost.show()
		}
		c.screen.ghost.follow()
		return
	}
	minute := int(math.Round(float64(g.minuteAt(top))/step)) * step
	c.to(slot{g.columns[column].day, c.officerOf(column), c.within(minute)})
}

// wait turns the page when the pointer stays at an edge of the grid.
func (c *carry) wait(edge int) {
	const patience = 700 * time.Millisecond
	if !c.been || edge == c.edge {
		return
	}
	c.callOff()
	c.edge, c.callOff = edge, func() {}
	if edge != 0 {
		c.callOff = c.screen.p.Run.Later(patience, func() {
			c.edge = 0
			c.turn(edge)
			c.wait(edge)
		})
	}
	c.screen.ghost.show()
}

// turn shows the next page, or for -1 the one before, while the visit stays in hand.
func (c *carry) turn(n int) {
	c.turning = true
	c.screen.turn(n)
	c.turning = false
}

// within keeps the visit in the hours that are shown.
func (c *carry) within(minute int) int {
	g := c.screen.grid
	return max(g.from*60, min(minute, g.to*60-c.booking.Minutes))
}

// officerOf is whom a column belongs to: whoever makes the visit now where it belongs to everybody.
func (c *carry) officerOf(column int) coop.StaffID {
	if id := c.screen.grid.columns[column].officer; id != "" {
		return id
	}
	return c.booking.Officer
}

// to brings it to a slot and asks whether it could stand there.
func (c *carry) to(at slot) {
	if c.over && c.at == at {
		c.screen.ghost.follow()
		return
	}
	c.over, c.at = true, at
	if _, known := c.said[at]; !known && at != c.from {
		c.judge(at)
	}
	c.screen.ghost.show()
}

// asks is the booking of a slot.
func (c *carry) asks(at slot) coop.Booking {
	b := c.booking
	b.Officer, b.Start = at.officer, c.screen.at(at.day, at.minute)
	return b
}

// id is the visit that is moved, "" for a new one.
func (c *carry) id() coop.VisitID {
	if c.visit == nil {
		return ""
	}
	return c.visit.ID
}

func (c *carry) judge(at slot) {
	s, b, id := c.screen, c.asks(at), c.id()
	kit.RunLatest(s.p.Run, &c.latest, func() (coop.Verdict, error) {
		return s.p.Desk.JudgeVisit(context.Background(), s.p.Actor(), id, b)
	}, func(v coop.Verdict, err error) {
		switch {
		case s.carry != c:
			return
		case err != nil:
			c.leave()
			s.p.OnError(err)
			return
		}
		c.said[at] = v
		s.ghost.show()
		if c.dropped && c.at == at {
			c.land(v)
		}
	})
}

// drop lets go: what comes of it is decided as soon as it is known whether the visit can stand.
func (c *carry) drop() {
	switch verdict, known := c.said[c.at]; {
	case !c.active():
	case !c.over || c.at == c.from:
		c.leave()
	case known:
		c.land(verdict)
	default:
		c.dropped = true
	}
}
