package talk_test

import (
	"errors"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

// scrawl draws on the ground that is shown.
func scrawl(t *testing.T, w fyne.Window) {
	t.Helper()
	ground, ok := uitest.Find(w, func(o fyne.CanvasObject) bool { _, is := o.(*kit.Signature); return is }).(*kit.Signature)
	if !ok {
		t.Fatal("there is nothing to sign on")
	}
	at := fyne.NewPos(90, 140)
	for i := range 80 {
		dy := float32(i%16) - 7.5
		at = at.AddXY(5, dy)
		ground.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta(5, dy)})
	}
	ground.DragEnd()
	uitest.Settle(w)
}

func TestAPersonSignsIfTheyWish(t *testing.T) {
	r, w := reviewed(t, "courtesy-tenant.fr.yaml", tenants(), look.Style{Mode: look.Light}, 800, 1280, nil)
	uitest.Press(t, w, "Faire signer")
	if uitest.CanPress(w, "Valider la signature") {
		t.Error("nothing can be kept as a signature")
	}
	scrawl(t, w)
	uitest.Press(t, w, "Effacer")
	if uitest.CanPress(w, "Valider la signature") {
		t.Error("what was wiped can still be kept")
	}
	scrawl(t, w)
	uitest.Press(t, w, "Valider la signature")
	got := r.signed
	if got.Talk != "t1" || got.Household != "h1" || got.Check() != nil || !got.Signed() || !uitest.Reads(w, "Signé") {
		t.Errorf("kept %+v", got)
	}
	uitest.Press(t, w, "Retour à l’entretien")
	uitest.Press(t, w, "Vu, suite")
	if !uitest.Reads(w, "Signé") {
		t.Error("the signature is gone after a look back")
	}
	uitest.Press(t, w, "Retirer la signature")
	if r.signed.Signed() || !uitest.CanPress(w, "Faire signer") {
		t.Error("the signature is still there")
	}
}

func TestASignatureThatIsNotKeptIsNotShownAsKept(t *testing.T) {
	r, w := reviewed(t, "courtesy-tenant.fr.yaml", tenants(), look.Style{Mode: look.Light}, 1366, 768, nil)
	r.err = errors.New("disk full")
	uitest.Press(t, w, "Faire signer")
	scrawl(t, w)
	uitest.Press(t, w, "Valider la signature")
	if uitest.Reads(w, "Signé") || !uitest.Reads(w, "La signature n’est pas enregistrée") {
		t.Error("the signature is shown as kept")
	}
}
