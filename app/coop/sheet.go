package coop

import (
	"slices"
	"time"
)

// Sheet is what the welcome sheet of one household says: facts only, in no language.
// What is not known is left out by whoever gathers it, so that the paper has no holes.
type Sheet struct {
	Coop      Coop
	Household Household
	Residence Residence
	Contacts  []SheetContact // in the order they are printed; only those that are known
	Duties    []SheetDuty    // who does what in this home
	Dates     []SheetDate    // in the order they are printed
	Agreed    []SheetPromise // what the coop promised and has not ended, the most urgent first
	Logo      []byte         // the coop's, a PNG; nil for none
	Signature Signature      // of the last talk, empty when nobody signed
	Agm       Event          // the next general meeting; its Day is "" when none is planned
	Officer   Staff          // who visits or visited the household; zero when nobody did
	Codes     []CodeKind     // in the order they are printed; only those that there is something for
}

// ContactKind says whom a contact of the sheet reaches.
type ContactKind string

// The contacts, in the order they are printed.
const (
	ContactEmergency ContactKind = "emergency"
	ContactAgency    ContactKind = "agency"
	ContactManager   ContactKind = "manager"
	ContactTechnical ContactKind = "technical"
	ContactCaretaker ContactKind = "caretaker"
	ContactSyndic    ContactKind = "syndic"
	ContactSocial    ContactKind = "social"
)

// ContactKinds lists every contact in the order they are printed.
func ContactKinds() []ContactKind {
	return []ContactKind{
		ContactEmergency, ContactAgency, ContactManager, ContactTechnical, ContactCaretaker, ContactSyndic, ContactSocial,
	}
}

// SheetContact is one person or desk to call.
type SheetContact struct {
	Kind  ContactKind
	Text  string // a name, a phone, or both, as the settings have it
	Hours string // when it answers, "" when not known
}

// SheetContacts lists the contacts that are known for a home of a residence.
func SheetContacts(c Coop, r Residence) []SheetContact {
	all := []SheetContact{
		{Kind: ContactEmergency, Text: c.EmergencyPhone},
		{Kind: ContactAgency, Text: c.AgencyPhone, Hours: c.AgencyHours},
		{Kind: ContactManager, Text: r.Manager},
		{Kind: ContactTechnical, Text: c.TechnicalPhone},
		{Kind: ContactCaretaker, Text: r.Caretaker},
		{Kind: ContactSyndic, Text: r.Syndic},
		{Kind: ContactSocial, Text: c.SocialPhone},
	}
	return slices.DeleteFunc(all, func(c SheetContact) bool { return c.Text == "" })
}

// DateKind says what a date of the sheet is.
type DateKind string

// The dates, in the order they are printed.
const (
	DateVisit     DateKind = "visit"     // At, With
	DateRent      DateKind = "rent"      // Number: day of the month
	DateInsurance DateKind = "insurance" // Day: the next anniversary of the entry
	DateCharges   DateKind = "charges"   // Number: month
	DateOption    DateKind = "option"    // Day: last day to take up the option
	DateFinish    DateKind = "finish"    // Day: end of the guarantee of perfect completion, 1 year
	DateEquipment DateKind = "equipment" // Day: end of the guarantee of good working, 2 years
	DateTenYears  DateKind = "ten-years" // Day: end of the ten-year guarantee
	DateAgm       DateKind = "agm"       // Day and With (the place), or Number: month
)

// The guarantees of a new home, in months from the reception of the works (domain: section 2.5).
const (
	finishMonths    = 12
	equipmentMonths = 24
	tenYearsMonths  = 120
	yearMonths      = 12
)

// SheetDate is one date of the sheet. Which fields it bears depends on its kind.
type SheetDate struct {
	Kind   DateKind
	Day    Day
	At     time.Time
	Number int
	With   string
}

// SheetPromise is something the coop promised to do.
type SheetPromise struct {
	What    string  // in words one may read to the person; "" leaves it to the service's sentence
	Service Service // who takes care of it
	Due     Day
}

// SheetDates lists the dates that matter to a household after today. The visit is the next
// planned one, zero when there is none; the general meeting's day is "" when none is planned.
func SheetDates(c Coop, h Household, visit VisitRow, agm Event, today Day) []SheetDate {
	var dates []SheetDate
	if !visit.Start.IsZero() {
		dates = append(dates, SheetDate{Kind: DateVisit, At: visit.Start, With: visit.OfficerName})
	}
	if pays := h.Product == Rental || h.Product == PSLA; pays {
		if c.RentDay > 0 {
			dates = append(dates, SheetDate{Kind: DateRent, Number: c.RentDay})
		}
		if h.Product == Rental && h.Entry != "" {
			dates = append(dates, SheetDate{Kind: DateInsurance, Day: nextAnniversary(h.Entry, today)})
		}
		if c.ChargesMonth > 0 {
			dates = append(dates, SheetDate{Kind: DateCharges, Number: c.ChargesMonth})
		}
	}
	if h.Product == PSLA && h.Option >= today && h.Option != "" {
		dates = append(dates, SheetDate{Kind: DateOption, Day: h.Option})
	}
	dates = append(dates, guarantees(h, today)...)
	switch {
	case agm.Day != "":
		dates = append(dates, SheetDate{Kind: DateAgm, Day: agm.Day, With: agm.Place})
	case c.AgmMonth > 0:
		dates = append(dates, SheetDate{Kind: DateAgm, Number: c.AgmMonth})
	}
	return dates
}

func guarantees(h Household, today Day) []SheetDate {
	if h.Reception == "" || (h.Product != PSLA && h.Product != VEFA && h.Product != BRS) {
		return nil
	}
	all := []SheetDate{
		{Kind: DateFinish, Day: h.Reception.AddMonths(finishMonths)},
		{Kind: DateEquipment, Day: h.Reception.AddMonths(equipmentMonths)},
		{Kind: DateTenYears, Day: h.Reception.AddMonths(tenYearsMonths)},
	}
	return slices.DeleteFunc(all, func(d SheetDate) bool { return d.Day < today })
}

// nextAnniversary is the first anniversary of a day that comes after today.
func nextAnniversary(of, today Day) Day {
	next := of.AddMonths(yearMonths)
	for years := 2; next <= today; years++ {
		next = of.AddMonths(years * yearMonths)
	}
	return next
}
