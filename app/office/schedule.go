package office

import (
	"context"
	"fmt"
	"sync"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
	"bienvenue/app/settings"
)

// aroundDays is how far from the day that was asked for free times are looked for.
const aroundDays = 10

// calendar is the coop's year; it never changes.
var calendar = sync.OnceValue(diary.NewCalendar)

// Closed says whether the coop is closed on a day, and why.
func (o *Office) Closed(d coop.Day) coop.Closure { return calendar().Closed(d) }

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
	if err != nil {
		return coop.VisitRules{}, err
	}
	return rulesOf(s), nil
}

func rulesOf(s settings.Settings) coop.VisitRules {
	return coop.VisitRules{
		Window: s.Window, Backlog: s.Backlog, Visit: s.Minutes.Visit, Phone: s.Minutes.Phone,
		Buffer: s.Buffer, Opens: s.Hours.From, Closes: s.Hours.To, Notice: s.Notice,
	}
}

// Schedule is the diary of an officer, or (officer "") of everybody, on the days from one to
// another, both included.
func (o *Office) Schedule(ctx context.Context, by coop.Actor, from, to coop.Day, officer coop.StaffID) (coop.Schedule, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return coop.Schedule{}, err
	}
	rows, err := o.Visits(ctx, by, from, to, officer)
	if err != nil {
		return coop.Schedule{}, err
	}
	days := map[coop.Day][]coop.VisitRow{}
	for _, row := range rows {
		day := coop.DayOf(row.Start.In(o.zone))
		days[day] = append(days[day], row)
	}
	schedule := coop.Schedule{Opens: s.Hours.From, Closes: s.Hours.To}
	for day := from; day <= to; day = day.Add(1) {
		schedule.Days = append(schedule.Days, coop.ScheduleDay{Day: day, Closed: calendar().Closed(day), Visits: days[day]})
	}
	return schedule, nil
}

// ProposeStarts proposes free times of the officer around the one that is asked for, as far as
// they can be inside the window after the entry; id is the visit being moved, "" for a new one.
func (o *Office) ProposeStarts(ctx context.Context, _ coop.Actor, id coop.VisitID, b coop.Booking, n int) ([]time.Time, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return nil, err
	}
	h, err := o.store.Household(ctx, b.Household)
	if err != nil {
		return nil, fmt.Errorf("propose times: %w", err)
	}
	rules := rulesOf(s)
	if b.Minutes <= 0 {
		b.Minutes = rules.Minutes(b.Place)
	}
	asked := coop.DayOf(b.Start.In(o.zone))
	q := diary.FreeQuery{
		Visit: coop.Visit{
			ID: id, Household: b.Household, Officer: b.Officer, State: coop.VisitPlanned, Start: b.Start,
			End: b.Start.Add(time.Duration(b.Minutes) * time.Minute), Buffer: rules.BufferAt(b.Place),
		},
		From: asked.Add(-aroundDays), To: asked.Add(aroundDays), After: o.now(),
		Opens: rules.Opens, Closes: rules.Closes, Zone: o.zone, N: n,
	}
	if w := rules.Window.Of(h.Entry); w.Holds(asked) {
		q.From, q.To = max(q.From, w.From), min(q.To, w.To)
	}
	if q.Taken, err = o.taken(ctx, q.From, q.To, b); err != nil {
		return nil, fmt.Errorf("propose times: %w", err)
	}
	return calendar().FreeStarts(q), nil
}

// taken are the visits that a new one may clash with: the officer's and the household's.
func (o *Office) taken(ctx context.Context, from, to coop.Day, b coop.Booking) ([]coop.Visit, error) {
	var taken []coop.Visit
	for _, f := range []coop.VisitFilter{{Officer: b.Officer}, {Household: b.Household}} {
		f.From, f.To = from.Add(-1).Start(o.zone), to.Add(2).Start(o.zone)
		rows, err := o.store.Visits(ctx, f)
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			taken = append(taken, row.Visit)
		}
	}
	return taken, nil
}
