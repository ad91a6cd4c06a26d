package sqlite

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"bienvenue/app/coop"
)

func visit(w town, start time.Time, minutes int) coop.Visit {
	return coop.Visit{
		ID: newID[coop.VisitID](), Household: w.home.ID, Officer: w.officer.ID, Kind: coop.CourtesyVisit, Place: coop.AtHome,
		State: coop.VisitPlanned, Start: start, End: start.Add(time.Duration(minutes) * time.Minute), Before: 20, After: 20,
	}
}

func TestAChangeIsKeptWholeOrNotAtAll(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	lost := visit(w, noon, 45)
	lost.Household = "nobody"
	err := a.Keep(t.Context(), coop.Change{
		Settings: map[string]string{"theme": "dark"},
		Visits:   []coop.Visit{visit(w, noon.AddDate(0, 0, 1), 45), lost},
		Entries:  []coop.Entry{entry(coop.ActVisitBooked, coop.OnVisit, "x", w.home.ID)},
	})
	if err == nil {
		t.Fatal("a visit of nobody was kept")
	}
	same(t, "visits", must(a.Visits(t.Context(), coop.VisitFilter{}))(t), []coop.VisitRow(nil))
	same(t, "settings", must(a.Settings(t.Context()))(t), map[string]string{})
	same(t, "journal", must(a.Journal(t.Context(), w.home.ID))(t), []coop.Entry(nil))
}

func TestTheJournalGoesWithTheChange(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	later, first := entry(coop.ActEdited, coop.OnHousehold, string(w.home.ID), w.home.ID), entry(coop.ActAdded, coop.OnHousehold, string(w.home.ID), w.home.ID)
	first.At = noon.Add(-time.Minute)
	keep(t, a, coop.Change{Entries: []coop.Entry{later, first}})
	same(t, "journal", must(a.Journal(t.Context(), w.home.ID))(t), []coop.Entry{first, later})
}

func TestWhatSomebodyElseChangedIsNotOverwritten(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	v := visit(w, noon, 45)
	f := coop.FollowUp{ID: newID[coop.FollowUpID](), Household: w.home.ID, What: "joints", Due: "2026-12-01", State: coop.FollowUpOpen, Opened: noon}
	keep(t, a, coop.Change{Visits: []coop.Visit{v}, FollowUps: []coop.FollowUp{f}})
	staleHome, staleResidence, staleStaff, staleVisit, staleFollowUp := w.home, w.residence, w.officer, v, f
	staleHome.Rev, staleResidence.Rev, staleStaff.Rev, staleVisit.Rev, staleFollowUp.Rev = 7, 7, 7, 7, 7
	again := w.home
	again.Rev = 0
	for name, c := range map[string]coop.Change{
		"household":                 {Households: []coop.Household{staleHome}},
		"residence":                 {Residences: []coop.Residence{staleResidence}},
		"staff":                     {Staff: []coop.Staff{staleStaff}},
		"visit":                     {Visits: []coop.Visit{staleVisit}},
		"follow-up":                 {FollowUps: []coop.FollowUp{staleFollowUp}},
		"new one that exists":       {Households: []coop.Household{again}},
		"new visit that exists":     {Visits: []coop.Visit{v}},
		"new follow-up that exists": {FollowUps: []coop.FollowUp{f}},
	} {
		if err := a.Keep(t.Context(), c); !errors.Is(err, coop.ErrChanged) {
			t.Errorf("%s: %v, want ErrChanged", name, err)
		}
	}
}

func TestALoginBelongsToOnePerson(t *testing.T) {
	a := fresh(t)
	settle(t, a)
	err := a.Keep(t.Context(), coop.Change{Staff: []coop.Staff{{ID: newID[coop.StaffID](), Login: "sonia", Name: "Sonia Autre", Role: coop.FrontDesk}}})
	if !Known(err, keyLogin) {
		t.Errorf("got %v", err)
	}
}

