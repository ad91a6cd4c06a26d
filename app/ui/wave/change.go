package wave

import (
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// change is the sheet that gives a household of the wave another time, or takes it out of the plan.
type change struct {
	screen  *Screen
	before  coop.WaveVisit
	to      coop.WaveVisit
	placed  bool // it has a time in the plan
	day     coop.Day
	minute  int
	verdict coop.Verdict
	notes   *fyne.Container
	reason  *kit.Field
	save    *kit.Button
	drop    *kit.Button
	content *fyne.Container
	sheet   *kit.OpenSheet
}

// change opens the sheet of a visit of the plan, or of one that has no time yet.
func (s *Screen) change(v coop.WaveVisit) {
	if s.booking {
		return
	}
	w := s.p.Words
	t := w.T
	start := v.Start.In(s.p.Desk.Zone())
	c := &change{
		screen: s, before: v, to: v, placed: !v.End.IsZero(), day: coop.DayOf(start), minute: start.Hour()*60 + start.Minute(), notes: kit.Column(),
	}
	c.reason = kit.NewField(t("booking.reason"), v.Reason, func(string) { c.allow() }).WithHint(t("wave.change.reason"))
	word := "wave.change.move"
	if !c.placed {
		word = "wave.change.place"
	}
	c.save = kit.PrimaryButton(t(word), c.keep)
	c.drop = kit.DangerButton(t("wave.change.drop"), c.leaveOut)
	actions := []fyne.CanvasObject{c.save}
	if c.placed {
		actions = []fyne.CanvasObject{c.drop, c.save}
	}
	when, who := c.fields()
	c.content = kit.Column(c.who(), when, c.notes, c.reason, who) // what stands in the way is said beside what was chosen
	c.look()
	c.sheet = kit.ShowSheet(s.p.Canvas(), w, kit.Sheet{Title: w.People(s.draft.Owing(v.Household).Holders), Content: c.content, Width: sheetWidth, Actions: actions})
}

// who says what is known of the household, and opens its file.
func (c *change) who() fyne.CanvasObject {
	s := c.screen
	w := s.p.Words
	owing := s.draft.Owing(c.to.Household)
	window := s.start.Rules.Window.Of(owing.Entry)
	lines := kit.Lines(
		kit.Body(joined(w.Where(owing.Residence, owing.Dwelling), owing.Town)),
		kit.Quiet(w.T("wave.change.window", i18n.Args{"Entry": w.Date(owing.Entry), "From": w.Date(window.From), "To": w.Date(window.To)})))
	var wishes []string
	for _, p := range owing.Prefers {
		wishes = append(wishes, w.T(i18n.PreferenceKey(p)))
	}
	if wish := joined(append(wishes, owing.Wishes)...); wish != "" {
		lines.Add(kit.Quiet(w.T("wave.change.wishes", i18n.Args{"Wishes": wish})))
	}
	if c.placed {
		lines.Add(kit.Body(w.T("wave.change.now", i18n.Args{"When": w.When(c.before.Start), "Officer": s.colleague(c.before.Officer).Name})).Strong())
	}
	file := kit.QuietButton(w.T("agenda.act.open"), func() {
		c.sheet.Close()
		s.p.OnOpen(c.to.Household)
	}).WithIcon(look.IconIDCard)
	return kit.Column(lines, kit.Row(file))
}

// fields choose when the visit is, and by whom and where.
func (c *change) fields() (when, who fyne.CanvasObject) {
	s := c.screen
	w := s.p.Words
	var crew []kit.Option[coop.StaffID]
	for _, one := range s.planned.crew {
		crew = append(crew, kit.Option[coop.StaffID]{Value: one.ID, Words: one.Name})
	}
	officer := kit.NewChoice(crew, func(id coop.StaffID) { c.to.Officer = id; c.look() })
	officer.Set(c.to.Officer)
	var places []kit.Option[coop.Place]
	for _, p := range coop.Places() {
		if s.start.Rules.Kind(coop.CourtesyVisit, p).Allowed {
			places = append(places, kit.Option[coop.Place]{Value: p, Words: w.T(i18n.PlaceKey(p)), Icon: placeIcon(p)})
		}
	}
	place := kit.NewChoice(places, func(p coop.Place) { c.to.Place = p; c.look() })
	place.Set(c.to.Place)
	day := kit.NewDayField(w, w.T("wave.change.day"), s.p.Desk.Today(), func(d coop.Day) { c.day = d; c.look() }).
		Closed(func(d coop.Day) bool { return s.draft.Closed(d) != coop.OpenDay })
	day.Set(c.day)
	const quarter = 15
	hour := kit.NewHourField(w, w.T("wave.change.hour"), quarter, func(m int) { c.minute = m; c.look() })
	hour.Set(c.minute)
	return kit.Columns(220, day, hour),
		kit.Column(field(w.T("wave.change.officer"), officer.Object()), field(w.T("wave.change.where"), place.Object()))
}

// look says whether the visit can stand as it is chosen.
func (c *change) look() {
	c.notes.RemoveAll()
	c.reason.Hidden = true
	s := c.screen
	if c.day == "" {
		c.save.Disable()
		c.content.Refresh()
		return
	}
	c.to.Start = c.day.At(c.minute/60, c.minute%60, s.p.Desk.Zone())
	c.verdict = s.draft.Judge(c.to)
	c.reason.Hidden = len(c.verdict.Warned) == 0 || !c.verdict.May()
	c.tell()
	c.allow()
	c.content.Refresh()
}

// tell says what the rules say to the time.
func (c *change) tell() {
	s := c.screen
	w := s.p.Words
	var refused, warned []string
	if clash := c.verdict.Clash; clash != nil {
		refused = append(refused, w.T("wave.change.taken", i18n.Args{"From": w.Hour(clash.With.Start), "To": w.Hour(clash.With.End), "Day": w.Day(w.DayOf(clash.With.Start))}))
	}
	for _, r := range c.verdict.Refused {
		refused = append(refused, w.Beside(r))
	}
	for _, one := range c.verdict.Warned {
		warned = append(warned, w.T(one.Key, one.Args))
	}
	switch {
	case len(refused) > 0:
		c.notes.Add(note(kit.Late, look.IconCircleAlert, refused...))
	case len(warned) > 0:
		c.notes.Add(note(kit.Attention, look.IconWarning, warned...))
	case c.unmoved():
	default:
		c.notes.Add(note(kit.Done, look.IconCircleCheck, w.T("wave.change.free", i18n.Args{"When": w.When(c.to.Start)})))
	}
	if window := s.start.Rules.Window.Of(s.draft.Owing(c.to.Household).Entry); window.To < c.day && len(refused) == 0 {
		c.notes.Add(kit.Caption(w.T("wave.change.late", i18n.Args{"Day": w.Date(window.To)})))
	}
}

// unmoved says whether nothing was chosen yet that the plan does not have.
func (c *change) unmoved() bool {
	return c.placed && c.to.Start.Equal(c.before.Start) && c.to.Officer == c.before.Officer && c.to.Place == c.before.Place
}

// allow lets a person go on once the visit can stand and a reason is given for what the rules say.
func (c *change) allow() {
	if c.verdict.May() && !c.unmoved() && (c.verdict.Stands() || strings.TrimSpace(c.reason.Text()) != "") {
		c.save.Enable()
		return
	}
	c.save.Disable()
}

// keep gives the visit its new time in the plan.
func (c *change) keep() {
	s := c.screen
	c.to.Reason = ""
	if len(c.verdict.Warned) > 0 {
		c.to.Reason = strings.TrimSpace(c.reason.Text())
	}
	to, said := c.to, "wave.moved"
	if !c.placed {
		said = "wave.placed"
	}
	c.save.Disable()
	s.amend(func() error { return s.draft.Place(to) }, func() {
		c.sheet.Close()
		s.p.Notices.Done(s.p.Words.T(said, i18n.Args{"When": s.p.Words.When(to.Start)}))
	})
}

// leaveOut takes the household out of the plan, and offers to put it back.
func (c *change) leaveOut() {
	s, before := c.screen, c.before
	c.drop.Disable()
	s.amend(func() error { s.draft.Drop(before.Household); return nil }, func() {
		c.sheet.Close()
		w := s.p.Words
		s.p.Notices.Say(kit.Notice{
			Tone: kit.Done, Text: w.T("wave.dropped", i18n.Args{"Names": w.People(s.draft.Owing(before.Household).Holders)}), Action: w.T("wave.dropped.undo"),
			OnAction: func() {
				if s.draft != nil {
					s.amend(func() error { return s.draft.Place(before) }, func() {})
				}
			},
		})
	})
}

// amend changes the plan in the background, where its totals are counted anew, and shows it.
func (s *Screen) amend(do func() error, then func()) {
	kit.Run(s.p.Run, func() (struct{}, error) { return struct{}{}, do() }, func(_ struct{}, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.changed, s.leaving = true, false
		then()
		s.showPlan()
	})
}
