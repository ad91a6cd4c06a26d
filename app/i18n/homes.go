package i18n

import (
	"strings"

	"bienvenue/app/coop"
)

// Where is a home as lists show it, « Champmilan · bât. B, porte 12 »: what is not known is left
// out, and so are the stair and the floor, which one asks at the door.
func (w *Words) Where(residence string, d coop.Dwelling) string {
	door := w.DoorOf(coop.Dwelling{Building: d.Building, Door: d.Door})
	switch {
	case residence == "":
		return door
	case door == "":
		return residence
	}
	return w.T("people.where.both", Args{"Residence": residence, "Door": door})
}

// DoorOf is where a home lies in its residence, « bât. B, esc. 2, 3e étage, porte 12 ».
func (w *Words) DoorOf(d coop.Dwelling) string {
	parts := []string{
		named(d.Building, func(s string) string { return w.T("people.where.building", Args{"Building": s}) }),
		named(d.Stair, func(s string) string { return w.T("people.where.stair", Args{"Stair": s}) }),
		w.floor(d.Floor),
		named(d.Door, func(s string) string { return w.T("people.where.door", Args{"Door": s}) }),
	}
	var known []string
	for _, part := range parts {
		if part != "" {
			known = append(known, part)
		}
	}
	return strings.Join(known, ", ")
}

// named puts its name before a short code; what already is a word or two stays as it is.
func named(code string, with func(string) string) string {
	const longest = 5 // letters of a code such as B, 12bis or A-203
	code = strings.TrimSpace(code)
	if code == "" || len([]rune(code)) > longest {
		return code
	}
	return with(code)
}

func (w *Words) floor(floor string) string {
	floor = strings.TrimSpace(floor)
	switch {
	case floor == "":
		return ""
	case floor == "0" || strings.EqualFold(floor, "rdc") || strings.EqualFold(floor, "rc"):
		return w.T("people.where.ground")
	case floor == "1":
		return w.T("people.where.first")
	case strings.Trim(floor, "0123456789") == "":
		return w.T("people.where.floor", Args{"Floor": floor})
	}
	return floor
}

// ProductShort is a product as a small label says it, « PSLA ».
func (w *Words) ProductShort(p coop.Product) string {
	switch p {
	case coop.Rental:
		return w.T("people.product.rental")
	case coop.PSLA:
		return w.T("people.product.psla")
	case coop.VEFA:
		return w.T("people.product.vefa")
	case coop.BRS:
		return w.T("people.product.brs")
	case coop.Copro:
		return w.T("people.product.copro")
	case coop.ProductUnknown:
	}
	return w.T("people.product.unknown")
}

// DayBrief is a day of these months in figures without its year, « 14/07 »; no day is "".
func (w *Words) DayBrief(d coop.Day) string {
	if d == "" {
		return ""
	}
	_, month, day := d.Date()
	return w.T("people.day.brief", Args{"D": twoDigits(day), "M": twoDigits(int(month))})
}
