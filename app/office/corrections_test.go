package office_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"bienvenue/app/coop"
	"bienvenue/app/office"
)

// finished leads a courtesy talk with the tenant to its end.
func (d *talkDesk) finished(tb testing.TB) office.Closed {
	tb.Helper()
	c := d.begin(tb, office.TalkStart{Household: d.tenant, Kind: coop.CourtesyTalk})
	d.goThrough(tb, c)
	d.now = d.now.Add(45 * time.Minute)
	done, err := d.CloseTalk(tb.Context(), d.by, office.Closing{Talk: c.Talk.ID, Outcome: coop.Outcome{
		Result: coop.Done, Overall: 9, Satisfaction: map[coop.SatisfactionItem]int{coop.ItemUseful: 4}, Comment: "Ravie",
	}})
	ok(tb, err)
	return done
}

func (d *talkDesk) read(tb testing.TB, id coop.TalkID) office.Reading {
	tb.Helper()
	r, err := d.ReadTalk(tb.Context(), d.by, id)
	ok(tb, err)
	return r
}

func TestAnEndedTalkIsReadWithAllThatCameOfIt(t *testing.T) {
	d := newTalkDesk(t)
	open := d.begin(t, office.TalkStart{Household: d.buyer})
	_, err := d.ReadTalk(t.Context(), d.by, open.Talk.ID)
	refused(t, err, "talk.refused.running")
	ok(t, d.AbandonTalk(t.Context(), d.by, open.Talk.ID))
	if r := d.read(t, open.Talk.ID); r.HasOutcome || r.Officer != "Karim Belkacem" || r.Month != "" {
		t.Errorf("an abandoned talk reads %+v", r)
	}
	r := d.read(t, d.finished(t).Talk.ID)
	if !r.HasOutcome || r.Outcome.Overall != 9 || r.Visit.Result != coop.Done || len(r.Walk().Steps()) == 0 || r.Month != "" {
		t.Errorf("a closed talk reads %+v, %+v", r.Outcome, r.Visit)
	}
	d.now = d.now.AddDate(0, 1, 0)
	if r := d.read(t, r.Talk.ID); r.Month != "2026-11" {
		t.Errorf("a month later it may move %q", r.Month)
	}
}

func TestACorrectionKeepsWhatStoodBefore(t *testing.T) {
	d := newTalkDesk(t)
	done := d.finished(t)
	before := d.read(t, done.Talk.ID)
	step := before.Talk.Steps[1]
	spent := step.Seconds
	step.Note, step.Seconds = "Le compteur est dans la gaine", 0
	out := before.Outcome
	out.Overall, out.Result, out.Comment = 4, coop.Shortened, "Ravie, sauf du bruit"
	out.Talk, out.Household, out.At = "other", "other", d.now.AddDate(1, 0, 0)
	ok(t, d.KeepPaper(t.Context(), d.by, coop.Paper{Household: d.tenant, Kind: coop.WelcomeSheet, Hash: "ab", Means: coop.PaperPrinted}))
	d.now = d.now.Add(time.Hour)
	got, err := d.CorrectTalk(t.Context(), d.by, office.TalkCorrection{
		Talk: done.Talk.ID, Reason: " Faute de frappe ", Steps: []coop.TalkStep{step, before.Talk.Steps[2]}, Outcome: &out,
	})
	ok(t, err)
	after := d.read(t, done.Talk.ID)
	if !got.Corrected.Equal(d.now) || !after.Talk.Corrected.Equal(d.now) || after.Talk.State != coop.TalkClosed {
		t.Errorf("corrected %+v", after.Talk)
	}
	if s := after.Talk.Step(step.Step); s.Note != step.Note || s.Seconds != spent {
		t.Errorf("the step says %+v", s)
	}
	if after.Outcome.Overall != 4 || after.Outcome.Comment != out.Comment || after.Visit.Result != coop.Shortened ||
		!after.Outcome.At.Equal(before.Outcome.At) || after.Outcome.Household != d.tenant {
		t.Errorf("came of it %+v, %s", after.Outcome, after.Visit.Result)
	}
	if len(after.Corrections) != 1 {
		t.Fatalf("%d corrections", len(after.Corrections))
	}
	k := after.Corrections[0]
	if k.Reason != "Faute de frappe" || k.Staff != d.by.Staff.ID || !cmp.Equal(k.Before.Outcome, before.Outcome) ||
		len(k.Before.Steps) != len(before.Talk.Steps) || k.Before.Steps[1].Note != "" {
		t.Errorf("stood before %+v", k)
	}
	if d.acted(t, d.tenant, coop.ActTalkCorrected) != 1 {
		t.Error("the journal does not tell of it")
	}
	f, err := d.Open(t.Context(), d.by, d.tenant)
	ok(t, err)
	if !f.Reprint || f.Next.Step != coop.NextSheet {
		t.Errorf("next comes %s", f.Next.Step)
	}
	d.now = d.now.Add(time.Minute)
	ok(t, d.KeepPaper(t.Context(), d.by, coop.Paper{Household: d.tenant, Kind: coop.WelcomeSheet, Hash: "cd", Means: coop.PaperPrinted}))
	if f, err = d.Open(t.Context(), d.by, d.tenant); err != nil || f.Reprint || f.Next.Step == coop.NextSheet {
		t.Errorf("printed again, next comes %s, %v", f.Next.Step, err)
	}
}

