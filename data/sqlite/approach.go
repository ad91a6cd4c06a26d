package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"bienvenue/app/coop"
)

// ApplicationID marks a SQLite file as a Bienvenue archive: "Bnvn" in ASCII.
const ApplicationID = 0x426e766e

// magic is how every SQLite file begins.
const magic = "SQLite format 3\x00"

// approach looks at the path before the engine does: what is wrong with a file or its folder is
// told apart here, where the engine has one number for all of it.
func approach(path string, o Options) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return missing(path, o)
	case errors.Is(err, fs.ErrPermission):
		return refusal(keyReadOnly, path)
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return refusal(keyNotAnArchive, path)
	}
	if err := CheckHeader(path); err != nil {
		return err
	}
	if o.ReadOnly {
		return nil
	}
	if info.Mode().Perm()&0o200 == 0 {
		return refusal(keyReadOnly, path)
	}
	if sealed(filepath.Dir(path)) {
		return refusal(keyFolder, path)
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return because(refusal(keyReadOnly, path), err)
	}
	return file.Close()
}

// missing makes an empty file that only its owner may read, where an archive may be made.
func missing(path string, o Options) error {
	folder := filepath.Dir(path)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() || (o.Create && sealed(folder)) {
		return refusal(keyFolder, path)
	}
	if !o.Create || o.ReadOnly {
		return refusal(keyMissing, path)
	}
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return because(refusal(keyFolder, path), err)
	}
	return file.Close()
}

// CheckHeader refuses a file that does not begin as an archive does; an empty one may become one.
func CheckHeader(path string) error {
	file, err := os.Open(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refusal(keyMissing, path)
	case err != nil:
		return because(refusal(keyReadOnly, path), err)
	}
	head := make([]byte, len(magic))
	n, err := io.ReadFull(file, head)
	if closed := file.Close(); closed != nil {
		return closed
	}
	switch {
	case errors.Is(err, io.EOF):
		return nil
	case errors.Is(err, io.ErrUnexpectedEOF), err == nil && string(head) != magic:
		return refusal(keyNotAnArchive, path)
	case err != nil:
		return fmt.Errorf("read %d bytes: %w", n, err)
	}
	return nil
}

// sealed says whether nothing can be made in a folder.
func sealed(folder string) bool {
	info, err := os.Stat(folder)
	if err != nil || info.Mode().Perm()&0o200 == 0 {
		return true
	}
	probe, err := os.CreateTemp(folder, ".bienvenue-*")
	if err != nil {
		return true
	}
	return errors.Join(probe.Close(), os.Remove(probe.Name())) != nil
}

// checkKind refuses a database of another program. A database without any table may become an
// archive when one may be made.
func checkKind(ctx context.Context, db *sql.DB, path string, create bool) error {
	var kind, tables int
	if err := db.QueryRowContext(ctx, "PRAGMA application_id").Scan(&kind); err != nil {
		return err
	}
	if kind == ApplicationID {
		return nil
	}
	if err := db.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_master").Scan(&tables); err != nil {
		return err
	}
	if kind != 0 || tables > 0 || !create {
		return refusal(keyNotAnArchive, path)
	}
	_, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", ApplicationID)) // a pragma takes no arguments
	return err
}

// Known says whether the archive refused because of a key of this package; for tests and tools.
func Known(err error, key string) bool {
	refused, ok := errors.AsType[*coop.RefusalError](err)
	return ok && refused.Key == key
}
