package exchange

import (
	"fmt"
	"slices"
	"time"

	ics "github.com/arran4/golang-ical"

	"bienvenue/app/coop"
)

const (
	icsLocal = "20060102T150405"
	icsUTC   = "20060102T150405Z"
	oldest   = 1970 // no program asks what the clocks showed before
	ahead    = 12   // years for which a rule must hold to be one: a fourth Sunday is not always the last
)

// hours writes when the visit begins and ends: by the coop's clocks, or in UTC in the hour that
// they show twice, where a clock's time would mean the first of both.
func (b *calendarBook) hours(e *ics.VEvent, v coop.Visit) {
	start, end := v.Start.In(b.Zone), v.End.In(b.Zone)
	if inUTC(b.Zone) || shownTwice(start) || shownTwice(end) {
		e.SetStartAt(start)
		e.SetEndAt(end)
		return
	}
	zone := ics.WithTZID(b.Zone.String())
	e.SetProperty(ics.ComponentPropertyDtStart, start.Format(icsLocal), zone)
	e.SetProperty(ics.ComponentPropertyDtEnd, end.Format(icsLocal), zone)
}

func inUTC(zone *time.Location) bool { return zone == time.UTC || zone.String() == "UTC" }

// shownTwice says whether the clocks have shown the same hour before on that day.
func shownTwice(t time.Time) bool {
	start, _ := t.ZoneBounds()
	if start.IsZero() {
		return false
	}
	turn := turnAt(start, t.Location())
	return t.Before(start.Add(time.Duration(turn.from-turn.to) * time.Second))
}

// turn is one change of a zone's clocks.
type turn struct {
	at       time.Time // the first instant of the new time
	from, to int       // seconds ahead of UTC before and after
	name     string    // of the new time
}

func turnAt(at time.Time, zone *time.Location) turn {
	_, from := at.Add(-time.Second).In(zone).Zone()
	name, to := at.In(zone).Zone()
	return turn{at, from, to, name}
}

// shown is what the clocks would have shown at that instant had they not been changed.
func (t turn) shown() time.Time { return t.at.In(time.FixedZone("", t.from)) }

// turns lists the changes of whole years, the last one included.
func turns(zone *time.Location, first, last int) []turn {
	var all []turn
	until := time.Date(last+1, time.January, 1, 0, 0, 0, 0, zone)
	for at := time.Date(first, time.January, 1, 0, 0, 0, 0, zone); ; {
		_, end := at.ZoneBounds()
		if end.IsZero() || !end.Before(until) {
			return all
		}
		if !end.After(at) { // beyond the zone's table Go counts by years of 365 days
			end = at.AddDate(0, 0, 1)
		}
		if t := turnAt(end, zone); t.from != t.to {
			all = append(all, t)
		}
		at = end.In(zone)
	}
}

// timezoneOf is a zone's clocks in some years, as calendar programs read them: the two yearly rules
// if the zone has two that hold, which is what all of them understand, else every change by itself.
func timezoneOf(zone *time.Location, first, last int) *ics.VTimezone {
	out := ics.NewTimezone(zone.String())
	if forward, back, ok := rulesOf(turns(zone, first-1, last+ahead), last+ahead-first+2); ok {
		since := first - 1
		for since > oldest && sameRules(turns(zone, since-1, since-1), forward, back) {
			since--
		}
		for _, t := range turns(zone, since, since) {
			rule := back
			if t.to > t.from {
				rule = forward
			}
			rule.name = nameFrom(t, zone, last)
			addTurn(out, t.shown(), rule.turn).AddRrule(rule.String())
		}
		return out
	}
	begin := time.Date(first-1, time.January, 1, 0, 0, 0, 0, zone)
	name, offset := begin.Zone()
	addTurn(out, time.Date(oldest, time.January, 1, 0, 0, 0, 0, time.UTC), turn{from: offset, to: offset, name: name})
	for _, t := range turns(zone, first-1, last+1) {
		addTurn(out, t.shown(), t)
	}
	return out
}

