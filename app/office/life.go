package office

import (
	"context"
	"fmt"
	"time"

	"bienvenue/app/coop"
)

// ConfirmVisit notes that the household said it will be there, or takes that back.
func (o *Office) ConfirmVisit(ctx context.Context, by coop.Actor, id coop.VisitID, said bool) (coop.Visit, error) {
	v, err := o.planned(ctx, id)
	if err != nil || v.Confirmed.IsZero() == !said {
		return v, err
	}
	v.Confirmed = time.Time{}
	if said {
		v.Confirmed = o.now().UTC()
	}
	return o.keepVisit(ctx, by, coop.ActVisitConfirmed, v, map[string]any{"start": v.Start, "officer": v.Officer, "confirmed": said}, coop.Change{})
}

// RemindVisit notes that the household was reminded, by a channel; NoChannel takes that back.
// Nothing is sent: a person calls, writes or posts.
func (o *Office) RemindVisit(ctx context.Context, by coop.Actor, id coop.VisitID, how coop.Channel) (coop.Visit, error) {
	v, err := o.planned(ctx, id)
	if err != nil {
		return coop.Visit{}, err
	}
	v.Reminded = time.Time{}
	if how != coop.NoChannel {
		v.Reminded = o.now().UTC()
	}
	return o.keepVisit(ctx, by, coop.ActVisitReminded, v, map[string]any{"start": v.Start, "officer": v.Officer, "how": how}, coop.Change{})
}

// CloseAttempts says that the coop stops trying to visit a household that could not be met
// (« clos sans visite »): the sheet is sent instead. It takes no time in anybody's diary.
func (o *Office) CloseAttempts(ctx context.Context, by coop.Actor, h coop.HouseholdID, reason string) (coop.Visit, error) {
	if reason == "" {
		return coop.Visit{}, coop.Refuse("visit.refused.close", nil)
	}
	f, err := o.Open(ctx, by, h)
	if err != nil {
		return coop.Visit{}, err
	}
	if _, planned := standing(f); planned != nil {
		return coop.Visit{}, coop.Refuse("visit.refused.close.planned", map[string]any{"When": planned.Start})
	}
	now := o.now().UTC().Truncate(time.Minute)
	v := coop.Visit{
		ID: coop.VisitID(o.newID()), Household: h, Officer: by.Staff.ID, Kind: coop.CourtesyVisit, Place: coop.AtHome,
		State: coop.VisitClosed, Start: now, End: now, Reason: reason, Result: coop.ClosedUnmet,
	}
	return o.keepVisit(ctx, by, coop.ActAttemptsClosed, v, map[string]any{"reason": reason, "start": now}, coop.Change{})
}

// ReopenAttempts takes that back.
func (o *Office) ReopenAttempts(ctx context.Context, by coop.Actor, id coop.VisitID) (coop.Visit, error) {
	v, err := o.store.Visit(ctx, id)
	if err != nil {
		return coop.Visit{}, fmt.Errorf("reopen attempts: %w", err)
	}
	if v.State != coop.VisitClosed {
		return coop.Visit{}, coop.Refuse("visit.refused.over", nil)
	}
	v.State = coop.VisitCancelled
	return o.keepVisit(ctx, by, coop.ActVisitCancelled, v, map[string]any{"start": v.Start, "reopened": true}, coop.Change{})
}

// Reminders lists the visits whose households are to be reminded on a day: those of the next working
// days that the coop's rules name, and none that was reminded already.
func (o *Office) Reminders(ctx context.Context, _ coop.Actor, officer coop.StaffID) ([]coop.Stop, error) {
	f, err := o.reminding(ctx, officer)
	if err != nil {
		return nil, err
	}
	return o.stops(ctx, f, unreminded)
}

// reminding bounds the visits of which households are reminded today.
func (o *Office) reminding(ctx context.Context, officer coop.StaffID) (coop.VisitFilter, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return coop.VisitFilter{}, err
	}
	today := o.Today()
	const span = 21 // days in which any number of working days fits
	d, _, err := o.readDiary(ctx, today, today.Add(span), []coop.StaffID{})
	if err != nil {
		return coop.VisitFilter{}, err
	}
	last := d.Calendar().AddWorkingDays(today, s.Rules.Remind)
	return coop.VisitFilter{From: o.now(), To: last.Add(1).Start(o.zone), Officer: officer}, nil
}

