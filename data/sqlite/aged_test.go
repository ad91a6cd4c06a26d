package sqlite

import (
	"errors"
	"io/fs"
	"path/filepath"
	"testing"
	"testing/fstest"
)

// before is a household, a talk and a script as the first released version kept them.
const before = `
INSERT INTO residence (id, code, name, address, postcode, town, heating, agency, manager, caretaker, syndic, specifics, rev)
	VALUES ('r', 'R01', 'Les Tilleuls', '', '02000', 'Champmilan', 'district', '', '', '', '', '', 1);
INSERT INTO dwelling (id, residence_id, lot, building, stair, floor, door, type, home, heating, copro, garage)
	VALUES ('d', 'r', '', 'B', '', '', '12', '', 'flat', 'unknown', 0, 0);
INSERT INTO household (id, lease, source, dwelling_id, product, share_state, share_number, share_cents, share_since, signed_day,
	entry_day, exit_day, reception_day, option_day, gone_day, language, wishes, since_at, imported, rev)
	VALUES ('h', 'L-1', '', 'd', 'rental', 'unknown', 0, 0, '', '', '2026-09-15', '', '', '', '', 'fr', 'le matin', '2026-09-01T08:00:00.000Z', NULL, 1);
INSERT INTO holder (household_id, rank, id, tenant, civility, first, last, phone, mobile, email, raw)
	VALUES ('h', 0, 'c', '', '', 'Anne', 'Lefort', '', '', '', '');
INSERT INTO staff (id, login, name, role, phone, target, active, rev) VALUES ('s', 'sonia', 'Sonia Arnoux', 'officer', '', 75, 1, 1);
INSERT INTO script (id, version, source) VALUES ('counter', 3, CAST('id: counter' AS BLOB));
INSERT INTO talk (id, household_id, visit_id, kind, script_id, script_version, officer_id, state, current_step, began_at, touched_at, ended_at)
	VALUES ('k', 'h', NULL, 'counter', 'counter', 3, 's', 'open', 'a', '2026-11-20T08:00:00.000Z', '2026-11-20T08:10:00.000Z', '');
INSERT INTO talk_step (talk_id, step, rank, state, reason, checked, noted, note, asked, seconds) VALUES ('k', 'a', 1, 'seen', '', '[]', '[]', '', '[]', 30);
`

// aged is an archive that a program from before a migration wrote, opened by this one.
func aged(t *testing.T, migration string) *Archive {
	t.Helper()
	files := fstest.MapFS{}
	for _, name := range must(fs.Glob(migrations, "migrations/*.sql"))(t) {
		if filepath.Base(name) < migration {
			files[filepath.Base(name)] = &fstest.MapFile{Data: must(migrations.ReadFile(name))(t)}
		}
	}
	path := filepath.Join(t.TempDir(), "coop.db")
	db := must(open(path, defaultBusy, map[string][]string{"mode": {"rwc"}}, map[string][]string{"_txlock": {"immediate"}}))(t)
	old := &Archive{path: path, now: clock, log: quiet(), db: db}
	err := checkKind(t.Context(), db, path, true)
	if err == nil {
		err = old.migrateWith(t.Context(), files, Options{})
	}
	if err == nil {
		_, err = db.ExecContext(t.Context(), before)
	}
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	return openAt(t, path)
}
