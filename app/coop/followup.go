package coop

import "time"

// FollowUpState says where a follow-up stands.
type FollowUpState string

// The states of a follow-up.
const (
	FollowUpOpen    FollowUpState = "open"
	FollowUpPassed  FollowUpState = "passed"
	FollowUpSettled FollowUpState = "settled"
	FollowUpDropped FollowUpState = "dropped"
)

// FollowUp is something the coop promised to do after a talk.
type FollowUp struct {
	ID        FollowUpID    `json:"id"`
	Household HouseholdID   `json:"household"`
	Talk      TalkID        `json:"talk"`
	Motive    MotiveCode    `json:"motive"`
	Service   Service       `json:"service"`
	Owner     string        `json:"owner"` // who takes care of it, as colleagues say it
	What      string        `json:"what"`  // what was promised, in words one may read to the person
	Due       Day           `json:"due"`
	State     FollowUpState `json:"state"`
	Told      Day           `json:"told"`   // day the cooperator was told, required to end it
	Reason    string        `json:"reason"` // why it was dropped
	Opened    time.Time     `json:"opened"`
	Closed    time.Time     `json:"closed"`
	Rev       int           `json:"rev"`
}

// Ended says whether nothing is left to do.
func (f FollowUp) Ended() bool { return f.State == FollowUpSettled || f.State == FollowUpDropped }

// Late says whether the promised day has passed without an end.
func (f FollowUp) Late(today Day) bool { return !f.Ended() && f.Due != "" && f.Due < today }

// Check refuses a follow-up that ends without the cooperator having been told, or without a reason.
func (f FollowUp) Check() error {
	switch {
	case f.What == "" && f.Motive == "":
		return Refuse("followup.refused.what", nil)
	case f.Due == "":
		return Refuse("followup.refused.due", nil)
	case f.Ended() && f.Told == "":
		return Refuse("followup.refused.told", nil)
	case f.State == FollowUpDropped && f.Reason == "":
		return Refuse("followup.refused.reason", nil)
	}
	return nil
}