// unreminded says whether the household of a visit is still to be reminded.
func unreminded(v coop.Visit) bool {
	return v.State == coop.VisitPlanned && v.Kind != coop.DeskVisit && v.Reminded.IsZero()
}

// toRemind counts the households that are to be reminded today.
func (o *Office) toRemind(ctx context.Context, officer coop.StaffID) (int, error) {
	f, err := o.reminding(ctx, officer)
	if err != nil {
		return 0, err
	}
	rows, err := o.store.Visits(ctx, f)
	if err != nil {
		return 0, fmt.Errorf("count reminders: %w", err)
	}
	n := 0
	for _, row := range rows {
		if unreminded(row.Visit) {
			n++
		}
	}
	return n, nil
}

// Round is an officer's day, in the order of the way: by the hour, as it was booked.
func (o *Office) Round(ctx context.Context, _ coop.Actor, officer coop.StaffID, day coop.Day) (coop.Round, error) {
	r := coop.Round{Day: day}
	d, facts, err := o.readDiary(ctx, day, day, []coop.StaffID{})
	if err != nil {
		return r, err
	}
	for _, s := range facts.Staff {
		if s.ID == officer {
			r.Officer = s
		}
	}
	if r.Officer.ID == "" {
		return r, coop.Refuse("visit.refused.officer", nil)
	}
	r.Busy = d.Busy(officer, day)
	r.Stops, err = o.stops(ctx, coop.VisitFilter{From: day.Start(o.zone), To: day.Add(1).Start(o.zone), Officer: officer}, func(v coop.Visit) bool {
		return v.State.TakesTime()
	})
	return r, err
}

// CalendarStops lists an officer's visits on the days from one to another, both included, as the
// office calendar is told of them: cancelled ones too, so that they disappear there.
func (o *Office) CalendarStops(ctx context.Context, officer coop.StaffID, from, to coop.Day) ([]coop.Stop, error) {
	return o.stops(ctx, coop.VisitFilter{From: from.Start(o.zone), To: to.Add(1).Start(o.zone), Officer: officer, Cancelled: true},
		func(v coop.Visit) bool { return v.State != coop.VisitClosed })
}

// StopOf is one visit with where it is.
func (o *Office) StopOf(ctx context.Context, id coop.VisitID) (coop.Stop, error) {
	v, err := o.store.Visit(ctx, id)
	if err != nil {
		return coop.Stop{}, fmt.Errorf("find visit: %w", err)
	}
	found, err := o.stops(ctx, coop.VisitFilter{Household: v.Household, Cancelled: true}, func(other coop.Visit) bool { return other.ID == id })
	if err != nil || len(found) == 0 {
		return coop.Stop{}, err
	}
	return found[0], nil
}

// stops are visits with where they are.
func (o *Office) stops(ctx context.Context, f coop.VisitFilter, wanted func(coop.Visit) bool) ([]coop.Stop, error) {
	rows, err := o.store.Visits(ctx, f)
	if err != nil {
		return nil, fmt.Errorf("list visits: %w", err)
	}
	homes := map[coop.ResidenceID]coop.Residence{}
	var all []coop.Stop
	for _, row := range rows {
		if !wanted(row.Visit) {
			continue
		}
		stop := coop.Stop{VisitRow: row}
		home := row.Row.Dwelling.Residence
		if _, known := homes[home]; !known && home != "" {
			if homes[home], err = o.store.Residence(ctx, home); err != nil {
				return nil, fmt.Errorf("find the residence of a visit: %w", err)
			}
		}
		stop.Home = homes[home]
		owing, err := o.store.OwingOne(ctx, row.Household)
		if err != nil {
			return nil, fmt.Errorf("find the household of a visit: %w", err)
		}
		stop.Wishes, stop.Prefers, stop.Language, stop.Trips = owing.Wishes, owing.Prefers, owing.Language, owing.Trips
		if row.Trip() && row.Result == coop.Absent {
			stop.Trips-- // those before this one
		}
		all = append(all, stop)
	}
	return all, nil
}
