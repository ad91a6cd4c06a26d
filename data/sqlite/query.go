package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"bienvenue/app/coop"
)

// querier asks the archive: a pool, a connection or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// scanner is a row to be read.
type scanner interface {
	Scan(dest ...any) error
}

// collect reads every row of a question, closes it and checks how it ended.
func collect[T any](ctx context.Context, q querier, scan func(scanner) (T, error), query string, args ...any) (all []T, err error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, rows.Close()) }()
	for rows.Next() {
		one, err := scan(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, rows.Err()
}

// one reads the first row of a question; none is coop.ErrNotFound.
func one[T any](ctx context.Context, q querier, scan func(scanner) (T, error), query string, args ...any) (T, error) {
	var none T
	all, err := collect(ctx, q, scan, query, args...)
	switch {
	case err != nil:
		return none, err
	case len(all) == 0:
		return none, coop.ErrNotFound
	}
	return all[0], nil
}

// read answers from one state of the archive, whatever is written meanwhile.
func read[T any](ctx context.Context, a *Archive, what string, ask func(q querier) (T, error)) (T, error) {
	var none T
	tx, err := a.reads.BeginTx(ctx, nil)
	if err != nil {
		return none, fmt.Errorf("%s: %w", what, a.refuse(err))
	}
	answer, err := ask(tx)
	if ended := tx.Rollback(); ended != nil && !errors.Is(ended, sql.ErrTxDone) {
		err = errors.Join(err, ended)
	}
	if err != nil {
		return none, fmt.Errorf("%s: %w", what, a.refuse(err))
	}
	return answer, nil
}

func scanInt(s scanner) (int, error) {
	var n int
	return n, s.Scan(&n)
}

func scanText[T ~string](s scanner) (T, error) {
	var text T
	return text, s.Scan(&text)
}

// instant is how a time is kept: UTC, to the millisecond, always as wide, so that text order is
// time order. No time is kept as "".
const instant = "2006-01-02T15:04:05.000Z"

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(instant)
}

// moment reads an instant.
type moment struct{ at *time.Time }

// Scan reads what stamp wrote.
func (m moment) Scan(value any) error {
	text, ok := value.(string)
	if !ok && value != nil {
		return fmt.Errorf("instant: %T is no text", value)
	}
	if text == "" {
		*m.at = time.Time{}
		return nil
	}
	t, err := time.Parse(instant, text)
	if err != nil {
		return fmt.Errorf("instant: %w", err)
	}
	*m.at = t
	return nil
}

// optional reads a text that may be null into a name, "" when it is.
type optional[T ~string] struct{ text *T }

// Scan reads null as "".
func (o optional[T]) Scan(value any) error {
	var text sql.NullString
	if err := text.Scan(value); err != nil {
		return err
	}
	*o.text = T(text.String)
	return nil
}

// orNull is a name as it is kept where it may be missing: "" becomes null.
func orNull[T ~string](name T) any {
	if name == "" {
		return nil
	}
	return string(name)
}

// jsonText is a value as JSON text; an empty list is kept as [].
func jsonText[T any](list []T) (string, error) {
	if len(list) == 0 {
		return "[]", nil
	}
	b, err := json.Marshal(list)
	return string(b), err
}

// fromJSON reads a list that jsonText wrote; [] is no list.
func fromJSON[T any](text string, list *[]T) error {
	if text == "[]" {
		return nil
	}
	return json.Unmarshal([]byte(text), list)
}
