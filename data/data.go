// Package data opens a coop's archive by its address. Which engine keeps it is the address's
// matter: a path, or sqlite:path, is a SQLite file.
//
// It knows where things are kept; it knows no screen, no rule of the desk and no language.
package data

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/data/backup"
	"bienvenue/data/sqlite"
)

// Options say how an archive is opened.
type Options = sqlite.Options

// Finding is one thing that was looked at in an archive; (*sqlite.Archive).Examine makes them.
type Finding = sqlite.Finding

// Open opens the archive at an address: a path, or sqlite:path. It is brought up to this
// program's version first, after a copy of it was laid aside. What cannot be opened safely is
// refused with a *coop.RefusalError whose key stands under archive.refused.
func Open(ctx context.Context, address string, o Options) (*sqlite.Archive, error) {
	path, err := PathOf(address)
	if err != nil {
		return nil, fmt.Errorf("open archive: %w", err)
	}
	return sqlite.Open(ctx, path, o)
}

// PathOf is the file that an address names.
func PathOf(address string) (string, error) {
	path, named := strings.CutPrefix(address, "sqlite:")
	if path == "" || (!named && strings.Contains(path, "://")) {
		return "", coop.Refuse("archive.refused.address", map[string]any{"Address": address})
	}
	return path, nil
}

// Backup writes a copy of an archive, in use or not, to a file, which appears whole or not at
// all. A file that bears the name already is replaced.
func Backup(ctx context.Context, address, target string) error {
	path, err := PathOf(address)
	if err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	if err := sqlite.CheckHeader(path); err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	err = sqlite.Explain(backup.Copy(ctx, path, target), target)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, fs.ErrPermission):
		err = coop.Refuse("archive.refused.folder", map[string]any{"Path": target})
	case sqlite.Known(err, "archive.refused.damaged"):
		err = coop.Refuse("archive.refused.damaged", map[string]any{"Path": path})
	}
	return fmt.Errorf("back up: %w", err)
}

// Restore puts a copy in an archive's place after having looked it over from end to end. The
// archive that was there stays beside it under a dated name, which is returned ("" when there
// was none). An archive in use is refused.
func Restore(ctx context.Context, from, address string, now time.Time) (string, error) {
	path, err := PathOf(address)
	if err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	if err := sqlite.Check(ctx, from); err != nil {
		return "", fmt.Errorf("restore: %w", err)
	}
	aside, err := backup.Restore(ctx, from, path, now)
	if err != nil {
		return "", fmt.Errorf("restore: %w", sqlite.Explain(err, path))
	}
	return aside, nil
}
