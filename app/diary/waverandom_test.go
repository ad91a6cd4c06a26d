package diary_test

import (
	"fmt"
	"math/rand/v2"
	"time"

	"bienvenue/app/coop"
)

// waveStarts are the days on which random coops begin, each in its zone: an ordinary week, the weeks
// in which clocks change, a spring full of holidays.
var waveStarts = []struct {
	today coop.Day
	zone  string
}{
	{"2026-11-23", "Europe/Paris"},
	{"2026-10-15", "Europe/Paris"},
	{"2027-03-18", "Europe/Paris"},
	{"2026-10-20", "America/Miquelon"},
	{"2027-04-20", "Indian/Reunion"},
}

// randomCoop is a coop of any shape: hours, limits, absences, closures, bookings and held times as
// they come.
func randomCoop(seed uint64) (waveCoop, error) {
	rng := rand.New(rand.NewPCG(seed, 99))
	where := waveStarts[int(seed)%len(waveStarts)]
	zone, err := time.LoadLocation(where.zone)
	if err != nil {
		return waveCoop{}, err
	}
	today := where.today
	c := waveCoop{rules: waveRules(), zone: zone, now: today.At(rng.IntN(24), rng.IntN(60), zone)}
	c.rules.Week = randomWeek(rng)
	c.rules.PerDay, c.rules.PerWeek = rng.IntN(7), rng.IntN(30)
	c.rules.Post, c.rules.Agreed = rng.IntN(15), rng.IntN(4)
	c.rules.Window = coop.WindowRule{From: rng.IntN(40), Aim: 45, To: 50 + rng.IntN(60)}
	for i := range c.rules.Kinds {
		k := &c.rules.Kinds[i]
		k.Allowed = rng.IntN(6) > 0
		k.Minutes, k.Before, k.After = 15+rng.IntN(60), 5*rng.IntN(7), rng.IntN(40)
	}
	c.asked = coop.WaveAsked{
		Months: 1 + rng.IntN(8), Order: coop.WaveOrders()[rng.IntN(2)], Share: 10 * rng.IntN(8), Start: today.Add(rng.IntN(30) - 5),
		PerDay: rng.IntN(4) * rng.IntN(2),
	}
	for k := range 1 + rng.IntN(4) {
		c.hire(rng, coop.StaffID(fmt.Sprint("officer", k)), today)
	}
	if rng.IntN(2) == 0 {
		closed := today.Add(20 + rng.IntN(40))
		c.facts.Exceptions = append(c.facts.Exceptions,
			coop.Exception{ID: "closed", Kind: coop.CoopClosed, From: closed, To: closed.Add(rng.IntN(8))},
			coop.Exception{ID: "noon", Kind: coop.CoopClosed, From: closed.Add(20), To: closed.Add(30), Span: coop.Span{From: 600, To: 900}})
	}
	for i := range 10 + rng.IntN(110) {
		c.owe(rng, i, today)
	}
	return c, nil
}

func randomWeek(rng *rand.Rand) (week coop.Week) {
	for day := range 5 + rng.IntN(2) {
		switch rng.IntN(6) {
		case 0:
			week[day] = []coop.Span{{From: 8*60 + 10, To: 17 * 60}}
		case 1:
			week[day] = []coop.Span{{From: 13 * 60, To: 19 * 60}}
		case 2:
			week[day] = nil
		default:
			week[day] = []coop.Span{{From: 9 * 60, To: 12 * 60}, {From: 14 * 60, To: 18 * 60}}
		}
	}
	return week
}

