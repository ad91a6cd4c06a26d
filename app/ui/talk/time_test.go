package talk_test

import (
	"slices"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

// papered is a script in which every optional step has a paper.
func papered(s script.Script) script.Script {
	s.All = slices.Clone(s.All)
	for i := range s.All {
		if !s.All[i].Essential {
			s.All[i].Paper = "Notice " + s.All[i].Title
		}
	}
	return s
}

func TestTheTimeOfATalkIsChangedAtTheClock(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 800, 1280)
	uitest.Press(t, w, "Changer le temps de l’entretien")
	uitest.Press(t, w, "25 min")
	uitest.Press(t, w, "Plus de temps")
	uitest.Press(t, w, "Prévoir 30 min")
	if r.minutes != 30 || !uitest.Reads(w, "0 min / 30") {
		t.Errorf("planned %d", r.minutes)
	}
	if len(r.desk.steps) != 0 {
		t.Errorf("another plan kept %+v", r.desk.steps)
	}
	uitest.Press(t, w, "Changer le temps de l’entretien")
	for range 20 {
		uitest.Press(t, w, "Moins de temps")
	}
	if !uitest.CanPress(w, "Prévoir 3 min") {
		t.Error("the shortest talk is not 3 minutes")
	}
}

func TestWhatThereIsNoTimeForIsNamedWithItsPaper(t *testing.T) {
	s := papered(shipped(t, "courtesy-tenant.fr.yaml"))
	r := lead(t, s, tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	r.now = r.now.Add(25 * time.Minute)
	r.steps.Pass(10 * time.Second)
	uitest.Settle(w)
	if !uitest.Reads(w, "Laisser : « ") || !uitest.Reads(w, "À remettre : Notice ") {
		t.Fatal("the strip does not say what to leave and what to hand over")
	}
	uitest.Press(t, w, "Choisir")
	if !uitest.Reads(w, "Gain : ") || !uitest.Reads(w, "à remettre : Notice Garage, place et badges") {
		t.Error("the choice does not say what it gains and what replaces a step")
	}
	uitest.Press(t, w, "Laisser ces étapes")
	if len(r.desk.steps) == 0 {
		t.Fatal("nothing was left out")
	}
	for _, step := range r.desk.steps {
		if step.Reason != coop.SkipNoTime || step.State != coop.StepNotApplicable {
			t.Errorf("kept %+v", step)
		}
	}
}

func TestThePaperOfAStepWithoutTimeIsPromised(t *testing.T) {
	s := papered(shipped(t, "courtesy-tenant.fr.yaml"))
	state := whole(s, script.FactsOf(tenants(), coop.Residence{}, nil))
	var left []string
	for i, step := range s.Steps(script.FactsOf(tenants(), coop.Residence{}, nil)) {
		if !step.Essential && len(left) < 2 {
			left = append(left, step.Paper)
			state.Steps[i].State, state.Steps[i].Reason = coop.StepNotApplicable, coop.SkipNoTime
		}
	}
	r := lead(t, s, tenants(), state)
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Press(t, w, "Vu, suite")
	uitest.Press(t, w, "Retirer")
	uitest.Press(t, w, "Retour à l’entretien")
	uitest.Press(t, w, "Vu, suite")
	uitest.Press(t, w, "Terminer et remettre la fiche")
	got := r.closing.FollowUps
	if len(got) != 1 || got[0].What != "Envoyer\u202f: "+left[1] || got[0].Service != coop.ServiceRelation || got[0].Due != "2026-11-30" {
		t.Errorf("promised %+v of %v", got, left)
	}
}

func TestATalkWithNothingToLeaveOutSaysSoOnce(t *testing.T) {
	r := open(t, "counter.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	r.now = r.now.Add(time.Hour)
	r.steps.Pass(10 * time.Second)
	uitest.Settle(w)
	if uitest.CanPress(w, "Laisser ces étapes") {
		uitest.Press(t, w, "Laisser ces étapes")
	}
	if !uitest.Reads(w, "Le temps prévu est dépassé") || !uitest.CanPress(w, "Changer le temps") {
		t.Fatal("the strip does not say that the time is over")
	}
	uitest.Press(t, w, "Ne plus afficher")
	r.steps.Pass(10 * time.Second)
	if uitest.Reads(w, "Le temps prévu est dépassé") {
		t.Error("the strip comes back")
	}
}
