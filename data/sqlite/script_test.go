package sqlite

import (
	"errors"
	"testing"
	"time"

	"bienvenue/app/coop"
)

func TestTheCoopsOwnScriptsComeBackVersionByVersion(t *testing.T) {
	a := fresh(t)
	led := coop.StoredScript{ID: "counter", Version: 4, Source: []byte("id: counter\n"), Shipped: 4}
	first := coop.StoredScript{
		ID: "counter", Version: 5, Source: []byte("id: counter # la nôtre\n"), Tongues: map[string][]byte{"en": []byte("id: counter\nlanguage: en\n")},
		Shipped: 4, Published: noon, By: "s", Note: "plus court",
	}
	second := coop.StoredScript{ID: "counter", Version: 6, Source: []byte("id: counter # sans\n"), Published: noon.Add(time.Hour), By: "s", Withdrawn: true}
	other := coop.StoredScript{ID: "workshop", Version: 1, Source: []byte("id: workshop\n"), Published: noon, By: "s", Note: "n"}
	keep(t, a, coop.Change{Scripts: []coop.StoredScript{led, first, second, other}, Shipped: []coop.StoredScript{led}})

	same(t, "versions", must(a.ScriptVersions(t.Context(), "counter"))(t), []coop.StoredScript{second, first, led})
	same(t, "last ones", must(a.Scripts(t.Context()))(t), []coop.StoredScript{second, other})
	same(t, "one", must(a.Script(t.Context(), "counter", 5))(t), first)
	same(t, "shipped", must(a.ShippedScript(t.Context(), "counter", 4))(t), led)

	again := first
	again.Note, again.Source = "autre chose", []byte("x")
	shipped := led
	shipped.Source = []byte("x")
	keep(t, a, coop.Change{Scripts: []coop.StoredScript{again}, Shipped: []coop.StoredScript{shipped}})
	same(t, "a version kept twice", must(a.Script(t.Context(), "counter", 5))(t), first)
	same(t, "a shipped text kept twice", must(a.ShippedScript(t.Context(), "counter", 4))(t), led)
}

func TestADraftIsKeptUntilItIsPublishedOrThrownAway(t *testing.T) {
	a := fresh(t)
	d := coop.ScriptDraft{
		ID: "counter", Source: []byte("id: counter\n"), Tongues: map[string][]byte{"en": []byte("x")}, Base: 5, Shipped: 4, Saved: noon, By: "s",
	}
	keep(t, a, coop.Change{Drafts: []coop.ScriptDraft{d, {ID: "empty", Saved: noon, By: "s"}}})
	d.Rev = 1
	same(t, "draft", must(a.Draft(t.Context(), "counter"))(t), d)
	d.Source, d.Tongues = []byte("id: counter # 2\n"), nil
	keep(t, a, coop.Change{Drafts: []coop.ScriptDraft{d}})
	if err := a.Keep(t.Context(), coop.Change{Drafts: []coop.ScriptDraft{d}}); !errors.Is(err, coop.ErrChanged) {
		t.Errorf("a stale draft gives %v", err)
	}
	d.Rev = 2
	same(t, "drafts", must(a.Drafts(t.Context()))(t)[0], d)
	keep(t, a, coop.Change{Undrafted: []coop.ScriptID{"counter"}})
	if _, err := a.Draft(t.Context(), "counter"); !errors.Is(err, coop.ErrNotFound) {
		t.Errorf("a draft thrown away gives %v", err)
	}
	keep(t, a, coop.Change{Undrafted: []coop.ScriptID{"empty"}, Drafts: []coop.ScriptDraft{{ID: "empty", Source: []byte("new"), Saved: noon, By: "s"}}})
	same(t, "a draft in another's place", string(must(a.Draft(t.Context(), "empty"))(t).Source), "new")
}

