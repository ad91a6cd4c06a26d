package paper

import (
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/template"
)

// said is a text that a template says, filled, and which of its blocks it is.
type said struct{ block, text string }

// teller fills the texts of a template with a household's facts.
type teller struct {
	coop.Sheet
	texts  template.Template
	speech Speech
	facts  template.Facts
	today  coop.Day
	zone   *time.Location
}

func newTeller(s coop.Sheet, t Tongue, made time.Time) *teller {
	speech := t.speech(made.Location())
	today := coop.DayOf(made)
	return &teller{Sheet: s, texts: t.Texts, speech: speech, facts: sheetFacts(s, speech, today), today: today, zone: made.Location()}
}

// say fills a text; what it may name besides the sheet's own facts is given as names and facts in turn.
func (t *teller) say(id string, more ...string) said {
	for i := 0; i+1 < len(more); i += 2 {
		t.facts.Fields[more[i]] = more[i+1]
	}
	text := t.texts.Say(id, t.facts)
	for i := 0; i+1 < len(more); i += 2 {
		delete(t.facts.Fields, more[i])
	}
	return said{id, tidy(text)}
}

// tidy closes the gaps that facts without words leave in a text.
func tidy(text string) string {
	for _, gap := range [][2]string{{"  ", " "}, {" .", "."}, {" ,", ","}} {
		for strings.Contains(text, gap[0]) {
			text = strings.ReplaceAll(text, gap[0], gap[1])
		}
	}
	return text
}

// sheetFacts are what every text of a sheet may name.
func sheetFacts(s coop.Sheet, words Speech, today coop.Day) template.Facts {
	c, h := s.Coop, s.Household
	f := template.Facts{Product: string(h.Product), Share: string(h.Share.State), Fields: map[string]string{
		"salutation": words.Address(h.Holders), "name": words.Address(h.Holders), "today": words.Date(today),
		"coop": c.Name, "coop-address": c.Address, "agency-hours": c.AgencyHours,
		"agency-phone": words.Phone(c.AgencyPhone), "emergency-phone": words.Phone(c.EmergencyPhone), "technical-phone": words.Phone(c.TechnicalPhone),
		"tenant-area": inClear(c.TenantArea), "culture-page": inClear(c.CulturePage), "coop-page": inClear(c.CoopPage),
		"mediator": c.Mediator, "data-contact": c.DataContact,
		"residence": s.Residence.Name, "address": homeAddress(s.Residence),
		"entry": words.Date(h.Entry), "officer": s.Officer.Name, "officer-phone": words.Phone(s.Officer.Phone),
		"agm-day": words.DayLong(s.Agm.Day), "agm-place": s.Agm.Place, "agm-month": words.MonthName(c.AgmMonth),
	}}
	if c.ShareCents > 0 {
		f.Fields["share-price"] = words.Money(c.ShareCents)
	}
	if h.Share.State == coop.ShareSubscribed {
		f.Fields["share-since"] = words.Date(h.Share.Since)
		if paid := paidFor(h.Share, c); paid > 0 {
			f.Fields["share-paid"] = words.Money(paid)
		}
	}
	return f
}

// sheetText is all that a sheet says in one language, gathered once: layouts only place it.
type sheetText struct {
	*teller
	document  string
	courtesy  said // that the French text prevails
	aside     []said
	greeting  said
	home      []string
	product   said
	entry     said
	contacts  contactsText
	tasks     dutiesText
	dates     datesText
	agreed    agreedText
	signature said
	signedOn  said
	notes     said
	care      careText // the secured purchase, or the syndic's charter
	member    memberText
	recourse  said
	notice    said
	codes     []codeText
}

type contactsText struct {
	title, none said
	rows        []contactText
}

type contactText struct {
	kind        coop.ContactKind
	title       said
	text, hours string
}

type dutiesText struct {
	title said
	sides [2]dutySide // the household's, the other's
}

type dutySide struct {
	title said
	rows  []dutyText
}

type dutyText struct {
	duty coop.Duty
	text said
}

type datesText struct {
	title said
	rows  []dateText
}

type dateText struct{ title, when, word said }

type agreedText struct {
	title said
	rows  []promiseText
}

type promiseText struct {
	what string
	by   said
}

type careText struct {
	title said
	lines []said
}

type memberText struct {
	title said
	lines []said
}

// gather says everything that the sheet says.
func (t *teller) gather() (*sheetText, error) {
	s := &sheetText{
		teller: t, document: t.say("document").text, courtesy: t.say("courtesy"), greeting: t.greeting(), home: t.home(),
		product: t.say("product." + string(t.Household.Product)), entry: t.entry(), aside: []said{t.say("made", "day", t.speech.Date(t.today))},
		contacts: t.contacts(), tasks: t.duties(), dates: t.dates(), agreed: t.agreed(),
		notes: t.say("notes"), care: t.care(), member: t.member(), recourse: t.recourse(), notice: t.say("data"),
	}
	if t.Coop.Qualibail {
		s.aside = append(s.aside, t.say("qualibail"))
	}
	if t.Signature.Signed() && t.Signature.Check() == nil {
		s.signature = t.say("signature")
		if at := t.Signature.At; !at.IsZero() {
			s.signedOn = t.say("signed", "day", t.speech.Date(coop.DayOf(at.In(t.zone))))
		}
	}
	var err error
	s.codes, err = t.codes()
	return s, err
}
