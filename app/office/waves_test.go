package office_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
)

// planner is a front desk's office with somebody who may plan, and some households that wait.
type planner struct {
	*frontDesk
	claire coop.Actor // a manager
	homes  []coop.HouseholdID
}

func newPlanner(tb testing.TB, households int) *planner {
	tb.Helper()
	p := &planner{frontDesk: newFrontDesk(tb)}
	p.claire = coop.Actor{Device: "office", Staff: p.staff(tb, coop.Staff{Login: "claire", Name: "Claire Vasseur", Role: coop.Manager, Active: true})}
	for i := range households {
		p.homes = append(p.homes, p.enter(tb, fmt.Sprint("Ménage ", i), p.Today().Add(-20-10*i)))
	}
	return p
}

func (p *planner) usual(tb testing.TB) coop.WaveAsked {
	tb.Helper()
	asked, err := p.UsualWave(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	return asked
}

func (p *planner) plan(tb testing.TB) *office.WaveDraft {
	tb.Helper()
	draft, err := p.PlanWave(tb.Context(), p.claire, p.usual(tb), nil)
	if err != nil {
		tb.Fatal(err)
	}
	return draft
}

func (p *planner) apply(tb testing.TB, plan coop.WavePlan) coop.Wave {
	tb.Helper()
	w, err := p.ApplyWave(tb.Context(), p.claire, plan)
	if err != nil {
		tb.Fatal(err)
	}
	return w
}

// booked are the visits that are planned.
func (p *planner) booked(tb testing.TB) []coop.VisitRow {
	tb.Helper()
	all, err := p.Visits(tb.Context(), p.claire, p.Today(), p.Today().Add(400), "")
	if err != nil {
		tb.Fatal(err)
	}
	var planned []coop.VisitRow
	for _, v := range all {
		if v.State == coop.VisitPlanned {
			planned = append(planned, v)
		}
	}
	return planned
}

func TestAWaveBeginsWhenTheLettersAreEarlyEnough(t *testing.T) {
	p := newPlanner(t, 3)
	asked := p.usual(t)
	if asked.Months != 6 || asked.Share != 30 || asked.Start != "2026-12-03" || len(asked.Officers) != 1 {
		t.Errorf("the usual wave: %+v", asked)
	}
	p.now = p.now.AddDate(0, 0, 12)
	if asked = p.usual(t); asked.Start != "2026-12-15" {
		t.Errorf("begins on %s", asked.Start)
	}
	p.now = time.Date(2026, 12, 15, 9, 0, 0, 0, p.Zone()) // ten days later is Christmas, a Friday
	if asked = p.usual(t); asked.Start != "2026-12-28" {
		t.Errorf("begins on %s, want the Monday after Christmas", asked.Start)
	}
	sizes, err := p.WaveSizes(t.Context())
	if err != nil || len(sizes) != coop.MostWaveMonths || sizes[0] != 0 || sizes[11] != 3 {
		t.Errorf("the sizes of a wave: %v, %v", sizes, err)
	}
}

func TestAWaveIsBookedAndUndoneAsOneAct(t *testing.T) {
	p := newPlanner(t, 8)
	draft := p.plan(t)
	if len(draft.Plan.Visits) != 8 || len(p.booked(t)) != 0 {
		t.Fatalf("%d visits planned, %d booked before anybody said so", len(draft.Plan.Visits), len(p.booked(t)))
	}
	w := p.apply(t, draft.Plan)
	booked := p.booked(t)
	if len(booked) != 8 || booked[0].Wave != w.ID || booked[0].Told != coop.ByPost || booked[0].Before != 20 {
		t.Fatalf("booked %+v", booked)
	}
	if got := acts(p.file(t, p.homes[0])); got[len(got)-1] != coop.ActVisitBooked {
		t.Errorf("the household's journal ends with %v", got)
	}
	freed, err := p.UndoWave(t.Context(), p.claire, w.ID, "trial")
	if err != nil || freed != 8 || len(p.booked(t)) != 0 {
		t.Errorf("undone: %d freed, %d still booked, %v", freed, len(p.booked(t)), err)
	}
	_, err = p.UndoWave(t.Context(), p.claire, w.ID, "trial")
	refused(t, err, "wave.refused.undone")
	_, err = p.UndoWave(t.Context(), p.claire, "nobody", "trial")
	refused(t, err, "wave.refused.unknown")
	if again := p.plan(t); len(again.Plan.Visits) != 8 {
		t.Errorf("%d visits planned after the wave was undone", len(again.Plan.Visits))
	}
}

func TestUndoingAWaveLeavesWhatPeopleHaveTouched(t *testing.T) {
	p := newPlanner(t, 6)
	w := p.apply(t, p.plan(t).Plan)
	v := p.booked(t)
	if _, err := p.ConfirmVisit(t.Context(), p.claire, v[0].ID, true); err != nil {
		t.Fatal(err)
	}
	moved := coop.Booking{Start: v[1].Start.AddDate(0, 0, 28), Reason: "asked for", Agreed: true, MovedBy: coop.MovedByThem}
	if _, err := p.MoveVisit(t.Context(), p.claire, v[1].ID, moved); err != nil {
		t.Fatal(err)
	}
	if _, err := p.CancelVisit(t.Context(), p.claire, v[2].ID, "ill"); err != nil {
		t.Fatal(err)
	}
	p.now = v[3].Start.Add(time.Minute) // the fourth has begun
	rows, err := p.Waves(t.Context())
	if err != nil || len(rows) != 1 || rows[0].By != "Claire Vasseur" || rows[0].Standing != 5 || rows[0].Free != 2 {
		t.Errorf("the waves: %+v, %v; want 5 that stand and 2 to free", rows, err)
	}
	if freed, err := p.UndoWave(t.Context(), p.claire, w.ID, "trial"); err != nil || freed != 2 {
		t.Errorf("%d freed, %v", freed, err)
	}
	for i, want := range []string{"", "asked for", "ill", "", "trial", "trial"} {
		if got, err := p.Visit(t.Context(), p.claire, v[i].ID); err != nil || got.Reason != want || (got.State == coop.VisitPlanned) != (i < 2 || i == 3) {
			t.Errorf("visit %d is %s because of %q, %v", i, got.State, got.Reason, err)
		}
	}
	if rows, _ = p.Waves(t.Context()); rows[0].Undone.IsZero() || rows[0].Free != 0 || rows[0].Standing != 3 {
		t.Errorf("the undone wave: %+v", rows[0])
	}
}

func TestAWaveIsBookedWholeOrNotAtAll(t *testing.T) {
	catalog, err := i18n.Load(os.DirFS("../../assets/words"))
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		meanwhile func(p *planner, v coop.WaveVisit) error
		says      string
	}{
		"the officer has another appointment": {func(p *planner, v coop.WaveVisit) error {
			other := p.enter(t, "Benali", p.Today())
			_, err := p.BookVisit(t.Context(), p.claire, coop.Booking{Household: other, Officer: v.Officer, Start: v.Start, Reason: "urgent", Agreed: true})
			return err
		}, "l’agent a un autre rendez-vous"},
		"the household has another visit": {func(p *planner, v coop.WaveVisit) error {
			_, err := p.BookVisit(t.Context(), p.claire, coop.Booking{Household: v.Household, Officer: v.Officer, Start: v.Start.AddDate(0, 0, 70), Reason: "asked for"})
			return err
		}, "n’attend plus la visite"},
		"the officer is absent": {func(p *planner, v coop.WaveVisit) error {
			day := coop.DayOf(v.Start.In(p.Zone()))
			_, _, err := p.AddException(t.Context(), p.claire, coop.Exception{Staff: v.Officer, Kind: coop.StaffAway, From: day, To: day})
			return err
		}, "n’est plus possible"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPlanner(t, 6)
			plan := p.plan(t).Plan
			last := plan.Visits[len(plan.Visits)-1]
			if err := c.meanwhile(p, last); err != nil {
				t.Fatal(err)
			}
			before := len(p.booked(t))
			_, err := p.ApplyWave(t.Context(), p.claire, plan)
			wrong, ok := errors.AsType[*coop.WaveError](err)
			if !ok || len(wrong.Holders) == 0 {
				t.Fatalf("got %v", err)
			}
			if got := len(p.booked(t)); got != before {
				t.Errorf("%d visits booked, %d before", got, before)
			}
			text := catalog.Words("fr", p.Zone()).Error(err)
			if !strings.Contains(text, c.says) || !strings.Contains(text, "MÉNAGE") || !strings.Contains(text, "recalculez le plan") {
				t.Errorf("it says %q", text)
			}
			if rows, err := p.Waves(t.Context()); err != nil || len(rows) != 0 {
				t.Errorf("a wave was kept: %v, %v", rows, err)
			}
		})
	}
}

