package booking

import (
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// tell shows what is known of the time that is chosen.
func (f *form) tell(s seen) {
	f.verdict = s.verdict
	f.tellFree(s.free)
	f.tellDay(s.schedule)
	f.tellRules(s.schedule)
	f.allow()
	f.content.Refresh()
	if f.sheet != nil && !f.fitted {
		f.fitted = true // once: it is not to move under the finger while one chooses
		f.sheet.Fit()
	}
}

// tellFree offers the free times around.
func (f *form) tellFree(free []coop.Proposal) {
	f.around.RemoveAll()
	words := f.sheets.p.Words
	for _, p := range free {
		start := p.Visit.Start
		day := words.DayOf(start)
		text := f.t("booking.free.when", i18n.Args{"Weekday": words.Weekday(day.Weekday()), "Day": words.DayBrief(day), "Hour": words.Hour(start)})
		f.around.Add(kit.NewChip(text, false, func(bool) { f.take(start) }))
	}
	if len(free) == 0 {
		f.around.Add(kit.Quiet(f.t("booking.free.none")))
	}
	f.around.Refresh()
}

// tellRules says what stands in the way of the time, and which soft rules it does not keep.
func (f *form) tellRules(schedule coop.Schedule) {
	f.notes.RemoveAll()
	var refused []string
	if clash := f.verdict.Clash; clash != nil {
		refused = append(refused, f.clashing(clash, schedule))
	}
	for _, r := range f.verdict.Refused {
		refused = append(refused, f.sheets.p.Words.Beside(r))
	}
	if len(refused) > 0 {
		f.notes.Add(note(kit.Late, look.IconCircleAlert, refused))
	}
	var warned []string
	for _, w := range f.verdict.Warned {
		warned = append(warned, f.t(w.Key, w.Args))
	}
	if len(warned) > 0 {
		f.notes.Add(note(kit.Attention, look.IconWarning, warned))
	}
	f.notes.Hidden = len(f.notes.Objects) == 0
	f.reason.Hidden = len(warned) == 0
	f.notes.Refresh()
}

// note is some sentences on the ground of their tone.
func note(tone kit.Tone, icon look.Icon, sentences []string) fyne.CanvasObject {
	lines := kit.Lines()
	for _, s := range sentences {
		lines.Add(kit.Body(s))
	}
	return kit.Tinted(tone, kit.TopRow(look.Snug, kit.NewIcon(icon, tone), kit.Grow(lines)))
}

// clashing says which visit holds the time: an officer's by its place and not by whom it is to.
func (f *form) clashing(clash *coop.ClashError, schedule coop.Schedule) string {
	words, with := f.sheets.p.Words, clash.With
	args := i18n.Args{"When": words.When(with.Start), "From": words.Hour(with.Start), "To": words.Hour(with.End), "Residence": ""}
	if !clash.Officer {
		return f.t("booking.beside.household", args)
	}
	for _, day := range schedule.Days {
		for _, v := range day.Visits {
			if v.ID == with.ID {
				args["Residence"] = v.Row.Residence
			}
		}
	}
	return f.t("booking.taken", args)
}

// allow lets a person go on once nothing stands in the way and a reason is given for what the rules say.
func (f *form) allow() {
	if f.verdict.May() && (f.verdict.Stands() || strings.TrimSpace(f.reason.Text()) != "") {
		f.save.Enable()
		return
	}
	f.save.Disable()
}
