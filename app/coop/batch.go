package coop

import "time"

// BatchID names a Batch.
type BatchID string

// Batch is one paper made for many households: one act that can be stopped and gone on with.
type Batch struct {
	ID    BatchID    `json:"id"`
	Kind  PaperKind  `json:"kind"`
	Asked BatchAsked `json:"asked"`
	At    time.Time  `json:"at"`
	Staff StaffID    `json:"staff"`
	Ended time.Time  `json:"ended"` // zero while something is left to make
	Rev   int        `json:"rev"`
}

// BatchAsked says for whom a batch is made, and how.
type BatchAsked struct {
	Kind        PaperKind     `json:"kind"`
	Residences  []ResidenceID `json:"residences,omitempty"` // these only; none is all
	Products    []Product     `json:"products,omitempty"`   // these only; none is all
	Shares      []ShareState  `json:"shares,omitempty"`     // these only; none is all
	EnteredFrom Day           `json:"entered_from,omitempty"`
	EnteredTo   Day           `json:"entered_to,omitempty"`
	Years       int           `json:"years,omitempty"` // in the home for so many full years at least
	Visited     Visited       `json:"visited,omitempty"`
	Households  []HouseholdID `json:"households,omitempty"` // these only, by hand or from a list; none is all
	Event       EventID       `json:"event,omitempty"`      // the event that is announced
	ReplyBy     Day           `json:"reply_by,omitempty"`   // of a questionnaire
	Again       bool          `json:"again,omitempty"`      // also those who were sent the same before
	Second      string        `json:"second,omitempty"`     // « own »: each household's own language on the back, where there is one; "" for French alone
}

// Visited narrows a batch by the courtesy visit.
type Visited string

// The states of the courtesy visit that a batch may ask for.
const (
	VisitedAny     Visited = ""
	VisitedMet     Visited = "met"     // a visit was held
	VisitedNot     Visited = "not"     // none was, and none is planned
	VisitedPlanned Visited = "planned" // one is planned
)

// BatchState says where a household stands in a batch.
type BatchState string

// The states.
const (
	BatchWaiting BatchState = "waiting"
	BatchMade    BatchState = "made"
	BatchFailed  BatchState = "failed"
)

// BatchItem is one household of a batch.
type BatchItem struct {
	Batch     BatchID     `json:"batch"`
	Place     int         `json:"place"` // order of the papers, from 1
	Household HouseholdID `json:"household"`
	State     BatchState  `json:"state"`
	Why       string      `json:"why"` // key of the reason when it failed
	Paper     PaperID     `json:"paper"`
}

// BatchLeft says why a household that the filter found gets no paper.
type BatchLeft string

// The reasons, in the order they are looked for.
const (
	LeftGone      BatchLeft = "gone"       // no longer lives there
	LeftNobody    BatchLeft = "nobody"     // no holder is known
	LeftNoAddress BatchLeft = "no-address" // street, postcode or town is missing
	LeftNoNews    BatchLeft = "no-news"    // asked for no letters on the coop's life
	LeftSent      BatchLeft = "sent"       // was sent the same before
	LeftNoVisit   BatchLeft = "no-visit"   // the letter is about a visit, and there is none that it could be
	LeftNoShare   BatchLeft = "no-share"   // the letter is about a share, and there is none
)
