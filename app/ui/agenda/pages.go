package agenda

import (
	"context"
	"reflect"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
)

// View says what of the diary the room shows.
type View string

// The views, in the order they are offered.
const (
	DayView   View = "day"
	WeekView  View = "week"
	MonthView View = "month"
	RoundView View = "round" // an officer's day in the order of the way
)

const (
	weekDays  = 7
	boardDays = 6 * weekDays // of a month with the weeks it touches
)

// base is what the room needs whatever is shown: it is read again when one comes back.
type base struct {
	officers []coop.Staff
	rules    coop.VisitRules
}

// queue are those who wait, and how many they are in all.
type queue struct {
	owing []coop.Owing
	total int
}

// asked names a page of the diary.
type asked struct {
	view     View
	from, to coop.Day
	officer  coop.StaffID // "" for everybody
}

// page is one page of the diary. It is never changed once it is read.
type page struct {
	asked
	schedule coop.Schedule
	round    coop.Round
	loose    []coop.VisitRow // booked visits that no longer stand
}

// pageOf names the page of a view that shows a day.
func pageOf(v View, day coop.Day, officer coop.StaffID) asked {
	a := asked{view: v, from: day, to: day, officer: officer}
	switch v {
	case WeekView:
		a.from = day.Monday()
		a.to = a.from.Add(weekDays - 1)
	case MonthView:
		a.from = day.Month().First().Monday()
		a.to = a.from.Add(boardDays - 1)
	case DayView, RoundView:
	}
	return a
}

// turned is the day that the view shows n pages later.
func turned(v View, day coop.Day, n int) coop.Day {
	switch v {
	case WeekView:
		return day.Add(n * weekDays)
	case MonthView:
		return day.Month().Add(n).First()
	case DayView, RoundView:
	}
	return day.Add(n)
}

// wanted names the page that is to be shown.
func (s *Screen) wanted() asked {
	officer := s.officer
	if !s.chosen || (s.view == RoundView && officer == "") {
		officer = usual(s.base.officers, s.p.Actor().Staff.ID)
	}
	return pageOf(s.view, s.day, officer)
}

// turn shows the next page, or for -1 the one before.
func (s *Screen) turn(n int) { s.Day(turned(s.view, s.day, n)) }

// Refresh reads everything again.
func (s *Screen) Refresh() {
	s.shelf.clear()
	kit.RunLatest(s.p.Run, &s.newest, s.readBase, func(got base, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.base = got
		s.look()
		s.wait()
	})
}

// wait reads those who wait: a long list, which holds nothing else up.
func (s *Screen) wait() {
	kit.RunLatest(s.p.Run, &s.waited, func() (got queue, err error) {
		got.owing, got.total, err = s.p.Desk.Owing(context.Background(), s.p.Actor(), mostDue, 0)
		return got, err
	}, func(got queue, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.queue = got
		s.due.show()
	})
}

func (s *Screen) readBase() (got base, err error) {
	ctx := context.Background()
	if got.officers, err = s.p.Desk.Officers(ctx); err != nil {
		return got, err
	}
	got.rules, err = s.p.Desk.VisitRules(ctx)
	return got, err
}

// look shows the page that is wanted: at once when it was read ahead, and as the archive has it now.
func (s *Screen) look() {
	a := s.wanted()
	kept, ready := s.shelf.pages[a]
	if ready {
		s.page = kept
		s.show()
	}
	type answer struct {
		page
		same bool
	}
	kit.RunLatest(s.p.Run, &s.latest, func() (answer, error) {
		got, err := s.read(a)
		return answer{got, ready && reflect.DeepEqual(got, kept)}, err
	}, func(got answer, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.shelf.put(got.page)
		if !got.same {
			s.page = got.page
			s.show()
		}
		s.ahead(1)
		s.ahead(-1)
	})
}

// ahead reads the page beside the one that is shown, so that turning to it waits for nothing.
func (s *Screen) ahead(n int) {
	a := pageOf(s.view, turned(s.view, s.day, n), s.page.officer)
	if _, read := s.shelf.pages[a]; read {
		return
	}
	at := s.shelf.cleared
	kit.Run(s.p.Run, func() (page, error) { return s.read(a) }, func(got page, err error) {
		if err == nil && at == s.shelf.cleared { // what was not read ahead is read, and told of, when it is wanted
			s.shelf.put(got)
		}
	})
}

func (s *Screen) read(a asked) (page, error) {
	ctx, by, got := context.Background(), s.p.Actor(), page{asked: a}
	var err error
	if a.view == RoundView && a.officer != "" {
		if got.round, err = s.p.Desk.Round(ctx, by, a.officer, a.from); err != nil {
			return got, err
		}
	}
	if got.schedule, err = s.p.Desk.Schedule(ctx, by, a.from, a.to, a.officer); err != nil {
		return got, err
	}
	if today := s.p.Desk.Today(); a.to >= today {
		got.loose, err = s.p.Desk.Unsettled(ctx, by, max(a.from, today), a.to, a.officer)
	}
	return got, err
}

// shelf keeps the pages that were read last. Its zero value is ready.
type shelf struct {
	pages   map[asked]page
	order   []asked // the oldest first
	cleared int     // how often it was
}

// mostKept is how many pages are kept: those around the one that is shown, and some behind.
const mostKept = 12

func (f *shelf) clear() {
	f.pages, f.order = nil, nil
	f.cleared++
}

func (f *shelf) put(p page) {
	if f.pages == nil {
		f.pages = map[asked]page{}
	}
	if _, kept := f.pages[p.asked]; !kept {
		f.order = append(f.order, p.asked)
	}
	f.pages[p.asked] = p
	if len(f.order) > mostKept {
		delete(f.pages, f.order[0])
		f.order = f.order[1:]
	}
}
