package agenda

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// monthPage is a month with what each day holds.
type monthPage struct {
	screen *Screen
	board  *kit.MonthBoard
}

func newMonthPage(s *Screen) *monthPage {
	return &monthPage{screen: s, board: kit.NewMonthBoard(s.p.Words, func(d coop.Day) { s.Show(DayView, d) })}
}

func (m *monthPage) object() fyne.CanvasObject {
	return kit.PaddedXY(look.Wide, look.Tight, m.board)
}

func (m *monthPage) show() {
	s := m.screen
	month := s.day.Month()
	var days []kit.BoardDay
	for i := range s.page.schedule.Days {
		day := &s.page.schedule.Days[i]
		if len(days)%weekDays == 0 && day.Day > month.Last() {
			break // a week of the next month
		}
		days = append(days, s.boardDay(day))
	}
	m.board.Set(month, s.p.Desk.Today(), days)
}

// boardDay is a day of the month: how many visits, why it is closed, who is away, and then of one
// officer each visit, of all how many each has.
func (s *Screen) boardDay(day *coop.ScheduleDay) kit.BoardDay {
	words := s.p.Words
	c := s.column(day, s.page.officer)
	shown := kit.BoardDay{Day: day.Day, Called: words.Day(day.Day), Closed: day.Closed != coop.OpenDay}
	weekend := day.Closed == coop.ClosedSaturday || day.Closed == coop.ClosedSunday
	if closed := s.closure(day.Closed, day.Label); closed != "" && !weekend {
		shown.Lines = append(shown.Lines, kit.BoardLine{Text: i18n.Sentence(closed), Tone: kit.Calm})
	}
	for _, who := range c.away {
		shown.Lines = append(shown.Lines, kit.BoardLine{Text: words.T("agenda.column.away", i18n.Args{"Who": who}), Tone: kit.Calm})
	}
	if c.visits > 0 {
		shown.Count = words.N("agenda.column.visits", c.visits)
		shown.Called = words.T("agenda.month.called", i18n.Args{"Day": shown.Called, "Visits": shown.Count})
	}
	if most := s.base.rules.PerDay; s.page.officer != "" && most > 0 && c.visits >= most {
		shown.Count, shown.Tone = words.T("agenda.month.full", i18n.Args{"Visits": shown.Count}), kit.Accented
	}
	if s.page.officer == "" {
		shown.Lines = append(shown.Lines, s.perOfficer(day)...)
		return shown
	}
	for _, it := range c.items {
		shown.Lines = append(shown.Lines, s.boardLine(it))
	}
	return shown
}

func (s *Screen) boardLine(it item) kit.BoardLine {
	words := s.p.Words
	if it.visit == nil {
		return kit.BoardLine{Text: s.busyWords(it.busy, it.who), Tone: kit.Calm}
	}
	line := kit.BoardLine{Text: words.T("agenda.line", i18n.Args{"Hour": words.Hour(it.visit.Start), "Names": family(it.visit.Row)})}
	if icon, tone := face(it.visit.Visit); !plain(it.visit.Visit) {
		line.Icon, line.Tone = icon, tone
	}
	return line
}

// perOfficer counts a day's visits of each officer.
func (s *Screen) perOfficer(day *coop.ScheduleDay) []kit.BoardLine {
	counts := map[coop.StaffID]int{}
	names := map[coop.StaffID]string{}
	var order []coop.StaffID
	for _, v := range day.Visits {
		if counts[v.Officer] == 0 {
			order = append(order, v.Officer)
		}
		counts[v.Officer]++
		names[v.Officer] = v.OfficerName
	}
	lines := make([]kit.BoardLine, 0, len(order))
	for _, o := range s.base.officers {
		if counts[o.ID] > 0 {
			lines = append(lines, s.countLine(o.Name, counts[o.ID]))
			delete(counts, o.ID)
		}
	}
	for _, id := range order {
		if counts[id] > 0 { // of a colleague who makes no visits any more
			lines = append(lines, s.countLine(names[id], counts[id]))
		}
	}
	return lines
}

func (s *Screen) countLine(name string, n int) kit.BoardLine {
	return kit.BoardLine{Text: s.p.Words.T("agenda.month.officer", i18n.Args{"Officer": name, "N": s.p.Words.Number(n)})}
}
