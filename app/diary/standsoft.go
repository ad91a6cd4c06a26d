package diary

import "bienvenue/app/coop"

// times say that the coop is closed, or the officer does not work then. A time that the officer
// has offered, on a day of extra hours for instance, is always good. Each rule is named once.
func (c *check) times() {
	named := map[string]bool{}
	once := func(key string, args map[string]any) {
		if !named[key] {
			named[key] = true
			c.warn(key, args)
		}
	}
	for _, p := range c.pieces {
		h := c.hoursOf(c.visit.Officer, p.day)
		if covers(h.offered, p.span) {
			continue
		}
		if h.closed != Open {
			c.closure(h, once)
			continue
		}
		for _, b := range h.shut {
			if b.Span.Meets(p.span) {
				c.shut(b, once)
			}
		}
		switch {
		case covers(h.planned, p.span):
		case len(h.planned) == 0:
			once("visit.warning.off", nil)
		default:
			once("visit.warning.hours", hourArgs(coop.Span{From: h.planned[0].From, To: h.planned[len(h.planned)-1].To}))
		}
	}
}

// closure says why the coop is closed on a whole day.
func (*check) closure(h *hours, warn func(string, map[string]any)) {
	switch h.closed {
	case coop.ClosedHoliday:
		warn("visit.warning.holiday", nil)
	case coop.ClosedSunday:
		warn("visit.warning.sunday", nil)
	case coop.ClosedSaturday:
		warn("visit.warning.saturday", nil)
	case coop.ClosedByCoop:
		warn("visit.warning.closed", spanArgs(coop.Busy{Label: h.label}))
	case coop.ClosedBridge:
		warn("visit.warning.bridge", spanArgs(coop.Busy{Label: h.label}))
	case coop.OpenDay:
	}
}

// shut says that the coop is closed for a part of the day.
func (*check) shut(b coop.Busy, warn func(string, map[string]any)) {
	if b.Kind == coop.BridgeDay {
		warn("visit.warning.bridge", spanArgs(b))
		return
	}
	warn("visit.warning.closed", spanArgs(b))
}

// window says that a courtesy visit lies outside the time after the entry in which it is meant to
// happen, or after the household left. One that is late already is not warned of.
func (c *check) window() {
	h, known := c.households[c.visit.Household]
	if !known || c.visit.Kind != coop.CourtesyVisit {
		return
	}
	if entry, ok := number(h.Entry); ok {
		rule := c.rules.Window
		switch days := c.day - entry; {
		case days < 0:
			c.warn("visit.warning.entry", nil)
		case days < rule.From:
			c.warn("visit.warning.early", map[string]any{"Days": rule.From})
		case days > rule.To && c.today-entry <= rule.To:
			c.warn("visit.warning.late", map[string]any{"Days": rule.To})
		}
	}
	if exit, ok := number(h.Exit); ok && c.day > exit {
		c.warn("visit.warning.exit", nil)
	}
}
