package kit_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestWorkComesBackWithItsError(t *testing.T) {
	broken := errors.New("no disk")
	var got error
	kit.Run(kit.Inline(), func() (int, error) { return 0, broken }, func(_ int, err error) { got = err })
	if !errors.Is(got, broken) {
		t.Errorf("got %v, want %v", got, broken)
	}
}

func TestASlowAnswerToAnOlderQuestionIsDropped(t *testing.T) {
	var latest kit.Latest
	var answers []string
	keep := func(s string, _ error) { answers = append(answers, s) }
	kit.RunLatest(kit.Inline(), &latest, func() (string, error) {
		kit.RunLatest(kit.Inline(), &latest, func() (string, error) { return "new", nil }, keep)
		return "old", nil
	}, keep)
	if want := []string{"new"}; !slices.Equal(answers, want) {
		t.Errorf("got %v, want %v", answers, want)
	}
}

func TestSteppedTimePassesOnlyWhenAsked(t *testing.T) {
	run, steps := kit.Stepped()
	var order []string
	run.Later(2*time.Second, func() { order = append(order, "second") })
	run.Later(time.Second, func() { order = append(order, "first") })
	called := run.Later(time.Second, func() { order = append(order, "called off") })
	called()
	steps.Pass(1500 * time.Millisecond)
	if want := []string{"first"}; !slices.Equal(order, want) {
		t.Errorf("after 1.5 s: %v, want %v", order, want)
	}
	steps.Pass(time.Second)
	if want := []string{"first", "second"}; !slices.Equal(order, want) {
		t.Errorf("after 2.5 s: %v, want %v", order, want)
	}
}

func TestDaysAreReadAsPeopleTypeThem(t *testing.T) {
	cases := map[string]struct {
		text string
		want coop.Day
		ok   bool
	}{
		"with slashes":            {"23/11/2026", "2026-11-23", true},
		"short year":              {"3/1/27", "2027-01-03", true},
		"with dots":               {" 23.11.2026 ", "2026-11-23", true},
		"without anything":        {"23112026", "2026-11-23", true},
		"six figures":             {"231126", "2026-11-23", true},
		"without year":            {"1/12", "2026-12-01", true},
		"as computers write":      {"2026-12-01", "2026-12-01", true},
		"the 31st of a short one": {"31/11/2026", "", false},
		"half typed":              {"23/11/20", "2020-11-23", true},
		"words":                   {"demain", "", false},
		"nothing":                 {"", "", false},
		"far too long":            {"99999999999999999999/1/2026", "", false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, ok := kit.ReadDay(c.text, "2026-11-23")
			if got != c.want || ok != c.ok {
				t.Errorf("%q is %q, %v; want %q, %v", c.text, got, ok, c.want, c.ok)
			}
		})
	}
}

func TestHoursAreReadAsPeopleTypeThem(t *testing.T) {
	cases := map[string]struct {
		text string
		want int
		ok   bool
	}{
		"with a colon": {"14:30", 870, true}, "in French": {"14 h 30", 870, true}, "short": {"9h", 540, true},
		"figures": {"0930", 570, true}, "three figures": {"930", 570, true}, "hour alone": {"14", 840, true},
		"too late": {"25:00", 0, false}, "no such minute": {"10:75", 0, false}, "half a minute": {"10:5", 0, false},
		"nothing": {"", 0, false}, "words": {"midi", 0, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			got, ok := kit.ReadHour(c.text)
			if got != c.want || ok != c.ok {
				t.Errorf("%q is %d, %v; want %d, %v", c.text, got, ok, c.want, c.ok)
			}
		})
	}
}

