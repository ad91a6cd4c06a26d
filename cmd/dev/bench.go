package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"text/tabwriter"
)

// promise is one row of the table of what must be fast.
type promise struct {
	job       string
	load      string
	benchmark string // the function that measures it
	metric    string // the unit that it reports
	limit     float64
	atLeast   bool // the limit is a floor, not a ceiling
}

func promises() []promise {
	const (
		big  = "100,000 cooperators, 1 M visits"
		wave = "1,000 households, 3 officers"
		year = "12,000 visits a year, 231 in a week"
	)
	return []promise{
		{job: "search while typing, p99 of a keystroke", load: big, benchmark: "BenchmarkSearchKeystroke", metric: "p99-ms", limit: 16},
		{job: "an answer committed to disk, p99", load: big, benchmark: "BenchmarkAnswer", metric: "p99-ms", limit: 25},
		{job: "the same, against a bare INSERT + fsync", load: big, benchmark: "BenchmarkAnswer", metric: "ratio", limit: 2},
		{job: "every act of a talk and of a text, p99", load: big, benchmark: "BenchmarkActs", metric: "p99-ms", limit: 50},
		{job: "a letter typed into a script, p99", load: "60 steps, 8 facts", benchmark: "BenchmarkKeystroke", metric: "p99-ms", limit: 16},
		{job: "advice after a letter, p99", load: "60 steps, 8 facts", benchmark: "BenchmarkAKeystroke", metric: "p99-ms", limit: 16},
		{job: "the month, against the sqlite3 shell", load: big, benchmark: "BenchmarkMonth", metric: "ratio", limit: 1.5},
		{job: "personalised sheets, one PDF each", load: "1,000 sheets", benchmark: "BenchmarkThousandSheets", metric: "s/1000", limit: 3},
		{job: "the same on one core, times faster than LibreOffice", load: "100 sheets", benchmark: "BenchmarkAgainstLibreOffice", metric: "ratio", limit: 10, atLeast: true},
		{job: "first frame, against a bare Fyne window", load: big, benchmark: "BenchmarkFirstFrame", metric: "ratio", limit: 1.5},
		{job: "memory at rest, against a bare Fyne window", load: big, benchmark: "BenchmarkFirstFrame", metric: "mem-ratio", limit: 1.5},
		{job: "import of an ERP file", load: "50,000 rows", benchmark: "BenchmarkImport", metric: "s/50000", limit: 10},
		{job: "a first wave planned", load: wave, benchmark: "BenchmarkWave", metric: "s/1000", limit: 2},
		{job: "its visits in their window, of all that could be", load: wave, benchmark: "BenchmarkWave", metric: "bound-pct", limit: 98, atLeast: true},
		{job: "its visits in their window, against the earliest times", load: wave, benchmark: "BenchmarkWave", metric: "naive-window-ratio", limit: 1, atLeast: true},
		{job: "its half-days × places, against the lower bound", load: wave, benchmark: "BenchmarkWave", metric: "halves-ratio", limit: 1.5},
		{job: "its half-days × places, against the earliest times", load: wave, benchmark: "BenchmarkWave", metric: "naive-halves-ratio", limit: 0.5},
		{job: "a week of the diary turned, against a bare grid of it", load: year, benchmark: "BenchmarkWeek", metric: "ratio", limit: 1.25},
		{job: "the same, before it is drawn (half a frame)", load: year, benchmark: "BenchmarkWeek", metric: "turn-ms", limit: 8},
	}
}

// benchPackages hold the benchmarks of the table.
var benchPackages = []string{"./data/...", "./app/office", "./app/draft", "./app/diary", "./app/ui/agenda", "./app/ui/texts", "./app/exchange/...", "./app/paper/...", "./cmd/bienvenue/..."}

