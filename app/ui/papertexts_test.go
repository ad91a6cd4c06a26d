package ui_test

import (
	"testing"

	"bienvenue/app/ui/uitest"
)

func TestTheTextsOfPapersAreInTheRoomOfTexts(t *testing.T) {
	h := opened(t, "nadege", lively(t))
	uitest.Press(t, h.window, "Textes")
	uitest.Press(t, h.window, "Papiers")
	if !uitest.Reads(h.window, "Après un refus de visite") || uitest.Reads(h.window, "Premier contact au guichet") {
		t.Errorf("the room says %v", uitest.Texts(h.window))
	}
	uitest.Press(t, h.window, "Entretiens")
	if !uitest.Reads(h.window, "Premier contact au guichet") {
		t.Errorf("the room says %v", uitest.Texts(h.window))
	}
}
