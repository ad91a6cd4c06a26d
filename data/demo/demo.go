// Package demo invents a housing cooperative that looks alive on every screen: homes, people,
// visits held and to come, talks, promises kept and late. The same seed and day always invent
// the same coop. It knows no screen and no database: it hands changes to whoever keeps them.
package demo

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"sort"
	"time"

	"bienvenue/app/coop"
)

// Params says what to invent.
type Params struct {
	People  int      // how many cooperators, at least 1
	Months  int      // how many months the coop has used the program, at least 1
	Seed    uint64   // the same seed invents the same coop
	Today   coop.Day // the day the coop is shown on
	Zone    *time.Location
	World   World    // names, places and sentences
	Scripts []Script // what is said in the talks
	Window  coop.WindowRule
	Rule    coop.KindRule // of a visit at home
}

// Script is a shipped script as far as an invented talk needs it.
type Script struct {
	Stored   coop.StoredScript
	Kind     coop.TalkKind
	Products []coop.Product // none means everybody
	// Steps are those that a household hears to whom some topics were said before.
	Steps func(h coop.Household, said []coop.TopicID) []Step
	// Earlier is the version that talks were led by in the first half of the time, nil for none.
	Earlier *Script
}

// Step is a step of a script.
type Step struct {
	ID        coop.StepID
	Topic     coop.TopicID
	Essential bool
	Minutes   float64
	Points    []coop.PointID
	Chips     []coop.ChipID
	Questions map[coop.QuestionID][]coop.ChoiceID
	Asked     int // how many things people ask back about it
}

// Keeper keeps what was invented, all of it or nothing.
type Keeper interface {
	KeepAll(ctx context.Context, changes iter.Seq[coop.Change]) error
}

// Summary counts what was invented.
type Summary struct {
	Cooperators int `json:"cooperators"`
	Households  int `json:"households"`
	Residences  int `json:"residences"`
	Visits      int `json:"visits"`
	Talks       int `json:"talks"`
	FollowUps   int `json:"follow_ups"`
}

// Build invents the coop and has it kept; settings gives rows to keep with the coop's own facts.
func Build(ctx context.Context, k Keeper, p Params, settings map[string]string) (Summary, error) {
	if p.People < 1 || p.Months < 1 {
		return Summary{}, coop.Refuse("demo.refused.size", nil)
	}
	b := newBuilder(p)
	b.people()
	b.plan()
	if err := k.KeepAll(ctx, b.changes(settings)); err != nil {
		return Summary{}, fmt.Errorf("keep the demonstration: %w", err)
	}
	return b.sum, nil
}

// builder holds what is being invented.
type builder struct {
	Params
	rng        *rand.Rand
	residences []residence
	officers   []coop.Staff
	desk       []coop.Staff
	staff      []coop.Staff
	homes      []*home
	leftOpen   bool // a talk at the counter was left interrupted
	phoned     bool // a visit's talk was paused for the phone
	corrected  bool // a talk was corrected
	sum        Summary
}

// residence is an invented residence with what kinds of home it has.
type residence struct {
	coop.Residence
	products []coop.Product
	houses   bool
}

// home is a household and what happened with it.
type home struct {
	coop.Household
	rng      *rand.Rand
	aside    *rand.Rand // for what must not move the rest: what people ask back, where they come from
	officer  coop.Staff
	attempts []attempt
	counter  coop.Day // day of the talk at the counter, "" for none
	said     []coop.TopicID
}

// attempt is a visit that was tried or is planned.
type attempt struct {
	start  time.Time
	result coop.Result // NoResult while it is planned
	open   bool        // the talk was begun and interrupted
	place  coop.Place
}

func newBuilder(p Params) *builder {
	b := &builder{Params: p, rng: rand.New(rand.NewPCG(p.Seed, 1))}
	b.hire()
	for _, r := range p.World.Residences {
		kept := residence{Residence: r.Residence, products: r.Products, houses: r.Houses}
		kept.ID = coop.ResidenceID(b.id(b.rng, b.morning(p.Today.AddMonths(-p.Months))))
		if len(kept.products) == 0 {
			kept.products = []coop.Product{coop.Rental}
		}
		b.residences = append(b.residences, kept)
	}
	return b
}

