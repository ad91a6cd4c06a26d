package diary

import (
	"slices"
	"sync"
	"time"

	"bienvenue/app/coop"
)

// Diary is the visits, hours and rules of some days, held in memory, at one moment: it decides
// what can stand then. Several goroutines may ask it; while one changes it, nobody else may.
type Diary struct {
	rules    coop.VisitRules
	calendar *Calendar
	zone     *time.Location // the coop's; the computer's is never asked
	now      time.Time
	today    int

	staff      map[coop.StaffID]coop.Staff
	crew       []coop.StaffID // those who visit, in the order of the facts
	weeks      map[coop.StaffID]coop.Week
	exceptions map[coop.StaffID][]coop.Exception // those of the coop under ""
	households map[coop.HouseholdID]coop.HouseholdFacts
	holds      map[coop.StaffID][]coop.Hold // that have not ended

	visits     map[coop.VisitID]*entry
	byDay      map[officerDay][]*entry // that touch the day, travel included
	byHome     map[coop.HouseholdID][]*entry
	lastPut    int
	hoursMutex sync.RWMutex
	hours      map[officerDay]*hours
}

// officerDay is one day of one officer.
type officerDay struct {
	officer coop.StaffID
	day     int
}

// entry is a visit in the diary.
type entry struct {
	coop.Visit
	order int // the first to come is named first
	day   int // on which it starts
	from  int // the first day it touches, travel included
	to    int // the last one
}

// New makes the diary of some facts at the instant now. What the facts do not hold is not known to
// it: an officer who is not among the staff cannot make a visit, a household without facts has no
// window.
func New(rules coop.VisitRules, facts coop.DiaryFacts, zone *time.Location, now time.Time) *Diary {
	d := &Diary{
		rules: rules, calendar: NewCalendar(rules.Place, rules.Whit), zone: zone, now: now,
		staff: map[coop.StaffID]coop.Staff{}, weeks: map[coop.StaffID]coop.Week{},
		exceptions: map[coop.StaffID][]coop.Exception{}, holds: map[coop.StaffID][]coop.Hold{},
		households: make(map[coop.HouseholdID]coop.HouseholdFacts, len(facts.Households)),
		visits:     make(map[coop.VisitID]*entry, len(facts.Visits)),
		byDay:      make(map[officerDay][]*entry, len(facts.Visits)),
		byHome:     make(map[coop.HouseholdID][]*entry, len(facts.Visits)),
		hours:      map[officerDay]*hours{},
	}
	d.today, _ = moment(now, zone)
	for _, s := range facts.Staff {
		d.staff[s.ID] = s
		if s.Visits() {
			d.crew = append(d.crew, s.ID)
		}
	}
	for _, h := range facts.Hours {
		d.weeks[h.Staff] = h.Week
	}
	for _, e := range facts.Exceptions {
		d.exceptions[e.Staff] = append(d.exceptions[e.Staff], e)
	}
	for _, h := range facts.Households {
		d.households[h.ID] = h
	}
	for _, h := range facts.Holds {
		if h.Until.After(now) {
			d.holds[h.Officer] = append(d.holds[h.Officer], h)
		}
	}
	for _, v := range facts.Visits {
		d.Put(v)
	}
	return d
}

// Calendar is the working year of the coop's place.
func (d *Diary) Calendar() *Calendar { return d.calendar }

// Rules are the coop's rules of visits.
func (d *Diary) Rules() coop.VisitRules { return d.rules }

// Today is the day of now by the coop's clock.
func (d *Diary) Today() coop.Day { return dayOf(d.today) }

// Household is what is known of a household, and whether anything is.
func (d *Diary) Household(id coop.HouseholdID) (coop.HouseholdFacts, bool) {
	h, ok := d.households[id]
	return h, ok
}

// Put writes a visit into the diary, in the place of the one of the same name if there is one. A
// visit that takes no time is only taken out.
func (d *Diary) Put(v coop.Visit) {
	d.lastPut++
	e := &entry{Visit: v, order: d.lastPut}
	if old, ok := d.visits[v.ID]; ok {
		e.order = old.order
		d.Remove(v.ID)
	}
	if !v.State.TakesTime() {
		return
	}
	e.day, _ = moment(v.Start, d.zone)
	e.from, e.to = d.touches(v)
	d.visits[v.ID] = e
	d.byHome[v.Household] = append(d.byHome[v.Household], e)
	for day := e.from; day <= e.to; day++ {
		key := officerDay{v.Officer, day}
		d.byDay[key] = append(d.byDay[key], e)
	}
}

// Remove takes a visit out of the diary.
func (d *Diary) Remove(id coop.VisitID) {
	e, ok := d.visits[id]
	if !ok {
		return
	}
	delete(d.visits, id)
	is := func(other *entry) bool { return other == e }
	d.byHome[e.Household] = slices.DeleteFunc(d.byHome[e.Household], is)
	for day := e.from; day <= e.to; day++ {
		key := officerDay{e.Officer, day}
		d.byDay[key] = slices.DeleteFunc(d.byDay[key], is)
	}
}

// touches says which days a visit lies on with its travel. Two visits of one officer that clash
// touch a common day: the travel between them is what one of both keeps free.
func (d *Diary) touches(v coop.Visit) (from, to int) {
	from, _ = moment(v.Start.Add(-time.Duration(v.Before)*time.Minute), d.zone)
	to, _ = moment(v.End.Add(time.Duration(v.After)*time.Minute), d.zone)
	return from, to
}
