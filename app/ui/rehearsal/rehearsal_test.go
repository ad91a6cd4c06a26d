package rehearsal_test

import (
	"context"
	"os"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/rehearsal"
	"bienvenue/app/ui/uitest"
	"bienvenue/assets"
)

// shelf is a desk with the shipped texts and what was rehearsed so far.
type shelf struct {
	texts []rehearsal.Text
	rows  []coop.RehearsalRow
}

func (s shelf) RehearsalTexts(context.Context) ([]rehearsal.Text, error) { return s.texts, nil }

func (s shelf) Rehearsals(context.Context, coop.RehearsalFilter) ([]coop.RehearsalRow, error) {
	return s.rows, nil
}

func shipped(t *testing.T) shelf {
	t.Helper()
	var s shelf
	for _, name := range []string{"counter.fr.yaml", "courtesy-tenant.fr.yaml", "courtesy-owner.fr.yaml", "courtesy-copro.fr.yaml"} {
		source, err := assets.Scripts.ReadFile("scripts/" + name)
		if err != nil {
			t.Fatal(err)
		}
		read, err := script.Read(name, source)
		if err != nil {
			t.Fatal(err)
		}
		s.texts = append(s.texts, rehearsal.Text{Script: read})
	}
	return s
}

func personas(t *testing.T) []script.Persona {
	t.Helper()
	source := func(name string) []byte {
		text, err := assets.Personas.ReadFile("rehearsal/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	all, err := script.ReadPersonas("personas.fr.yaml", source("personas.fr.yaml"),
		script.File{Name: "personas.en.yaml", Source: source("personas.en.yaml")})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

type begun struct {
	text    rehearsal.Text
	persona script.Persona
}

func chooser(t *testing.T, s shelf, id coop.ScriptID, style look.Style, width, height float32) (*[]begun, fyne.Window) {
	t.Helper()
	uitest.App(t)
	var heard []begun
	screen := rehearsal.New(rehearsal.Params{
		Desk: s, Words: uitest.French(t, time.UTC), Run: kit.Inline(), Personas: personas(t), Script: id,
		OnBegin: func(text rehearsal.Text, p script.Persona) { heard = append(heard, begun{text, p}) },
		OnError: func(err error) { t.Error(err) },
	})
	w := uitest.Styled(t, style, screen.Content(), width, height)
	screen.Refresh()
	uitest.Settle(w)
	return &heard, w
}

func TestEverybodyInventedFindsTheirText(t *testing.T) {
	for _, p := range personas(t) {
		t.Run(p.ID, func(t *testing.T) {
			heard, w := chooser(t, shipped(t), "", look.Style{}, 1282, 708)
			uitest.Press(t, w, p.Title)
			if len(*heard) != 1 {
				t.Fatal("nothing begins")
			}
			got := (*heard)[0].text.Script
			h, r := p.Household()
			if !got.For.Matches(script.FactsOf(h, r, nil)) || (p.Kind != "" && p.Kind != got.Kind) {
				t.Errorf("%s is led by %s", p.ID, got.ID)
			}
		})
	}
}

func TestAChosenTextIsRehearsedWithThoseItIsFor(t *testing.T) {
	heard, w := chooser(t, shipped(t), "courtesy-copro", look.Style{}, 1282, 708)
	if uitest.Reads(w, "Le locataire pressé") {
		t.Error("a tenant is offered for the talk of owners")
	}
	uitest.Press(t, w, personas(t)[3].Title)
	if (*heard)[0].text.Script.ID != "courtesy-copro" {
		t.Errorf("it begins %s", (*heard)[0].text.Script.ID)
	}
}

// play leads a rehearsal as far as some steps, each as long as planned and a half more.
func play(t *testing.T, steps int) rehearsal.Played {
	t.Helper()
	now := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	text := shipped(t).texts[1]
	stage := rehearsal.NewStage(text, personas(t)[0], coop.Actor{Staff: coop.Staff{ID: "hugo"}, Device: "guichet"}, 0, func() time.Time { return now })
	walk := stage.Walk(nil)
	times := map[coop.StepID]time.Duration{}
	for i, s := range walk.Steps() {
		if i == steps {
			break
		}
		record := coop.TalkStep{Step: s.ID, State: coop.StepSeen, Answers: map[coop.QuestionID]coop.ChoiceID{}}
		for _, c := range s.Checks {
			record.Checked = append(record.Checked, c.ID)
		}
		for _, q := range s.Questions {
			record.Answers[q.ID] = q.Choices[len(q.Choices)-1].ID
		}
		if err := stage.KeepStep(t.Context(), coop.Actor{}, walk.Talk().ID, record, s.ID); err != nil {
			t.Fatal(err)
		}
		times[s.ID] = s.Length * 3 / 2
		walk = walk.Keep(record, s.ID)
	}
	if _, err := stage.CloseTalk(t.Context(), coop.Actor{}, coop.Closing{Talk: walk.Talk().ID}); err != nil {
		t.Fatal(err)
	}
	return rehearsal.Played{Stage: stage, Walk: walk, Times: times, Asked: 4, Answered: 3}
}

func TestTheResultSaysWhatWasForgottenAndHowLongItTook(t *testing.T) {
	played := play(t, 6)
	r := played.Rehearsal()
	if r.Seen != 6 || r.EssentialSeen >= r.Essential || len(r.Forgotten) == 0 || r.Plan != 45 || r.Version != played.Walk.Script().Version || r.Staff != "hugo" {
		t.Errorf("kept %+v", r)
	}
	uitest.App(t)
	again := false
	w := uitest.Styled(t, look.Style{}, rehearsal.Result(rehearsal.ResultParams{
		Words: uitest.French(t, time.UTC), Played: played, OnAgain: func() { again = true }, OnDone: func() {},
	}), 1282, 708)
	for _, want := range []string{"Ce qui a été oublié", r.Forgotten[0], "3 / 4"} {
		if !uitest.Reads(w, want) {
			t.Errorf("%q is not told: %v", want, uitest.Texts(w))
		}
	}
	if uitest.Press(t, w, "Recommencer"); !again {
		t.Error("it does not begin again")
	}
}

func TestACompleteRehearsalForgetsNothing(t *testing.T) {
	played := play(t, 1000)
	if r := played.Rehearsal(); r.EssentialSeen != r.Essential || len(r.Forgotten) > 0 {
		t.Errorf("kept %+v", r)
	}
	played.Stage.Text.Draft = true
	if r := played.Rehearsal(); r.Version != 0 {
		t.Errorf("a draft counts as version %d", r.Version)
	}
}

func TestAStageRefusesWhatTheOfficeWould(t *testing.T) {
	played := play(t, 1)
	stage, id := played.Stage, played.Walk.Talk().ID
	if err := stage.KeepStep(t.Context(), coop.Actor{}, id, coop.TalkStep{Step: "welcome"}, "welcome"); err == nil {
		t.Error("a talk that is over goes on")
	}
	fresh := rehearsal.NewStage(stage.Text, stage.Persona, coop.Actor{}, 0, time.Now)
	if err := fresh.KeepStep(t.Context(), coop.Actor{}, id, coop.TalkStep{Step: "flight"}, "flight"); err == nil {
		t.Error("a step that the text has not is kept")
	}
	if err := fresh.PlanTalk(t.Context(), coop.Actor{}, id, 1); err == nil {
		t.Error("a talk of one minute is planned")
	}
}

func TestThePersonWithLittleTimeHasTheLastWord(t *testing.T) {
	all := personas(t)
	hurried := all[slices.IndexFunc(all, func(p script.Persona) bool { return p.ID == "in-a-hurry" })]
	stage := rehearsal.NewStage(shipped(t).texts[1], hurried, coop.Actor{}, 45, time.Now)
	if got := stage.Walk(nil).Talk().Minutes; got != hurried.Minutes {
		t.Errorf("planned %d minutes", got)
	}
}

func TestPictures(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Skip("pictures are for looking at: PICTURES=1 makes them")
	}
	rows := []coop.RehearsalRow{
		{Name: "Sonia Arnaud", Rehearsal: coop.Rehearsal{
			Script: "counter", Version: 1, Persona: "other-errand", Ended: time.Date(2026, 11, 20, 15, 4, 0, 0, time.UTC), Seconds: 500, Essential: 8, EssentialSeen: 8,
		}},
		{Name: "Hugo Meunier", Rehearsal: coop.Rehearsal{
			Script: "courtesy-tenant", Persona: "in-a-hurry", Ended: time.Date(2026, 11, 19, 11, 4, 0, 0, time.UTC), Seconds: 1340, Essential: 12, EssentialSeen: 9,
		}},
	}
	for size, at := range map[string]fyne.Size{"1366x768": {Width: 1282, Height: 708}, "800x1280": {Width: 800, Height: 1160}} {
		for mode, m := range map[string]look.Mode{"light": look.Light, "dark": look.Dark} {
			t.Run(size+" "+mode, func(t *testing.T) {
				s := shipped(t)
				s.rows = rows
				_, w := chooser(t, s, "", look.Style{Mode: m}, at.Width, at.Height)
				uitest.Shot(t, w, "rehearsal/"+size+"-"+mode+"-choose.png")
				w = uitest.Styled(t, look.Style{Mode: m}, rehearsal.Result(rehearsal.ResultParams{
					Words: uitest.French(t, time.UTC), Played: play(t, 9), OnAgain: func() {}, OnDone: func() {},
				}), at.Width, at.Height)
				uitest.Shot(t, w, "rehearsal/"+size+"-"+mode+"-result.png")
			})
		}
	}
}
