package office

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"bienvenue/app/coop"
)

// SheetFor gathers what a household's welcome sheet says today: facts that are known, promises
// that are open. What the sheet must not carry (comments, motives, what was said in confidence) is
// not in it.
func (o *Office) SheetFor(ctx context.Context, _ coop.Actor, id coop.HouseholdID) (coop.Sheet, error) {
	s, err := o.sheetFor(ctx, id)
	if err != nil {
		return coop.Sheet{}, fmt.Errorf("gather welcome sheet: %w", err)
	}
	return s, nil
}

func (o *Office) sheetFor(ctx context.Context, id coop.HouseholdID) (s coop.Sheet, err error) {
	set, err := o.Settings(ctx)
	if err != nil {
		return s, err
	}
	s.Coop, s.Logo = set.Coop, set.Logo
	if s.Household, err = o.store.Household(ctx, id); err != nil {
		return s, err
	}
	s.Residence, err = o.store.Residence(ctx, s.Household.Dwelling.Residence)
	if err != nil && !errors.Is(err, coop.ErrNotFound) {
		return s, err
	}
	visit, last, err := o.visitsAround(ctx, id)
	if err != nil {
		return s, err
	}
	if s.Officer, err = o.colleague(ctx, last.Officer); err != nil {
		return s, err
	}
	if s.Agm, err = o.nextAgm(ctx); err != nil {
		return s, err
	}
	if s.Agreed, err = o.promises(ctx, id); err != nil {
		return s, err
	}
	if s.Signature, err = drawn(o.store.LastSignature(ctx, id)); err != nil {
		return s, err
	}
	s.Contacts = coop.SheetContacts(s.Coop, s.Residence)
	s.Duties = coop.SheetDuties(s.Household, s.Residence)
	s.Dates = coop.SheetDates(s.Coop, s.Household, visit, s.Agm, o.Today())
	s.Codes = coop.SheetCodes(set.SheetCodes, s.Coop, s.Agm, s.Officer)
	return s, nil
}

// visitsAround are the household's next planned visit, and the one by which it knows its officer: the
// next, else the last that was held. Each is zero when there is none.
func (o *Office) visitsAround(ctx context.Context, id coop.HouseholdID) (next, known coop.VisitRow, err error) {
	rows, err := o.store.Visits(ctx, coop.VisitFilter{Household: id})
	if err != nil {
		return next, known, err
	}
	slices.SortFunc(rows, func(a, b coop.VisitRow) int { return a.Start.Compare(b.Start) })
	now := o.now()
	for _, v := range rows {
		switch {
		case v.State == coop.VisitPlanned && !v.Start.Before(now):
			return v, v, nil
		case v.State == coop.VisitHeld:
			known = v
		}
	}
	return next, known, nil
}

// colleague finds a member of staff, zero for nobody.
func (o *Office) colleague(ctx context.Context, id coop.StaffID) (coop.Staff, error) {
	if id == "" {
		return coop.Staff{}, nil
	}
	all, err := o.store.Staff(ctx)
	if err != nil {
		return coop.Staff{}, err
	}
	i := slices.IndexFunc(all, func(s coop.Staff) bool { return s.ID == id })
	if i < 0 {
		return coop.Staff{}, nil
	}
	return all[i], nil
}

// nextAgm is the next general meeting, with no day when none is planned.
func (o *Office) nextAgm(ctx context.Context) (coop.Event, error) {
	events, err := o.store.Events(ctx, o.Today())
	if err != nil {
		return coop.Event{}, err
	}
	for _, e := range events {
		if e.Kind == coop.EventAgm {
			return e, nil
		}
	}
	return coop.Event{}, nil
}

// promises are the follow-ups that have not ended, the soonest due first. Of those that concern
// social support or a quarrel, paper that lies about in a home says only that somebody calls back.
func (o *Office) promises(ctx context.Context, id coop.HouseholdID) ([]coop.SheetPromise, error) {
	rows, err := o.store.FollowUps(ctx, coop.FollowUpFilter{Household: id, OpenOnly: true})
	if err != nil {
		return nil, err
	}
	var all []coop.SheetPromise
	for _, f := range rows {
		if f.Ended() {
			continue
		}
		p := coop.SheetPromise{What: f.What, Service: f.Service, Due: f.Due}
		if f.Service == coop.ServiceSocial || f.Service == coop.ServiceMediation {
			p.What = ""
		}
		all = append(all, p)
	}
	slices.SortStableFunc(all, func(a, b coop.SheetPromise) int {
		return cmp.Or(cmp.Compare(a.Due, b.Due), cmp.Compare(a.What, b.What))
	})
	return all, nil
}

// LastMade says when a paper of the same kind, and about the same event, was last made for its household;
// zero when none was.
func (o *Office) LastMade(ctx context.Context, _ coop.Actor, like coop.Paper) (time.Time, error) {
	var last time.Time
	if like.Household == "" {
		return last, nil
	}
	all, err := o.store.Papers(ctx, like.Household)
	if err != nil {
		return last, fmt.Errorf("find papers: %w", err)
	}
	for _, p := range all {
		if p.Kind == like.Kind && p.Event == like.Event && p.At.After(last) {
			last = p.At
		}
	}
	return last, nil
}

// KeepPaper keeps that a paper was printed, saved or opened for a household. The paper's hash is the SHA-256
// of the file, in hexadecimal: it proves which paper it was without keeping its words. Its identity, its
// instant and who made it are filled in.
func (o *Office) KeepPaper(ctx context.Context, by coop.Actor, p coop.Paper) error {
	p.ID, p.At, p.Staff = coop.PaperID(o.newID()), o.now().UTC(), by.Staff.ID
	e, err := o.entry(by, coop.ActPaperMade, coop.OnPaper, string(p.ID), p.Household, p)
	if err != nil {
		return err
	}
	askings, err := o.askingsPrinted(ctx, p.Household, p.Kind)
	if err != nil {
		return fmt.Errorf("keep paper: %w", err)
	}
	return o.keep(ctx, "keep paper", coop.Change{Papers: []coop.Paper{p}, Askings: askings, Entries: []coop.Entry{e}})
}

// LastSheet is the welcome sheet that was last made for a household, in whichever version; its instant is
// zero when none was. How it was made is how the next one is offered.
func (o *Office) LastSheet(ctx context.Context, _ coop.Actor, id coop.HouseholdID) (coop.Paper, error) {
	all, err := o.store.Papers(ctx, id)
	if err != nil {
		return coop.Paper{}, fmt.Errorf("find papers: %w", err)
	}
	var last coop.Paper
	for _, p := range all {
		if p.Kind.Sheet() && p.At.After(last.At) {
			last = p
		}
	}
	return last, nil
}