// bench runs the benchmarks, then prints the table. It fails when a measured
// promise is not kept; what was not measured is said to be so.
func bench(ctx context.Context, o options) (failed error) {
	if err := build(ctx); err != nil {
		return err
	}
	args := append([]string{"test", "-run=^$", "-bench=" + o.filter, "-vet=off", "-timeout=60m"}, benchPackages...)
	cmd := command(ctx, "go", args...)
	cmd.Env = append(cmd.Env, "FYNE_SCALE=1")
	if !hasDisplay() && canShow() == nil {
		folder, err := os.MkdirTemp("", "bienvenue-bench-")
		if err != nil {
			return fmt.Errorf("make a folder for the display: %w", err)
		}
		d, err := openDisplay(ctx, folder, counter.X, counter.Y)
		if err != nil {
			return errors.Join(err, os.RemoveAll(folder))
		}
		defer func() { failed = errors.Join(failed, d.close(), os.RemoveAll(folder)) }()
		cmd.Env = append(cmd.Env, "DISPLAY="+d.name, "LIBGL_ALWAYS_SOFTWARE=1")
	}
	var printed bytes.Buffer
	cmd.Stdout = io.MultiWriter(os.Stdout, &printed)
	ran := cmd.Run()
	missed, err := printTable(os.Stdout, measure(printed.String()))
	if err != nil {
		return fmt.Errorf("print the table: %w", err)
	}
	switch {
	case ran != nil:
		return fmt.Errorf("a benchmark failed, see above: %w", ran)
	case missed > 0:
		return fmt.Errorf("promises missed on this machine: %d", missed)
	}
	return nil
}

// figures are a run's results: benchmark, then metric, then value.
type figures map[string]map[string]float64

// measure reads the lines that go test prints for benchmarks, such as
// "BenchmarkAnswer-2  400  2512345 ns/op  4.5 p99-ms  1.3 ratio". Of a benchmark
// with parts (BenchmarkX/part-2) the worst, that is the largest, value counts.
func measure(text string) figures {
	found := figures{}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) < 4 || !strings.HasPrefix(fields[0], "Benchmark") {
			continue
		}
		name, _, _ := strings.Cut(fields[0], "/")
		if head, tail, ok := strings.Cut(name, "-"); ok && isNumber(tail) {
			name = head
		}
		if found[name] == nil {
			found[name] = map[string]float64{}
		}
		for i := 2; i+1 < len(fields); i += 2 {
			value, err := strconv.ParseFloat(fields[i], 64)
			if err != nil {
				break
			}
			metric := fields[i+1]
			found[name][metric] = max(found[name][metric], value)
		}
	}
	return found
}

func isNumber(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// printTable writes each promise beside what was reached, and returns how many
// were missed.
func printTable(w io.Writer, found figures) (missed int, err error) {
	var rows strings.Builder
	rows.WriteString("\njob\tload\treached\tmust reach\tof the limit\t\n")
	for _, p := range promises() {
		sign := "under"
		if p.atLeast {
			sign = "at least"
		}
		limit := fmt.Sprintf("%s %s", sign, quantity(p.limit, p.metric))
		value, ok := found[p.benchmark][p.metric]
		if !ok {
			fmt.Fprintf(&rows, "%s\t%s\tnot measured\t%s\t\t\n", p.job, p.load, limit)
			continue
		}
		verdict := "kept"
		if (p.atLeast && value < p.limit) || (!p.atLeast && value >= p.limit) {
			verdict = "MISSED"
			missed++
		}
		fmt.Fprintf(&rows, "%s\t%s\t%s\t%s\t%.2f\t%s\n", p.job, p.load, quantity(value, p.metric), limit, value/p.limit, verdict)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	if _, err := io.WriteString(table, rows.String()); err != nil {
		return missed, err
	}
	return missed, table.Flush()
}

// quantity writes a value with the unit that a person expects.
func quantity(value float64, metric string) string {
	number := strconv.FormatFloat(value, 'g', 3, 64)
	switch metric {
	case "p99-ms", "turn-ms":
		return number + " ms"
	case "ratio", "mem-ratio", "halves-ratio", "naive-halves-ratio", "naive-window-ratio":
		return number + " ×"
	case "bound-pct":
		return number + " %"
	default: // s/1000, s/50000: the load says of how many
		return number + " s"
	}
}
