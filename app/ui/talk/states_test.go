package talk_test

import (
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/talk"
	"bienvenue/app/ui/uitest"
)

// spoken is a shipped script with its English.
func spoken(t *testing.T, id string) script.Script {
	t.Helper()
	s := shipped(t, id+".fr.yaml")
	source, err := os.ReadFile("../../../assets/scripts/" + id + ".en.yaml")
	if err != nil {
		t.Fatal(err)
	}
	english, err := script.ReadTongue(id+".en.yaml", source, s)
	if err != nil {
		t.Fatal(err)
	}
	s.Tongues = []script.Tongue{english}
	return s.Filled(nil)
}

// personas are the invented cooperators.
func persona(t *testing.T, id string) script.Persona {
	t.Helper()
	source, err := os.ReadFile("../../../assets/rehearsal/personas.fr.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all, err := script.ReadPersonas("personas.fr.yaml", source)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range all {
		if p.ID == id {
			return p
		}
	}
	t.Fatalf("nobody is called %s", id)
	return script.Persona{}
}

func TestARehearsalSpeaksAndCounts(t *testing.T) {
	who := persona(t, "asks-back")
	home, _ := who.Household()
	r := lead(t, shipped(t, "courtesy-tenant.fr.yaml"), home, coop.Talk{}, func(p *talk.Params) { p.Persona = &who })
	w := r.window(t, look.Style{Mode: look.Light}, 1366, 768)
	if !uitest.Reads(w, "Entraînement — rien n’est compté") || !uitest.Reads(w, who.Opens) {
		t.Fatal("the rehearsal does not say that it is one, or nobody speaks")
	}
	for range 12 {
		if uitest.CanPress(w, "J’ai répondu") {
			break
		}
		uitest.Press(t, w, "Vu, suite")
	}
	uitest.Press(t, w, "J’ai répondu")
	if asked, answered := r.screen.AskedByPersona(); asked != 1 || answered != 1 {
		t.Errorf("asked %d, answered %d", asked, answered)
	}
}

// TestStatePictures shows each state of a talk, at three sizes and in two themes.
func TestStatePictures(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Skip("pictures are for looking at: PICTURES=1 makes them")
	}
	for size, at := range sizes {
		for mode, m := range modes {
			t.Run(size+" "+mode, func(t *testing.T) {
				style := look.Style{Mode: m}
				shot := func(w fyne.Window, name string) { uitest.Shot(t, w, "talk/"+size+"-"+mode+"-"+name+".png") }
				s := papered(spoken(t, "courtesy-tenant"))
				state := seen(s, script.FactsOf(tenants(), coop.Residence{}, nil), 4)
				state.Pause, state.Touched = coop.PauseCounter, time.Date(2026, 11, 23, 14, 12, 0, 0, time.UTC)
				r := lead(t, s, tenants(), state)
				w := r.window(t, style, at.Width, at.Height)
				shot(w, "resumed")
				uitest.Letter(t, w, 'i')
				shot(w, "pause")
				uitest.Key(t, w, fyne.KeyEscape)
				uitest.Press(t, w, "Dire autrement")
				shot(w, "words")
				uitest.Press(t, w, "English")
				shot(w, "english")
				uitest.Letter(t, w, 's')
				shot(w, "english-simple")
				uitest.Letter(t, w, 'l')
				uitest.Letter(t, w, 'q')
				shot(w, "inquiry")
				uitest.Type(t, w, "Un mot de la question", "urgence")
				r.steps.Pass(time.Second)
				shot(w, "inquiry-found")
				uitest.Type(t, w, "Un mot de la question", "panneaux solaires")
				r.steps.Pass(time.Second)
				shot(w, "inquiry-none")
				uitest.Key(t, w, fyne.KeyEscape)
				uitest.Press(t, w, "Changer le temps de l’entretien")
				shot(w, "time")
				uitest.Key(t, w, fyne.KeyEscape)
				uitest.Press(t, w, "Pourquoi ces étapes ?")
				shot(w, "why")
				uitest.Press(t, w, "Ajouter")
				uitest.Key(t, w, fyne.KeyEscape)
				if uitest.CanPress(w, "Votre chauffage au gaz") {
					uitest.Press(t, w, "Votre chauffage au gaz")
				}
				shot(w, "added")
				r.now = r.now.Add(23 * time.Minute)
				r.steps.Pass(10 * time.Second)
				shot(w, "short-papers")
				uitest.Press(t, w, "Choisir")
				shot(w, "choose")
			})
		}
	}
}

// TestEndPictures shows how a talk ends, and a rehearsal.
func TestEndPictures(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Skip("pictures are for looking at: PICTURES=1 makes them")
	}
	for size, at := range sizes {
		for mode, m := range modes {
			t.Run(size+" "+mode, func(t *testing.T) {
				shot := func(w fyne.Window, name string) { uitest.Shot(t, w, "talk/"+size+"-"+mode+"-"+name+".png") }
				_, w := reviewed(t, "courtesy-tenant.fr.yaml", tenants(), look.Style{Mode: m}, at.Width, at.Height, func(s *coop.Talk) {
					s.Steps[0].Checked, s.Steps[2].State = nil, coop.StepUntouched
					s.Steps[3].State, s.Steps[3].Reason = coop.StepNotApplicable, coop.SkipNoTime
				})
				shot(w, "missing")
				uitest.Press(t, w, "Faire signer")
				scrawl(t, w)
				shot(w, "sign")
				uitest.Press(t, w, "Valider la signature")
				for range 9 {
					uitest.Key(t, w, fyne.KeyPageDown)
				}
				shot(w, "signed")
				who := persona(t, "asks-back")
				home, _ := who.Household()
				r := lead(t, shipped(t, "courtesy-tenant.fr.yaml"), home, coop.Talk{}, func(p *talk.Params) { p.Persona = &who })
				w = r.window(t, look.Style{Mode: m}, at.Width, at.Height)
				shot(w, "rehearsal")
				for range 12 {
					if uitest.CanPress(w, "J’ai répondu") {
						break
					}
					uitest.Press(t, w, "Vu, suite")
				}
				shot(w, "rehearsal-asked")
			})
		}
	}
}
