package wave

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// placeRow is one residence of the plan.
type placeRow struct {
	screen              *Screen
	name, town          *kit.Text
	planned, halves, by *kit.Text
}

const figureColumn float32 = 110

// placeList lists the residences with how many visits and half-days each takes; one opens its visits.
func (s *Screen) placeList() fyne.CanvasObject {
	w, all := s.p.Words, s.plan.Places
	list := kit.NewTouchList(s.newPlaceRow, func(i int, r *placeRow) { r.show(all[i]) })
	list.OnTapped = func(i int) { s.openPlace(all[i]) }
	list.SetCount(len(all))
	head := kit.RowOf(look.Gap, kit.Grow(kit.Caption(w.T("wave.place.residence")).Strong().OneLine()),
		kit.Sized(figureColumn, 0, kit.Caption(w.T("wave.place.visits")).Strong().Trailing().Whole()),
		kit.Sized(figureColumn, 0, kit.Caption(w.T("wave.place.halves")).Strong().Trailing().Whole()),
		kit.Sized(figureColumn, 0, kit.Caption(w.T("wave.place.each")).Strong().Trailing().Whole()), arrowRoom())
	return container.NewBorder(kit.Stack(0, kit.PaddedXY(look.Inset, look.Snug, head), kit.NewRule()), nil, nil, nil, list)
}

// arrowRoom is as wide as the arrow at the end of a row.
func arrowRoom() fyne.CanvasObject { return kit.Sized(look.Size(look.SizeGlyph), 0, kit.Stack(0)) }

func (s *Screen) newPlaceRow() (*placeRow, fyne.CanvasObject) {
	figure := func() *kit.Text { return kit.Body(" ").Trailing().Whole() }
	r := &placeRow{screen: s, name: kit.Body(" ").Strong().OneLine(), town: kit.Caption(" ").OneLine(), planned: figure(), halves: figure(), by: figure()}
	return r, kit.RowOf(look.Gap, kit.Grow(kit.Lines(r.name, r.town)),
		kit.Sized(figureColumn, 0, r.planned), kit.Sized(figureColumn, 0, r.halves), kit.Sized(figureColumn, 0, r.by),
		kit.NewGlyph(look.IconChevronRight, kit.Calm))
}

func (r *placeRow) show(p coop.PlaceTotal) {
	w := r.screen.p.Words
	name := p.Name
	if name == "" {
		name = w.T("wave.place.none")
	}
	r.name.SetText(name)
	r.town.SetText(p.Town)
	r.planned.SetText(w.Number(p.Planned))
	r.halves.SetText(w.Number(p.Halves))
	each := w.T("wave.figure.none")
	if p.Halves > 0 {
		each = w.Decimal(float64(p.Planned) / float64(p.Halves))
	}
	r.by.SetText(each)
}

func (s *Screen) openPlace(p coop.PlaceTotal) {
	var visits []coop.WaveVisit
	for _, v := range s.plan.Visits {
		if s.draft.Owing(v.Household).Home == p.Residence {
			visits = append(visits, v)
		}
	}
	title := p.Name
	if title == "" {
		title = s.p.Words.T("wave.place.none")
	}
	s.openVisits(title, visits, byDay)
}

// leftRow is one household without a time.
type leftRow struct{ name, where, why *kit.Text }

// leftList lists those without a time, and why; one opens the sheet that gives it a time.
func (s *Screen) leftList() fyne.CanvasObject {
	w, all := s.p.Words, s.plan.Left
	list := kit.NewTouchList(func() (*leftRow, fyne.CanvasObject) {
		r := &leftRow{name: kit.Body(" ").Strong().OneLine(), where: kit.Caption(" ").OneLine(), why: kit.Body(" ").OneLine()}
		return r, kit.RowOf(look.Gap, kit.Grow(kit.Lines(r.name, r.where, r.why)), kit.NewGlyph(look.IconChevronRight, kit.Calm))
	}, func(i int, r *leftRow) {
		owing := s.draft.Owing(all[i])
		r.name.SetText(w.People(owing.Holders))
		r.where.SetText(joined(w.Where(owing.Residence, owing.Dwelling), owing.Town))
		r.why.SetText(w.T(i18n.LeftReasonKey(s.draft.WhyLeft(all[i]))))
	})
	list.OnTapped = func(i int) { s.change(s.unplaced(all[i])) }
	list.SetCount(len(all))
	return list
}

// unplaced is a visit for a household without one, to begin choosing a time from.
func (s *Screen) unplaced(id coop.HouseholdID) coop.WaveVisit {
	const morning = 10
	v := coop.WaveVisit{Household: id, Place: coop.AtHome}
	if len(s.planned.crew) > 0 {
		v.Officer = s.planned.crew[0].ID
	}
	day := s.plan.Asked.Start
	for s.draft.Closed(day) != coop.OpenDay && day < s.plan.Until {
		day = day.Add(1)
	}
	v.Start = day.At(morning, 0, s.p.Desk.Zone())
	return v
}

// joined puts what is known beside each other.
func joined(parts ...string) string {
	var known []string
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return strings.Join(known, " · ")
}
