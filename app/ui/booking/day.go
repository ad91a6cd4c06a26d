package booking

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// piece is one line of an officer's day.
type piece struct {
	from time.Time
	line fyne.CanvasObject
}

// tellDay lists what the officer has on the day: the free time within their work, visits, and what
// keeps them from visiting.
func (f *form) tellDay(schedule coop.Schedule) {
	f.diary.RemoveAll()
	words := f.sheets.p.Words
	for _, day := range schedule.Days {
		f.diary.Add(kit.Caption(f.t("booking.day", i18n.Args{"Officer": f.officerName(), "Day": words.Day(day.Day)})).Strong())
		pieces := f.visitPieces(day)
		work := day.Work[f.b.Officer]
		for _, span := range work {
			pieces = append(pieces, f.gaps(day, span)...)
		}
		whole := false
		for _, b := range day.Busy[f.b.Officer] {
			whole = whole || b.Span.Whole()
			pieces = append(pieces, piece{f.clock(day.Day, b.Span.From), f.busyLine(day.Day, b)})
		}
		switch {
		case day.Closed != coop.OpenDay && len(work) == 0:
			f.diary.Add(f.idle(joined(f.t(i18n.ClosureKey(day.Closed)), day.Label)))
		case len(work) == 0 && !whole:
			f.diary.Add(f.idle(f.t("booking.day.off")))
		}
		slices.SortStableFunc(pieces, func(a, b piece) int { return a.from.Compare(b.from) })
		for _, p := range pieces {
			f.diary.Add(p.line)
		}
	}
	f.diary.Refresh()
}

// idle is a quiet line that says why nobody works.
func (*form) idle(text string) fyne.CanvasObject {
	return kit.Row(kit.NewGlyph(look.IconInfo, kit.Attention), kit.Grow(kit.Quiet(text)))
}

// clock is a minute of a day by the coop's clock.
func (f *form) clock(day coop.Day, minute int) time.Time {
	return day.At(minute/60, minute%60, f.sheets.p.Desk.Zone())
}

// others are the officer's visits of a day but for the one that is moved.
func (f *form) others(day coop.ScheduleDay) []coop.VisitRow {
	return slices.DeleteFunc(slices.Clone(day.Visits), func(v coop.VisitRow) bool { return f.moving() && v.ID == f.a.visit.ID })
}

// visitPieces say when and where the officer is taken, nothing of whom.
func (f *form) visitPieces(day coop.ScheduleDay) []piece {
	var all []piece
	for _, v := range f.others(day) {
		text := f.span(v.Start, v.End)
		all = append(all, piece{v.Start, kit.NewLinkRow(look.IconClock, text, joined(v.Row.Residence, v.Row.Town), nil)})
	}
	return all
}

// gaps are the free times within a span of work that are long enough for the visit: a press takes
// the beginning of one.
func (f *form) gaps(day coop.ScheduleDay, work coop.Span) []piece {
	var all []piece
	from, end := f.clock(day.Day, work.From), f.clock(day.Day, work.To)
	add := func(to time.Time) {
		if to.Sub(from) < time.Duration(f.b.Minutes)*time.Minute {
			return
		}
		start, words := from, f.sheets.p.Words
		text := f.t("booking.gap", i18n.Args{"From": words.Hour(from), "To": words.Hour(to)})
		all = append(all, piece{from, kit.NewLinkRow(look.IconPlus, text, "", func() { f.take(start) }).WithTone(kit.Done)})
	}
	asked := visitOf(f.asking(), f.a.visit.ID, f.a.rules)
	for _, v := range f.others(day) {
		before, after := v.Start.Add(-coop.Travel(asked, v.Visit)), v.End.Add(coop.Travel(v.Visit, asked))
		if !after.After(from) || !before.Before(end) {
			continue
		}
		add(before)
		from = after
	}
	if from.Before(end) {
		add(end)
	}
	return all
}

// busyLine says what keeps the officer from visiting.
func (f *form) busyLine(day coop.Day, b coop.Busy) fyne.CanvasObject {
	text := f.t(i18n.ExceptionKey(b.Kind))
	if !b.Span.Whole() {
		text = f.t("booking.busy", i18n.Args{"What": text, "From": f.hourOf(day, b.Span.From), "To": f.hourOf(day, b.Span.To)})
	}
	return kit.NewLinkRow(look.IconCircleSlash, text, b.Label, nil).WithTone(kit.Attention)
}

func (f *form) hourOf(day coop.Day, minute int) string {
	return f.sheets.p.Words.Hour(f.clock(day, minute))
}

func (f *form) span(from, to time.Time) string {
	words := f.sheets.p.Words
	return f.t("booking.span", i18n.Args{"From": words.Hour(from), "To": words.Hour(to)})
}

func (f *form) officerName() string {
	for _, o := range f.a.officers {
		if o.ID == f.b.Officer {
			return o.Name
		}
	}
	return ""
}

// joined puts what is known beside each other.
func joined(parts ...string) string {
	known := slices.DeleteFunc(slices.Clone(parts), func(p string) bool { return p == "" })
	return strings.Join(known, " · ")
}
