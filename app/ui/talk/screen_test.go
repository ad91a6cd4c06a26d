package talk_test

import (
	"errors"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

func TestThePageSaysWhatToSayAndKeepsWhatIsTicked(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	for _, text := range []string{"Mme Éloïse LEFÈVRE", "Champmilan", "je suis Karim Belkacem", "0 min / 45", "1 · Accueil et but de la visite"} {
		if !uitest.Reads(w, text) {
			t.Errorf("the page does not say %q", text)
		}
	}
	if uitest.Reads(w, "Enregistré") {
		t.Error("something is called saved before anything was noted")
	}
	uitest.Press(t, w, "Note d’information remise")
	if got := r.last(); len(got.Checked) != 1 || got.Checked[0] != "notice" || got.State != coop.StepBegun {
		t.Errorf("kept %+v", got)
	}
	if !uitest.Reads(w, "Enregistré") {
		t.Error("the kept answer is not called saved")
	}
	uitest.Letter(t, w, '2')
	if got := r.last().Answers["time-today"]; got != "half" {
		t.Errorf("kept answer %q", got)
	}
	uitest.Letter(t, w, 's')
	if !uitest.Reads(w, "J’écris peu de choses") {
		t.Error("the simpler words are not shown")
	}
	r.now = r.now.Add(95 * time.Second)
	uitest.Key(t, w, fyne.KeyReturn)
	if got := r.last(); got.State != coop.StepSeen || got.Seconds != 95 || r.current == "welcome" {
		t.Errorf("kept %+v, stands at %s", got, r.current)
	}
	if !uitest.Reads(w, "2 · ") {
		t.Error("the next step is not shown")
	}
}

func TestLookingAtAStepWritesNothing(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Press(t, w, "Qui fait quoi")
	uitest.Key(t, w, fyne.KeyLeft)
	if len(r.desk.steps) != 0 {
		t.Errorf("kept %+v", r.desk.steps)
	}
	uitest.Key(t, w, fyne.KeyEscape)
	if !r.abandoned || !r.quit {
		t.Error("an empty talk is not taken back")
	}
}

func TestWhatCouldNotBeKeptIsSaidAndTriedAgain(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	r.err = errors.New("disk full")
	uitest.Press(t, w, "Vu, suite")
	if !uitest.Reads(w, "Cette réponse n’est pas enregistrée") || !uitest.Reads(w, "1 · Accueil") || uitest.Reads(w, "2 · ") {
		t.Errorf("the window says:\n%s", strings.Join(uitest.Texts(w), "\n"))
	}
	r.err = nil
	uitest.Press(t, w, "Réessayer")
	if !uitest.Reads(w, "2 · ") || r.last().State != coop.StepSeen {
		t.Error("trying again does not go on")
	}
}

func TestAnEssentialStepIsLeftOutWithAReason(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Press(t, w, "Sans objet")
	if len(r.desk.steps) != 0 {
		t.Error("kept before the reason was given")
	}
	uitest.Press(t, w, "Déjà vu ensemble")
	if got := r.last(); got.State != coop.StepNotApplicable || got.Reason != coop.SkipKnown {
		t.Errorf("kept %+v", got)
	}
}

func TestANoteIsShortAndKept(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Letter(t, w, 'n')
	uitest.Type(t, w, "Ce qu’il faut retenir de cette étape", strings.Repeat("a", 281))
	if uitest.CanPress(w, "Enregistrer la note") {
		t.Error("a note of 281 characters can be kept")
	}
	uitest.Type(t, w, "Ce qu’il faut retenir de cette étape", "Préfère le matin")
	uitest.Press(t, w, "Enregistrer la note")
	if got := r.last().Note; got != "Préfère le matin" || !uitest.Reads(w, "Préfère le matin") {
		t.Errorf("kept %q", got)
	}
}

func TestTheClockWarnsAndStandsStillWhenTheScreenIsLeft(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	if uitest.CanPress(w, "Laisser ces étapes") {
		t.Error("the clock warns at the beginning")
	}
	r.now = r.now.Add(15 * time.Minute)
	r.screen.Leave()
	r.now = r.now.Add(time.Hour)
	r.screen.Enter()
	r.steps.Pass(10 * time.Second)
	uitest.Settle(w)
	if !uitest.Reads(w, "15 min / 45") {
		t.Error("the clock went on while nobody was there")
	}
	uitest.Press(t, w, "Laisser ces étapes")
	for _, step := range r.desk.steps {
		if step.State != coop.StepNotApplicable || step.Reason != coop.SkipNoTime {
			t.Errorf("kept %+v", step)
		}
	}
	if len(r.desk.steps) == 0 || uitest.CanPress(w, "Laisser ces étapes") {
		t.Error("the optional steps are not left out")
	}
}

func TestWhatIsAskedBackHasItsAnswer(t *testing.T) {
	r := open(t, "courtesy-tenant.fr.yaml", tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 800, 1280)
	if uitest.Reads(w, "Pas du tout. Vous êtes chez vous") {
		t.Error("the answers are unfolded at first")
	}
	uitest.Press(t, w, "« Vous venez vérifier chez moi ? »")
	if !uitest.Reads(w, "Pas du tout. Vous êtes chez vous") {
		t.Error("the answer does not unfold")
	}
	uitest.Press(t, w, "Posée")
	if got := r.last().Asked; len(got) != 1 || got[0] != 0 {
		t.Errorf("kept %v", got)
	}
	if os.Getenv("PICTURES") != "" {
		uitest.Shot(t, w, "talk/asked.png")
	}
	uitest.Press(t, w, "« Vous venez vérifier chez moi ? »")
	if uitest.Reads(w, "Pas du tout. Vous êtes chez vous") {
		t.Error("the answer does not fold again")
	}
}
