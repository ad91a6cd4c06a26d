package i18n

import "bienvenue/app/coop"

// BatchLeftKey is the key of a reason for which a household gets no paper of a batch; its sentence has
// a plural.
func BatchLeftKey(v coop.BatchLeft) string { return term(batchLeftKeys, v) }

var batchLeftKeys = map[coop.BatchLeft]string{
	coop.LeftGone:      "terms.batch-left.gone",
	coop.LeftNotYet:    "terms.batch-left.not-yet",
	coop.LeftNobody:    "terms.batch-left.nobody",
	coop.LeftNoAddress: "terms.batch-left.no-address",
	coop.LeftNoVisit:   "terms.batch-left.no-visit",
	coop.LeftNoShare:   "terms.batch-left.no-share",
	coop.LeftShort:     "terms.batch-left.short",
	coop.LeftNoNews:    "terms.batch-left.no-news",
	coop.LeftSent:      "terms.batch-left.sent",
}

// VisitedKey is the key of how the courtesy visit stands, for whom a batch is made.
func VisitedKey(v coop.Visited) string { return term(visitedKeys, v) }

var visitedKeys = map[coop.Visited]string{
	coop.VisitedAny:     "terms.visited.any",
	coop.VisitedMet:     "terms.visited.met",
	coop.VisitedNot:     "terms.visited.not",
	coop.VisitedPlanned: "terms.visited.planned",
}
