package wave

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// tab is one way to look at a plan.
type tab string

const (
	byWeek  tab = "week"
	byHalf  tab = "half"
	byPlace tab = "place"
	left    tab = "left"
)

// planned is how a plan is looked at.
type planned struct {
	tab   tab
	after bool   // the calendar shows the wave, not only what is booked now
	fault string // why it could not be booked
	crew  []colleague
	body  *fyne.Container
	// scroll is the page; it scrolls where the letters are large
	scroll *kit.TouchScroll
}

// colleague is an officer of the wave, with the hue that tells them from the others.
type colleague struct {
	coop.Staff
	hue int
}

// showPlan shows the plan anew, as it is now.
func (s *Screen) showPlan() {
	w := s.p.Words
	s.plan = s.draft.Plan()
	s.planned.crew = s.crew()
	s.planned.body = container.NewStack()
	head := kit.Row(kit.Grow(kit.Stack(0, kit.Title(w.T("wave.plan")).OneLine(), kit.Quiet(s.asking()).OneLine())),
		kit.SecondaryButton(w.T("wave.plan.change"), s.back).WithIcon(look.IconArrowLeft))
	parts := []fyne.CanvasObject{head}
	if s.planned.fault != "" {
		parts = append(parts, note(kit.Late, look.IconCircleAlert, s.planned.fault))
	}
	parts = append(parts, s.figures(), s.tabs(), kit.Grow(kit.Sized(0, scaled(leastTab), kit.FlatCard(s.planned.body))))
	s.showTab()
	var down float32
	if s.planned.scroll != nil {
		down = s.planned.scroll.Offset()
	}
	s.planned.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Gap, kit.Column(parts...)))
	s.show(s.planned.scroll, s.confirmation())
	s.planned.scroll.ScrollBy(down)
}

// leastTab is how high a tab is at least: with large letters the page scrolls.
const leastTab float32 = 300

// crew are the officers that the plan was asked for.
func (s *Screen) crew() []colleague {
	var crew []colleague
	for _, o := range s.start.Officers {
		for _, id := range s.plan.Asked.Officers {
			if o.ID == id {
				crew = append(crew, colleague{o, len(crew)})
			}
		}
	}
	return crew
}

// colleague finds an officer of the wave.
func (s *Screen) colleague(id coop.StaffID) colleague {
	for _, c := range s.planned.crew {
		if c.ID == id {
			return c
		}
	}
	return colleague{}
}

// asking says in one line what the plan was made from.
func (s *Screen) asking() string {
	w, a := s.p.Words, s.plan.Asked
	return w.N("wave.plan.asked", a.Months, i18n.Args{
		"Order": w.T(i18n.WaveOrderKey(a.Order)), "Share": w.Percent(float64(a.Share) / coop.MostWaveShare), "Day": w.Day(a.Start),
	})
}

// back goes back to the form; what was changed by hand goes only after a question.
func (s *Screen) back() {
	again := func() { s.begin(func() { s.ask("") }) }
	switch {
	case s.booking:
		return
	case !s.changed:
		again()
		return
	}
	t := s.p.Words.T
	kit.Ask(s.p.Canvas(), s.p.Words, kit.Question{Title: t("wave.again"), Text: t("wave.again.text"), Yes: t("wave.again.yes"), OnYes: again})
}

