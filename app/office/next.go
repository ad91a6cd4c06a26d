package office

import (
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/settings"
)

// nextFor says what there is to do next for a household: the first of resuming a talk, starting
// today's visit, booking a due one, waiting for a booked one, handing over the sheet (again,
// after a correction), a follow-up.
func nextFor(f coop.File, today coop.Day, zone *time.Location) coop.Next {
	for _, t := range f.Talks {
		if t.State == coop.TalkOpen {
			return coop.Next{Step: coop.NextResume, Talk: t.ID, Visit: t.Visit}
		}
	}
	met, planned := standing(f)
	switch {
	case planned != nil && coop.DayOf(planned.Start.In(zone)) <= today:
		return coop.Next{Step: coop.NextStart, Visit: planned.ID, Day: coop.DayOf(planned.Start.In(zone))}
	case planned != nil:
		return coop.Next{Step: coop.NextWait, Visit: planned.ID, Day: coop.DayOf(planned.Start.In(zone))}
	case f.Attempt != "":
		return coop.Next{Step: f.Attempt, Day: f.Window.Aim, Late: f.Window.To < today}
	case met && !slices.ContainsFunc(f.Papers, func(p coop.Paper) bool { return p.Kind.Sheet() }), f.Reprint:
		return coop.Next{Step: coop.NextSheet}
	}
	for _, u := range f.FollowUps {
		if !u.Ended() {
			return coop.Next{Step: coop.NextFollowUp, FollowUp: u.ID, Day: u.Due, Late: u.Late(today)}
		}
	}
	if f.Household.Entry == "" || f.Household.Entry > today {
		return coop.Next{Step: coop.NextEntry, Day: f.Household.Entry}
	}
	return coop.Next{Step: coop.NextNothing}
}

// standing says whether a courtesy visit is no longer owed, and which one is planned.
func standing(f coop.File) (met bool, planned *coop.Visit) {
	for i := range f.Visits {
		v := &f.Visits[i].Visit
		switch {
		case v.Kind == coop.DeskVisit:
		case v.State == coop.VisitPlanned && planned == nil:
			planned = v
		case (v.State == coop.VisitHeld || v.State == coop.VisitClosed) && v.Result.Closes():
			met = true
		}
	}
	return met, planned
}

// attemptFor says how a visit that is owed is to be tried now: for the first time, again, or otherwise
// once nobody was there on as many trips as are made (domain: section 5.3); "" when one is planned, or
// none is owed. What else there is to do first, such as a talk that was interrupted, does not matter.
func attemptFor(f coop.File, today coop.Day, s settings.Settings) coop.NextStep {
	if met, planned := standing(f); planned != nil || !owes(f.Household, met, today, s) {
		return ""
	}
	trips, tried := 0, false
	for _, v := range f.Visits {
		if v.Kind == coop.DeskVisit || v.State != coop.VisitHeld {
			continue
		}
		tried = true
		if v.Trip() && v.Result == coop.Absent {
			trips++
		}
	}
	switch {
	case trips >= coop.MaxTrips:
		return coop.NextOffer
	case tried:
		return coop.NextAgain
	}
	return coop.NextBook
}

// owes says whether a household owes a courtesy visit today or soon.
func owes(h coop.Household, met bool, today coop.Day, s settings.Settings) bool {
	return !met && h.Lives(today) && h.Entry >= today.AddMonths(-s.Rules.Backlog)
}
