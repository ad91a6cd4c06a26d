package sqlite

import (
	"database/sql"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
)

// BenchmarkMonth counts a month with all its indicators on the big archive, and reports the ratio
// to the sqlite3 shell that answers the bare questions on the same file in the same run.
func BenchmarkMonth(b *testing.B) {
	shell, err := exec.LookPath("sqlite3")
	if err != nil {
		b.Fatal("the sqlite3 shell is not installed: go run ./cmd/dev bench installs it")
	}
	a := bigArchive(b)
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		b.Fatal(err)
	}
	month := coop.DayOf(noon).Month().Previous()
	q := coop.MonthQuery{
		Month: month, From: month.First().Start(zone), To: month.Next().First().Start(zone), Zone: zone,
		Window: coop.WindowRule{From: 30, Aim: 60, To: 90}, Today: coop.DayOf(noon),
	}
	script := shellQuestions(q)
	var ours, theirs []time.Duration
	for b.Loop() {
		start := time.Now()
		rows, err := a.MonthRows(b.Context(), q)
		if err != nil {
			b.Fatal(err)
		}
		ours = append(ours, time.Since(start))
		if len(rows.Visits) == 0 {
			b.Fatal("the big archive's month is empty")
		}
		ask := exec.CommandContext(b.Context(), shell, "-batch", "-bail", a.Path())
		ask.Stdin = strings.NewReader(script)
		start = time.Now()
		if answer, err := ask.CombinedOutput(); err != nil {
			b.Fatalf("the shell: %v: …%s", err, answer[max(0, len(answer)-500):])
		}
		theirs = append(theirs, time.Since(start))
	}
	b.ReportMetric(float64(middle(ours))/float64(middle(theirs)), "ratio")
	b.ReportMetric(float64(middle(ours).Microseconds())/1000, "ms")
}

// shellQuestions are the month's bare questions, their bounds written in.
func shellQuestions(q coop.MonthQuery) string {
	var script strings.Builder
	var bounds []sql.NamedArg
	for _, arg := range monthArgs(q) {
		if named, ok := arg.(sql.NamedArg); ok {
			bounds = append(bounds, named)
		}
	}
	// « :today » before « :to », which it begins with
	slices.SortFunc(bounds, func(a, b sql.NamedArg) int { return len(b.Name) - len(a.Name) })
	values := make([]string, 0, 2*len(bounds))
	for _, named := range bounds {
		values = append(values, ":"+named.Name, fmt.Sprintf("'%v'", named.Value))
	}
	bare := strings.NewReplacer(values...)
	for _, question := range []string{
		visitCounts, delayCounts, cohortCounts, overallCounts, judgementCounts, concernCounts, answerCounts,
		`SELECT count(*) ` + counterTalks, `SELECT count(*) ` + openedPromise, `SELECT count(*) ` + closedPromise,
		`SELECT count(*) ` + latePromise, `SELECT count(DISTINCT p.household_id) ` + sheetsGiven, `SELECT count(*) ` + subscriptions,
	} {
		script.WriteString(bare.Replace(question) + ";\n")
	}
	return script.String()
}

func middle(all []time.Duration) time.Duration {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}
