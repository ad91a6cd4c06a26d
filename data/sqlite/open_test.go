package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"bienvenue/app/coop"
)

func TestWhatCannotBeOpenedIsRefusedByName(t *testing.T) {
	ctx := t.Context()
	for name, c := range map[string]struct {
		prepare func(path string) error
		create  bool
		key     string
	}{
		"a file that is not there":     {func(string) error { return nil }, false, keyMissing},
		"a folder that is not there":   {func(path string) error { return os.Remove(filepath.Dir(path)) }, true, keyFolder},
		"a folder nobody may write to": {func(path string) error { return os.Chmod(filepath.Dir(path), 0o500) }, true, keyFolder},
		"a letter":                     {func(path string) error { return write(path, "Madame, Monsieur, bonjour et bienvenue") }, true, keyNotAnArchive},
		"a short note":                 {func(path string) error { return write(path, "oui") }, true, keyNotAnArchive},
		"a folder":                     {func(path string) error { return os.Mkdir(path, 0o700) }, true, keyNotAnArchive},
		"another program's database":   {func(path string) error { return script(ctx, path, "CREATE TABLE song (name TEXT)") }, true, keyNotAnArchive},
		"an archive of a newer program": {func(path string) error {
			return errors.Join(made(ctx, path), script(ctx, path, "INSERT INTO goose_db_version (version_id, is_applied) VALUES (9999, 1)"))
		}, true, keyNewer},
		"an archive that may not be written": {func(path string) error {
			return errors.Join(made(ctx, path), os.Chmod(path, 0o400))
		}, true, keyReadOnly},
		"an empty file where none is to be made": {func(path string) error { return write(path, "") }, false, keyNotAnArchive},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "there", "coop.db")
			if err := errors.Join(os.Mkdir(filepath.Dir(path), 0o700), c.prepare(path)); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(path)
			a, err := Open(t.Context(), path, Options{Create: c.create, Now: clock})
			if !Known(err, c.key) {
				t.Errorf("got %v, want %s", err, c.key)
			}
			if a != nil {
				t.Error("an archive was opened")
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was touched")
			}
		})
	}
}

func write(path, text string) error { return os.WriteFile(path, []byte(text), 0o600) }

// made makes an archive and closes it.
func made(ctx context.Context, path string) error {
	a, err := Open(ctx, path, Options{Create: true, Now: clock})
	if err != nil {
		return err
	}
	return a.Close()
}

// script runs SQL on a file without the program.
func script(ctx context.Context, path, query string) error {
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, query)
	return errors.Join(err, db.Close())
}

func TestAnArchiveIsItsOwnersAlone(t *testing.T) {
	a := fresh(t)
	info := must(os.Stat(a.Path()))(t)
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode().Perm())
	}
}

func TestAnInterruptedCreationIsTakenUp(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coop.db")
	if err := write(path, ""); err != nil {
		t.Fatal(err)
	}
	a := openAt(t, path)
	same(t, "faults", wrong(t, a), []string(nil))
}

