package office_test

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/script"
	"bienvenue/assets"
	"bienvenue/data"
	"bienvenue/data/sqlite"
)

// texts are the shipped scripts, some of which a test may spoil.
type texts struct {
	t     testing.TB
	spoil map[string]string // file name → another source
}

func (x texts) Scripts() ([]office.ScriptFile, error) {
	names, err := fs.Glob(assets.Scripts, "scripts/*.yaml")
	if err != nil {
		return nil, err
	}
	var files []office.ScriptFile
	for _, name := range names {
		source, err := fs.ReadFile(assets.Scripts, name)
		if err != nil {
			return nil, err
		}
		if other, ok := x.spoil[filepath.Base(name)]; ok {
			source = []byte(other)
		}
		files = append(files, office.ScriptFile{Name: name, Source: source})
	}
	return files, nil
}

func (x texts) Speech(language string) office.Speech {
	all, err := catalog()
	if err != nil {
		x.t.Fatal(err)
	}
	return all.Words(language, time.UTC)
}

// catalog is read once for all tests.
var catalog = sync.OnceValues(func() (*i18n.Catalog, error) {
	words, err := fs.Sub(assets.Words, "words")
	if err != nil {
		return nil, err
	}
	return i18n.Load(words)
})

// talkDesk is an office over a real archive with two households and an officer.
type talkDesk struct {
	*office.Office
	archive       *sqlite.Archive
	by            coop.Actor
	now           time.Time
	texts         texts
	tenant, buyer coop.HouseholdID
}

func newTalkDesk(tb testing.TB) *talkDesk {
	tb.Helper()
	d := &talkDesk{now: time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC), texts: texts{t: tb, spoil: map[string]string{}}}
	d.open(tb, filepath.Join(tb.TempDir(), "bienvenue.db"))
	officer := coop.Staff{ID: coop.StaffID(uuid.NewString()), Login: "karim", Name: "Karim Belkacem", Role: coop.Officer, Active: true}
	d.by = coop.Actor{Staff: officer, Device: "test"}
	residence := coop.Residence{ID: coop.ResidenceID(uuid.NewString()), Name: "Champmilan", Heating: coop.CollectiveHeating}
	change := coop.Change{
		Staff: []coop.Staff{officer}, Residences: []coop.Residence{residence},
		Settings: map[string]string{"coop": `{"name":"Champmilan Habitat","share_cents":1600,"agm_month":6}`},
	}
	for i, product := range []coop.Product{coop.Rental, coop.PSLA} {
		h := coop.Household{
			ID: coop.HouseholdID(uuid.NewString()), Lease: "L" + string(rune('1'+i)), Product: product, Entry: "2026-10-01",
			Dwelling: coop.Dwelling{ID: coop.DwellingID(uuid.NewString()), Residence: residence.ID, Home: coop.Flat},
			Share:    coop.Share{State: coop.ShareToOffer}, Since: d.now,
			Holders: []coop.Cooperator{{ID: coop.CooperatorID(uuid.NewString()), Last: "Lefèvre", Mobile: "0639981102"}},
		}
		change.Households = append(change.Households, h)
	}
	d.tenant, d.buyer = change.Households[0].ID, change.Households[1].ID
	if err := d.archive.Keep(tb.Context(), change); err != nil {
		tb.Fatal(err)
	}
	return d
}

// open opens the archive as a fresh start of the program does.
func (d *talkDesk) open(tb testing.TB, path string) {
	tb.Helper()
	clock := func() time.Time { return d.now }
	archive, err := data.Open(tb.Context(), path, data.Options{Create: true, Now: clock})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { archive.Close() })
	d.archive = archive
	d.Office = office.New(office.Params{
		Store: archive, Now: clock, Zone: time.UTC, Texts: d.texts, Papers: assets.Papers(),
		NewID: func() string { return uuid.Must(uuid.NewV7()).String() },
	})
}

