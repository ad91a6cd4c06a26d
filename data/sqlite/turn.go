package sqlite

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/mattn/go-sqlite3"
)

// How a change waits for the changes of other programs. The engine's own way asks less and less
// often, so that among many desks whoever has waited longest is served last, and then not at all.
// Here whoever has waited long asks more often than who comes new.
const (
	firstPause = time.Millisecond // the first pauses grow from here: most turns are short
	calmPause  = 50 * time.Millisecond
	longestRow = 30 * time.Second // the end of all patience, though others still get on
)

// begin starts a transaction that writes. As long as other programs get their changes in, it waits
// for its turn; one that does not let go of the archive is waited for as long as the options say.
func (a *Archive) begin(ctx context.Context, t *tx) error {
	var waited, stuck time.Duration
	seen := int64(-1)
	for try := 0; ; try++ {
		_, err := t.exec("BEGIN IMMEDIATE")
		failed, ok := errors.AsType[sqlite3.Error](err)
		if !ok || failed.Code != sqlite3.ErrBusy {
			return err
		}
		if seen < 0 || stuck >= a.busy {
			now, failure := t.version()
			if failure != nil {
				return failure
			}
			if now == seen || waited >= longestRow {
				return err
			}
			seen, stuck = now, 0
		}
		pause := pauseAfter(try, waited)
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return ctx.Err()
		}
		waited, stuck = waited+pause, stuck+pause
	}
}

// pauseAfter is how long to wait before asking again.
func pauseAfter(try int, waited time.Duration) time.Duration {
	const short, long, longer = 4, time.Second, 2500 * time.Millisecond
	pause := calmPause
	switch {
	case try < short:
		pause = firstPause << try
	case waited > longer:
		pause = calmPause / 5
	case waited > long:
		pause = calmPause / 2
	}
	return pause/2 + rand.N(pause) // no two desks in step
}

// version is a number that changes with every change of another program.
func (t *tx) version() (int64, error) {
	return one(t.ctx, t, func(s scanner) (v int64, err error) { return v, s.Scan(&v) }, `PRAGMA data_version`)
}
