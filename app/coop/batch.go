package coop

import (
	"slices"
	"time"
)

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
	Why       string      `json:"why,omitempty"` // key of the reason when it failed
	Args      BatchArgs   `json:"args,omitempty"`
	Paper     PaperID     `json:"paper,omitempty"`
}

// BatchArgs is what the sentence of a reason names.
type BatchArgs = map[string]any

// BatchLeft says why a household that the filter found gets no paper.
type BatchLeft string

// The reasons, in the order they are looked for.
const (
	LeftGone      BatchLeft = "gone"       // no longer lives there
	LeftNotYet    BatchLeft = "not-yet"    // has not moved in: its address is still another
	LeftNobody    BatchLeft = "nobody"     // no holder is known
	LeftNoAddress BatchLeft = "no-address" // street, postcode or town is missing
	LeftNoVisit   BatchLeft = "no-visit"   // the letter is about a visit, and there is none that it could be
	LeftNoShare   BatchLeft = "no-share"   // the letter is about a share, and there is none
	LeftShort     BatchLeft = "short"      // thanked for the years in the home, and has not been there for one
	LeftNoNews    BatchLeft = "no-news"    // asked for no letters on the coop's life
	LeftSent      BatchLeft = "sent"       // was sent the same before
)

// BatchKinds lists the kinds of paper that can be made for many households at once, in the order they
// are offered.
func BatchKinds() []PaperKind { return append(Letters(), Questionnaire, WelcomeSheet, SimpleSheet) }

// Batchable says whether papers of the kind can be made for many households at once.
func (k PaperKind) Batchable() bool { return slices.Contains(BatchKinds(), k) }

// BatchCandidate is what decides whether a household that a filter found gets the paper, and where its
// paper lies in the pile.
type BatchCandidate struct {
	Household HouseholdID
	Entry     Day
	Exit      Day
	Gone      Day
	Held      bool // somebody holds the contract
	NoNews    bool
	Share     ShareState
	Street    string
	Postcode  string
	Town      string
	Residence string
	Building  string
	Stair     string
	Floor     string
	Door      string
	Planned   time.Time // start of the next planned courtesy visit, zero when none
	Last      Result    // of the last courtesy visit that was held or tried
	LastAt    time.Time // its start
	Sent      time.Time // when the same paper was last made, zero for never
}

// Left says why the household gets no paper of a kind on a day, "" when it gets one. Again leaves out
// nobody because the same was sent before.
func (c BatchCandidate) Left(kind PaperKind, again bool, today Day) BatchLeft {
	if why := c.unreached(kind, today); why != "" {
		return why
	}
	switch {
	case !c.visitFor(kind):
		return LeftNoVisit
	case kind == MemberLetter && c.Share != ShareSubscribed && c.Share != ShareToRepay:
		return LeftNoShare
	case kind == LoyaltyLetter && c.Entry.AddMonths(monthsAYear) > today:
		return LeftShort
	case kind.Optional() && c.NoNews:
		return LeftNoNews
	case !again && c.had(kind):
		return LeftSent
	}
	return ""
}

const monthsAYear = 12

// unreached says why no paper of a kind would reach the household, "" when one would.
func (c BatchCandidate) unreached(kind PaperKind, today Day) BatchLeft {
	switch {
	case c.Gone != "" || (c.Exit != "" && c.Exit < today):
		return LeftGone
	case c.Entry == "" || c.Entry > today:
		return LeftNotYet
	case !c.Held:
		return LeftNobody
	case !kind.sheet() && (c.Street == "" || c.Postcode == "" || c.Town == ""):
		return LeftNoAddress
	}
	return ""
}

// sheet says whether the kind is handed over rather than posted.
func (k PaperKind) sheet() bool { return k == WelcomeSheet || k == SimpleSheet }

// AboutVisit says whether papers of the kind are about a visit, planned or held.
func (k PaperKind) AboutVisit() bool {
	return slices.Contains([]PaperKind{IntegrationLetter, ReminderLetter, SecondDateLetter, ClosingLetter, ThanksLetter}, k)
}

// visitFor says whether there is the visit that a letter of the kind is about, for those that are about one.
func (c BatchCandidate) visitFor(kind PaperKind) bool {
	switch kind {
	case IntegrationLetter, ReminderLetter:
		return !c.Planned.IsZero()
	case SecondDateLetter:
		return c.Last == Absent
	case ClosingLetter:
		return c.Last == Refused
	case ThanksLetter:
		return c.Last.Counts()
	}
	return true
}

// had says whether the household was sent the same before. A letter about a visit is the same only as
// long as no other visit was held since.
func (c BatchCandidate) had(kind PaperKind) bool {
	switch {
	case kind == AddressLabels:
		return false
	case kind.AboutVisit():
		return c.Sent.After(c.LastAt)
	}
	return !c.Sent.IsZero()
}

// BatchQuery is a batch's filter as the archive is asked it.
type BatchQuery struct {
	BatchAsked
	Now   time.Time // planned visits start after it
	Since Day       // with Years: entries on or before this day only, "" for all
}

// BatchPlan says for whom a batch would be made, and who is left out.
type BatchPlan struct {
	Asked BatchAsked    `json:"asked"`
	For   []HouseholdID `json:"for"` // in the order of the papers: by town, residence and door
	Left  []BatchOut    `json:"left"`
}

// BatchOut is a household that gets no paper of a batch.
type BatchOut struct {
	Household HouseholdID `json:"household"`
	Why       BatchLeft   `json:"why"`
	Sent      time.Time   `json:"sent,omitzero"` // when it was sent the same before
}

// Counts says how many are left out for each reason.
func (p BatchPlan) Counts() map[BatchLeft]int {
	counts := map[BatchLeft]int{}
	for _, one := range p.Left {
		counts[one.Why]++
	}
	return counts
}

// BatchDone is what came of one item of a batch: a paper, or the reason why there is none.
type BatchDone struct {
	Place     int
	Household HouseholdID
	Hash      string    // SHA-256 of the paper's own pages as a PDF by itself, "" when it failed
	At        time.Time // the instant the paper says it was made at
	Why       string    // key of the reason when it failed
	Args      BatchArgs
}

// BatchRow is a batch as lists show it.
type BatchRow struct {
	Batch
	By      string `json:"by"` // who began it
	Made    int    `json:"made"`
	Failed  int    `json:"failed"`
	Waiting int    `json:"waiting"`
}

// Label is what an address label says.
type Label struct {
	Holders   []Cooperator
	Dwelling  Dwelling
	Residence Residence
}