// figures sum the plan up.
func (s *Screen) figures() fyne.CanvasObject {
	w, t := s.p.Words, s.plan.Totals
	inside := w.T("wave.figure.none")
	if t.Planned > 0 {
		inside = w.Percent(float64(t.InWindow) / float64(t.Planned))
	}
	end := w.T("wave.figure.none")
	if t.End != "" {
		end = w.DayShort(t.End)
	}
	mean, most := s.weekly()
	figure := func(label, value, caption string, show tab) fyne.CanvasObject {
		return kit.NewPressCard(label, func() { s.turn(show) },
			kit.Lines(kit.Caption(label).OneLine(), kit.Section(value).OneLine(), kit.Caption(caption)))
	}
	return kit.Columns(figureWidth,
		figure(w.T("wave.figure.planned"), w.T("wave.figure.of", i18n.Args{"N": w.Number(t.Planned), "Of": w.Number(t.Asked)}),
			w.T("wave.figure.planned.note"), byHalf),
		figure(w.T("wave.figure.window"), inside,
			w.N("wave.figure.window.note", t.InWindow, i18n.Args{"Most": w.Number(t.Possible)}), byHalf),
		figure(w.T("wave.figure.weekly"), mean, w.N("wave.figure.weekly.note", most), byWeek),
		figure(w.T("wave.figure.end"), end, w.N("wave.figure.end.note", len(s.plan.Weeks)), byWeek),
		figure(w.T("wave.figure.halves"), w.Number(t.Halves), w.T("wave.figure.halves.note", i18n.Args{"Least": w.Number(t.Least)}), byPlace),
		figure(w.T("wave.figure.left"), w.Number(len(s.plan.Left)), w.T("wave.figure.left.note"), left),
	)
}

const figureWidth float32 = 160

// weekly says how many visits of the wave the weeks have on average, and the fullest of them.
func (s *Screen) weekly() (mean string, most int) {
	w, weeks, sum := s.p.Words, 0, 0
	for _, week := range s.plan.Weeks {
		if week.Planned > 0 {
			weeks, sum, most = weeks+1, sum+week.Planned, max(most, week.Planned)
		}
	}
	if weeks == 0 {
		return w.T("wave.figure.none"), 0
	}
	return w.Decimal(float64(sum) / float64(weeks)), most
}

// tabs choose how the plan is looked at.
func (s *Screen) tabs() fyne.CanvasObject {
	w := s.p.Words
	choice := kit.NewChoice([]kit.Option[tab]{
		{Value: byWeek, Words: w.T("wave.tab.week")},
		{Value: byHalf, Words: w.T("wave.tab.half")},
		{Value: byPlace, Words: w.T("wave.tab.place")},
		{Value: left, Words: w.T("wave.tab.left", i18n.Args{"N": w.Number(len(s.plan.Left))})},
	}, s.turn)
	choice.Set(s.planned.tab)
	return choice.Object()
}

func (s *Screen) turn(to tab) {
	s.planned.tab = to
	s.showPlan()
}

// showTab fills the part that changes with the tab.
func (s *Screen) showTab() {
	w := s.p.Words
	var shown fyne.CanvasObject
	switch {
	case s.planned.tab == left && len(s.plan.Left) == 0:
		shown = kit.Empty(look.IconCircleCheck, w.T("wave.left.nobody"), nil)
	case s.planned.tab == left:
		shown = s.leftList()
	case len(s.plan.Visits) == 0 && s.planned.tab != byWeek:
		shown = kit.Empty(look.IconCalendarDays, w.T("wave.plan.none"), nil)
	case s.planned.tab == byHalf:
		shown = s.halfList()
	case s.planned.tab == byPlace:
		shown = s.placeList()
	default:
		shown = s.calendar()
	}
	s.planned.body.Objects = []fyne.CanvasObject{shown}
}

// confirmation is the one thing to press under a plan.
func (s *Screen) confirmation() fyne.CanvasObject {
	w, n := s.p.Words, len(s.plan.Visits)
	if s.planned.fault != "" {
		return kit.Row(kit.Grow(kit.Quiet(w.T("wave.apply.again"))),
			kit.PrimaryButton(w.T("wave.recompute"), s.compute).WithIcon(look.IconRefreshCw))
	}
	book := kit.PrimaryButton(w.N("wave.apply", n), s.apply).WithIcon(look.IconCalendarCheck)
	safe := w.T("wave.apply.safe")
	switch {
	case n == 0:
		book.Disable()
		safe = w.T("wave.plan.none")
	case s.changed:
		safe = w.T("wave.apply.changed")
	}
	return kit.Row(kit.Grow(kit.Quiet(safe)), book)
}
