package coop

import (
	"slices"
	"time"
)

// PaperKind says what a paper is.
type PaperKind string

// The kinds of paper.
const (
	WelcomeSheet      PaperKind = "welcome-sheet"
	SimpleSheet       PaperKind = "simple-sheet"       // the welcome sheet in large letters and simple words
	PassageCard       PaperKind = "passage-card"       // « avis de passage », left at a door that nobody opened
	ReminderLetter    PaperKind = "reminder-letter"    // of a visit that is planned
	IntegrationLetter PaperKind = "integration-letter" // « parcours d'intégration »: announces the visit and its date
	SecondDateLetter  PaperKind = "second-date-letter" // proposes another date after an absence
	ClosingLetter     PaperKind = "closing-letter"     // takes note of a refusal, the door stays open
	ThanksLetter      PaperKind = "thanks-letter"      // after the visit; the welcome sheet goes with it
	MemberLetter      PaperKind = "member-letter"      // « vous êtes coopérateur », with the share
	LoyaltyLetter     PaperKind = "loyalty-letter"     // thanks to those who have been there for years; a questionnaire goes with it
	AgmLetter         PaperKind = "agm-letter"         // « à vos agendas », a month before the general meeting
	WorkshopLetter    PaperKind = "workshop-letter"    // invitation to a workshop
	Questionnaire     PaperKind = "questionnaire"      // closed questions on one page, with a reference and no name
	AddressLabels     PaperKind = "address-labels"     // three by eight on A4
)

// TemplateKinds lists the kinds of paper whose texts are templates, in the order they are offered.
func TemplateKinds() []PaperKind {
	return []PaperKind{
		WelcomeSheet, SimpleSheet, IntegrationLetter, ReminderLetter, PassageCard, SecondDateLetter, ClosingLetter,
		ThanksLetter, MemberLetter, LoyaltyLetter, Questionnaire, AgmLetter, WorkshopLetter,
	}
}

// Letters lists the kinds that are letters to a household, in the order they are offered.
func Letters() []PaperKind {
	return []PaperKind{
		IntegrationLetter, ReminderLetter, SecondDateLetter, ClosingLetter, ThanksLetter, MemberLetter, LoyaltyLetter,
		AgmLetter, WorkshopLetter,
	}
}

// Letter says whether the kind is a letter to a household.
func (k PaperKind) Letter() bool { return slices.Contains(Letters(), k) }

// Asks says whether a questionnaire is, or goes with, a paper of the kind.
func (k PaperKind) Asks() bool { return k == Questionnaire || k == LoyaltyLetter }

// Sheet says whether the kind is a welcome sheet, in whichever version.
func (k PaperKind) Sheet() bool { return k == WelcomeSheet || k == SimpleSheet }

// Optional says whether a household may ask not to be sent papers of the kind: those about the coop's
// life, never those about its own visit or contract.
func (k PaperKind) Optional() bool {
	return slices.Contains([]PaperKind{LoyaltyLetter, Questionnaire, AgmLetter, WorkshopLetter}, k)
}

// Event is the kind of event that a paper invites to, "" for none.
func (k PaperKind) Event() EventKind {
	switch k {
	case AgmLetter:
		return EventAgm
	case WorkshopLetter:
		return EventWorkshop
	}
	return ""
}

// Paper is something that was printed or saved for a household.
type Paper struct {
	ID        PaperID     `json:"id"`
	Household HouseholdID `json:"household"`
	Kind      PaperKind   `json:"kind"`
	At        time.Time   `json:"at"`
	Staff     StaffID     `json:"staff"`
	Hash      string      `json:"hash"` // SHA-256 of the PDF, hexadecimal
	Means     PaperMeans  `json:"means"`
	Batch     BatchID     `json:"batch,omitempty"`    // the batch it was made in, "" for one made alone
	Event     EventID     `json:"event,omitempty"`    // the event it invites to, "" for none
	Language  string      `json:"language,omitempty"` // of a sheet's front, "" for French
	Second    string      `json:"second,omitempty"`   // of its back, "" for none
}

// PaperMeans says what was done with a paper.
type PaperMeans string

// The means.
const (
	PaperPrinted PaperMeans = "printed"
	PaperSaved   PaperMeans = "saved"
	PaperOpened  PaperMeans = "opened"
)

// Letter is what a letter to one household says: facts only, in no language. What is not known is zero.
type Letter struct {
	Kind      PaperKind
	Coop      Coop
	Logo      []byte // the coop's, a PNG; nil for none
	Household Household
	Residence Residence
	Visit     Visit  // the visit it is about: announced, reminded of, proposed anew; zero for none
	Missed    Visit  // the visit at which nobody was there, or that was refused; zero for none
	Officer   Staff  // who signs it, and whom to call: the visit's officer, else who prints it; zero for none
	Event     Event  // the general meeting or the workshop it invites to; zero for none
	Agm       Event  // the next general meeting; zero when none is planned
	Sheet     *Sheet // the welcome sheet that goes with it, nil for none
	Reference string // code of the questionnaire that goes with it, "" for none
	ReplyBy   Day    // last day to send the questionnaire back
	Years     int    // full years since the entry, 0 when not known
}

// LetterAsked says which letter is asked for, and for whom.
type LetterAsked struct {
	Kind      PaperKind
	Household HouseholdID
	Visit     VisitID // the visit it is about, "" for the one that fits
	Event     EventID // the event it invites to, "" for the next one of its kind
	Next      VisitID // the other visit that a card left at a door proposes, "" for none
	ReplyBy   Day     // of a questionnaire that goes with it
	Mail      bool    // written as a mail: no postal address is needed
}

// TemplateName names a template: one text of each kind of paper and language.
type TemplateName struct {
	Kind     PaperKind
	Language string
}

// StoredTemplate is a version of a template that the coop published. A version never changes.
type StoredTemplate struct {
	Kind      PaperKind
	Language  string
	Version   int
	Source    []byte // the YAML file, byte for byte
	Shipped   int    // the program's own version that it was made from, 0 for a language the program lacks
	Published time.Time
	By        StaffID
	Note      string // what changed, in the words of who published it
}

// TemplateDraft is the next version of a template, as somebody writes it. It may be faulty.
type TemplateDraft struct {
	Kind     PaperKind
	Language string
	Source   []byte
	Base     int // the published or shipped version it was begun from, 0 for a new language
	Shipped  int
	Saved    time.Time
	By       StaffID
	Rev      int
}

// LetterOffer says of one letter to a household whether it can be made now.
type LetterOffer struct {
	Kind  PaperKind
	Event Event     // the event it invites to; zero for none
	No    error     // why it cannot be made now, a refusal; nil when it can
	Sent  time.Time // when the same was last made, zero when it was not
}

// Letter is the letter that comes next after a visit that ended so, "" for none.
func (r Result) Letter() PaperKind {
	switch {
	case r.Counts():
		return ThanksLetter
	case r == Refused:
		return ClosingLetter
	case r == Absent:
		return SecondDateLetter
	}
	return ""
}
