package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/mattn/go-sqlite3"
)

// Finding is one thing that was looked at in an archive: a translation key, what the sentence
// names, and whether all is well.
type Finding struct {
	Key  string         `json:"key"`
	Args map[string]any `json:"args,omitempty"`
	OK   bool           `json:"ok"`
}

const (
	megabyte = 1 << 20
	gigabyte = 1 << 30
	// leastFree is the room that a disk should have left for the archive, its log and a copy.
	leastFree = gigabyte
)

// Examine looks the archive over from end to end and says what it found, one finding a matter.
// It changes nothing, except that it makes the search's own table again when that was wrong.
func (a *Archive) Examine(ctx context.Context) ([]Finding, error) {
	var all []Finding
	for _, look := range []func(context.Context) (Finding, error){
		a.lookAtFile, a.lookAtLinks, a.lookAtJournal, a.lookAtSearch, a.lookAtDisk, a.lookAtSize, a.lookAtWriting,
	} {
		found, err := look(ctx)
		failed, engine := errors.AsType[sqlite3.Error](err)
		switch {
		case engine && (failed.Code == sqlite3.ErrCorrupt || failed.Code == sqlite3.ErrNotADB || failed.Code == sqlite3.ErrIoErr):
			a.log.Error("examine archive", "error", err)
			found = Finding{Key: "doctor.file.bad", Args: map[string]any{"Faults": 1, "Path": a.path}}
		case err != nil:
			return all, fmt.Errorf("examine archive: %w", err)
		}
		all = append(all, found)
		if found.Key == "doctor.file.bad" {
			return all, nil // what else could be said of a damaged file is not to be relied on
		}
	}
	return all, nil
}

func (a *Archive) lookAtFile(ctx context.Context) (Finding, error) {
	faults, err := integrity(ctx, a.reads)
	if err != nil || len(faults) == 0 {
		return Finding{Key: "doctor.file", OK: true}, err
	}
	a.log.Error("archive damaged", "faults", faults)
	return Finding{Key: "doctor.file.bad", Args: map[string]any{"Faults": len(faults), "Path": a.path}}, nil
}

func (a *Archive) lookAtLinks(ctx context.Context) (Finding, error) {
	n, err := one(ctx, a.reads, scanInt, `SELECT count(*) FROM pragma_foreign_key_check`)
	if err != nil || n == 0 {
		return Finding{Key: "doctor.links", OK: true}, err
	}
	return Finding{Key: "doctor.links.bad", Args: map[string]any{"Count": n}}, nil
}

// What has no entry that tells of its beginning, and what an entry tells of that is not there.
// A visit that nobody had booked begins with its end.
const (
	unwritten = `SELECT
		(SELECT count(*) FROM household WHERE id NOT IN (SELECT subject_id FROM journal
			WHERE subject = 'household' AND act IN ('imported', 'added'))) +
		(SELECT count(*) FROM visit WHERE id NOT IN (SELECT subject_id FROM journal
			WHERE subject = 'visit' AND act IN ('visit-booked', 'visit-closed', 'attempts-closed'))) +
		(SELECT count(*) FROM talk WHERE id NOT IN (SELECT subject_id FROM journal
			WHERE subject = 'talk' AND act = 'talk-begun')) +
		(SELECT count(*) FROM talk WHERE state = 'closed' AND id NOT IN (SELECT subject_id FROM journal
			WHERE subject = 'talk' AND act = 'talk-closed')) +
		(SELECT count(*) FROM follow_up WHERE id NOT IN (SELECT subject_id FROM journal
			WHERE subject = 'followup' AND act = 'followup-opened')) +
		(SELECT count(*) FROM paper WHERE id NOT IN (SELECT subject_id FROM journal
			WHERE subject = 'paper' AND act = 'paper-made')) +
		(SELECT count(*) FROM signature WHERE talk_id NOT IN (SELECT subject_id FROM journal
			WHERE subject = 'talk' AND act = 'talk-signed')) +
		(SELECT count(*) FROM correction WHERE talk_id NOT IN (SELECT subject_id FROM journal
			WHERE subject = 'talk' AND act = 'talk-corrected'))`
	orphaned = `SELECT count(*) FROM journal j WHERE CASE j.subject
		WHEN 'household' THEN NOT EXISTS (SELECT 1 FROM household x WHERE x.id = j.subject_id)
		WHEN 'residence' THEN NOT EXISTS (SELECT 1 FROM residence x WHERE x.id = j.subject_id)
		WHEN 'visit' THEN NOT EXISTS (SELECT 1 FROM visit x WHERE x.id = j.subject_id)
		WHEN 'talk' THEN NOT EXISTS (SELECT 1 FROM talk x WHERE x.id = j.subject_id)
		WHEN 'followup' THEN NOT EXISTS (SELECT 1 FROM follow_up x WHERE x.id = j.subject_id)
		WHEN 'paper' THEN NOT EXISTS (SELECT 1 FROM paper x WHERE x.id = j.subject_id)
		WHEN 'staff' THEN NOT EXISTS (SELECT 1 FROM staff x WHERE x.id = j.subject_id)
		WHEN 'wave' THEN NOT EXISTS (SELECT 1 FROM wave x WHERE x.id = j.subject_id)
		WHEN 'event' THEN NOT EXISTS (SELECT 1 FROM event x WHERE x.id = j.subject_id)
		ELSE 0 END`
)

