package i18n

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"bienvenue/app/coop"
)

// Number is a whole number with its thousands apart, « 1 752 ».
func (w *Words) Number(n int) string { return w.printer.Sprintf("%d", n) }

// Decimal is a number with one digit after the mark, « 8,4 ».
func (w *Words) Decimal(x float64) string { return w.printer.Sprintf("%.1f", x) }

// Percent is a share between 0 and 1 as a whole percentage, « 87 % ».
func (w *Words) Percent(share float64) string {
	return w.T("format.percent", Args{"N": strconv.Itoa(int(share*100 + 0.5))})
}

// Money is an amount of cents, « 16 € » or « 16,50 € ».
func (w *Words) Money(cents int) string {
	if cents%100 == 0 {
		return w.T("format.money", Args{"Amount": w.Number(cents / 100)})
	}
	return w.T("format.money", Args{"Amount": w.printer.Sprintf("%.2f", float64(cents)/100)})
}

// Minutes is a length of time, « 45 min » or « 1 h 15 ».
func (w *Words) Minutes(n int) string {
	if n < 60 {
		return w.T("format.minutes", Args{"N": n})
	}
	if n%60 == 0 {
		return w.T("format.hours", Args{"H": n / 60})
	}
	return w.T("format.hours-minutes", Args{"H": n / 60, "M": twoDigits(n % 60)})
}

// Day is a day in words without its year, « mardi 14 juillet »; no day is "".
func (w *Words) Day(d coop.Day) string { return w.day("format.day", d) }

// DayLong is a day in words with its year, « mardi 14 juillet 2026 »; no day is "".
func (w *Words) DayLong(d coop.Day) string { return w.day("format.day.long", d) }

// Date is a day without its weekday, « 14 juillet 2026 »; no day is "".
func (w *Words) Date(d coop.Day) string { return w.day("format.date", d) }

// DateBrief is a day without its weekday, « 14 juillet », with its year where that is wanted; no day is "".
func (w *Words) DateBrief(d coop.Day, year bool) string {
	if year {
		return w.Date(d)
	}
	return w.day("format.date.brief", d)
}

// DayShort is a day in figures, « 14/07/2026 »; no day is "".
func (w *Words) DayShort(d coop.Day) string {
	if d == "" {
		return ""
	}
	year, month, day := d.Date()
	return w.T("format.day.short", Args{"D": twoDigits(day), "M": twoDigits(int(month)), "Y": year})
}

func (w *Words) day(key string, d coop.Day) string {
	if d == "" {
		return ""
	}
	year, month, day := d.Date()
	return w.T(key, Args{
		"Weekday": w.Weekday(d.Weekday()), "D": w.ordinal(day),
		"Month": w.MonthName(int(month)), "Y": year,
	})
}

// ordinal is the day of the month as it is said: the first of the month is special in French.
func (w *Words) ordinal(day int) string {
	if day == 1 {
		return w.T("format.first")
	}
	return strconv.Itoa(day)
}

// Month is a month in words, « novembre 2026 »; no month is "".
func (w *Words) Month(m coop.Month) string {
	if m == "" {
		return ""
	}
	year, month, _ := m.First().Date()
	return w.T("format.month", Args{"Month": w.MonthName(int(month)), "Y": year})
}

var monthKeys = [...]string{
	"format.month.january", "format.month.february", "format.month.march", "format.month.april",
	"format.month.may", "format.month.june", "format.month.july", "format.month.august",
	"format.month.september", "format.month.october", "format.month.november", "format.month.december",
}

// MonthName is the name of a month from 1 to 12, « juillet »; any other number is "".
func (w *Words) MonthName(month int) string {
	if month < 1 || month > len(monthKeys) {
		return ""
	}
	return w.T(monthKeys[month-1])
}

var weekdayKeys = [...]string{
	"format.weekday.sunday", "format.weekday.monday", "format.weekday.tuesday", "format.weekday.wednesday",
	"format.weekday.thursday", "format.weekday.friday", "format.weekday.saturday",
}

// Weekday is the name of a day of the week, « mardi ».
func (w *Words) Weekday(d time.Weekday) string { return w.T(weekdayKeys[d]) }

// Hour is an instant's hour in the coop's zone, « 14 h 30 », « 10 h ».
func (w *Words) Hour(t time.Time) string {
	t = t.In(w.zone)
	if t.Minute() == 0 {
		return w.T("format.hour.sharp", Args{"H": t.Hour()})
	}
	return w.T("format.hour", Args{"H": t.Hour(), "M": twoDigits(t.Minute())})
}

// Clock is a time of day in minutes after midnight, « 14 h 30 », « 10 h »; the end of the day is 24 h.
func (w *Words) Clock(minutes int) string {
	if minutes%60 == 0 {
		return w.T("format.hour.sharp", Args{"H": minutes / 60})
	}
	return w.T("format.hour", Args{"H": minutes / 60, "M": twoDigits(minutes % 60)})
}

// DayOf is the day of an instant in the coop's zone.
func (w *Words) DayOf(t time.Time) coop.Day { return coop.DayOf(t.In(w.zone)) }

// When is an instant as it is said, « mardi 14 juillet à 14 h 30 »; no instant is "".
func (w *Words) When(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return w.T("format.when", Args{"Day": w.Day(w.DayOf(t)), "Hour": w.Hour(t)})
}

// Phone is a French number by pairs of digits, « 06 39 98 11 02 »; any other stays as it is.
func (w *Words) Phone(number string) string {
	if len(number) != 10 || number[0] != '0' {
		return number
	}
	var pairs []string
	for i := 0; i < len(number); i += 2 {
		pairs = append(pairs, number[i:i+2])
	}
	return strings.Join(pairs, "\u00a0")
}

// Sentence begins a text with a capital, as a title or a sentence does: « Mardi 14 juillet ».
func Sentence(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + text[size:]
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
