package templates

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
)

// kindAboutKey is the key of what a kind of paper is for.
func kindAboutKey(kind coop.PaperKind) string { return kinds[kind] }

var kinds = map[coop.PaperKind]string{
	coop.WelcomeSheet:      "templates.about.welcome-sheet",
	coop.SimpleSheet:       "templates.about.simple-sheet",
	coop.PassageCard:       "templates.about.passage-card",
	coop.ReminderLetter:    "templates.about.reminder-letter",
	coop.IntegrationLetter: "templates.about.integration-letter",
	coop.SecondDateLetter:  "templates.about.second-date-letter",
	coop.ClosingLetter:     "templates.about.closing-letter",
	coop.ThanksLetter:      "templates.about.thanks-letter",
	coop.MemberLetter:      "templates.about.member-letter",
	coop.LoyaltyLetter:     "templates.about.loyalty-letter",
	coop.AgmLetter:         "templates.about.agm-letter",
	coop.WorkshopLetter:    "templates.about.workshop-letter",
	coop.Questionnaire:     "templates.about.questionnaire",
}

// roleKey is the key of how a part is set.
func roleKey(r template.Role) string { return roles[r] }

var roles = map[template.Role]string{
	template.AsParagraph: "templates.role.paragraph",
	template.AsSubject:   "templates.role.subject",
	template.AsItem:      "templates.role.item",
	template.AsFacts:     "templates.role.facts",
	template.AsSign:      "templates.role.sign",
	template.AsNote:      "templates.role.note",
	template.AsStress:    "templates.role.stress",
	template.AsQuestion:  "templates.role.question",
	template.AsReference: "templates.role.reference",
}

// fieldKey is the key of what a fact is called, « nom de la personne ».
func fieldKey(name string) string { return fieldKeys[name] }

var fieldKeys = map[string]string{
	"salutation": "templates.fact.salutation", "name": "templates.fact.name", "coop": "templates.fact.coop",
	"coop-address": "templates.fact.coop-address", "agency-phone": "templates.fact.agency-phone",
	"agency-hours": "templates.fact.agency-hours", "emergency-phone": "templates.fact.emergency-phone",
	"technical-phone": "templates.fact.technical-phone", "tenant-area": "templates.fact.tenant-area",
	"culture-page": "templates.fact.culture-page", "coop-page": "templates.fact.coop-page", "mediator": "templates.fact.mediator",
	"data-contact": "templates.fact.data-contact", "residence": "templates.fact.residence", "address": "templates.fact.address",
	"entry": "templates.fact.entry", "officer": "templates.fact.officer", "officer-phone": "templates.fact.officer-phone",
	"share-price": "templates.fact.share-price", "share-number": "templates.fact.share-number", "share-paid": "templates.fact.share-paid",
	"share-since": "templates.fact.share-since", "agm-day": "templates.fact.agm-day", "agm-month": "templates.fact.agm-month",
	"agm-place": "templates.fact.agm-place", "today": "templates.fact.today",
	"visit-when": "templates.fact.visit-when", "visit-day": "templates.fact.visit-day", "visit-hour": "templates.fact.visit-hour",
	"visit-minutes": "templates.fact.visit-minutes", "visit-where": "templates.fact.visit-where", "missed-when": "templates.fact.missed-when",
	"event-title": "templates.fact.event-title", "event-day": "templates.fact.event-day", "event-hour": "templates.fact.event-hour",
	"event-place": "templates.fact.event-place", "years": "templates.fact.years", "reply-by": "templates.fact.reply-by",
	"reply-address": "templates.fact.reply-address", "reference": "templates.fact.reference",
	"promises": "templates.fact.promises",
}

// firstFields are the facts that are offered first: those that few papers know, and the usual ones.
func firstFields(kind coop.PaperKind) []string {
	return append(template.OwnFields(kind), "salutation", "name", "coop", "agency-phone", "residence", "officer")
}

// fieldWords are facts by what they are called.
func fieldWords(w *i18n.Words, names []string) []string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = name
		if key := fieldKey(name); key != "" {
			all[i] = w.T(key)
		}
	}
	return all
}

// spoken is a text as it is written here: its facts by what they are called.
func spoken(w *i18n.Words, text string) string {
	return template.Renamed(text, func(name string) string { return fieldWords(w, []string{name})[0] })
}

// written is such a text as the template has it. A name that is none stays, and is a fault.
func written(w *i18n.Words, kind coop.PaperKind, text string) string {
	return template.Renamed(text, func(word string) string {
		asked := strings.ToLower(strings.TrimSpace(word))
		for _, name := range allowedFirst(kind) {
			if strings.ToLower(w.T(fieldKey(name))) == asked {
				return name
			}
		}
		return word
	})
}

// allowedFirst are all facts, those that a kind of paper knows first.
func allowedFirst(kind coop.PaperKind) []string {
	return append(template.Fields(kind), slices.Sorted(maps.Keys(fieldKeys))...)
}

// faultWords says a fault, with the part and the facts by what they are called. The facts that are known are
// below the text: they need not be listed.
func faultWords(w *i18n.Words, t template.Template, f template.Fault) string {
	if name, ok := f.Args["Field"].(string); ok {
		return w.T("templates.fault.field", i18n.Args{"Field": fieldWords(w, []string{name})[0]})
	}
	refusal := f.Refusal()
	if b, ok := t.Block(f.Block); ok {
		refusal.Args["Block"] = titleOf(b)
	}
	return w.Error(refusal)
}

// freshChoice is an identity that no answer of a question has.
func freshChoice(b template.Block) string {
	for n := 1; ; n++ {
		id := "choice-" + strconv.Itoa(n)
		if !slices.ContainsFunc(b.Choices, func(c template.Choice) bool { return c.ID == id }) {
			return id
		}
	}
}
