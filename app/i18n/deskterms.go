package i18n

import "bienvenue/app/coop"

// NextStepKey is the key of what to do next.
func NextStepKey(v coop.NextStep) string { return term(nextStepKeys, v) }

var nextStepKeys = map[coop.NextStep]string{
	coop.NextResume:   "terms.next.resume",
	coop.NextStart:    "terms.next.start",
	coop.NextBook:     "terms.next.book",
	coop.NextAgain:    "terms.next.again",
	coop.NextOffer:    "terms.next.offer",
	coop.NextWait:     "terms.next.wait",
	coop.NextSheet:    "terms.next.sheet",
	coop.NextFollowUp: "terms.next.followup",
	coop.NextEntry:    "terms.next.entry",
	coop.NextNothing:  "terms.next.nothing",
}

// ActKey is the key of an act of the timeline.
func ActKey(v coop.Act) string { return term(actKeys, v) }

var actKeys = map[coop.Act]string{
	coop.ActImported:        "terms.act.imported",
	coop.ActImportChanged:   "terms.act.import-changed",
	coop.ActImportGone:      "terms.act.import-gone",
	coop.ActAdded:           "terms.act.added",
	coop.ActEdited:          "terms.act.edited",
	coop.ActShareChanged:    "terms.act.share-changed",
	coop.ActVisitBooked:     "terms.act.visit-booked",
	coop.ActVisitMoved:      "terms.act.visit-moved",
	coop.ActVisitCancelled:  "terms.act.visit-cancelled",
	coop.ActVisitClosed:     "terms.act.visit-closed",
	coop.ActVisitConfirmed:  "terms.act.visit-confirmed",
	coop.ActVisitReminded:   "terms.act.visit-reminded",
	coop.ActAttemptsClosed:  "terms.act.attempts-closed",
	coop.ActHoursChanged:    "terms.act.hours-changed",
	coop.ActExceptionAdded:  "terms.act.exception-added",
	coop.ActExceptionGone:   "terms.act.exception-gone",
	coop.ActWaveBooked:      "terms.act.wave-booked",
	coop.ActWaveUndone:      "terms.act.wave-undone",
	coop.ActTalkBegun:       "terms.act.talk-begun",
	coop.ActTalkStep:        "terms.act.talk-step",
	coop.ActTalkClosed:      "terms.act.talk-closed",
	coop.ActTalkAbandoned:   "terms.act.talk-abandoned",
	coop.ActTalkPaused:      "terms.act.talk-paused",
	coop.ActTalkPlanned:     "terms.act.talk-planned",
	coop.ActTalkCorrected:   "terms.act.talk-corrected",
	coop.ActTalkSigned:      "terms.act.talk-signed",
	coop.ActScriptPublished: "terms.act.script-published",
	coop.ActScriptWithdrawn: "terms.act.script-withdrawn",
	coop.ActFollowUpOpened:  "terms.act.followup-opened",
	coop.ActFollowUpChanged: "terms.act.followup-changed",
	coop.ActPaperMade:       "terms.act.paper-made",
	coop.ActBatchBegun:      "terms.act.batch-begun",
	coop.ActBatchEnded:      "terms.act.batch-ended",
	coop.ActSettingsChanged: "terms.act.settings-changed",
	coop.ActAskingReserved:  "terms.act.asking-reserved",
	coop.ActAnswersKeyed:    "terms.act.answers-keyed",
	coop.ActAnswersErased:   "terms.act.answers-erased",
}

// SetAsideKey is the key of a reason for setting a row aside.
func SetAsideKey(v coop.SetAside) string { return term(setAsideKeys, v) }

var setAsideKeys = map[coop.SetAside]string{
	coop.SetAsideGarage:  "terms.set-aside.garage",
	coop.SetAsideParking: "terms.set-aside.parking",
	coop.SetAsideShop:    "terms.set-aside.shop",
	coop.SetAsideCellar:  "terms.set-aside.cellar",
	coop.SetAsideVacant:  "terms.set-aside.vacant",
	coop.SetAsideOther:   "terms.set-aside.other",
}

// IndicatorKey is the key of an indicator.
func IndicatorKey(v coop.Indicator) string { return term(indicatorKeys, v) }

var indicatorKeys = map[coop.Indicator]string{
	coop.IndicatorVisits:       "terms.indicator.visits",
	coop.IndicatorInWindow:     "terms.indicator.in-window",
	coop.IndicatorAbsences:     "terms.indicator.absences",
	coop.IndicatorSatisfaction: "terms.indicator.satisfaction",
	coop.IndicatorCoverage:     "terms.indicator.coverage",
	coop.IndicatorMotive:       "terms.indicator.motive",
	coop.IndicatorItem:         "terms.indicator.item",
	coop.IndicatorCounter:      "terms.indicator.counter-talks",
	coop.IndicatorLate:         "terms.indicator.late",
	coop.IndicatorOpened:       "terms.indicator.opened",
	coop.IndicatorClosed:       "terms.indicator.closed",
	coop.IndicatorSheets:       "terms.indicator.sheets",
	coop.IndicatorSubscribed:   "terms.indicator.subscribed",
	coop.IndicatorPlanned:      "terms.indicator.planned",
	coop.IndicatorOthers:       "terms.indicator.others",
	coop.IndicatorWave:         "terms.indicator.wave",
}

// EventKindKey is the key of a kind of event.
func EventKindKey(v coop.EventKind) string { return term(eventKindKeys, v) }

var eventKindKeys = map[coop.EventKind]string{
	coop.EventAgm:      "terms.event.agm",
	coop.EventWorkshop: "terms.event.workshop",
	coop.EventSite:     "terms.event.site-visit",
}

// PaperKindKey is the key of a kind of paper.
func PaperKindKey(v coop.PaperKind) string { return term(paperKindKeys, v) }

var paperKindKeys = map[coop.PaperKind]string{
	coop.WelcomeSheet:      "terms.paper.welcome-sheet",
	coop.SimpleSheet:       "terms.paper.simple-sheet",
	coop.PassageCard:       "terms.paper.passage-card",
	coop.ReminderLetter:    "terms.paper.reminder-letter",
	coop.IntegrationLetter: "terms.paper.integration-letter",
	coop.SecondDateLetter:  "terms.paper.second-date-letter",
	coop.ClosingLetter:     "terms.paper.closing-letter",
	coop.ThanksLetter:      "terms.paper.thanks-letter",
	coop.MemberLetter:      "terms.paper.member-letter",
	coop.LoyaltyLetter:     "terms.paper.loyalty-letter",
	coop.AgmLetter:         "terms.paper.agm-letter",
	coop.WorkshopLetter:    "terms.paper.workshop-letter",
	coop.Questionnaire:     "terms.paper.questionnaire",
	coop.AddressLabels:     "terms.paper.address-labels",
}

// PaperMeansKey is the key of what was done with a paper.
func PaperMeansKey(v coop.PaperMeans) string { return term(paperMeansKeys, v) }

var paperMeansKeys = map[coop.PaperMeans]string{
	coop.PaperPrinted: "terms.paper-means.printed",
	coop.PaperSaved:   "terms.paper-means.saved",
	coop.PaperOpened:  "terms.paper-means.opened",
}
