package talk_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

func TestAnAnswerIsFoundWithoutLeavingTheStep(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 800, 1280)
	uitest.Letter(t, w, 'q')
	uitest.Type(t, w, "Un mot de la question", "urgence rien paie")
	r.steps.Pass(1e9)
	uitest.Settle(w)
	if !uitest.Reads(w, "« Si j’appelle l’urgence pour rien, je paie ? »") || !uitest.Reads(w, "Étape « Pannes, ") {
		t.Fatal("the question of another step is not found")
	}
	uitest.Press(t, w, "Question posée")
	got := r.last()
	if got.Step != "requests" || len(got.Asked) != 1 || got.State != coop.StepUntouched || r.current != "welcome" {
		t.Errorf("kept %+v at %s", got, r.current)
	}
	uitest.Key(t, w, fyne.KeyEscape)
	if !uitest.Reads(w, "1 · Accueil") {
		t.Error("the step did not stay")
	}
	uitest.Press(t, w, "Vu, suite")
	for _, step := range r.desk.steps {
		if step.Step == "requests" && step.State != coop.StepUntouched {
			t.Errorf("the question changed its step: %+v", step)
		}
	}
}

func TestAQuestionOfTheStepOnTheScreenIsCountedInPlace(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Press(t, w, "On me demande…")
	uitest.Type(t, w, "Un mot de la question", "verifier")
	r.steps.Pass(1e9)
	uitest.Settle(w)
	if !uitest.Reads(w, "Pas du tout. Vous êtes chez vous") {
		t.Fatal("the best answer is not unfolded")
	}
	uitest.Press(t, w, "Question posée")
	uitest.Key(t, w, fyne.KeyEscape)
	uitest.Press(t, w, "« Vous venez vérifier chez moi ? »")
	uitest.Press(t, w, "Posée")
	if len(r.desk.steps) != 2 || len(r.last().Asked) != 0 || r.last().State != coop.StepUntouched {
		t.Errorf("kept %+v", r.desk.steps)
	}
}

func TestAQuestionWithoutAnAnswerIsNoted(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Letter(t, w, 'q')
	uitest.Type(t, w, "Un mot de la question", "panneaux solaires")
	r.steps.Pass(1e9)
	uitest.Settle(w)
	uitest.Press(t, w, "Noter la question")
	uitest.Press(t, w, "Enregistrer la note")
	if got := r.last(); got.Note != "Question\u202f: panneaux solaires" || got.Step != "welcome" {
		t.Errorf("kept %+v", got)
	}
}
