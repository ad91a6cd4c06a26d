package today

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// How many lines a card shows before it says how many more there are.
const (
	mostResumed = 3
	mostVisits  = 6
)

const thousand = 1000

// hourWidth lines the names of a round up after their hours.
const hourWidth float32 = 62

func (s *Screen) deskCard() fyne.CanvasObject {
	w := s.p.Words
	welcome := kit.SecondaryButton(w.T("today.desk.welcome"), s.p.OnWelcome)
	if s.p.Staff.Role != coop.Officer {
		welcome = kit.PrimaryButton(w.T("today.desk.welcome"), s.p.OnWelcome)
	}
	var rehearse fyne.CanvasObject
	if s.p.OnRehearse != nil {
		rehearse = kit.QuietButton(w.T("today.rehearse"), s.p.OnRehearse).WithIcon(look.IconPlay)
	}
	return kit.TitledCard(w.T("today.desk"), rehearse, welcome.WithIcon(look.IconHandshake), s.finder.object())
}

// roundCard lists today's visits that are not over yet, then says how many are.
func (s *Screen) roundCard() fyne.CanvasObject {
	w := s.p.Words
	title := w.T("today.round.all")
	if s.p.Staff.Role == coop.Officer {
		title = w.T("today.round")
	}
	var ahead []coop.VisitRow
	over := 0
	for _, v := range s.home.Visits {
		if v.State == coop.VisitPlanned {
			ahead = append(ahead, v)
		} else {
			over++
		}
	}
	if len(s.home.Visits) == 0 {
		return kit.TitledCard(title, nil,
			kit.Quiet(w.T("today.round.none")),
			kit.Row(kit.SecondaryButton(w.T("today.round.agenda"), s.p.OnAgenda).WithIcon(look.IconCalendarDays)))
	}
	lines := []fyne.CanvasObject{}
	for i, v := range ahead[:min(len(ahead), mostVisits)] {
		lines = append(lines, s.visitLine(v, i == 0))
	}
	if more := len(ahead) - mostVisits; more > 0 {
		lines = append(lines, kit.NewLinkRow("", w.N("today.round.more", more), "", s.p.OnAgenda))
	}
	if over > 0 {
		lines = append(lines, kit.Badge(look.IconCircleCheck, w.N("today.round.over", over), kit.Done))
	}
	return kit.TitledCard(title, kit.Quiet(w.N("today.visits", len(s.home.Visits))).Whole(), lines...)
}

// visitLine is one visit of the round; the first one of an officer's own is the thing to press.
func (s *Screen) visitLine(v coop.VisitRow, first bool) fyne.CanvasObject {
	w := s.p.Words
	word, do := w.T("today.round.start"), func() { s.p.OnStart(v) }
	if i := slices.IndexFunc(s.home.Resume, func(t coop.TalkRow) bool { return t.Visit == v.ID }); i >= 0 {
		talk := s.home.Resume[i].ID
		word, do = w.T("today.resume.go"), func() { s.p.OnResume(talk) }
	}
	begin := kit.SecondaryButton(word, do)
	if first && s.p.Staff.Role == coop.Officer {
		begin = kit.PrimaryButton(word, do)
	}
	caption := s.where(v.Row)
	if s.p.Staff.Role != coop.Officer {
		caption = join(v.OfficerName, caption)
	}
	if v.Place != coop.AtHome {
		caption = join(w.T(i18n.PlaceKey(v.Place)), caption)
	}
	name := newNameLine(w.People(v.Row.Holders), caption, func() { s.p.OnOpen(v.Household) })
	hour := kit.Sized(hourWidth, 0, kit.Body(w.Hour(v.Start)).Strong().OneLine())
	if v.Officer != s.p.Staff.ID {
		return kit.Row(hour, kit.Grow(name))
	}
	return kit.Row(hour, kit.Grow(name), begin)
}

