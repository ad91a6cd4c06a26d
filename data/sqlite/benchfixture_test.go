package sqlite

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"bienvenue/app/coop"
)

// The load that the promises of speed are made for.
const (
	bigHouseholds   = 80_000 // of 100,000 cooperators: every fourth has two holders
	bigVisits       = 1_000_000
	bigOfficers     = 112
	bigResidences   = 400
	bigDaysAhead    = 30  // visits already booked
	bigDetailedDays = 730 // visits with talk, outcome and judgements
	bigLessonDays   = 365 // talks with all their steps
)

var big struct {
	once    sync.Once
	folder  string // made for the archive alone
	path    string
	archive *Archive
	err     error
}

// bigArchive is an archive of 100,000 cooperators and 1 million visits, made once a run.
func bigArchive(b *testing.B) *Archive {
	b.Helper()
	big.once.Do(func() {
		folder, err := os.MkdirTemp("", "bienvenue-bench-")
		if err != nil {
			big.err = err
			return
		}
		big.folder, big.path = folder, filepath.Join(folder, "big.db")
		big.archive, big.err = buildBig(b)
	})
	if big.err != nil {
		b.Fatal(big.err)
	}
	return big.archive
}

// forgetBig removes the files of the big archive, and its folder, which is empty then: never more.
func forgetBig() {
	if big.archive != nil {
		_ = big.archive.Close()
	}
	if big.folder == "" {
		return
	}
	for _, name := range []string{"big.db", "bare.db"} {
		for _, suffix := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(filepath.Join(big.folder, name+suffix))
		}
	}
	_ = os.Remove(big.folder)
}

func buildBig(b *testing.B) (*Archive, error) {
	b.Helper()
	a, err := Open(background(), big.path, Options{Create: true, Now: clock, Log: quiet()})
	if err != nil {
		return nil, err
	}
	began := time.Now()
	var first coop.Change
	for i := range bigResidences {
		first.Residences = append(first.Residences, coop.Residence{
			ID: newID[coop.ResidenceID](), Code: fmt.Sprintf("R%03d", i), Name: "Résidence " + syllables(i*7), Town: syllables(i / 8),
			Heating: coop.CollectiveHeating,
		})
	}
	for i := range bigOfficers {
		first.Staff = append(first.Staff, coop.Staff{
			ID: coop.StaffID(fmt.Sprintf("officer-%03d", i)), Login: fmt.Sprint("o", i), Name: syllables(i), Role: coop.Officer, Target: 75, Active: true,
		})
	}
	err = a.KeepAll(background(), func(yield func(coop.Change) bool) {
		if !yield(first) {
			return
		}
		for i := range bigHouseholds {
			if !yield(coop.Change{Households: []coop.Household{bigHousehold(i, first.Residences[i%bigResidences].ID)}}) {
				return
			}
		}
	})
	if err != nil {
		return nil, err
	}
	b.Logf("%d households kept in %v", bigHouseholds, time.Since(began).Round(time.Millisecond))
	if err := fillBig(a); err != nil {
		return nil, err
	}
	b.Logf("big archive made in %v", time.Since(began).Round(time.Millisecond))
	return a, nil
}

func bigHousehold(i int, r coop.ResidenceID) coop.Household {
	h := household(r, bigPerson(i))
	if i%4 == 0 {
		h.Holders = append(h.Holders, bigPerson(i+bigHouseholds))
	}
	h.Lease, h.Source = fmt.Sprintf("L-%06d/01", i), "big"
	h.Entry = coop.DayOf(noon).Add(-(i * 7 % 7300))
	if i%3 == 0 && h.Entry < "2024-01-01" {
		h.Exit = h.Entry.Add(400)
	}
	h.Dwelling.Building, h.Dwelling.Door = string(rune('A'+i%6)), strconv.Itoa(i%60)
	h.Share = coop.Share{State: coop.ShareSubscribed, Number: 1, Cents: 1600, Since: h.Entry.Add(30)}
	return h
}

