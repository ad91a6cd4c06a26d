package diary_test

import (
	"fmt"
	"reflect"
	"slices"
	"sync"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/diary"
)

func shown(v coop.Verdict) string {
	clash := ""
	if v.Clash != nil {
		clash = fmt.Sprint(v.Clash.With.ID, " ", v.Clash.Officer)
	}
	return fmt.Sprintf("refused %v, clash %s, warned %v", v.Refused, clash, v.Warned)
}

func TestTheDiaryAgreesWithASlowOne(t *testing.T) {
	seen := map[string]int{}
	worlds(t, 50, func(t *testing.T, w *world) {
		t.Helper()
		s := w.slow()
		d := s.diary()
		asked := slices.Clone(s.facts.Visits)
		for range 60 {
			asked = append(asked, w.visit())
		}
		for _, v := range asked {
			got, want := d.Stand(v), s.stand(v)
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("%s to %s of %s: %s\nwant %s", v.Start.In(w.zone), v.End.In(w.zone), v.Officer, shown(got), shown(want))
			}
			for _, said := range slices.Concat(got.Refused, got.Warned) {
				seen[said.Key]++
			}
			if got.Clash != nil {
				seen[fmt.Sprint("clash ", got.Clash.Officer)]++
			}
			if got.Stands() {
				seen["stands"]++
			}
		}
	})
	for _, key := range everyOutcome {
		if seen[key] < 20 {
			t.Errorf("%q came up only %d times: the random diaries are too tame", key, seen[key])
		}
	}
}

// everyOutcome is what a verdict may say.
var everyOutcome = []string{
	"visit.refused.officer", "visit.refused.place", "visit.refused.minutes", "visit.refused.away", "visit.refused.meeting",
	"visit.refused.held", "visit.refused.trips", "visit.refused.agreement", "clash true", "clash false", "stands",
	"visit.warning.past", "visit.warning.notice", "visit.warning.holiday", "visit.warning.sunday", "visit.warning.saturday",
	"visit.warning.closed", "visit.warning.bridge", "visit.warning.hours", "visit.warning.off", "visit.warning.day",
	"visit.warning.week", "visit.warning.entry", "visit.warning.early", "visit.warning.late", "visit.warning.exit",
}

func TestTheComputersZoneChangesNothing(t *testing.T) {
	local := time.Local
	t.Cleanup(func() { time.Local = local })
	worlds(t, 5, func(t *testing.T, w *world) {
		t.Helper()
		s := w.slow()
		var asked []coop.Visit
		for range 60 {
			asked = append(asked, w.visit())
		}
		var first []string
		for _, name := range []string{"UTC", "Europe/Paris", "Pacific/Auckland", "America/St_Johns", "Pacific/Kiritimati"} {
			zone, err := time.LoadLocation(name)
			if err != nil {
				t.Fatal(err)
			}
			time.Local = zone
			inLocal := s
			inLocal.now = s.now.Local()
			d := inLocal.diary()
			var said []string
			for _, v := range asked {
				v.Start, v.End = v.Start.Local(), v.End.Local()
				said = append(said, shown(d.Stand(v)))
			}
			for _, p := range d.Propose(diary.Proposing{Visit: coop.Visit{Household: "h0"}, N: 3}) {
				said = append(said, fmt.Sprint(p.Visit.Officer, p.Visit.Start.UTC(), p.Why))
			}
			if first == nil {
				first = said
			}
			if !slices.Equal(said, first) {
				t.Fatalf("on a computer in %s the verdicts are others", name)
			}
		}
	})
}

func TestWorkIsEveryMinuteThatIsOfferedAndNotBusy(t *testing.T) {
	worlds(t, 8, func(t *testing.T, w *world) {
		t.Helper()
		s := w.slow()
		d := s.diary()
		for range 10 {
			officer, day := w.officer(), w.day()
			work := d.Work(officer, day)
			for minute := range 24 * 60 {
				if got, want := in(work, minute), s.works(officer, minuteOf{day, minute}); got != want {
					t.Fatalf("%s works on %s at minute %d: %v, want %v (%v)", officer, day, minute, got, want, work)
				}
			}
			for i := 1; i < len(work); i++ {
				if work[i-1].To >= work[i].From {
					t.Fatalf("the spans of %s touch: %v", day, work)
				}
			}
			closure, label := d.Closed(day)
			if wantClosure, wantLabel := s.closed(day); closure != wantClosure || label != wantLabel {
				t.Fatalf("%s is closed for %q %q, want %q %q", day, closure, label, wantClosure, wantLabel)
			}
		}
	})
}

func TestADiaryThatChangedIsAsANewOne(t *testing.T) {
	worlds(t, 20, func(t *testing.T, w *world) {
		t.Helper()
		s := w.slow()
		d := s.diary()
		for range 60 {
			v := w.visit()
			at := -1
			if len(s.facts.Visits) > 0 && w.IntN(2) == 0 {
				at = w.IntN(len(s.facts.Visits))
				v.ID = s.facts.Visits[at].ID
			}
			switch {
			case at >= 0 && w.IntN(2) == 0:
				s.facts.Visits = slices.Delete(s.facts.Visits, at, at+1)
				d.Remove(v.ID)
				continue
			case at >= 0 && v.State.TakesTime() && s.facts.Visits[at].State.TakesTime():
				s.facts.Visits[at] = v // keeps its place
			case at >= 0:
				s.facts.Visits = append(slices.Delete(s.facts.Visits, at, at+1), v)
			default:
				s.facts.Visits = append(s.facts.Visits, v)
			}
			d.Put(v)
		}
		fresh := s.diary()
		for range 80 {
			v := w.visit()
			if got, want := d.Stand(v), fresh.Stand(v); !reflect.DeepEqual(got, want) {
				t.Fatalf("%s, want %s", shown(got), shown(want))
			}
		}
	})
}

