package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"iter"

	"github.com/mattn/go-sqlite3"

	"bienvenue/app/coop"
)

// many is how many changes in one go make it worth putting the search's index in order afterwards.
const many = 500

// Keep writes a change whole or not at all, its journal in the same transaction; when it returns
// nil, the change is on the disk. Every row that bears a Rev is one Rev higher afterwards.
// A visit that clashes gives a *coop.ClashError, a stale Rev coop.ErrChanged.
func (a *Archive) Keep(ctx context.Context, c coop.Change) error {
	return a.write(ctx, "keep", func(t *tx) error { return t.change(c) })
}

// KeepAll writes many changes in one transaction. A cancelled context leaves nothing behind.
func (a *Archive) KeepAll(ctx context.Context, changes iter.Seq[coop.Change]) error {
	return a.write(ctx, "keep all", func(t *tx) error {
		n := 0
		for c := range changes {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := t.change(c); err != nil {
				return err
			}
			n++
		}
		if n < many {
			return nil
		}
		return t.tidySearch()
	})
}

// tx is one transaction of the connection that writes. Its statements are not interrupted
// halfway: a cancelled context is looked at between changes and before the commit.
type tx struct {
	ctx     context.Context
	conn    *sql.Conn
	stmts   map[string]*sql.Stmt
	homes   map[coop.ResidenceID]string // the words to find a residence by, as this transaction has them
	waiting []waiting
	judge   func(coop.Visit, coop.DiaryFacts) error // of the change that is written, nil for none
	query   func(coop.Visit) coop.FactsQuery
}

// write carries out a piece of work in one transaction.
func (a *Archive) write(ctx context.Context, what string, work func(t *tx) error) error {
	if a.db == nil {
		return fmt.Errorf("%s: %w", what, refusal(keyReadOnly, a.path))
	}
	select {
	case a.turn <- struct{}{}:
		defer func() { <-a.turn }()
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", what, ctx.Err())
	}
	if a.conn == nil {
		return fmt.Errorf("%s: %w", what, sql.ErrConnDone)
	}
	t := &tx{ctx: context.WithoutCancel(ctx), conn: a.conn, stmts: a.stmts, homes: map[coop.ResidenceID]string{}}
	if err := a.attempt(ctx, t, work); err != nil {
		return fmt.Errorf("%s: %w", what, a.refuse(err))
	}
	return nil
}

// attempt begins, works and commits; whatever fails, nothing stays behind.
func (a *Archive) attempt(ctx context.Context, t *tx, work func(t *tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := a.begin(ctx, t); err != nil {
		return err
	}
	err := work(t)
	if err == nil {
		err = t.writeFound()
	}
	if err == nil {
		err = ctx.Err()
	}
	if err == nil {
		if _, err = t.exec("COMMIT"); err == nil {
			return nil
		}
	}
	if _, failed := t.exec("ROLLBACK"); failed != nil {
		// A full disk makes the engine roll back by itself; then there is nothing left to undo.
		a.log.Debug("roll back", "error", failed)
	}
	return err
}

// prepared is a statement that stays prepared as long as the archive is open; Close closes it.
type prepared interface {
	ExecContext(ctx context.Context, args ...any) (sql.Result, error)
	QueryContext(ctx context.Context, args ...any) (*sql.Rows, error)
}

func (t *tx) stmt(query string) (prepared, error) {
	if kept := t.stmts[query]; kept != nil {
		return kept, nil
	}
	stmt, err := t.conn.PrepareContext(t.ctx, query)
	if err != nil {
		return nil, err
	}
	t.stmts[query] = stmt
	return stmt, nil
}

// exec carries out a statement and counts the rows it changed.
func (t *tx) exec(query string, args ...any) (int64, error) {
	stmt, err := t.stmt(query)
	if err != nil {
		return 0, err
	}
	result, err := stmt.ExecContext(t.ctx, args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// QueryContext asks within the transaction.
func (t *tx) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	stmt, err := t.stmt(query)
	if err != nil {
		return nil, err
	}
	return stmt.QueryContext(ctx, args...)
}

// insert writes a new row; one that is already there was made by somebody else.
func (t *tx) insert(query string, args ...any) error {
	_, err := t.exec(query, args...)
	if broke(err, sqlite3.ErrConstraintPrimaryKey) {
		return because(coop.ErrChanged, err)
	}
	return err
}

// update changes the one row that still has its Rev.
func (t *tx) update(query string, args ...any) error {
	n, err := t.exec(query, args...)
	if err == nil && n != 1 {
		return coop.ErrChanged
	}
	return err
}

// change writes all rows of one act, those that others point at first.
func (t *tx) change(c coop.Change) error {
	t.judge, t.query = c.Judge, c.Query
	parts := []func() error{
		func() error { return each("residence", c.Residences, t.residence) },
		func() error { return each("staff", c.Staff, t.staff) },
		func() error { return each("household", c.Households, t.household) },
		func() error { return each("script", c.Scripts, t.script) },
		func() error { return each("shipped script", c.Shipped, t.shipped) },
		func() error { return each("drop draft", c.Undrafted, t.undraft) },
		func() error { return each("draft", c.Drafts, t.draft) },
		func() error { return each("hours", c.Hours, t.hours) },
		func() error { return each("exception", c.Exceptions, t.exception) },
		func() error { return each("exception gone", c.Excepted, t.except) },
		func() error { return each("wave", c.Waves, t.wave) },
		func() error { return each("release", c.Released, t.release) },
		func() error { return each("visit", c.Visits, t.visit) },
		func() error { return each("hold", c.Holds, t.hold) },
		func() error { return each("talk", c.Talks, t.talk) },
		func() error { return each("step", c.Steps, t.step) },
		func() error { return each("outcome", c.Outcomes, t.outcome) },
		func() error { return each("follow-up", c.FollowUps, t.followUp) },
		func() error { return each("paper", c.Papers, t.paper) },
		func() error { return each("batch", c.Batches, t.batch) },
		func() error { return each("batch item", c.BatchItems, t.batchItem) },
		func() error { return each("template", c.Templates, t.template) },
		func() error { return each("drop template draft", c.Untemplate, t.untemplate) },
		func() error { return each("template draft", c.Templating, t.templating) },
		func() error { return each("questionnaire form", c.Forms, t.askingForm) },
		func() error { return each("questionnaire", c.Askings, t.asking) },
		func() error { return each("signature", c.Signatures, t.signature) },
		func() error { return each("correction", c.Corrected, t.correction) },
		func() error { return each("rehearsal", c.Rehearsals, t.rehearsal) },
		func() error { return each("event", c.Events, t.event) },
		func() error { return t.settings(c.Settings) },
		func() error { return each("journal", c.Entries, t.entry) },
	}
	for _, part := range parts {
		if err := part(); err != nil {
			return err
		}
	}
	return nil
}

func each[T any](what string, rows []T, write func(T) error) error {
	for _, row := range rows {
		if err := write(row); err != nil {
			return fmt.Errorf("%s: %w", what, err)
		}
	}
	return nil
}
