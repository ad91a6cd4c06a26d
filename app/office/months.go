package office

import (
	"context"
	"fmt"

	"bienvenue/app/coop"
	"bienvenue/app/month"
)

// Month computes the figures of a month, of one officer or (officer "") of the whole coop.
func (o *Office) Month(ctx context.Context, _ coop.Actor, m coop.Month, officer coop.StaffID) (month.Report, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return month.Report{}, err
	}
	officers, err := o.Officers(ctx)
	if err != nil {
		return month.Report{}, err
	}
	q := o.monthQuery(m, officer, s.Rules.Window)
	rows, err := o.store.MonthRows(ctx, q)
	if err != nil {
		return month.Report{}, fmt.Errorf("count the month: %w", err)
	}
	return month.Compute(q, rows, officers, s.Target), nil
}

// Cases lists what is behind a figure of a month; its query's month, officer and narrowing fields
// are the caller's, the bounds are filled in here.
func (o *Office) Cases(ctx context.Context, _ coop.Actor, q coop.CaseQuery) ([]coop.Case, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return nil, err
	}
	q.MonthQuery = o.monthQuery(q.Month, q.Officer, s.Rules.Window)
	cases, err := o.store.Cases(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("list the cases: %w", err)
	}
	return cases, nil
}

func (o *Office) monthQuery(m coop.Month, officer coop.StaffID, rule coop.WindowRule) coop.MonthQuery {
	return coop.MonthQuery{
		Month: m, From: m.First().Start(o.zone), To: m.Next().First().Start(o.zone), Zone: o.zone,
		Window: rule, Today: o.Today(), Officer: officer,
	}
}
