package record_test

import (
	"context"
	"os"
	"slices"
	"strconv"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/office"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/record"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

// desk answers for the screen from a real office.
type desk struct{ *trial.Desk }

func (d desk) ReadTalk(ctx context.Context, id coop.TalkID) (record.Reading, error) {
	r, err := d.Office.ReadTalk(ctx, d.Actor(), id)
	staff, _ := d.Staff(ctx)
	names := map[coop.StaffID]string{}
	for _, s := range staff {
		names[s.ID] = s.Name
	}
	return record.Reading{
		Walk: r.Walk(), Household: r.Household, Residence: r.Residence, Visit: r.Visit, Outcome: r.Outcome,
		HasOutcome: r.HasOutcome, Corrections: r.Corrections, Signature: r.Signature, Officer: r.Officer,
		Month: r.Month, Names: names, MayCorrect: true,
	}, err
}

func (d desk) CorrectTalk(ctx context.Context, c record.Correction) error {
	_, err := d.Office.CorrectTalk(ctx, d.Actor(), office.TalkCorrection(c))
	return err
}

// opened shows a closed talk of the invented coop: one of this month, or of a past one.
func opened(t *testing.T, past bool, style look.Style, width, height float32) (desk, coop.TalkID, fyne.Window) {
	t.Helper()
	uitest.App(t)
	d := desk{trial.Open(t, 160)}
	for _, s := range staffOf(t, d) {
		if s.Role == coop.Manager {
			d.Member = s
		}
	}
	id := closed(t, d, past)
	var w fyne.Window
	s := record.New(record.Params{
		Desk: d, Words: d.Words, Run: kit.Inline(), Talk: id, Canvas: func() fyne.Canvas { return w.Canvas() },
		OnError: d.OnError, OnCorrected: func(coop.HouseholdID) { d.Done("corrected") }, OnClose: func() {},
	})
	w = uitest.Styled(t, style, s.Content(), width, height)
	s.Refresh()
	uitest.Settle(w)
	return d, id, w
}

func staffOf(t *testing.T, d desk) []coop.Staff {
	t.Helper()
	staff, err := d.Staff(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return staff
}

func closed(t *testing.T, d desk, past bool) coop.TalkID {
	t.Helper()
	rows, _, err := d.People(t.Context(), d.Actor(), coop.RowFilter{}, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		file, err := d.Open(t.Context(), d.Actor(), row.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, talk := range file.Talks {
			if talk.State != coop.TalkClosed || talk.Kind != coop.CourtesyTalk {
				continue
			}
			r, err := d.ReadTalk(t.Context(), talk.ID)
			if err != nil {
				t.Fatal(err)
			}
			if past == (r.Month != "") && r.HasOutcome {
				return talk.ID
			}
		}
	}
	t.Fatal("the invented coop has no such talk")
	return ""
}

func TestAFinishedTalkIsReadOnly(t *testing.T) {
	d, id, w := opened(t, false, look.Style{}, 1282, 708)
	r, err := d.ReadTalk(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{d.Words.People(r.Household.Holders), "Étape par étape", r.Walk.Steps()[0].Title, "Ce qu’il en est ressorti", "version " + strconv.Itoa(r.Walk.Talk().Version)} {
		if !uitest.Reads(w, want) {
			t.Errorf("%q is not told: %v", want, uitest.Texts(w))
		}
	}
	if uitest.CanPress(w, "Enregistrer la correction") {
		t.Error("it can be changed without asking to")
	}
}

func TestACorrectionAsksWhyAndKeepsWhatStoodBefore(t *testing.T) {
	d, id, w := opened(t, false, look.Style{}, 1282, 708)
	before, err := d.ReadTalk(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	uitest.Press(t, w, "Corriger")
	uitest.Press(t, w, "Corriger ce qu’il en est ressorti")
	uitest.Press(t, w, "2")
	uitest.Press(t, w, "Reprendre ces changements")
	if uitest.CanPress(w, "Enregistrer la correction") {
		t.Error("it can be kept without a reason")
	}
	uitest.Press(t, w, "La personne a précisé")
	uitest.Press(t, w, "Enregistrer la correction")
	after, err := d.ReadTalk(t.Context(), id)
	if err != nil || len(d.Failed) > 0 {
		t.Fatal(err, d.Failed)
	}
	if after.Outcome.Overall != 2 || len(after.Corrections) != 1 || after.Corrections[0].Before.Outcome.Overall != before.Outcome.Overall {
		t.Errorf("kept %d with %+v, was %d", after.Outcome.Overall, after.Corrections, before.Outcome.Overall)
	}
	if !uitest.Reads(w, "Corrigé le 23 novembre 2026") || !uitest.Reads(w, "La personne a précisé") || d.LastSaid() != "corrected" {
		t.Errorf("the correction is not told: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Ce qui a changé")
	if !uitest.Reads(w, "Maintenant : Note de 0 à 10 : 2 / 10") {
		t.Errorf("what changed is not told: %v", uitest.Texts(w))
	}
}

func TestAPastMonthIsNotMovedWithoutSaying(t *testing.T) {
	d, id, w := opened(t, true, look.Style{}, 1282, 708)
	uitest.Press(t, w, "Corriger")
	if !uitest.Reads(w, "un mois déjà passé") {
		t.Errorf("the month is not told: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Corriger ce qu’il en est ressorti")
	uitest.Press(t, w, "1")
	uitest.Press(t, w, "Reprendre ces changements")
	uitest.Press(t, w, "Erreur de saisie")
	if uitest.CanPress(w, "Enregistrer la correction") {
		t.Error("a past month moves without a word")
	}
	uitest.Press(t, w, "Je le sais, ma hiérarchie aussi")
	uitest.Press(t, w, "Enregistrer la correction")
	if r, err := d.ReadTalk(t.Context(), id); err != nil || len(r.Corrections) != 1 || len(d.Failed) > 0 {
		t.Errorf("not kept: %v, %v", err, d.Failed)
	}
}

func TestAStepIsCorrectedAndTakenBack(t *testing.T) {
	d, id, w := opened(t, false, look.Style{}, 1282, 708)
	r, err := d.ReadTalk(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	step := r.Walk.Steps()[0]
	uitest.Press(t, w, "Corriger")
	correct := "Corriger l’étape « " + step.Title + " »"
	uitest.Press(t, w, correct)
	uitest.Type(t, w, "Note", "Préfère le matin")
	uitest.Press(t, w, "Reprendre ces changements")
	if !uitest.Reads(w, "1 changement") || !uitest.Reads(w, "Préfère le matin") {
		t.Errorf("the change is not seen: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Ne rien changer")
	uitest.Press(t, w, "Abandonner la correction")
	if uitest.Reads(w, "Préfère le matin") {
		t.Error("what was given up is still there")
	}
	if after, err := d.ReadTalk(t.Context(), id); err != nil || len(after.Corrections) > 0 {
		t.Errorf("something was kept: %v", err)
	}
}

func TestPictures(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Skip("pictures are for looking at: PICTURES=1 makes them")
	}
	for size, at := range map[string]fyne.Size{"1366x768": {Width: 1282, Height: 708}, "800x1280": {Width: 800, Height: 1160}} {
		for mode, m := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
			t.Run(size+" "+mode, func(t *testing.T) {
				_, _, w := opened(t, true, look.Style{Mode: m}, at.Width, at.Height)
				uitest.Shot(t, w, "record/"+size+"-"+mode+"-read.png")
				uitest.Press(t, w, "Corriger")
				uitest.Shot(t, w, "record/"+size+"-"+mode+"-correct.png")
				uitest.Press(t, w, "Corriger ce qu’il en est ressorti")
				uitest.Shot(t, w, "record/"+size+"-"+mode+"-outcome.png")
				uitest.Press(t, w, "1")
				uitest.Press(t, w, "Reprendre ces changements")
				uitest.Press(t, w, "Erreur de saisie")
				uitest.Press(t, w, "Je le sais, ma hiérarchie aussi")
				uitest.Press(t, w, "Enregistrer la correction")
				uitest.Press(t, w, "Ce qui a changé")
				uitest.Shot(t, w, "record/"+size+"-"+mode+"-corrected.png")
			})
		}
	}
}

func TestTicksAreKeptInTheOrderOfTheScript(t *testing.T) {
	d, id, w := opened(t, false, look.Style{}, 1282, 708)
	r, err := d.ReadTalk(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	steps := r.Walk.Steps()
	at := slices.IndexFunc(steps, func(s script.Step) bool { return len(s.Checks) > 1 && len(r.Walk.Record(s.ID).Checked) == 0 })
	if at < 0 {
		t.Fatal("the talk has no step with two points that were left open")
	}
	step := steps[at]
	uitest.Press(t, w, "Corriger")
	uitest.Press(t, w, "Corriger l’étape « "+step.Title+" »")
	uitest.Press(t, w, step.Checks[1].Label)
	uitest.Press(t, w, step.Checks[0].Label)
	uitest.Press(t, w, "Reprendre ces changements")
	uitest.Press(t, w, "Erreur de saisie")
	uitest.Press(t, w, "Enregistrer la correction")
	after, err := d.ReadTalk(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := after.Walk.Record(step.ID).Checked, []coop.PointID{step.Checks[0].ID, step.Checks[1].ID}; !slices.Equal(got, want) {
		t.Errorf("kept %v, want %v", got, want)
	}
}
