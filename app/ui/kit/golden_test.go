package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

// TestThePartsLookAsTheyWereApproved compares pictures of what every screen is made of. A changed picture is looked
// at by a person before it replaces the one in testdata.
func TestThePartsLookAsTheyWereApproved(t *testing.T) {
	styles := map[string]look.Style{
		"light": {Mode: look.Light}, "dark": {Mode: look.Dark}, "large": {Mode: look.Light, Scale: look.MaxScale},
	}
	for name, style := range styles {
		t.Run(name, func(t *testing.T) {
			uitest.App(t)
			off := kit.SecondaryButton("Déplacer", nil)
			off.Disable()
			parts := kit.Padded(look.Inset, kit.Column(
				kit.Flow(kit.PrimaryButton("Réserver la visite", nil), kit.SecondaryButton("Imprimer", nil).WithIcon(look.IconPrinter), kit.QuietButton("Plus tard", nil), off),
				kit.Card(kit.Row(kit.Section("À noter"), kit.Spacer(), kit.Badge(look.IconClock, "Bientôt", kit.Attention)),
					kit.Flow(kit.NewChip("VMC bouchée", true, nil), kit.NewChip("Joints à revoir", false, nil)),
					kit.NewLinkRow(look.IconPerson, longName, "Champmilan, B 12", func() {})),
			))
			w := uitest.Styled(t, style, kit.Stack(0, parts), 560, 420)
			uitest.Settle(w)
			w.Resize(fyne.NewSize(560, 420))
			test.AssertRendersToImage(t, "parts-"+name+".png", w.Canvas())
		})
	}
}
