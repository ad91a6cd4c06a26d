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
	if !slices.ContainsFunc(s.rules.Kinds, func(r coop.KindRule) bool { return r.Kind == v.Kind && r.Place == v.Place && r.Allowed }) {
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

func (s slow) closed(day coop.Day) (coop.Closure, string) {
	switch {
	case s.days.Holiday(day):
		return coop.ClosedHoliday, ""
	case day.Weekday() == time.Sunday:
		return coop.ClosedSunday, ""
	case day.Weekday() == time.Saturday && len(s.rules.Week.On(day)) == 0:
		return coop.ClosedSaturday, ""
	}
	for _, e := range s.facts.Exceptions { // the first that was written down
		if e.Staff == "" && e.Span.Whole() && e.On(day) {
			if e.Kind == coop.BridgeDay {
				return coop.ClosedBridge, e.Label
			}
			return coop.ClosedByCoop, e.Label
		}
	}
	return coop.OpenDay, ""
}

// usual and extra are when an officer works but for closures, absences and meetings.
func (s slow) usual(officer coop.StaffID, day coop.Day) (usual, extra []coop.Span) {
	if !slices.ContainsFunc(s.facts.Staff, func(m coop.Staff) bool { return m.ID == officer && m.Active }) {
		return nil, nil
	}
	for _, e := range s.exceptions(officer, day, coop.ExtraHours) {
		extra = append(extra, e.Span)
	}
	if closure, _ := s.closed(day); closure != coop.OpenDay {
		return nil, extra
	}
	week := s.rules.Week
	for _, h := range s.facts.Hours {
		if h.Staff == officer {
			week = h.Week
		}
	}
	return week.On(day), extra
}

// offered says whether an officer offers a minute for visits.
func (s slow) offered(officer coop.StaffID, m minuteOf) bool {
	usual, extra := s.usual(officer, m.day)
	if in(extra, m.at) {
		return true
	}
	shut := slices.ContainsFunc(s.shut(m.day), func(e coop.Exception) bool { return holds(e.Span, m.at) })
	return in(usual, m.at) && !shut
}

func (s slow) works(officer coop.StaffID, m minuteOf) bool {
	return s.offered(officer, m) && !slices.ContainsFunc(s.exceptions(officer, m.day, coop.StaffAway, coop.Meeting),
		func(e coop.Exception) bool { return holds(e.Span, m.at) })
}

func (s slow) shut(day coop.Day) []coop.Exception {
	return slices.DeleteFunc(s.exceptions("", day, coop.CoopClosed, coop.BridgeDay), func(e coop.Exception) bool { return e.Span.Whole() })
}

// times says what is wrong with the hours, run of minutes by run of minutes without a jump.
func (s slow) times(v coop.Visit, all []minuteOf, warn say) {
	for len(all) > 0 {
		n := 1
		for n < len(all) && all[n].day == all[0].day && all[n].at == all[n-1].at+1 {
			n++
		}
		s.run(v.Officer, all[:n], warn)
		all = all[n:]
	}
}

func (s slow) run(officer coop.StaffID, run []minuteOf, warn say) {
	day := run[0].day
	if !slices.ContainsFunc(run, func(m minuteOf) bool { return !s.offered(officer, m) }) {
		return
	}
	closure, label := s.closed(day)
	switch closure {
	case coop.ClosedHoliday:
		warn("visit.warning.holiday", nil)
	case coop.ClosedSunday:
		warn("visit.warning.sunday", nil)
	case coop.ClosedSaturday:
		warn("visit.warning.saturday", nil)
	case coop.ClosedByCoop:
		warn("visit.warning.closed", spanSaid(coop.Span{}, label))
	case coop.ClosedBridge:
		warn("visit.warning.bridge", spanSaid(coop.Span{}, label))
	}
	if closure != coop.OpenDay {
		return
	}
	for _, e := range s.shut(day) {
		if slices.ContainsFunc(run, func(m minuteOf) bool { return holds(e.Span, m.at) }) {
			key := "visit.warning.closed"
			if e.Kind == coop.BridgeDay {
				key = "visit.warning.bridge"
			}
			warn(key, spanSaid(e.Span, e.Label))
		}
	}
	usual, extra := s.usual(officer, day)
	planned := slices.Concat(usual, extra)
	if !slices.ContainsFunc(run, func(m minuteOf) bool { return !in(planned, m.at) }) {
		return
	}
	if len(planned) == 0 {
		warn("visit.warning.off", nil)
		return
	}
	whole := planned[0]
	for _, p := range planned {
		whole.From, whole.To = min(whole.From, p.From), max(whole.To, p.To)
	}
	warn("visit.warning.hours", hoursSaid(whole))
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