func TestAWriterThatWaitsTooLongIsToldSo(t *testing.T) {
	a := fresh(t)
	b := must(Open(t.Context(), a.Path(), Options{Now: clock, Busy: 30 * time.Millisecond}))(t)
	defer b.Close()
	err := a.write(t.Context(), "hold", func(*tx) error {
		if err := b.Keep(t.Context(), coop.Change{Settings: map[string]string{"a": "b"}}); !Known(err, keyBusy) {
			t.Errorf("got %v, want %s", err, keyBusy)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	keep(t, b, coop.Change{Settings: map[string]string{"a": "b"}})
}

func TestAFullDiskLosesNothingThatWasKept(t *testing.T) {
	a := fresh(t)
	w := written(t, a)
	const pages = 20 // more than there are
	var full int
	if err := a.conn.QueryRowContext(t.Context(), "PRAGMA page_count").Scan(&full); err != nil {
		t.Fatal(err)
	}
	if _, err := a.conn.ExecContext(t.Context(), fmt.Sprintf("PRAGMA max_page_count = %d", full+pages)); err != nil {
		t.Fatal(err)
	}
	n := 0
	var err error
	for ; err == nil && n < 1000; n++ {
		err = a.Keep(t.Context(), coop.Change{Settings: map[string]string{fmt.Sprint("note-", n): strings.Repeat("x", 3000)}})
	}
	if !Known(err, keyFull) {
		t.Fatalf("after %d: %v, want %s", n, err, keyFull)
	}
	same(t, "settings kept", len(must(a.Settings(t.Context()))(t)), n-1)
	same(t, "faults", wrong(t, a), []string(nil))
	if _, err := a.conn.ExecContext(t.Context(), "PRAGMA max_page_count = 1000000"); err != nil {
		t.Fatal(err)
	}
	w.home.Wishes = "plutôt le soir"
	keep(t, a, coop.Change{Households: []coop.Household{w.home}})
}

func TestADamagedArchiveIsNamedSo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coop.db")
	a := must(Open(t.Context(), path, Options{Create: true, Now: clock}))(t)
	w := settle(t, a)
	page := must(one(t.Context(), a.reads, scanInt, `SELECT rootpage FROM sqlite_master WHERE name = 'holder'`))(t)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	file := must(os.OpenFile(path, os.O_RDWR, 0))(t)
	if _, err := file.WriteAt(bytes.Repeat([]byte{0xff}, 512), int64(4096*(page-1))); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	if err := Check(t.Context(), path); !Known(err, keyDamaged) {
		t.Errorf("check gave %v", err)
	}
	b := must(Open(t.Context(), path, Options{Now: clock}))(t)
	defer b.Close()
	if _, err := b.Household(t.Context(), w.home.ID); !Known(err, keyDamaged) {
		t.Errorf("reading gave %v", err)
	}
	same(t, "found", wrong(t, b), []string{"doctor.file.bad"})
}

func TestAMigrationComesAfterACopyAndWholeOrNotAtAll(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coop.db")
	a := must(Open(t.Context(), path, Options{Create: true, Now: clock}))(t)
	w := settle(t, a)
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, name := range []string{"0001_first.sql", "0002_visit_overlap.sql", "0003_search.sql", "0004_talks_and_texts.sql", "0005_diary.sql", "0006_paper.sql"} {
		files[name] = &fstest.MapFile{Data: must(migrations.ReadFile("migrations/" + name))(t)}
	}
	files["0007_broken.sql"] = &fstest.MapFile{Data: []byte("CREATE TABLE extra (a TEXT) STRICT;\nINSERT INTO nowhere VALUES (1);\n")}
	folder := filepath.Join(t.TempDir(), "copies")
	db := must(open(path, defaultBusy, map[string][]string{"mode": {"rw"}}, map[string][]string{"_txlock": {"immediate"}}))(t)
	old := &Archive{path: path, now: clock, log: quiet(), db: db}
	if err := old.migrateWith(t.Context(), files, Options{BackupDir: folder}); err == nil {
		t.Fatal("a broken migration passed")
	}
	tables := must(one(t.Context(), db, scanInt, `SELECT count(*) FROM sqlite_master WHERE name = 'extra'`))(t)
	same(t, "tables of the broken migration", tables, 0)
	same(t, "version", must(versionOf(t.Context(), db))(t), 6)
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(folder, "coop-v6-20261123-120000.db")
	b := must(Open(t.Context(), copied, Options{Now: clock, ReadOnly: true}))(t)
	defer b.Close()
	same(t, "household in the copy", must(b.Household(t.Context(), w.home.ID))(t), w.home)
	same(t, "household after all", must(openAt(t, path).Household(t.Context(), w.home.ID))(t), w.home)
}

func TestACancelledQuestionEnds(t *testing.T) {
	a := fresh(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := a.Rows(ctx, coop.RowFilter{}); !errors.Is(err, context.Canceled) {
		t.Errorf("rows gave %v", err)
	}
	if err := a.Keep(ctx, coop.Change{}); !errors.Is(err, context.Canceled) {
		t.Errorf("keep gave %v", err)
	}
}