// led is a closed talk of a household that ended some days ago.
func led(w town, h coop.HouseholdID, daysAgo int) coop.Talk {
	at := noon.AddDate(0, 0, -daysAgo)
	return coop.Talk{
		ID: newID[coop.TalkID](), Household: h, Kind: coop.CounterTalk, Script: "counter", Version: 1, Officer: w.officer.ID,
		State: coop.TalkClosed, Began: at.Add(-time.Hour), Touched: at, Ended: at,
	}
}

func TestCorrectionsAndSignaturesStayWithTheirTalk(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	older, newer, dropped := led(w, w.home.ID, 9), led(w, w.home.ID, 2), led(w, w.home.ID, 1)
	older.Corrected, older.Minutes, older.Pause, older.Device = noon, 25, coop.PausePhone, "counter"
	dropped.State = coop.TalkAbandoned
	first := coop.Correction{
		ID: newID[coop.CorrectionID](), Talk: older.ID, At: noon.Add(-time.Hour), Staff: w.officer.ID, Reason: "note erronée",
		Before: coop.Said{Steps: []coop.TalkStep{{Step: "a", State: coop.StepSeen, Note: "x", Added: true}}, Outcome: coop.Outcome{Result: coop.Done, Overall: 3}},
	}
	second := coop.Correction{ID: newID[coop.CorrectionID](), Talk: older.ID, At: noon, Staff: w.other.ID, Reason: "encore"}
	signed := func(k coop.Talk) coop.Signature {
		return coop.Signature{
			Talk: k.ID, Household: k.Household, Aspect: 2.5, At: noon, Staff: w.officer.ID,
			Strokes: [][]coop.Point{{{X: 0.125, Y: 0.5}, {X: 1, Y: 0.1}}, {{X: 0, Y: 0}}},
		}
	}
	keep(t, a, coop.Change{
		Talks: []coop.Talk{older, newer, dropped}, Corrected: []coop.Correction{first, second},
		Steps:      []coop.StepKept{{Talk: older.ID, TalkStep: coop.TalkStep{Step: "a", State: coop.StepSeen, Added: true}}},
		Signatures: []coop.Signature{signed(older), signed(newer), signed(dropped)},
	})
	older.Steps = []coop.TalkStep{{Step: "a", State: coop.StepSeen, Added: true}}
	same(t, "talk", must(a.Talk(t.Context(), older.ID))(t), older)
	same(t, "corrections", must(a.Corrections(t.Context(), older.ID))(t), []coop.Correction{second, first})
	same(t, "signature", must(a.Signature(t.Context(), older.ID))(t), signed(older))
	same(t, "last signature", must(a.LastSignature(t.Context(), w.home.ID))(t), signed(newer))

	again := signed(newer)
	again.Strokes = again.Strokes[:1]
	keep(t, a, coop.Change{Signatures: []coop.Signature{again}})
	same(t, "drawn again", must(a.Signature(t.Context(), newer.ID))(t), again)
	again.Strokes = nil
	keep(t, a, coop.Change{Signatures: []coop.Signature{again}})
	if _, err := a.Signature(t.Context(), newer.ID); !errors.Is(err, coop.ErrNotFound) {
		t.Errorf("a signature taken back gives %v", err)
	}
	same(t, "what is left", must(a.LastSignature(t.Context(), w.home.ID))(t).Talk, older.ID)
	if _, err := a.LastSignature(t.Context(), w.gone.ID); !errors.Is(err, coop.ErrNotFound) {
		t.Errorf("somebody who signed nothing gives %v", err)
	}
}

