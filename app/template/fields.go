package template

import (
	"slices"

	"bienvenue/app/coop"
)

// Fields of every letter: who it is for, from whom, and what is known of both. A new field is filled
// by app/paper.
var everywhere = []string{
	"salutation", "name", "coop", "coop-address", "agency-phone", "agency-hours", "emergency-phone", "technical-phone", "tenant-area",
	"culture-page", "coop-page", "mediator", "data-contact", "residence", "address", "entry", "officer", "officer-phone",
	"share-price", "share-number", "share-paid", "share-since", "agm-day", "agm-month", "agm-place", "today",
}

// counted comes with its noun in a letter; a sheet has a text for one share and another for several.
const counted = "share-number"

// Fields of some letters only.
var (
	ofVisit    = []string{"visit-when", "visit-day", "visit-hour", "visit-minutes", "visit-where"}
	ofMissed   = []string{"missed-when"}
	ofEvent    = []string{"event-title", "event-day", "event-hour", "event-place"}
	ofPromises = []string{"promises"}
	ofYears    = []string{"years"}
	ofQuestion = []string{"reply-by", "reply-address", "reference"}
)

var special = map[coop.PaperKind][][]string{
	coop.IntegrationLetter: {ofVisit},
	coop.SecondDateLetter:  {ofVisit, ofMissed},
	coop.ReminderLetter:    {ofVisit},
	coop.PassageCard:       {ofVisit, ofMissed},
	coop.ClosingLetter:     {ofMissed},
	coop.LoyaltyLetter:     {ofYears, ofQuestion},
	coop.Questionnaire:     {ofYears, ofQuestion},
	coop.ThanksLetter:      {ofVisit, ofPromises},
	coop.AgmLetter:         {ofEvent},
	coop.WorkshopLetter:    {ofEvent},
}

// Fields lists the facts that the texts of a kind of paper may name.
func Fields(kind coop.PaperKind) []string {
	all := slices.Concat(everywhere, OwnFields(kind))
	if placesOf(kind) != nil {
		all = slices.DeleteFunc(all, func(f string) bool { return f == counted })
	}
	return all
}

// OwnFields lists those of them that not every kind of paper knows.
func OwnFields(kind coop.PaperKind) []string { return slices.Concat(special[kind]...) }
