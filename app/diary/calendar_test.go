package diary_test

import (
	"bufio"
	"os"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// The years that the list of another program covers.
const (
	firstListed = 2020
	lastListed  = 2035
)

// listed reads the holidays that another program knows, by place.
func listed(t *testing.T) map[coop.HolidayPlace]map[string]bool {
	t.Helper()
	file, err := os.Open("testdata/holidays.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	found := map[coop.HolidayPlace]map[string]bool{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		place, day, ok := strings.Cut(lines.Text(), ",")
		if !ok || strings.HasPrefix(place, "#") || place == "place" {
			continue
		}
		if found[coop.HolidayPlace(place)] == nil {
			found[coop.HolidayPlace(place)] = map[string]bool{}
		}
		found[coop.HolidayPlace(place)][day] = true
	}
	return found
}

// everyDay calls f for each day of the listed years.
func everyDay(f func(time.Time)) {
	for at := time.Date(firstListed, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() <= lastListed; at = at.AddDate(0, 0, 1) {
		f(at)
	}
}

func TestHolidaysAgreeWithAnotherProgramsInEveryPlace(t *testing.T) {
	list := listed(t)
	if len(list) != len(coop.HolidayPlaces()) {
		t.Fatalf("the list has %d places, want %d", len(list), len(coop.HolidayPlaces()))
	}
	for _, place := range coop.HolidayPlaces() {
		t.Run(string(place), func(t *testing.T) {
			c := diary.NewCalendar(place, false)
			n := 0
			everyDay(func(at time.Time) {
				day := at.Format(time.DateOnly)
				got := c.Holiday(coop.Day(day))
				if got != list[place][day] {
					t.Errorf("%s is a holiday: %v, the other program says %v", day, got, list[place][day])
				}
				if got {
					n++
				}
			})
			if years := lastListed - firstListed + 1; n < 11*years-2 { // two holidays may fall on one day
				t.Errorf("%d holidays in %d years", n, years)
			}
		})
	}
}

func TestBridgeDaysAgreeWithAnotherProgramsHolidays(t *testing.T) {
	list := listed(t)
	for _, place := range coop.HolidayPlaces() {
		t.Run(string(place), func(t *testing.T) {
			var want, got []string
			everyDay(func(at time.Time) {
				on := func(days int) bool { return list[place][at.AddDate(0, 0, days).Format(time.DateOnly)] }
				if at.AddDate(0, 0, 1).Year() > lastListed {
					on = func(days int) bool { // New Year's Day of the year after the list
						return days == 1 || list[place][at.AddDate(0, 0, days).Format(time.DateOnly)]
					}
				}
				switch at.Weekday().String() {
				case "Monday":
					if on(1) && !on(0) {
						want = append(want, at.Format(time.DateOnly))
					}
				case "Friday":
					if on(-1) && !on(0) {
						want = append(want, at.Format(time.DateOnly))
					}
				default:
				}
			})
			c := diary.NewCalendar(place, false)
			for year := firstListed; year <= lastListed; year++ {
				for _, day := range c.Bridges(year) {
					got = append(got, string(day))
				}
			}
			if !slices.Equal(got, want) {
				t.Errorf("got %v\nwant %v", got, want)
			}
		})
	}
}

func TestBridgesOfAYearArePlain(t *testing.T) {
	c := diary.NewCalendar(coop.Mainland, false)
	for year, want := range map[int][]coop.Day{
		2024: {"2024-05-10", "2024-08-16"}, // Ascension and Assumption fall on Thursdays
		2029: { // 1 and 8 May, Christmas and the next New Year's Day on Tuesdays, Ascension and All Saints' on Thursdays
			"2029-04-30", "2029-05-07", "2029-05-11", "2029-11-02", "2029-12-24", "2029-12-31",
		},
	} {
		t.Run(strconv.Itoa(year), func(t *testing.T) {
			if got := c.Bridges(year); !slices.Equal(got, want) {
				t.Errorf("got %v, want %v", got, want)
			}
		})
	}
}

func TestWhitMondayMayBeWorked(t *testing.T) {
	if !diary.NewCalendar(coop.Mainland, false).Holiday("2026-05-25") {
		t.Error("Whit Monday is no holiday where nobody works it")
	}
	worked := diary.NewCalendar(coop.Mainland, true)
	if worked.Holiday("2026-05-25") || worked.Closed("2026-05-25") != diary.Open {
		t.Error("Whit Monday is a holiday although it is worked")
	}
	if !worked.Holiday("2026-04-06") {
		t.Error("Easter Monday is no holiday")
	}
}

func TestTheCoopIsClosedOnSundaysAndHolidays(t *testing.T) {
	c := diary.NewCalendar(coop.Mainland, false)
	for day, want := range map[coop.Day]diary.Closure{
		"2026-11-23": diary.Open,
		"2026-11-22": diary.Sunday,
		"2026-11-21": diary.Weekend,
		"2026-11-11": diary.Holiday,
		"2026-04-06": diary.Holiday, // Easter Monday
		"2026-05-14": diary.Holiday, // Ascension
		"2026-05-25": diary.Holiday, // Whit Monday
		"2026-11-01": diary.Holiday, // on a Sunday
		"2027-01-01": diary.Holiday,
		"":           diary.Open,
		"2026-13-01": diary.Open,
	} {
		t.Run(string(day), func(t *testing.T) {
			if got := c.Closed(day); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}

func TestWorkingDaysSkipWeekendsAndHolidays(t *testing.T) {
	c := diary.NewCalendar(coop.Mainland, false)
	if got := c.WorkingDaysBetween("2026-11-06", "2026-11-12"); got != 3 {
		t.Errorf("%d working days from Friday the 6th to Thursday the 12th, want 3 (the 11th is a holiday)", got)
	}
	if got := c.AddWorkingDays("2026-11-10", 1); got != "2026-11-12" {
		t.Errorf("the working day after the 10th is %s, want the 12th", got)
	}
	if got := c.WorkingDaysBefore("2026-11-12", 1); got != "2026-11-10" {
		t.Errorf("the working day before the 12th is %s, want the 10th", got)
	}
	if got := c.WorkingDaysBefore("2026-11-16", 2); got != "2026-11-12" {
		t.Errorf("two working days before Monday the 16th is %s, want Thursday the 12th", got)
	}
	if got := c.AddWorkingDays("", 3); got != "" {
		t.Errorf("a working day after no day is %q", got)
	}
	if got := c.WorkingDaysBetween("", "2026-11-12"); got != 0 {
		t.Errorf("%d working days since no day", got)
	}
}

func TestDaysAreCountedAsTheClockDoes(t *testing.T) {
	c := diary.NewCalendar(coop.Mainland, false)
	for at := time.Date(1890, 1, 1, 0, 0, 0, 0, time.UTC); at.Year() < 2210; at = at.AddDate(0, 0, 1) {
		day := coop.Day(at.Format(time.DateOnly))
		want := diary.Open
		switch holiday := c.Holiday(day); {
		case holiday:
			want = diary.Holiday
		case at.Weekday() == time.Sunday:
			want = diary.Sunday
		case at.Weekday() == time.Saturday:
			want = diary.Weekend
		}
		if got := c.Closed(day); got != want {
			t.Fatalf("%s is %q, want %q", day, got, want)
		}
		if (at.Month() == time.May && at.Day() == 1) && want != diary.Holiday {
			t.Fatalf("%s is no holiday", day)
		}
	}
}

func TestACalendarServesSeveralAtOnce(t *testing.T) {
	list := listed(t)[coop.AlsaceMoselle]
	want := 0
	everyDay(func(at time.Time) {
		if w := at.Weekday(); w != time.Saturday && w != time.Sunday && !list[at.Format(time.DateOnly)] {
			want++
		}
	})
	c := diary.NewCalendar(coop.AlsaceMoselle, false)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got := c.WorkingDaysBetween("2019-12-31", "2035-12-31"); got != want {
				t.Errorf("%d working days in sixteen years, want %d", got, want)
			}
		})
	}
	all.Wait()
}
