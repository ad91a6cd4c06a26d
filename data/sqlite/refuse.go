package sqlite

import (
	"errors"
	"fmt"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"bienvenue/app/coop"
)

// Why an archive is refused: the translation keys of the sentences.
const (
	keyMissing      = "archive.refused.missing"
	keyNotAnArchive = "archive.refused.not-an-archive"
	keyNewer        = "archive.refused.newer"
	keyOlder        = "archive.refused.older"
	keyReadOnly     = "archive.refused.read-only"
	keyFull         = "archive.refused.full"
	keyBusy         = "archive.refused.busy"
	keyDamaged      = "archive.refused.damaged"
	keyFolder       = "archive.refused.folder"
	keyLogin        = "archive.refused.login"
)

func refusal(key, path string) error {
	return coop.Refuse(key, map[string]any{"Path": path})
}

// because adds what the log should know to a refusal.
func because(refused, cause error) error { return fmt.Errorf("%w (%w)", refused, cause) }

// Explain turns the engine's codes into refusals that name the file; other errors pass unchanged.
func Explain(err error, path string) error {
	failed, ok := errors.AsType[sqlite3.Error](err)
	if !ok {
		if errors.Is(err, syscall.ENOSPC) {
			return because(refusal(keyFull, path), err)
		}
		return err
	}
	if _, ok := errors.AsType[*coop.RefusalError](err); ok {
		return err
	}
	if key := keyOf(failed); key != "" {
		return because(refusal(key, path), err)
	}
	return err
}

func keyOf(failed sqlite3.Error) string {
	switch failed.Code {
	case sqlite3.ErrFull:
		return keyFull
	case sqlite3.ErrIoErr:
		if failed.SystemErrno == syscall.ENOSPC {
			return keyFull
		}
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return keyReadOnly
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return keyBusy
	case sqlite3.ErrNotADB:
		return keyNotAnArchive
	case sqlite3.ErrCorrupt:
		return keyDamaged
	case sqlite3.ErrCantOpen:
		return keyFolder
	}
	return ""
}

func (a *Archive) refuse(err error) error { return Explain(err, a.path) }

// broke says whether a statement failed for a kind of constraint, by the engine's extended code.
func broke(err error, constraints ...sqlite3.ErrNoExtended) bool {
	failed, ok := errors.AsType[sqlite3.Error](err)
	if !ok {
		return false
	}
	for _, c := range constraints {
		if failed.ExtendedCode == c {
			return true
		}
	}
	return false
}
