package coop

import (
	"maps"
	"slices"
	"time"
)

// Names inside a script, as its author wrote them.
type (
	// ScriptID names a script, « courtesy-tenant ».
	ScriptID string
	// StepID names a step within its script.
	StepID string
	// QuestionID names a question within its script.
	QuestionID string
	// ChoiceID names a choice within its question.
	ChoiceID string
	// PointID names a point to check within its step.
	PointID string
	// ChipID names a chip to tick within its step.
	ChipID string
	// TopicID names what a step is about, so that two scripts know when they say the same thing.
	TopicID string
)

// TalkKind says what a talk is for.
type TalkKind string

// The kinds of talk.
const (
	CounterTalk  TalkKind = "counter"
	CourtesyTalk TalkKind = "courtesy"
)

// TalkState says where a talk stands.
type TalkState string

// The states of a talk. An open talk that nobody leads is an interrupted one.
const (
	TalkOpen      TalkState = "open"
	TalkClosed    TalkState = "closed"
	TalkAbandoned TalkState = "abandoned"
)

// StepState says what was done with a step.
type StepState string

// The states of a step.
const (
	StepUntouched     StepState = "" // nothing was done or noted
	StepBegun         StepState = "begun"
	StepSeen          StepState = "seen"
	StepLater         StepState = "later"
	StepNotApplicable StepState = "not-applicable"
)

// SkipReason says why a step of a talk, or a required point of it, was left out.
type SkipReason string

// The reasons, so that nobody has to type one.
const (
	SkipNoTime       SkipReason = "no-time"       // the talk had to end
	SkipNotWished    SkipReason = "not-wished"    // the person preferred not to speak of it
	SkipKnown        SkipReason = "known"         // the person knows it already
	SkipNotConcerned SkipReason = "not-concerned" // it does not concern this home
	SkipOtherDay     SkipReason = "other-day"     // agreed to come back to it another day
)

// SkipReasons lists every reason in the order it is offered.
func SkipReasons() []SkipReason {
	return []SkipReason{SkipNotConcerned, SkipKnown, SkipNotWished, SkipNoTime, SkipOtherDay}
}

// ReviewStep is the name under which an open talk keeps its review while somebody fills it in; no
// script has such a step. Its note is the draft, which is blanked when the talk ends.
const ReviewStep StepID = "_review"

// TalkStep is what a talk keeps of one step.
type TalkStep struct {
	Step    StepID                  `json:"step"`
	State   StepState               `json:"state"`
	Reason  SkipReason              `json:"reason,omitempty"` // why an essential step, or a required point of it, was left out
	Checked []PointID               `json:"checked,omitempty"`
	Noted   []ChipID                `json:"noted,omitempty"`
	Note    string                  `json:"note,omitempty"` // at most 280 characters
	Answers map[QuestionID]ChoiceID `json:"answers,omitempty"`
	Asked   []int                   `json:"asked,omitempty"` // which « asked back » were asked, by index
	Added   bool                    `json:"added,omitempty"` // by hand: the step is not meant for this household
	Seconds int                     `json:"seconds"`         // time spent on the step
}

// Same says whether two records of a step say the same, the time spent aside.
func (s TalkStep) Same(other TalkStep) bool {
	return s.Step == other.Step && s.State == other.State && s.Reason == other.Reason && s.Note == other.Note &&
		s.Added == other.Added && slices.Equal(s.Checked, other.Checked) && slices.Equal(s.Noted, other.Noted) &&
		slices.Equal(s.Asked, other.Asked) && maps.Equal(s.Answers, other.Answers)
}

// PauseReason says why a talk stands still.
type PauseReason string

// The reasons, so that nobody has to type one.
const (
	PauseCounter  PauseReason = "counter"  // somebody came to the counter
	PausePhone    PauseReason = "phone"    // the phone rang
	PausePerson   PauseReason = "person"   // the person was called away
	PauseDocument PauseReason = "document" // a paper has to be looked for
	PauseDay      PauseReason = "day"      // it goes on another day
)

// PauseReasons lists every reason in the order it is offered.
func PauseReasons() []PauseReason {
	return []PauseReason{PauseCounter, PausePhone, PausePerson, PauseDocument, PauseDay}
}

// Limits of the time that a talk is given, in minutes.
const (
	LeastTalk   = 3
	LongestTalk = 240
)

// Talk is a conversation led by a script, at the counter or on a visit.
type Talk struct {
	ID        TalkID      `json:"id"`
	Household HouseholdID `json:"household"`
	Visit     VisitID     `json:"visit"` // the courtesy visit it carries out, "" at the counter
	Kind      TalkKind    `json:"kind"`
	Script    ScriptID    `json:"script"`
	Version   int         `json:"version"`
	Officer   StaffID     `json:"officer"`
	State     TalkState   `json:"state"`
	Current   StepID      `json:"current"` // where it stands
	Minutes   int         `json:"minutes"` // the time it is given, 0 for the script's own
	Pause     PauseReason `json:"pause"`   // why it stands still, "" while it is led or was merely left
	Device    string      `json:"device"`  // the machine on which it was last led
	Steps     []TalkStep  `json:"steps"`   // those touched, in the order they were first touched
	Began     time.Time   `json:"began"`
	Touched   time.Time   `json:"touched"` // the last act
	Ended     time.Time   `json:"ended"`
	Corrected time.Time   `json:"corrected"` // the last correction after its end, zero for none
}

// Step is what the talk keeps of a step; an untouched one is empty but for its name.
func (t Talk) Step(id StepID) TalkStep {
	for _, s := range t.Steps {
		if s.Step == id {
			return s
		}
	}
	return TalkStep{Step: id}
}

// With is the talk with one step's record replaced or added. The talk given is not changed.
func (t Talk) With(step TalkStep) Talk {
	steps := make([]TalkStep, 0, len(t.Steps)+1)
	replaced := false
	for _, s := range t.Steps {
		if s.Step == step.Step {
			s, replaced = step, true
		}
		steps = append(steps, s)
	}
	if !replaced {
		steps = append(steps, step)
	}
	t.Steps = steps
	return t
}

// Answers gathers the answers of all steps.
func (t Talk) Answers() map[QuestionID]ChoiceID {
	all := map[QuestionID]ChoiceID{}
	for _, s := range t.Steps {
		for q, c := range s.Answers {
			all[q] = c
		}
	}
	return all
}

// Elapsed is the time spent on all steps.
func (t Talk) Elapsed() time.Duration {
	var n int
	for _, s := range t.Steps {
		n += s.Seconds
	}
	return time.Duration(n) * time.Second
}

// EventKind says what an event is.
type EventKind string

// The kinds of event.
const (
	EventAgm      EventKind = "agm"
	EventWorkshop EventKind = "workshop"
	EventSite     EventKind = "site-visit"
)

// Event is a day of the coop's life that cooperators are invited to.
type Event struct {
	ID    EventID   `json:"id"`
	Kind  EventKind `json:"kind"`
	Title string    `json:"title"`
	Day   Day       `json:"day"`
	Hour  string    `json:"hour"` // « 18:30 », "" when not known
	Place string    `json:"place"`
}
