package talk_test

import (
	"os"
	"strconv"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/script"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

var sizes = map[string]fyne.Size{"1366x768": {Width: 1366, Height: 768}, "1280x800": {Width: 1280, Height: 800}, "800x1280": {Width: 800, Height: 1280}}

var modes = map[string]look.Mode{"light": look.Light, "dark": look.Dark}

func TestPictures(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Skip("pictures are for looking at: PICTURES=1 makes them")
	}
	for size, at := range sizes {
		for mode, m := range modes {
			t.Run(size+" "+mode, func(t *testing.T) {
				h := tenants()
				s := shipped(t, "courtesy-tenant.fr.yaml")
				state := seen(s, script.FactsOf(h, coop.Residence{}, nil), 5)
				state.Steps[2].State = coop.StepLater
				state.Steps[3].Noted = []coop.ChipID{s.All[3].Chips[0].ID}
				r := open(t, "courtesy-tenant.fr.yaml", h, state)
				w := r.window(t, look.Style{Mode: m}, at.Width, at.Height)
				uitest.Shot(t, w, "talk/"+size+"-"+mode+"-step.png")
				uitest.Key(t, w, fyne.KeyEscape)
				uitest.Shot(t, w, "talk/"+size+"-"+mode+"-quit.png")
				uitest.Press(t, w, "Continuer")
				uitest.Letter(t, w, 'n')
				uitest.Shot(t, w, "talk/"+size+"-"+mode+"-note.png")
				uitest.Press(t, w, "Fermer")
				r.now = r.now.Add(30 * time.Minute)
				r.steps.Pass(10 * time.Second)
				uitest.Letter(t, w, 's')
				uitest.Shot(t, w, "talk/"+size+"-"+mode+"-short.png")
			})
		}
	}
}

func TestReviewPictures(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Skip("pictures are for looking at: PICTURES=1 makes them")
	}
	for size, at := range sizes {
		for mode, m := range modes {
			t.Run(size+" "+mode, func(t *testing.T) {
				_, w := reviewed(t, "courtesy-tenant.fr.yaml", tenants(), look.Style{Mode: m}, at.Width, at.Height, func(s *coop.Talk) {
					s.Steps[0].Checked = nil
					s.Steps[6].State = coop.StepLater
				})
				uitest.Shot(t, w, "talk/"+size+"-"+mode+"-review-1.png")
				uitest.Press(t, w, "Humidité, moisissure, ventilation")
				for i := 2; i < 5; i++ {
					uitest.Key(t, w, fyne.KeyPageDown)
					uitest.Shot(t, w, "talk/"+size+"-"+mode+"-review-"+strconv.Itoa(i)+".png")
				}
			})
		}
	}
	_, w := reviewed(t, "counter.fr.yaml", tenants(), look.Style{Mode: look.Light}, 1366, 768, nil)
	uitest.Shot(t, w, "talk/counter-review.png")
}

func TestLargeTextPictures(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Skip("pictures are for looking at: PICTURES=1 makes them")
	}
	h := tenants()
	h.Holders[0].First, h.Holders[0].Last = "Maria-José", "de Oliveira Châtelain-Quéméneur"
	r := open(t, "courtesy-tenant.fr.yaml", h, coop.Talk{})
	w := r.window(t, look.Style{Mode: look.Light, Scale: look.MaxScale}, 1366, 768)
	uitest.Shot(t, w, "talk/large.png")
	r = open(t, "courtesy-tenant.fr.yaml", h, coop.Talk{})
	w = r.window(t, look.Style{Mode: look.Dark, Scale: look.MaxScale}, 800, 1280)
	uitest.Shot(t, w, "talk/large-upright.png")
}