func bigPerson(i int) coop.Cooperator {
	firsts := []string{
		"Marie", "Jean", "Fatima", "Éloïse", "Mohamed", "Anne", "Paul", "Jean-Noël", "Sylvie", "Karim", "Léa", "Hugo", "Zoé",
		"Denise", "Marc", "Nadia", "Olivier", "Inès", "Thomas", "Chloé", "Ahmed", "Françoise", "Lucas", "Emma", "Gérard",
	}
	particle := []string{"", "", "", "", "", "", "", "Le ", "de ", "", "", ""}[i%12]
	c := person(firsts[i*31%len(firsts)], particle+syllables(i*13))
	c.Mobile, c.Tenant = fmt.Sprintf("063998%04d", i%10000), fmt.Sprintf("T%07d", i)
	return c
}

// syllables is an invented name, one of some twenty thousand.
func syllables(i int) string {
	starts := []string{
		"Ma", "Du", "Le", "Be", "Ro", "Mo", "Ga", "Pe", "Bo", "Da", "La", "Ri", "Si", "Fa", "Gu", "Va", "Co", "Bar", "Cha", "Tho", "Ha", "Jo", "Ka", "No",
		"O", "A", "E", "Fro", "Bla", "Qui", "Za", "Ver",
	}
	middles := []string{"", "r", "ni", "lle", "va", "tri", "be", "ma", "ro", "chi", "ge", "pa", "dou", "li", "ssa", "ne", "gue", "mou", "ter", "bi"}
	ends := []string{"tin", "pont", "rand", "fèvre", "mard", "nier", "zet", "vel", "lard", "çon", "quet", "thieu", "din", "ly", "cart", "bault", "net", "mont", "ret", "son", "lli", "oui", "ez", "as", "in", "ard", "eau", "er", "ois", "y", "et"}
	i = (i*2654435761 + 12345) % (len(starts) * len(middles) * len(ends))
	return starts[i%len(starts)] + middles[i/len(starts)%len(middles)] + ends[i/len(starts)/len(middles)%len(ends)]
}

