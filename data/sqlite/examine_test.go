package sqlite

import (
	"path/filepath"
	"testing"

	"bienvenue/app/coop"
)

// wrong lists the keys of what an examination did not find well.
func wrong(t *testing.T, a *Archive) []string {
	t.Helper()
	var keys []string
	for _, f := range must(a.Examine(t.Context()))(t) {
		if !f.OK && f.Key != "doctor.disk.low" { // the tests' disk is not the archive's matter
			keys = append(keys, f.Key)
		}
	}
	return keys
}

func entry(act coop.Act, on coop.Subject, id string, h coop.HouseholdID) coop.Entry {
	return coop.Entry{
		ID: newID[coop.EntryID](), At: noon, Staff: "s", Device: "desk-1", Subject: on, SubjectID: id, Household: h,
		Act: act, Payload: []byte(`{"a":1}`),
	}
}

// written is a small town whose beginnings are all in the journal.
func written(t *testing.T, a *Archive) town {
	t.Helper()
	w := settle(t, a)
	keep(t, a, coop.Change{Entries: []coop.Entry{
		entry(coop.ActImported, coop.OnHousehold, string(w.home.ID), w.home.ID),
		entry(coop.ActAdded, coop.OnHousehold, string(w.gone.ID), w.gone.ID),
		entry(coop.ActEdited, coop.OnResidence, string(w.residence.ID), ""),
		entry(coop.ActSettingsChanged, coop.OnCoop, "settings", ""),
	}})
	return w
}

func TestASoundArchiveIsFoundSound(t *testing.T) {
	a := fresh(t)
	written(t, a)
	same(t, "faults", wrong(t, a), []string(nil))
}

func TestTheExaminationSeesWhatIsWrong(t *testing.T) {
	for name, c := range map[string]struct{ harm, key string }{
		"a household that nobody wrote down": {`DELETE FROM journal WHERE act = 'imported'`, "doctor.journal.bad"},
		"an entry about nobody":              {`UPDATE journal SET subject_id = 'nobody' WHERE act = 'edited'`, "doctor.journal.bad"},
		"a household without its home":       {`DELETE FROM dwelling`, "doctor.links.bad"},
	} {
		t.Run(name, func(t *testing.T) {
			a := fresh(t)
			written(t, a)
			harm(t, a, c.harm)
			if got := wrong(t, a); len(got) == 0 || got[0] != c.key {
				t.Errorf("found %v, want %s", got, c.key)
			}
		})
	}
}

func TestASearchThatForgotSomebodyIsMadeAgain(t *testing.T) {
	for name, query := range map[string]string{
		"a word":      `UPDATE search SET words = ' x '`,
		"a household": `DELETE FROM search_name`,
		"the index":   `INSERT INTO search_text (docid, words) VALUES (99, 'phantom')`,
	} {
		t.Run(name, func(t *testing.T) {
			a := fresh(t)
			w := written(t, a)
			if name == "a household" {
				harm(t, a, query)
				query = `DELETE FROM search`
			}
			harm(t, a, query)
			findings := must(a.Examine(t.Context()))(t)
			if findings[3].Key != "doctor.search.made" {
				t.Fatalf("found %s", findings[3].Key)
			}
			if got := must(a.Examine(t.Context()))(t); got[3].Key != "doctor.search" {
				t.Errorf("after making it again: %s", got[3].Key)
			}
			rows := must(a.Rows(t.Context(), coop.RowFilter{Words: "lefevre", Limit: 5}))(t)
			if len(rows) != 1 || rows[0].ID != w.home.ID {
				t.Errorf("found %d rows", len(rows))
			}
		})
	}
}

// harm changes an archive behind the program's back.
func harm(t *testing.T, a *Archive, query string) {
	t.Helper()
	err := a.write(t.Context(), "harm", func(s *tx) error {
		_, err := s.exec(query)
		return err
	})
	if err == nil {
		return
	}
	db := must(open(a.path, defaultBusy, map[string][]string{"mode": {"rw"}}, map[string][]string{"_foreign_keys": {"0"}}))(t)
	if _, err := db.ExecContext(t.Context(), query); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestAnArchiveMayBeLookedAtOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coop.db")
	a := openAt(t, path)
	w := written(t, a)
	b := must(Open(t.Context(), path, Options{ReadOnly: true, Now: clock}))(t)
	defer b.Close()
	same(t, "household", must(b.Household(t.Context(), w.home.ID))(t), w.home)
	same(t, "faults", wrong(t, b), []string(nil))
	if err := b.Keep(t.Context(), coop.Change{Settings: map[string]string{"a": "b"}}); !Known(err, keyReadOnly) {
		t.Errorf("keeping gave %v", err)
	}
}