func TestAWaveIsForThoseWhoMayCommitTheTeam(t *testing.T) {
	p := newPlanner(t, 2)
	_, err := p.PlanWave(t.Context(), p.sonia, p.usual(t), nil)
	refused(t, err, "wave.refused.role")
	plan := p.plan(t).Plan
	_, err = p.ApplyWave(t.Context(), p.sonia, plan)
	refused(t, err, "wave.refused.role")
	_, err = p.ApplyWave(t.Context(), p.claire, coop.WavePlan{})
	refused(t, err, "wave.refused.empty")
	w, err := p.ApplyWave(t.Context(), coop.Actor{Staff: p.karim}, plan)
	if err != nil {
		t.Fatalf("an officer may not: %v", err)
	}
	_, err = p.UndoWave(t.Context(), p.sonia, w.ID, "trial")
	refused(t, err, "wave.refused.role")
	asked := p.usual(t)
	asked.Officers = nil
	_, err = p.PlanWave(t.Context(), p.claire, asked, nil)
	refused(t, err, "wave.refused.officers")
}

func TestAPlanThatIsCalledOffSaysSo(t *testing.T) {
	p := newPlanner(t, 4)
	ctx, cancel := context.WithCancel(t.Context())
	_, err := p.PlanWave(ctx, p.claire, p.usual(t), func(int, int) { cancel() })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestTheHomePageOffersAFirstWave(t *testing.T) {
	p := newPlanner(t, 0)
	home := func(by coop.Actor) int {
		h, err := p.Home(t.Context(), by)
		if err != nil {
			t.Fatal(err)
		}
		return h.Wave
	}
	for i := range coop.WaveWorthHaving {
		if n := home(p.claire); n != 0 {
			t.Fatalf("a wave is offered for %d", n)
		}
		p.homes = append(p.homes, p.enter(t, "Lefèvre", p.Today().Add(-20-i)))
	}
	if n := home(p.claire); n != coop.WaveWorthHaving {
		t.Errorf("a wave is offered for %d of %d", n, coop.WaveWorthHaving)
	}
	if n := home(p.sonia); n != 0 {
		t.Error("the front desk is offered a wave")
	}
	p.bookAt(t, p.homes[0], p.at("2026-12-03", 10, 0))
	if n := home(p.claire); n != 0 {
		t.Errorf("a wave is offered for %d to a coop that books its visits", n)
	}
}
