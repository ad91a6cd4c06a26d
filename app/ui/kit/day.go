package kit

import (
	"strconv"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Calendar gives the words and the forms of days; app/i18n has it.
type Calendar interface {
	Words
	Month(coop.Month) string
	Weekday(time.Weekday) string
	Day(coop.Day) string
	DayShort(coop.Day) string
}

// DayField is a day that is typed as 23/11/2026, or picked from a month.
type DayField struct {
	widget.BaseWidget
	words     Calendar
	today     coop.Day
	day       coop.Day
	closed    func(coop.Day) bool
	field     *Field
	row       *fyne.Container
	hint      string
	onChanged func(coop.Day)
}

// NewDayField is empty. onChanged is called when a person has typed or picked a day that can be read, and with ""
// when they empty the field.
func NewDayField(words Calendar, label string, today coop.Day, onChanged func(coop.Day)) *DayField {
	d := &DayField{words: words, today: today, onChanged: onChanged}
	d.field = NewField(label, "", d.typed).WithPlaceholder(words.T("kit.day.example"))
	d.field.input.names = []string{label}
	pick := IconButton(look.IconCalendarDays, words.T("kit.day.pick"), d.pick)
	d.field.input.ActionItem = pick
	d.row = Row(Grow(d.field))
	d.ExtendBaseWidget(d)
	return d
}

// WithHint shows a small text below while no day is given; a day shows its weekday instead.
func (d *DayField) WithHint(text string) *DayField {
	d.hint = text
	d.tell()
	return d
}

// Closed marks days as closed in the month: they can be picked, but are seen to be closed.
func (d *DayField) Closed(closed func(coop.Day) bool) *DayField { d.closed = closed; return d }

// Day is the day that is given, if one is.
func (d *DayField) Day() (coop.Day, bool) { return d.day, d.day != "" }

// Set gives a day without calling onChanged; "" empties the field.
func (d *DayField) Set(day coop.Day) {
	d.day = day
	d.field.SetText(d.words.DayShort(day))
	d.field.SetError("")
	d.tell()
}

// SetError says below what is wrong.
func (d *DayField) SetError(text string) { d.field.SetError(text) }

// Enable lets a person change the day.
func (d *DayField) Enable() { d.field.Enable() }

// Disable shows the day without letting a person change it.
func (d *DayField) Disable() { d.field.Disable() }

// Focusable is the part that takes the keyboard, for Sheet.First.
func (d *DayField) Focusable() fyne.Focusable { return d.field.input }

func (d *DayField) tell() {
	if d.day == "" {
		d.field.WithHint(d.hint)
		return
	}
	d.field.WithHint(d.words.Day(d.day))
}

func (d *DayField) typed(text string) {
	day, ok := ReadDay(text, d.today)
	switch {
	case strings.TrimSpace(text) == "":
		d.change("", "")
	case ok:
		d.change(day, "")
	case len(text) >= len("23/11/2026"):
		d.change("", d.words.T("kit.day.unreadable"))
	default:
		d.change("", "")
	}
}

func (d *DayField) change(day coop.Day, fault string) {
	before := d.day
	d.day = day
	d.field.SetError(fault)
	d.tell()
	if day != before && d.onChanged != nil {
		d.onChanged(day)
	}
}

func (d *DayField) pick() {
	c := canvasOf(d.field.input)
	if c == nil {
		return
	}
	var sheet *OpenSheet
	shown := d.day
	if shown == "" {
		shown = d.today
	}
	grid := NewMonthGrid(d.words, shown, d.today, func(day coop.Day) {
		sheet.Close()
		d.field.SetText(d.words.DayShort(day))
		d.change(day, "")
	})
	grid.Closed(d.closed)
	sheet = ShowSheet(c, d.words, Sheet{Title: d.words.T("kit.day.pick"), Content: grid, Width: 400})
}

// CreateRenderer implements fyne.Widget.
func (d *DayField) CreateRenderer() fyne.WidgetRenderer { return around(d.row) }

// ReadDay reads a day as people type it: 23/11/2026, 23.11.26, 23-11-2026, 23112026, 23/11 (of this year),
// 2026-11-23.
func ReadDay(text string, today coop.Day) (coop.Day, bool) {
	text = strings.TrimSpace(text)
	if day, err := coop.ParseDay(text); err == nil {
		return day, true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if len(parts) == 1 && (len(parts[0]) == 8 || len(parts[0]) == 6) {
		parts = []string{parts[0][:2], parts[0][2:4], parts[0][4:]}
	}
	if len(parts) == 2 && strings.Trim(text, "0123456789") == "/" && strings.Index(text, "/") != len(text)-1 {
		year, _, _ := today.Date()
		parts = append(parts, strconv.Itoa(year))
	}
	if len(parts) != 3 {
		return "", false
	}
	day, month, year := number(parts[0]), number(parts[1]), number(parts[2])
	switch len(parts[2]) {
	case 2:
		year += 2000
	case 4:
	default:
		return "", false
	}
	made := coop.MakeDay(year, time.Month(month), day)
	if _, m, n := made.Date(); int(m) != month || n != day || year < 1900 {
		return "", false // the 31st of a month of 30 days
	}
	return made, true
}

// number is a text of digits as a number, 0 when it is too long to be one.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