func TestADiaryServesSeveralAtOnce(t *testing.T) {
	w := newWorld(paris(t), mids[0], 1)
	s := w.slow()
	d, alone := s.diary(), s.diary()
	var asked []coop.Visit
	for range 50 {
		asked = append(asked, w.visit())
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, v := range asked {
				if got := d.Stand(v); got.May() != s.stand(v).May() {
					t.Errorf("with others it is %s", shown(got))
				}
			}
		})
	}
	all.Wait()
	for _, v := range asked {
		if got, want := d.Stand(v), alone.Stand(v); !reflect.DeepEqual(got, want) {
			t.Errorf("afterwards it is %s, want %s", shown(got), shown(want))
		}
	}
}

func TestStartsAreAllThatStand(t *testing.T) {
	worlds(t, 5, func(t *testing.T, w *world) {
		t.Helper()
		s := w.slow()
		d := s.diary()
		for range 6 {
			v, day := w.visit(), w.day()
			v.State = coop.VisitPlanned
			length := v.End.Sub(v.Start)
			var want []time.Time
			for minute := 0; minute < 24*60; minute += 15 {
				v.Start = day.At(minute/60, minute%60, w.zone)
				v.End = v.Start.Add(length)
				if v.Start.In(w.zone).Hour()*60+v.Start.In(w.zone).Minute() == minute && s.stand(v).Stands() {
					want = append(want, v.Start)
				}
			}
			if got := d.Starts(v, day); !slices.EqualFunc(got, want, time.Time.Equal) {
				t.Fatalf("on %s %v\nwant %v", day, got, want)
			}
		}
	})
}

func TestWhatIsProposedStands(t *testing.T) {
	proposed, outside := 0, 0
	worlds(t, 60, func(t *testing.T, w *world) {
		t.Helper()
		s := w.slow()
		d := s.diary()
		q := diary.Proposing{Visit: coop.Visit{Household: w.household(), Told: oneOf(w, coop.ByPost, coop.NoChannel)}, N: 3}
		from, to := s.day(s.now), s.day(s.now).Add(20)
		q.From, q.To = from, to
		got := d.Propose(q)
		proposed += len(got)
		halves := map[string]bool{}
		for _, p := range got {
			v := p.Visit
			verdict := s.stand(v)
			late := slices.ContainsFunc(p.Why, func(w coop.Warning) bool { return w.Key == "propose.why.soonest" })
			if !verdict.May() || slices.ContainsFunc(verdict.Warned, func(w coop.Warning) bool { return !late || w.Key != "visit.warning.late" }) {
				t.Fatalf("%s is proposed at %s: %s", v.Place, v.Start.In(w.zone), shown(verdict))
			}
			if slices.ContainsFunc(s.minutes(v), func(m minuteOf) bool { return !s.works(v.Officer, m) }) {
				t.Fatalf("%s does not work at %s", v.Officer, v.Start.In(w.zone))
			}
			rule := s.rules.Kind(v.Kind, v.Place)
			if v.Minutes() != rule.Minutes || v.Before != rule.Before || v.After != rule.After {
				t.Fatalf("the visit is not as the rules make it: %+v", v)
			}
			half := fmt.Sprint(s.day(v.Start), v.Start.In(w.zone).Hour() < 13)
			if halves[half] {
				t.Fatalf("two proposals on one half-day: %s", half)
			}
			halves[half] = true
			window := s.rules.Window.Of(entryOf(s, v.Household))
			if inside := window.From != "" && window.Holds(s.day(v.Start)); late == inside {
				t.Fatalf("%s is proposed as late: %v, the window is %v", s.day(v.Start), late, window)
			}
			if late && window.From != "" {
				outside++
			}
		}
		s.mustFind(t, got, from, to)
	})
	if proposed < 200 || outside < 20 {
		t.Errorf("only %d times were proposed, %d after the window: the random diaries are too tame", proposed, outside)
	}
}

func entryOf(s slow, id coop.HouseholdID) coop.Day {
	for _, h := range s.facts.Households {
		if h.ID == id {
			return h.Entry
		}
	}
	return ""
}

// mustFind fails when a time stands inside the window and none inside it was proposed.
func (s slow) mustFind(t *testing.T, got []coop.Proposal, from, to coop.Day) {
	t.Helper()
	if len(got) == 0 || !slices.ContainsFunc(got[0].Why, func(w coop.Warning) bool { return w.Key == "propose.why.soonest" }) {
		return
	}
	v := got[0].Visit
	window := s.rules.Window.Of(entryOf(s, v.Household))
	if window.From == "" {
		return
	}
	length := v.End.Sub(v.Start)
	for day := max(from, window.From); day <= min(to, window.To); day = day.Add(1) {
		for minute := 0; minute < 24*60; minute += 15 {
			for _, officer := range []coop.StaffID{"sonia", "karim"} {
				v.Officer, v.Start = officer, day.At(minute/60, minute%60, s.zone)
				v.End = v.Start.Add(length)
				if s.stand(v).Stands() {
					t.Fatalf("%s with %s stands inside the window, and only later times are proposed", v.Start, officer)
				}
			}
		}
	}
}
