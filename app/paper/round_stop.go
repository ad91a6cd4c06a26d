package paper

import (
	"strconv"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

const (
	hourWide  = 29.0 // the column of the hours
	stopGap   = 4.0  // between columns
	stopWide  = full - hourWide - stopGap
	factsWide = stopWide - mapAside - stopGap
	third     = (full - 2*stopGap) / 3
	tickSide  = 3.2 // a box to tick
)

var (
	bigHour = style{19, Bold, ink}
	naming  = style{13, Semibold, ink}
	heading = style{body, Semibold, brand}
)

// stop writes one visit below y: the hours on the left, whom and where beside them, the map's code on
// the right; below, what to know, what to bring, and room to write.
func (r *round) stop(i int, y float64) float64 {
	s := r.Stops[i]
	if i > 0 {
		y = r.between(y, r.Stops[i-1].Visit, s.Visit)
	}
	x := margin + hourWide + stopGap
	end := max(r.hours(margin, y, i), r.facts(x, y+1, s))
	if s.Place == coop.AtHome {
		end = max(end, r.mapCode(pageWidth-margin-mapAside, y, s.Home))
	}
	return r.below(end+2.2, s)
}

// between parts two stops, and says how long the way is. On a new page the header parts them.
func (r *round) between(y float64, before, next coop.Visit) float64 {
	text := ""
	if way := int(coop.Travel(before, next).Minutes()); way > 0 {
		text = r.clean(label, r.words.T("round.way", i18n.Args{"Minutes": r.words.Minutes(way)}))
	}
	from := margin
	if text != "" {
		from += r.width(label, text) + 2.5
	}
	if r.fresh {
		r.line(margin, y+r.ascent(label), label, text)
		if text != "" {
			y += r.height(label)
		}
		return y
	}
	y += 3
	r.line(margin, y+r.ascent(label), label, text)
	y += r.height(label) / 2
	r.stroke(0.35, brand, from, y, pageWidth-margin, y)
	return y + r.height(label)/2 + 1.5
}

// hours writes when the visit is, how long it lasts, and whether the household said that it will be there.
func (r *round) hours(x, y float64, i int) float64 {
	s := r.Stops[i]
	y = r.paragraph(x, y, hourWide, bigHour, 1, r.words.Hour(s.Start))
	y = r.paragraph(x, y, hourWide, label, 1, r.words.Minutes(s.Minutes())) + 1.4
	key := "round.open"
	if !s.Confirmed.IsZero() || s.State == coop.VisitHeld {
		key = "round.confirmed"
	}
	r.tick(x, y, key == "round.confirmed")
	y = r.paragraph(x+tickSide+2, y, hourWide-tickSide-2, plain, 2, r.words.T(key))
	if s.Trips > 0 {
		y = r.paragraph(x, y+1, hourWide, strong, 2, r.words.T("round.trip", i18n.Args{"Number": strconv.Itoa(s.Trips + 1)}))
	}
	return y
}

// tick draws a box in the middle of a line of plain text.
func (k *sketch) tick(x, y float64, ticked bool) {
	top := y + (k.height(plain)-tickSide)/2
	k.stroke(0.3, quiet, x, top, x+tickSide, top, x+tickSide, top+tickSide, x, top+tickSide, x, top)
	if ticked {
		k.stroke(0.55, ink, x+0.7, top+1.6, x+1.4, top+2.4, x+2.7, top+0.7)
	}
}

// facts writes whom to see, where, how to reach them and what they wish.
func (r *round) facts(x, y float64, s coop.Stop) float64 {
	if len(s.Row.Holders) == 0 {
		y = r.paragraph(x, y, factsWide, naming, 1, s.Row.Lease)
	}
	for i, h := range s.Row.Holders {
		if i > 0 {
			y++
		}
		y = r.paragraph(x, y, factsWide, naming, 2, r.words.Person(h))
		y = r.paragraph(x, y, factsWide, strong, 2, list([]string{r.words.Phone(h.Mobile), r.words.Phone(h.Phone)}, " · "))
	}
	y++
	if s.Place == coop.AtHome {
		residence := s.Home.Name
		if residence == "" {
			residence = s.Row.Residence
		}
		y = r.paragraph(x, y, factsWide, strong, 2, residence)
		y = r.paragraph(x, y, factsWide, plain, 2, capital(r.words.DoorOf(s.Row.Dwelling)))
		y = r.paragraph(x, y, factsWide, plain, 3, inFull(s.Home))
	} else {
		y = r.paragraph(x, y, factsWide, strong, 1, r.words.T(i18n.PlaceKey(s.Place)))
	}
	if wishes := r.wishes(s); wishes != "" {
		y = r.paragraph(x, y+1, factsWide, plain, 4, wishes)
	}
	return y
}

// wishes says what the household would like: a language, a time of the day, anything else.
func (r *round) wishes(s coop.Stop) string {
	var parts []string
	if s.Language != "" && s.Language != i18n.Default {
		parts = append(parts, r.language(s.Language))
	}
	for _, p := range s.Prefers {
		parts = append(parts, r.words.T(i18n.PreferenceKey(p)))
	}
	text := list(append(parts, s.Wishes), " · ")
	if text == "" {
		return ""
	}
	return r.words.T("round.wishes", i18n.Args{"Wishes": text})
}

// language is what a language is called; one that is not offered is told by its code.
func (r *round) language(code string) string {
	if key, ok := languageKeys[code]; ok {
		return r.words.T(key)
	}
	return code
}

var languageKeys = map[string]string{
	"en": "person.language.en", "ar": "person.language.ar", "tr": "person.language.tr", "pt": "person.language.pt",
	"es": "person.language.es", "uk": "person.language.uk", "ru": "person.language.ru", "fa": "person.language.fa",
	"ps": "person.language.ps",
}

// below writes what to know and what to bring, side by side, and leaves room to write beside them.
func (r *round) below(y float64, s coop.Stop) float64 {
	const least = 3 // lines to write on
	x, end := margin, y
	if known := r.known(s); len(known) > 0 {
		bottom := r.paragraph(x, y, third, heading, 1, r.words.T("round.known"))
		for _, text := range known {
			bottom = r.paragraph(x, bottom, third, plain, 10, text)
		}
		end, x = max(end, bottom), x+third+stopGap
	}
	bottom := r.paragraph(x, y, third, heading, 1, r.words.T("round.bring"))
	for _, key := range bring(s) {
		r.tick(x, bottom, false)
		bottom = r.paragraph(x+tickSide+2, bottom, third-tickSide-2, plain, 2, r.words.T(key))
	}
	end, x = max(end, bottom), x+third+stopGap
	wide := pageWidth - margin - x
	top := r.paragraph(x, y, wide, heading, 1, r.words.T("round.notes"))
	lines := max(least, int((end-top+1)/8))
	return max(end, r.ruled(x, top-1, wide, lines)) + 1
}

// known is what a visitor should know before ringing.
func (r *round) known(s coop.Stop) []string {
	if s.Place != coop.AtHome {
		return nil
	}
	var all []string
	if s.Trips >= coop.MaxTrips-1 {
		all = append(all, r.words.T("round.last"))
	}
	if s.Home.Specifics != "" {
		all = append(all, s.Home.Specifics)
	}
	if s.Home.Caretaker != "" {
		all = append(all, r.words.T("round.caretaker", i18n.Args{"Name": held(r.words.Phone(s.Home.Caretaker))}))
	}
	return all
}

// bring lists what a visit is made with, as keys.
func bring(s coop.Stop) []string {
	switch s.Place {
	case coop.ByPhone:
		return []string{"round.bring.post"}
	case coop.AtOffice:
		return []string{"round.bring.sheet", "round.bring.room"}
	case coop.AtHome:
	}
	all := []string{"round.bring.sheet", "round.bring.card", "round.bring.badge"}
	if s.Row.Dwelling.Home != coop.House && (s.Row.Dwelling.Building != "" || s.Row.Dwelling.Floor != "" || s.Row.Dwelling.Home == coop.Flat) {
		all = append(all, "round.bring.key")
	}
	if s.Language != "" && s.Language != i18n.Default {
		all = append(all, "round.bring.language")
	}
	if s.Row.Share == coop.ShareToOffer || s.Row.Share == coop.ShareOffered {
		all = append(all, "round.bring.share")
	}
	if p := s.Row.Product; p == coop.PSLA || p == coop.VEFA || p == coop.BRS {
		all = append(all, "round.bring.guarantees")
	}
	return all
}
