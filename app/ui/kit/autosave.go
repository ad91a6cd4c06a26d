package kit

import "time"

// Autosave keeps what is written after a pause in typing, one save at a time.
type Autosave[T any] struct {
	Run   Runner
	Pause time.Duration
	Take  func() func() (T, error) // what stands now, as the work that keeps it
	Kept  func(kept T, err error)  // a save has ended
	Told  func()                   // whether everything is kept has changed

	wait   func()   // calls off the next save
	dirty  bool     // something was written that is not kept
	saving bool     // a save is on its way
	failed bool     // the last one was refused
	after  []func() // what waits until everything is kept
}

// SaveState says whether what was written is kept.
type SaveState string

// The states.
const (
	SaveNothing SaveState = ""       // nothing is to be kept
	SaveSoon    SaveState = "soon"   // something is not kept yet
	SaveFailed  SaveState = "failed" // the last save was refused
)

// State says whether what was written is kept.
func (a *Autosave[T]) State() SaveState {
	switch {
	case a.failed:
		return SaveFailed
	case a.dirty || a.saving:
		return SaveSoon
	}
	return SaveNothing
}

// Soon saves after a pause in typing.
func (a *Autosave[T]) Soon() {
	a.dirty = true
	a.Told()
	if a.wait != nil {
		a.wait()
	}
	a.wait = a.Run.Soon(a.Pause, func() { a.Now(nil) })
}

// Touch says that there is something to keep, for the next Now.
func (a *Autosave[T]) Touch() { a.dirty = true }

// Forget gives up what is not kept yet.
func (a *Autosave[T]) Forget() { a.dirty = false }

// Now saves at once what is not kept yet, then does what follows; nil for nothing. What follows is left out when
// the save is refused.
func (a *Autosave[T]) Now(then func()) {
	if a.wait != nil {
		a.wait()
		a.wait = nil
	}
	if then != nil {
		a.after = append(a.after, then)
	}
	if a.saving {
		return
	}
	if !a.dirty {
		a.done()
		return
	}
	a.save()
}

func (a *Autosave[T]) save() {
	a.saving, a.dirty = true, false
	Run(a.Run, a.Take(), func(kept T, err error) {
		a.saving, a.failed = false, err != nil
		if err != nil {
			a.dirty, a.after = true, nil
			a.Told()
			a.Kept(kept, err)
			return
		}
		a.Kept(kept, nil)
		if a.dirty && len(a.after) > 0 {
			a.save()
			return
		}
		a.Told()
		a.done()
	})
}

func (a *Autosave[T]) done() {
	after := a.after
	a.after = nil
	for _, do := range after {
		do()
	}
}
