package main

import (
	"strings"
	"testing"
)

const benchOutput = `goos: linux
BenchmarkSearchKeystroke-2   	    1000	   1234567 ns/op	         4.200 p99-ms
BenchmarkAnswer-2            	     400	   2512345 ns/op	        31.0 p99-ms	         1.300 ratio
BenchmarkMonth/november-2    	       5	   2512345 ns/op	         1.200 ratio
BenchmarkMonth/year-2        	       5	   2512345 ns/op	         1.400 ratio
BenchmarkThousandSheets-2    	       1	2512345000 ns/op	         2.500 s/1000
BenchmarkAgainstLibreOffice-2	       1	2512345000 ns/op	        12.00 ratio
BenchmarkWave-2          	       1	 512345000 ns/op	        97.50 bound-pct	         1.300 halves-ratio	         0.5000 s/1000
BenchmarkWeek-2          	       3	13135983548 ns/op	       108.8 bare-ms	       119.1 ms	      1037 objects	         1.095 ratio	         6.115 turn-ms
ok  	bienvenue/data/sqlite	12.3s
`

func TestAMeasureIsReadFromWhatGoTestPrints(t *testing.T) {
	found := measure(benchOutput)
	for name, c := range map[string]struct {
		benchmark, metric string
		want              float64
	}{
		"a keystroke":             {"BenchmarkSearchKeystroke", "p99-ms", 4.2},
		"the second metric":       {"BenchmarkAnswer", "ratio", 1.3},
		"the worst of two parts":  {"BenchmarkMonth", "ratio", 1.4},
		"the one that Go reports": {"BenchmarkAnswer", "ns/op", 2512345},
	} {
		t.Run(name, func(t *testing.T) {
			if got := found[c.benchmark][c.metric]; got != c.want {
				t.Errorf("%s %s is %v, want %v", c.benchmark, c.metric, got, c.want)
			}
		})
	}
}

func TestTheTableTellsKeptFromMissedFromNotMeasured(t *testing.T) {
	var b strings.Builder
	missed, err := printTable(&b, measure(benchOutput))
	if err != nil {
		t.Fatal(err)
	}
	if missed != 2 {
		t.Errorf("%d promises are missed, want 2", missed)
	}
	for begin, end := range map[string]string{
		"search while typing":       "kept",
		"an answer committed":       "MISSED",
		"the same on one core, t":   "kept",
		"first frame":               "not measured  under 1.5 ×",
		"personalised sheets, one ": "kept",
		"a first wave planned":      "kept",
		"its visits in their":       "MISSED",
		"its half-days":             "kept",
		"a week of the diary":       "kept",
		"the same, before it is":    "kept",
	} {
		found := false
		for line := range strings.Lines(b.String()) {
			found = found || strings.HasPrefix(line, begin) && strings.HasSuffix(strings.TrimSpace(line), end)
		}
		if !found {
			t.Errorf("no line begins with %q and ends with %q:\n%s", begin, end, b.String())
		}
	}
}

func TestAValueIsWrittenWithItsUnit(t *testing.T) {
	for metric, want := range map[string]string{
		"p99-ms": "1.5 ms", "ratio": "1.5 ×", "mem-ratio": "1.5 ×", "halves-ratio": "1.5 ×", "naive-halves-ratio": "1.5 ×",
		"naive-window-ratio": "1.5 ×", "bound-pct": "1.5 %", "s/1000": "1.5 s", "s/50000": "1.5 s",
	} {
		t.Run(metric, func(t *testing.T) {
			if got := quantity(1.5, metric); got != want {
				t.Errorf("got %q, want %q", got, want)
			}
		})
	}
}
