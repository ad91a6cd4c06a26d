package preferences

import (
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// mostSpans is how many spans a day may have: a morning, an afternoon, an evening.
const mostSpans = 3

// weekdays are the days of a week as coop.Week has them.
var weekdays = [7]time.Weekday{
	time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday,
}

// weekEditor edits a working week by its days.
type weekEditor struct {
	words   *i18n.Words
	days    [7]*dayEditor
	box     *fyne.Container
	touched func()
}

// dayEditor is one day of the week: its spans, each from an hour to another.
type dayEditor struct {
	week  *weekEditor
	name  string
	spans []*spanFields
	line  *fyne.Container
	fault *kit.Text
}

type spanFields struct{ from, to *kit.Field }

func newWeekEditor(words *i18n.Words, week coop.Week, touched func()) *weekEditor {
	e := &weekEditor{words: words, touched: touched, box: kit.Stack(look.Tight)}
	for i := range e.days {
		e.days[i] = &dayEditor{week: e, name: capital(words.Weekday(weekdays[i])), line: kit.Flow(), fault: kit.Caption("").Toned(kit.Late)}
		e.days[i].fault.Hide()
		row := kit.TopRow(look.Snug, kit.Sized(dayWidth, 0, kit.PaddedXY(0, look.Gap, kit.Body(e.days[i].name).OneLine())), kit.Grow(kit.Lines(e.days[i].line, e.days[i].fault)))
		e.box.Add(row)
	}
	e.set(week)
	e.box.Add(kit.Row(kit.QuietButton(words.T("preferences.week.copy"), e.copyMonday).WithIcon(look.IconCopy), kit.Spacer()))
	return e
}

// The widths of a day's name and of an hour.
const (
	dayWidth  float32 = 92
	hourWidth float32 = 84
)

func (e *weekEditor) object() fyne.CanvasObject { return e.box }

// set shows a week.
func (e *weekEditor) set(week coop.Week) {
	for i, d := range e.days {
		d.spans = nil
		for _, s := range week[i] {
			d.add(s)
		}
		d.fill()
	}
}

// copyMonday gives the other days from Tuesday to Friday Monday's hours.
func (e *weekEditor) copyMonday() {
	const friday = 4
	for _, d := range e.days[1 : friday+1] {
		d.spans = nil
		for _, s := range e.days[0].spans {
			copied := d.fields()
			copied.from.SetText(s.from.Text())
			copied.to.SetText(s.to.Text())
			d.spans = append(d.spans, copied)
		}
		d.fill()
	}
	e.touched()
}

// read is the week as it is typed; false when a day cannot be read, which is said there.
func (e *weekEditor) read() (week coop.Week, whole bool) {
	whole = true
	for i, d := range e.days {
		spans, ok := d.read(i)
		week[i], whole = spans, whole && ok
	}
	e.box.Refresh()
	return week, whole
}

func (d *dayEditor) fields() *spanFields {
	t := d.week.words.T
	changed := func(string) { d.week.touched() }
	return &spanFields{
		from: kit.NewField("", "", changed).Named(t("preferences.week.from", i18n.Args{"Day": d.name})).WithPlaceholder(t("preferences.week.example")),
		to:   kit.NewField("", "", changed).Named(t("preferences.week.to", i18n.Args{"Day": d.name})).WithPlaceholder(t("preferences.week.example")),
	}
}

func (d *dayEditor) add(s coop.Span) {
	f := d.fields()
	f.from.SetText(d.week.words.Clock(s.From))
	f.to.SetText(d.week.words.Clock(s.To))
	d.spans = append(d.spans, f)
}

// more adds a span after the last one: a morning first, then an afternoon, then what is typed.
func (d *dayEditor) more() {
	const morning, noon, afternoon, evening = 8*60 + 30, 12*60 + 30, 13*60 + 30, 18 * 60
	switch len(d.spans) {
	case 0:
		d.add(coop.Span{From: morning, To: noon})
	case 1:
		d.add(coop.Span{From: afternoon, To: evening})
	default:
		d.spans = append(d.spans, d.fields())
	}
	d.fill()
	d.week.touched()
}

func (d *dayEditor) remove(at int) {
	d.spans = append(d.spans[:at:at], d.spans[at+1:]...)
	d.fill()
	d.week.touched()
}

// fill shows the day's spans.
func (d *dayEditor) fill() {
	t := d.week.words.T
	d.fault.Hide()
	d.line.RemoveAll()
	for i, s := range d.spans {
		away := kit.IconButton(look.IconClose, t("preferences.week.remove", i18n.Args{"Day": d.name}), func() { d.remove(i) })
		d.line.Add(kit.Row(kit.Sized(hourWidth, 0, s.from), kit.Quiet(t("preferences.week.until")).Whole(), kit.Sized(hourWidth, 0, s.to), away))
	}
	if len(d.spans) == 0 {
		d.line.Add(kit.Sized(0, look.Touch, kit.PaddedXY(0, look.Gap, kit.Quiet(t("preferences.week.off")).Whole())))
	}
	if len(d.spans) < mostSpans {
		d.line.Add(kit.IconButton(look.IconPlus, t("preferences.week.add", i18n.Args{"Day": d.name}), d.more))
	}
	d.line.Refresh()
	d.week.box.Refresh()
}

// read is the day as it is typed; what cannot be is said below it.
func (d *dayEditor) read(at int) (spans []coop.Span, ok bool) {
	for _, s := range d.spans {
		from, known := kit.ReadHour(s.from.Text())
		to, known2 := readEnd(s.to.Text())
		if !known || !known2 {
			d.say(d.week.words.T("kit.hour.unreadable"))
			return nil, false
		}
		spans = append(spans, coop.Span{From: from, To: to})
	}
	var alone coop.Week
	alone[at] = spans
	if err := alone.Check(); err != nil {
		d.say(d.week.words.T("preferences.week.order"))
		return nil, false
	}
	d.fault.Hide()
	return spans, true
}

func (d *dayEditor) say(text string) {
	d.fault.SetText(text)
	d.fault.Show()
}

// readEnd reads the hour at which something ends: midnight is 24 h.
func readEnd(text string) (int, bool) {
	const day = 24 * 60
	minutes, ok := kit.ReadHour(text)
	if !ok && len(text) >= 2 && text[:2] == "24" {
		return day, true
	}
	if ok && minutes == 0 {
		return day, true
	}
	return minutes, ok
}

// capital begins a word with a capital letter.
func capital(word string) string {
	letters := []rune(word)
	if len(letters) == 0 {
		return word
	}
	return i18n.Capitals(string(letters[:1])) + string(letters[1:])
}
