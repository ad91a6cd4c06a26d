package agenda

import (
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// fillDays lists the week's visits day by day, for where the grid has no room.
func (s *Screen) fillDays() {
	words := s.p.Words
	s.days.RemoveAll()
	for _, day := range s.seen.schedule.Days {
		if day.Closed != coop.OpenDay && len(day.Visits) == 0 {
			continue
		}
		title := words.Day(day.Day)
		if day.Day == s.p.Desk.Today() {
			title = words.T("agenda.day.today", i18n.Args{"Day": title})
		}
		lines := kit.Stack(0)
		for _, v := range day.Visits {
			lines.Add(s.visitLine(v))
		}
		if len(day.Visits) == 0 {
			s.days.Add(kit.Card(kit.Header(title, kit.Quiet(words.T("agenda.day.none")).Whole())))
			continue
		}
		s.days.Add(kit.TitledCard(title, nil, lines))
	}
	s.days.Refresh()
}

func (s *Screen) visitLine(v coop.VisitRow) *kit.LinkRow {
	words := s.p.Words
	icon, tone := face(v.Visit)
	row := kit.NewLinkRow(icon, words.T("agenda.line", i18n.Args{"Hour": words.Hour(v.Start), "Names": words.People(v.Row.Holders)}),
		words.Where(v.Row.Residence, v.Row.Dwelling), func() { s.act(v) }).WithTone(tone)
	if v.State == coop.VisitHeld {
		row.WithTrailing(kit.Badge("", words.T(i18n.ResultKey(v.Result)), tone))
	} else if s.officer == "" {
		row.WithTrailing(kit.Badge("", v.OfficerName, kit.Calm))
	}
	return row
}

// face is the icon and the tone of a visit.
func face(v coop.Visit) (look.Icon, kit.Tone) {
	switch {
	case v.State == coop.VisitPlanned && v.Place == coop.ByPhone:
		return look.IconPhone, kit.Accented
	case v.State == coop.VisitPlanned && v.Place == coop.AtOffice:
		return look.IconBuilding, kit.Accented
	case v.State == coop.VisitPlanned:
		return look.IconHouse, kit.Accented
	case v.Result.Counts():
		return look.IconCircleCheck, kit.Done
	}
	return look.IconCircleSlash, kit.Attention
}

// begun says whether the day of a visit has come, so that it can be started or closed.
func (s *Screen) begun(v coop.VisitRow) bool {
	return v.State == coop.VisitPlanned && s.p.Words.DayOf(v.Start) <= s.p.Desk.Today()
}

// clockOf is an instant's minutes after midnight in a zone.
func clockOf(t time.Time, zone *time.Location) int {
	t = t.In(zone)
	return t.Hour()*60 + t.Minute()
}
