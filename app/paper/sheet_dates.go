package paper

import (
	"strconv"

	"bienvenue/app/coop"
)

// dates says the days that matter, each with a word on what it is.
func (t *teller) dates() datesText {
	all := datesText{title: t.say("dates")}
	for _, d := range t.Dates {
		title, word := "date."+string(d.Kind), t.say("date."+string(d.Kind)+".word")
		if d.Kind == coop.DateRent && t.Household.Product == coop.PSLA {
			title = "date.rent.psla"
		}
		if d.Kind == coop.DateAgm && d.With != "" {
			if place := t.say("date.agm.place", "place", d.With); place.text != "" {
				word = place
			}
		}
		all.rows = append(all.rows, dateText{t.say(title), t.when(d), word})
	}
	return all
}

// when says when a date is.
func (t *teller) when(d coop.SheetDate) said {
	switch d.Kind {
	case coop.DateVisit:
		if d.With == "" {
			return t.say("date.visit.when", "when", t.speech.When(d.At))
		}
		return t.say("date.visit.with", "when", t.speech.When(d.At), "person", d.With)
	case coop.DateRent:
		if d.Number == 1 {
			return t.say("date.rent.first")
		}
		return t.say("date.rent.day", "day", strconv.Itoa(d.Number))
	case coop.DateInsurance:
		return t.say("date.insurance.next", "month", t.speech.Month(d.Day.Month()))
	case coop.DateCharges:
		return t.say("date.charges.month", "month", t.speech.MonthName(d.Number))
	case coop.DateOption, coop.DateFinish, coop.DateEquipment, coop.DateTenYears:
		return t.say("date."+string(d.Kind)+".until", "day", t.speech.Date(d.Day))
	case coop.DateAgm:
		return t.meeting(d)
	}
	return said{}
}

// meeting says when the general meeting is.
func (t *teller) meeting(d coop.SheetDate) said {
	if d.Day == "" {
		return t.say("date.agm.month", "month", t.speech.MonthName(d.Number))
	}
	if minutes, ok := minutesOf(t.Agm.Hour); ok && t.Agm.Day == d.Day {
		if when := t.say("date.agm.hour", "day", t.speech.DayLong(d.Day), "hour", t.speech.Clock(minutes)); when.text != "" {
			return when
		}
	}
	return t.say("date.agm.day", "day", t.speech.DayLong(d.Day))
}

// agreed says what the coop promised, the most urgent first, each with its day.
func (t *teller) agreed() agreedText {
	all := agreedText{title: t.say("agreed")}
	for _, p := range t.Agreed {
		one := promiseText{what: p.What}
		if one.what == "" {
			service := p.Service
			if service == "" {
				service = coop.ServiceUnassigned
			}
			one.what = t.say("agreed." + string(service)).text
		}
		if p.Due != "" {
			one.by = t.say("agreed.by", "day", t.speech.Date(p.Due))
		}
		all.rows = append(all.rows, one)
	}
	return all
}

// more counts the promises for which there is no room.
func (t *teller) more(n int) said {
	if n == 1 {
		return t.say("agreed.more.one")
	}
	return t.say("agreed.more.many", "count", strconv.Itoa(n))
}

// care says what protects an owner: the secured purchase, or the syndic's charter.
func (t *teller) care() careText {
	for _, id := range []string{"secure", "charter"} {
		if title := t.say(id); title.text != "" {
			all := careText{title: title, lines: []said{t.say(id + ".text")}}
			return careText{title, append(all.lines, t.say(id+".who", "syndic", held(t.Residence.Syndic)))}
		}
	}
	return careText{}
}
