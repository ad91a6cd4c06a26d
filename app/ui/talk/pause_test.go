package talk_test

import (
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

func TestAPauseHasAReasonAndKeepsWhatIsOnTheScreen(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Press(t, w, "Note d’information remise")
	r.now = r.now.Add(40 * time.Second)
	uitest.Letter(t, w, 'i')
	r.now = r.now.Add(5 * time.Minute) // while the reason is chosen
	uitest.Press(t, w, "Quelqu’un au comptoir")
	if r.paused != coop.PauseCounter || !r.quit {
		t.Fatalf("paused for %q, left %v", r.paused, r.quit)
	}
	if got := r.last(); got.Seconds != 40 || got.State != coop.StepBegun || r.current != "welcome" {
		t.Errorf("kept %+v at %s", got, r.current)
	}
}

func TestAPauseIsChosenByItsNumberAndGivenUpByEscape(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 800, 1280)
	uitest.Press(t, w, "Pause")
	r.now = r.now.Add(time.Minute)
	uitest.Key(t, w, fyne.KeyEscape)
	r.now = r.now.Add(3 * time.Minute)
	r.steps.Pass(10 * time.Second)
	uitest.Settle(w)
	if r.paused != "" || !uitest.Reads(w, "3 min / 45") {
		t.Errorf("paused for %q; the clock does not go on without the minute in the sheet", r.paused)
	}
	uitest.Letter(t, w, 'i')
	uitest.Letter(t, w, '2')
	if r.paused != coop.PausePhone {
		t.Errorf("paused for %q", r.paused)
	}
}

func TestAPauseComesBackAtTheStepThatWasOnTheScreen(t *testing.T) {
	s := shipped(t, "courtesy-tenant.fr.yaml")
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), seen(s, script.FactsOf(tenants(), coop.Residence{}, nil), 2))
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Press(t, w, "Qui fait quoi")
	if len(r.desk.steps) != 0 {
		t.Errorf("looking at a step kept %+v", r.desk.steps)
	}
	uitest.Letter(t, w, 'i')
	uitest.Press(t, w, "Un document à chercher")
	if r.current != "who-does-what" || r.last().State != coop.StepUntouched {
		t.Errorf("stands at %s with %+v", r.current, r.last())
	}
}

func TestAPauseThatIsNotKeptLeavesTheTalkOnTheScreen(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	r.err = errors.New("disk full")
	uitest.Letter(t, w, 'i')
	uitest.Press(t, w, "Le téléphone sonne")
	if r.quit || !uitest.Reads(w, "L’entretien n’est pas en pause") {
		t.Error("the talk is left although the pause is not kept")
	}
}

func TestATalkThatStoodStillSaysWhyUntilTheFirstAct(t *testing.T) {
	since := time.Date(2026, 11, 23, 14, 12, 0, 0, time.UTC)
	s := shipped(t, "courtesy-tenant.fr.yaml")
	state := seen(s, script.FactsOf(tenants(), coop.Residence{}, nil), 3)
	state.Pause, state.Touched = coop.PauseCounter, since
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), state)
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	if !uitest.Reads(w, "Repris : quelqu’un au comptoir, en pause depuis 14 h 12") {
		t.Error("nothing says why the talk stood still")
	}
	if len(r.desk.steps) != 0 {
		t.Errorf("opening it kept %+v", r.desk.steps)
	}
	uitest.Key(t, w, fyne.KeyReturn)
	if uitest.Reads(w, "en pause depuis") {
		t.Error("the banner is still there after an act")
	}
}

func TestWhatIsTickedAndUntickedIsAsItWas(t *testing.T) {
	s := shipped(t, "courtesy-tenant.fr.yaml")
	state := seen(s, script.FactsOf(tenants(), coop.Residence{}, nil), 2)
	state.Steps = append(state.Steps, coop.TalkStep{Step: state.Current, State: coop.StepLater, Checked: []coop.PointID{s.All[2].Checks[1].ID}})
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), state)
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	for range 2 {
		uitest.Press(t, w, s.All[2].Checks[0].Label)
	}
	for range 2 {
		uitest.Press(t, w, s.All[2].Checks[1].Label)
	}
	if got := r.last(); len(r.desk.steps) != 4 || !got.Same(state.Steps[2]) {
		t.Errorf("kept %d times, at last %+v", len(r.desk.steps), got)
	}
	if got := r.desk.steps[0]; got.State != coop.StepBegun {
		t.Errorf("the tick left the step %q", got.State)
	}
}

func TestLeavingKeepsTheStepOnTheScreen(t *testing.T) {
	s := shipped(t, "courtesy-tenant.fr.yaml")
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), seen(s, script.FactsOf(tenants(), coop.Residence{}, nil), 2))
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Press(t, w, "Qui fait quoi")
	uitest.Key(t, w, fyne.KeyEscape)
	if !uitest.Reads(w, "à l’étape « Qui fait quoi »") {
		t.Error("the question does not say where the talk goes on")
	}
	uitest.Press(t, w, "Quitter l’entretien")
	if !r.quit || r.current != "who-does-what" {
		t.Errorf("left %v, stands at %s", r.quit, r.current)
	}
}