// hire adds an officer with their own hours, absences, bookings and held times.
func (c *waveCoop) hire(rng *rand.Rand, id coop.StaffID, today coop.Day) {
	c.facts.Staff = append(c.facts.Staff, coop.Staff{ID: id, Role: coop.Officer, Active: rng.IntN(10) > 0, Speaks: []string{"ar"}[:rng.IntN(2)]})
	if rng.IntN(4) > 0 {
		c.asked.Officers = append(c.asked.Officers, id)
	}
	if len(c.asked.Officers) == 0 {
		c.asked.Officers = append(c.asked.Officers, id)
	}
	if rng.IntN(2) == 0 {
		c.facts.Hours = append(c.facts.Hours, coop.Hours{Staff: id, Week: randomWeek(rng)})
	}
	for n := range rng.IntN(4) {
		e := coop.Exception{ID: coop.ExceptionID(fmt.Sprint(id, n)), Staff: id, Kind: coop.StaffAway, From: today.Add(rng.IntN(90))}
		e.To = e.From.Add(rng.IntN(20))
		switch rng.IntN(3) {
		case 0:
			e.Kind, e.Span = coop.Meeting, coop.Span{From: 60 * (9 + rng.IntN(6))}
			e.Span.To = e.Span.From + 30 + rng.IntN(90)
		case 1:
			e.Kind, e.Span = coop.ExtraHours, coop.Span{From: 10 * 60, To: 15 * 60}
		}
		c.facts.Exceptions = append(c.facts.Exceptions, e)
	}
	at := today.At(8, 0, c.zone)
	for n := range rng.IntN(40) {
		at = at.Add(time.Duration(60+rng.IntN(2000)) * time.Minute)
		v := coop.Visit{
			ID: coop.VisitID(fmt.Sprint(id, "booked", n)), Household: coop.HouseholdID(fmt.Sprint(id, "current", n)), Officer: id,
			Kind:  []coop.VisitKind{coop.CourtesyVisit, coop.PhoneVisit, coop.DeskVisit}[rng.IntN(3)],
			Place: coop.AtHome, State: coop.VisitPlanned, Start: at, End: at.Add(time.Duration(10+rng.IntN(60)) * time.Minute),
			Before: rng.IntN(30), After: rng.IntN(30),
		}
		at = v.End.Add(time.Hour)
		c.facts.Visits = append(c.facts.Visits, v)
	}
	held := today.Add(14+rng.IntN(30)).At(10, 0, c.zone)
	c.facts.Holds = append(c.facts.Holds, coop.Hold{
		ID: coop.HoldID(id), Household: "somebody", Officer: id, Start: held, End: held.Add(time.Hour), Until: c.now.Add(coop.HoldFor),
	})
}

// owe adds a household of the coop.
func (c *waveCoop) owe(rng *rand.Rand, i int, today coop.Day) {
	residence := rng.IntN(6)
	o := coop.Owing{Home: coop.ResidenceID(fmt.Sprint("residence", residence))}
	o.ID = coop.HouseholdID(fmt.Sprintf("household%03d", i))
	o.Town, o.Entry = fmt.Sprint("town", residence%3), today.Add(10-rng.IntN(270))
	if rng.IntN(3) == 0 {
		o.Prefers = append(o.Prefers, coop.Preferences()[rng.IntN(len(coop.Preferences()))])
	}
	o.Language = []string{"fr", "", "ar", "tr"}[rng.IntN(4)]
	if rng.IntN(6) == 0 {
		o.Exit = today.Add(rng.IntN(120))
	}
	o.Trips = rng.IntN(8) / 3
	c.owing = append(c.owing, o)
	if rng.IntN(20) == 0 {
		c.owing = append(c.owing, o) // twice on the list
	}
	c.facts.Households = append(c.facts.Households, coop.HouseholdFacts{
		ID: o.ID, Entry: o.Entry, Exit: o.Exit, Residence: o.Home, Town: o.Town, Language: o.Language, Prefers: o.Prefers,
	})
	for trip := range o.Trips * rng.IntN(2) { // the diary need not know them
		at := today.Add(-20+10*trip).At(10, 0, c.zone)
		c.facts.Visits = append(c.facts.Visits, coop.Visit{
			ID: coop.VisitID(fmt.Sprint(o.ID, trip)), Household: o.ID, Officer: "gone", Kind: coop.CourtesyVisit, Place: coop.AtHome,
			State: coop.VisitHeld, Result: coop.Absent, Start: at, End: at.Add(time.Hour),
		})
	}
}
