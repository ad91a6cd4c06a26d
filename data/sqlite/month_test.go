package sqlite

import (
	"testing"

	"bienvenue/app/coop"
)

// TestLateVisitsOfAWaveHaveTheirOwnCount keeps the same visits with and without a wave.
func TestLateVisitsOfAWaveHaveTheirOwnCount(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	wave := coop.Wave{ID: newID[coop.WaveID](), At: noon, Staff: w.officer.ID, Asked: coop.WaveAsked{Months: 6}, Visits: 3}
	month := coop.DayOf(noon).Month()
	q := coop.MonthQuery{
		Month: month, From: month.First().Start(noon.Location()), To: month.Next().First().Start(noon.Location()), Zone: noon.Location(),
		Window: coop.WindowRule{From: 30, Aim: 60, To: 50}, Today: coop.DayOf(noon),
	}
	held := func(day int, of coop.WaveID, result coop.Result) coop.Visit {
		v := visit(w, month.First().Add(day-1).At(10, 0, noon.Location()), 45)
		v.State, v.Result, v.Wave = coop.VisitHeld, result, of
		return v
	}
	// The household moved in on 15 September: the 4th is its 50th day.
	keep(t, a, coop.Change{Waves: []coop.Wave{wave}, Visits: []coop.Visit{
		held(3, wave.ID, coop.Done), held(4, wave.ID, coop.Done), held(5, wave.ID, coop.Done), held(6, wave.ID, coop.Absent), held(9, "", coop.Done),
	}})
	rows := must(a.MonthRows(t.Context(), q))(t)
	same(t, "delays", rows.Delays, []coop.DelayCount{
		{Days: 49, Wave: true, N: 1}, {Days: 50, Wave: true, N: 1}, {Days: 51, Wave: true, N: 1}, {Days: 55, N: 1},
	})
	cases := must(a.Cases(t.Context(), coop.CaseQuery{MonthQuery: q, Indicator: coop.IndicatorWave}))(t)
	if len(cases) != 1 || cases[0].Days != 51 {
		t.Errorf("the late visits of the wave: %+v", cases)
	}
}
