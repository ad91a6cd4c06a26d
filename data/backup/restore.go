package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/mattn/go-sqlite3"
)

// Beside a SQLite file lie its log and its index of the log, as long as it is in use.
var companions = []string{"", "-wal", "-shm"}

// Restore puts a copy of a file in an archive's place. The archive that was there keeps its
// content under a dated name beside it, which is returned; "" when there was none. The caller
// has looked the file over. An archive that a program has open fails with the engine's « busy ».
func Restore(ctx context.Context, from, archive string, now time.Time) (string, error) {
	if info, err := os.Stat(archive); err == nil {
		if other, err := os.Stat(from); err == nil && os.SameFile(info, other) {
			return "", fmt.Errorf("restore: %s is the archive itself", filepath.Base(from))
		}
	}
	temporary := archive + ".restoring"
	if err := Copy(ctx, from, temporary); err != nil {
		return "", err
	}
	aside, err := layAside(ctx, archive, now)
	if err != nil {
		return "", errors.Join(fmt.Errorf("lay the archive aside: %w", err), discard(temporary))
	}
	if err := settle(temporary, archive); err != nil {
		return aside, fmt.Errorf("put the copy in place: %w", err)
	}
	return aside, nil
}

// layAside gives an archive a dated name. A damaged one, too: it keeps whatever can be saved of it.
func layAside(ctx context.Context, archive string, now time.Time) (string, error) {
	if _, err := os.Stat(archive); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err := unused(ctx, archive); err != nil {
		return "", err
	}
	ext := filepath.Ext(archive)
	aside := strings.TrimSuffix(archive, ext) + now.Format("-2006-01-02-150405") + ext
	if _, err := os.Stat(aside); err == nil {
		return "", &fs.PathError{Op: "rename", Path: aside, Err: fs.ErrExist}
	}
	for _, suffix := range companions {
		if err := os.Rename(archive+suffix, aside+suffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
	}
	return aside, nil
}

// unused fails when a program has the archive open. Leaving the log needs the file for oneself;
// it also folds the log into the file. A file too damaged for that is used by nobody either.
func unused(ctx context.Context, archive string) (err error) {
	db, err := open(archive, "rw")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	var mode string
	err = db.QueryRowContext(ctx, "PRAGMA journal_mode = DELETE").Scan(&mode)
	failed, ok := errors.AsType[sqlite3.Error](err)
	if ok && (failed.Code == sqlite3.ErrBusy || failed.Code == sqlite3.ErrLocked) {
		return err
	}
	return ctx.Err()
}
