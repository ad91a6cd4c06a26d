package i18n

import (
	"strings"

	"bienvenue/app/coop"
)

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

// BatchLeft says why a household gets no paper of a batch, and when it was sent the same before.
func (w *Words) BatchLeft(out coop.BatchOut) string {
	if out.Why == coop.LeftSent && !out.Sent.IsZero() {
		return w.T("batch.left.sent", Args{"Day": w.Date(w.DayOf(out.Sent))})
	}
	return w.T(BatchLeftKey(out.Why))
}

// BatchState says how far a batch is: how many are made, failed, and left.
func (w *Words) BatchState(b coop.BatchRow) string {
	parts := []string{w.N("batch.state.made", b.Made)}
	if b.Failed > 0 {
		parts = append(parts, w.N("batch.state.failed", b.Failed))
	}
	switch {
	case b.Waiting > 0 && b.Ended.IsZero():
		parts = append(parts, w.N("batch.state.waiting", b.Waiting))
	case b.Waiting > 0:
		parts = append(parts, w.N("batch.state.unmade", b.Waiting))
	}
	return strings.Join(parts, ", ")
}
