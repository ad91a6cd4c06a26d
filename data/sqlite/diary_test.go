package sqlite

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/settings"
)

func factsAt(v coop.Visit) coop.FactsQuery {
	return coop.FactsQuery{
		From: "2026-11-23", To: "2026-11-29", First: noon.AddDate(0, 0, -3), Last: noon.AddDate(0, 0, 6),
		Officers: []coop.StaffID{v.Officer}, Households: []coop.HouseholdID{v.Household}, Now: noon,
	}
}

func TestHoursAndExceptionsComeBackAsTheyWereKept(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	h := coop.Hours{Staff: w.officer.ID, Week: coop.Week{{{From: 510, To: 750}}, {}, {{From: 510, To: 750}, {From: 810, To: 1080}}}}
	away := coop.Exception{ID: "away", Staff: w.officer.ID, Kind: coop.StaffAway, From: "2026-12-01", To: "2026-12-04", Label: "congés"}
	closed := coop.Exception{ID: "closed", Kind: coop.CoopClosed, From: "2026-12-24", To: "2026-12-24", Span: coop.Span{From: 720, To: 1080}, Weekly: true}
	keep(t, a, coop.Change{Hours: []coop.Hours{h}, Exceptions: []coop.Exception{away, closed}})
	h.Rev, away.Rev, closed.Rev = 1, 1, 1
	h.Week[1] = []coop.Span{}
	got := must(a.Hours(t.Context()))(t)
	if len(got) != 1 || got[0].Week.Minutes() != h.Week.Minutes() || got[0].Rev != 1 {
		t.Errorf("hours %+v, want %+v", got, h)
	}
	same(t, "exceptions of December", must(a.Exceptions(t.Context(), "2026-12-04", "2026-12-31"))(t), []coop.Exception{away, closed})
	same(t, "exceptions of a week", must(a.Exceptions(t.Context(), "2026-12-05", "2026-12-20"))(t), []coop.Exception(nil))
	same(t, "exception", must(a.Exception(t.Context(), "closed"))(t), closed)
	if err := a.Keep(t.Context(), coop.Change{Hours: []coop.Hours{{Staff: w.officer.ID, Rev: 4}}}); !errors.Is(err, coop.ErrChanged) {
		t.Errorf("stale hours: %v", err)
	}
	keep(t, a, coop.Change{Excepted: []coop.ExceptionID{"away", "away"}})
	if _, err := a.Exception(t.Context(), "away"); !errors.Is(err, coop.ErrNotFound) {
		t.Errorf("an exception that is gone gives %v", err)
	}
}

func TestTheFactsOfADiaryAreWhatDecides(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	w.home.Prefers = []coop.Preference{coop.PreferMornings}
	tried, planned, far, colleague := visit(w, noon.AddDate(0, -1, 0), 45), visit(w, noon, 45), visit(w, noon.AddDate(0, 2, 0), 45), visit(w, noon, 45)
	tried.State, tried.Result = coop.VisitHeld, coop.Absent
	colleague.Officer, colleague.Household = w.other.ID, w.gone.ID
	far.Household = w.gone.ID
	cancelled := visit(w, noon.Add(4*time.Hour), 45)
	cancelled.State = coop.VisitCancelled
	held := coop.Hold{ID: "h", Household: w.gone.ID, Officer: w.officer.ID, Start: noon.Add(2 * time.Hour), End: noon.Add(3 * time.Hour), By: w.other.ID, Until: noon.Add(time.Minute)}
	over := held
	over.ID, over.Until = "over", noon.Add(-time.Minute)
	keep(t, a, coop.Change{Households: []coop.Household{w.home}, Visits: []coop.Visit{tried, planned, far, colleague, cancelled}, Holds: []coop.Hold{held, over}})
	facts := must(a.DiaryFacts(t.Context(), factsAt(planned)))(t)
	seen := map[coop.VisitID]bool{}
	for _, v := range facts.Visits {
		if seen[v.ID] {
			t.Errorf("visit %s stands twice in the facts", v.ID)
		}
		seen[v.ID] = true
	}
	for name, c := range map[string]struct {
		id   coop.VisitID
		want bool
	}{
		"the officer's of the week": {planned.ID, true}, "the household's of long ago": {tried.ID, true},
		"somebody else's of another month": {far.ID, false}, "a colleague's": {colleague.ID, false},
		"the household's cancelled one": {cancelled.ID, true},
	} {
		if seen[c.id] != c.want {
			t.Errorf("%s: in the facts %v, want %v", name, seen[c.id], c.want)
		}
	}
	same(t, "holds", facts.Holds, []coop.Hold{held})
	if len(facts.Staff) != 2 || len(facts.Households) != 1 || facts.Households[0].Entry != w.home.Entry || len(facts.Households[0].Prefers) != 1 || facts.Households[0].Town != "Champmilan" {
		t.Errorf("the facts are %+v", facts)
	}
	all := factsAt(planned)
	all.Officers = nil
	if got := must(a.DiaryFacts(t.Context(), all))(t); len(got.Visits) != len(facts.Visits)+1 {
		t.Errorf("of all officers there are %d visits, want %d", len(got.Visits), len(facts.Visits)+1)
	}
}