func TestACorrectionIsRefusedBeforeAnythingIsLost(t *testing.T) {
	d := newTalkDesk(t)
	done := d.finished(t)
	r := d.read(t, done.Talk.ID)
	noted := r.Talk.Steps[0]
	noted.Note = "corrigé"
	foreign := noted
	foreign.Noted = []coop.ChipID{"nowhere"}
	wrong, less := r.Outcome, r.Outcome
	wrong.Overall, less.Overall = 12, 2
	dropped := d.begin(t, office.TalkStart{Household: d.buyer})
	ok(t, d.AbandonTalk(t.Context(), d.by, dropped.Talk.ID))
	desk := d.by
	desk.Staff.ID, desk.Staff.Role = "sonia", coop.FrontDesk
	for name, c := range map[string]struct {
		by   coop.Actor
		ask  office.TalkCorrection
		want string
	}{
		"by somebody else":      {desk, office.TalkCorrection{Talk: done.Talk.ID, Reason: "x", Steps: []coop.TalkStep{noted}}, "talk.refused.correction.role"},
		"of an abandoned one":   {d.by, office.TalkCorrection{Talk: dropped.Talk.ID, Reason: "x"}, "talk.refused.correction.ended"},
		"without a reason":      {d.by, office.TalkCorrection{Talk: done.Talk.ID, Reason: "  ", Steps: []coop.TalkStep{noted}}, "talk.refused.correction.reason"},
		"with a long reason":    {d.by, office.TalkCorrection{Talk: done.Talk.ID, Reason: strings.Repeat("é", 281), Steps: []coop.TalkStep{noted}}, "talk.refused.correction.reason"},
		"of nothing":            {d.by, office.TalkCorrection{Talk: done.Talk.ID, Reason: "x", Steps: r.Talk.Steps, Outcome: &r.Outcome}, "talk.refused.correction.nothing"},
		"with a foreign answer": {d.by, office.TalkCorrection{Talk: done.Talk.ID, Reason: "x", Steps: []coop.TalkStep{foreign}}, "talk.refused.foreign"},
		"beyond the scale":      {d.by, office.TalkCorrection{Talk: done.Talk.ID, Reason: "x", Outcome: &wrong}, "outcome.refused.overall"},
	} {
		_, err := d.CorrectTalk(t.Context(), c.by, c.ask)
		t.Run(name, func(t *testing.T) { refused(t, err, c.want) })
	}
	if again := d.read(t, done.Talk.ID); len(again.Corrections) != 0 || !again.Talk.Corrected.IsZero() {
		t.Errorf("something was kept: %+v", again.Corrections)
	}
	manager := desk
	manager.Staff.Role, manager.Staff.ID = coop.Manager, d.by.Staff.ID
	_, err := d.CorrectTalk(t.Context(), manager, office.TalkCorrection{Talk: done.Talk.ID, Reason: "x", Outcome: &less})
	ok(t, err)
}

