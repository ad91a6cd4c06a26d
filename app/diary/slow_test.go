package diary_test

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// slow decides like the diary, with no index and minute by minute, straight from the rules as they
// are written down. It is what the diary is compared with.
type slow struct {
	rules coop.VisitRules
	facts coop.DiaryFacts
	zone  *time.Location
	now   time.Time
	days  *diary.Calendar // checked against another program's in its own tests
}

func (s slow) day(t time.Time) coop.Day { return coop.DayOf(t.In(s.zone)) }

func (s slow) stand(v coop.Visit) coop.Verdict {
	var found coop.Verdict
	refuse := func(key string, args map[string]any) {
		found.Refused = append(found.Refused, coop.Warning{Key: key, Args: args})
	}
	warn := func(key string, args map[string]any) {
		if !slices.ContainsFunc(found.Warned, func(w coop.Warning) bool { return w.Key == key }) {
			found.Warned = append(found.Warned, coop.Warning{Key: key, Args: args})
		}
	}
	if !v.State.TakesTime() {
		return found
	}
	if !slices.ContainsFunc(s.facts.Staff, func(m coop.Staff) bool { return m.ID == v.Officer && m.Active }) {
		refuse("visit.refused.officer", nil)
	}
	if v.Place != "" && !slices.ContainsFunc(s.rules.Kinds, func(r coop.KindRule) bool { return r.Kind == v.Kind && r.Place == v.Place && r.Allowed }) {
		refuse("visit.refused.place", map[string]any{"Place": string(v.Place), "Kind": string(v.Kind)})
	}
	if m := v.End.Sub(v.Start).Minutes(); m < 10 || m > 240 {
		refuse("visit.refused.minutes", map[string]any{"Low": 10, "High": 240})
		return found
	}
	all := s.minutes(v)
	s.busy(v, all, coop.StaffAway, "visit.refused.away", refuse)
	s.busy(v, all, coop.Meeting, "visit.refused.meeting", refuse)
	for _, h := range s.facts.Holds {
		if h.Household != v.Household && h.Officer == v.Officer && h.Until.After(s.now) && v.Clashes(h.Visit()) {
			by := ""
			for _, m := range s.facts.Staff {
				if m.ID == h.By {
					by = m.Name
				}
			}
			refuse("visit.refused.held", map[string]any{"Until": h.Until, "By": by})
			break
		}
	}
	trips := 0
	for _, other := range s.facts.Visits {
		if other.Household == v.Household && other.ID != v.ID && other.Trip() && other.Result == coop.Absent {
			trips++
		}
	}
	if v.Place == coop.AtHome && trips >= 2 {
		refuse("visit.refused.trips", map[string]any{"N": 2})
	}
	s.notice(v, refuse, warn)
	for _, other := range s.facts.Visits {
		if v.Clashes(other) {
			found.Clash = &coop.ClashError{Officer: other.Officer == v.Officer, With: other}
			break
		}
	}
	s.times(v, all, warn)
	s.limits(v, warn)
	s.window(v, warn)
	return found
}

type say func(key string, args map[string]any)

// minuteOf is a minute of a day by the coop's clock.
type minuteOf struct {
	day coop.Day
	at  int
}

// minutes are the minutes of a visit.
func (s slow) minutes(v coop.Visit) []minuteOf {
	var found []minuteOf
	for t := v.Start; t.Before(v.End); t = t.Add(time.Minute) {
		wall := t.In(s.zone)
		found = append(found, minuteOf{coop.DayOf(wall), wall.Hour()*60 + wall.Minute()})
	}
	return found
}

func holds(span coop.Span, minute int) bool {
	return span == coop.Span{} || (span.From <= minute && minute < span.To)
}

func in(spans []coop.Span, minute int) bool {
	return slices.ContainsFunc(spans, func(s coop.Span) bool { return s.From <= minute && minute < s.To })
}

