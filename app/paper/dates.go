package paper

import (
	"strconv"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// dates writes the days that matter.
func (w *welcome) dates(x, y float64) float64 {
	if len(w.Dates) == 0 {
		return y
	}
	y = w.section(x, y, w.words.T("sheet.dates"))
	var titles []string
	for _, d := range w.Dates {
		titles = append(titles, w.dateTitle(d))
	}
	tab := w.tab(titles)
	for i, d := range w.Dates {
		next := w.paragraph(x, y, tab, label, 2, titles[i])
		end := w.paragraph(x+tab, y, column-tab, strong, max(w.lines, 2), w.dateText(d))
		y = max(next, end) + w.row
	}
	return y - w.row + w.density.section
}

func (w *welcome) dateTitle(d coop.SheetDate) string {
	switch d.Kind {
	case coop.DateVisit:
		return w.words.T("sheet.date.visit")
	case coop.DateRent:
		if w.Household.Product == coop.PSLA {
			return w.words.T("sheet.date.rent.psla")
		}
		return w.words.T("sheet.date.rent")
	case coop.DateInsurance:
		return w.words.T("sheet.date.insurance")
	case coop.DateCharges:
		return w.words.T("sheet.date.charges")
	case coop.DateOption:
		return w.words.T("sheet.date.option")
	case coop.DateFinish:
		return w.words.T("sheet.date.finish")
	case coop.DateEquipment:
		return w.words.T("sheet.date.equipment")
	case coop.DateTenYears:
		return w.words.T("sheet.date.ten-years")
	case coop.DateAgm:
		return w.words.T("sheet.date.agm")
	}
	return ""
}

func (w *welcome) dateText(d coop.SheetDate) string {
	switch d.Kind {
	case coop.DateVisit:
		if d.With == "" {
			return w.words.When(d.At)
		}
		return w.words.T("sheet.date.visit.with", i18n.Args{"When": w.words.When(d.At), "Name": d.With})
	case coop.DateRent:
		if d.Number == 1 {
			return w.words.T("sheet.date.rent.first")
		}
		return w.words.T("sheet.date.rent.day", i18n.Args{"Day": strconv.Itoa(d.Number)})
	case coop.DateInsurance:
		return w.words.T("sheet.date.insurance.next", i18n.Args{"Month": w.words.Month(d.Day.Month())})
	case coop.DateCharges:
		return w.words.T("sheet.date.charges.month", i18n.Args{"Month": w.words.MonthName(d.Number)})
	case coop.DateOption:
		return w.words.T("sheet.date.latest", i18n.Args{"Day": w.words.Date(d.Day)})
	case coop.DateFinish:
		return w.words.T("sheet.date.finish.until", i18n.Args{"Day": w.words.Date(d.Day)})
	case coop.DateEquipment:
		return w.words.T("sheet.date.equipment.until", i18n.Args{"Day": w.words.Date(d.Day)})
	case coop.DateTenYears:
		return w.words.T("sheet.date.ten-years.until", i18n.Args{"Day": w.words.Date(d.Day)})
	case coop.DateAgm:
		return w.agmText(d)
	}
	return ""
}

func (w *welcome) agmText(d coop.SheetDate) string {
	switch {
	case d.Day == "":
		return w.words.T("sheet.date.agm.month", i18n.Args{"Month": w.words.MonthName(d.Number)})
	case d.With == "":
		return w.words.DayLong(d.Day)
	}
	return w.words.T("sheet.date.agm.place", i18n.Args{"Day": w.words.DayLong(d.Day), "Place": d.With})
}

// agreed writes what the coop promised, the most urgent first, each with its day; the last line
// counts those for which there is no room.
func (w *welcome) agreed(x, y float64) float64 {
	if len(w.Agreed) == 0 {
		return y
	}
	const tick, gap = 3.2, 3
	y = w.section(x, y, w.words.T("sheet.agreed"))
	shown := min(len(w.Agreed), w.promises)
	for _, p := range w.Agreed[:shown] {
		what := p.What
		if what == "" {
			what = w.words.T(serviceKeys[p.Service])
		}
		top := y + (w.height(plain)-tick)/2
		w.stroke(0.3, quiet, x, top, x+tick, top, x+tick, top+tick, x, top+tick, x, top)
		y = w.paragraph(x+tick+gap, y, column-tick-gap, plain, max(w.lines-1, 1), what)
		if p.Due != "" {
			y = w.paragraph(x+tick+gap, y, column-tick-gap, label, 1,
				w.words.T("sheet.agreed.by", i18n.Args{"Day": w.words.Date(p.Due)}))
		}
		y += w.row
	}
	if more := len(w.Agreed) - shown; more > 0 {
		y = w.paragraph(x+tick+gap, y, column-tick-gap, label, 2, w.words.N("sheet.agreed.more", more)) + w.row
	}
	return y - w.row + w.density.section
}

var serviceKeys = map[coop.Service]string{
	coop.ServiceLetting:    "sheet.agreed.letting",
	coop.ServiceTechnical:  "sheet.agreed.technical",
	coop.ServiceAssets:     "sheet.agreed.assets",
	coop.ServiceProximity:  "sheet.agreed.proximity",
	coop.ServiceRelation:   "sheet.agreed.relation",
	coop.ServiceAccounts:   "sheet.agreed.accounts",
	coop.ServiceCoopLife:   "sheet.agreed.coop-life",
	coop.ServiceMediation:  "sheet.agreed.mediation",
	coop.ServiceSocial:     "sheet.agreed.social",
	coop.ServiceOwnership:  "sheet.agreed.ownership",
	coop.ServiceSyndic:     "sheet.agreed.syndic",
	coop.ServiceUnassigned: "sheet.agreed.unassigned",
	"":                     "sheet.agreed.unassigned",
}

// notes draws lines to write on where the right column leaves room.
func (w *welcome) notes(y, room float64) {
	const apart, least, most = 8.0, 3, 5
	n := int((room - y - w.height(head) - 4) / apart)
	if n < least {
		return
	}
	y = w.section(right, y, w.words.T("sheet.notes")) + 3
	for range min(n, most) {
		y += apart
		w.stroke(0.2, rule, right, y-2, right+column, y-2)
	}
}