// fillBig adds the visits and what came of them, in SQL: their number, not their making, is what is measured.
func fillBig(a *Archive) error {
	const id = `printf('01900000-0000-7000-8%03x-%012x', `
	perOfficer := bigVisits / bigOfficers
	firstDay := coop.DayOf(noon).Add(bigDaysAhead - perOfficer/4)
	detailed := stamp(noon.AddDate(0, 0, -bigDetailedDays))
	lessons := stamp(noon.AddDate(0, 0, -bigLessonDays))
	today := stamp(noon)
	return a.write(background(), "fill", func(t *tx) error {
		again, err := collect(t.ctx, t, scanText[string], `SELECT sql FROM sqlite_master WHERE tbl_name = 'visit' AND type IN ('trigger', 'index') AND sql <> ''`)
		if err != nil {
			return err
		}
		steps := []struct {
			query string
			args  []any
		}{
			{`PRAGMA cache_size = -600000`, nil},
			{`DROP TRIGGER visit_overlap_insert`, nil},
			{`DROP TRIGGER visit_overlap_update`, nil},
			{`DROP INDEX visit_start`, nil},
			{`DROP INDEX visit_officer`, nil},
			{`DROP INDEX visit_wave`, nil},
			{`DROP INDEX visit_household`, nil},
			{`CREATE TABLE numbered AS SELECT row_number() OVER (ORDER BY id) - 1 AS n, id FROM household`, nil},
			{`CREATE UNIQUE INDEX numbered_n ON numbered (n)`, nil},
			{
				`INSERT INTO visit (id, household_id, officer_id, kind, place, state, start_at, end_at, travel_before, moves, reason, result, rev)
					SELECT ` + id + `1, i), (SELECT h.id FROM numbered h WHERE h.n = i * 7919 % ?1), printf('officer-%03d', i % ?2), 'courtesy', 'home',
				iif(at < ?4, 'held', 'planned'), at, strftime('%Y-%m-%dT%H:%M:%fZ', at, '+45 minutes'), 20, 0, '',
				iif(at >= ?4, '', CASE i * 31 % 10 WHEN 0 THEN 'absent' WHEN 1 THEN 'shortened' WHEN 2 THEN 'moved-by-them' ELSE 'done' END), 1
				FROM (WITH RECURSIVE c (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM c WHERE i + 1 < ?5)
					SELECT i, strftime('%Y-%m-%dT%H:%M:%fZ', ?3, (i / ?2 / 4) || ' days', (7 + i / ?2 % 4 * 2) || ' hours') AS at FROM c)`,
				[]any{bigHouseholds, bigOfficers, string(firstDay), today, bigVisits},
			},
			{`INSERT INTO talk (id, household_id, visit_id, kind, script_id, script_version, officer_id, state, current_step,
				began_at, touched_at, ended_at) SELECT replace(v.id, '-8001-', '-8002-'), v.household_id, v.id, 'courtesy', 'courtesy-tenant', 1, v.officer_id, 'closed', '',
				v.start_at, v.end_at, v.end_at FROM visit v WHERE v.start_at >= ? AND v.result IN ('done', 'shortened')`, []any{detailed}},
			{`INSERT INTO talk_answer SELECT t.id, q.value, 'rights', CASE abs(random()) % 3 WHEN 0 THEN 'yes' WHEN 1 THEN 'no' ELSE 'partly' END
				FROM talk t, json_each('["knew-cooperator", "knows-amount", "attended-agm"]') q`, nil},
			{`INSERT INTO talk_step (talk_id, step, rank, state, reason, checked, noted, note, asked, seconds)
				SELECT t.id, printf('step-%02d', q.value), q.value, CASE abs(random()) % 8 WHEN 0 THEN 'later' WHEN 1 THEN 'not-applicable' ELSE 'seen' END,
				'', '[]', '[]', '', iif(abs(random()) % 20, '[]', '[0]'), abs(random()) % 240 FROM talk t, json_each('[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15]') q WHERE t.ended_at >= ? ORDER BY 1, 2`, []any{lessons}},
			{`INSERT INTO outcome SELECT v.id, t.id, v.id, v.household_id, v.officer_id, v.result, abs(random()) % 11, '', v.end_at
				FROM visit v LEFT JOIN talk t ON t.visit_id = v.id WHERE v.start_at >= ? AND v.state = 'held'`, []any{detailed}},
			{`INSERT INTO judgement SELECT o.id, j.value, 1 + abs(random()) % 4 FROM outcome o,
				json_each('["signature", "entry-state", "equipment", "comfort", "common", "neighbours", "answers", "rent", "rights", "coop", "useful"]') j
				WHERE o.talk_id IS NOT NULL ORDER BY o.id, j.value`, nil},
			{`INSERT INTO concern SELECT o.id, 0, CASE abs(random()) % 4 WHEN 0 THEN 'HUM-VMC' WHEN 1 THEN 'CHA-FRO' WHEN 2 THEN 'CHG-REG' ELSE 'PRO-COM' END,
				'minor', iif(abs(random()) % 2, 'founded', 'to-explain') FROM outcome o WHERE o.talk_id IS NOT NULL AND abs(random()) % 3 = 0`, nil},
			{`INSERT INTO follow_up SELECT replace(c.outcome_id, '-8001-', '-8003-'), o.household_id, o.talk_id, c.motive, 'technical', '', 'x', date(o.at, '+15 days'),
				iif(abs(random()) % 20 = 0, 'open', 'settled'), '', '', o.at, '', 1 FROM concern c JOIN outcome o ON o.id = c.outcome_id`, nil},
			{`INSERT INTO paper (id, household_id, kind, at, staff_id, hash, means) SELECT replace(t.id, '-8002-', '-8004-'), t.household_id, 'welcome-sheet', t.ended_at, t.officer_id, '', 'printed' FROM talk t`, nil},
			{`INSERT INTO journal SELECT replace(v.id, '-8001-', '-8005-'), v.start_at, v.officer_id, 'pc', 'visit', v.id, v.household_id, 'visit-booked',
				'{"start":"' || v.start_at || '"}' FROM visit v ORDER BY 1`, nil},
			{`DROP TABLE numbered`, nil},
			{`PRAGMA cache_size = ` + writerCache, nil},
		}
		for _, s := range steps {
			if _, err := t.exec(s.query, s.args...); err != nil {
				return fmt.Errorf("%s: %w", s.query, err)
			}
			if strings.HasPrefix(s.query, "INSERT INTO visit ") { // what keeps the visits in order is made once they are there
				for _, query := range again {
					if _, err := t.exec(query); err != nil {
						return err
					}
				}
			}
		}
		return nil
	})
}