func (d *talkDesk) begin(tb testing.TB, start office.TalkStart) office.Conversation {
	tb.Helper()
	c, err := d.BeginTalk(tb.Context(), d.by, start)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// goThrough sees every step of a talk, required points included.
func (d *talkDesk) goThrough(tb testing.TB, c office.Conversation) {
	tb.Helper()
	for _, step := range c.Walk().Steps() {
		record := coop.TalkStep{Step: step.ID, State: coop.StepSeen, Seconds: 60, Answers: map[coop.QuestionID]coop.ChoiceID{}}
		for _, p := range step.Checks {
			record.Checked = append(record.Checked, p.ID)
		}
		for _, q := range step.Questions {
			record.Answers[q.ID] = q.Choices[0].ID
		}
		if err := d.KeepStep(tb.Context(), d.by, c.Talk.ID, record, step.ID); err != nil {
			tb.Fatalf("%s: %v", step.ID, err)
		}
	}
	// an answer may have opened further steps
	again, err := d.OpenTalk(tb.Context(), d.by, c.Talk.ID)
	if err != nil {
		tb.Fatal(err)
	}
	for _, m := range again.Walk().Missing() {
		if err := d.KeepStep(tb.Context(), d.by, c.Talk.ID, coop.TalkStep{Step: m.Step.ID, State: coop.StepNotApplicable, Reason: coop.SkipKnown}, m.Step.ID); err != nil {
			tb.Fatal(err)
		}
	}
}

func refused(tb testing.TB, err error, key string) {
	tb.Helper()
	if !errors.Is(err, coop.Refuse(key, nil)) {
		tb.Errorf("got %v, want %s", err, key)
	}
}

func TestTheScriptFitsTheContract(t *testing.T) {
	d := newTalkDesk(t)
	for name, c := range map[string]struct {
		start office.TalkStart
		want  coop.ScriptID
	}{
		"at the counter":       {office.TalkStart{Household: d.tenant}, "counter"},
		"a tenant's courtesy":  {office.TalkStart{Household: d.tenant, Kind: coop.CourtesyTalk}, "courtesy-tenant"},
		"a new owner's":        {office.TalkStart{Household: d.buyer, Kind: coop.CourtesyTalk}, "courtesy-owner"},
		"a buyer's at counter": {office.TalkStart{Household: d.buyer, Kind: coop.CounterTalk}, "counter"},
	} {
		t.Run(name, func(t *testing.T) {
			got := d.begin(t, c.start)
			if got.Script.ID != c.want || got.Talk.Current != got.Walk().Steps()[0].ID || got.Talk.Officer != d.by.Staff.ID {
				t.Errorf("got %s at %s", got.Script.ID, got.Talk.Current)
			}
			if got.Fields["share"] != "16\u00a0€" || got.Fields["agm_month"] != "juin" || got.Fields["officer"] != "Karim Belkacem" {
				t.Errorf("the texts name %v", got.Fields)
			}
		})
	}
}

func TestABrokenScriptStopsNobodyElse(t *testing.T) {
	d := newTalkDesk(t)
	d.texts.spoil["courtesy-tenant.fr.yaml"] = "id: courtesy-tenant\nversion: one\ntalk: courtesy\nfor: {product: [rental]}\n"
	_, err := d.BeginTalk(t.Context(), d.by, office.TalkStart{Household: d.tenant, Kind: coop.CourtesyTalk})
	if found := script.Found(err); len(found) == 0 || found[0].File != "courtesy-tenant.fr.yaml" || found[0].Line == 0 {
		t.Errorf("got %v", err)
	}
	if _, ok := errors.AsType[*coop.RefusalError](err); !ok {
		t.Errorf("%v has no sentence for a person", err)
	}
	d.begin(t, office.TalkStart{Household: d.buyer, Kind: coop.CourtesyTalk})
	if rows, err := d.OpenTalks(t.Context(), d.by); err != nil || len(rows) != 1 {
		t.Errorf("open talks %d %v", len(rows), err)
	}
}

func TestAnInterruptedTalkComesBackWithItsOwnScript(t *testing.T) {
	d := newTalkDesk(t)
	c := d.begin(t, office.TalkStart{Household: d.tenant, Kind: coop.CourtesyTalk})
	steps := c.Walk().Steps()
	record := coop.TalkStep{Step: steps[0].ID, State: coop.StepSeen, Checked: []coop.PointID{"notice"}, Note: "Préfère le matin", Seconds: 95}
	if err := d.KeepStep(t.Context(), d.by, c.Talk.ID, record, steps[1].ID); err != nil {
		t.Fatal(err)
	}
	path := d.archive.Path()
	d.archive.Close()
	d.texts.spoil["courtesy-tenant.fr.yaml"] = "id: other"
	d.open(t, path)
	rows, err := d.OpenTalks(t.Context(), d.by)
	if err != nil || len(rows) != 1 {
		t.Fatalf("open talks %d %v", len(rows), err)
	}
	again, err := d.OpenTalk(t.Context(), d.by, rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	got := again.Talk.Step(steps[0].ID)
	if again.Walk().Current().ID != steps[1].ID || got.Note != record.Note || got.Seconds != 95 || len(got.Checked) != 1 {
		t.Errorf("stands at %s with %+v", again.Talk.Current, got)
	}
	if len(again.Script.All) != len(c.Script.All) {
		t.Error("another script leads than the one it began with")
	}
}

func TestATalkTakesOnlyWhatItsScriptAsks(t *testing.T) {
	d := newTalkDesk(t)
	c := d.begin(t, office.TalkStart{Household: d.tenant})
	refused(t, d.KeepStep(t.Context(), d.by, c.Talk.ID, coop.TalkStep{Step: "dance"}, ""), "talk.refused.step")
	_, err := d.BeginTalk(t.Context(), d.by, office.TalkStart{Household: d.tenant})
	refused(t, err, "talk.refused.open")
	if err := d.AbandonTalk(t.Context(), d.by, c.Talk.ID); err != nil {
		t.Fatal(err)
	}
	refused(t, d.KeepStep(t.Context(), d.by, c.Talk.ID, coop.TalkStep{Step: c.Talk.Current}, ""), "talk.refused.over")
	refused(t, d.AbandonTalk(t.Context(), d.by, c.Talk.ID), "talk.refused.over")
}

func TestABookedVisitEndsWithAllThatCameOfIt(t *testing.T) {
	d := newTalkDesk(t)
	v := d.book(t, d.now.Add(time.Hour))
	c := d.begin(t, office.TalkStart{Household: d.tenant, Visit: v.ID})
	if c.Talk.Kind != coop.CourtesyTalk || c.Talk.Visit != v.ID {
		t.Errorf("began %+v", c.Talk)
	}
	closing := office.Closing{Talk: c.Talk.ID, Outcome: coop.Outcome{
		Result: coop.Done, Overall: 9, Satisfaction: map[coop.SatisfactionItem]int{coop.ItemUseful: 4},
		Concerns: []coop.Concern{{Motive: "HUM-VMC", Gravity: coop.Serious, Standing: coop.Founded}},
	}}
	closing.FollowUps = []coop.FollowUp{{Motive: "HUM-VMC", Service: coop.ServiceTechnical, What: "Passer voir la ventilation", Due: "2026-12-08"}}
	closing.Share = &coop.Share{State: coop.ShareSubscribed, Number: 1, Cents: 1600, Since: "2026-11-23"}
	closing.Contacts = []office.Contact{{Holder: c.Household.Holders[0].ID, Mobile: "0639981103", Email: "e@example.org"}}
	_, err := d.CloseTalk(t.Context(), d.by, closing)
	refused(t, err, "talk.refused.missing")
	d.goThrough(t, c)
	if err := d.KeepReview(t.Context(), d.by, c.Talk.ID, []byte(`{"Overall":9}`)); err != nil {
		t.Fatal(err)
	}
	if again, err := d.OpenTalk(t.Context(), d.by, c.Talk.ID); err != nil || again.Talk.Step(coop.ReviewStep).Note != `{"Overall":9}` {
		t.Errorf("the review's draft did not come back: %v", err)
	}
	d.now = d.now.Add(90 * time.Minute)
	done, err := d.CloseTalk(t.Context(), d.by, closing)
	if err != nil {
		t.Fatal(err)
	}
	if done.Visit.Result != coop.Done || done.Talk.State != coop.TalkClosed || len(done.FollowUps) != 1 {
		t.Errorf("closed %+v", done)
	}
	f, err := d.Open(t.Context(), d.by, d.tenant)
	if err != nil {
		t.Fatal(err)
	}
	if f.Visits[0].State != coop.VisitHeld || f.Outcomes[0].Overall != 9 || f.FollowUps[0].Due != "2026-12-08" ||
		f.Household.Share.State != coop.ShareSubscribed || f.Household.Holders[0].Email != "e@example.org" {
		t.Errorf("file %+v", f)
	}
	acts := map[coop.Act]int{}
	for _, e := range f.Journal {
		acts[e.Act]++
	}
	for _, act := range []coop.Act{coop.ActTalkBegun, coop.ActTalkStep, coop.ActTalkClosed, coop.ActVisitClosed, coop.ActFollowUpOpened, coop.ActShareChanged} {
		if acts[act] == 0 {
			t.Errorf("the journal has no %s", act)
		}
	}
	_, err = d.CloseTalk(t.Context(), d.by, closing)
	refused(t, err, "talk.refused.over")
	refused(t, d.KeepReview(t.Context(), d.by, c.Talk.ID, nil), "talk.refused.over")
	if talk, err := d.archive.Talk(t.Context(), c.Talk.ID); err != nil || talk.Step(coop.ReviewStep).Note != "" {
		t.Errorf("the draft outlives the talk: %v", err)
	}
}

func (d *talkDesk) book(tb testing.TB, start time.Time) coop.Visit {
	tb.Helper()
	v, err := d.BookVisit(tb.Context(), d.by, office.Booking{
		Household: d.tenant, Officer: d.by.Staff.ID, Start: start, Minutes: 45, Reason: "convenu au téléphone", Agreed: true,
	})
	if err != nil {
		tb.Fatal(err)
	}
	return v
}

func TestAVisitThatNobodyBookedCounts(t *testing.T) {
	d := newTalkDesk(t)
	d.book(t, d.now.Add(26*time.Hour)) // tomorrow: another one
	c := d.begin(t, office.TalkStart{Household: d.buyer, Kind: coop.CourtesyTalk})
	done, err := d.CloseTalk(t.Context(), d.by, office.Closing{Talk: c.Talk.ID, Outcome: coop.Outcome{Result: coop.Shortened, Overall: -1}})
	if err != nil {
		t.Fatal(err)
	}
	if done.Visit.ID == "" || done.Talk.Visit != done.Visit.ID || done.Visit.State != coop.VisitHeld || done.Visit.Minutes() != 5 {
		t.Errorf("closed %+v", done)
	}
	from := d.Today().Month().First().Start(time.UTC)
	if n, err := d.archive.VisitsDone(t.Context(), d.by.Staff.ID, from, from.AddDate(0, 1, 0)); err != nil || n != 1 {
		t.Errorf("%d visits done, %v", n, err)
	}
}

func TestAnUnbookedVisitGivesWayToABookedOne(t *testing.T) {
	d := newTalkDesk(t)
	booked := d.book(t, d.now.Add(2*time.Minute))
	c := d.begin(t, office.TalkStart{Household: d.buyer, Kind: coop.CourtesyTalk})
	done, err := d.CloseTalk(t.Context(), d.by, office.Closing{Talk: c.Talk.ID, Outcome: coop.Outcome{Result: coop.Shortened, Overall: -1}})
	if err != nil {
		t.Fatal(err)
	}
	if done.Visit.Clashes(booked) || done.Visit.Start.After(booked.Start) {
		t.Errorf("held from %s to %s", done.Visit.Start, done.Visit.End)
	}
}

func TestACounterTalkMakesNoVisit(t *testing.T) {
	d := newTalkDesk(t)
	c := d.begin(t, office.TalkStart{Household: d.tenant})
	d.goThrough(t, c)
	done, err := d.CloseTalk(t.Context(), d.by, office.Closing{Talk: c.Talk.ID, Outcome: coop.Outcome{Overall: -1}})
	if err != nil {
		t.Fatal(err)
	}
	if done.Visit.ID != "" || done.Talk.Visit != "" {
		t.Errorf("closed %+v", done)
	}
}

func TestAnAbsenceIsKeptWithoutATalk(t *testing.T) {
	d := newTalkDesk(t)
	v := d.book(t, d.now.Add(time.Hour))
	c := d.begin(t, office.TalkStart{Household: d.tenant, Visit: v.ID})
	_, err := d.CloseVisit(t.Context(), d.by, v.ID, coop.Outcome{Overall: -1}, nil)
	refused(t, err, "outcome.refused.result")
	got, err := d.CloseVisit(t.Context(), d.by, v.ID, coop.Outcome{Result: coop.Absent, Overall: -1}, nil)
	if err != nil || got.Result != coop.Absent || got.State != coop.VisitHeld {
		t.Errorf("got %+v %v", got, err)
	}
	talk, err := d.archive.Talk(t.Context(), c.Talk.ID)
	if err != nil || talk.State != coop.TalkAbandoned {
		t.Errorf("the talk is %s, %v", talk.State, err)
	}
	_, err = d.CloseVisit(t.Context(), d.by, v.ID, coop.Outcome{Result: coop.Done, Overall: -1}, nil)
	refused(t, err, "visit.refused.over")
}

func TestAPromiseEndsOnlyWhenThePersonWasTold(t *testing.T) {
	d := newTalkDesk(t)
	c := d.begin(t, office.TalkStart{Household: d.tenant})
	d.goThrough(t, c)
	done, err := d.CloseTalk(t.Context(), d.by, office.Closing{
		Talk: c.Talk.ID, Outcome: coop.Outcome{Overall: -1},
		FollowUps: []coop.FollowUp{{What: "Rappeler", Due: "2026-11-25"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	rows, err := d.FollowUps(t.Context(), d.by, coop.FollowUpFilter{OpenOnly: true})
	if err != nil || len(rows) != 1 || rows[0].ID != done.FollowUps[0].ID {
		t.Fatalf("follow-ups %+v %v", rows, err)
	}
	f := rows[0].FollowUp
	f.State = coop.FollowUpSettled
	_, err = d.AdvanceFollowUp(t.Context(), d.by, f)
	refused(t, err, "followup.refused.told")
	f.Told = "2026-11-23"
	got, err := d.AdvanceFollowUp(t.Context(), d.by, f)
	if err != nil || got.Closed.IsZero() || got.Rev != f.Rev+1 {
		t.Errorf("got %+v %v", got, err)
	}
	_, err = d.AdvanceFollowUp(t.Context(), d.by, f)
	if !errors.Is(err, coop.ErrChanged) {
		t.Errorf("a stale follow-up gives %v", err)
	}
	got.State, got.Told = coop.FollowUpOpen, ""
	if got, err = d.AdvanceFollowUp(t.Context(), d.by, got); err != nil || !got.Closed.IsZero() {
		t.Errorf("opened again: %+v %v", got, err)
	}
}

func TestACancelledContextKeepsNothing(t *testing.T) {
	d := newTalkDesk(t)
	c := d.begin(t, office.TalkStart{Household: d.tenant})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := d.KeepStep(ctx, d.by, c.Talk.ID, coop.TalkStep{Step: c.Talk.Current, State: coop.StepSeen}, ""); err == nil {
		t.Fatal("kept although it was called off")
	}
	talk, err := d.archive.Talk(t.Context(), c.Talk.ID)
	if err != nil || len(talk.Steps) != 0 {
		t.Errorf("kept %+v %v", talk.Steps, err)
	}
}
