// Package diary decides when a coop's visits can be: which days and hours it works, whether a visit
// can stand, which times are free, and which are good ones for a household. It knows no database
// and no screen: it is told the facts and the time of now.
package diary

import (
	"slices"
	"sync/atomic"
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/aa"
	"github.com/rickar/cal/v2/fr"

	"bienvenue/app/coop"
)

// Closure says why a coop is closed on a day.
type Closure = coop.Closure

// The closures of a calendar; Open is no closure.
const (
	Open    = coop.OpenDay
	Sunday  = coop.ClosedSunday
	Weekend = coop.ClosedSaturday
	Holiday = coop.ClosedHoliday
)

// The years whose holidays are kept once they were asked for.
const (
	firstYear = 1900
	lastYear  = 2199
)

// Calendar is the working year of a place: Monday to Friday (jours ouvrés), without the public
// holidays of the law. What a coop decides for itself, such as the bridge days it takes, is not in
// it. It is safe for several goroutines.
type Calendar struct {
	holidays []*cal.Holiday
	years    [lastYear - firstYear + 1]atomic.Pointer[year]
}

// year marks the holidays of a year by the days passed since its first.
type year [366]bool

// NewCalendar makes the calendar of a place; a place that is not known has the days of mainland
// France. Whit Monday is a holiday unless it is worked for the journée de solidarité (Code du
// travail, article L3133-7).
func NewCalendar(place coop.HolidayPlace, whitWorked bool) *Calendar {
	c := &Calendar{}
	for _, h := range append(slices.Clone(fr.Holidays), local[place]...) { // L3133-1 everywhere
		if !whitWorked || h != fr.LundiDePentecôte {
			c.holidays = append(c.holidays, h)
		}
	}
	return c
}

// local are the holidays that one place has besides those of the whole country: Alsace-Moselle by
// article L3134-13 (Good Friday, there, only in towns with a Protestant church: a town without one
// has it here too), the abolition of slavery overseas by L3422-2.
//
// Good Friday in Guadeloupe, Martinique and Guyane, and 21 July in the first two, are custom and
// not law: a coop that closes then enters a day of its own.
var local = map[coop.HolidayPlace][]*cal.Holiday{
	coop.AlsaceMoselle: {aa.GoodFriday, aa.ChristmasDay2},
	coop.Guadeloupe:    {yearly(time.May, 27)},
	coop.Martinique:    {yearly(time.May, 22)},
	coop.Guyane:        {yearly(time.June, 10)},
	coop.Reunion:       {yearly(time.December, 20)},
	coop.Mayotte:       {yearly(time.April, 27)},
}

func yearly(month time.Month, day int) *cal.Holiday {
	return &cal.Holiday{Type: cal.ObservancePublic, Month: month, Day: day, Func: cal.CalcDayOfMonth}
}

// Closed says whether the place does not work on a day, and why. A text that is no day is open.
func (c *Calendar) Closed(d coop.Day) Closure {
	n, ok := number(d)
	if !ok {
		return Open
	}
	return c.closed(n)
}

func (c *Calendar) closed(n int) Closure {
	switch {
	case c.holiday(n):
		return Holiday
	case weekday(n) == sunday:
		return Sunday
	case weekday(n) == saturday:
		return Weekend
	}
	return Open
}

// Holiday says whether a day is a public holiday, be it on a Sunday.
func (c *Calendar) Holiday(d coop.Day) bool {
	n, ok := number(d)
	return ok && c.holiday(n)
}

func (c *Calendar) holiday(n int) bool {
	const longest = 36525 // hundredths of a day in a year; the guess is at most one year late
	y := 1970 + n*100/longest
	for count(y, 1, 1) > n {
		y--
	}
	for count(y+1, 1, 1) <= n {
		y++
	}
	return c.of(y)[n-count(y, 1, 1)]
}

// of is the holidays of a year.
func (c *Calendar) of(y int) *year {
	if y < firstYear || y > lastYear {
		return c.compute(y)
	}
	kept := &c.years[y-firstYear]
	if known := kept.Load(); known != nil {
		return known
	}
	found := c.compute(y) // two goroutines may compute the same year: they find the same
	kept.Store(found)
	return found
}

func (c *Calendar) compute(y int) *year {
	found := &year{}
	for _, h := range c.holidays {
		if on, _ := h.Calc(y); !on.IsZero() {
			found[on.YearDay()-1] = true
		}
	}
	return found
}

// WorkingDaysBetween counts the working days (jours ouvrés) after one day up to and including another.
func (c *Calendar) WorkingDaysBetween(from, to coop.Day) int {
	first, ok := number(from)
	last, known := number(to)
	if !ok || !known {
		return 0
	}
	return c.between(first, last)
}

func (c *Calendar) between(from, to int) int {
	n := 0
	for d := from + 1; d <= to; d++ {
		if c.closed(d) == Open {
			n++
		}
	}
	return n
}

// AddWorkingDays is the n-th working day after a day; the day itself when n is not above 0.
func (c *Calendar) AddWorkingDays(d coop.Day, n int) coop.Day { return c.step(d, n, 1) }

// WorkingDaysBefore is the n-th working day before a day; the day itself when n is not above 0.
func (c *Calendar) WorkingDaysBefore(d coop.Day, n int) coop.Day { return c.step(d, n, -1) }

func (c *Calendar) step(d coop.Day, n, by int) coop.Day {
	at, ok := number(d)
	if !ok || n <= 0 {
		return d
	}
	for n > 0 {
		at += by
		if c.closed(at) == Open {
			n--
		}
	}
	return dayOf(at)
}

// Bridges lists the bridge days of a year, in order: the Monday before a holiday on a Tuesday and
// the Friday after a holiday on a Thursday, where that day is not a holiday itself.
func (c *Calendar) Bridges(y int) []coop.Day {
	var found []coop.Day
	for n, end := count(y, 1, 1), count(y+1, 1, 1); n < end; n++ {
		bridge := (weekday(n) == monday && c.holiday(n+1)) || (weekday(n) == friday && c.holiday(n-1))
		if bridge && !c.holiday(n) {
			found = append(found, dayOf(n))
		}
	}
	return found
}

// reaches says whether at least so many working days lie after one day up to and including another.
func (c *Calendar) reaches(from, to, least int) bool {
	for d := from + 1; d <= to && least > 0; d++ {
		if c.closed(d) == Open {
			least--
		}
	}
	return least <= 0
}
