package paper

import (
	"maps"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
)

// FactsOf says what a letter's texts may name, as a language says it; what is not known is left out.
// Today is the day of an instant in the instant's own zone. Numbers that a text counts by (shares, years) come
// with their noun, « 3 parts sociales », « 15 ans », so that no text has to agree with them.
func FactsOf(l coop.Letter, words VisitWords, made time.Time) template.Facts {
	c, h := l.Coop, l.Household
	f := template.Facts{Product: string(h.Product), Share: string(h.Share.State)}
	if l.Visit.ID != "" || !l.Visit.Start.IsZero() {
		f.Place = string(l.Visit.Place)
	}
	f.Fields = map[string]string{
		"salutation": saluted(h.Holders, words), "name": words.People(h.Holders), "today": words.Date(coop.DayOf(made)),
		"coop": c.Name, "coop-address": c.Address, "agency-hours": c.AgencyHours,
		"agency-phone": words.Phone(c.AgencyPhone), "emergency-phone": words.Phone(c.EmergencyPhone), "technical-phone": words.Phone(c.TechnicalPhone),
		"tenant-area": inClear(c.TenantArea), "culture-page": inClear(c.CulturePage), "coop-page": inClear(c.CoopPage),
		"mediator": c.Mediator, "data-contact": c.DataContact,
		"residence": l.Residence.Name, "address": homeAddress(l.Residence), "entry": words.Date(h.Entry),
		"officer": l.Officer.Name, "officer-phone": words.Phone(l.Officer.Phone),
	}
	maps.Copy(f.Fields, shareFacts(l, words))
	maps.Copy(f.Fields, visitFacts(l, words))
	maps.Copy(f.Fields, eventFacts(l, words))
	if l.Sheet != nil && len(l.Sheet.Agreed) > 0 {
		f.Fields["promises"] = words.N("letter.promises", len(l.Sheet.Agreed))
	}
	for name, fact := range f.Fields {
		f.Fields[name] = oneLine(fact)
	}
	maps.DeleteFunc(f.Fields, func(_, fact string) bool { return strings.TrimSpace(fact) == "" })
	return f
}

// oneLine is a text without breaks of its own: a name from an archive makes no line of a paper.
func oneLine(text string) string {
	return strings.Join(strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }), " ")
}

// saluted is how a letter begins, without its comma.
func saluted(holders []coop.Cooperator, words Words) string {
	if len(holders) == 0 {
		return words.T("letter.hello")
	}
	return words.Address(holders)
}

// homeAddress is a residence's address on one line.
func homeAddress(r coop.Residence) string {
	return list([]string{r.Address, joined(r.Postcode, r.Town)}, ", ")
}

// shareFacts are of the coop's share and the general meeting. Number, sum and day are told only to those who
// hold a share.
func shareFacts(l coop.Letter, words Words) map[string]string {
	facts := map[string]string{"agm-place": l.Agm.Place, "agm-day": words.DayLong(l.Agm.Day)}
	if l.Coop.ShareCents > 0 {
		facts["share-price"] = words.Money(l.Coop.ShareCents)
	}
	switch {
	case l.Agm.Day != "":
		_, month, _ := l.Agm.Day.Date()
		facts["agm-month"] = words.MonthName(int(month))
	case l.Coop.AgmMonth > 0:
		facts["agm-month"] = words.MonthName(l.Coop.AgmMonth)
	}
	s := l.Household.Share
	if s.State != coop.ShareSubscribed && s.State != coop.ShareToRepay {
		return facts
	}
	number := max(s.Number, 1)
	facts["share-number"] = words.N("letter.share", number)
	if paid := paidFor(s, l.Coop); paid > 0 {
		facts["share-paid"] = words.Money(paid)
	}
	if s.State == coop.ShareSubscribed {
		facts["share-since"] = words.Date(s.Since)
	}
	return facts
}

// paidFor is what a household's shares cost, 0 when it is not known.
func paidFor(s coop.Share, c coop.Coop) int {
	if s.Cents > 0 {
		return s.Cents
	}
	return max(s.Number, 1) * c.ShareCents
}

// visitFacts are of the visit, and of the one that was missed.
func visitFacts(l coop.Letter, words VisitWords) map[string]string {
	facts := map[string]string{"missed-when": words.When(l.Missed.Start)}
	if l.Visit.Start.IsZero() {
		return facts
	}
	facts["visit-when"] = words.When(l.Visit.Start)
	facts["visit-day"] = words.DayLong(words.DayOf(l.Visit.Start))
	facts["visit-hour"] = words.Hour(l.Visit.Start)
	facts["visit-where"] = whereOf(l, words)
	if n := l.Visit.Minutes(); n > 0 {
		facts["visit-minutes"] = words.Minutes(n)
	}
	return facts
}

// whereOf says where the visit is, to the person who lives there.
func whereOf(l coop.Letter, words Words) string {
	switch l.Visit.Place {
	case coop.AtOffice:
		if l.Coop.Address == "" {
			return words.T("letter.where.office")
		}
		return words.T("letter.where.office.at", i18n.Args{"Address": l.Coop.Address})
	case coop.ByPhone:
		for _, h := range l.Household.Holders {
			for _, number := range []string{h.Mobile, h.Phone} {
				if number != "" {
					return held(words.T("letter.where.phone.at", i18n.Args{"Phone": words.Phone(number)}))
				}
			}
		}
		return words.T("letter.where.phone")
	case coop.AtHome:
	}
	if l.Residence.Address == "" {
		return words.T("letter.where.home")
	}
	return words.T("letter.where.home.at", i18n.Args{"Address": l.Residence.Address})
}

// eventFacts are of the event, and of the questionnaire that goes with a letter.
func eventFacts(l coop.Letter, words VisitWords) map[string]string {
	facts := map[string]string{
		"event-title": l.Event.Title, "event-day": words.DayLong(l.Event.Day), "event-place": l.Event.Place,
		"event-hour": clockOf(l.Event.Hour, words),
		"reply-by":   words.DayLong(l.ReplyBy), "reply-address": nobodyElse(l.Coop.ReplyAddress, l.Coop.Address), "reference": l.Reference,
	}
	if l.Years > 0 {
		facts["years"] = words.N("letter.years", l.Years)
	}
	return facts
}

// clockOf says an hour that the settings hold as « 18:30 »; what is written otherwise stays as it is.
func clockOf(hour string, words VisitWords) string {
	if minutes, ok := coop.HourMinutes(hour); ok {
		return words.Clock(minutes)
	}
	return hour
}
