package sqlite

import (
	"database/sql"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"bienvenue/app/coop"
)

// p99 is the time that 99 of a hundred do not exceed, in milliseconds.
func p99(all []time.Duration) float64 {
	slices.Sort(all)
	return float64(all[len(all)*99/100]) / float64(time.Millisecond)
}

// keystrokes are searches as they grow letter by letter: names with and without the first name,
// mobiles in groups, lease and tenant codes, a residence with a door.
func keystrokes() []string {
	var all []string
	typed := func(text string) {
		for i := range text {
			if i > 0 {
				all = append(all, text[:i])
			}
		}
		all = append(all, text)
	}
	for i := range 60 {
		n := i * 1327 % bigHouseholds
		c := bigPerson(n)
		typed(c.Last)
		typed(c.Last + " " + c.First)
		typed(c.First + " " + c.Last)
		m := c.Mobile
		typed(fmt.Sprintf("%s %s %s %s %s", m[0:2], m[2:4], m[4:6], m[6:8], m[8:10]))
		typed(fmt.Sprintf("L-%06d/01", n))
		typed(c.Tenant)
		typed("Résidence " + syllables(n%bigResidences*7) + fmt.Sprint(" ", n%60))
	}
	return all
}

func BenchmarkSearchKeystroke(b *testing.B) {
	a := bigArchive(b)
	all := keystrokes()
	took := make([]time.Duration, 0, len(all))
	press := func(words string) {
		began := time.Now()
		if _, err := a.Rows(b.Context(), coop.RowFilter{Words: words, Limit: 20}); err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
	}
	for b.Loop() {
		press(all[len(took)%len(all)])
	}
	for len(took) < len(all) { // every keystroke at least once, however short the run
		press(all[len(took)])
	}
	b.ReportMetric(p99(took), "p99-ms")
	b.Logf("median %v, longest %v", took[len(took)/2], took[len(took)-1])
}

func BenchmarkAnswer(b *testing.B) {
	a := bigArchive(b)
	id := must(one(b.Context(), a.reads, scanText[coop.HouseholdID], `SELECT id FROM household WHERE exit_day = '' LIMIT 1`))(b)
	k := coop.Talk{
		ID: newID[coop.TalkID](), Household: id, Kind: coop.CounterTalk, Script: "counter", Version: 1, Officer: "officer-000",
		State: coop.TalkOpen, Began: noon, Touched: noon,
	}
	keep(b, a, coop.Change{Talks: []coop.Talk{k}})
	bare := bareFile(b)
	var answers, inserts []time.Duration
	n := 0
	for b.Loop() {
		n++
		c := answer(k, n)
		began := time.Now()
		keep(b, a, c)
		answers = append(answers, time.Since(began))
		b.StopTimer()
		began = time.Now()
		if _, err := bare.ExecContext(b.Context(), `INSERT INTO row (id, payload) VALUES (?, ?)`, string(c.Entries[0].ID), string(c.Entries[0].Payload)); err != nil {
			b.Fatal(err)
		}
		inserts = append(inserts, time.Since(began))
		b.StartTimer()
	}
	b.ReportMetric(p99(answers), "p99-ms")
	b.ReportMetric(float64(sum(answers))/float64(sum(inserts)), "ratio")
	b.Logf("median %v, bare median %v, bare p99 %.1f ms", answers[len(answers)/2], inserts[len(inserts)/2], p99(inserts))
}

func sum(all []time.Duration) (s time.Duration) {
	for _, d := range all {
		s += d
	}
	return s
}

// answer is what one answer of a talk writes.
func answer(k coop.Talk, n int) coop.Change {
	step := coop.TalkStep{
		Step: coop.StepID(fmt.Sprint("step-", n%22)), State: coop.StepSeen, Checked: []coop.PointID{"sheet-given", "number-known"},
		Noted: []coop.ChipID{"joints"}, Answers: map[coop.QuestionID]coop.ChoiceID{coop.QuestionID(fmt.Sprint("q-", n%22)): "yes"}, Seconds: n,
	}
	k.Current, k.Touched = step.Step, noon.Add(time.Duration(n)*time.Second)
	e := entry(coop.ActTalkStep, coop.OnTalk, string(k.ID), k.Household)
	e.Payload = []byte(fmt.Sprintf(`{"step":%q,"state":"seen","checked":["sheet-given","number-known"],"noted":["joints"],"answers":{"q":"yes"},"seconds":%d}`, step.Step, n))
	return coop.Change{Talks: []coop.Talk{k}, Steps: []coop.StepKept{{Talk: k.ID, TalkStep: step}}, Entries: []coop.Entry{e}}
}

// bareFile is a SQLite file with the archive's pragmas and one table, for comparison.
func bareFile(b *testing.B) *sql.DB {
	b.Helper()
	path := filepath.Join(big.folder, "bare.db")
	db := must(open(path, defaultBusy, map[string][]string{"mode": {"rwc"}}, map[string][]string{"_journal_mode": {"WAL"}, "_txlock": {"immediate"}}))(b)
	db.SetMaxOpenConns(1)
	_, err := db.ExecContext(b.Context(), `CREATE TABLE IF NOT EXISTS row (id TEXT PRIMARY KEY, payload TEXT NOT NULL) STRICT`)
	b.Cleanup(func() {
		if err := db.Close(); err != nil {
			b.Error(err)
		}
	})
	if err != nil {
		b.Fatal(err)
	}
	return db
}