func TestAChoiceKeepsValuesNotWords(t *testing.T) {
	uitest.App(t)
	var told []string
	choice := kit.NewChoice([]kit.Option[string]{{Value: "done", Words: "Faite"}, {Value: "absent", Words: "Absent"}},
		func(v string) { told = append(told, v) })
	w := uitest.Window(t, choice.Object(), 400, 100)
	if _, ok := choice.Value(); ok {
		t.Error("something is chosen at the start")
	}
	uitest.Press(t, w, "Absent")
	uitest.Press(t, w, "Absent")
	choice.Set("done")
	if got, ok := choice.Value(); !ok || got != "done" {
		t.Errorf("chosen %q, %v; want done", got, ok)
	}
	if want := []string{"absent"}; !slices.Equal(told, want) {
		t.Errorf("told %v, want %v: once, and only what a person pressed", told, want)
	}
}

func TestASelectOpensItsListAndClosesIt(t *testing.T) {
	uitest.App(t)
	chosen := 0
	place := kit.NewSelect("Résidence", []kit.Option[int]{{Value: 1, Words: "Champmilan"}, {Value: 2, Words: "Les Cèdres"}}, func(v int) { chosen = v })
	w := uitest.Window(t, kit.Column(place.Object()), 400, 400)
	uitest.Press(t, w, "Résidence")
	uitest.Press(t, w, "Les Cèdres")
	if chosen != 2 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("chosen %d, list open %v", chosen, w.Canvas().Overlays().Top() != nil)
	}
	uitest.Press(t, w, "Résidence")
	uitest.Key(t, w, fyne.KeyEscape)
	if w.Canvas().Overlays().Top() != nil || chosen != 2 {
		t.Error("Escape did not close the list, or changed the choice")
	}
}

func TestASearchRestsUntilTypingPauses(t *testing.T) {
	uitest.App(t)
	run, steps := kit.Stepped()
	var asked []string
	box := kit.NewSearchBox(run, french(t), "Une personne", func(q string) { asked = append(asked, q) })
	w := uitest.Window(t, box, 400, 60)
	uitest.Type(t, w, "Une personne", "lef")
	if len(asked) != 0 {
		t.Errorf("asked %v while typing", asked)
	}
	steps.Pass(time.Second)
	uitest.Press(t, w, "Effacer la recherche")
	if want := []string{"lef", ""}; !slices.Equal(asked, want) {
		t.Errorf("asked %q, want %q", asked, want)
	}
}

