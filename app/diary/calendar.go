// Package diary knows which days and hours a coop works. It knows no household and no database.
package diary

import (
	"time"

	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/fr"

	"bienvenue/app/coop"
)

// Closure says why a coop is closed on a day.
type Closure = coop.Closure

// The closures; Open is no closure.
const (
	Open    = coop.OpenDay
	Sunday  = coop.ClosedSunday
	Weekend = coop.ClosedSaturday
	Holiday = coop.ClosedHoliday
)

// Calendar is the coop's year: Monday to Friday, without the public holidays of mainland France
// (Code du travail, article L3133-1).
type Calendar struct {
	year *cal.BusinessCalendar
}

// NewCalendar makes the calendar of mainland France.
func NewCalendar() *Calendar {
	year := cal.NewBusinessCalendar()
	year.AddHoliday(fr.Holidays...)
	return &Calendar{year: year}
}

// Closed says whether the coop is closed on a day, and why.
func (c *Calendar) Closed(d coop.Day) Closure {
	at := noon(d)
	switch actual, _, _ := c.year.IsHoliday(at); {
	case actual:
		return Holiday
	case at.Weekday() == time.Sunday:
		return Sunday
	case at.Weekday() == time.Saturday:
		return Weekend
	}
	return Open
}

// WorkingDaysBetween counts the working days (jours ouvrés) after one day up to and including another.
func (c *Calendar) WorkingDaysBetween(from, to coop.Day) int {
	n := 0
	for d := from.Add(1); d <= to; d = d.Add(1) {
		if c.Closed(d) == Open {
			n++
		}
	}
	return n
}

// AddWorkingDays is the n-th working day after a day.
func (c *Calendar) AddWorkingDays(d coop.Day, n int) coop.Day {
	for n > 0 {
		d = d.Add(1)
		if c.Closed(d) == Open {
			n--
		}
	}
	return d
}

func noon(d coop.Day) time.Time { return d.At(12, 0, time.UTC) }
