package i18n

import (
	"errors"
	"strings"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"

	"bienvenue/app/coop"
)

// Civility is the short civility, « Mme », "" when there is none.
func (w *Words) Civility(c coop.Civility) string {
	switch c {
	case coop.Madame:
		return w.T("format.civility.mme")
	case coop.Monsieur:
		return w.T("format.civility.m")
	}
	return ""
}

// CivilityLong is the civility as one addresses somebody, « Madame »; without one, both.
func (w *Words) CivilityLong(c coop.Civility) string {
	switch c {
	case coop.Madame:
		return w.T("format.civility.mme.long")
	case coop.Monsieur:
		return w.T("format.civility.m.long")
	}
	return w.T("format.civility.none.long")
}

// Person is a name as lists show it, « Mme Éloïse LEFÈVRE ».
func (w *Words) Person(c coop.Cooperator) string {
	return join(w.Civility(c.Civility), c.First, Capitals(c.Last))
}

// People are the holders of a household as lists show them, « Mme Éloïse LEFÈVRE et M. Paul MARTIN ».
func (w *Words) People(holders []coop.Cooperator) string {
	names := make([]string, 0, len(holders))
	for _, h := range holders {
		names = append(names, w.Person(h))
	}
	return w.List(names)
}

// Address is how one speaks to the holders, « Madame LEFÈVRE », « Madame LEFÈVRE et Monsieur MARTIN ».
func (w *Words) Address(holders []coop.Cooperator) string {
	names := make([]string, 0, len(holders))
	for _, h := range holders {
		names = append(names, join(w.CivilityLong(h.Civility), Capitals(h.Last)))
	}
	return w.List(names)
}

// List joins things as one says them, « a, b et c ».
func (w *Words) List(things []string) string {
	if len(things) < 2 {
		return strings.Join(things, "")
	}
	last := len(things) - 1
	return w.T("format.list.last", Args{"Others": strings.Join(things[:last], ", "), "Last": things[last]})
}

// Initials are the first letters of a colleague's name, « SA ».
func Initials(name string) string {
	var initials strings.Builder
	for _, word := range strings.Fields(name) {
		initials.WriteString(Capitals(string([]rune(word)[:1])))
	}
	return initials.String()
}

// Capitals writes a family name as it is written in France, accents kept.
func Capitals(name string) string { return cases.Upper(language.French).String(name) }

func join(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " ")
}

// Error is what to tell a person of an error: a rule's refusal in full, words for the errors that
// every store knows, and for anything else a general sentence (the details belong in the log).
func (w *Words) Error(err error) string {
	if wave, ok := errors.AsType[*coop.WaveError](err); ok {
		return w.waveError(wave)
	}
	if refusal, ok := errors.AsType[*coop.RefusalError](err); ok {
		return w.T(refusal.Key, refusal.Args)
	}
	if clash, ok := errors.AsType[*coop.ClashError](err); ok {
		args := Args{"When": w.When(clash.With.Start), "Until": w.Hour(clash.With.End)}
		if clash.Officer {
			return w.T("visit.refused.taken", args)
		}
		return w.T("visit.refused.household", args)
	}
	switch {
	case errors.Is(err, coop.ErrNotFound):
		return w.T("error.not-found")
	case errors.Is(err, coop.ErrChanged):
		return w.T("error.changed")
	}
	return w.T("error.general")
}

// waveError names the visit of a plan that has become impossible.
func (w *Words) waveError(err *coop.WaveError) string {
	names := w.People(err.Holders)
	if names == "" {
		names = w.T("wave.refused.somebody")
	}
	args := Args{"Names": names, "When": w.When(err.Visit.Start)}
	clash, ok := errors.AsType[*coop.ClashError](err.Why)
	switch {
	case ok && clash.Officer:
		return w.T("wave.refused.taken", args)
	case ok:
		return w.T("wave.refused.seen", args)
	}
	return w.T("wave.refused.changed", args)
}

// Speakable says whether Error has words of its own for an error; what has none is logged.
func Speakable(err error) bool {
	_, refusal := errors.AsType[*coop.RefusalError](err)
	_, clash := errors.AsType[*coop.ClashError](err)
	return refusal || clash || errors.Is(err, coop.ErrNotFound) || errors.Is(err, coop.ErrChanged)
}

// besideKeys say a refusal beside what was chosen, before anything was tried.
var besideKeys = map[string]string{
	"visit.refused.agreement": "booking.beside.agreement",
	"visit.refused.away":      "booking.beside.away",
	"visit.refused.held":      "booking.beside.held",
	"visit.refused.meeting":   "booking.beside.meeting",
	"visit.refused.minutes":   "booking.beside.minutes",
	"visit.refused.officer":   "booking.beside.officer",
	"visit.refused.place":     "booking.beside.place",
	"visit.refused.trips":     "booking.beside.trips",
}

// Beside is a rule's no to a visit in the words that fit beside a choice, where nothing was tried yet.
func (w *Words) Beside(no coop.Warning) string {
	key, ok := besideKeys[no.Key]
	if !ok {
		key = no.Key
	}
	return w.T(key, no.Args)
}
