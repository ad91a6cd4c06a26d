package coop

import (
	"fmt"
	"time"
)

// Day is a calendar day as text, 2026-11-23; "" is no day. Days compare with < and ==.
type Day string

// Month is a calendar month as text, 2026-11; "" is no month. Months compare with < and ==.
type Month string

// ParseDay reads 2026-11-23; anything else is an error.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return "", fmt.Errorf("day %q: %w", s, err)
	}
	return Day(t.Format(time.DateOnly)), nil
}

// DayOf is the day an instant falls on in its own zone; give it the coop's zone with t.In.
func DayOf(t time.Time) Day { return Day(t.Format(time.DateOnly)) }

// MakeDay is the day of a date; out-of-range values are carried over as time.Date does.
func MakeDay(year int, month time.Month, day int) Day {
	return DayOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

func (d Day) utc() time.Time {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return time.Time{}
	}
	return t
}

// Add is the day n days later (earlier when n is negative); no day stays no day.
func (d Day) Add(n int) Day {
	if d == "" {
		return ""
	}
	return DayOf(d.utc().AddDate(0, 0, n))
}

// AddMonths is the same date n months later, carried over at a month's end as time.AddDate does.
func (d Day) AddMonths(n int) Day {
	if d == "" {
		return ""
	}
	return DayOf(d.utc().AddDate(0, n, 0))
}

// DaysSince counts the days from an earlier day to d, negative when d is the earlier one.
func (d Day) DaysSince(earlier Day) int {
	return int(d.utc().Sub(earlier.utc()).Hours() / 24)
}

// Weekday is the day of the week.
func (d Day) Weekday() time.Weekday { return d.utc().Weekday() }

// Date is year, month and day of the month.
func (d Day) Date() (int, time.Month, int) { return d.utc().Date() }

// Month is the month the day falls in.
func (d Day) Month() Month {
	if len(d) < len("2006-01") {
		return ""
	}
	return Month(d[:len("2006-01")])
}

// Monday is the first day of d's week.
func (d Day) Monday() Day {
	return d.Add(-(int(d.Weekday()) + 6) % 7)
}

// At is the instant of an hour on that day in a zone.
func (d Day) At(hour, minute int, zone *time.Location) time.Time {
	y, m, n := d.Date()
	return time.Date(y, m, n, hour, minute, 0, 0, zone)
}

// Start is the first instant of the day in a zone.
func (d Day) Start(zone *time.Location) time.Time { return d.At(0, 0, zone) }

// ParseMonth reads 2026-11; anything else is an error.
func ParseMonth(s string) (Month, error) {
	t, err := time.Parse("2006-01", s)
	if err != nil {
		return "", fmt.Errorf("month %q: %w", s, err)
	}
	return Month(t.Format("2006-01")), nil
}

// First is the month's first day.
func (m Month) First() Day { return Day(string(m) + "-01") }

// Last is the month's last day.
func (m Month) Last() Day { return m.Next().First().Add(-1) }

// Next is the month after.
func (m Month) Next() Month { return m.Add(1) }

// Previous is the month before.
func (m Month) Previous() Month { return m.Add(-1) }

// Add is the month n months later, earlier when n is negative.
func (m Month) Add(n int) Month { return m.First().AddMonths(n).Month() }

// Window is the span of days in which a courtesy visit is meant to happen.
type Window struct {
	From Day `json:"from"`
	Aim  Day `json:"aim"`
	To   Day `json:"to"`
}

// Holds says whether a day lies in the window.
func (w Window) Holds(d Day) bool { return w.From <= d && d <= w.To }

// WindowRule is how many days after the entry the window opens, aims and ends
// (by default 30, 60 and 90; no public rule fixes it, the coop does).
type WindowRule struct {
	From int `json:"from"`
	Aim  int `json:"aim"`
	To   int `json:"to"`
}

// Of is the window that follows an entry day; an unknown entry has none.
func (r WindowRule) Of(entry Day) Window {
	if entry == "" {
		return Window{}
	}
	return Window{From: entry.Add(r.From), Aim: entry.Add(r.Aim), To: entry.Add(r.To)}
}
