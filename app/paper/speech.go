package paper

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
)

// Speech says days, sums and names in one language; *i18n.Words does.
type Speech interface {
	Language() string
	Address(holders []coop.Cooperator) string
	Date(d coop.Day) string
	DayLong(d coop.Day) string
	Month(m coop.Month) string
	MonthName(month int) string
	Money(cents int) string
	Phone(number string) string
	When(t time.Time) string
	Clock(minutes int) string
}

// Tongue is a paper's text in one language, and how that language says days and sums. Where the words
// are another language's, the text itself says how days are written, or they are written in figures.
type Tongue struct {
	Texts template.Template
	Words Speech
}

// speech is how the tongue's own language says days and sums.
func (t Tongue) speech(zone *time.Location) Speech {
	if t.Words.Language() == t.Texts.Language {
		return t.Words
	}
	months, alone := namesIn(t.Texts, "days.months"), namesIn(t.Texts, "days.months.alone")
	if alone == nil {
		alone = months
	}
	return foreign{
		texts: t.Texts, zone: zone, months: months, alone: alone,
		weekdays: namesIn(t.Texts, "days.weekdays"), near: t.Words,
	}
}

// foreign says days in a language that the program does not speak: with the names that the template
// has for months and weekdays, else in figures.
type foreign struct {
	texts         template.Template
	zone          *time.Location
	months, alone []string // twelve from January on, in a date and by themselves
	weekdays      []string // seven from Monday on
	near          Speech   // says what every language here writes alike
}

// namesIn is a list that a template writes with commas, nil when it has none.
func namesIn(t template.Template, id string) []string {
	b, ok := t.Block(id)
	if !ok {
		return nil
	}
	all := strings.Split(b.Text, ",")
	for i := range all {
		all[i] = strings.TrimSpace(all[i])
	}
	return all
}

// Language implements Speech.
func (f foreign) Language() string { return f.texts.Language }

// Address implements Speech: names without a civility, which each language has its own of.
func (f foreign) Address(holders []coop.Cooperator) string {
	names := make([]string, 0, len(holders))
	for _, h := range holders {
		names = append(names, joined(h.First, i18n.Capitals(h.Last)))
	}
	return strings.Join(names, ", ")
}

// Date implements Speech.
func (f foreign) Date(d coop.Day) string { return f.day("days.date", d, "") }

// DayLong implements Speech.
func (f foreign) DayLong(d coop.Day) string { return f.day("days.long", d, "") }

// When implements Speech.
func (f foreign) When(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = t.In(f.zone)
	hour := f.Clock(t.Hour()*60 + t.Minute())
	if said := f.day("days.when", coop.DayOf(t), hour); f.words() {
		return said
	}
	return joined(f.Date(coop.DayOf(t)), hour)
}

// words says whether the template knows how to write a day in words.
func (f foreign) words() bool { return len(f.months) == 12 && len(f.weekdays) == 7 }

// day writes a day as a text of the template has it, in figures when it has none; no day is "".
func (f foreign) day(id string, d coop.Day, hour string) string {
	if d == "" {
		return ""
	}
	year, month, day := d.Date()
	if !f.words() {
		return fmt.Sprintf("%02d/%02d/%d", day, int(month), year)
	}
	const weekSays = 6 // Sunday is the week's last day, and the first of time.Weekday
	return f.texts.Say(id, template.Facts{Fields: map[string]string{
		"weekday": f.weekdays[(int(d.Weekday())+weekSays)%7], "day": strconv.Itoa(day), "month": f.months[month-1],
		"year": strconv.Itoa(year), "hour": hour,
	}})
}

// Month implements Speech.
func (f foreign) Month(m coop.Month) string {
	if m == "" {
		return ""
	}
	year, month, _ := m.First().Date()
	if len(f.alone) != 12 {
		return fmt.Sprintf("%02d/%d", int(month), year)
	}
	return joined(f.alone[month-1], strconv.Itoa(year))
}

// MonthName implements Speech.
func (f foreign) MonthName(month int) string {
	if month < 1 || month > 12 {
		return ""
	}
	if len(f.alone) != 12 {
		return fmt.Sprintf("%02d", month)
	}
	return f.alone[month-1]
}

// Money implements Speech.
func (f foreign) Money(cents int) string {
	if cents%100 == 0 {
		return fmt.Sprintf("%d\u00a0€", cents/100)
	}
	return fmt.Sprintf("%d,%02d\u00a0€", cents/100, cents%100)
}

// Phone implements Speech: a number is written as it is dialled in France.
func (f foreign) Phone(number string) string { return f.near.Phone(number) }

// Clock implements Speech.
func (f foreign) Clock(minutes int) string { return fmt.Sprintf("%d:%02d", minutes/60, minutes%60) }
