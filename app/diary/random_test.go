package diary_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// world makes diaries that no coop would have: full, at all hours, with every kind of exception.
type world struct {
	*rand.Rand
	zone *time.Location
	mid  coop.Day // everything happens in the weeks around this day
	seen int
}

// mids are the days that the random diaries lie around: an ordinary one, both clock changes, and a
// spring full of holidays and bridges.
var mids = []coop.Day{"2026-11-23", "2026-03-29", "2026-10-25", "2029-05-08", "2026-12-31"}

func newWorld(zone *time.Location, mid coop.Day, seed uint64) *world {
	return &world{Rand: rand.New(rand.NewPCG(seed, 7)), zone: zone, mid: mid}
}

func oneOf[T any](w *world, all ...T) T { return all[w.IntN(len(all))] }

func (w *world) day() coop.Day { return w.mid.Add(w.IntN(25) - 12) }

// at is an instant of those weeks on a grid of five minutes, rather often in the night of mid.
func (w *world) at() time.Time {
	if w.IntN(3) == 0 {
		return w.mid.Start(w.zone).Add(time.Duration(w.IntN(100)-30) * 5 * time.Minute)
	}
	return w.day().Start(w.zone).Add(time.Duration(w.IntN(24*12)) * 5 * time.Minute)
}

func (w *world) span() coop.Span {
	from := w.IntN(22 * 12)
	return coop.Span{From: from * 5, To: min(from+6+w.IntN(60), 24*12) * 5}
}

func (w *world) week() coop.Week {
	var week coop.Week
	for day := range week {
		if day > 4 && w.IntN(2) == 0 {
			continue
		}
		switch w.IntN(6) {
		case 0:
			week[day] = nil
		case 1:
			week[day] = []coop.Span{{From: 0, To: 24 * 60}}
		case 2:
			week[day] = []coop.Span{{From: 8 * 60, To: 12 * 60}, {From: 12 * 60, To: 17*60 + 30}}
		default:
			week[day] = []coop.Span{{From: 8*60 + 20, To: 12 * 60}, {From: 13*60 + 30, To: 18 * 60}}
		}
	}
	return week
}

func (w *world) rules() coop.VisitRules {
	r := rules()
	r.Week = w.week()
	r.PerDay, r.PerWeek = w.IntN(4), w.IntN(9)
	r.Post, r.Notice, r.Agreed = w.IntN(12), w.IntN(8), w.IntN(4)
	r.Window = coop.WindowRule{From: 3, Aim: 9, To: 15}
	r.Place, r.Whit = oneOf(w, coop.HolidayPlaces()...), w.IntN(2) == 0
	for i := range r.Kinds {
		r.Kinds[i].Allowed = w.IntN(5) > 0
		r.Kinds[i].Before, r.Kinds[i].After = w.IntN(5)*5, w.IntN(25)*5
	}
	return r
}

func (w *world) exception(i int) coop.Exception {
	kind := oneOf(w, coop.ExceptionKinds()...)
	e := coop.Exception{
		ID: coop.ExceptionID(fmt.Sprint("e", i)), Kind: kind, From: w.day(), Span: w.span(),
		Weekly: w.IntN(4) == 0, Label: oneOf(w, "", "équipe", "CA"),
	}
	e.To = e.From.Add(w.IntN(3) * w.IntN(4))
	if !kind.OfCoop() {
		e.Staff = w.officer()
	}
	if kind != coop.Meeting && kind != coop.ExtraHours && w.IntN(2) == 0 {
		e.Span = coop.Span{}
	}
	return e
}

func (w *world) officer() coop.StaffID {
	return oneOf[coop.StaffID](w, "sonia", "sonia", "karim", "karim", "anne", "marc", "nobody")
}

func (w *world) household() coop.HouseholdID {
	return oneOf[coop.HouseholdID](w, "h0", "h1", "h2", "h3", "h4", "h5")
}

