package wave

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// order says how a sheet names the time of its visits.
type order string

const (
	byTime order = "time" // all of one day
	byDay  order = "day"  // of several
)

// openDay opens the visits of a day.
func (s *Screen) openDay(day coop.Day) {
	s.openVisits(s.p.Words.Day(day), s.between(day, day), byTime)
}

// openWeek opens the visits of a week.
func (s *Screen) openWeek(monday coop.Day) {
	title := s.p.Words.T("wave.week.long", i18n.Args{"Day": s.p.Words.Date(monday)})
	s.openVisits(title, s.between(monday, monday.Add(weekDays-1)), byDay)
}

// between are the plan's visits from a day to another, both included.
func (s *Screen) between(from, to coop.Day) []coop.WaveVisit {
	var visits []coop.WaveVisit
	for _, v := range s.plan.Visits {
		if day := s.p.Words.DayOf(v.Start); from <= day && day <= to {
			visits = append(visits, v)
		}
	}
	return visits
}

// openVisits opens a sheet with visits of the plan; one of them opens the sheet that changes it.
func (s *Screen) openVisits(title string, visits []coop.WaveVisit, names order) {
	w := s.p.Words
	if len(visits) == 0 {
		return
	}
	lines := kit.Stack(0)
	var sheet *kit.OpenSheet
	for _, v := range visits {
		lines.Add(s.visitLine(v, names, func() {
			sheet.Close()
			s.change(v)
		}))
	}
	sheet = kit.ShowSheet(s.p.Canvas(), w, kit.Sheet{
		Title: title, Width: sheetWidth, Content: kit.Column(kit.Quiet(w.N("wave.visits.press", len(visits))), lines),
	})
}

const sheetWidth float32 = 680

func (s *Screen) visitLine(v coop.WaveVisit, names order, open func()) fyne.CanvasObject {
	w := s.p.Words
	owing := s.draft.Owing(v.Household)
	when := w.Hour(v.Start)
	if names == byDay {
		when = w.T("wave.visit.when", i18n.Args{"Day": w.Day(w.DayOf(v.Start)), "Hour": when})
	}
	where := joined(w.Where(owing.Residence, owing.Dwelling), owing.Town)
	if v.Place != coop.AtHome {
		where = joined(w.T(i18n.PlaceKey(v.Place)), where)
	}
	row := kit.NewLinkRow(placeIcon(v.Place), w.T("wave.visit.line", i18n.Args{"When": when, "Names": w.People(owing.Holders)}),
		joined(s.colleague(v.Officer).Name, where), open)
	if !v.InWindow {
		row.WithTrailing(kit.Badge("", w.T("wave.visit.late"), kit.Attention))
	}
	return row
}

func placeIcon(p coop.Place) look.Icon {
	switch p {
	case coop.ByPhone:
		return look.IconPhone
	case coop.AtOffice:
		return look.IconBuilding
	case coop.AtHome:
	}
	return look.IconHouse
}