func (a *Archive) lookAtJournal(ctx context.Context) (Finding, error) {
	missing, err := one(ctx, a.reads, scanInt, unwritten)
	if err != nil {
		return Finding{}, err
	}
	orphans, err := one(ctx, a.reads, scanInt, orphaned)
	if err != nil {
		return Finding{}, err
	}
	if missing+orphans > 0 {
		return Finding{Key: "doctor.journal.bad", Args: map[string]any{"Missing": missing, "Orphans": orphans}}, nil
	}
	entries, err := one(ctx, a.reads, scanInt, `SELECT count(*) FROM journal`)
	return Finding{Key: "doctor.journal", Args: map[string]any{"Entries": entries}, OK: true}, err
}

func (a *Archive) lookAtDisk(context.Context) (Finding, error) {
	free, err := freeBytes(filepath.Dir(a.path))
	if err != nil {
		return Finding{}, fmt.Errorf("free disk space: %w", err)
	}
	size, err := a.bytes()
	if err != nil {
		return Finding{}, err
	}
	if free < max(leastFree, 2*size) {
		return Finding{Key: "doctor.disk.low", Args: map[string]any{"Megabytes": free / megabyte}}, nil
	}
	return Finding{Key: "doctor.disk", Args: map[string]any{"Gigabytes": free / gigabyte}, OK: true}, nil
}

// bytes is how much room the archive takes, its log included.
func (a *Archive) bytes() (uint64, error) {
	var sum uint64
	for _, suffix := range []string{"", "-wal"} {
		info, err := os.Stat(a.path + suffix)
		switch {
		case err == nil:
			sum += uint64(max(info.Size(), 0))
		case suffix == "" || !errors.Is(err, os.ErrNotExist):
			return 0, err
		}
	}
	return sum, nil
}

func (a *Archive) lookAtSize(ctx context.Context) (Finding, error) {
	size, err := a.bytes()
	if err != nil {
		return Finding{}, err
	}
	version, err := versionOf(ctx, a.reads)
	if err != nil {
		return Finding{}, err
	}
	households, err := one(ctx, a.reads, scanInt, `SELECT count(*) FROM household`)
	if err != nil {
		return Finding{}, err
	}
	visits, err := one(ctx, a.reads, scanInt, `SELECT count(*) FROM visit`)
	return Finding{Key: "doctor.size", OK: true, Args: map[string]any{
		"Megabytes": (size + megabyte - 1) / megabyte, "Version": version, "Households": households, "Visits": visits,
	}}, err
}

// lookAtWriting checks that what is written is on the disk before it is called kept.
func (a *Archive) lookAtWriting(ctx context.Context) (Finding, error) {
	if a.db == nil {
		return Finding{Key: "doctor.looking", OK: true}, nil
	}
	const full = 2 // of PRAGMA synchronous
	ok := true
	err := a.write(ctx, "check how it is written", func(t *tx) error {
		mode, err := one(t.ctx, t, scanText[string], `PRAGMA journal_mode`)
		if err != nil {
			return err
		}
		level, err := one(t.ctx, t, scanInt, `PRAGMA synchronous`)
		if err != nil {
			return err
		}
		keys, err := one(t.ctx, t, scanInt, `PRAGMA foreign_keys`)
		ok = mode == "wal" && level >= full && keys == 1
		return err
	})
	if !ok {
		return Finding{Key: "doctor.writing.bad"}, err
	}
	return Finding{Key: "doctor.writing", OK: true}, err
}
