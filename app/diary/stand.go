package diary

import (
	"fmt"
	"time"

	"bienvenue/app/coop"
)

// The limits of a visit's length.
const (
	shortest = 10 * time.Minute
	longest  = 240 * time.Minute
)

// Stand says whether a visit can stand: what forbids it, the visit whose time it asks for, and what
// it does not keep of the rules that a reason may set aside. Slot lists, drop targets, the
// archive's transaction and the wave all ask here. The visit itself, if it is in the diary
// already, is not in its own way; one that takes no time is in nobody's.
func (d *Diary) Stand(v coop.Visit) coop.Verdict {
	if v.State == "" {
		v.State = coop.VisitPlanned
	}
	if !v.State.TakesTime() {
		return coop.Verdict{}
	}
	c := check{Diary: d, visit: v}
	c.officer()
	c.place()
	if !c.lasts() {
		return c.verdict // of no use further: nobody can say where it lies
	}
	c.day, _ = moment(v.Start, d.zone)
	c.pieces = pieces(v.Start, v.End, d.zone)
	c.busy()
	c.held()
	c.trips()
	c.notice()
	c.clash()
	c.times()
	c.limits()
	c.window()
	return c.verdict
}

// check is a visit on its way through the rules.
type check struct {
	*Diary
	visit   coop.Visit
	day     int // on which it starts
	pieces  []piece
	verdict coop.Verdict
}

func (c *check) refuse(key string, args map[string]any) {
	c.verdict.Refused = append(c.verdict.Refused, coop.Warning{Key: key, Args: args})
}

func (c *check) warn(key string, args map[string]any) {
	c.verdict.Warned = append(c.verdict.Warned, coop.Warning{Key: key, Args: args})
}

func (c *check) officer() {
	if !c.staff[c.visit.Officer].Active {
		c.refuse("visit.refused.officer", nil)
	}
}

// place refuses a place that the rules do not have for the kind. A time that is only held says no
// place yet.
func (c *check) place() {
	if c.visit.Place != "" && !c.rules.Kind(c.visit.Kind, c.visit.Place).Allowed {
		c.refuse("visit.refused.place", map[string]any{"Place": string(c.visit.Place), "Kind": string(c.visit.Kind)})
	}
}

func (c *check) lasts() bool {
	if l := c.visit.End.Sub(c.visit.Start); l < shortest || l > longest {
		c.refuse("visit.refused.minutes", map[string]any{"Low": int(shortest.Minutes()), "High": int(longest.Minutes())})
		return false
	}
	return true
}

// busy refuses a time at which the officer is absent or in a meeting.
func (c *check) busy() {
	var away, met bool
	for _, p := range c.pieces {
		busy := c.hoursOf(c.visit.Officer, p.day).away
		if b, ok := meeting(busy, coop.StaffAway, p.span); ok && !away {
			away = true
			c.refuse("visit.refused.away", spanArgs(b))
		}
		if b, ok := meeting(busy, coop.Meeting, p.span); ok && !met {
			met = true
			c.refuse("visit.refused.meeting", spanArgs(b))
		}
	}
}

// spanArgs name a busy time; Whole is true for a whole day, which has no hours.
func spanArgs(b coop.Busy) map[string]any {
	args := hourArgs(b.Span)
	args["Label"], args["Whole"] = b.Label, b.Span.Whole()
	return args
}

// hourArgs name a span as sentences do: « 9 h », « 9 h 05 ».
func hourArgs(s coop.Span) map[string]any {
	return map[string]any{
		"From": s.From / 60, "FromMinutes": past(s.From), "To": s.To / 60, "ToMinutes": past(s.To),
	}
}

// past is the minutes past the hour, "" on the hour.
func past(minute int) string {
	if minute%60 == 0 {
		return ""
	}
	return fmt.Sprintf("%02d", minute%60)
}

// held refuses a time that is kept for a while for another household.
func (c *check) held() {
	for _, h := range c.holds[c.visit.Officer] {
		if h.Household != c.visit.Household && c.visit.Clashes(h.Visit()) {
			c.refuse("visit.refused.held", map[string]any{"Until": h.Until, "By": c.staff[h.By].Name})
			return
		}
	}
}

// trips refuses to go once more to a home that nobody opened.
func (c *check) trips() {
	if c.visit.Place == coop.AtHome && c.vain(c.visit.Household, c.visit.ID) >= coop.MaxTrips {
		c.refuse("visit.refused.trips", map[string]any{"N": coop.MaxTrips})
	}
}

// vain counts the trips to a household's home that found nobody, without those of one visit.
func (d *Diary) vain(id coop.HouseholdID, except coop.VisitID) int {
	n := 0
	for _, e := range d.byHome[id] {
		if e.ID != except && e.Result == coop.Absent && e.Trip() {
			n++
		}
	}
	return n
}

// notice says that the time is past, or comes too soon for the household to be told: that the
// household agreed itself makes up for it. Working days are those of the place alone, not of the
// coop's own closed days: the verdict must not hang on which days of them are in the facts.
func (c *check) notice() {
	if c.visit.Start.Before(c.now) {
		c.warn("visit.warning.past", nil)
		return
	}
	if c.visit.Agreed {
		return
	}
	wanted := c.rules.Notice
	if c.visit.Told == coop.ByPost {
		wanted = c.rules.Post
	}
	days := c.day - c.today
	switch {
	case !c.calendar.reaches(c.today, c.day, c.rules.Agreed):
		c.refuse("visit.refused.agreement", map[string]any{"Days": c.rules.Agreed})
	case days < wanted:
		c.warn("visit.warning.notice", map[string]any{"Days": days, "Wanted": wanted})
	}
}

// clash names the visit that holds the time of the officer or of the household; of several the one
// that came first into the diary.
func (c *check) clash() {
	var found *entry
	first := func(entries []*entry) {
		for _, e := range entries {
			if (found == nil || e.order < found.order) && c.visit.Clashes(e.Visit) {
				found = e
			}
		}
	}
	for from, to := c.touches(c.visit); from <= to; from++ {
		first(c.byDay[officerDay{c.visit.Officer, from}])
	}
	first(c.byHome[c.visit.Household])
	if found != nil {
		c.verdict.Clash = &coop.ClashError{Officer: found.Officer == c.visit.Officer, With: found.Visit}
	}
}

// limits say that the officer would have more visits in a day or a week than the rules give them;
// a rule of 0 is no limit. Calls are not counted.
func (c *check) limits() {
	if c.visit.Kind == coop.PhoneVisit {
		return
	}
	if n := c.load(c.day) + 1; c.rules.PerDay > 0 && n > c.rules.PerDay {
		c.warn("visit.warning.day", map[string]any{"N": n, "Most": c.rules.PerDay})
	}
	if c.rules.PerWeek <= 0 {
		return
	}
	n := 1
	for day := c.day - weekday(c.day); day <= c.day+sunday-weekday(c.day); day++ {
		n += c.load(day)
	}
	if n > c.rules.PerWeek {
		c.warn("visit.warning.week", map[string]any{"N": n, "Most": c.rules.PerWeek})
	}
}

// load counts the other visits of the officer that start on a day.
func (c *check) load(day int) int {
	n := 0
	for _, e := range c.byDay[officerDay{c.visit.Officer, day}] {
		if e.day == day && e.Kind != coop.PhoneVisit && e.ID != c.visit.ID {
			n++
		}
	}
	return n
}
