package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/pressly/goose/v3"

	"bienvenue/app/coop"
	"bienvenue/data/backup"
)

//go:embed migrations/*.sql
var migrations embed.FS

// migrate brings the archive up to the last version that this program knows: a copy of an
// existing one is laid aside first, each step happens whole or not at all.
func (a *Archive) migrate(ctx context.Context, o Options) error {
	files, err := fs.Sub(migrations, "migrations")
	if err != nil {
		return err
	}
	return a.migrateWith(ctx, files, o)
}

func (a *Archive) migrateWith(ctx context.Context, files fs.FS, o Options) error {
	written, err := stepsIn(files)
	if err != nil {
		return fmt.Errorf("read migrations: %w", err)
	}
	steps, err := goose.NewProvider(goose.DialectSQLite3, a.db, nil, goose.WithDisableGlobalRegistry(true), goose.WithGoMigrations(written...))
	if err != nil {
		return fmt.Errorf("order migrations: %w", err)
	}
	current, known, err := steps.GetVersions(ctx)
	switch {
	case err != nil:
		return fmt.Errorf("read version: %w", err)
	case current == known:
		return nil
	case current > 0:
		if err := a.backUpBefore(ctx, current, o); err != nil {
			return fmt.Errorf("back up before migrating: %w", err)
		}
	}
	if _, err := steps.Up(ctx); err != nil {
		// Another program that starts at the same moment may have taken the same step first.
		if again, _, failed := steps.GetVersions(ctx); failed != nil || again != known {
			return errors.Join(fmt.Errorf("migrate from version %d: %w", current, err), failed)
		}
	}
	a.log.Info("archive migrated", "from", current, "to", known)
	return nil
}

// stepsIn are the migrations of a folder, each a file NUMBER_NAME.sql that happens in one transaction. SQLite takes
// a file apart itself; goose would ask for some megabytes for each of its lines.
func stepsIn(files fs.FS) ([]*goose.Migration, error) {
	names, err := fs.Glob(files, "*.sql")
	if err != nil {
		return nil, err
	}
	steps := make([]*goose.Migration, len(names))
	for i, name := range names {
		number, err := numberOf(name)
		if err != nil {
			return nil, err
		}
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		steps[i] = goose.NewGoMigration(int64(number), &goose.GoFunc{RunTx: func(ctx context.Context, tx *sql.Tx) error {
			if _, err := tx.ExecContext(ctx, string(text)); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
			return nil
		}}, nil)
	}
	return steps, nil
}

// numberOf is the version that a migration brings an archive to.
func numberOf(name string) (int, error) {
	number, _, _ := strings.Cut(name, "_")
	return strconv.Atoi(number)
}

// backUpBefore keeps a copy of the archive as it was at a version.
func (a *Archive) backUpBefore(ctx context.Context, version int64, o Options) error {
	folder := o.BackupDir
	if folder == "" {
		folder = filepath.Dir(a.path)
	}
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return because(refusal(keyFolder, folder), err)
	}
	base := strings.TrimSuffix(filepath.Base(a.path), filepath.Ext(a.path))
	name := fmt.Sprintf("%s-v%d-%s.db", base, version, a.now().UTC().Format("20060102-150405"))
	return backup.Copy(ctx, a.path, filepath.Join(folder, name))
}

// Version is the archive version that this program writes: the number of its last migration.
func Version() (int, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	if err != nil || len(names) == 0 {
		return 0, errors.Join(errors.New("no migrations"), err)
	}
	return numberOf(filepath.Base(names[len(names)-1]))
}

// checkVersion refuses an archive of a newer program before anything is written to it, and one
// of an older program where nothing may be written.
func checkVersion(ctx context.Context, db *sql.DB, path string, strict bool) error {
	known, err := Version()
	if err != nil {
		return err
	}
	found, err := versionOf(ctx, db)
	switch {
	case err != nil:
		return err
	case found > known:
		return coop.Refuse(keyNewer, map[string]any{"Path": path, "Version": found, "Known": known})
	case found < known && strict:
		return coop.Refuse(keyOlder, map[string]any{"Path": path, "Version": found, "Known": known})
	}
	return nil
}

// versionOf is the number of the last migration that an archive has had, 0 for none.
func versionOf(ctx context.Context, db *sql.DB) (int, error) {
	const told = `SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'goose_db_version'`
	if n, err := one(ctx, db, scanInt, told); err != nil || n == 0 {
		return 0, err
	}
	return one(ctx, db, scanInt, `SELECT COALESCE(max(version_id), 0) FROM goose_db_version WHERE is_applied`)
}
