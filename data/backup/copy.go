// Package backup copies an archive while it is in use and puts a copy back in an archive's place.
// It knows files and the engine; it does not know what an archive holds.
package backup

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "github.com/mattn/go-sqlite3" // the engine
)

// Copy writes the archive as it is now to another file, which appears whole or not at all: it is
// made under a temporary name beside the target, brought to the disk and then renamed. A file
// that bears the target's name is replaced.
func Copy(ctx context.Context, archive, target string) (err error) {
	if _, err := os.Stat(archive); err != nil {
		return fmt.Errorf("copy archive: %w", err)
	}
	temporary, err := temporaryBeside(target)
	if err != nil {
		return fmt.Errorf("copy archive: %w", err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("copy archive: %w", err), discard(temporary))
		}
	}()
	db, err := open(archive, "ro")
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", temporary)
	if err = errors.Join(err, db.Close()); err != nil {
		return err
	}
	return settle(temporary, target)
}

// open opens a file in one of SQLite's modes: ro, rw.
func open(path, mode string) (*sql.DB, error) {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		if absolute, err := filepath.Abs(path); err == nil {
			slashed = filepath.ToSlash(absolute)
		}
	}
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed
	}
	query := url.Values{"mode": {mode}, "_busy_timeout": {"5000"}}
	address := url.URL{Scheme: "file", Path: slashed, RawQuery: query.Encode()}
	db, err := sql.Open("sqlite3", address.String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, nil
}

// temporaryBeside makes an empty file that only its owner may read, beside a target.
func temporaryBeside(target string) (string, error) {
	file, err := os.CreateTemp(filepath.Dir(target), ".bienvenue-*.tmp")
	if err != nil {
		return "", err
	}
	return file.Name(), file.Close()
}

func discard(temporary string) error {
	err := os.Remove(temporary)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}

// settle brings a finished temporary file to the disk and gives it its name.
func settle(temporary, target string) error {
	if err := syncFile(temporary); err != nil {
		return err
	}
	if err := os.Rename(temporary, target); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(target))
}

func syncFile(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}