func TestACancelledImportLeavesNothing(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	ctx, cancel := context.WithCancel(t.Context())
	n := 0
	err := a.KeepAll(ctx, func(yield func(coop.Change) bool) {
		for yield(coop.Change{Households: []coop.Household{household(w.residence.ID, person("Paul", fmt.Sprint("Nom", n)))}}) {
			if n++; n == 50 {
				cancel()
			}
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("got %v", err)
	}
	if got := must(a.CountRows(t.Context(), coop.RowFilter{}))(t); got != 2 {
		t.Errorf("%d households, want the 2 from before", got)
	}
	same(t, "faults but the journal", wrong(t, a), []string{"doctor.journal.bad"})
}

func TestATalkComesBackStepByStep(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	v := visit(w, noon, 45)
	k := coop.Talk{
		ID: newID[coop.TalkID](), Household: w.home.ID, Visit: v.ID, Kind: coop.CourtesyTalk, Script: "courtesy-tenant", Version: 3,
		Officer: w.officer.ID, State: coop.TalkOpen, Current: "welcome", Began: noon, Touched: noon,
	}
	full := coop.TalkStep{
		Step: "welcome", State: coop.StepSeen, Checked: []coop.PointID{"sheet"}, Noted: []coop.ChipID{"vmc"}, Note: "joints",
		Answers: map[coop.QuestionID]coop.ChoiceID{"knows": "yes", "agm": "no"}, Asked: []int{0, 2}, Seconds: 61,
	}
	skipped := coop.TalkStep{Step: "a-first", State: coop.StepNotApplicable, Reason: coop.SkipKnown}
	source := coop.StoredScript{ID: "courtesy-tenant", Version: 3, Source: []byte("id: courtesy-tenant\n")}
	keep(t, a, coop.Change{
		Visits: []coop.Visit{v}, Talks: []coop.Talk{k}, Scripts: []coop.StoredScript{source},
		Steps: []coop.StepKept{{Talk: k.ID, TalkStep: full}, {Talk: k.ID, TalkStep: skipped}},
	})
	k.Steps = []coop.TalkStep{full, skipped}
	same(t, "talk", must(a.Talk(t.Context(), k.ID))(t), k)

	full.Answers = map[coop.QuestionID]coop.ChoiceID{"knows": "no"}
	k.Touched, k.Current = noon.Add(time.Minute), "a-first"
	later := source
	later.Source = []byte("something else")
	keep(t, a, coop.Change{
		Talks: []coop.Talk{k}, Steps: []coop.StepKept{{Talk: k.ID, TalkStep: full}}, Scripts: []coop.StoredScript{later},
	})
	k.Steps = []coop.TalkStep{full, skipped}
	same(t, "talk after a second answer", must(a.Talks(t.Context(), w.home.ID))(t), []coop.Talk{k})
	same(t, "script", must(a.Script(t.Context(), "courtesy-tenant", 3))(t), source)

	open := must(a.OpenTalks(t.Context(), w.officer.ID))(t)
	if len(open) != 1 || open[0].Row.ID != w.home.ID || len(open[0].Steps) != 2 {
		t.Errorf("open talks: %+v", open)
	}
	same(t, "open talks of somebody else", must(a.OpenTalks(t.Context(), w.other.ID))(t), []coop.TalkRow(nil))
	k.State, k.Ended = coop.TalkClosed, noon.Add(time.Hour)
	keep(t, a, coop.Change{Talks: []coop.Talk{k}})
	same(t, "open talks after the end", must(a.OpenTalks(t.Context(), ""))(t), []coop.TalkRow(nil))
}

func TestAnOutcomeComesBackAsItWasKept(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	v := visit(w, noon, 45)
	keep(t, a, coop.Change{Visits: []coop.Visit{v}})
	o := coop.Outcome{
		Visit: v.ID, Household: w.home.ID, Officer: w.officer.ID, Result: coop.Done, Overall: 8, At: noon, Comment: "merci",
		Satisfaction: map[coop.SatisfactionItem]int{coop.ItemComfort: 3, coop.ItemRent: 1},
		Concerns:     []coop.Concern{{Motive: "HUM-VMC", Gravity: coop.Serious, Standing: coop.Founded}, {Motive: "CHA-FRO", Gravity: coop.Minor, Standing: coop.ToExplain}},
		Interests:    []coop.Interest{coop.InterestWorkshop, coop.InterestAgm},
	}
	keep(t, a, coop.Change{Outcomes: []coop.Outcome{o}})
	same(t, "outcome", must(a.Outcomes(t.Context(), w.home.ID))(t), []coop.Outcome{o})
	o.Satisfaction, o.Concerns, o.Interests, o.Overall = nil, o.Concerns[1:], nil, -1
	keep(t, a, coop.Change{Outcomes: []coop.Outcome{o}})
	same(t, "corrected outcome", must(a.Outcomes(t.Context(), w.home.ID))(t), []coop.Outcome{o})
}

func TestFollowUpsPapersAndEventsAreFound(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	late := coop.FollowUp{ID: newID[coop.FollowUpID](), Household: w.home.ID, Motive: "HUM-VMC", Service: coop.ServiceTechnical, What: "VMC", Due: "2026-11-20", State: coop.FollowUpOpen, Opened: noon}
	soon := coop.FollowUp{ID: newID[coop.FollowUpID](), Household: w.gone.ID, What: "badge", Due: "2026-11-30", State: coop.FollowUpPassed, Opened: noon}
	ended := coop.FollowUp{ID: newID[coop.FollowUpID](), Household: w.home.ID, What: "joints", Due: "2026-10-30", State: coop.FollowUpSettled, Told: "2026-10-29", Opened: noon, Closed: noon}
	paper := coop.Paper{ID: newID[coop.PaperID](), Household: w.home.ID, Kind: coop.WelcomeSheet, At: noon, Staff: w.officer.ID, Hash: "ab", Means: coop.PaperPrinted}
	agm := coop.Event{ID: newID[coop.EventID](), Kind: coop.EventAgm, Title: "AG", Day: "2027-06-12", Place: "Laon"}
	past := coop.Event{ID: newID[coop.EventID](), Kind: coop.EventAgm, Title: "AG", Day: "2026-06-12", Place: "Laon"}
	keep(t, a, coop.Change{FollowUps: []coop.FollowUp{soon, late, ended}, Papers: []coop.Paper{paper}, Events: []coop.Event{agm, past}})
	soon.Rev, late.Rev, ended.Rev = 1, 1, 1

	for name, c := range map[string]struct {
		filter coop.FollowUpFilter
		want   []coop.FollowUp
	}{
		"all":          {coop.FollowUpFilter{}, []coop.FollowUp{ended, late, soon}},
		"open":         {coop.FollowUpFilter{OpenOnly: true}, []coop.FollowUp{late, soon}},
		"late":         {coop.FollowUpFilter{LateOn: "2026-11-23"}, []coop.FollowUp{late}},
		"of a service": {coop.FollowUpFilter{Service: coop.ServiceTechnical}, []coop.FollowUp{late}},
		"of one home":  {coop.FollowUpFilter{Household: w.home.ID}, []coop.FollowUp{ended, late}},
		"open at home": {coop.FollowUpFilter{Household: w.home.ID, OpenOnly: true}, []coop.FollowUp{late}},
	} {
		rows := must(a.FollowUps(t.Context(), c.filter))(t)
		var got []coop.FollowUp
		for _, r := range rows {
			got = append(got, r.FollowUp)
			if r.Row.ID != r.Household {
				t.Errorf("%s: row of %q", name, r.Row.ID)
			}
		}
		same(t, name, got, c.want)
		if n := must(a.CountFollowUps(t.Context(), c.filter))(t); n != len(c.want) {
			t.Errorf("%s: counted %d, want %d", name, n, len(c.want))
		}
	}
	same(t, "limited", len(must(a.FollowUps(t.Context(), coop.FollowUpFilter{Limit: 1}))(t)), 1)
	same(t, "one", must(a.FollowUp(t.Context(), late.ID))(t), late)
	same(t, "papers", must(a.Papers(t.Context(), w.home.ID))(t), []coop.Paper{paper})
	same(t, "events", must(a.Events(t.Context(), "2026-11-23"))(t), []coop.Event{agm})
}

func TestWhatIsNotThereIsNotFound(t *testing.T) {
	a := fresh(t)
	ctx := t.Context()
	for name, ask := range map[string]func() error{
		"household":    func() error { _, err := a.Household(ctx, "x"); return err },
		"reference":    func() error { _, err := a.FindHousehold(ctx, "x"); return err },
		"no reference": func() error { _, err := a.FindHousehold(ctx, ""); return err },
		"residence":    func() error { _, err := a.Residence(ctx, "x"); return err },
		"visit":        func() error { _, err := a.Visit(ctx, "x"); return err },
		"talk":         func() error { _, err := a.Talk(ctx, "x"); return err },
		"script":       func() error { _, err := a.Script(ctx, "x", 1); return err },
		"follow-up":    func() error { _, err := a.FollowUp(ctx, "x"); return err },
	} {
		if err := ask(); !errors.Is(err, coop.ErrNotFound) {
			t.Errorf("%s: %v, want ErrNotFound", name, err)
		}
	}
}
