// Package kit holds the shared parts of the window: text, buttons, chips, cards, lists that scroll under a finger,
// fields, sheets, notices, and the one door to work in the background. It knows no screen and nothing of the trade.
package kit

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Runner does slow work off the screen and touches the screen on its own goroutine. Make one with Background,
// Inline or Stepped.
type Runner struct {
	start  func(func())                       // runs slow work
	screen func(func())                       // runs what touches widgets
	soon   func(time.Duration, func()) func() // runs on the screen after a pause that a test need not wait for
	later  func(time.Duration, func()) func() // runs on the screen after a delay
}

// Background is the runner of the living program.
func Background() Runner {
	after := func(d time.Duration, f func()) func() {
		waiting := true // read and written on the screen's goroutine only
		timer := time.AfterFunc(d, func() {
			fyne.Do(func() {
				if waiting {
					waiting = false
					f()
				}
			})
		})
		return func() {
			waiting = false
			timer.Stop()
		}
	}
	return Runner{start: func(f func()) { go f() }, screen: fyne.Do, soon: after, later: after}
}

// Inline runs everything at once, in order, for tests. What waits for a pause in typing runs at once too;
// what waits longer (a notice that goes away, a spinner) never runs: use Stepped to see it.
func Inline() Runner {
	now := func(f func()) { f() }
	soon := func(_ time.Duration, f func()) func() { f(); return func() {} }
	later := func(time.Duration, func()) func() { return func() {} }
	return Runner{start: now, screen: now, soon: soon, later: later}
}

// Steps is time in a test: nothing passes until Pass is called.
type Steps struct {
	now     time.Duration
	waiting []*step
}

type step struct {
	due time.Duration
	do  func()
}

// Stepped is a runner for tests whose work runs at once and whose delays pass when the test says so.
func Stepped() (Runner, *Steps) {
	s := &Steps{}
	after := func(d time.Duration, f func()) func() {
		one := &step{due: s.now + d, do: f}
		s.waiting = append(s.waiting, one)
		return func() { one.do = func() {} }
	}
	now := func(f func()) { f() }
	return Runner{start: now, screen: now, soon: after, later: after}, s
}

// Pass lets time go by and runs what falls due, the earliest first.
func (s *Steps) Pass(d time.Duration) {
	end := s.now + d
	for {
		next := -1
		for i, one := range s.waiting {
			if one.due <= end && (next < 0 || one.due < s.waiting[next].due) {
				next = i
			}
		}
		if next < 0 {
			break
		}
		one := s.waiting[next]
		s.waiting = append(s.waiting[:next], s.waiting[next+1:]...)
		s.now = one.due
		one.do()
	}
	s.now = end
}

// Queue is what has been worked out for the screen and not yet shown, in a test.
type Queue struct {
	working sync.WaitGroup
	mutex   sync.Mutex
	ready   []func()
}

// Queued is a runner for tests of slow answers: work runs on goroutines of its own, as in the living program, and the
// screen hears of it when the test says so. What waits for a pause in typing runs at once, what waits longer never.
func Queued() (Runner, *Queue) {
	q := &Queue{}
	r := Inline()
	r.start = func(f func()) { q.working.Go(f) }
	r.screen = func(f func()) {
		q.mutex.Lock()
		defer q.mutex.Unlock()
		q.ready = append(q.ready, f)
	}
	return r, q
}

// Settle waits for all work and shows it, and that which this starts, until nothing is left.
func (q *Queue) Settle() {
	for {
		q.working.Wait()
		q.mutex.Lock()
		ready := q.ready
		q.ready = nil
		q.mutex.Unlock()
		if len(ready) == 0 {
			return
		}
		for _, show := range ready {
			show()
		}
	}
}

// Run does the work in the background, then calls done on the screen's goroutine.
func Run[T any](r Runner, work func() (T, error), done func(T, error)) {
	r.start(func() {
		v, err := work()
		r.screen(func() { done(v, err) })
	})
}

// Latest remembers which of several questions was asked last, so that a slow answer to an older one is dropped.
// Its zero value is ready; use it on the screen's goroutine only.
type Latest struct{ asked int }

// RunLatest is Run, except that done is not called when the same Latest has been asked again in the meantime.
func RunLatest[T any](r Runner, l *Latest, work func() (T, error), done func(T, error)) {
	l.asked++
	mine := l.asked
	Run(r, work, func(v T, err error) {
		if l.asked == mine {
			done(v, err)
		}
	})
}

// Show runs f on the screen's goroutine: for progress reported from inside background work.
func (r Runner) Show(f func()) { r.screen(f) }

// Soon runs f on the screen after a short pause, such as one in typing; the answer calls it off.
// It is called on the screen's goroutine.
func (r Runner) Soon(d time.Duration, f func()) (cancel func()) { return r.soon(d, f) }

// Later runs f on the screen after a delay; the answer calls it off. It is called on the screen's goroutine.
func (r Runner) Later(d time.Duration, f func()) (cancel func()) { return r.later(d, f) }
