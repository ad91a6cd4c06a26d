package office

import (
	"context"
	"fmt"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/settings"
)

type (
	// Booking is a visit as somebody asks for it.
	Booking = coop.Booking
	// Warning is a rule that a booking does not keep.
	Warning = coop.Warning
)

// BookVisit books a visit. The archive asks the diary in the transaction that writes: a time already
// taken is refused with a *coop.ClashError, a hard rule with its sentence, and a soft rule that is
// not kept asks for a reason.
func (o *Office) BookVisit(ctx context.Context, by coop.Actor, b Booking) (coop.Visit, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return coop.Visit{}, err
	}
	if _, err := o.store.Household(ctx, b.Household); err != nil {
		return coop.Visit{}, fmt.Errorf("book visit: %w", err)
	}
	v := placed(coop.Visit{ID: coop.VisitID(o.newID()), Household: b.Household, State: coop.VisitPlanned}, b, s)
	c := coop.Change{Released: []coop.Release{{Household: v.Household, By: by.Staff.ID, Ended: o.now().UTC()}}}
	o.guard(&c)
	return o.keepVisit(ctx, by, coop.ActVisitBooked, v, plan(v), c)
}

// plan is what the journal keeps of a visit's time.
func plan(v coop.Visit) map[string]any {
	return map[string]any{
		"start": v.Start, "minutes": v.Minutes(), "place": v.Place, "officer": v.Officer, "told": v.Told, "agreed": v.Agreed,
		"reason": v.Reason,
	}
}

// placed puts a visit at the time and place that are asked for; what is not said follows the rules.
func placed(v coop.Visit, b Booking, s settings.Settings) coop.Visit {
	v.Kind, v.Place = b.Kind, b.Place
	if v.Kind == "" {
		v.Kind = coop.CourtesyVisit
	}
	if v.Place == "" {
		v.Place = coop.AtHome
	}
	rule := s.Rules.Kind(v.Kind, v.Place)
	if b.Minutes == 0 {
		b.Minutes = rule.Minutes
	}
	v.Officer, v.Told, v.Agreed, v.Reason = b.Officer, b.Told, b.Agreed, b.Reason
	v.Before, v.After = rule.Before, rule.After
	v.Start = b.Start.UTC()
	v.End = v.Start.Add(time.Duration(b.Minutes) * time.Minute)
	return v
}

// MoveVisit gives a planned visit another time, officer or place. What the household had confirmed
// was the time before.
func (o *Office) MoveVisit(ctx context.Context, by coop.Actor, id coop.VisitID, b Booking) (coop.Visit, error) {
	before, err := o.planned(ctx, id)
	if err != nil {
		return coop.Visit{}, err
	}
	s, err := o.Settings(ctx)
	if err != nil {
		return coop.Visit{}, err
	}
	b = completed(b, before)
	v := placed(before, b, s)
	v.Moves++
	v.Confirmed, v.Reminded = time.Time{}, time.Time{}
	c := coop.Change{Released: []coop.Release{{Household: v.Household, By: by.Staff.ID, Ended: o.now().UTC()}}}
	o.guard(&c)
	told := plan(v)
	told["from"], told["by"] = before.Start, b.MovedBy
	return o.keepVisit(ctx, by, coop.ActVisitMoved, v, told, c)
}

// completed fills in what a move does not change.
func completed(b Booking, v coop.Visit) Booking {
	b.Household, b.Kind = v.Household, v.Kind
	if b.Officer == "" {
		b.Officer = v.Officer
	}
	if b.Minutes == 0 && (b.Place == "" || b.Place == v.Place) {
		b.Minutes = v.Minutes()
	}
	if b.Place == "" {
		b.Place = v.Place
	}
	if b.Told == "" {
		b.Told = v.Told
	}
	return b
}

// PutBack takes the last move back: the visit has again what it had before, as long as nobody has
// taken that time since.
func (o *Office) PutBack(ctx context.Context, by coop.Actor, before coop.Visit) (coop.Visit, error) {
	v, err := o.planned(ctx, before.ID)
	if err != nil {
		return coop.Visit{}, err
	}
	from := v.Start
	rev, moves := v.Rev, v.Moves
	v = before
	v.Rev, v.Moves = rev, moves+1
	c := coop.Change{}
	o.guard(&c, settledRules...)
	told := plan(v)
	told["from"], told["undone"] = from, true
	return o.keepVisit(ctx, by, coop.ActVisitMoved, v, told, c)
}

// CancelVisit frees the time of a planned visit; a reason is asked for.
func (o *Office) CancelVisit(ctx context.Context, by coop.Actor, id coop.VisitID, reason string) (coop.Visit, error) {
	if reason == "" {
		return coop.Visit{}, coop.Refuse("visit.refused.cancel", nil)
	}
	v, err := o.planned(ctx, id)
	if err != nil {
		return coop.Visit{}, err
	}
	v.State, v.Reason = coop.VisitCancelled, reason
	return o.keepVisit(ctx, by, coop.ActVisitCancelled, v, map[string]any{"start": v.Start, "reason": reason}, coop.Change{})
}

// RestoreVisit takes a cancellation back, as long as the time is still free.
func (o *Office) RestoreVisit(ctx context.Context, by coop.Actor, id coop.VisitID) (coop.Visit, error) {
	v, err := o.store.Visit(ctx, id)
	if err != nil {
		return coop.Visit{}, fmt.Errorf("restore visit: %w", err)
	}
	if v.State != coop.VisitCancelled {
		return v, nil
	}
	v.State, v.Reason = coop.VisitPlanned, ""
	c := coop.Change{}
	o.guard(&c, settledRules...)
	told := plan(v)
	told["restored"] = true
	return o.keepVisit(ctx, by, coop.ActVisitBooked, v, told, c)
}

// planned finds a visit that may still be moved or cancelled.
func (o *Office) planned(ctx context.Context, id coop.VisitID) (coop.Visit, error) {
	v, err := o.store.Visit(ctx, id)
	if err != nil {
		return coop.Visit{}, fmt.Errorf("find visit: %w", err)
	}
	if v.State != coop.VisitPlanned {
		return coop.Visit{}, coop.Refuse("visit.refused.over", nil)
	}
	return v, nil
}

// keepVisit writes a visit and its entry with whatever else the change bears.
func (o *Office) keepVisit(ctx context.Context, by coop.Actor, act coop.Act, v coop.Visit, payload any, c coop.Change) (coop.Visit, error) {
	e, err := o.entry(by, act, coop.OnVisit, string(v.ID), v.Household, payload)
	if err != nil {
		return coop.Visit{}, err
	}
	c.Visits, c.Entries = append(c.Visits, v), append(c.Entries, e)
	if err := o.keep(ctx, string(act), c); err != nil {
		return coop.Visit{}, err
	}
	v.Rev++
	return v, nil
}

// Visits lists the visits that start on the days from one to another, both included.
func (o *Office) Visits(ctx context.Context, _ coop.Actor, from, to coop.Day, officer coop.StaffID) ([]coop.VisitRow, error) {
	rows, err := o.store.Visits(ctx, coop.VisitFilter{From: from.Start(o.zone), To: to.Add(1).Start(o.zone), Officer: officer})
	if err != nil {
		return nil, fmt.Errorf("list visits: %w", err)
	}
	return rows, nil
}