func TestTheJudgeSeesWhatTheTransactionWrites(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	first, second := visit(w, noon, 30), visit(w, noon.Add(3*time.Hour), 30)
	second.Household = w.gone.ID
	refusal := coop.Refuse("visit.refused.trips", nil)
	judged := 0
	c := coop.Change{
		Visits: []coop.Visit{first, second},
		Query:  factsAt,
		Judge: func(v coop.Visit, facts coop.DiaryFacts) error {
			judged++
			if v.ID != second.ID {
				return nil
			}
			for _, other := range facts.Visits {
				if other.ID == first.ID {
					return refusal
				}
			}
			return nil
		},
	}
	if err := a.Keep(t.Context(), c); !errors.Is(err, refusal) || judged != 2 {
		t.Fatalf("after %d judgements: %v", judged, err)
	}
	same(t, "visits", must(a.Visits(t.Context(), coop.VisitFilter{}))(t), []coop.VisitRow(nil))
	keep(t, a, coop.Change{Visits: []coop.Visit{first}}) // nobody asks a judge that the change does not bring
}

func TestHoldsAreReleasedAndEnd(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	hold := func(id coop.HoldID, by coop.StaffID, until time.Time) coop.Hold {
		return coop.Hold{ID: id, Household: w.home.ID, Officer: w.officer.ID, Start: noon, End: noon.Add(time.Hour), By: by, Until: until}
	}
	keep(t, a, coop.Change{Holds: []coop.Hold{hold("mine", w.officer.ID, noon.Add(time.Minute)), hold("theirs", w.other.ID, noon.Add(time.Minute)), hold("old", w.other.ID, noon.Add(-time.Hour))}})
	keep(t, a, coop.Change{Released: []coop.Release{{Household: w.home.ID, By: w.officer.ID, Ended: noon}}})
	left := must(collect(t.Context(), a.reads, scanText[coop.HoldID], `SELECT id FROM hold`))(t)
	same(t, "holds left", left, []coop.HoldID{"theirs"})
}

func TestThoseWhoWaitComeWithWhatWasTried(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	w.home.Prefers, w.home.Wishes = []coop.Preference{coop.PreferLate, coop.PreferCall}, "après 16 h"
	keep(t, a, coop.Change{Households: []coop.Household{w.home}})
	f := coop.OwingFilter{On: "2026-11-23", Since: "2026-01-01"}
	if found := must(a.Owing(t.Context(), f))(t); len(found) != 1 || found[0].Why() != coop.DueEntered || found[0].Trips != 0 || found[0].Wishes != "après 16 h" || len(found[0].Prefers) != 2 || len(found[0].Holders) != 2 || found[0].Home != w.residence.ID {
		t.Fatalf("those who wait: %+v", found)
	}
	for i, want := range []coop.DueReason{coop.DueAbsent, coop.DueAbsentTwice} {
		v := visit(w, noon.AddDate(0, 0, i-10), 45)
		v.State, v.Result = coop.VisitHeld, coop.Absent
		keep(t, a, coop.Change{Visits: []coop.Visit{v}})
		if found := must(a.Owing(t.Context(), f))(t); len(found) != 1 || found[0].Why() != want || found[0].Trips != i+1 || !found[0].LastAt.Equal(v.Start) {
			t.Fatalf("after %d absences: %+v", i+1, found)
		}
	}
	given := visit(w, noon, 0)
	given.State, given.Result, given.End = coop.VisitClosed, coop.ClosedUnmet, noon
	keep(t, a, coop.Change{Visits: []coop.Visit{given, visit(w, noon, 45)}}) // a closing takes nobody's time
	if found := must(a.Owing(t.Context(), f))(t); len(found) != 0 {
		t.Errorf("closed without a visit, it waits still: %+v", found)
	}
	if one := must(a.OwingOne(t.Context(), w.home.ID))(t); one.Trips != 2 {
		t.Errorf("one: %+v", one)
	}
	if _, err := a.OwingOne(t.Context(), "nobody"); !errors.Is(err, coop.ErrNotFound) {
		t.Errorf("nobody: %v", err)
	}
}

