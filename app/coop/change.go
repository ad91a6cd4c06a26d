package coop

import (
	"encoding/json"
	"time"
)

// Subject says what kind of thing a journal entry is about.
type Subject string

// The subjects.
const (
	OnHousehold Subject = "household"
	OnResidence Subject = "residence"
	OnVisit     Subject = "visit"
	OnTalk      Subject = "talk"
	OnFollowUp  Subject = "followup"
	OnPaper     Subject = "paper"
	OnStaff     Subject = "staff"
	OnCoop      Subject = "coop"
	OnEvent     Subject = "event"
	OnImport    Subject = "import"
	OnScript    Subject = "script"
)

// Act says what was done. The timeline of a person is made of acts.
type Act string

// The acts.
const (
	ActImported        Act = "imported"
	ActImportChanged   Act = "import-changed"
	ActImportGone      Act = "import-gone"
	ActAdded           Act = "added"
	ActEdited          Act = "edited"
	ActShareChanged    Act = "share-changed"
	ActVisitBooked     Act = "visit-booked"
	ActVisitMoved      Act = "visit-moved"
	ActVisitCancelled  Act = "visit-cancelled"
	ActVisitClosed     Act = "visit-closed"
	ActTalkBegun       Act = "talk-begun"
	ActTalkStep        Act = "talk-step"
	ActTalkClosed      Act = "talk-closed"
	ActTalkAbandoned   Act = "talk-abandoned"
	ActTalkPaused      Act = "talk-paused"
	ActTalkPlanned     Act = "talk-planned" // its time was changed
	ActTalkCorrected   Act = "talk-corrected"
	ActTalkSigned      Act = "talk-signed"
	ActFollowUpOpened  Act = "followup-opened"
	ActFollowUpChanged Act = "followup-changed"
	ActPaperMade       Act = "paper-made"
	ActSettingsChanged Act = "settings-changed"
	ActScriptPublished Act = "script-published"
	ActScriptWithdrawn Act = "script-withdrawn"
)

// Entry is one row of the journal: who did what to what, when. Rows are never updated; an
// erasure for privacy blanks their payload.
type Entry struct {
	ID        EntryID         `json:"id"`
	At        time.Time       `json:"at"`
	Staff     StaffID         `json:"staff"`
	Device    string          `json:"device"`
	Subject   Subject         `json:"subject"`
	SubjectID string          `json:"subject_id"`
	Household HouseholdID     `json:"household"` // whose timeline it belongs to, "" for none
	Act       Act             `json:"act"`
	Payload   json.RawMessage `json:"payload"` // a JSON object
}

// Change is everything that one act writes, journal included: it is kept whole or not at all.
// Rows that bear a Rev are kept only when the archive still has that Rev (0 for a new row);
// otherwise somebody else changed them meanwhile and the change is refused with ErrChanged.
type Change struct {
	Residences []Residence
	Households []Household
	Staff      []Staff
	Visits     []Visit
	Talks      []Talk     // the talk's own row; its steps are in Steps
	Steps      []StepKept // steps written on their own, so that an answer costs one row
	Scripts    []StoredScript
	Shipped    []StoredScript // the program's own texts that a coop's version was made from, for a later merge
	Drafts     []ScriptDraft
	Undrafted  []ScriptID // drafts that are no longer there: published, or thrown away
	Outcomes   []Outcome
	FollowUps  []FollowUp
	Papers     []Paper
	Signatures []Signature
	Corrected  []Correction
	Rehearsals []Rehearsal
	Events     []Event
	Settings   map[string]string
	Entries    []Entry
}

// StepKept is a step of a talk on its way to the archive.
type StepKept struct {
	Talk TalkID
	TalkStep
}
