package diary

import (
	"slices"
	"time"

	"bienvenue/app/coop"
)

// What speaks for a time, in points. Going once to a residence for two visits saves most; a wish of
// the household or its language weigh as much as some weeks of waiting inside the window.
const (
	worthResidence = 60.0
	worthAnother   = 2.0 // each further visit there
	worthTown      = 35.0
	worthLanguage  = 30.0
	worthWish      = 25.0
	worthRound     = 8.0  // a half-day that is begun already
	costAimDay     = 0.5  // each day away from the day aimed at
	costLateDay    = 3.0  // each day of waiting, once the window is over
	costGap        = 0.05 // each minute between the visit and the nearest one of the half-day
	costWait       = 0.01 // each minute after midnight, in a half-day that is not begun
	mostGap        = 120  // minutes
	lateMargin     = 30   // minutes before the end of work within which a visit is the last one
)

// judged says what a time is worth, and why.
func (s *search) judged(c candidate) candidate {
	say := func(points float64, key string, args map[string]any) {
		c.score += points
		c.why = append(c.why, coop.Warning{Key: key, Args: args})
	}
	half := s.halfDay(c)
	switch {
	case half.residence > 0:
		name := s.names[s.home.Residence]
		if name == "" {
			name = string(s.home.Residence)
		}
		say(worthResidence+worthAnother*float64(half.residence), "propose.why.residence", map[string]any{"Residence": name, "N": half.residence})
	case half.town > 0:
		say(worthTown+worthAnother*float64(half.town), "propose.why.town", map[string]any{"Town": s.home.Town, "N": half.town})
	}
	if l := s.home.Language; l != "" && l != "fr" && slices.Contains(s.staff[c.officer].Speaks, l) {
		say(worthLanguage, "propose.why.language", map[string]any{"Language": l})
	}
	s.wishes(c, say)
	s.near(&c, say)
	switch {
	case !half.begun:
		_, second := moment(c.start, s.zone)
		c.score -= costWait * float64(second/60)
	case half.residence+half.town > 0:
		c.score += worthRound - costGap*half.gap
	default:
		say(worthRound-costGap*half.gap, "propose.why.round", nil)
	}
	return c
}

// wishes count what the household prefers.
func (s *search) wishes(c candidate, say func(float64, string, map[string]any)) {
	wish := func(p coop.Preference) bool { return slices.Contains(s.home.Prefers, p) }
	if wish(coop.PreferMornings) && c.morning {
		say(worthWish, "propose.why.morning", nil)
	}
	if wish(coop.PreferAfternoons) && !c.morning {
		say(worthWish, "propose.why.afternoon", nil)
	}
	if wish(coop.PreferLate) && s.last(c) {
		say(worthWish, "propose.why.late", nil)
	}
}

// last says whether a time would be the officer's last visit of the day, at the end of their work.
func (s *search) last(c candidate) bool {
	work := s.hoursOf(c.officer, c.day).work
	end := c.start.Add(s.length)
	day, second := moment(end, s.zone)
	if c.morning || day != c.day || len(work) == 0 || second/60 < work[len(work)-1].To-lateMargin {
		return false
	}
	return !slices.ContainsFunc(s.byDay[officerDay{c.officer, c.day}], func(e *entry) bool {
		return e.ID != s.visit.ID && !e.Start.Before(end)
	})
}

// near counts how far the day is from the one aimed at, or how long the household still waits.
func (s *search) near(c *candidate, say func(float64, string, map[string]any)) {
	switch {
	case s.windowed && !s.late:
		away := c.day - max(s.windowAim, s.today)
		say(-costAimDay*float64(max(away, -away)), "propose.why.window", nil)
	default:
		say(-costLateDay*float64(c.day-s.from), "propose.why.soonest", map[string]any{"Window": s.windowed})
	}
}

// halfDay is what an officer has on a half-day already.
type halfDay struct {
	begun           bool
	residence, town int     // visits at home in the same residence; in the same town but elsewhere
	gap             float64 // minutes from the visit to the nearest one, mostGap at most
}

func (s *search) halfDay(c candidate) halfDay {
	h := halfDay{gap: mostGap}
	end := c.start.Add(s.length)
	for _, e := range s.byDay[officerDay{c.officer, c.day}] {
		if e.ID == s.visit.ID || e.day != c.day || s.morning(e.Start) != c.morning {
			continue
		}
		h.begun = true
		h.gap = min(h.gap, max(e.Start.Sub(end), c.start.Sub(e.End), time.Duration(0)).Minutes())
		if e.Place != coop.AtHome || s.visit.Place != coop.AtHome {
			continue
		}
		switch other := s.households[e.Household]; {
		case other.Residence != "" && other.Residence == s.home.Residence:
			h.residence++
		case other.Town != "" && other.Town == s.home.Town:
			h.town++
		}
	}
	return h
}
