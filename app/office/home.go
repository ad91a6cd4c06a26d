package office

import (
	"context"
	"fmt"

	"bienvenue/app/coop"
)

// Home is what somebody sees when they open the program.
type Home struct {
	Today   coop.Day
	Visits  []coop.VisitRow // today's: one's own for an officer, everybody's for the desk
	Resume  []coop.TalkRow  // talks interrupted, one's own first
	Late    int             // follow-ups late
	ToBook  int             // households whose window is open and who have no visit
	Overdue int             // of these, those whose window has ended
	Waiting []coop.Owing    // of these, the few whose window ends first
	Window  coop.WindowRule // when visits are owed
	Remind  int             // visits of the next working days to remind of: one's own for an officer, everybody's else
	Done    int             // visits done this month: one's own for an officer, everybody's else
	Target  int             // the month's target for the same
	People  int             // households known, to tell an empty archive
	Askings int             // questionnaires that may still come back
	Wave    int             // households that a first wave would be for, 0 where it is no time for one
}

// mostWaiting is how many of those who wait for a visit the home page names.
const mostWaiting = 3

// Home gathers the home page of whoever works today.
func (o *Office) Home(ctx context.Context, by coop.Actor) (Home, error) {
	h, err := o.home(ctx, by)
	if err != nil {
		return Home{}, fmt.Errorf("gather the home page: %w", err)
	}
	return h, nil
}

func (o *Office) home(ctx context.Context, by coop.Actor) (h Home, err error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return h, err
	}
	h.Today = o.Today()
	officer := coop.StaffID("")
	if by.Staff.Role == coop.Officer {
		officer = by.Staff.ID
	}
	if h.Visits, err = o.Visits(ctx, by, h.Today, h.Today, officer); err != nil {
		return h, err
	}
	if h.Resume, err = o.store.OpenTalks(ctx, officer); err != nil {
		return h, err
	}
	if h.Late, err = o.store.CountFollowUps(ctx, coop.FollowUpFilter{OpenOnly: true, LateOn: h.Today}); err != nil {
		return h, err
	}
	if h.ToBook, err = o.store.CountRows(ctx, o.due(coop.RowFilter{Due: true}, s, false)); err != nil {
		return h, err
	}
	if h.Overdue, err = o.store.CountRows(ctx, o.due(coop.RowFilter{Due: true}, s, true)); err != nil {
		return h, err
	}
	due := o.due(coop.RowFilter{}, s, false)
	if h.Waiting, err = o.store.Owing(ctx, coop.OwingFilter{Since: due.Since, Before: due.Before, On: due.On, Limit: mostWaiting}); err != nil {
		return h, err
	}
	h.Window = s.Rules.Window
	if h.Remind, err = o.toRemind(ctx, officer); err != nil {
		return h, err
	}
	if h.People, err = o.store.CountRows(ctx, coop.RowFilter{}); err != nil {
		return h, err
	}
	month := h.Today.Month()
	if h.Done, err = o.store.VisitsDone(ctx, officer, month.First().Start(o.zone), month.Next().First().Start(o.zone)); err != nil {
		return h, err
	}
	if h.Target, err = o.target(ctx, officer, s.Target); err != nil {
		return h, err
	}
	if h.Askings, err = o.askingsWaited(ctx); err != nil {
		return h, err
	}
	h.Wave, err = o.firstWave(ctx, by, s.Rules.Backlog)
	return h, err
}

// firstWave is how many households wait in a coop that has not booked any visit yet, for those who
// may plan a wave; 0 where they are few.
func (o *Office) firstWave(ctx context.Context, by coop.Actor, backlog int) (int, error) {
	if !MayPlanWave(by.Staff) {
		return 0, nil
	}
	if booked, err := o.store.AnyPlanned(ctx, o.now()); err != nil || booked {
		return 0, err
	}
	n, err := o.waveSize(ctx, min(max(backlog, 1), coop.MostWaveMonths))
	if n < coop.WaveWorthHaving {
		return 0, err
	}
	return n, err
}

// target is the month's target of an officer, or of all officers together.
func (o *Office) target(ctx context.Context, officer coop.StaffID, usual int) (int, error) {
	officers, err := o.Officers(ctx)
	if err != nil {
		return 0, err
	}
	sum := 0
	for _, s := range officers {
		if officer != "" && s.ID != officer {
			continue
		}
		if s.Target == 0 {
			s.Target = usual
		}
		sum += s.Target
	}
	return sum, nil
}