// hire names the staff; a large coop has more visit officers.
func (b *builder) hire() {
	since := b.morning(b.Today.AddMonths(-b.Months))
	perOfficer := 1500
	for _, s := range b.World.Staff {
		s.ID, s.Active = coop.StaffID(b.id(b.rng, since)), true
		b.staff = append(b.staff, s)
	}
	for n := 3; n <= b.People/perOfficer; n++ {
		first, last := pick(b.rng, b.World.First["mme"]), pick(b.rng, b.World.Last)
		b.staff = append(b.staff, coop.Staff{
			ID: coop.StaffID(b.id(b.rng, since)), Login: fmt.Sprintf("officer%d", n),
			Name: first + " " + last, Role: coop.Officer, Active: true,
		})
	}
	visiting := 0
	for _, s := range b.staff {
		if s.Role == coop.Officer {
			visiting++
		}
	}
	for i := range b.staff {
		switch b.staff[i].Role {
		case coop.Officer:
			b.staff[i].Target = target(b.People, b.Months, visiting)
			b.officers = append(b.officers, b.staff[i])
		case coop.FrontDesk:
			b.desk = append(b.desk, b.staff[i])
		case coop.Manager, coop.Administrator:
		}
	}
}

// target is a month's visits that the invented entries make plausible, 75 at the most.
func target(people, months, officers int) int {
	households := float64(people) / 1.35
	monthly := households * recentShare / float64(months+3) / float64(officers)
	return min(75, max(4, int(monthly+0.5)))
}

// changes hands over the whole coop: its own facts first, then household by household.
func (b *builder) changes(settings map[string]string) iter.Seq[coop.Change] {
	return func(yield func(coop.Change) bool) {
		if !yield(b.ground(settings)) {
			return
		}
		for _, h := range b.homes {
			if !yield(b.life(h)) {
				return
			}
		}
	}
}

// ground is the coop itself: staff, residences, scripts, events, settings.
func (b *builder) ground(settings map[string]string) coop.Change {
	since := b.morning(b.Today.AddMonths(-b.Months))
	admin := b.staff[len(b.World.Staff)-1]
	c := coop.Change{Staff: b.staff, Settings: settings}
	for _, s := range b.staff {
		c.Entries = append(c.Entries, b.entry(b.rng, since, admin, coop.ActAdded, coop.OnStaff, string(s.ID), "", nil))
	}
	for _, r := range b.residences {
		c.Residences = append(c.Residences, r.Residence)
		c.Entries = append(c.Entries, b.entry(b.rng, since, admin, coop.ActAdded, coop.OnResidence, string(r.ID), "", nil))
	}
	for _, s := range b.Scripts {
		c.Scripts = append(c.Scripts, s.Stored)
		if s.Earlier != nil {
			c.Scripts = append(c.Scripts, s.Earlier.Stored)
		}
	}
	c.Rehearsals = b.rehearsals()
	b.hours(&c, admin, since)
	for _, e := range b.World.Events {
		id := coop.EventID(b.id(b.rng, since))
		day := b.Today.AddMonths(e.Months)
		if e.Kind == coop.EventAgm {
			day = b.nextAgm()
		}
		for closed(day) {
			day = day.Add(1)
		}
		c.Events = append(c.Events, coop.Event{ID: id, Kind: e.Kind, Title: e.Title, Day: day, Hour: e.Hour, Place: e.Place})
		c.Entries = append(c.Entries, b.entry(b.rng, since, admin, coop.ActAdded, coop.OnEvent, string(id), "", nil))
	}
	b.sum.Residences = len(c.Residences)
	return c
}

// nextAgm is the day of the next general meeting, in the month that the coop's settings say.
func (b *builder) nextAgm() coop.Day {
	const year = 12
	_, month, _ := b.Today.Date()
	ahead := (b.World.Coop.AgmMonth - int(month) + year) % year
	if ahead == 0 {
		ahead = year
	}
	return b.Today.AddMonths(ahead)
}

// plan gives every household its visits, officer by officer, without two at one time.
func (b *builder) plan() {
	diary := newDiary(b)
	diary.fillToday()
	byAim := make([]*home, len(b.homes))
	copy(byAim, b.homes)
	sort.SliceStable(byAim, func(i, j int) bool { return byAim[i].Entry < byAim[j].Entry })
	for _, h := range byAim {
		diary.schedule(h)
	}
	diary.interrupt()
}

// morning is nine o'clock on a day in the coop's zone.
func (b *builder) morning(d coop.Day) time.Time { return d.At(9, 0, b.Zone).UTC() }
