package kit_test

import (
	"fmt"
	"os"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

const longName = "Mme Maria-José de Oliveira Châtelain-Quéméneur"

// shelf is one picture of the gallery.
type shelf func(words *i18n.Words) fyne.CanvasObject

var shelves = map[string]shelf{
	"text":    textShelf,
	"buttons": buttonShelf,
	"list":    listShelf,
	"fields":  func(words *i18n.Words) fyne.CanvasObject { return kit.Padded(look.Wide, kit.Card(fieldShelf(words))) },
	"figures": figureShelf,
	"table":   tableShelf,
	"sheet":   emptyShelf,
	"month":   emptyShelf,
	"drop":    dropShelf,
}

// above shows what lies above a shelf.
var above = map[string]func(w fyne.Window, words *i18n.Words){
	"sheet": func(w fyne.Window, words *i18n.Words) {
		kit.ShowSheet(w.Canvas(), words, kit.Sheet{
			Title: "Déplacer la visite", Content: fieldShelf(words),
			Actions: []fyne.CanvasObject{kit.SecondaryButton("Revenir", nil), kit.PrimaryButton("Déplacer la visite", nil)},
		})
	},
	"drop": func(w fyne.Window, _ *i18n.Words) { test.TapCanvas(w.Canvas(), fyne.NewPos(100, 80)) },
	"month": func(w fyne.Window, words *i18n.Words) {
		sunday := func(d coop.Day) bool { return d.Weekday() == time.Sunday }
		grid := kit.NewMonthGrid(words, "2026-12-01", "2026-11-23", nil)
		grid.Closed(sunday)
		kit.ShowSheet(w.Canvas(), words, kit.Sheet{Title: "Choisir un jour", Content: grid, Width: 400})
	},
}

func fieldShelf(words *i18n.Words) fyne.CanvasObject {
	phone := kit.NewField("Téléphone", "06 39 98 12", nil).WithHint("Celui du jour de la visite")
	phone.SetError("Ce numéro n’a que huit chiffres\u202f: il en faut dix.")
	note := kit.NewField("Note", "", nil).WithPlaceholder("Quelques mots utiles à la prochaine personne").Lines(3)
	locked := kit.NewField("Bail", "L-2026-00412", nil)
	locked.Disable()
	day := kit.NewDayField(words, "Jour", "2026-11-23", nil)
	day.Set("2026-12-01")
	hour := kit.NewHourField(words, "Heure", 15, nil)
	hour.Set(14*60 + 30)
	search := kit.NewSearchBox(kit.Inline(), words, "Une personne, un logement, une résidence…", nil)
	found := kit.NewSearchBox(kit.Inline(), words, "Une personne", nil)
	found.SetText("châtelain")
	place := kit.NewSelect("Résidence", []kit.Option[int]{{Value: 1, Words: "Champmilan"}, {Value: 2, Words: "Les Grands Cèdres de la Vallée de l’Ondaine"}}, nil)
	place.Set(2)
	none := kit.NewSelect[int]("Service", nil, nil).WithPlaceholder("Choisir un service")
	return kit.Column(search, found, kit.Columns(240, day, hour, place.Object(), none.Object(), phone, locked), note)
}

func figureShelf(words *i18n.Words) fyne.CanvasObject {
	bar, late := kit.NewMeter(), kit.NewMeter()
	bar.Set(0.4, kit.Accented)
	bar.SetMark(0.82)
	late.Set(0.9, kit.Attention)
	progress := kit.NewProgress(words, func() {})
	progress.Set("12 400 lignes lues sur 50 000", 12400, 50000)
	outline := kit.NewOutline(func(int) {})
	steps := []kit.OutlineStep{
		{Title: "Accueil", State: kit.StepDone},
		{Title: "Installation", State: kit.StepLater},
		{Title: "Équipements du logement et mode d’emploi", State: kit.StepSkipped},
		{Title: "Qui fait quoi"},
		{Title: "Interventions"},
		{Title: "Économies d’énergie", Optional: true},
	}
	outline.Set(steps, 3)
	dots := kit.NewDots(func(int) {})
	dots.Set(steps, 3)
	notices := kit.NewNotices(kit.Inline(), words)
	page := kit.Page("Novembre 2026", kit.SecondaryButton("Exporter", nil).WithIcon(look.IconDownload), kit.Column(
		kit.Columns(220,
			kit.NewPressCard("Visites", func() {}, kit.Row(kit.Lines(kit.Caption("Visites"), kit.Title("52 / 75")), kit.Spacer(), kit.NewRing(52, 75, "69 %"))),
			kit.NewPressCard("Dans le délai", func() {}, kit.Caption("Dans le délai"), kit.Title("87 %"), kit.Badge(look.IconTrendingUp, "4 points de mieux", kit.Done)),
			kit.NewPressCard("Absents", func() {}, kit.Caption("Absents"), kit.Title("9"), kit.Caption("14 % des passages")),
			kit.NewPressCard("Satisfaction", func() {}, kit.Caption("Satisfaction"), kit.Title("8,4 sur 10"), kit.Caption("41 réponses"))),
		kit.Flow(kit.Badge(look.IconCheck, "Visite faite", kit.Done), kit.Badge(look.IconClock, "Bientôt", kit.Attention), kit.Badge(look.IconCircleAlert, "En retard", kit.Late), kit.Badge("", "Locatif", kit.Plain), kit.Badge(look.IconKey, "PSLA", kit.Accented)),
		kit.Sides(900, 0.4,
			kit.TitledCard("L’entretien", kit.Caption("18 min / 45"), bar, late, dots, kit.Sized(0, 290, outline)),
			kit.Column(
				kit.TitledCard("À faire", nil,
					kit.Stack(0, kit.NewLinkRow(look.IconListChecks, "4 suites en retard", "", func() {}).WithTone(kit.Late), kit.NewRule(),
						kit.NewLinkRow(look.IconCalendarPlus, "7 entrées à réserver", "Fenêtre de 30 à 90 jours après l’entrée", func() {}), kit.NewRule(),
						kit.NewLinkRow(look.IconPerson, longName, "Champmilan, B 12 · 09 h 30", func() {}).WithTrailing(kit.PrimaryButton("Commencer", nil)))),
				kit.Card(progress),
				kit.Card(kit.Empty(look.IconCalendarDays, "Aucune visite n’est prévue aujourd’hui. Réservez la prochaine depuis la fiche d’une personne.", kit.PrimaryButton("Ouvrir les personnes", nil))))),
	))
	room := notices.Over(page)
	notices.DoneUndo("Visite réservée mardi 1er décembre à 10\u00a0h", nil)
	notices.Error("La fiche n’a pas pu être enregistrée\u202f: le disque est plein. Vos réponses sont gardées. Libérez de la place, puis recommencez.")
	return room
}

func tableShelf(*i18n.Words) fyne.CanvasObject {
	table := kit.NewTable([]kit.TableColumn{{Title: "Agent", Share: 3}, {Title: "Visites", Share: 1, End: true}, {Title: "Objectif", Share: 1, End: true}, {Title: "Absents", Share: 1, End: true}}, func(int) {})
	table.SetRows([][]string{{"Sonia Arnaud", "52", "75", "9"}, {longName, "8", "10", "0"}, {"Karim Benali", "0", "75", "–"}})
	return kit.Padded(look.Wide, kit.Column(kit.FlatCard(table), kit.FlatCard(kit.NewTable([]kit.TableColumn{{Title: "Motif", Share: 2}, {Title: "Nombre", Share: 1, End: true}}, nil))))
}

func emptyShelf(*i18n.Words) fyne.CanvasObject {
	return kit.Padded(look.Wide, kit.Card(kit.Body("La salle derrière la feuille")))
}

func dropShelf(*i18n.Words) fyne.CanvasObject {
	var options []kit.Option[int]
	for i := range 40 {
		options = append(options, kit.Option[int]{Value: i, Words: fmt.Sprintf("Résidence n° %d des Grands Cèdres", i)})
	}
	choice := kit.NewSelect("Résidence", options, nil)
	choice.Set(1)
	return kit.Padded(look.Wide, kit.Card(choice.Object()))
}

func french(tb testing.TB) *i18n.Words {
	tb.Helper()
	return uitest.French(tb, time.UTC)
}

func textShelf(*i18n.Words) fyne.CanvasObject {
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

func buttonShelf(*i18n.Words) fyne.CanvasObject {
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

func listShelf(*i18n.Words) fyne.CanvasObject {
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

// TestGallery lays out every part in both orientations and both modes; with PICTURES=1 it leaves pictures in build/kit.
func TestGallery(t *testing.T) {
	uitest.App(t)
	sizes := map[string]fyne.Size{"1280x800": fyne.NewSize(1280, 800), "800x1280": fyne.NewSize(800, 1280)}
	words := french(t)
	for name, make := range shelves {
		for size, s := range sizes {
			for _, mode := range []look.Mode{look.Light, look.Dark} {
				t.Run(fmt.Sprintf("%s %s %s", name, size, mode), func(t *testing.T) {
					w := uitest.Styled(t, look.Style{Mode: mode}, make(words), s.Width, s.Height)
					if add := above[name]; add != nil {
						add(w, words)
						uitest.Settle(w)
					}
					if len(uitest.Texts(w)) == 0 && name != "icons" {
						t.Error("the picture says nothing")
					}
					if os.Getenv("PICTURES") == "" {
						return // pictures are for looking at, and slow under -race
					}
					uitest.Shot(t, w, fmt.Sprintf("kit/%s-%s-%s.png", name, size, mode))
				})
			}
		}
	}
}
