package diary_test

import (
	"slices"
	"time"

	"bienvenue/app/coop"
)

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
