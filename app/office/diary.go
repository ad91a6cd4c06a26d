package office

import (
	"context"
	"fmt"
	"slices"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
	"bienvenue/app/settings"
)

// diaryOf is the coop's diary as some facts have it.
func (o *Office) diaryOf(facts coop.DiaryFacts) *diary.Diary {
	return diary.New(settings.Read(facts.Settings).Rules, facts, o.zone, o.now())
}

// readDiary is the diary of some days (whole weeks, since a week has its limit too), of some
// officers or (nil) of all, with all that some households ever had.
func (o *Office) readDiary(ctx context.Context, from, to coop.Day, officers []coop.StaffID, households ...coop.HouseholdID) (*diary.Diary, coop.DiaryFacts, error) {
	facts, err := o.store.DiaryFacts(ctx, o.factsQuery(from, to, officers, households...))
	if err != nil {
		return nil, facts, fmt.Errorf("read the diary: %w", err)
	}
	return o.diaryOf(facts), facts, nil
}

func (o *Office) factsQuery(from, to coop.Day, officers []coop.StaffID, households ...coop.HouseholdID) coop.FactsQuery {
	const week = 7
	q := coop.FactsQuery{From: from.Monday().Add(-1), To: to.Monday().Add(week), Officers: officers, Households: households, Now: o.now()}
	q.First, q.Last = q.From.Start(o.zone), q.To.Add(1).Start(o.zone)
	return q
}

// factsFor bounds what decides about one visit.
func (o *Office) factsFor(v coop.Visit) coop.FactsQuery {
	from, to := coop.DayOf(v.Start.In(o.zone)), coop.DayOf(v.End.In(o.zone))
	return o.factsQuery(from, to, []coop.StaffID{v.Officer}, v.Household)
}

// guard lets the archive ask the diary again, in the transaction that writes: what stood a moment
// ago may have been taken since. Rules in settled were agreed to before and are not asked again.
func (o *Office) guard(c *coop.Change, settled ...string) {
	c.Query = o.factsFor
	c.Judge = func(v coop.Visit, facts coop.DiaryFacts) error {
		return without(o.diaryOf(facts).Stand(v), settled).Err(v.Reason)
	}
}

// without is a verdict without some rules.
func without(v coop.Verdict, keys []string) coop.Verdict {
	gone := func(w coop.Warning) bool { return slices.Contains(keys, w.Key) }
	v.Refused = slices.DeleteFunc(slices.Clone(v.Refused), gone)
	v.Warned = slices.DeleteFunc(slices.Clone(v.Warned), gone)
	return v
}

// The rules that were settled when a visit was first booked: taking back what was done to it since
// does not ask for them again.
var settledRules = []string{
	"visit.refused.agreement", "visit.refused.trips", "visit.warning.notice", "visit.warning.past", "visit.warning.early",
	"visit.warning.late", "visit.warning.entry", "visit.warning.exit", "visit.warning.day", "visit.warning.week",
	"visit.warning.hours", "visit.warning.off", "visit.warning.holiday", "visit.warning.saturday", "visit.warning.sunday",
	"visit.warning.closed", "visit.warning.bridge",
}

// JudgeVisit says whether a booking can stand, by the one function that the archive's transaction
// asks too; id is the visit that is moved, "" for a new one.
func (o *Office) JudgeVisit(ctx context.Context, _ coop.Actor, id coop.VisitID, b Booking) (coop.Verdict, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return coop.Verdict{}, err
	}
	v := placed(coop.Visit{ID: id, Household: b.Household, State: coop.VisitPlanned}, b, s)
	facts, err := o.store.DiaryFacts(ctx, o.factsFor(v))
	if err != nil {
		return coop.Verdict{}, fmt.Errorf("judge visit: %w", err)
	}
	return o.diaryOf(facts).Stand(v), nil
}

// ProposeStarts lists free times of the officer around the one that is asked for; id is the visit
// being moved, "" for a new one.
func (o *Office) ProposeStarts(ctx context.Context, _ coop.Actor, id coop.VisitID, b coop.Booking, n int) ([]coop.Proposal, error) {
	s, err := o.Settings(ctx)
	if err != nil {
		return nil, err
	}
	v := placed(coop.Visit{ID: id, Household: b.Household, State: coop.VisitPlanned}, b, s)
	asked := coop.DayOf(v.Start.In(o.zone))
	from, to := asked.Add(-aroundDays), asked.Add(aroundDays)
	d, facts, err := o.readDiary(ctx, from, to, []coop.StaffID{v.Officer}, v.Household)
	if err != nil {
		return nil, err
	}
	for _, h := range facts.Households {
		if w := s.Rules.Window.Of(h.Entry); h.ID == v.Household && w.Holds(asked) {
			from, to = max(from, w.From), min(to, w.To)
		}
	}
	var found []coop.Proposal
	for _, start := range d.FreeStarts(diary.FreeQuery{Visit: v, From: from, To: to, N: n}) {
		free := v
		free.Start, free.End = start, start.Add(v.End.Sub(v.Start))
		found = append(found, coop.Proposal{Visit: free})
	}
	return found, nil
}

// aroundDays is how far from the day that was asked for free times are looked for.
const aroundDays = 10
