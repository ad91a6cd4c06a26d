package press

import (
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// When what is invented happens.
const (
	inventedDays    = 10 // until the visit
	inventedHour    = 10
	inventedMinutes = 45
	missedDays      = 2 // since the visit at which nobody was there
	eventDays       = 30
	inventedEntry   = 60 // days since the entry
	inventedYears   = 12
)

// invent fills what a text is tried on and nobody's paper says: nobody at all, a visit, an event.
func invent(l *coop.Letter, t Try, words *i18n.Words, made time.Time) {
	today := coop.DayOf(made)
	if t.Household == "" {
		l.Household, l.Residence = inventedHome(words, today)
		l.Sheet.Household, l.Sheet.Residence = l.Household, l.Residence
	}
	if t.Product != "" {
		l.Household.Product = t.Product
	}
	if t.Share != "" {
		l.Household.Share.State = t.Share
	}
	morning := time.Date(made.Year(), made.Month(), made.Day(), inventedHour, 0, 0, 0, made.Location())
	if l.Visit.Start.IsZero() {
		l.Visit = inventedVisit(l.Household.ID, l.Officer.ID, morning.AddDate(0, 0, inventedDays))
	}
	if l.Missed.Start.IsZero() {
		l.Missed = inventedVisit(l.Household.ID, l.Officer.ID, morning.AddDate(0, 0, -missedDays))
	}
	if t.Place != "" {
		l.Visit.Place = t.Place
	}
	if kind := t.Template.Kind.Event(); kind != "" {
		l.Event = inventedEvent(l, kind, words, today)
	}
	if l.Years == 0 {
		l.Years = inventedYears
	}
	l.ReplyBy, l.Reference = today.Add(eventDays), words.T("template.example.reference")
	if l.Officer.Name == "" {
		l.Officer.Name = words.Example("officer")
	}
	s := l.Sheet
	s.Household.Product, s.Household.Share = l.Household.Product, l.Household.Share
	if t.Household == "" || t.Product != "" || t.Share != "" {
		s.Contacts, s.Duties = coop.SheetContacts(l.Coop, l.Residence), coop.SheetDuties(s.Household, l.Residence)
		s.Dates = coop.SheetDates(l.Coop, s.Household, coop.VisitRow{Visit: l.Visit, OfficerName: l.Officer.Name}, l.Agm, today)
	}
}

func inventedHome(words *i18n.Words, today coop.Day) (coop.Household, coop.Residence) {
	h := coop.Household{
		Product: coop.Rental, Entry: today.Add(-inventedEntry),
		Holders: []coop.Cooperator{{
			Civility: coop.Madame, First: words.T("template.example.first"), Last: words.T("template.example.last"), Mobile: "0639981102",
		}},
		Dwelling: coop.Dwelling{Building: "B", Floor: "2", Door: "12", Home: coop.Flat},
		Share:    coop.Share{State: coop.ShareSubscribed, Number: 1, Since: today.Add(-inventedEntry)},
	}
	r := coop.Residence{
		Name: words.Example("residence"), Address: words.T("template.example.street"), Postcode: words.T("template.example.postcode"),
		Town: words.T("template.example.town"), Heating: coop.CollectiveHeating, Caretaker: words.Example("caretaker"),
	}
	return h, r
}

func inventedVisit(h coop.HouseholdID, officer coop.StaffID, start time.Time) coop.Visit {
	return coop.Visit{
		Household: h, Officer: officer, Kind: coop.CourtesyVisit, Place: coop.AtHome, State: coop.VisitPlanned,
		Start: start, End: start.Add(inventedMinutes * time.Minute),
	}
}

// inventedEvent is the general meeting that is planned, else an invented event.
func inventedEvent(l *coop.Letter, kind coop.EventKind, words *i18n.Words, today coop.Day) coop.Event {
	if kind == coop.EventAgm && l.Agm.Day != "" {
		return l.Agm
	}
	title := words.T("template.example.workshop")
	if kind == coop.EventAgm {
		title = words.T("template.example.agm")
	}
	return coop.Event{Kind: kind, Day: today.Add(eventDays), Hour: "18:30", Title: title, Place: words.T("template.example.place")}
}
