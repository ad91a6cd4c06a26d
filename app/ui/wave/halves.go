package wave

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// half is one half-day of one officer with its visits, by their start.
type half struct {
	officer coop.StaffID
	day     coop.Day
	morning bool
	visits  []coop.WaveVisit
}

// halves gathers the visits of a plan, which come by their start, into half-days.
func (s *Screen) halves(visits []coop.WaveVisit) []half {
	type key struct {
		officer coop.StaffID
		day     coop.Day
		morning bool
	}
	at := map[key]int{}
	var found []half
	for _, v := range visits {
		k := key{v.Officer, s.p.Words.DayOf(v.Start), s.morning(v.Start)}
		i, known := at[k]
		if !known {
			i = len(found)
			at[k] = i
			found = append(found, half{officer: k.officer, day: k.day, morning: k.morning})
		}
		found[i].visits = append(found[i].visits, v)
	}
	slices.SortStableFunc(found, func(a, b half) int { return cmp.Compare(a.day, b.day) })
	return found
}

// morning says whether a time lies in the first half of its day.
func (s *Screen) morning(t time.Time) bool {
	t = t.In(s.p.Desk.Zone())
	return t.Hour()*60+t.Minute() < coop.Midday
}

// halfList lists the half-days of the wave; one opens its visits.
func (s *Screen) halfList() fyne.CanvasObject {
	all := s.halves(s.plan.Visits)
	list := kit.NewTouchList(s.newHalfRow, func(i int, r *halfRow) { r.show(all[i]) })
	list.OnTapped = func(i int) { s.openVisits(s.halfName(all[i]), all[i].visits, byTime) }
	list.SetCount(len(all))
	return list
}

// halfName is a half-day in words, « mardi 12 janvier, matin ».
func (s *Screen) halfName(h half) string {
	w := s.p.Words
	if h.morning {
		return w.T("wave.half.morning", i18n.Args{"Day": w.Day(h.day)})
	}
	return w.T("wave.half.afternoon", i18n.Args{"Day": w.Day(h.day)})
}

type halfRow struct {
	screen *Screen
	who    *pill
	when   *kit.Text
	where  *kit.Text
	names  *kit.Text
	count  *kit.Text
}

func (s *Screen) newHalfRow() (*halfRow, fyne.CanvasObject) {
	r := &halfRow{
		screen: s, who: newPill(s), when: kit.Body(" ").Strong().OneLine(), where: kit.Body(" ").OneLine(), names: kit.Caption(" ").OneLine(),
		count: kit.Quiet(" ").Whole(),
	}
	return r, kit.RowOf(look.Gap, kit.Sized(pillWidth, 0, r.who), kit.Grow(kit.Lines(r.when, r.where, r.names)), r.count, kit.NewGlyph(look.IconChevronRight, kit.Calm))
}

const pillWidth float32 = 40

func (r *halfRow) show(h half) {
	s := r.screen
	w := s.p.Words
	who := s.colleague(h.officer)
	r.who.set(who, i18n.Initials(who.Name), "")
	r.when.SetText(w.T("wave.half.line", i18n.Args{"Half": s.halfName(h), "Officer": who.Name}))
	r.where.SetText(strings.Join(s.residences(h.visits), " · "))
	names := make([]string, len(h.visits))
	for i, v := range h.visits {
		names[i] = w.People(s.draft.Owing(v.Household).Holders)
	}
	r.names.SetText(strings.Join(names, ", "))
	r.count.SetText(w.N("wave.visits", len(h.visits)))
}

// residences are where some visits are, each with how many: « Champmilan (3) ».
func (s *Screen) residences(visits []coop.WaveVisit) []string {
	w := s.p.Words
	counts := map[string]int{}
	var order []string
	for _, v := range visits {
		place := s.draft.Owing(v.Household).Residence
		if v.Place != coop.AtHome {
			place = w.T(i18n.PlaceKey(v.Place))
		} else if place == "" {
			place = w.T("wave.place.none")
		}
		if counts[place] == 0 {
			order = append(order, place)
		}
		counts[place]++
	}
	for i, place := range order {
		order[i] = w.T("wave.half.residence", i18n.Args{"Residence": place, "N": w.Number(counts[place])})
	}
	return order
}
