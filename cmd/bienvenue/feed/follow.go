package feed

import (
	"context"
	"errors"
	"io/fs"
	"iter"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/office"
)

// Gathers is how long changes are gathered before files are written.
const Gathers = 2 * time.Second

// Follower keeps the folder of the coop's settings up to date in the background: the files of the
// officers whom a change concerns, a little after it. Without a folder it does nothing; a folder
// that cannot be written is told to the log once and tried again with the next change.
type Follower struct {
	books   Books
	log     *slog.Logger
	gathers time.Duration
	wake    chan struct{}
	end     chan struct{}
	done    chan struct{}

	written map[coop.StaffID]contents // what the files held when they were last written; of run alone
	failing bool                      // the log knows; of run alone

	mu     sync.Mutex
	all    bool // every file is to be written
	visits map[coop.VisitID]coop.StaffID
	homes  map[coop.HouseholdID]bool
}

// contents is what an officer's file held when it was last written.
type contents struct {
	visits map[coop.VisitID]bool
	homes  map[coop.HouseholdID]bool
}

// Watch is the store with every change told to a follower once it is kept. The follower is given
// afterwards, since it needs the office, which needs the store; before that changes go untold.
func Watch(store office.Store) *Watched { return &Watched{Store: store} }

// Watched is a store that tells of its changes.
type Watched struct {
	office.Store
	follower atomic.Pointer[Follower]
}

// Tell says whom to tell.
func (w *Watched) Tell(f *Follower) { w.follower.Store(f) }

// Keep implements office.Keeper.
func (w *Watched) Keep(ctx context.Context, c coop.Change) error {
	err := w.Store.Keep(ctx, c)
	if f := w.follower.Load(); err == nil && f != nil {
		f.changed(c)
	}
	return err
}

// KeepAll implements office.Keeper: so many changes are about everybody.
func (w *Watched) KeepAll(ctx context.Context, changes iter.Seq[coop.Change]) error {
	err := w.Store.KeepAll(ctx, changes)
	if f := w.follower.Load(); err == nil && f != nil {
		f.everybody()
	}
	return err
}

// Follow starts to keep the folder up to date; each file is written once soon. Close ends it.
func Follow(books Books, log *slog.Logger, gathers time.Duration) *Follower {
	f := &Follower{
		books: books, log: log, gathers: gathers, all: true, written: map[coop.StaffID]contents{},
		wake: make(chan struct{}, 1), end: make(chan struct{}), done: make(chan struct{}),
	}
	f.forget()
	go f.run()
	f.ring()
	return f
}

// Close writes what is still to be written and ends.
func (f *Follower) Close() {
	close(f.end)
	<-f.done
}

func (f *Follower) forget() {
	f.visits, f.homes = map[coop.VisitID]coop.StaffID{}, map[coop.HouseholdID]bool{}
}

func (f *Follower) ring() {
	select {
	case f.wake <- struct{}{}:
	default: // it is awake already
	}
}

// changed notes whom a change concerns. What no file shows wakes nobody.
func (f *Follower) changed(c coop.Change) {
	if c.Settings != nil || len(c.Staff) > 0 || len(c.Residences) > 0 {
		f.everybody()
		return
	}
	if len(c.Visits) == 0 && len(c.Households) == 0 {
		return
	}
	f.mu.Lock()
	for _, v := range c.Visits {
		f.visits[v.ID] = v.Officer
	}
	for _, h := range c.Households {
		f.homes[h.ID] = true
	}
	f.mu.Unlock()
	f.ring()
}

func (f *Follower) everybody() {
	f.mu.Lock()
	f.all = true
	f.mu.Unlock()
	f.ring()
}

// run writes a little after something changed, and once more at the end.
func (f *Follower) run() {
	defer close(f.done)
	for {
		select {
		case <-f.wake:
		case <-f.end:
			f.write()
			return
		}
		select {
		case <-time.After(f.gathers):
		case <-f.end:
		}
		f.write()
	}
}

// write writes the files of those whom the changes since the last time concern.
func (f *Follower) write() {
	f.mu.Lock()
	all, visits, homes := f.all, f.visits, f.homes
	f.all = false
	f.forget()
	f.mu.Unlock()
	if !all && len(visits) == 0 && len(homes) == 0 {
		return
	}
	ctx := context.Background()
	s, err := f.books.Office.Settings(ctx)
	if err == nil && s.Feed == "" {
		return
	}
	var books []Book
	if err == nil {
		books, err = f.books.Keep(ctx, s.Feed, func(id coop.StaffID) bool { return all || f.concerned(id, visits, homes) })
	}
	for _, b := range books {
		f.written[b.Officer.ID] = contentsOf(b.Stops)
	}
	f.tell(err)
}

// concerned says whether a change of visits or households shows in an officer's file: in what it is
// to hold, or in what it held.
func (f *Follower) concerned(id coop.StaffID, visits map[coop.VisitID]coop.StaffID, homes map[coop.HouseholdID]bool) bool {
	held, known := f.written[id]
	if !known {
		return true
	}
	for visit, officer := range visits {
		if officer == id || held.visits[visit] {
			return true
		}
	}
	for home := range homes {
		if held.homes[home] {
			return true
		}
	}
	return false
}

func contentsOf(stops []coop.Stop) contents {
	c := contents{visits: map[coop.VisitID]bool{}, homes: map[coop.HouseholdID]bool{}}
	for _, s := range stops {
		c.visits[s.ID], c.homes[s.Household] = true, true
	}
	return c
}

// tell says to the log, once, that the folder cannot be written. What is written there has nobody's
// name, but a path may have one: only the reason is told.
func (f *Follower) tell(err error) {
	if err == nil {
		f.failing = false
		return
	}
	f.mu.Lock()
	f.all = true // whatever could not be written is written with the next change
	f.mu.Unlock()
	if f.failing {
		return
	}
	f.failing = true
	if bare, ok := errors.AsType[*fs.PathError](err); ok {
		err = bare.Err
	}
	f.log.Warn("the office calendar's folder cannot be kept up to date", "cause", err)
}
