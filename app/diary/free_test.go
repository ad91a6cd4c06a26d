package diary_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

func paris(t *testing.T) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func at(t *testing.T, text string) time.Time {
	t.Helper()
	instant, err := time.ParseInLocation("2006-01-02 15:04", text, paris(t))
	if err != nil {
		t.Fatal(err)
	}
	return instant
}

func visit(t *testing.T, id, household, start string, minutes, buffer int) coop.Visit {
	t.Helper()
	from := at(t, start)
	return coop.Visit{
		ID: coop.VisitID(id), Household: coop.HouseholdID(household), Officer: "sonia", State: coop.VisitPlanned,
		Start: from, End: from.Add(time.Duration(minutes) * time.Minute), Buffer: buffer,
	}
}

func query(t *testing.T, asked string, taken ...coop.Visit) diary.FreeQuery {
	t.Helper()
	return diary.FreeQuery{
		Visit: visit(t, "", "lefevre", asked, 45, 20), Taken: taken,
		From: coop.Day(asked[:10]).Add(-7), To: coop.Day(asked[:10]).Add(7),
		After: at(t, "2026-11-23 09:00"), Opens: 8 * 60, Closes: 19 * 60, Zone: paris(t), N: 3,
	}
}

func TestFreeTimesLieAroundTheOneAskedFor(t *testing.T) {
	taken := visit(t, "v1", "benali", "2026-12-01 10:00", 45, 20)
	var got []string
	for _, start := range diary.NewCalendar().FreeStarts(query(t, "2026-12-01 10:00", taken)) {
		got = append(got, start.Format("2006-01-02 15:04"))
	}
	// the officer travels 20 minutes: the morning has room until 8:55 and again from 11:05
	want := []string{"2026-12-01 08:45", "2026-12-01 13:00", "2026-12-02 10:00"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestNoFreeTimeIsInvented(t *testing.T) {
	calendar := diary.NewCalendar()
	for name, c := range map[string]struct {
		query diary.FreeQuery
		want  int
	}{
		"on a Sunday":                    {only(query(t, "2026-11-29 10:00"), "2026-11-29"), 0},
		"on a holiday":                   {only(query(t, "2026-12-25 10:00"), "2026-12-25"), 0},
		"in the past":                    {only(query(t, "2026-11-20 10:00"), "2026-11-20"), 0},
		"beside the household's own":     {only(query(t, "2026-12-01 10:00", visit(t, "v1", "lefevre", "2026-12-01 08:00", 660, 0)), "2026-12-01"), 0},
		"where the whole day is open":    {only(query(t, "2026-12-01 07:00"), "2026-12-01"), 2},
		"where a cancelled visit stands": {only(query(t, "2026-12-01 07:00", cancelled(visit(t, "v1", "benali", "2026-12-01 08:00", 660, 0))), "2026-12-01"), 2},
	} {
		t.Run(name, func(t *testing.T) {
			if got := calendar.FreeStarts(c.query); len(got) != c.want {
				t.Errorf("%d times are proposed (%v), want %d", len(got), got, c.want)
			}
		})
	}
}

func TestFreeTimesNeverClashAndKeepTheHours(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	calendar := diary.NewCalendar()
	for range 300 {
		var taken []coop.Visit
		for n := range rng.IntN(40) {
			v := visit(t, string(rune('a'+n)), "benali", "2026-12-01 08:00", 20+rng.IntN(80), rng.IntN(30))
			shift := time.Duration(rng.IntN(14*24*4)-7*24*4) * 15 * time.Minute
			v.Start, v.End = v.Start.Add(shift), v.End.Add(shift)
			taken = append(taken, v)
		}
		q := query(t, "2026-12-01 10:00", taken...)
		for _, start := range calendar.FreeStarts(q) {
			v := q.Visit
			v.Start, v.End = start, start.Add(45*time.Minute)
			if slices.ContainsFunc(taken, v.Clashes) {
				t.Fatalf("%v clashes", start)
			}
			if day := coop.DayOf(start); calendar.Closed(day) != diary.Open || start.Hour() < 8 || v.End.After(day.At(19, 0, paris(t))) {
				t.Fatalf("%v is outside the hours", start)
			}
		}
	}
}

func only(q diary.FreeQuery, day coop.Day) diary.FreeQuery {
	q.From, q.To = day, day
	return q
}

func cancelled(v coop.Visit) coop.Visit {
	v.State = coop.VisitCancelled
	return v
}
