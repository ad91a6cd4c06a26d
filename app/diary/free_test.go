package diary_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

func query(t *testing.T, asked string) diary.FreeQuery {
	t.Helper()
	return diary.FreeQuery{
		Visit: visit(t, "", "lefevre", asked, 45, 20),
		From:  coop.Day(asked[:10]).Add(-7), To: coop.Day(asked[:10]).Add(7), N: 3,
	}
}

func TestFreeTimesLieAroundTheOneAskedFor(t *testing.T) {
	d := diaryOf(t, visit(t, "v1", "benali", "2026-12-01 10:00", 45, 20))
	var got []string
	for _, start := range d.FreeStarts(query(t, "2026-12-01 10:00")) {
		got = append(got, start.Format("2006-01-02 15:04"))
	}
	// the officer travels 20 minutes: the morning has room until 8:55 and again from 11:05
	want := []string{"2026-12-01 08:45", "2026-12-01 13:00", "2026-12-02 10:00"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func TestNoFreeTimeIsInvented(t *testing.T) {
	long := func(household string) coop.Visit { return visit(t, "v1", household, "2026-12-01 08:00", 660, 0) }
	for name, c := range map[string]struct {
		asked string
		taken []coop.Visit
		want  int
	}{
		"on a Sunday":                    {"2026-11-29 10:00", nil, 0},
		"on a holiday":                   {"2026-12-25 10:00", nil, 0},
		"in the past":                    {"2026-11-20 10:00", nil, 0},
		"beside the household's own":     {"2026-12-01 10:00", []coop.Visit{long("lefevre")}, 0},
		"where the whole day is open":    {"2026-12-01 07:00", nil, 2},
		"where a cancelled visit stands": {"2026-12-01 07:00", []coop.Visit{cancelled(long("benali"))}, 2},
		"tomorrow without an agreement":  {"2026-11-24 10:00", nil, 0},
	} {
		t.Run(name, func(t *testing.T) {
			q := query(t, c.asked)
			q.From, q.To = coop.Day(c.asked[:10]), coop.Day(c.asked[:10])
			if got := diaryOf(t, c.taken...).FreeStarts(q); len(got) != c.want {
				t.Errorf("%d times are proposed (%v), want %d", len(got), got, c.want)
			}
		})
	}
}

func TestAShortNoticeIsAcceptedByAskingForIt(t *testing.T) {
	d := diaryOf(t)
	q := query(t, "2026-11-26 10:00") // in three days
	if got := d.FreeStarts(q); len(got) != 3 || coop.DayOf(got[0]) != "2026-11-26" {
		t.Errorf("got %v, want times around the day that was asked for", got)
	}
	q = query(t, "2026-12-02 10:00") // in nine days
	for _, start := range d.FreeStarts(q) {
		if coop.DayOf(start) < "2026-11-30" {
			t.Errorf("%v comes on shorter notice than the time asked for", start)
		}
	}
}

func TestFreeTimesNeverClashAndKeepTheHours(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	zone := paris(t)
	for range 200 {
		var taken []coop.Visit
		for n := range rng.IntN(40) {
			v := visit(t, string(rune('a'+n)), "benali", "2026-12-01 08:00", 20+rng.IntN(80), rng.IntN(30))
			shift := time.Duration(rng.IntN(14*24*4)-7*24*4) * 15 * time.Minute
			v.Start, v.End = v.Start.Add(shift), v.End.Add(shift)
			taken = append(taken, v)
		}
		q, d := query(t, "2026-12-01 10:00"), diaryOf(t, taken...)
		for _, start := range d.FreeStarts(q) {
			v := q.Visit
			v.Start, v.End = start, start.Add(45*time.Minute)
			if slices.ContainsFunc(taken, v.Clashes) {
				t.Fatalf("%v clashes", start)
			}
			if day := coop.DayOf(start); d.Calendar().Closed(day) != diary.Open || start.Hour() < 8 || v.End.After(day.At(19, 0, zone)) {
				t.Fatalf("%v is outside the hours", start)
			}
		}
	}
}
