package office

import (
	"context"
	"errors"
	"fmt"

	"bienvenue/app/coop"
)

// LetterOffers lists the letters to a household, and the questionnaire: those that can be made now, an invitation for each event to
// come, then the others with why not.
func (o *Office) LetterOffers(ctx context.Context, by coop.Actor, h coop.HouseholdID) ([]coop.LetterOffer, error) {
	events, err := o.Events(ctx)
	if err != nil {
		return nil, err
	}
	papers, err := o.store.Papers(ctx, h)
	if err != nil {
		return nil, fmt.Errorf("find papers: %w", err)
	}
	var can, cannot []coop.LetterOffer
	for _, asked := range asks(h, events) {
		l, err := o.LetterFor(ctx, by, asked)
		offer := coop.LetterOffer{Kind: asked.Kind, Event: l.Event}
		if refusal, no := errors.AsType[*coop.RefusalError](err); no {
			offer.No = refusal
			cannot = append(cannot, offer)
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, p := range papers {
			if p.Kind == offer.Kind && p.Event == offer.Event.ID && p.At.After(offer.Sent) {
				offer.Sent = p.At
			}
		}
		can = append(can, offer)
	}
	return append(can, cannot...), nil
}

// asks are the letters that may be asked for: one of each kind, but one for each event.
func asks(h coop.HouseholdID, events []coop.Event) []coop.LetterAsked {
	var all []coop.LetterAsked
	for _, kind := range append(coop.Letters(), coop.Questionnaire) {
		asked := coop.LetterAsked{Kind: kind, Household: h}
		found := false
		for _, e := range events {
			if kind.Event() != "" && e.Kind == kind.Event() {
				asked.Event, found = e.ID, true
				all = append(all, asked)
			}
		}
		if !found {
			all = append(all, asked)
		}
	}
	return all
}
