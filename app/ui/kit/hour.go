package kit

import (
	"fmt"
	"strings"

	"bienvenue/app/ui/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// HourField is an hour of the day, typed as 14:30 or 14h30, or moved by steps.
type HourField struct {
	widget.BaseWidget
	words     Words
	step      int // in minutes
	minutes   int // since midnight; -1 for none
	field     *Field
	row       *fyne.Container
	onChanged func(int)
}

const wholeDay = 24 * 60

// NewHourField is empty; the step is in minutes. onChanged is called with the minutes since midnight when a person
// has given an hour that can be read.
func NewHourField(words Words, label string, step int, onChanged func(minutes int)) *HourField {
	h := &HourField{words: words, step: step, minutes: -1, onChanged: onChanged}
	h.field = NewField("", "", h.typed).WithPlaceholder(words.T("kit.hour.example"))
	h.field.input.names = []string{label}
	less := IconButton(look.IconMinus, words.T("kit.hour.earlier"), func() { h.move(-step) }).Framed()
	more := IconButton(look.IconPlus, words.T("kit.hour.later"), func() { h.move(step) }).Framed()
	h.row = Lines(Caption(label).Strong(), TopRow(look.Snug, less, Grow(h.field), more))
	h.ExtendBaseWidget(h)
	return h
}

// Minutes is the hour in minutes since midnight, if one is given.
func (h *HourField) Minutes() (int, bool) { return h.minutes, h.minutes >= 0 }

// Set gives an hour in minutes since midnight without calling onChanged.
func (h *HourField) Set(minutes int) {
	h.minutes = minutes
	h.field.SetText(h.say(minutes))
	h.field.SetError("")
}

// SetError says below what is wrong.
func (h *HourField) SetError(text string) { h.field.SetError(text) }

// Focusable is the part that takes the keyboard, for Sheet.First.
func (h *HourField) Focusable() fyne.Focusable { return h.field.input }

func (h *HourField) say(minutes int) string {
	if minutes < 0 {
		return ""
	}
	return h.words.T("kit.hour", map[string]any{"H": minutes / 60, "M": fmt.Sprintf("%02d", minutes%60)})
}

// move goes to the next whole step; from nowhere it begins at nine in the morning.
func (h *HourField) move(by int) {
	minutes := 9 * 60
	if h.minutes >= 0 {
		minutes = (h.minutes + by) / h.step * h.step
	}
	h.Set(min(max(minutes, 0), wholeDay-h.step))
	if h.onChanged != nil {
		h.onChanged(h.minutes)
	}
}

func (h *HourField) typed(text string) {
	minutes, ok := ReadHour(text)
	h.field.SetError("")
	if !ok {
		h.minutes = -1
		if len(text) >= len("14:30") {
			h.field.SetError(h.words.T("kit.hour.unreadable"))
		}
		return
	}
	if minutes != h.minutes {
		h.minutes = minutes
		if h.onChanged != nil {
			h.onChanged(minutes)
		}
	}
}

// ReadHour reads an hour as people type it, in minutes since midnight: 14:30, 14h30, 14 h 30, 14h, 14, 1430.
func ReadHour(text string) (minutes int, ok bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' })
	if len(parts) == 1 && (len(parts[0]) == 3 || len(parts[0]) == 4) {
		cut := len(parts[0]) - 2
		parts = []string{parts[0][:cut], parts[0][cut:]}
	}
	hour, minute := 0, 0
	switch len(parts) {
	case 1:
		hour = number(parts[0])
	case 2:
		if len(parts[1]) != 2 {
			return 0, false
		}
		hour, minute = number(parts[0]), number(parts[1])
	default:
		return 0, false
	}
	if len(parts[0]) > 2 || hour > 23 || minute > 59 {
		return 0, false
	}
	return hour*60 + minute, true
}

// CreateRenderer implements fyne.Widget.
func (h *HourField) CreateRenderer() fyne.WidgetRenderer { return around(h.row) }
