package diary

import (
	"cmp"
	"slices"
	"time"

	"bienvenue/app/coop"
)

// afterWindow is how many days after the window, or after today when that is later, times are still
// looked for.
const afterWindow = 45

// Reach says which days a proposal for a household looks at: the facts of a diary that proposes
// must hold them, and the whole weeks around them. A household without an entry day has no window.
func Reach(rules coop.VisitRules, entry, today coop.Day) (from, to coop.Day) {
	w := rules.Window.Of(entry)
	return max(today, w.From), max(today, w.To).Add(afterWindow)
}

// Proposing asks for the best times for a household's visit.
type Proposing struct {
	// Visit says the household and the kind. Without a place the household's preferences choose one,
	// without a length the rules say how long it lasts. Told and Agreed count as in Stand; the ID is
	// that of a visit to be moved.
	Visit    coop.Visit
	Officers []coop.StaffID // who may go, rather the first; nil for all who visit
	From, To coop.Day       // the days looked at; "" for those of Reach
	N        int            // at most so many
	// Residences are the names that the reasons say; one without a name is named by its identity.
	Residences map[coop.ResidenceID]string
}

// Propose finds the best times for a visit, the best first: inside the household's window, where
// one stands without a warning, else the soonest after it. No two of them lie on the same half-day.
func (d *Diary) Propose(q Proposing) []coop.Proposal {
	s, ok := d.search(q)
	if !ok {
		return nil
	}
	var found []candidate
	if s.windowed && s.today <= s.windowTo {
		found = s.look(s.from, min(s.to, s.windowTo), coop.Verdict.Stands)
	}
	if len(found) == 0 {
		s.late = true
		from := s.from
		if s.windowed {
			from = max(from, s.windowTo+1)
		}
		found = s.look(from, s.to, standsLate)
	}
	return s.proposals(s.pick(found, q.N))
}

// standsLate says whether a visit stands but for coming after the window.
func standsLate(v coop.Verdict) bool {
	return v.May() && !slices.ContainsFunc(v.Warned, func(w coop.Warning) bool { return w.Key != "visit.warning.late" })
}

// search is a proposal on its way.
type search struct {
	*Diary
	visit    coop.Visit // without officer and start
	length   time.Duration
	home     coop.HouseholdFacts
	officers []coop.StaffID
	names    map[coop.ResidenceID]string
	from, to int // the days looked at

	windowed                        bool // the household has a window
	windowFrom, windowAim, windowTo int
	late                            bool // no time was found inside it
}

// search prepares a proposal; ok is false where nothing can be proposed.
func (d *Diary) search(q Proposing) (s *search, ok bool) {
	s = &search{Diary: d, visit: q.Visit, officers: q.Officers, names: q.Residences}
	s.home = d.households[q.Visit.Household]
	if s.officers == nil {
		s.officers = d.crew
	}
	if s.visit, ok = d.shaped(q.Visit, s.home); !ok {
		return nil, false
	}
	s.length = d.length(s.visit)
	from, to := Reach(d.rules, s.home.Entry, d.Today())
	s.from, _ = number(cmp.Or(q.From, from))
	s.to, _ = number(cmp.Or(q.To, to))
	s.from = max(s.from, d.today)
	if entry, known := number(s.home.Entry); known && s.visit.Kind == coop.CourtesyVisit {
		rule := d.rules.Window
		s.windowed = true
		s.windowFrom, s.windowAim, s.windowTo = entry+rule.From, entry+rule.Aim, entry+rule.To
		s.from = max(s.from, s.windowFrom)
	}
	return s, true
}

// shaped gives a visit the kind, place, length and travel that it leaves open; ok is false where no
// place is allowed.
func (d *Diary) shaped(v coop.Visit, home coop.HouseholdFacts) (shaped coop.Visit, ok bool) {
	v.State, v.Kind = coop.VisitPlanned, cmp.Or(v.Kind, coop.CourtesyVisit)
	if v.Told == coop.NoChannel && slices.Contains(home.Prefers, coop.PreferCall) {
		v.Told = coop.ByCall
	}
	if v.Place == "" {
		v.Place = d.placeFor(v, home.Prefers)
		v.End = v.Start // the length that another place had is of no use
	}
	rule := d.rules.Kind(v.Kind, v.Place)
	v.End = v.Start.Add(d.length(v))
	v.Before, v.After = rule.Before, rule.After
	return v, rule.Allowed
}

// placeFor chooses where a visit is made: where the household wishes, else at home unless nobody
// opened there often enough.
func (d *Diary) placeFor(v coop.Visit, prefers []coop.Preference) coop.Place {
	var places []coop.Place
	for _, p := range prefers {
		switch p {
		case coop.PreferPhone:
			places = append(places, coop.ByPhone)
		case coop.PreferOffice:
			places = append(places, coop.AtOffice)
		default: // the others say nothing of the place
		}
	}
	if d.vain(v.Household, v.ID) < coop.MaxTrips {
		places = append(places, coop.AtHome)
	}
	for _, p := range append(places, coop.ByPhone, coop.AtOffice) {
		if d.rules.Kind(v.Kind, p).Allowed {
			return p
		}
	}
	return coop.AtHome
}

// candidate is the best time of an officer's half-day.
type candidate struct {
	officer coop.StaffID
	start   time.Time
	day     int
	morning bool
	score   float64
	why     []coop.Warning
}

// look finds the best time of each half-day of each officer.
func (s *search) look(from, to int, good func(coop.Verdict) bool) []candidate {
	var found []candidate
	for n := from; n <= to; n++ {
		for _, officer := range s.officers {
			v := s.visit
			v.Officer = officer
			var best [2]*candidate
			for _, start := range s.starts(v, dayOf(n), good) {
				half := 1
				if s.morning(start) {
					half = 0
				}
				c := s.judged(candidate{officer: officer, start: start, day: n, morning: half == 0})
				if best[half] == nil || c.score > best[half].score {
					best[half] = &c
				}
			}
			for _, c := range best {
				if c != nil {
					found = append(found, *c)
				}
			}
		}
	}
	return found
}

// sameDay is what a time loses when one of its day was chosen already.
const sameDay = 10

// pick chooses the best times, one of a half-day and rather on different days. Of officers who are
// as good the one who was named first goes.
func (*search) pick(found []candidate, n int) []candidate {
	slices.SortStableFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), a.start.Compare(b.start))
	})
	var picked []candidate
	for len(picked) < n && len(found) > 0 {
		best, most := 0, 0.0
		for i, c := range found {
			worth := c.score
			if slices.ContainsFunc(picked, func(p candidate) bool { return p.day == c.day }) {
				worth -= sameDay
			}
			if i == 0 || worth > most {
				best, most = i, worth
			}
		}
		chosen := found[best]
		picked = append(picked, chosen)
		found = slices.DeleteFunc(found, func(c candidate) bool { return c.day == chosen.day && c.morning == chosen.morning })
	}
	return picked
}

func (s *search) proposals(picked []candidate) []coop.Proposal {
	var found []coop.Proposal
	for _, c := range picked {
		v := s.visit
		v.Officer, v.Start, v.End = c.officer, c.start, c.start.Add(s.length)
		found = append(found, coop.Proposal{Visit: v, Why: c.why})
	}
	return found
}