func (s slow) exceptions(officer coop.StaffID, day coop.Day, kinds ...coop.ExceptionKind) []coop.Exception {
	var found []coop.Exception
	for _, e := range s.facts.Exceptions {
		if e.Staff == officer && e.From <= day && day <= e.To && slices.Contains(kinds, e.Kind) &&
			(!e.Weekly || e.From.Weekday() == day.Weekday()) {
			found = append(found, e)
		}
	}
	slices.SortStableFunc(found, func(a, b coop.Exception) int {
		return cmp.Or(cmp.Compare(a.Span.From, b.Span.From), cmp.Compare(a.Span.To, b.Span.To))
	})
	return found
}

func (s slow) busy(v coop.Visit, all []minuteOf, kind coop.ExceptionKind, key string, refuse say) {
	for _, m := range all {
		for _, e := range s.exceptions(v.Officer, m.day, kind) {
			if holds(e.Span, m.at) {
				refuse(key, spanSaid(e.Span, e.Label))
				return
			}
		}
	}
}

func spanSaid(span coop.Span, label string) map[string]any {
	args := hoursSaid(span)
	args["Label"], args["Whole"] = label, span == coop.Span{}
	return args
}

func hoursSaid(span coop.Span) map[string]any {
	minutes := func(m int) string {
		if m%60 == 0 {
			return ""
		}
		return fmt.Sprintf("%02d", m%60)
	}
	return map[string]any{"From": span.From / 60, "FromMinutes": minutes(span.From), "To": span.To / 60, "ToMinutes": minutes(span.To)}
}

func (s slow) notice(v coop.Visit, refuse, warn say) {
	today, day := s.day(s.now), s.day(v.Start)
	wanted := s.rules.Notice
	if v.Told == coop.ByPost {
		wanted = s.rules.Post
	}
	switch {
	case v.Start.Before(s.now):
		warn("visit.warning.past", nil)
	case v.Agreed:
	case s.days.WorkingDaysBetween(today, day) < s.rules.Agreed:
		refuse("visit.refused.agreement", map[string]any{"Days": s.rules.Agreed})
	case day.DaysSince(today) < wanted:
		warn("visit.warning.notice", map[string]any{"Days": day.DaysSince(today), "Wanted": wanted})
	}
}

func (s slow) limits(v coop.Visit, warn say) {
	if v.Kind == coop.PhoneVisit {
		return
	}
	day, days, weeks := s.day(v.Start), 1, 1
	for _, other := range s.facts.Visits {
		if other.ID == v.ID || other.Officer != v.Officer || !other.State.TakesTime() || other.Kind == coop.PhoneVisit {
			continue
		}
		if s.day(other.Start) == day {
			days++
		}
		if s.day(other.Start).Monday() == day.Monday() {
			weeks++
		}
	}
	if s.rules.PerDay > 0 && days > s.rules.PerDay {
		warn("visit.warning.day", map[string]any{"N": days, "Most": s.rules.PerDay})
	}
	if s.rules.PerWeek > 0 && weeks > s.rules.PerWeek {
		warn("visit.warning.week", map[string]any{"N": weeks, "Most": s.rules.PerWeek})
	}
}

func (s slow) window(v coop.Visit, warn say) {
	if v.Kind != coop.CourtesyVisit {
		return
	}
	day, today := s.day(v.Start), s.day(s.now)
	for _, h := range s.facts.Households {
		if h.ID != v.Household {
			continue
		}
		w := s.rules.Window.Of(h.Entry)
		switch {
		case h.Entry == "":
		case day < h.Entry:
			warn("visit.warning.entry", nil)
		case day < w.From:
			warn("visit.warning.early", map[string]any{"Days": s.rules.Window.From})
		case day > w.To && today <= w.To:
			warn("visit.warning.late", map[string]any{"Days": s.rules.Window.To})
		}
		if h.Exit != "" && day > h.Exit {
			warn("visit.warning.exit", nil)
		}
	}
}
