package office

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// WaveDraft is a planned wave on its way: what is proposed, and the diary that it is judged by.
// Nothing of it is kept until ApplyWave. Its methods may be called by several goroutines; the Plan
// is read by whoever has waited for the last change.
type WaveDraft struct {
	Plan    coop.WavePlan
	turn    sync.Mutex
	diary   *diary.Diary // with the plan's visits in it
	zone    *time.Location
	owing   []coop.Owing
	rows    map[coop.HouseholdID]coop.Owing
	booked  map[officerDay]int // before the wave
	dropped map[coop.HouseholdID]bool
}

// officerDay is one day of one officer.
type officerDay struct {
	officer coop.StaffID
	day     coop.Day
}

// PlanWave proposes visits for all who moved in during the last months and have none yet. Nothing
// is kept. It says now and then how far it is, and stops when ctx is cancelled.
func (o *Office) PlanWave(ctx context.Context, by coop.Actor, asked coop.WaveAsked, progress func(done, total int)) (*WaveDraft, error) {
	if !MayPlanWave(by.Staff) {
		return nil, coop.Refuse("wave.refused.role", nil)
	}
	if err := asked.Check(); err != nil {
		return nil, err
	}
	today := o.Today()
	asked.Start = max(asked.Start, today)
	owing, err := o.store.Owing(ctx, coop.OwingFilter{Since: today.AddMonths(-asked.Months), On: today, Newest: asked.Order == coop.NewestFirst})
	if err != nil {
		return nil, fmt.Errorf("plan wave: %w", err)
	}
	d := &WaveDraft{
		zone: o.zone, owing: owing, rows: make(map[coop.HouseholdID]coop.Owing, len(owing)),
		booked: map[officerDay]int{}, dropped: map[coop.HouseholdID]bool{},
	}
	ids := make([]coop.HouseholdID, len(owing))
	for i, w := range owing {
		ids[i], d.rows[w.ID] = w.ID, w
	}
	from, to := diary.WaveSpan(asked, today)
	var facts coop.DiaryFacts
	if d.diary, facts, err = o.readDiary(ctx, from, to, asked.Officers, ids...); err != nil {
		return nil, err
	}
	if d.Plan, err = diary.PlanWave(ctx, d.diary, asked, owing, progress); err != nil {
		return nil, fmt.Errorf("plan wave: %w", err)
	}
	diary.PutWave(d.diary, d.Plan)
	d.count(facts.Visits)
	return d, nil
}

// count says what the officers had booked before the wave; calls are no visits.
func (d *WaveDraft) count(visits []coop.Visit) {
	for _, v := range visits {
		if v.State.TakesTime() && v.Kind != coop.PhoneVisit {
			d.booked[officerDay{v.Officer, coop.DayOf(v.Start.In(d.zone))}]++
		}
	}
}

// Owing is one of the households that the wave is for.
func (d *WaveDraft) Owing(id coop.HouseholdID) coop.Owing { return d.rows[id] }

// Booked is how many visits an officer had on a day before the wave.
func (d *WaveDraft) Booked(officer coop.StaffID, day coop.Day) int {
	return d.booked[officerDay{officer, day}]
}

// Closed says why the coop is closed on a day.
func (d *WaveDraft) Closed(day coop.Day) coop.Closure {
	why, _ := d.diary.Closed(day)
	return why
}

// WhyLeft says why a household of the plan has no time.
func (d *WaveDraft) WhyLeft(id coop.HouseholdID) coop.LeftReason {
	d.turn.Lock()
	defer d.turn.Unlock()
	owing, rules := d.rows[id], d.diary.Rules()
	elsewhere := rules.Kind(coop.CourtesyVisit, coop.ByPhone).Allowed || rules.Kind(coop.CourtesyVisit, coop.AtOffice).Allowed
	switch {
	case d.dropped[id]:
		return coop.LeftByHand
	case owing.Trips >= coop.MaxTrips && !elsewhere:
		return coop.LeftTrips
	case owing.Exit != "" && owing.Exit < d.Plan.Until:
		return coop.LeftExit
	}
	return coop.LeftNoTime
}

// completed gives a visit the length that the rules give it, at home where no place is named.
func (d *WaveDraft) completed(v coop.WaveVisit) coop.WaveVisit {
	if v.Place == "" {
		v.Place = coop.AtHome
	}
	minutes := d.diary.Rules().Minutes(v.Place)
	if at := d.at(v.Household); at >= 0 && d.Plan.Visits[at].Place == v.Place {
		minutes = int(d.Plan.Visits[at].End.Sub(d.Plan.Visits[at].Start).Minutes())
	}
	v.Start = v.Start.UTC()
	v.End = v.Start.Add(time.Duration(minutes) * time.Minute)
	return v
}

// at is the place of a household's visit in the plan, -1 without one.
func (d *WaveDraft) at(id coop.HouseholdID) int {
	return slices.IndexFunc(d.Plan.Visits, func(v coop.WaveVisit) bool { return v.Household == id })
}

// Judge says whether a household of the wave could have its visit at another time, with another
// officer or at another place; its End is found by the rules. That a visit is late is not warned
// of: that is what a wave is for.
func (d *WaveDraft) Judge(to coop.WaveVisit) coop.Verdict {
	d.turn.Lock()
	defer d.turn.Unlock()
	return d.judge(to)
}

func (d *WaveDraft) judge(to coop.WaveVisit) coop.Verdict {
	return without(d.diary.Stand(d.diary.WaveVisit(d.completed(to))), []string{"visit.warning.late"})
}

// Place gives a household of the wave another time, or one where it had none, if the visit can
// stand there: a soft rule that is not kept asks for a Reason.
func (d *WaveDraft) Place(to coop.WaveVisit) error {
	d.turn.Lock()
	defer d.turn.Unlock()
	if _, asked := d.rows[to.Household]; !asked {
		return coop.ErrNotFound
	}
	if err := d.judge(to).Err(to.Reason); err != nil {
		return err
	}
	to = d.completed(to)
	d.diary.Put(d.diary.WaveVisit(to))
	d.Plan.Visits = slices.Clone(d.Plan.Visits)
	if at := d.at(to.Household); at >= 0 {
		d.Plan.Visits[at] = to
	} else {
		d.Plan.Visits = append(d.Plan.Visits, to)
	}
	delete(d.dropped, to.Household)
	d.Plan = diary.Totals(d.diary, d.Plan, d.owing)
	return nil
}

// Drop leaves a household out of the plan.
func (d *WaveDraft) Drop(id coop.HouseholdID) {
	d.turn.Lock()
	defer d.turn.Unlock()
	at := d.at(id)
	if at < 0 {
		return
	}
	d.diary.Remove(d.diary.WaveVisit(d.Plan.Visits[at]).ID)
	d.Plan.Visits = slices.Delete(slices.Clone(d.Plan.Visits), at, at+1)
	d.dropped[id] = true
	d.Plan = diary.Totals(d.diary, d.Plan, d.owing)
}
