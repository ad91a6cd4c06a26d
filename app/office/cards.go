package office

import (
	"context"
	"errors"
	"fmt"

	"bienvenue/app/coop"
)

// CardFor gathers what the card says that is left where nobody opened: of the visit that is asked for, else
// of the household's last one at which nobody was there. With neither it is a blank card, to be written by
// hand.
func (o *Office) CardFor(ctx context.Context, by coop.Actor, asked coop.LetterAsked) (coop.Letter, error) {
	l, err := o.cardFor(ctx, by, asked)
	if err != nil {
		return coop.Letter{}, fmt.Errorf("gather card: %w", err)
	}
	return l, nil
}

func (o *Office) cardFor(ctx context.Context, by coop.Actor, asked coop.LetterAsked) (l coop.Letter, err error) {
	set, err := o.Settings(ctx)
	if err != nil {
		return l, err
	}
	l = coop.Letter{Kind: coop.PassageCard, Coop: set.Coop, Logo: set.Logo, Officer: by.Staff}
	if l.Missed, err = o.missed(ctx, asked); err != nil {
		return l, err
	}
	if asked.Next != "" {
		if l.Visit, err = o.store.Visit(ctx, asked.Next); err != nil {
			return l, err
		}
	}
	home := l.Missed.Household
	if home == "" {
		home = asked.Household
	}
	if home == "" {
		return l, nil
	}
	if l.Household, err = o.store.Household(ctx, home); err != nil {
		return l, err
	}
	l.Residence, err = o.store.Residence(ctx, l.Household.Dwelling.Residence)
	if err != nil && !errors.Is(err, coop.ErrNotFound) {
		return l, err
	}
	if l.Missed.ID != "" {
		l.Officer, err = o.signer(ctx, by, coop.Letter{Missed: l.Missed})
		return l, err
	}
	return l, nil
}

// missed is the visit that a card is about, zero for none.
func (o *Office) missed(ctx context.Context, asked coop.LetterAsked) (coop.Visit, error) {
	if asked.Visit != "" {
		return o.store.Visit(ctx, asked.Visit)
	}
	if asked.Household == "" {
		return coop.Visit{}, nil
	}
	rows, err := o.store.Visits(ctx, coop.VisitFilter{Household: asked.Household})
	return last(rows, "", ended(coop.Absent)), err
}
