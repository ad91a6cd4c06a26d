package office

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// mostProposed is how far ahead times are proposed, in days.
const mostProposed = 180

// ProposeVisits proposes the best times for a household's courtesy visit, with an officer or (""
// ) any of them, and holds them for whoever proposes for five minutes: another desk is not offered
// them, and may not book them. Proposing again frees what was held before.
func (o *Office) ProposeVisits(ctx context.Context, by coop.Actor, h coop.HouseholdID, officer coop.StaffID, n int) ([]coop.Proposal, error) {
	return o.ProposeTimes(ctx, by, coop.Wanted{Household: h, Officer: officer, N: n})
}

// ProposeTimes is ProposeVisits for what is agreed on already, and for others than were shown.
func (o *Office) ProposeTimes(ctx context.Context, by coop.Actor, w coop.Wanted) ([]coop.Proposal, error) {
	officers, err := o.Officers(ctx)
	if err != nil {
		return nil, err
	}
	var ids []coop.StaffID
	for _, s := range officers {
		if w.Officer == "" || s.ID == w.Officer {
			ids = append(ids, s.ID)
		}
	}
	if len(ids) == 0 {
		return nil, coop.Refuse("visit.refused.officer", nil)
	}
	if err := o.ReleaseProposals(ctx, by, w.Household); err != nil {
		return nil, err
	}
	today := o.Today()
	d, _, err := o.readDiary(ctx, today, today.Add(mostProposed), ids, w.Household)
	if err != nil {
		return nil, err
	}
	owing, err := o.store.OwingOne(ctx, w.Household)
	if err != nil {
		return nil, fmt.Errorf("propose visits: %w", err)
	}
	return o.holdSome(ctx, by, w, d.Propose(diary.Proposing{
		Visit: coop.Visit{
			Household: w.Household, Kind: coop.CourtesyVisit, Place: w.Place, State: coop.VisitPlanned, Told: w.Told, Agreed: w.Agreed,
		},
		Officers: ids, N: w.N + w.N + len(w.But),
		Residences: map[coop.ResidenceID]string{owing.Home: owing.Residence},
	}))
}

// holdSome holds as many of the times found as are wanted, the best first.
func (o *Office) holdSome(ctx context.Context, by coop.Actor, w coop.Wanted, found []coop.Proposal) ([]coop.Proposal, error) {
	var held []coop.Proposal
	for _, p := range found {
		if len(held) == w.N {
			break
		}
		if slices.ContainsFunc(w.But, func(seen coop.Proposal) bool { return seen.Visit.Start.Equal(p.Visit.Start) }) {
			continue
		}
		ok, err := o.hold(ctx, by, &p)
		if err != nil {
			return nil, err
		}
		if ok {
			held = append(held, p)
		}
	}
	return held, nil
}

// hold keeps a proposed time; false says that somebody else was faster.
func (o *Office) hold(ctx context.Context, by coop.Actor, p *coop.Proposal) (bool, error) {
	now := o.now().UTC()
	v := p.Visit
	h := coop.Hold{
		ID: coop.HoldID(o.newID()), Household: v.Household, Officer: v.Officer, Start: v.Start.UTC(), End: v.End.UTC(),
		Before: v.Before, After: v.After, By: by.Staff.ID, Until: now.Add(coop.HoldFor),
	}
	c := coop.Change{Holds: []coop.Hold{h}}
	c.Query = o.factsFor
	c.Judge = func(asked coop.Visit, facts coop.DiaryFacts) error {
		asked.Kind, asked.Place, asked.Told, asked.Agreed = v.Kind, v.Place, v.Told, v.Agreed
		return o.diaryOf(facts).Stand(asked).Err("held")
	}
	err := o.store.Keep(ctx, c)
	_, refused := errors.AsType[*coop.RefusalError](err)
	_, clash := errors.AsType[*coop.ClashError](err)
	switch {
	case refused, clash:
		return false, nil
	case err != nil:
		return false, fmt.Errorf("hold a time: %w", err)
	}
	p.Hold, p.Until = h.ID, h.Until
	return true, nil
}

// ReleaseProposals frees the times that somebody holds for a household.
func (o *Office) ReleaseProposals(ctx context.Context, by coop.Actor, h coop.HouseholdID) error {
	return o.keep(ctx, "release proposals", coop.Change{Released: []coop.Release{{Household: h, By: by.Staff.ID, Ended: o.now().UTC()}}})
}

// Owing lists those who wait for a courtesy visit, the end of their window first, and counts them all.
func (o *Office) Owing(ctx context.Context, _ coop.Actor, limit, offset int) ([]coop.Owing, int, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return nil, 0, err
	}
	f := o.due(coop.RowFilter{Due: true}, s, false)
	found, err := o.store.Owing(ctx, coop.OwingFilter{Since: f.Since, Before: f.Before, On: f.On, Limit: limit, Offset: offset})
	if err != nil {
		return nil, 0, fmt.Errorf("list those who wait: %w", err)
	}
	total, err := o.store.CountRows(ctx, f)
	if err != nil {
		return nil, 0, fmt.Errorf("count those who wait: %w", err)
	}
	return found, total, nil
}
