package kit_test

import (
	"slices"
	"testing"
	"time"

	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/uitest"

	"fyne.io/fyne/v2"
)

func TestANoticeGoesAwayAndAnErrorStays(t *testing.T) {
	uitest.App(t)
	run, steps := kit.Stepped()
	notices := kit.NewNotices(run, french(t))
	w := uitest.Window(t, notices.Over(kit.Body("La salle")), 800, 600)
	undone := false
	notices.DoneUndo("Visite réservée", func() { undone = true })
	notices.Error("Le disque est plein")
	uitest.Press(t, w, "Annuler")
	if !undone || uitest.Reads(w, "Visite réservée") {
		t.Errorf("undone %v, still there %v", undone, uitest.Reads(w, "Visite réservée"))
	}
	notices.Done("Fiche imprimée")
	steps.Pass(7 * time.Second)
	if uitest.Reads(w, "Fiche imprimée") || !uitest.Reads(w, "Le disque est plein") {
		t.Error("after 7 s the notice must be gone and the error still there")
	}
	uitest.Press(t, w, "Fermer")
	if uitest.Reads(w, "Le disque est plein") {
		t.Error("the error cannot be closed")
	}
}

func TestASpinnerIsSeenOnlyWhenWaitingTakesLong(t *testing.T) {
	uitest.App(t)
	run, steps := kit.Stepped()
	spinner := kit.NewSpinner(run)
	uitest.Window(t, spinner, 100, 100)
	spinner.Start()
	steps.Pass(90 * time.Millisecond)
	if spinner.Turning() {
		t.Error("it turns after 90 ms")
	}
	steps.Pass(20 * time.Millisecond)
	if !spinner.Turning() {
		t.Error("it does not turn after 110 ms")
	}
	spinner.Stop()
	if spinner.Turning() {
		t.Error("it still turns")
	}
}

func TestASheetTakesTheKeysAndGivesThemBack(t *testing.T) {
	uitest.App(t)
	w := uitest.Window(t, kit.Body("La salle"), 800, 600)
	var keys []fyne.KeyName
	w.Canvas().SetOnTypedKey(func(e *fyne.KeyEvent) { keys = append(keys, e.Name) })
	closed := 0
	field := kit.NewField("Note", "", nil)
	kit.ShowSheet(w.Canvas(), french(t), kit.Sheet{
		Title: "Une note", Content: field, First: field.Focusable(), OnClosed: func() { closed++ },
	})
	if w.Canvas().Focused() == nil {
		t.Error("the focus did not go into the sheet")
	}
	uitest.Key(t, w, fyne.KeyF5)
	uitest.Key(t, w, fyne.KeyEscape)
	uitest.Key(t, w, fyne.KeyN)
	if want := []fyne.KeyName{fyne.KeyN}; closed != 1 || !slices.Equal(keys, want) {
		t.Errorf("closed %d times, the room got %v; want once and %v", closed, keys, want)
	}
}

func TestAQuestionIsAnsweredByItsVerb(t *testing.T) {
	uitest.App(t)
	w := uitest.Window(t, kit.Body("La salle"), 800, 600)
	yes := 0
	ask := func() {
		kit.Ask(w.Canvas(), french(t), kit.Question{Title: "Annuler la visite ?", Text: "Le créneau sera libre.", Yes: "Annuler la visite", Danger: true, OnYes: func() { yes++ }})
	}
	ask()
	uitest.Press(t, w, "Revenir")
	ask()
	uitest.Press(t, w, "Annuler la visite")
	if yes != 1 || w.Canvas().Overlays().Top() != nil {
		t.Errorf("yes %d times, open %v", yes, w.Canvas().Overlays().Top() != nil)
	}
}
