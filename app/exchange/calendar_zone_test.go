package exchange_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/exchange"
)

// around lists instants that a zone's clocks are easily wrong at: every half hour
// around each change of some years, and a few of every month.
func around(z *time.Location, first, last int) []time.Time {
	var all []time.Time
	until := time.Date(last+1, 1, 1, 0, 0, 0, 0, z)
	for at := time.Date(first, 1, 1, 0, 0, 0, 0, z); ; {
		_, end := at.ZoneBounds()
		if end.IsZero() || !end.Before(until) {
			break
		}
		for d := -3 * time.Hour; d <= 3*time.Hour; d += 30 * time.Minute {
			all = append(all, end.Add(d))
		}
		at = end
	}
	for at := time.Date(first, 1, 1, 8, 30, 0, 0, z); at.Before(until); at = at.AddDate(0, 0, 9) {
		all = append(all, at)
	}
	return all
}

// appointments are visits at instants.
func appointments(z *time.Location, starts []time.Time) exchange.Calendar {
	c := exchange.Calendar{Zone: z, Stamp: stamp}
	for i, start := range starts {
		s := stop()
		s.ID = coop.VisitID(fmt.Sprint("visit-", i))
		s.Start, s.End = start, start.Add(50*time.Minute)
		c.Stops = append(c.Stops, s)
	}
	return c
}

// TestHoursAreRightByTheFilesOwnClocks reads the instants back with nothing but the file's VTIMEZONE.
func TestHoursAreRightByTheFilesOwnClocks(t *testing.T) {
	const form = "2006-01-02T15:04:05Z"
	zones := map[string]string{
		"Europe/Paris": "DAYLIGHT STANDARD", "America/Guadeloupe": "STANDARD", "America/Martinique": "STANDARD",
		"America/Cayenne": "STANDARD", "Indian/Reunion": "STANDARD", "Indian/Mayotte": "STANDARD", "Pacific/Noumea": "STANDARD",
		"Pacific/Tahiti": "STANDARD", "Pacific/Marquesas": "STANDARD", "Pacific/Wallis": "STANDARD",
		"America/Miquelon": "DAYLIGHT STANDARD", "America/St_Barthelemy": "STANDARD",
		// No coop is there, but the settings take any zone.
		"Europe/Dublin": "DAYLIGHT STANDARD", "America/New_York": "DAYLIGHT STANDARD", "Australia/Lord_Howe": "DAYLIGHT STANDARD",
		"America/Santiago": "", "Africa/Casablanca": "", "Asia/Jerusalem": "", "Africa/Cairo": "", "UTC": "none",
	}
	names := slices.Sorted(maps.Keys(zones))
	var all []exchange.Calendar
	for _, name := range names {
		z := zone(t, name)
		all = append(all, appointments(z, around(z, 2026, 2027)))
	}
	for i, read := range readBack(t, all...) {
		name, parts, stops := names[i], zones[names[i]], all[i].Stops
		t.Run(name, func(t *testing.T) {
			if got := strings.Join(read.Zones[name], " "); parts != "" && parts != "none" && got != parts || (parts == "none") != (len(read.Zones) == 0) {
				t.Errorf("the clocks are %q", got)
			}
			wrong := 0
			for i, e := range read.Events {
				start, end := stops[i].Start.UTC().Format(form), stops[i].End.UTC().Format(form)
				if slices.ContainsFunc(e.Start, func(s string) bool { return s != start }) || slices.ContainsFunc(e.End, func(s string) bool { return s != end }) {
					if wrong++; wrong < 5 {
						t.Errorf("%s to %s is read as %v to %v", stops[i].Start, end, e.Start, e.End)
					}
				}
			}
			if wrong > 0 || len(read.Events) != len(stops) {
				t.Errorf("%d of %d are wrong", wrong, len(stops))
			}
		})
	}
}

// TestTheClocksOfFranceAreTheRuleThatProgramsKnow compares with what Outlook, Google and Thunderbird
// write themselves: Outlook reads no other form.
func TestTheClocksOfFranceAreTheRuleThatProgramsKnow(t *testing.T) {
	got := string(written(t, calendar(t, stop())))
	for _, want := range []string{
		"BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\nBEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\n" +
			"TZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n" +
			"BEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n" +
			"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n",
		"DTSTART;TZID=Europe/Paris:20261201T100000\r\nDTEND;TZID=Europe/Paris:20261201T104500\r\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("the file does not say %q:\n%s", want, got)
		}
	}
	reunion := calendar(t, stop())
	reunion.Zone = zone(t, "Indian/Reunion")
	if got := string(written(t, reunion)); !strings.Contains(got, "DTSTART:19700101T000000\r\nTZOFFSETFROM:+0400\r\nTZOFFSETTO:+0400\r\n") || strings.Contains(got, "RRULE") {
		t.Errorf("got %s", got)
	}
}
