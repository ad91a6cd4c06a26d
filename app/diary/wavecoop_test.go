package diary_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// waveCoop is a coop that plans a wave.
type waveCoop struct {
	rules coop.VisitRules
	facts coop.DiaryFacts
	zone  *time.Location
	now   time.Time
	asked coop.WaveAsked
	owing []coop.Owing
}

func (c waveCoop) diary() *diary.Diary { return diary.New(c.rules, c.facts, c.zone, c.now) }

func (c waveCoop) plan(tb testing.TB) coop.WavePlan {
	tb.Helper()
	plan, err := diary.PlanWave(context.Background(), c.diary(), c.asked, c.owing, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return plan
}

func waveRules() coop.VisitRules {
	var week coop.Week
	for day := range 5 {
		week[day] = []coop.Span{{From: 9 * 60, To: 12 * 60}, {From: 14 * 60, To: 18 * 60}}
	}
	return coop.VisitRules{
		Window: coop.WindowRule{From: 30, Aim: 60, To: 90}, Backlog: 6, Week: week,
		PerDay: 5, PerWeek: 22, Post: 10, Notice: 7, Agreed: 2, Remind: 2,
		Kinds: []coop.KindRule{
			{Kind: coop.CourtesyVisit, Place: coop.AtHome, Allowed: true, Minutes: 45, Before: 20, After: 20},
			{Kind: coop.CourtesyVisit, Place: coop.AtOffice, Allowed: true, Minutes: 45},
			{Kind: coop.CourtesyVisit, Place: coop.ByPhone, Allowed: true, Minutes: 25},
		},
	}
}

// realistic is a coop that begins with Bienvenue: so many entries of the last half-year in 40
// residences of 8 towns, three officers with holidays, a weekly meeting and some visits booked.
func realistic(tb testing.TB, households int, seed uint64) waveCoop {
	tb.Helper()
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		tb.Fatal(err)
	}
	const today coop.Day = "2026-09-14"
	c := waveCoop{rules: waveRules(), zone: zone, now: today.At(9, 0, zone)}
	rng := rand.New(rand.NewPCG(seed, 1))
	c.asked = coop.WaveAsked{Months: 6, Order: coop.OldestFirst, Share: 30, Start: today.Add(7)}
	for k, speaks := range [][]string{{"ar"}, {"en", "tr"}, nil} {
		id := coop.StaffID(fmt.Sprint("officer", k))
		c.facts.Staff = append(c.facts.Staff, coop.Staff{ID: id, Name: string(id), Role: coop.Officer, Active: true, Speaks: speaks})
		c.asked.Officers = append(c.asked.Officers, id)
		holiday := today.Add(20 + rng.IntN(60)).Monday()
		c.facts.Exceptions = append(c.facts.Exceptions,
			coop.Exception{ID: coop.ExceptionID(fmt.Sprint("holiday", k)), Staff: id, Kind: coop.StaffAway, From: holiday, To: holiday.Add(11)},
			coop.Exception{
				ID: coop.ExceptionID(fmt.Sprint("meeting", k)), Staff: id, Kind: coop.Meeting, From: today.Monday(), To: today.AddMonths(12),
				Span: coop.Span{From: 9 * 60, To: 10 * 60}, Weekly: true,
			})
		for week := range 5 {
			for visit := range 3 {
				day := today.Monday().Add(7*week + 1 + visit)
				start := day.At(10+4*rng.IntN(2), 15*rng.IntN(4), zone)
				c.facts.Visits = append(c.facts.Visits, coop.Visit{
					ID: coop.VisitID(fmt.Sprint("booked", k, week, visit)), Household: coop.HouseholdID(fmt.Sprint("current", k, week, visit)),
					Officer: id, Kind: coop.CourtesyVisit, Place: coop.AtHome, State: coop.VisitPlanned,
					Start: start, End: start.Add(45 * time.Minute), Before: 20, After: 20,
				})
			}
		}
	}
	for i := range households {
		residence := int(40 * rng.Float64() * rng.Float64()) // some are large
		o := coop.Owing{Home: coop.ResidenceID(fmt.Sprint("residence", residence)), Language: "fr"}
		o.ID = coop.HouseholdID(fmt.Sprintf("household%04d", i))
		o.Residence, o.Town = fmt.Sprint("Résidence ", residence), fmt.Sprint("town", residence%8)
		o.Entry = today.Add(-rng.IntN(183))
		switch rng.IntN(25) {
		case 0, 1:
			o.Prefers = []coop.Preference{coop.PreferMornings}
		case 2:
			o.Prefers = []coop.Preference{coop.PreferAfternoons}
		case 3:
			o.Prefers = []coop.Preference{coop.PreferPhone}
		case 4:
			o.Language = "ar"
		case 5:
			o.Exit = today.Add(rng.IntN(90))
		case 6:
			o.Trips = coop.MaxTrips
		}
		c.owing = append(c.owing, o)
		c.facts.Households = append(c.facts.Households, coop.HouseholdFacts{
			ID: o.ID, Entry: o.Entry, Exit: o.Exit, Residence: o.Home, Town: o.Town, Language: o.Language, Prefers: o.Prefers,
		})
	}
	return c
}