func TestAPastMonthMovesOnlyWhenItIsSaid(t *testing.T) {
	d := newTalkDesk(t)
	done := d.finished(t)
	d.now = d.now.AddDate(0, 1, 0)
	r := d.read(t, done.Talk.ID)
	out := r.Outcome
	out.Overall = 2
	ask := office.TalkCorrection{Talk: done.Talk.ID, Reason: "mal entendu", Outcome: &out}
	_, err := d.CorrectTalk(t.Context(), d.by, ask)
	refused(t, err, "talk.refused.correction.month")
	ask.Month = r.Month
	_, err = d.CorrectTalk(t.Context(), d.by, ask)
	ok(t, err)
	noted := r.Talk.Steps[0]
	noted.Note = "corrigé"
	_, err = d.CorrectTalk(t.Context(), d.by, office.TalkCorrection{Talk: done.Talk.ID, Reason: "note", Steps: []coop.TalkStep{noted}})
	ok(t, err) // a note counts in no month
	rows, err := d.archive.MonthRows(t.Context(), coop.MonthQuery{
		Month: "2026-11", From: coop.Month("2026-11").First().Start(time.UTC), To: coop.Month("2026-12").First().Start(time.UTC), Today: d.Today(),
	})
	ok(t, err)
	if len(rows.Overalls) != 1 || rows.Overalls[0].Value != 2 {
		t.Errorf("november counts %+v", rows.Overalls)
	}
}

func TestASignatureIsKeptAndTakenBack(t *testing.T) {
	d := newTalkDesk(t)
	c := d.begin(t, office.TalkStart{Household: d.tenant})
	drawing := coop.Signature{Talk: c.Talk.ID, Aspect: 3, Strokes: [][]coop.Point{{{X: 0.1, Y: 0.2}, {X: 0.4, Y: 0.9}}}}
	wild, foreign, nothing := drawing, drawing, drawing
	wild.Strokes, foreign.Household, nothing.Strokes = [][]coop.Point{{{X: 4}}}, d.buyer, nil
	refused(t, d.SignTalk(t.Context(), d.by, wild), "signature.refused.drawing")
	refused(t, d.SignTalk(t.Context(), d.by, foreign), "signature.refused.talk")
	ok(t, d.SignTalk(t.Context(), d.by, nothing))
	if d.acted(t, d.tenant, coop.ActTalkSigned) != 0 {
		t.Error("nothing drawn, nothing to take back, and yet it is told")
	}
	ok(t, d.SignTalk(t.Context(), d.by, drawing))
	s, err := d.SheetFor(t.Context(), d.by, d.tenant)
	ok(t, err)
	if !s.Signature.Signed() || s.Signature.Household != d.tenant || !s.Signature.At.Equal(d.now) {
		t.Errorf("the sheet bears %+v", s.Signature)
	}
	entries, err := d.archive.Journal(t.Context(), d.tenant)
	ok(t, err)
	if last := entries[len(entries)-1]; last.Act != coop.ActTalkSigned || strings.Contains(string(last.Payload), "0.9") {
		t.Errorf("the journal says %s %s", last.Act, last.Payload)
	}
	ok(t, d.SignTalk(t.Context(), d.by, nothing))
	if got, err := d.Signature(t.Context(), d.by, c.Talk.ID); err != nil || got.Signed() {
		t.Errorf("taken back, there is %+v, %v", got, err)
	}
	ok(t, d.AbandonTalk(t.Context(), d.by, c.Talk.ID))
	refused(t, d.SignTalk(t.Context(), d.by, drawing), "signature.refused.talk")
}
