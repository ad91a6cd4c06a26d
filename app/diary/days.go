package diary

import (
	"time"

	"bienvenue/app/coop"
)

// Days are counted here from 1970-01-01, so that a week of them needs no text to be read again:
// the wave asks for hundreds of thousands of days.

const (
	daySeconds = 24 * 60 * 60
	dayMinutes = 24 * 60
	weekDays   = 7
)

// number counts a day from 1970-01-01; ok is false for a text that is no day.
func number(d coop.Day) (n int, ok bool) {
	if len(d) != len(time.DateOnly) || d[4] != '-' || d[7] != '-' {
		return 0, false
	}
	year, month, day := digits(d[:4]), digits(d[5:7]), digits(d[8:])
	if year < 0 || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, false
	}
	return count(year, month, day), true
}

func digits(s coop.Day) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// count is the days from 1970-01-01 to a date. The year is taken to begin in March, so that the
// leap day is its last one; 153 days are five months from there.
func count(year, month, day int) int {
	const untilEpoch = 719468 // from 0000-03-01
	month -= 3
	if month < 0 {
		month += 12
		year--
	}
	return year*365 + year/4 - year/100 + year/400 + (153*month+2)/5 + day - 1 - untilEpoch
}

// dayOf is the text of a day that was counted.
func dayOf(n int) coop.Day { return coop.DayOf(time.Unix(int64(n)*daySeconds, 0).UTC()) }

// weekday is 0 on a Monday, 6 on a Sunday.
func weekday(n int) int {
	const epoch = 3 // 1970-01-01 was a Thursday
	return ((n+epoch)%weekDays + weekDays) % weekDays
}

const (
	monday   = 0
	friday   = 4
	saturday = 5
	sunday   = 6
)

// moment is an instant by the coop's clock: the day, and the second of it.
func moment(t time.Time, zone *time.Location) (day, second int) {
	_, offset := t.In(zone).Zone()
	at := t.Unix() + int64(offset)
	day = int(at / daySeconds)
	if at%daySeconds < 0 {
		day--
	}
	return day, int(at - int64(day)*daySeconds)
}

// piece is the part of a time that lies on one day, by the minutes of the coop's clock.
type piece struct {
	day  int
	span coop.Span
}

// pieces cuts a time at midnight and where the clock changes, so that each piece runs on the clock
// without a jump: an hour that is passed over is in none, an hour that comes twice may be in two.
func pieces(from, to time.Time, zone *time.Location) []piece {
	found := make([]piece, 0, 1)
	for at := from; at.Before(to); {
		day, second := moment(at, zone)
		next := at.Add(time.Duration(daySeconds-second) * time.Second)
		if _, change := at.In(zone).ZoneBounds(); !change.IsZero() && change.Before(next) {
			next = change
		}
		if next.After(to) {
			next = to
		}
		length := int((next.Sub(at) + time.Second - 1) / time.Second)
		found = append(found, piece{day, coop.Span{From: second / 60, To: (second + length + 59) / 60}})
		at = next
	}
	return found
}
