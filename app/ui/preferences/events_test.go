package preferences_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/preferences"
	"bienvenue/app/ui/uitest"
)

// TestPicturesOfAnEvent leaves pictures to look at under build/preferences when PICTURES is set.
func TestPicturesOfAnEvent(t *testing.T) {
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1282, 708), "800x1280": fyne.NewSize(800, 1140)} {
		for _, mode := range uitest.Themes() {
			d := &desk{values: known(t), named: named(), events: []coop.Event{{
				ID: "1", Kind: coop.EventAgm, Title: "Assemblée générale", Day: "2027-06-15", Hour: "18:30", Place: "Salle des fêtes",
			}}}
			w := opened(t, d, preferences.Events, look.Style{Mode: mode}, size.Width, size.Height)
			uitest.Press(t, w, "Assemblée générale")
			uitest.Shot(t, w, fmt.Sprintf("preferences/event-%s-%s.png", name, mode))
			if !uitest.Reads(w, "Salle des fêtes") {
				t.Error("the event does not say where it is")
			}
		}
	}
}
