package booking

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// placeIcons show where a visit is made.
var placeIcons = map[coop.Place]look.Icon{coop.AtHome: look.IconHouse, coop.AtOffice: look.IconBuilding, coop.ByPhone: look.IconPhone}

// officers offers those who visit people.
func (f *form) officers() {
	options := make([]kit.Option[coop.StaffID], 0, len(f.a.officers))
	for _, o := range f.a.officers {
		options = append(options, kit.Option[coop.StaffID]{Value: o.ID, Words: o.Name})
	}
	f.officer = kit.NewSelect(f.t("booking.officer"), options, func(id coop.StaffID) { f.b.Officer = id; f.look() })
	f.officer.Set(f.b.Officer)
}

func (f *form) lengths() []kit.Option[int] {
	minutes := []int{15, 20, 25, 30, 45, 60, 75, 90, 120}
	found := false
	for _, m := range minutes {
		found = found || m == f.b.Minutes
	}
	if !found {
		minutes = append(minutes, f.b.Minutes)
	}
	all := make([]kit.Option[int], 0, len(minutes))
	for _, m := range minutes {
		all = append(all, kit.Option[int]{Value: m, Words: f.sheets.p.Words.Minutes(m)})
	}
	return all
}

// places offers those that the coop's rules allow.
func (f *form) places() []kit.Option[coop.Place] {
	var all []kit.Option[coop.Place]
	for _, p := range coop.Places() {
		if f.a.rules.Kind(f.b.Kind, p).Allowed {
			all = append(all, kit.Option[coop.Place]{Value: p, Words: f.t(i18n.PlaceKey(p)), Icon: placeIcons[p]})
		}
	}
	return all
}

// usualMinutes is how long the rules say a visit lasts at a place.
func (f *form) usualMinutes(p coop.Place) int { return f.a.rules.Kind(f.b.Kind, p).Minutes }

// choosePlace takes the usual length of the place as long as nobody has chosen another one.
func (f *form) choosePlace(p coop.Place) {
	if f.b.Minutes == f.usualMinutes(f.b.Place) {
		f.b.Minutes = f.usualMinutes(p)
		f.length.SetOptions(f.lengths())
		f.length.Set(f.b.Minutes)
	}
	f.b.Place = p
	f.look()
}

// channels offers the ways to tell a household, each with the notice that it needs.
func (s *Sheets) channels(rules coop.VisitRules) []kit.Option[coop.Channel] {
	all := make([]kit.Option[coop.Channel], 0, len(coop.Channels()))
	for _, c := range coop.Channels() {
		words := s.p.Words.N("booking.told.option", notice(rules, c), i18n.Args{"Channel": s.p.Words.T(i18n.ChannelKey(c))})
		all = append(all, kit.Option[coop.Channel]{Value: c, Words: words})
	}
	return all
}

// tellingFrom is the width from which the agreement stands beside how the household is told.
const tellingFrom float32 = 460

// telling asks how the household is told of the visit, and whether it agreed to the time itself.
func (f *form) telling() fyne.CanvasObject {
	f.told = kit.NewSelect(f.t("booking.told"), f.sheets.channels(f.a.rules), func(c coop.Channel) { f.b.Told = c; f.look() })
	f.told.Set(f.b.Told)
	f.agreed = kit.NewChip(f.t("booking.agreed"), f.b.Agreed, func(on bool) { f.b.Agreed = on; f.look() }).WithIcon(look.IconHandshake)
	return kit.Sides(tellingFrom, 0.54, f.told.Object(), kit.Lines(kit.Caption(" "), kit.Row(f.agreed, kit.Spacer())))
}

// askers asks, with a move, on whose side it is.
func (f *form) askers() fyne.CanvasObject {
	if !f.moving() {
		return nil
	}
	sides := kit.NewChoice([]kit.Option[coop.Result]{
		{Value: coop.MovedByThem, Words: f.t("booking.moved-by.them"), Icon: look.IconPerson},
		{Value: coop.MovedByUs, Words: f.t("booking.moved-by.us"), Icon: look.IconBuilding},
	}, func(r coop.Result) { f.b.MovedBy = r })
	return kit.Row(kit.Grow(kit.Body(f.t("booking.moved-by"))), sides.Object())
}

// grid shows the month of the day that is chosen.
func (f *form) grid() {
	p := f.sheets.p
	grid := kit.NewMonthGrid(p.Words, f.day, p.Desk.Today(), func(d coop.Day) { f.day = d; f.look() })
	grid.Closed(func(d coop.Day) bool { return f.a.closed[d] != coop.OpenDay })
	f.month.Objects = []fyne.CanvasObject{grid}
	f.month.Refresh()
}

// who says whom the visit is to, until when it should be, and what they wish.
func (s *Sheets) who(a asked) *fyne.Container {
	w, h := s.p.Words, a.file.Household
	lines := kit.Lines(kit.Body(w.People(h.Holders)).Strong(), kit.Caption(w.Where(a.file.Residence.Name, h.Dwelling)))
	if window := a.file.Window; window.From != "" {
		lines.Add(kit.Row(kit.NewGlyph(look.IconTarget, kit.Accented), kit.Grow(kit.Caption(w.T("booking.window", i18n.Args{
			"From": w.DayShort(window.From), "To": w.DayShort(window.To),
		})))))
	}
	if wishes := s.wishes(h); wishes != "" {
		lines.Add(kit.Row(kit.NewGlyph(look.IconMessageSquare, kit.Accented), kit.Grow(kit.Caption(wishes))))
	}
	return lines
}

// wishes are what a household prefers and what it wrote besides, « Plutôt le matin · digicode 12 ».
func (s *Sheets) wishes(h coop.Household) string {
	var parts []string
	for _, p := range h.Prefers {
		parts = append(parts, s.p.Words.T(i18n.PreferenceKey(p)))
	}
	return joined(append(parts, h.Wishes)...)
}
