package paper

import (
	"fmt"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// InFigures says what letters say in a language that the program does not speak, for a text that the coop
// wrote in it: days and hours in figures by a zone's clock, names as they are, and no titles where what stands
// there speaks for itself.
func InFigures(words VisitWords, language string, zone *time.Location) VisitWords {
	return figures{words, language, zone}
}

type figures struct {
	VisitWords
	language string
	zone     *time.Location
}

// Language implements Words.
func (f figures) Language() string { return f.language }

// T implements Words.
func (f figures) T(key string, args ...i18n.Args) string {
	said := func(name string) string {
		for _, a := range args {
			if text, ok := a[name].(string); ok {
				return text
			}
		}
		return ""
	}
	switch key {
	case "letter.when", "letter.long", "letter.with", "letter.where", "letter.what":
		return ""
	case "letter.when.at":
		return said("Day") + ", " + said("Hour")
	case "letter.long.about":
		return said("Minutes")
	case "letter.where.home.at", "letter.where.office.at":
		return said("Address")
	case "letter.where.phone.at":
		return said("Phone")
	}
	return f.VisitWords.T(key, args...)
}

// Address implements Words: names without a civility, which each language has its own of.
func (f figures) Address(holders []coop.Cooperator) string {
	names := make([]string, 0, len(holders))
	for _, h := range holders {
		h.Civility = coop.NoCivility
		names = append(names, f.Person(h))
	}
	return list(names, ", ")
}

// People implements VisitWords.
func (f figures) People(holders []coop.Cooperator) string { return f.Address(holders) }

// Date implements Words.
func (f figures) Date(d coop.Day) string {
	if d == "" {
		return ""
	}
	year, month, day := d.Date()
	return fmt.Sprintf("%02d.%02d.%d", day, month, year)
}

// DayLong implements Words.
func (f figures) DayLong(d coop.Day) string { return f.Date(d) }

// When implements Words.
func (f figures) When(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return f.Date(coop.DayOf(t.In(f.zone))) + ", " + f.Hour(t)
}

// Hour implements VisitWords.
func (f figures) Hour(t time.Time) string { return t.In(f.zone).Format("15:04") }

// Clock implements VisitWords.
func (f figures) Clock(minutes int) string {
	const anHour = 60
	return fmt.Sprintf("%02d:%02d", minutes/anHour, minutes%anHour)
}

// MonthName implements Words: a month alone is no day in figures.
func (f figures) MonthName(month int) string {
	if f.VisitWords.MonthName(month) == "" {
		return ""
	}
	return fmt.Sprintf("%02d", month)
}