func TestAWaveIsKeptWithItsVisits(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	wave := coop.Wave{ID: "w1", At: noon, Staff: w.officer.ID, Asked: coop.WaveAsked{Months: 6, Order: coop.OldestFirst, Share: 30, Start: "2026-12-01", Officers: []coop.StaffID{w.officer.ID}}, Visits: 1}
	v := visit(w, noon, 45)
	v.Wave, v.Told, v.Agreed, v.Confirmed, v.Reminded = wave.ID, coop.ByPost, true, noon, noon.Add(time.Hour)
	keep(t, a, coop.Change{Waves: []coop.Wave{wave}, Visits: []coop.Visit{v}})
	wave.Rev, v.Rev = 1, 1
	same(t, "waves", must(a.Waves(t.Context()))(t), []coop.Wave{wave})
	same(t, "its visits", must(a.WaveVisits(t.Context(), wave.ID))(t), []coop.Visit{v})
	wave.Undone = noon.Add(time.Hour)
	keep(t, a, coop.Change{Waves: []coop.Wave{wave}})
	wave.Rev = 2
	same(t, "undone", must(a.Waves(t.Context()))(t), []coop.Wave{wave})
}

func TestAnOlderArchiveKeepsItsHoursAndItsTravel(t *testing.T) {
	path := filepath.Join(t.TempDir(), "coop.db")
	files := fstest.MapFS{}
	for _, name := range []string{"0001_first.sql", "0002_visit_overlap.sql", "0003_search.sql", "0004_talks_and_texts.sql"} {
		files[name] = &fstest.MapFile{Data: must(migrations.ReadFile("migrations/" + name))(t)}
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	db := must(open(path, defaultBusy, map[string][]string{"mode": {"rw"}}, map[string][]string{"_txlock": {"immediate"}}))(t)
	if err := checkKind(t.Context(), db, path, true); err != nil {
		t.Fatal(err)
	}
	old := &Archive{path: path, now: clock, log: quiet(), db: db}
	if err := old.migrateWith(t.Context(), files, Options{}); err != nil {
		t.Fatal(err)
	}
	for _, statement := range []string{
		`INSERT INTO setting (key, value) VALUES ('minutes-visit', '50'), ('travel-minutes', '15'), ('opens-at', '540'), ('closes-at', '1020')`,
		`INSERT INTO staff (id, login, name, role, phone, target, active, rev) VALUES ('s', 'sonia', 'Sonia', 'officer', '', 75, 1, 1)`,
		`INSERT INTO dwelling (id, residence_id, lot, building, stair, floor, door, type, home, heating, copro, garage) VALUES ('d', NULL, '', '', '', '', '', '', '', '', 0, 0)`,
		`INSERT INTO household (id, lease, source, dwelling_id, product, share_state, share_number, share_cents, share_since, signed_day, entry_day, exit_day,
			reception_day, option_day, gone_day, language, wishes, since_at, rev) VALUES ('h', '', '', 'd', 'rental', 'unknown', 0, 0, '', '', '2026-10-01', '', '', '', '', 'fr', '', '', 1)`,
		`INSERT INTO visit (id, household_id, officer_id, kind, place, state, start_at, end_at, buffer, moves, reason, result, rev)
			VALUES ('v', 'h', 's', 'courtesy', 'home', 'planned', '2026-12-01T09:00:00.000Z', '2026-12-01T09:45:00.000Z', 25, 0, '', '', 1)`,
	} {
		if _, err := db.ExecContext(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	a := openAt(t, path)
	if v := must(a.Visit(t.Context(), "v"))(t); v.Before != 25 || v.After != 25 {
		t.Errorf("the visit has %d minutes of travel before and %d after, want 25", v.Before, v.After)
	}
	got := settings.Read(must(a.Settings(t.Context()))(t)).Rules
	home, phone := got.Kind(coop.CourtesyVisit, coop.AtHome), got.Kind(coop.CourtesyVisit, coop.ByPhone)
	if home.Minutes != 50 || home.Before != 15 || home.After != 15 || phone.Minutes != 25 || !phone.Allowed {
		t.Errorf("a visit at home is %+v, by phone %+v", home, phone)
	}
	if got.Opens() != 540 || got.Closes() != 1020 || len(got.Week[4]) != 1 || len(got.Week[5]) != 0 {
		t.Errorf("the week is %v", got.Week)
	}
}