func TestRehearsalsAreFoundTheNewestFirst(t *testing.T) {
	a := fresh(t)
	w := settle(t, a)
	r := coop.Rehearsal{
		ID: newID[coop.RehearsalID](), Staff: w.officer.ID, Script: "counter", Version: 4, Persona: "hurried", Began: noon,
		Ended: noon.Add(time.Minute), Seconds: 55, Plan: 7, Steps: 8, Seen: 6, Essential: 4, EssentialSeen: 3,
		Forgotten: []string{"Remettre la fiche"}, Asked: 2, Answered: 1,
	}
	later := coop.Rehearsal{ID: newID[coop.RehearsalID](), Staff: w.other.ID, Script: "courtesy-tenant", Began: noon.Add(time.Hour), Ended: noon.Add(time.Hour)}
	keep(t, a, coop.Change{Rehearsals: []coop.Rehearsal{r, later}})
	mine, theirs := coop.RehearsalRow{Rehearsal: r, Name: w.officer.Name}, coop.RehearsalRow{Rehearsal: later, Name: w.other.Name}
	for name, c := range map[string]struct {
		filter coop.RehearsalFilter
		want   []coop.RehearsalRow
	}{
		"all":           {coop.RehearsalFilter{}, []coop.RehearsalRow{theirs, mine}},
		"of one person": {coop.RehearsalFilter{Staff: w.officer.ID}, []coop.RehearsalRow{mine}},
		"of a script":   {coop.RehearsalFilter{Script: "courtesy-tenant"}, []coop.RehearsalRow{theirs}},
		"the last":      {coop.RehearsalFilter{Limit: 1}, []coop.RehearsalRow{theirs}},
	} {
		same(t, name, must(a.Rehearsals(t.Context(), c.filter))(t), c.want)
	}
}

func TestAnArchiveFromBeforeTheCoopsOwnTextsKeepsWhatItHas(t *testing.T) {
	a := aged(t, "0004_talks_and_texts.sql")
	h := must(a.Household(t.Context(), "h"))(t)
	k := must(a.Talk(t.Context(), "k"))(t)
	if h.Landlord != coop.LandlordUnknown || h.Wishes != "le matin" || k.Minutes != 0 || k.Pause != "" || len(k.Steps) != 1 || k.Steps[0].Added {
		t.Errorf("got %+v, %+v", h, k)
	}
	same(t, "heater", must(a.Residence(t.Context(), "r"))(t).Heater, "")
	same(t, "script", must(a.Script(t.Context(), "counter", 3))(t), coop.StoredScript{ID: "counter", Version: 3, Source: []byte("id: counter"), Shipped: 3})
	same(t, "published", must(a.Scripts(t.Context()))(t), []coop.StoredScript(nil))
	h.Landlord = coop.LandlordSocial
	keep(t, a, coop.Change{Households: []coop.Household{h}})
	same(t, "landlord", must(a.Household(t.Context(), "h"))(t).Landlord, coop.LandlordSocial)
}

func TestTheExaminationMissesASignatureThatNobodyWroteDown(t *testing.T) {
	a := fresh(t)
	w := written(t, a)
	k := led(w, w.home.ID, 2)
	told := []coop.Entry{
		entry(coop.ActTalkBegun, coop.OnTalk, string(k.ID), w.home.ID), entry(coop.ActTalkClosed, coop.OnTalk, string(k.ID), w.home.ID),
		entry(coop.ActTalkSigned, coop.OnTalk, string(k.ID), w.home.ID), entry(coop.ActTalkCorrected, coop.OnTalk, string(k.ID), w.home.ID),
	}
	keep(t, a, coop.Change{
		Talks: []coop.Talk{k}, Entries: told,
		Signatures: []coop.Signature{{Talk: k.ID, Household: w.home.ID, Aspect: 2, At: noon, Staff: w.officer.ID, Strokes: [][]coop.Point{{{X: 0.5, Y: 0.5}}}}},
		Corrected:  []coop.Correction{{ID: newID[coop.CorrectionID](), Talk: k.ID, At: noon, Staff: w.officer.ID, Reason: "x"}},
	})
	same(t, "faults", wrong(t, a), []string(nil))
	for _, act := range []string{"talk-signed", "talk-corrected"} {
		harm(t, a, `UPDATE journal SET act = 'talk-step' WHERE act = '`+act+`'`)
		same(t, act, wrong(t, a), []string{"doctor.journal.bad"})
		harm(t, a, `UPDATE journal SET act = '`+act+`' WHERE act = 'talk-step'`)
	}
}
