package diary_test

import (
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

func TestTheCoopIsClosedOnSundaysAndHolidays(t *testing.T) {
	c := diary.NewCalendar()
	for day, want := range map[coop.Day]diary.Closure{
		"2026-11-23": diary.Open,
		"2026-11-22": diary.Sunday,
		"2026-11-21": diary.Weekend,
		"2026-11-11": diary.Holiday,
		"2026-04-06": diary.Holiday, // Easter Monday
		"2026-05-14": diary.Holiday, // Ascension
		"2026-05-25": diary.Holiday, // Whit Monday
		"2027-01-01": diary.Holiday,
	} {
		t.Run(string(day), func(t *testing.T) {
			if got := c.Closed(day); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestWorkingDaysSkipWeekendsAndHolidays(t *testing.T) {
	c := diary.NewCalendar()
	if got := c.WorkingDaysBetween("2026-11-06", "2026-11-12"); got != 3 {
		t.Errorf("%d working days from Friday the 6th to Thursday the 12th, want 3 (the 11th is a holiday)", got)
	}
	if got := c.AddWorkingDays("2026-11-10", 1); got != "2026-11-12" {
		t.Errorf("the working day after the 10th is %s, want the 12th", got)
	}
}
