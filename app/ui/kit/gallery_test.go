package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

const longName = "Mme Maria-José de Oliveira Châtelain-Quéméneur"

// shelf is one picture of the gallery.
type shelf func(t *testing.T) fyne.CanvasObject

var shelves = map[string]shelf{
	"text":    textShelf,
	"buttons": buttonShelf,
	"list":    listShelf,
}

func textShelf(*testing.T) fyne.CanvasObject {
	spoken := "« L’entretien courant, c’est vous\u00a0: les joints, les ampoules, la grille de ventilation. Les pannes, c’est nous. »"
	return kit.NewTouchScroll(kit.Padded(look.Wide, kit.Column(
		kit.Title("Bonjour Sonia"), kit.Section("Ma tournée"),
		kit.Card(kit.Spoken(spoken)),
		kit.TitledCard("À reprendre", kit.QuietButton("Tout voir", nil),
			kit.Body("Entretien de "+longName+", interrompu à l’étape 6 sur 12. Avez-vous tout noté\u202f? 16\u00a0€, œuvre, ÉLOÏSE."),
			kit.Caption("hier 16 h 12"),
			kit.Row(kit.Body("Un texte long qui doit s’arrêter avec trois points quand la place manque vraiment beaucoup trop, et même un peu plus encore que cela").OneLine(), kit.Spacer(), kit.PrimaryButton("Reprendre", nil)),
		),
		kit.Tinted(kit.Attention, kit.Row(kit.NewIcon(look.IconWarning, kit.Attention), kit.Body("Le temps qui reste ne couvre plus les étapes essentielles. Vous pouvez laisser de côté les étapes facultatives."))),
		kit.Row(kit.Body("Court"), kit.Spacer(), kit.Body("à la fin")),
	)))
}

func buttonShelf(*testing.T) fyne.CanvasObject {
	off := kit.PrimaryButton("Réserver la visite", nil)
	off.Disable()
	on := kit.NewChip("VMC bouchée", true, nil)
	choice := kit.NewChoice([]kit.Option[string]{{Value: "yes", Words: "Oui"}, {Value: "so", Words: "À peu près"}, {Value: "no", Words: "Pas encore"}}, nil)
	choice.Set("so")
	tones := kit.NewChoice([]kit.Option[string]{{Value: "a", Words: "Résolu", Tone: kit.Done}, {Value: "b", Words: "Bientôt", Tone: kit.Attention}}, nil)
	tones.Set("a")
	icons := kit.Flow()
	for _, icon := range []look.Icon{look.IconSun, look.IconUsers, look.IconCalendarDays, look.IconListChecks, look.IconChart, look.IconSettings, look.IconQuestion, look.IconFlame, look.IconQrCode} {
		icons.Add(kit.IconButton(icon, string(icon), nil))
	}
	return kit.Padded(look.Wide, kit.Column(
		kit.Flow(kit.PrimaryButton("Réserver la visite", nil), kit.SecondaryButton("Déplacer", nil).WithIcon(look.IconCalendarDays),
			kit.QuietButton("Plus tard", nil), kit.DangerButton("Annuler la visite", nil).WithIcon(look.IconTrash), off,
			kit.PrimaryButton("Vu, suite", nil).WithTrailingIcon(look.IconChevronRight)),
		kit.Card(kit.Section("À noter"), kit.Flow(kit.NewChip("Joints à revoir", false, nil), on, kit.NewChip("note", false, nil).WithIcon(look.IconPlus), kit.NewChip("Humidité, moisissures sur un mur donnant dehors", false, nil))),
		kit.Card(kit.Section("Savez-vous qui appeler\u202f?"), choice.Object(), tones.Object()),
		kit.Card(icons),
	))
}

type person struct {
	name, place *kit.Text
}

func listShelf(*testing.T) fyne.CanvasObject {
	list := kit.NewTouchList(func() (person, fyne.CanvasObject) {
		p := person{name: kit.Body("").Strong().OneLine(), place: kit.Caption("").OneLine()}
		return p, kit.Row(kit.NewIcon(look.IconPerson, kit.Calm), kit.Grow(kit.Lines(p.name, p.place)), kit.NewIcon(look.IconChevronRight, kit.Calm))
	}, func(i int, p person) {
		p.name.SetText(fmt.Sprintf("%s %d", longName, i+1))
		p.place.SetText(fmt.Sprintf("Champmilan, bâtiment B, porte %d", i))
	})
	list.SetCount(100000)
	list.Select(2)
	return kit.Padded(look.Wide, kit.FlatCard(list))
}

func TestGallery(t *testing.T) {
	test.NewTempApp(t)
	sizes := map[string]fyne.Size{"1280x800": fyne.NewSize(1280, 800), "800x1280": fyne.NewSize(800, 1280)}
	for name, make := range shelves {
		for size, s := range sizes {
			for _, mode := range []look.Mode{look.Light, look.Dark} {
				t.Run(fmt.Sprintf("%s %s %s", name, size, mode), func(t *testing.T) {
					w := uitest.Styled(t, look.Style{Mode: mode}, make(t), s.Width, s.Height)
					if len(uitest.Texts(w)) == 0 && name != "icons" {
						t.Error("the picture says nothing")
					}
					uitest.Shot(t, w, fmt.Sprintf("kit/%s-%s-%s.png", name, size, mode))
				})
			}
		}
	}
}
