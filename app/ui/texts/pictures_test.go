package texts_test

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/script"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

var sizes = map[string]fyne.Size{
	"1366x768": {Width: 1282, Height: 704}, "1280x800": {Width: 1196, Height: 736}, "800x1280": {Width: 800, Height: 1140},
}

var modes = map[string]look.Mode{"light": look.Light, "dark": look.Dark}

// broken is what is wrong in a file that somebody wrote by hand.
var broken = script.FileErrors{
	{File: "counter.fr.yaml", Line: 12, Column: 7, Key: "script.refused.missing", Args: map[string]any{"Field": "say"}},
	{File: "counter.fr.yaml", Line: 48, Column: 3, Key: "script.refused.minutes", Args: map[string]any{"High": 30}},
}

func TestPictures(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Skip("pictures are for looking at: PICTURES=1 makes them")
	}
	for size, at := range sizes {
		for mode, m := range modes {
			t.Run(size+" "+mode, func(t *testing.T) {
				shot := func(r *room, name string) {
					r.settle()
					uitest.Shot(t, r.window, "texts/"+size+"-"+mode+"-"+name+".png")
				}
				d := newDesk(t)
				d.writes(t)
				r := opened(t, d, look.Style{Mode: m}, at.Width, at.Height)
				shot(r, "list")
				r.screen.Edit("counter")
				shot(r, "editor")
				if at.Width < 860 {
					uitest.Press(t, r.window, "Texte")
					shot(r, "text")
					uitest.Press(t, r.window, "Aperçu")
					shot(r, "preview")
				}
				if at.Width < 860 {
					uitest.Press(t, r.window, "Texte")
				}
				uitest.Press(t, r.window, "Pour qui")
				r.page(t, 1)
				shot(r, "whom")
				uitest.Press(t, r.window, "Pour qui")
				uitest.Press(t, r.window, "Question")
				uitest.Press(t, r.window, "À noter")
				r.page(t, 1)
				shot(r, "items")
				uitest.Press(t, r.window, "English")
				shot(r, "english")
				uitest.Press(t, r.window, "Ajouter une langue")
				shot(r, "languages")
				uitest.Key(t, r.window, fyne.KeyEscape)
				uitest.Press(t, r.window, "Français")
				r.points(t)
				shot(r, "points")
				uitest.Press(t, r.window, "Publier…")
				shot(r, "publish")
				uitest.Key(t, r.window, fyne.KeyEscape)
				if at.Width < 860 {
					uitest.Press(t, r.window, "Étapes")
					shot(r, "steps")
				}
				uitest.Press(t, r.window, "La trame")
				shot(r, "head")
				r.screen.Back()
				r.screen.Edit("courtesy-owner")
				r.settle()
				if at.Width < 860 {
					uitest.Press(t, r.window, "Texte")
				}
				uitest.Type(t, r.window, "Titre de l’étape", "Bienvenue chez vous")
				uitest.Press(t, r.window, "Autres réglages")
				uitest.Press(t, r.window, "Sources")
				r.page(t, 3)
				shot(r, "sources")
				uitest.Press(t, r.window, "Publier…")
				shot(r, "publishable")
				uitest.Key(t, r.window, fyne.KeyEscape)
				r.screen.Back()
				d.faults = broken
				r.screen.Import(nil, false)
				shot(r, "broken")
				uitest.Key(t, r.window, fyne.KeyEscape)
				r.screen.Versions("courtesy-tenant")
				shot(r, "versions")
				r.page(t, 1)
				shot(r, "compare")
				r.screen.Back()
				r.screen.Merge("courtesy-copro")
				shot(r, "merge")
			})
		}
	}
}

func TestLargeTextPictures(t *testing.T) {
	if os.Getenv("PICTURES") == "" {
		t.Skip("pictures are for looking at: PICTURES=1 makes them")
	}
	for name, at := range map[string]fyne.Size{"large": sizes["1366x768"], "large-upright": sizes["800x1280"]} {
		d := newDesk(t)
		d.writes(t)
		r := opened(t, d, look.Style{Mode: look.Light, Scale: 1.5}, at.Width, at.Height)
		uitest.Shot(t, r.window, "texts/"+name+"-list.png")
		r.screen.Edit("counter")
		r.settle()
		uitest.Shot(t, r.window, "texts/"+name+"-editor.png")
	}
}
