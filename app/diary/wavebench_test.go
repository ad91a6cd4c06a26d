package diary_test

import (
	"context"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// benchCoops is how many coops a wave is planned for.
const benchCoops = 3

// BenchmarkWave plans the wave of realistic coops of 1,000 households. Beside the time it reports
// how good the plans are, the worst of them: the share in their window, of all and of the most that
// any plan can have; half-days × places against their bound; and both against the better of the two
// naive plans, those of the oldest and of the newest entry first.
func BenchmarkWave(b *testing.B) {
	const households = 1000
	var coops []waveCoop
	for seed := range uint64(benchCoops) {
		coops = append(coops, realistic(b, households, seed))
	}
	plans := make([]coop.WavePlan, benchCoops)
	for b.Loop() {
		for k, c := range coops {
			plan, err := diary.PlanWave(context.Background(), c.diary(), c.asked, c.owing, nil)
			if err != nil {
				b.Fatal(err)
			}
			plans[k] = plan
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N*benchCoops), "s/1000")
	most, least := -1.0, 1.0 // how the worst of several is found
	report := func(metric string, sign float64, value func(k int) float64) {
		worst := value(0)
		for k := range plans {
			worst = sign * min(sign*worst, sign*value(k))
		}
		b.ReportMetric(worst, metric)
	}
	var naive [benchCoops]coop.WaveTotals
	for k := range plans {
		naive[k] = coops[k].bestNaive(b)
	}
	total := func(k int) coop.WaveTotals { return plans[k].Totals }
	report("window-pct", least, func(k int) float64 { return 100 * ratio(total(k).InWindow, total(k).Asked) })
	report("bound-pct", least, func(k int) float64 { return 100 * ratio(total(k).InWindow, total(k).Possible) })
	report("halves-ratio", most, func(k int) float64 { return ratio(total(k).Halves, total(k).Least) })
	report("naive-window-ratio", least, func(k int) float64 { return ratio(total(k).InWindow, naive[k].InWindow) })
	report("naive-halves-ratio", most, func(k int) float64 { return ratio(total(k).Halves, naive[k].Halves) })
}

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

// bestNaive takes of each figure the better one of both orders.
func (c waveCoop) bestNaive(b *testing.B) coop.WaveTotals {
	b.Helper()
	var best coop.WaveTotals
	for _, c.asked.Order = range coop.WaveOrders() {
		got := c.naive(b).Totals
		if best.Halves == 0 || got.Halves < best.Halves {
			best.Halves = got.Halves
		}
		best.InWindow = max(best.InWindow, got.InWindow)
	}
	return best
}
