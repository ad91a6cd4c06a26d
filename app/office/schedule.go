package office

import (
	"context"
	"fmt"

	"bienvenue/app/coop"
)

// Visit finds a visit.
func (o *Office) Visit(ctx context.Context, _ coop.Actor, id coop.VisitID) (coop.Visit, error) {
	v, err := o.store.Visit(ctx, id)
	if err != nil {
		return coop.Visit{}, fmt.Errorf("find visit: %w", err)
	}
	return v, nil
}

// VisitRules are the coop's rules of visits.
func (o *Office) VisitRules(ctx context.Context) (coop.VisitRules, error) {
	s, err := o.Settings(ctx)
	return s.Rules, err
}

// Schedule is the diary of an officer, or (officer "") of everybody, on the days from one to
// another, both included: visits, working hours, and what keeps officers from visiting.
func (o *Office) Schedule(ctx context.Context, by coop.Actor, from, to coop.Day, officer coop.StaffID) (coop.Schedule, error) {
	rows, err := o.Visits(ctx, by, from, to, officer)
	if err != nil {
		return coop.Schedule{}, err
	}
	days := map[coop.Day][]coop.VisitRow{}
	for _, row := range rows {
		day := coop.DayOf(row.Start.In(o.zone))
		days[day] = append(days[day], row)
	}
	none := []coop.StaffID{} // the visits are read already, with whom they are to
	d, facts, err := o.readDiary(ctx, from, to, none)
	if err != nil {
		return coop.Schedule{}, err
	}
	rules := d.Rules()
	schedule := coop.Schedule{Opens: rules.Opens(), Closes: rules.Closes()}
	for day := from; day <= to; day = day.Add(1) {
		closed, label := d.Closed(day)
		one := coop.ScheduleDay{
			Day: day, Closed: closed, Label: label, Visits: days[day],
			Work: map[coop.StaffID][]coop.Span{}, Busy: map[coop.StaffID][]coop.Busy{},
		}
		for _, s := range facts.Staff {
			if s.Visits() && (officer == "" || officer == s.ID) {
				one.Work[s.ID], one.Busy[s.ID] = d.Work(s.ID, day), d.Busy(s.ID, day)
			}
		}
		schedule.Days = append(schedule.Days, one)
	}
	return schedule, nil
}

// ClosedDays says of the days from one to another, both included, on which the coop is closed, and why.
func (o *Office) ClosedDays(ctx context.Context, from, to coop.Day) (map[coop.Day]coop.Closure, error) {
	none := []coop.StaffID{}
	d, _, err := o.readDiary(ctx, from, to, none)
	if err != nil {
		return nil, err
	}
	closed := map[coop.Day]coop.Closure{}
	for day := from; day <= to; day = day.Add(1) {
		if why, _ := d.Closed(day); why != coop.OpenDay {
			closed[day] = why
		}
	}
	return closed, nil
}
