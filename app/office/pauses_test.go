package office_test

import (
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/office"
)

// seen is a step of a talk that was gone through.
func seen(step coop.StepID, seconds int) coop.TalkStep {
	return coop.TalkStep{Step: step, State: coop.StepSeen, Seconds: seconds}
}

func (d *talkDesk) talk(tb testing.TB, id coop.TalkID) coop.Talk {
	tb.Helper()
	t, err := d.archive.Talk(tb.Context(), id)
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// acted counts a household's journal entries of an act.
func (d *talkDesk) acted(tb testing.TB, h coop.HouseholdID, act coop.Act) int {
	tb.Helper()
	entries, err := d.archive.Journal(tb.Context(), h)
	if err != nil {
		tb.Fatal(err)
	}
	n := 0
	for _, e := range entries {
		if e.Act == act {
			n++
		}
	}
	return n
}

func ok(tb testing.TB, err error) {
	tb.Helper()
	if err != nil {
		tb.Fatal(err)
	}
}

func TestATalkIsGivenTheTimeOfItsOccasion(t *testing.T) {
	for name, c := range map[string]struct {
		minutes int
		place   coop.Place
		want    int
	}{
		"at the counter":             {0, "", 7},
		"on the phone":               {45, coop.ByPhone, 25},
		"a short visit":              {30, coop.AtHome, 30},
		"a visit as long as usual":   {45, coop.AtHome, 0},
		"a visit longer than usual":  {90, coop.AtOffice, 0},
		"a visit that nobody booked": {0, coop.AtHome, 0},
	} {
		t.Run(name, func(t *testing.T) {
			d := newTalkDesk(t)
			start := office.TalkStart{Household: d.tenant, Kind: coop.CourtesyTalk}
			if c.place == "" {
				start.Kind = coop.CounterTalk
			}
			if c.minutes > 0 {
				v, err := d.BookVisit(t.Context(), d.by, office.Booking{
					Household: d.tenant, Officer: d.by.Staff.ID, Start: d.now.Add(time.Hour), Minutes: c.minutes, Place: c.place, Reason: "convenu", Agreed: true,
				})
				ok(t, err)
				start.Visit = v.ID
			}
			if got := d.begin(t, start).Talk; got.Minutes != c.want || got.Device != "test" {
				t.Errorf("%d minutes on %q, want %d", got.Minutes, got.Device, c.want)
			}
		})
	}
}

func TestTheTimeOfATalkCanBeChanged(t *testing.T) {
	d := newTalkDesk(t)
	c := d.begin(t, office.TalkStart{Household: d.tenant})
	for _, minutes := range []int{coop.LeastTalk - 1, coop.LongestTalk + 1} {
		refused(t, d.PlanTalk(t.Context(), d.by, c.Talk.ID, minutes), "talk.refused.plan")
	}
	ok(t, d.PlanTalk(t.Context(), d.by, c.Talk.ID, 20))
	ok(t, d.PlanTalk(t.Context(), d.by, c.Talk.ID, 20))
	if d.talk(t, c.Talk.ID).Minutes != 20 || d.acted(t, d.tenant, coop.ActTalkPlanned) != 1 {
		t.Errorf("%+v, told %d times", d.talk(t, c.Talk.ID), d.acted(t, d.tenant, coop.ActTalkPlanned))
	}
	ok(t, d.AbandonTalk(t.Context(), d.by, c.Talk.ID))
	refused(t, d.PlanTalk(t.Context(), d.by, c.Talk.ID, 30), "talk.refused.over")
	refused(t, d.PauseTalk(t.Context(), d.by, c.Talk.ID, coop.PauseDay), "talk.refused.over")
}

func TestAPausedTalkSaysWhyUntilItGoesOn(t *testing.T) {
	d := newTalkDesk(t)
	c := d.begin(t, office.TalkStart{Household: d.tenant})
	first, second := c.Walk().Steps()[0].ID, c.Walk().Steps()[1].ID
	refused(t, d.PauseTalk(t.Context(), d.by, c.Talk.ID, "coffee"), "talk.refused.pause")
	d.now = d.now.Add(time.Minute)
	ok(t, d.PauseTalk(t.Context(), d.by, c.Talk.ID, coop.PauseCounter))
	rows, err := d.OpenTalks(t.Context(), d.by)
	ok(t, err)
	if rows[0].Pause != coop.PauseCounter || rows[0].Device != "test" || !rows[0].Touched.Equal(d.now) {
		t.Errorf("paused as %+v", rows[0].Talk)
	}
	elsewhere := d.by
	elsewhere.Device = "tablet"
	if _, err := d.OpenTalk(t.Context(), elsewhere, c.Talk.ID); err != nil || d.talk(t, c.Talk.ID).Pause != coop.PauseCounter {
		t.Errorf("to look at it ended the pause: %v", err)
	}
	ok(t, d.KeepStep(t.Context(), elsewhere, c.Talk.ID, seen(first, 30), second))
	if got := d.talk(t, c.Talk.ID); got.Pause != "" || got.Device != "tablet" || got.Current != second {
		t.Errorf("goes on as %+v", got)
	}
}

func TestAStepThatSaysNothingNewWritesNothing(t *testing.T) {
	d := newTalkDesk(t)
	c := d.begin(t, office.TalkStart{Household: d.tenant})
	first, second := c.Walk().Steps()[0].ID, c.Walk().Steps()[1].ID
	ok(t, d.KeepStep(t.Context(), d.by, c.Talk.ID, coop.TalkStep{Step: first}, first))
	before := d.talk(t, c.Talk.ID)
	if !before.Touched.Equal(before.Began) || len(before.Steps) != 0 {
		t.Errorf("a step that was only opened wrote %+v", before)
	}
	said := seen(first, 40)
	ok(t, d.KeepStep(t.Context(), d.by, c.Talk.ID, said, second))
	told := d.acted(t, d.tenant, coop.ActTalkStep)
	d.now = d.now.Add(time.Minute)
	ok(t, d.KeepStep(t.Context(), d.by, c.Talk.ID, said, second))
	if got := d.talk(t, c.Talk.ID); got.Touched.Equal(d.now) {
		t.Error("the same record was written again")
	}
	said.Seconds = 90
	ok(t, d.KeepStep(t.Context(), d.by, c.Talk.ID, said, second))
	ok(t, d.KeepStep(t.Context(), d.by, c.Talk.ID, coop.TalkStep{Step: second}, first))
	got := d.talk(t, c.Talk.ID)
	if got.Step(first).Seconds != 90 || got.Current != first || len(got.Steps) != 1 {
		t.Errorf("time and place were kept as %+v", got)
	}
	if d.acted(t, d.tenant, coop.ActTalkStep) != told {
		t.Error("the journal tells of time and place")
	}
	said.Note = "Préfère le matin"
	ok(t, d.KeepStep(t.Context(), d.by, c.Talk.ID, said, first))
	if d.acted(t, d.tenant, coop.ActTalkStep) != told+1 {
		t.Error("the journal does not tell of a note")
	}
}

func TestTwoTalksOfAKindMayBeOpenOnOneMachine(t *testing.T) {
	d := newTalkDesk(t)
	one := d.begin(t, office.TalkStart{Household: d.tenant})
	first, second := one.Walk().Steps()[0].ID, one.Walk().Steps()[1].ID
	ok(t, d.KeepStep(t.Context(), d.by, one.Talk.ID, seen(first, 30), second))
	ok(t, d.PauseTalk(t.Context(), d.by, one.Talk.ID, coop.PauseCounter))
	d.now = d.now.Add(time.Minute)
	two := d.begin(t, office.TalkStart{Household: d.buyer})
	ok(t, d.KeepStep(t.Context(), d.by, two.Talk.ID, seen(first, 20), first))
	rows, err := d.OpenTalks(t.Context(), d.by)
	ok(t, err)
	if len(rows) != 2 || rows[0].ID != two.Talk.ID || rows[1].ID != one.Talk.ID || rows[0].Device != rows[1].Device {
		t.Fatalf("open talks %+v", rows)
	}
	again, err := d.OpenTalk(t.Context(), d.by, one.Talk.ID)
	ok(t, err)
	if again.Walk().Current().ID != second || again.Talk.Elapsed() != 30*time.Second {
		t.Errorf("goes on at %s after %s", again.Walk().Current().ID, again.Talk.Elapsed())
	}
}

func TestATalkLeftOpenSinceYesterdayAsksForADecision(t *testing.T) {
	d := newTalkDesk(t)
	desk := coop.Actor{Staff: coop.Staff{ID: "s", Role: coop.FrontDesk}, Device: "test"}
	d.begin(t, office.TalkStart{Household: d.tenant})
	stale := func(by coop.Actor) int {
		t.Helper()
		rows, err := d.StaleTalks(t.Context(), by)
		ok(t, err)
		return len(rows)
	}
	if stale(d.by)+stale(desk) != 0 {
		t.Error("a talk of today is asked about")
	}
	d.now = d.now.AddDate(0, 0, 1)
	other, away := d.by, desk
	other.Staff.ID, away.Device = "somebody", "laptop"
	for name, c := range map[string]struct {
		by   coop.Actor
		want int
	}{
		"who leads it":                    {d.by, 1},
		"another officer":                 {other, 0},
		"the desk, on that machine":       {desk, 1},
		"the desk, on another of the lot": {away, 0},
	} {
		if got := stale(c.by); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
}

func TestALaterTalkKnowsWhatWasSaid(t *testing.T) {
	d := newTalkDesk(t)
	first := d.begin(t, office.TalkStart{Household: d.tenant})
	if len(first.Facts.Said) != 0 {
		t.Errorf("said before the first talk: %v", first.Facts.Said)
	}
	d.goThrough(t, first)
	d.now = d.now.Add(time.Hour)
	_, err := d.CloseTalk(t.Context(), d.by, office.Closing{Talk: first.Talk.ID, Outcome: coop.Outcome{Overall: -1}})
	ok(t, err)
	d.now = d.now.Add(time.Hour)
	later := d.begin(t, office.TalkStart{Household: d.tenant, Kind: coop.CourtesyTalk})
	if len(later.Facts.Said) == 0 {
		t.Fatal("nothing was said")
	}
	d.now = d.now.Add(time.Hour)
	opened, err := d.OpenTalk(t.Context(), d.by, later.Talk.ID)
	ok(t, err)
	if len(opened.Facts.Said) != len(later.Facts.Said) {
		t.Errorf("opened again it knows %v, not %v", opened.Facts.Said, later.Facts.Said)
	}
	old, err := d.OpenTalk(t.Context(), d.by, first.Talk.ID)
	ok(t, err)
	if len(old.Facts.Said) != 0 {
		t.Errorf("the first talk knows its own: %v", old.Facts.Said)
	}
}
