package talk_test

import (
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

func TestHalfMinutesAreSaidInTheLanguageOfTheWindow(t *testing.T) {
	r := open(t, "counter.fr.yaml", tenants(), coop.Talk{Current: "coop"})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	if !uitest.Reads(w, "Essentiel · 0,5\u00a0min") {
		t.Error("half a minute is not said as a French number")
	}
}

func TestTheReviewNamesWhatIsMissingInTheLanguageShown(t *testing.T) {
	s := bilingual(shipped(t, "courtesy-tenant.fr.yaml"))
	r := lead(t, s, tenants(), coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	uitest.Letter(t, w, 'l')
	r.screen.Review()
	uitest.Settle(w)
	if !uitest.Reads(w, "Étape pas encore vue : Welcome, and why I came") {
		t.Error("the missing step is named in another language than the page")
	}
	if len(r.desk.steps) != 0 {
		t.Errorf("reading in another language kept %+v", r.desk.steps)
	}
}

func TestAShortTalkSaysWhatIsLeftToDo(t *testing.T) {
	s := shipped(t, "counter.fr.yaml")
	facts := script.FactsOf(tenants(), coop.Residence{}, nil)
	all := len(s.Steps(facts))
	for name, c := range map[string]struct {
		seen         int
		says, hidden string
	}{
		"when all that is essential was said, nothing more is asked for": {all - 1, "Le temps prévu est dépassé, et l’essentiel est dit.", "0\u00a0min"},
		"while something essential is left, its minutes are rounded up":  {all - 2, "l’essentiel demande encore 1 min", "encore 0"},
	} {
		t.Run(name, func(t *testing.T) {
			r := lead(t, s, tenants(), seen(s, facts, c.seen))
			w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
			uitest.Press(t, w, "Changer le temps de l’entretien")
			for range 5 {
				uitest.Press(t, w, "Moins de temps")
			}
			uitest.Press(t, w, "Prévoir 3 min")
			if !uitest.Reads(w, c.says) {
				t.Errorf("the strip does not say %q", c.says)
			}
			if uitest.Reads(w, c.hidden) {
				t.Errorf("the strip says %q", c.hidden)
			}
		})
	}
}
