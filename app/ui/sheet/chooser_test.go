package sheet_test

import (
	"context"
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/sheet"
	"bienvenue/app/ui/uitest"
)

// choosing is a desk that offers two versions and two languages.
type choosing struct {
	desk
	version, language string
	makes             int
}

func (c *choosing) Make(ctx context.Context) (sheet.Made, error) {
	c.makes++
	return c.desk.Make(ctx)
}

func (c *choosing) Offer(context.Context) (sheet.Offer, error) {
	return sheet.Offer{
		Versions:  []kit.Option[string]{{Value: "standard", Words: "Standard"}, {Value: "simple", Words: "Simplifiée"}},
		Languages: []kit.Option[string]{{Value: "fr", Words: "Français"}, {Value: "fr+uk", Words: "Français · Ukrainien au verso"}},
		Version:   c.version, Language: c.language,
	}, nil
}

func (c *choosing) Choose(_ context.Context, version, language string) error {
	c.version, c.language = version, language
	return nil
}

func TestAnotherVersionIsMadeAtOnce(t *testing.T) {
	d := &choosing{desk: desk{t: t, name: "Lefèvre"}, version: "standard", language: "fr+uk"}
	s := sheet.New(sheet.Params{
		Words: french(t), Run: kit.Inline(), Desk: d, Output: &machine{printers: ready("Accueil")}, Fonts: paperFonts().Faces(),
		Texts: sheet.Texts{Title: "Fiche de bienvenue", Print: "Imprimer la fiche"}, Name: "Mme LEFÈVRE",
	})
	w := uitest.Window(t, s.Content(), 1366, 768)
	if !uitest.Reads(w, "Français · Ukrainien au verso") {
		t.Error("the language that the household has is not chosen")
	}
	uitest.Press(t, w, "Simplifiée")
	if d.version != "simple" || d.language != "fr+uk" || d.makes != 2 {
		t.Errorf("chose %s, %s and made %d", d.version, d.language, d.makes)
	}
}

// TestPicturesOfTheChoice leaves pictures to look at under build/sheet when PICTURES is set.
func TestPicturesOfTheChoice(t *testing.T) {
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1366, 768), "1280x800": fyne.NewSize(1280, 800), "800x1280": fyne.NewSize(800, 1280)} {
		for _, mode := range uitest.Themes() {
			d := &choosing{desk: desk{t: t, name: "Lefèvre"}, version: "standard", language: "fr+uk"}
			s := sheet.New(sheet.Params{
				Words: french(t), Run: kit.Inline(), Desk: d, Output: &machine{printers: ready("Accueil")}, Fonts: paperFonts().Faces(),
				Texts: sheet.Texts{Title: "Fiche de bienvenue", Read: "Relisez la fiche.", Print: "Imprimer la fiche"},
				Name:  "Mme Maria-José DE OLIVEIRA CHÂTELAIN-QUÉMÉNEUR",
			})
			w := uitest.Styled(t, look.Style{Mode: mode}, s.Content(), size.Width, size.Height)
			uitest.Shot(t, w, fmt.Sprintf("sheet/choice-%s-%s.png", name, mode))
			if !uitest.CanPress(w, "Imprimer la fiche") {
				t.Errorf("%s: the sheet cannot be printed", name)
			}
		}
	}
}
