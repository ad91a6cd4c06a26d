// Package sqlite keeps a coop's archive in one SQLite file: what people do is written with its
// journal in one transaction and is on the disk before a method returns.
//
// It knows SQL and the coop's words; it knows no screen, no rule of the desk and no language.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	_ "github.com/mattn/go-sqlite3" // the engine
)

// Options say how an archive is opened.
type Options struct {
	Create    bool             // make the archive when it is missing; its folder must be there
	ReadOnly  bool             // look only: nothing is written, not even a migration
	Now       func() time.Time // the clock, required
	Log       *slog.Logger     // nil for none
	BackupDir string           // where the copy made before a migration goes, "" for beside the archive
	Busy      time.Duration    // how long to wait for another program that does not let go, 0 for five seconds
}

// readers is how many questions may be answered at the same time.
const readers = 4

// The room that a connection may take for pages, in negative kilobytes; it is taken only when it is
// needed. An import that fits in the writer's does not write its pages twice.
const (
	writerCache = "-32000"
	readerCache = "-8000"
)

// defaultBusy is how long a change waits for another program that does not let go before it is refused.
const defaultBusy = 5 * time.Second

// Archive is an open archive. It may be used by several goroutines at once.
type Archive struct {
	path  string
	now   func() time.Time
	log   *slog.Logger
	busy  time.Duration
	reads *sql.DB
	db    *sql.DB              // the one connection that writes, nil when read-only
	conn  *sql.Conn            // of db
	turn  chan struct{}        // held by who writes
	stmts map[string]*sql.Stmt // of conn, by their text; touched only by who holds the turn
}

// Open opens the archive that lies at a path, brings it up to this program's version after a
// backup, and refuses with a key under archive.refused what it cannot open safely.
func Open(ctx context.Context, path string, o Options) (*Archive, error) {
	if o.Now == nil {
		return nil, errors.New("open archive: no clock was given")
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Busy == 0 {
		o.Busy = defaultBusy
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open archive: %w", err)
	}
	if err := approach(path, o); err != nil {
		return nil, fmt.Errorf("open archive: %w", err)
	}
	a := &Archive{path: path, now: o.Now, log: o.Log, busy: o.Busy, turn: make(chan struct{}, 1), stmts: map[string]*sql.Stmt{}}
	if err := a.connect(ctx, o); err != nil {
		return nil, errors.Join(fmt.Errorf("open archive: %w", a.refuse(err)), a.Close())
	}
	return a, nil
}

// Path is where the archive lies.
func (a *Archive) Path() string { return a.path }

func (a *Archive) connect(ctx context.Context, o Options) error {
	if !o.ReadOnly {
		if err := a.connectWriter(ctx, o); err != nil {
			return err
		}
	}
	mode := url.Values{"mode": {"ro"}}
	if _, err := os.Stat(a.path + "-wal"); o.ReadOnly && errors.Is(err, fs.ErrNotExist) && sealed(filepath.Dir(a.path)) {
		mode.Set("immutable", "1") // nobody writes there, and no reader's file can be made beside it
	}
	var err error
	if a.reads, err = open(a.path, o.Busy, mode, url.Values{"_query_only": {"1"}, "_cache_size": {readerCache}}); err != nil {
		return err
	}
	a.reads.SetMaxOpenConns(readers)
	a.reads.SetMaxIdleConns(readers)
	if err := checkKind(ctx, a.reads, a.path, false); err != nil {
		return err
	}
	return checkVersion(ctx, a.reads, a.path, true)
}

// connectWriter opens the connection that writes, and migrates over it.
func (a *Archive) connectWriter(ctx context.Context, o Options) error {
	var err error
	a.db, err = open(a.path, o.Busy, url.Values{"mode": {"rw"}}, url.Values{"_txlock": {"immediate"}, "_cache_size": {writerCache}})
	if err != nil {
		return err
	}
	a.db.SetMaxOpenConns(1)
	if err := checkKind(ctx, a.db, a.path, o.Create); err != nil {
		return err
	}
	if err := checkVersion(ctx, a.db, a.path, false); err != nil {
		return err
	}
	for _, pragma := range []string{"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA foreign_keys = ON"} {
		if _, err := a.db.ExecContext(ctx, pragma); err != nil {
			return err
		}
	}
	if err := a.migrate(ctx, o); err != nil {
		return err
	}
	if a.conn, err = a.db.Conn(context.WithoutCancel(ctx)); err != nil {
		return err
	}
	_, err = a.conn.ExecContext(ctx, "PRAGMA busy_timeout = 0") // from here on, begin waits
	return err
}

// open makes a pool of connections to a file; nothing is touched yet.
func open(path string, busy time.Duration, sqlite, driver url.Values) (*sql.DB, error) {
	query := url.Values{"_foreign_keys": {"1"}, "_synchronous": {"FULL"}, "_busy_timeout": {strconv.FormatInt(busy.Milliseconds(), 10)}}
	for _, more := range []url.Values{sqlite, driver} {
		for key, value := range more {
			query[key] = value
		}
	}
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/… on Windows
	}
	address := url.URL{Scheme: "file", Path: slashed, RawQuery: query.Encode()}
	return sql.Open("sqlite3", address.String())
}

// Close ends all work with the archive and folds what was written last into its one file.
func (a *Archive) Close() error {
	var errs []error
	if a.reads != nil {
		errs = append(errs, a.reads.Close())
	}
	if a.db != nil {
		a.turn <- struct{}{} // whoever writes finishes first
		for _, stmt := range a.stmts {
			errs = append(errs, stmt.Close())
		}
		a.stmts = nil
		if a.conn != nil {
			errs = append(errs, a.conn.Close())
		}
		errs = append(errs, a.db.Close())
		a.db, a.conn = nil, nil
		<-a.turn
	}
	if err := errors.Join(errs...); err != nil {
		return fmt.Errorf("close archive: %w", err)
	}
	return nil
}