// nameFrom is what the time that a change brings is called in a year.
func nameFrom(t turn, zone *time.Location, year int) string {
	for _, later := range turns(zone, year, year) {
		if later.to == t.to {
			return later.name
		}
	}
	return t.name
}

// addTurn writes a change of the clocks. That to the time further ahead is summer's.
func addTurn(out *ics.VTimezone, shown time.Time, t turn) *ics.ComponentBase {
	var part *ics.ComponentBase
	if t.to > t.from {
		summer := &ics.Daylight{}
		part, out.Components = &summer.ComponentBase, append(out.Components, summer)
	} else {
		winter := &ics.Standard{}
		part, out.Components = &winter.ComponentBase, append(out.Components, winter)
	}
	part.SetProperty(ics.ComponentPropertyDtStart, shown.Format(icsLocal))
	part.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetfrom), offsetText(t.from))
	part.SetProperty(ics.ComponentProperty(ics.PropertyTzoffsetto), offsetText(t.to))
	part.SetProperty(ics.ComponentProperty(ics.PropertyTzname), icsText(t.name))
	return part
}

func offsetText(seconds int) string {
	sign := '+'
	if seconds < 0 {
		sign, seconds = '-', -seconds
	}
	const minute, hour = 60, 3600
	text := fmt.Sprintf("%c%02d%02d", sign, seconds/hour, seconds%hour/minute)
	if rest := seconds % minute; rest != 0 {
		text += fmt.Sprintf("%02d", rest)
	}
	return text
}

// rule is a change that comes back every year on the same weekday of a month.
type rule struct {
	turn
	month   time.Month
	weekday time.Weekday
	nth     int // 1 to 4, or -1 for the last
}

func (r rule) String() string {
	days := [...]string{"SU", "MO", "TU", "WE", "TH", "FR", "SA"}
	return fmt.Sprintf("FREQ=YEARLY;BYMONTH=%d;BYDAY=%d%s", r.month, r.nth, days[r.weekday])
}

// rulesOf finds the two rules that make all the changes of some years; false when there are none.
func rulesOf(all []turn, years int) (forward, back rule, ok bool) {
	var summers, winters []turn
	for _, t := range all {
		if t.to > t.from {
			summers = append(summers, t)
		} else {
			winters = append(winters, t)
		}
	}
	if len(summers) != years || len(winters) != years {
		return rule{}, rule{}, false
	}
	forward, one := ruleOf(summers)
	back, two := ruleOf(winters)
	return forward, back, one && two
}

// ruleOf is the rule that all changes keep to.
func ruleOf(all []turn) (rule, bool) {
	first := all[0]
	for _, nth := range []int{-1, nthOf(first.shown())} {
		r := rule{first, first.shown().Month(), first.shown().Weekday(), nth}
		if !slices.ContainsFunc(all, func(t turn) bool { return !r.makes(t) }) {
			return r, true
		}
	}
	return rule{}, false
}

func nthOf(day time.Time) int { return (day.Day()-1)/7 + 1 }

// makes says whether a change is what the rule says for its year.
func (r rule) makes(t turn) bool {
	day, was := t.shown(), r.shown()
	sameHour := day.Hour() == was.Hour() && day.Minute() == was.Minute() && day.Second() == was.Second()
	sameDay := day.Month() == r.month && day.Weekday() == r.weekday
	if r.nth < 0 {
		sameDay = sameDay && day.AddDate(0, 0, 7).Month() != day.Month()
	} else {
		sameDay = sameDay && nthOf(day) == r.nth
	}
	return sameHour && sameDay && t.from == r.from && t.to == r.to
}

// sameRules says whether the changes of a year are those of the two rules and no other.
func sameRules(year []turn, forward, back rule) bool {
	if len(year) != 2 {
		return false
	}
	a, b := year[0], year[1]
	return forward.makes(a) && back.makes(b) || back.makes(a) && forward.makes(b)
}