func (s *Screen) monthCard() fyne.CanvasObject {
	w, h := s.p.Words, s.home
	args := i18n.Args{"Done": w.Number(h.Done), "Target": w.Number(h.Target)}
	_, number, _ := h.Today.Date()
	title := w.T("today.month", i18n.Args{"Month": upperFirst(w.MonthName(int(number)))})
	figure, text := w.T("today.month.figure", args), w.T("today.month.visits", args)
	if h.Target >= thousand {
		figure = w.Number(h.Done) // both do not fit into the ring
	}
	if h.Target == 0 {
		figure, text = w.Number(h.Done), w.N("today.month.done", h.Done)
	}
	body := kit.RowOf(look.Inset, kit.NewRing(h.Done, h.Target, figure), kit.Grow(kit.Lines(kit.Body(text), kit.Quiet(s.pace()))))
	if s.p.OnMonth == nil {
		return kit.TitledCard(title, nil, body)
	}
	open := kit.QuietButton(w.T("today.month.open"), s.p.OnMonth).WithTrailingIcon(look.IconChevronRight)
	return kit.TitledCard(title, open, body)
}

// pace says how much of the month is left, so that the figure can be judged.
func (s *Screen) pace() string {
	h := s.home
	left := h.Today.Month().Last().DaysSince(h.Today)
	if h.Target > 0 && h.Done >= h.Target {
		return s.p.Words.T("today.month.reached")
	}
	return s.p.Words.N("today.month.left", left)
}

func (s *Screen) todoCard() fyne.CanvasObject {
	w, h := s.p.Words, s.home
	lines := []fyne.CanvasObject{}
	add := func(n int, icon look.Icon, tone kit.Tone, words string, open func()) {
		if n > 0 {
			lines = append(lines, kit.NewLinkRow(icon, words, "", open).WithTone(tone))
		}
	}
	add(h.Late, look.IconWarning, kit.Late, w.N("today.todo.late", h.Late), s.p.OnLate)
	add(h.Overdue, look.IconClock, kit.Attention, w.N("today.todo.overdue", h.Overdue), func() { s.p.OnToBook(true) })
	add(h.ToBook-h.Overdue, look.IconCalendarPlus, kit.Accented, w.N("today.todo.book", h.ToBook-h.Overdue), func() { s.p.OnToBook(false) })
	add(h.Remind, look.IconBell, kit.Accented, w.N("today.todo.remind", h.Remind), s.p.OnRemind)
	if len(lines) == 0 {
		lines = append(lines, kit.Row(kit.NewIcon(look.IconCircleCheck, kit.Done), kit.Grow(kit.Quiet(w.T("today.todo.none")))))
	}
	add(h.Askings, look.IconMail, kit.Calm, w.N("today.todo.askings", h.Askings), s.p.OnAskings)
	return kit.TitledCard(w.T("today.todo"), nil, kit.Stack(0, lines...))
}

// where is a home in a few words: residence, floor, door.
func (s *Screen) where(r coop.Row) string {
	w := s.p.Words
	parts := []string{r.Residence}
	if r.Dwelling.Door != "" {
		parts = append(parts, w.T("today.where.door", i18n.Args{"Door": r.Dwelling.Door}))
	} else if r.Dwelling.Building != "" {
		parts = append(parts, w.T("today.where.building", i18n.Args{"Building": r.Dwelling.Building}))
	}
	return join(parts...)
}

// join puts what is known beside each other.
func join(parts ...string) string {
	var known []string
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return strings.Join(known, " · ")
}

func firstName(name string) string {
	if first, _, found := strings.Cut(name, " "); found {
		return first
	}
	return name
}

func upperFirst(word string) string {
	letters := []rune(word)
	if len(letters) == 0 {
		return word
	}
	return i18n.Capitals(string(letters[:1])) + string(letters[1:])
}

// newNameLine is a person with something about them below, which opens their file.
func newNameLine(name, caption string, open func()) fyne.CanvasObject {
	return kit.NewLinkRow("", name, caption, open)
}
