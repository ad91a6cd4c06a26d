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
	OnDiary     Subject = "diary" // working weeks and exceptions
	OnWave      Subject = "wave"
	OnTemplate  Subject = "template"
	OnBatch     Subject = "batch"
	OnAsking    Subject = "questionnaire"
)

// Act says what was done. The timeline of a person is made of acts.
type Act string

// The acts.
const (
	ActImported          Act = "imported"
	ActImportChanged     Act = "import-changed"
	ActImportGone        Act = "import-gone"
	ActAdded             Act = "added"
	ActEdited            Act = "edited"
	ActShareChanged      Act = "share-changed"
	ActVisitBooked       Act = "visit-booked"
	ActVisitMoved        Act = "visit-moved"
	ActVisitCancelled    Act = "visit-cancelled"
	ActVisitClosed       Act = "visit-closed"
	ActVisitConfirmed    Act = "visit-confirmed"
	ActVisitReminded     Act = "visit-reminded"
	ActAttemptsClosed    Act = "attempts-closed" // the coop stops trying to visit
	ActHoursChanged      Act = "hours-changed"
	ActExceptionAdded    Act = "exception-added"
	ActExceptionGone     Act = "exception-gone"
	ActWaveBooked        Act = "wave-booked"
	ActWaveUndone        Act = "wave-undone"
	ActTalkBegun         Act = "talk-begun"
	ActTalkStep          Act = "talk-step"
	ActTalkClosed        Act = "talk-closed"
	ActTalkAbandoned     Act = "talk-abandoned"
	ActTalkPaused        Act = "talk-paused"
	ActTalkPlanned       Act = "talk-planned" // its time was changed
	ActTalkCorrected     Act = "talk-corrected"
	ActTalkSigned        Act = "talk-signed"
	ActFollowUpOpened    Act = "followup-opened"
	ActFollowUpChanged   Act = "followup-changed"
	ActPaperMade         Act = "paper-made"
	ActSettingsChanged   Act = "settings-changed"
	ActScriptPublished   Act = "script-published"
	ActScriptWithdrawn   Act = "script-withdrawn"
	ActTemplatePublished Act = "template-published"
	ActBatchBegun        Act = "batch-begun"
	ActBatchEnded        Act = "batch-ended"
	ActAskingReserved    Act = "asking-reserved" // a reference was given to a household's questionnaire
	ActAnswersKeyed      Act = "answers-keyed"   // a questionnaire came back
	ActAnswersErased     Act = "answers-erased"  // its answers had been keyed in by mistake
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
	Batches    []Batch
	BatchItems []BatchItem // one that is made stays made
	Templates  []StoredTemplate
	Templating []TemplateDraft // what somebody is writing of a template
	Untemplate []TemplateName  // template drafts that are no longer there: published, or thrown away
	Forms      []AskingForm    // questions as they were printed; one that is there already stays
	Askings    []Asking
	Signatures []Signature
	Corrected  []Correction
	Rehearsals []Rehearsal
	Events     []Event
	Hours      []Hours
	Exceptions []Exception
	Excepted   []ExceptionID // exceptions that hold no more
	Waves      []Wave
	Holds      []Hold
	Released   []Release
	Settings   map[string]string
	Entries    []Entry

	// Judge is asked in the same transaction about every planned visit and every hold before it is
	// written, with the facts as they are then: the answer of a moment ago may have become wrong.
	// nil asks nobody; that two visits never overlap is held by the archive in any case.
	Judge func(v Visit, facts DiaryFacts) error `json:"-"`
	// Query bounds the facts that Judge is given for a visit.
	Query func(v Visit) FactsQuery `json:"-"`
}

// Release frees the times that were held for a household by a member of staff, and all that ended
// before a moment.
type Release struct {
	Household HouseholdID
	By        StaffID
	Ended     time.Time
}

// StepKept is a step of a talk on its way to the archive.
type StepKept struct {
	Talk TalkID
	TalkStep
}
