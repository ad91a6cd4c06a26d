package talk_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

func TestTheStepsSayWhyTheyAreThere(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 800, 1280)
	uitest.Press(t, w, "Pourquoi ces étapes ?")
	for _, text := range []string{"Pour tout le monde", "Parce que : chauffage collectif", "avec un garage ou une place", "Pas pour ce foyer", "Ici : chauffage collectif", "Ici : appartement"} {
		if !uitest.Reads(w, text) {
			t.Errorf("the sheet does not say %q", text)
		}
	}
	if len(r.desk.steps) != 0 {
		t.Errorf("looking kept %+v", r.desk.steps)
	}
}

func TestAStepIsAddedByHandAndTakenOutAgain(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Press(t, w, "Pourquoi ces étapes ?")
	uitest.Press(t, w, "Ajouter")
	added := r.last()
	if !added.Added || added.State != coop.StepUntouched {
		t.Fatalf("kept %+v", added)
	}
	if !uitest.Reads(w, "Ajoutée à la main") {
		t.Error("the sheet does not say that the step is there by hand")
	}
	uitest.Key(t, w, fyne.KeyEscape)
	if !uitest.Reads(w, "ajoutée") {
		t.Error("the outline does not mark the step")
	}
	uitest.Press(t, w, "Pourquoi ces étapes ?")
	uitest.Press(t, w, "Retirer")
	uitest.Key(t, w, fyne.KeyEscape)
	if got := r.last(); got.Added || got.Step != added.Step || uitest.Reads(w, "ajoutée") {
		t.Errorf("kept %+v", got)
	}
}
