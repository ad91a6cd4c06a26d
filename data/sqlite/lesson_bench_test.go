package sqlite

import (
	"testing"
	"time"

	"bienvenue/app/coop"
)

// BenchmarkLessons counts what a year of talks with one script teaches, on the big archive.
func BenchmarkLessons(b *testing.B) {
	a := bigArchive(b)
	q := coop.LessonQuery{
		Script: "courtesy-tenant", From: noon.AddDate(-1, 0, 0), To: noon, Days: 200, // a household of the big archive is visited every half year
		Lengths: map[int]map[coop.StepID]int{1: {"step-00": 120, "step-01": 60, "step-02": 180}},
	}
	var took []time.Duration
	for b.Loop() {
		began := time.Now()
		found, err := a.Lessons(b.Context(), q)
		if err != nil {
			b.Fatal(err)
		}
		took = append(took, time.Since(began))
		if len(found.Steps) != 16 || len(found.Motives) == 0 {
			b.Fatalf("%d steps, %d motives", len(found.Steps), len(found.Motives))
		}
	}
	b.ReportMetric(float64(middle(took).Milliseconds()), "ms")
}