func TestADayIsTypedOrPicked(t *testing.T) {
	uitest.App(t)
	var told []coop.Day
	day := kit.NewDayField(french(t), "Jour", "2026-11-23", func(d coop.Day) { told = append(told, d) })
	w := uitest.Window(t, kit.Column(day), 800, 800)
	uitest.Type(t, w, "Jour", "31/11/2026")
	if _, ok := day.Day(); ok || !uitest.Reads(w, "n’existe pas") {
		t.Error("a day that does not exist is not explained")
	}
	uitest.Type(t, w, "Jour", "01/12/2026")
	if !uitest.Reads(w, "mardi 1er décembre") {
		t.Errorf("the weekday is not told: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Choisir un jour")
	uitest.Press(t, w, "Mois suivant")
	uitest.Press(t, w, "mardi 5 janvier")
	if got, _ := day.Day(); got != "2027-01-05" || told[len(told)-1] != "2027-01-05" {
		t.Errorf("picked %q, told %v", got, told)
	}
	if got := uitest.Typed(t, w, "Jour"); got != "05/01/2027" {
		t.Errorf("the field says %q", got)
	}
}

func TestAnHourMovesBySteps(t *testing.T) {
	uitest.App(t)
	hour := kit.NewHourField(french(t), "Heure", 15, nil)
	w := uitest.Window(t, kit.Column(hour), 400, 200)
	uitest.Type(t, w, "Heure", "14h20")
	uitest.Press(t, w, "Plus tard")
	if got, _ := hour.Minutes(); got != 14*60+30 {
		t.Errorf("a step later is %d minutes, want 14:30", got)
	}
	if got := uitest.Typed(t, w, "Heure"); got != "14\u00a0h\u00a030" {
		t.Errorf("the field says %q", got)
	}
}

func TestAFieldTellsWhatAPersonTypesOnly(t *testing.T) {
	uitest.App(t)
	var told []string
	field := kit.NewField("Nom", "", func(s string) { told = append(told, s) })
	w := uitest.Window(t, kit.Column(field), 400, 200)
	field.SetText("Diallo")
	if len(told) != 0 {
		t.Errorf("told %v for what the program wrote", told)
	}
	uitest.Type(t, w, "Nom", "Ba")
	if len(told) == 0 || told[len(told)-1] != "Ba" {
		t.Errorf("told %v", told)
	}
}

func TestADisabledButtonIsNotPressed(t *testing.T) {
	uitest.App(t)
	pressed := 0
	button := kit.PrimaryButton("Réserver la visite", func() { pressed++ })
	w := uitest.Window(t, kit.Row(button), 400, 100)
	button.Disable()
	test.Tap(button)
	if pressed != 0 || uitest.CanPress(w, "Réserver la visite") {
		t.Error("it was pressed, or looks as if it could be")
	}
	button.Enable()
	w.Canvas().Focus(button)
	uitest.Key(t, w, fyne.KeyReturn)
	uitest.Key(t, w, fyne.KeySpace)
	if pressed != 2 {
		t.Errorf("Return and Space pressed it %d times, want 2", pressed)
	}
}

func TestAButtonHandsOnTheKeysItHasNoUseFor(t *testing.T) {
	uitest.App(t)
	button := kit.PrimaryButton("Suite", nil)
	w := uitest.Window(t, kit.Row(button), 400, 100)
	var got []rune
	w.Canvas().SetOnTypedRune(func(r rune) { got = append(got, r) })
	w.Canvas().Focus(button)
	uitest.Letter(t, w, 's')
	if string(got) != "s" {
		t.Errorf("the room got %q, want s", string(got))
	}
}

func TestEverythingToPressIsLargeEnoughForAFinger(t *testing.T) {
	uitest.App(t)
	parts := map[string]fyne.CanvasObject{
		"button": kit.PrimaryButton("A", nil), "quiet button": kit.QuietButton("A", nil),
		"icon": kit.IconButton(look.IconClose, "Fermer", nil), "chip": kit.NewChip("A", false, nil),
		"row": kit.NewLinkRow("", "A", "", func() {}), "select": kit.NewSelect[int]("", nil, nil).Object(),
		"field": kit.NewField("", "", nil), "search": kit.NewSearchBox(kit.Inline(), french(t), "A", nil),
	}
	for name, part := range parts {
		t.Run(name, func(t *testing.T) {
			uitest.Styled(t, look.Style{Mode: look.Light, Scale: look.MinScale}, kit.Row(part), 300, 100)
			if size := part.MinSize(); size.Height < look.Touch || size.Width < look.Touch {
				t.Errorf("it is %v, want at least %v", size, look.Touch)
			}
		})
	}
}

// That the window hears Ctrl+K meanwhile is the tour's to show: a test window takes no shortcuts.
func TestShortcutsOfTheWindowLeaveAFieldAsItIs(t *testing.T) {
	uitest.App(t)
	field := kit.NewField("Nom", "", nil)
	w := uitest.Window(t, kit.Column(field), 400, 200)
	field.SetText("Éloïse")
	field.Focus()
	uitest.Shortcut(t, w, &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl})
	if got := field.Text(); got != "Éloïse" {
		t.Errorf("Ctrl+K left %q in the field", got)
	}
	uitest.Shortcut(t, w, &fyne.ShortcutSelectAll{})
	uitest.Shortcut(t, w, &fyne.ShortcutCut{Clipboard: test.NewClipboard()})
	if got := field.Text(); got != "" {
		t.Errorf("cutting left %q in the field", got)
	}
}