func (w *world) visit() coop.Visit {
	w.seen++
	v := coop.Visit{
		ID: coop.VisitID(fmt.Sprint("v", w.seen)), Household: w.household(), Officer: w.officer(),
		Kind:  oneOf(w, coop.CourtesyVisit, coop.CourtesyVisit, coop.DeskVisit, coop.PhoneVisit),
		Place: oneOf(w, coop.AtHome, coop.AtHome, coop.AtOffice, coop.ByPhone, ""),
		State: oneOf(w, coop.VisitPlanned, coop.VisitPlanned, coop.VisitHeld, coop.VisitCancelled, coop.VisitClosed),
		Start: w.at(), Before: w.IntN(5) * 10, After: w.IntN(5) * 10,
		Told: oneOf(w, coop.ByPost, coop.ByCall, coop.NoChannel), Agreed: w.IntN(3) == 0,
	}
	v.End = v.Start.Add(time.Duration(1+w.IntN(30)) * 5 * time.Minute)
	if w.IntN(20) == 0 {
		v.End = v.Start.Add(time.Duration(w.IntN(400)) * time.Minute)
	}
	if v.State == coop.VisitHeld {
		v.Result = oneOf(w, coop.Done, coop.Absent, coop.Absent, coop.Absent, coop.MovedByThem)
	}
	return v
}

func (w *world) slow() slow {
	s := slow{rules: w.rules(), facts: facts(), zone: w.zone, now: w.at()}
	s.days = diary.NewCalendar(s.rules.Place, s.rules.Whit)
	for _, officer := range []coop.StaffID{"sonia", "anne"} {
		if w.IntN(2) == 0 {
			s.facts.Hours = append(s.facts.Hours, coop.Hours{Staff: officer, Week: w.week()})
		}
	}
	for i := range w.IntN(12) {
		s.facts.Exceptions = append(s.facts.Exceptions, w.exception(i))
	}
	for range w.IntN(60) {
		s.facts.Visits = append(s.facts.Visits, w.visit())
	}
	for i := range w.IntN(8) {
		v := w.visit()
		s.facts.Holds = append(s.facts.Holds, coop.Hold{
			ID: coop.HoldID(fmt.Sprint("hold", i)), Household: v.Household, Officer: v.Officer, Start: v.Start, End: v.End,
			Before: v.Before, After: v.After, By: oneOf[coop.StaffID](w, "anne", "karim", "nobody"),
			Until: s.now.Add(time.Duration(w.IntN(10)-3) * time.Minute),
		})
	}
	for _, id := range []coop.HouseholdID{"h0", "h1", "h2", "h3", "h4"} { // of h5 nothing is known
		h := coop.HouseholdFacts{
			ID: id, Entry: oneOf(w, "", s.day(s.now).Add(-w.IntN(25))), Residence: oneOf[coop.ResidenceID](w, "tilleuls", "acacias", ""),
			Town: oneOf(w, "Lyon", "Bron", ""), Language: oneOf(w, "fr", "ar", "tr", ""),
		}
		for range w.IntN(3) {
			h.Prefers = append(h.Prefers, oneOf(w, coop.Preferences()...))
		}
		if w.IntN(3) == 0 {
			h.Exit = w.day()
		}
		s.facts.Households = append(s.facts.Households, h)
	}
	return s
}

func (s slow) diary() *diary.Diary { return diary.New(s.rules, s.facts, s.zone, s.now) }

// worlds runs a test over random diaries around each of the mids.
func worlds(t *testing.T, n uint64, f func(*testing.T, *world)) {
	t.Helper()
	zone := paris(t)
	for _, mid := range mids {
		t.Run(string(mid), func(t *testing.T) {
			for seed := range n {
				f(t, newWorld(zone, mid, seed))
				if t.Failed() {
					t.Fatalf("with seed %d", seed)
				}
			}
		})
	}
}
