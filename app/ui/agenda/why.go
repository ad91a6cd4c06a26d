package agenda

import (
	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// whyKeys say in a few words, beside the pointer, what the whole sentence of a refusal says: those of
// the archive also say what to do about it.
var whyKeys = map[string]string{
	"visit.refused.agreement": "agenda.why.agreement",
	"visit.refused.away":      "agenda.why.away",
	"visit.refused.held":      "agenda.why.held",
	"visit.refused.meeting":   "agenda.why.meeting",
	"visit.refused.officer":   "agenda.why.officer",
	"visit.refused.place":     "agenda.why.place",
	"visit.refused.trips":     "agenda.why.trips",
}

// agreement is the rule that the household itself sets aside by agreeing to the time.
const agreement = "visit.refused.agreement"

// why says a rule that is not kept.
func (s *Screen) why(w coop.Warning) string {
	key := w.Key
	if short, ok := whyKeys[w.Key]; ok {
		key = short
	}
	return s.p.Words.T(key, w.Args)
}

// clash says which visit holds a time.
func (s *Screen) clash(c *coop.ClashError) string {
	words := s.p.Words
	args := i18n.Args{"From": words.Hour(c.With.Start), "To": words.Hour(c.With.End), "Day": words.Day(words.DayOf(c.With.Start))}
	if c.Officer {
		return words.T("agenda.why.taken", args)
	}
	return words.T("agenda.why.household", args)
}

// inTheWay is the first thing that stands in the way of a visit, in words; "" when it stands.
func (s *Screen) inTheWay(v coop.Verdict) string {
	switch {
	case len(v.Refused) > 0:
		return s.why(v.Refused[0])
	case v.Clash != nil:
		return s.clash(v.Clash)
	case len(v.Warned) > 0:
		return s.why(v.Warned[0])
	}
	return ""
}
