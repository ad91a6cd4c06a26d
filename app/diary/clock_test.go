package diary_test

import (
	"slices"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

// nights is a coop that works round the clock, Sundays by extra hours.
func nights(t *testing.T, day coop.Day, more ...coop.Exception) *diary.Diary {
	t.Helper()
	r := rules()
	for i := range r.Week {
		r.Week[i] = []coop.Span{{From: 0, To: 24 * 60}}
	}
	known := facts()
	known.Exceptions = append(known.Exceptions, more...)
	known.Exceptions = append(known.Exceptions, coop.Exception{
		Kind: coop.ExtraHours, Staff: "sonia", From: day.Add(-7), To: day.Add(7), Span: coop.Span{From: 0, To: 24 * 60},
	})
	return diary.New(r, known, paris(t), day.Add(-30).Start(paris(t)))
}

// lasting is a visit of some real minutes from an instant that is said in UTC, where no clock changes.
func lasting(t *testing.T, utc string, minutes int) coop.Visit {
	t.Helper()
	start, err := time.Parse("2006-01-02 15:04", utc)
	if err != nil {
		t.Fatal(err)
	}
	v := visit(t, "", "lefevre", "2026-01-05 10:00", minutes, 0)
	v.Start, v.End = start, start.Add(time.Duration(minutes)*time.Minute)
	return v
}

func TestVisitsAcrossAClockChangeAreJudgedByTheClock(t *testing.T) {
	const march, october = coop.Day("2026-03-29"), coop.Day("2026-10-25")
	met := func(day coop.Day, from, to int) coop.Exception {
		return exception(coop.Meeting, "sonia", day, from, to)
	}
	for name, c := range map[string]struct {
		day   coop.Day
		met   coop.Exception
		visit coop.Visit
		want  bool
	}{
		"the hour that is passed over is nobody's":        {march, met(march, 120, 180), lasting(t, "2026-03-29 00:30", 60), true},  // 1:30 to 3:30
		"the minute after it is":                          {march, met(march, 180, 190), lasting(t, "2026-03-29 00:30", 60), false}, // 3:00 to 3:10
		"the hour that comes twice counts the first time": {october, met(october, 150, 160), lasting(t, "2026-10-25 00:20", 15), false},
		"and the second time":                             {october, met(october, 150, 160), lasting(t, "2026-10-25 01:20", 15), false},
		"not between both":                                {october, met(october, 150, 160), lasting(t, "2026-10-25 00:45", 30), true}, // 2:45 to 2:15
		"a whole day of 25 hours has its last one":        {october, met(october, 0, 0), lasting(t, "2026-10-25 22:30", 30), false},
		"and no more":                                     {october, met(october, 0, 0), lasting(t, "2026-10-25 23:00", 30), true},
		"a whole day of 23 hours has its last one":        {march, met(march, 0, 0), lasting(t, "2026-03-29 21:45", 15), false},
		"and no more either":                              {march, met(march, 0, 0), lasting(t, "2026-03-29 22:00", 15), true},
		"a whole day has its first minutes":               {march, met(march, 0, 0), lasting(t, "2026-03-28 22:50", 15), false},
	} {
		t.Run(name, func(t *testing.T) {
			if got := nights(t, c.day, c.met).Stand(c.visit); got.Stands() != c.want {
				t.Errorf("%s to %s: %s", c.visit.Start.In(paris(t)), c.visit.End.In(paris(t)), shown(got))
			}
		})
	}
}

func TestAVisitAroundMidnightBelongsToTheDayItBeginsOn(t *testing.T) {
	const day = coop.Day("2026-12-08")
	late := visit(t, "v1", "benali", "2026-12-08 23:50", 30, 20)
	d := nights(t, day)
	d.Put(late)
	if got := d.Stand(visit(t, "", "lefevre", "2026-12-09 00:30", 30, 0)); got.Clash == nil {
		t.Errorf("travel after midnight is forgotten: %s", shown(got))
	}
	if got := d.Stand(visit(t, "", "lefevre", "2026-12-09 00:40", 30, 0)); !got.Stands() {
		t.Errorf("got %s", shown(got))
	}
	away := nights(t, day, exception(coop.StaffAway, "sonia", "2026-12-09", 0, 0))
	if got := said(away.Stand(late)); !slices.Equal(got, []string{"visit.refused.away"}) {
		t.Errorf("a visit runs into an absence: %v", got)
	}
	if got := diaryOf(t).Stand(late); !slices.Equal(said(got), []string{"visit.warning.hours"}) {
		t.Errorf("the hours are named %v, want once", said(got))
	}
}

func TestNoTimeIsListedInAnHourThatIsPassedOver(t *testing.T) {
	const march = coop.Day("2026-03-29")
	starts := nights(t, march).Starts(lasting(t, "2026-01-05 10:00", 30), march)
	if len(starts) != 23*4 { // the last one runs past midnight, where the officer works too
		t.Errorf("%d starts on a day of 23 hours", len(starts))
	}
	for i := 1; i < len(starts); i++ {
		if got := starts[i].Sub(starts[i-1]); got != 15*time.Minute {
			t.Errorf("%s follows after %s", starts[i], got)
		}
	}
}
