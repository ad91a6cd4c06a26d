package booking

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// tell shows what is known of the time that is chosen.
func (f *form) tell(s seen) {
	f.tellFree(s.free)
	f.tellDay(s.schedule)
	f.tellRules(s)
	f.allow()
	f.content.Refresh()
}

// tellFree offers the free times around.
func (f *form) tellFree(free []coop.Proposal) {
	f.around.RemoveAll()
	words := f.sheets.p.Words
	for _, p := range free {
		start := p.Visit.Start
		day := words.DayOf(start)
		text := words.T("booking.free.when", i18n.Args{"Weekday": words.Weekday(day.Weekday()), "Day": words.DayBrief(day), "Hour": words.Hour(start)})
		f.around.Add(kit.NewChip(text, false, func(bool) { f.take(start) }))
	}
	if len(free) == 0 {
		f.around.Add(kit.Quiet(words.T("booking.free.none")))
	}
	f.around.Refresh()
}

// tellDay lists the officer's visits of the day with the free time between them.
func (f *form) tellDay(schedule coop.Schedule) {
	f.diary.RemoveAll()
	words := f.sheets.p.Words
	for _, day := range schedule.Days {
		f.diary.Add(kit.Caption(words.T("booking.day", i18n.Args{"Officer": f.officerName(), "Day": words.Day(day.Day)})).Strong())
		if day.Closed != coop.OpenDay {
			f.diary.Add(kit.Row(kit.NewGlyph(look.IconInfo, kit.Attention), kit.Quiet(words.T(i18n.ClosureKey(day.Closed)))))
		}
		from := day.Day.At(schedule.Opens/60, schedule.Opens%60, f.sheets.p.Desk.Zone())
		to := day.Day.At(schedule.Closes/60, schedule.Closes%60, f.sheets.p.Desk.Zone())
		for _, v := range day.Visits {
			if v.ID == f.a.visit.ID && f.moving() {
				continue
			}
			asked := visitOf(f.asking(), f.a.visit.ID, f.a.rules)
			f.gap(from, v.Start.Add(-coop.Travel(asked, v.Visit)))
			f.diary.Add(f.visitLine(v))
			from = v.End.Add(coop.Travel(v.Visit, asked))
		}
		f.gap(from, to)
	}
	f.diary.Refresh()
}

// gap is a line of free time that is long enough for the visit: a press takes its beginning.
func (f *form) gap(from, to time.Time) {
	if to.Sub(from) < time.Duration(f.b.Minutes)*time.Minute {
		return
	}
	words := f.sheets.p.Words
	text := words.T("booking.gap", i18n.Args{"From": words.Hour(from), "To": words.Hour(to)})
	f.diary.Add(kit.NewLinkRow(look.IconPlus, text, "", func() { f.take(from) }).WithTone(kit.Done))
}

// visitLine says when and where the officer is taken, nothing of whom.
func (f *form) visitLine(v coop.VisitRow) fyne.CanvasObject {
	words := f.sheets.p.Words
	text := words.T("booking.span", i18n.Args{"From": words.Hour(v.Start), "To": words.Hour(v.End)})
	return kit.NewLinkRow(look.IconClock, text, strings.Join(filled(v.Row.Residence, v.Row.Town), " · "), nil)
}

func filled(parts ...string) []string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return kept
}

func (f *form) officerName() string {
	for _, o := range f.a.officers {
		if o.ID == f.b.Officer {
			return o.Name
		}
	}
	return ""
}

// tellRules says that the time is taken, or which soft rules it does not keep.
func (f *form) tellRules(s seen) {
	f.notes.RemoveAll()
	words := f.sheets.p.Words
	v := clash(s.schedule, visitOf(f.asking(), f.a.visit.ID, f.a.rules))
	f.taken = v != nil
	if f.taken {
		f.notes.Add(kit.Tinted(kit.Late, kit.Row(kit.NewIcon(look.IconCircleAlert, kit.Late), kit.Grow(kit.Body(words.T("booking.taken", i18n.Args{
			"From": words.Hour(v.Start), "To": words.Hour(v.End), "Residence": v.Row.Residence,
		}))))))
	}
	f.warned = len(s.verdict.Warned) > 0
	if f.warned {
		lines := kit.Lines()
		for _, w := range s.verdict.Warned {
			lines.Add(kit.Body(words.T(w.Key, w.Args)))
		}
		f.notes.Add(kit.Tinted(kit.Attention, kit.TopRow(look.Snug, kit.NewIcon(look.IconWarning, kit.Attention), kit.Grow(lines))))
	}
	f.reason.Hidden = !f.warned
	f.notes.Refresh()
}

// allow lets a person go on once the time is free and a reason is given for what the rules say.
func (f *form) allow() {
	if f.taken || f.warned && strings.TrimSpace(f.reason.Text()) == "" {
		f.save.Disable()
		return
	}
	f.save.Enable()
}
