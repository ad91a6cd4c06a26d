package agenda

import (
	"cmp"
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// column is what the grid shows beside each other: a day, or an officer's part of one.
type column struct {
	day     coop.Day
	officer coop.StaffID // "" for everybody
	name    string       // the officer's, where several stand side by side
	closed  coop.Closure
	label   string      // what the coop calls its closed day
	work    []coop.Span // when somebody works
	items   []item      // by their beginning
	visits  int
	away    []string // initials of those who are away all day, where several share the column
}

// item takes a part of a column: a visit, or a time at which an officer makes none.
type item struct {
	visit    *coop.VisitRow // nil for a busy time
	busy     coop.Busy
	who      string // the officer's initials, where several share the column
	from, to int    // minutes after midnight
	lane     lane
}

// lane is an item's place beside others of the same time.
type lane struct{ at, of int }

// columns are what the grid shows of a page.
func (s *Screen) columns(p page) []column {
	var all []column
	for i := range p.schedule.Days {
		day := &p.schedule.Days[i]
		if p.view != DayView || p.officer != "" {
			all = append(all, s.column(day, p.officer))
			continue
		}
		for _, id := range s.crew(day) {
			c := s.column(day, id)
			c.name = s.name(id)
			if c.name == "" && c.visits > 0 {
				c.name = c.items[0].visit.OfficerName
			}
			all = append(all, c)
		}
	}
	return all
}

// crew are the officers, and whoever else has a visit on a day.
func (s *Screen) crew(day *coop.ScheduleDay) []coop.StaffID {
	var ids []coop.StaffID
	for _, o := range s.base.officers {
		ids = append(ids, o.ID)
	}
	for _, v := range day.Visits {
		if !slices.Contains(ids, v.Officer) {
			ids = append(ids, v.Officer)
		}
	}
	if len(ids) == 0 {
		ids = append(ids, "")
	}
	return ids
}

func (s *Screen) column(day *coop.ScheduleDay, officer coop.StaffID) column {
	c := column{day: day.Day, officer: officer, closed: day.Closed, label: day.Label}
	zone := s.p.Desk.Zone()
	for i := range day.Visits {
		v := &day.Visits[i]
		if officer != "" && v.Officer != officer {
			continue
		}
		c.visits++
		it := item{visit: v}
		it.from, it.to = clockOf(v.Start, v.End, zone)
		if officer == "" {
			it.who = i18n.Initials(v.OfficerName)
		}
		c.items = append(c.items, it)
	}
	for id, spans := range day.Work {
		if officer == "" || officer == id {
			c.work = append(c.work, spans...)
		}
	}
	for id, all := range day.Busy {
		if officer == "" || officer == id {
			c.keepBusy(all, s.name(id), officer == "")
		}
	}
	slices.Sort(c.away)
	slices.SortStableFunc(c.items, func(a, b item) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.who, b.who)) })
	c.share(officer == "")
	return c
}

// keepBusy adds the times at which an officer makes no visits.
func (c *column) keepBusy(all []coop.Busy, name string, shared bool) {
	for _, b := range all {
		it := item{busy: b, from: b.Span.From, to: b.Span.To}
		if b.Span.Whole() {
			it.to = wholeDay
		}
		switch {
		case shared && b.Span.Whole():
			c.away = append(c.away, i18n.Initials(name))
			continue
		case shared:
			it.who = i18n.Initials(name)
		}
		c.items = append(c.items, it)
	}
}

const wholeDay = 24 * 60

// share puts items that overlap beside each other. In a column of one officer a busy time lies behind
// the visits, since it should have none.
func (c *column) share(busyToo bool) {
	var beside []*item
	for i := range c.items {
		it := &c.items[i]
		it.lane = lane{0, 1}
		if it.visit != nil || busyToo {
			beside = append(beside, it)
		}
	}
	for first := 0; first < len(beside); {
		last, end := first, beside[first].to
		for last+1 < len(beside) && beside[last+1].from < end {
			last++
			end = max(end, beside[last].to)
		}
		lanes(beside[first : last+1])
		first = last + 1
	}
}

// lanes gives each of a bunch of items that overlap the first lane that is free again.
func lanes(bunch []*item) {
	var free []int // when each lane is
	for _, it := range bunch {
		at := 0
		for at < len(free) && free[at] > it.from {
			at++
		}
		if at == len(free) {
			free = append(free, 0)
		}
		free[at], it.lane.at = it.to, at
	}
	for _, it := range bunch {
		it.lane.of = len(free)
	}
}

// clockOf is the part of a day that a visit takes by the coop's clock, in minutes after midnight. One
// that ends after midnight takes the rest of its day.
func clockOf(start, end time.Time, zone *time.Location) (from, to int) {
	start, end = start.In(zone), end.In(zone)
	from, to = start.Hour()*60+start.Minute(), end.Hour()*60+end.Minute()
	if start.Day() != end.Day() {
		to = wholeDay
	}
	if to <= from { // the hour that comes twice in October
		to = from + int(end.Sub(start).Minutes())
	}
	return from, to
}

// hours are the first and the last hour that columns need.
func hours(columns []column, opens, closes int) (from, to int) {
	from, to = opens, closes
	for _, c := range columns {
		for _, w := range c.work {
			from, to = min(from, w.From), max(to, w.To)
		}
		for _, it := range c.items {
			if it.visit != nil {
				from, to = min(from, it.from), max(to, it.to)
			}
		}
	}
	if to <= from {
		from, to = usualFrom, usualTo
	}
	return from / 60, (to + 59) / 60
}

// The hours that are shown where nothing says when anybody works.
const usualFrom, usualTo = 8 * 60, 19 * 60
