package office

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"bienvenue/app/coop"
)

// Hours are an officer's working week; one who has none of their own has the coop's, with Rev 0.
func (o *Office) Hours(ctx context.Context, officer coop.StaffID) (coop.Hours, error) {
	all, err := o.store.Hours(ctx)
	if err != nil {
		return coop.Hours{}, fmt.Errorf("read hours: %w", err)
	}
	for _, h := range all {
		if h.Staff == officer {
			return h, nil
		}
	}
	s, err := o.Settings(ctx)
	return coop.Hours{Staff: officer, Week: s.Rules.Week}, err
}

// KeepHours gives an officer a working week of their own. Visits that are booked already stay where
// they are; Unsettled lists those that no longer stand.
func (o *Office) KeepHours(ctx context.Context, by coop.Actor, h coop.Hours) (coop.Hours, error) {
	if err := h.Week.Check(); err != nil {
		return coop.Hours{}, err
	}
	e, err := o.entry(by, coop.ActHoursChanged, coop.OnDiary, string(h.Staff), "", h)
	if err != nil {
		return coop.Hours{}, err
	}
	if err := o.keep(ctx, "keep hours", coop.Change{Hours: []coop.Hours{h}, Entries: []coop.Entry{e}}); err != nil {
		return coop.Hours{}, err
	}
	h.Rev++
	return h, nil
}

// Exceptions lists what differs from the usual weeks on the days from one to another, both included.
func (o *Office) Exceptions(ctx context.Context, from, to coop.Day) ([]coop.Exception, error) {
	all, err := o.store.Exceptions(ctx, from, to)
	if err != nil {
		return nil, fmt.Errorf("list exceptions: %w", err)
	}
	return all, nil
}

// AddException keeps an absence, a meeting, extra hours or a day on which the coop is closed, and
// gives the booked visits that it comes upon: nothing moves them but a person.
func (o *Office) AddException(ctx context.Context, by coop.Actor, e coop.Exception) (coop.Exception, []coop.VisitRow, error) {
	e.Label = strings.TrimSpace(e.Label)
	if err := e.Check(); err != nil {
		return e, nil, err
	}
	e.ID, e.Rev = coop.ExceptionID(o.newID()), 0
	told, err := o.entry(by, coop.ActExceptionAdded, coop.OnDiary, string(e.ID), "", e)
	if err != nil {
		return e, nil, err
	}
	if err := o.keep(ctx, "add exception", coop.Change{Exceptions: []coop.Exception{e}, Entries: []coop.Entry{told}}); err != nil {
		return e, nil, err
	}
	e.Rev = 1
	upon, err := o.Unsettled(ctx, by, max(e.From, o.Today()), e.To, e.Staff)
	return e, upon, err
}

// RemoveException takes an exception away. What it was stays in the journal.
func (o *Office) RemoveException(ctx context.Context, by coop.Actor, id coop.ExceptionID) (coop.Exception, error) {
	e, err := o.store.Exception(ctx, id)
	if err != nil {
		return coop.Exception{}, fmt.Errorf("remove exception: %w", err)
	}
	told, err := o.entry(by, coop.ActExceptionGone, coop.OnDiary, string(id), "", e)
	if err != nil {
		return coop.Exception{}, err
	}
	return e, o.keep(ctx, "remove exception", coop.Change{Excepted: []coop.ExceptionID{id}, Entries: []coop.Entry{told}})
}

// Bridges lists the bridge days of a year that the coop could take and has not decided on yet.
func (o *Office) Bridges(ctx context.Context, year int) ([]coop.Day, error) {
	first, last := coop.MakeDay(year, 1, 1), coop.MakeDay(year, 12, 31)
	d, facts, err := o.readDiary(ctx, first, last, []coop.StaffID{})
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(d.Calendar().Bridges(year), func(day coop.Day) bool {
		return slices.ContainsFunc(facts.Exceptions, func(e coop.Exception) bool { return e.Kind.OfCoop() && e.Span.Whole() && e.On(day) })
	}), nil
}

// Unsettled lists the booked visits of some days, of an officer or (officer "") of all, that no
// longer stand: somebody is away, busy, or the coop is closed.
func (o *Office) Unsettled(ctx context.Context, by coop.Actor, from, to coop.Day, officer coop.StaffID) ([]coop.VisitRow, error) {
	rows, err := o.Visits(ctx, by, from, to, officer)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	none := []coop.StaffID{}
	d, _, err := o.readDiary(ctx, from, to, none)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(rows, func(row coop.VisitRow) bool {
		if row.State != coop.VisitPlanned {
			return true
		}
		verdict := without(d.Stand(row.Visit), bookedRules)
		return verdict.Stands() || (verdict.May() && row.Reason != "") // a soft rule was set aside with a reason
	}), nil
}

// bookedRules are those that time itself breaks, or that were settled when the visit was booked.
var bookedRules = []string{
	"visit.refused.agreement", "visit.refused.trips", "visit.warning.notice", "visit.warning.past", "visit.warning.early",
	"visit.warning.late", "visit.warning.day", "visit.warning.week", "visit.warning.hours", "visit.warning.entry",
}
