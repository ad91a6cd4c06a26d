package i18n

import "bienvenue/app/coop"

// TalkKindKey is the key of a kind of talk.
func TalkKindKey(v coop.TalkKind) string { return term(talkKindKeys, v) }

var talkKindKeys = map[coop.TalkKind]string{
	coop.CounterTalk:  "terms.talk-kind.counter",
	coop.CourtesyTalk: "terms.talk-kind.courtesy",
}

// TalkStateKey is the key of the state of a talk.
func TalkStateKey(v coop.TalkState) string { return term(talkStateKeys, v) }

var talkStateKeys = map[coop.TalkState]string{
	coop.TalkOpen:      "terms.talk-state.open",
	coop.TalkClosed:    "terms.talk-state.closed",
	coop.TalkAbandoned: "terms.talk-state.abandoned",
}

// StepStateKey is the key of the state of a step.
func StepStateKey(v coop.StepState) string { return term(stepStateKeys, v) }

var stepStateKeys = map[coop.StepState]string{
	coop.StepUntouched:     "terms.step-state.untouched",
	coop.StepBegun:         "terms.step-state.begun",
	coop.StepSeen:          "terms.step-state.seen",
	coop.StepLater:         "terms.step-state.later",
	coop.StepNotApplicable: "terms.step-state.not-applicable",
}

// SkipReasonKey is the key of a reason for leaving a step out.
func SkipReasonKey(v coop.SkipReason) string { return term(skipReasonKeys, v) }

var skipReasonKeys = map[coop.SkipReason]string{
	coop.SkipNotConcerned: "terms.skip.not-concerned",
	coop.SkipKnown:        "terms.skip.known",
	coop.SkipNotWished:    "terms.skip.not-wished",
	coop.SkipNoTime:       "terms.skip.no-time",
	coop.SkipOtherDay:     "terms.skip.other-day",
}

// GravityKey is the key of the weight of a motive.
func GravityKey(v coop.Gravity) string { return term(gravityKeys, v) }

var gravityKeys = map[coop.Gravity]string{
	coop.Minor:   "terms.gravity.minor",
	coop.Serious: "terms.gravity.serious",
	coop.Urgent:  "terms.gravity.urgent",
}

// StandingKey is the key of what the coop owes a motive.
func StandingKey(v coop.Standing) string { return term(standingKeys, v) }

var standingKeys = map[coop.Standing]string{
	coop.Founded:    "terms.standing.founded",
	coop.ToExplain:  "terms.standing.to-explain",
	coop.OutOfScope: "terms.standing.out-of-scope",
}

// SatisfactionItemKey is the key of a satisfaction item.
func SatisfactionItemKey(v coop.SatisfactionItem) string { return term(satisfactionItemKeys, v) }

var satisfactionItemKeys = map[coop.SatisfactionItem]string{
	coop.ItemSignature:  "terms.item.signature",
	coop.ItemEntryState: "terms.item.entry-state",
	coop.ItemEquipment:  "terms.item.equipment",
	coop.ItemComfort:    "terms.item.comfort",
	coop.ItemCommon:     "terms.item.common",
	coop.ItemNeighbours: "terms.item.neighbours",
	coop.ItemAnswers:    "terms.item.answers",
	coop.ItemRent:       "terms.item.rent",
	coop.ItemRights:     "terms.item.rights",
	coop.ItemCoop:       "terms.item.coop",
	coop.ItemUseful:     "terms.item.useful",
}

// InterestKey is the key of an interest.
func InterestKey(v coop.Interest) string { return term(interestKeys, v) }

var interestKeys = map[coop.Interest]string{
	coop.InterestAgm:      "terms.interest.agm",
	coop.InterestReferent: "terms.interest.referent",
	coop.InterestWorkshop: "terms.interest.workshop",
	coop.InterestBuying:   "terms.interest.buying",
	coop.InterestNews:     "terms.interest.news",
}

// JudgementKey is the key of a judgement from 1 to 4.
func JudgementKey(v int) string { return term(judgementKeys, v) }

var judgementKeys = map[int]string{
	1: "terms.judgement.1",
	2: "terms.judgement.2",
	3: "terms.judgement.3",
	4: "terms.judgement.4",
}

// PauseReasonKey is the key of a reason why a talk stands still.
func PauseReasonKey(v coop.PauseReason) string { return term(pauseReasonKeys, v) }

var pauseReasonKeys = map[coop.PauseReason]string{
	coop.PauseCounter:  "terms.pause.counter",
	coop.PausePhone:    "terms.pause.phone",
	coop.PausePerson:   "terms.pause.person",
	coop.PauseDocument: "terms.pause.document",
	coop.PauseDay:      "terms.pause.day",
}
