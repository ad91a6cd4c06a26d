package agenda_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

// moving is a room that shows a week in which nothing is in the way of a move: on Thursday 3 December
// at 10 a visit of Mme Diallo by Karim.
type moving struct {
	*room
	karim coop.StaffID
	visit coop.Visit
}

const (
	thursday = coop.Day("2026-12-03")
	diallo   = "10 h Mme Éloïse DIALLO"
)

func newMoving(t *testing.T, prepare func(*desk, coop.StaffID)) *moving {
	t.Helper()
	d := coopOf(t)
	m := &moving{karim: d.officers(t)[0].ID}
	m.visit = d.book(t, d.enter(t, "Diallo"), m.karim, thursday, 10*60)
	if prepare != nil {
		prepare(d, m.karim)
	}
	m.room = newRoom(t, d, look.Style{}, 1282, 768)
	m.screen.Day(thursday)
	uitest.Settle(m.window)
	return m
}

// grab puts a finger on the visit and moves it by days and minutes.
func (m *moving) grab(t *testing.T, days, minutes int) *uitest.Held {
	t.Helper()
	held := uitest.Grab(t, m.window, diallo)
	m.by(t, held, days, minutes)
	return held
}

func (m *moving) by(t *testing.T, held *uitest.Held, days, minutes int) {
	t.Helper()
	width := m.called(t, "jeudi 3 décembre").Size().Width + 1
	minute := (m.called(t, diallo).Size().Height + 1) / float32(m.visit.Minutes())
	const moves = 4
	for range moves {
		held.Move(width*float32(days)/moves, minute*float32(minutes)/moves)
	}
	uitest.Settle(m.window)
}

// at is when the visit starts now, and how often it was moved.
func (m *moving) at(t *testing.T) string {
	t.Helper()
	v, err := m.Visit(t.Context(), m.Actor(), m.visit.ID)
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf("%s %d", v.Start.In(m.Zone()).Format("02/01 15:04"), v.Moves)
}

// plain is the last banner with ordinary spaces.
func (m *moving) plain() string {
	return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(m.LastSaid())
}

func TestAVisitIsDraggedToAFreeTimeAndBack(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, nil)
	held := m.grab(t, 1, 75)
	m.reads(t, "Vendredi 4 décembre à 11 h 15", "Libre")
	held.Drop()
	if got := m.at(t); got != "04/12 11:15 1" || m.plain() != "Visite déplacée vendredi 4 décembre à 11 h 15" {
		t.Fatalf("the visit is at %s, the banner says %q", got, m.plain())
	}
	m.reads(t, "11 h 15 DIALLO")
	m.Undo()
	if got := m.at(t); got != "03/12 10:00 2" || m.plain() != "La visite est de nouveau jeudi 3 décembre à 10 h" || len(m.Failed) > 0 {
		t.Errorf("undone, the visit is at %s, the banner says %q (%v)", got, m.plain(), m.Failed)
	}
}

func TestADragOntoATakenTimeIsRefusedInWords(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, func(d *desk, karim coop.StaffID) { d.book(t, d.enter(t, "Moreau"), karim, "2026-12-04", 11*60) })
	held := m.grab(t, 1, 60)
	m.reads(t, "Vendredi 4 décembre à 11 h", "Déjà pris : visite de 11 h à 11 h 45, trajet compris autour")
	held.Drop()
	if got := m.at(t); got != "03/12 10:00 0" {
		t.Errorf("the visit is at %s", got)
	}
	if want := "La visite n’a pas bougé. Déjà pris : visite de 11 h à 11 h 45, trajet compris autour."; m.plain() != want || len(m.Failed) > 0 {
		t.Errorf("the banner says %q (%v)", m.plain(), m.Failed)
	}
	if uitest.Reads(m.window, "Vendredi 4 décembre à 11 h") {
		t.Error("what was carried is still shown")
	}
}

func TestADragOntoAnAbsenceIsRefusedInWords(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, func(d *desk, karim coop.StaffID) {
		d.except(t, coop.Exception{Staff: karim, Kind: coop.StaffAway, From: "2026-12-04", To: "2026-12-04"})
	})
	m.grab(t, 1, 0).Drop()
	if got := m.at(t); got != "03/12 10:00 0" || m.plain() != "La visite n’a pas bougé. Agent absent ce jour-là." {
		t.Errorf("the visit is at %s, the banner says %q", got, m.plain())
	}
}

func TestADragAgainstASoftRuleAsksForAReason(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, nil)
	held := m.grab(t, 2, 0)
	m.reads(t, "Possible avec une raison. C’est un samedi.")
	held.Drop()
	m.reads(t, "Déplacer la visite ici ?", "C’est un samedi.")
	if uitest.CanPress(m.window, "Déplacer la visite") {
		t.Error("it is moved without a reason")
	}
	uitest.Press(t, m.window, "La personne")
	uitest.Press(t, m.window, "La personne est d’accord")
	uitest.Press(t, m.window, "Déplacer la visite")
	if got := m.at(t); got != "05/12 10:00 1" || len(m.Failed) > 0 {
		t.Fatalf("the visit is at %s (%v)", got, m.Failed)
	}
	v, err := m.Visit(t.Context(), m.Actor(), m.visit.ID)
	if err != nil || v.Reason != "d’accord avec la personne" || !v.Agreed {
		t.Errorf("it is kept as %+v (%v)", v, err)
	}
}

func TestTheAgreementOfThePersonMakesUpForAShortNotice(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, nil)
	m.screen.Day(trial.Today)
	uitest.Settle(m.window)
	held := uitest.Grab(t, m.window, "9 h 30 Mme Éloïse LEFÈVRE")
	held.Move(0, 60)
	held.Move(0, 60)
	m.reads(t, "il faut l’accord de la personne")
	held.Drop()
	if uitest.CanPress(m.window, "Déplacer la visite") {
		t.Error("it is moved without the agreement")
	}
	uitest.Press(t, m.window, "La personne est d’accord")
	uitest.Press(t, m.window, "Déplacer la visite")
	if !strings.HasPrefix(m.plain(), "Visite déplacée lundi 23 novembre à 11 h") {
		t.Errorf("the banner says %q (%v)", m.plain(), m.Failed)
	}
}

func TestLeavingTheQuestionLeavesTheVisit(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, nil)
	m.grab(t, 2, 0).Drop()
	uitest.Press(t, m.window, "Laisser où elle est")
	if got := m.at(t); got != "03/12 10:00 0" || uitest.Reads(m.window, "Samedi 5 décembre") {
		t.Errorf("the visit is at %s: %v", got, uitest.Texts(m.window))
	}
	m.grab(t, 1, 0).Drop() // and can be dragged again
	if got := m.at(t); got != "04/12 10:00 1" {
		t.Errorf("the visit is at %s", got)
	}
}

func TestATremblingPressIsAPress(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, nil)
	held := uitest.Grab(t, m.window, diallo)
	held.Move(2, 3)
	held.Move(1, -1)
	held.Drop()
	if fmt.Sprint(m.did) != "[act]" {
		t.Errorf("what was pressed is handed on as %v", m.did)
	}
	if got := m.at(t); got != "03/12 10:00 0" {
		t.Errorf("the visit is at %s", got)
	}
}

func TestADragThatEndsNowhereMovesNothing(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, nil)
	held := uitest.Grab(t, m.window, diallo)
	held.Move(0, -400)
	m.reads(t, "Déposez sur un jour de l’agenda")
	held.Drop()
	held = m.grab(t, 1, 30)
	m.by(t, held, -1, -30) // there and back again
	m.reads(t, "Sa place actuelle")
	held.Drop()
	held = m.grab(t, 1, 0)
	uitest.Key(t, m.window, fyne.KeyEscape)
	held.Move(0, 100)
	held.Drop()
	if got := m.at(t); got != "03/12 10:00 0" || m.LastSaid() != "" {
		t.Errorf("the visit is at %s, the banner says %q", got, m.LastSaid())
	}
}

func TestASwipeBesideTheVisitsTurnsThePage(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, nil)
	uitest.Drag(m.window, fyne.NewPos(200, 500), -200, 10)
	m.reads(t, "Semaine du 7 décembre")
	uitest.Drag(m.window, fyne.NewPos(200, 500), 200, 10)
	uitest.Drag(m.window, fyne.NewPos(200, 500), 20, 200)
	m.reads(t, "Semaine du 30 novembre")
}

func TestTheKeysMoveAVisit(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, nil)
	m.window.Canvas().Focus(m.called(t, diallo).(fyne.Focusable))
	uitest.Letter(t, m.window, 'm')
	for _, key := range []fyne.KeyName{fyne.KeyRight, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp} {
		uitest.Key(t, m.window, key)
	}
	m.reads(t, "Vendredi 4 décembre à 10 h 15", "Libre")
	uitest.Key(t, m.window, fyne.KeyReturn)
	if got := m.at(t); got != "04/12 10:15 1" {
		t.Fatalf("the visit is at %s (%v)", got, m.Failed)
	}
	alt := func(key fyne.KeyName) {
		uitest.Shortcut(t, m.window, &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
	}
	alt(fyne.KeyUp) // the visit still has the keyboard
	alt(fyne.KeyLeft)
	uitest.Key(t, m.window, fyne.KeyEscape)
	if got := m.at(t); got != "04/12 10:15 1" {
		t.Errorf("left with Escape, the visit is at %s", got)
	}
	alt(fyne.KeyDown)
	for range 3 {
		alt(fyne.KeyRight)
	}
	m.reads(t, "Semaine du 7 décembre", "Lundi 7 décembre à 10 h 30")
	uitest.Key(t, m.window, fyne.KeyReturn)
	if got := m.at(t); got != "07/12 10:30 2" {
		t.Errorf("the visit is at %s (%v)", got, m.Failed)
	}
}

func TestAVisitIsGivenToAnotherOfficer(t *testing.T) {
	uitest.App(t)
	var lea coop.StaffID
	m := newMoving(t, func(d *desk, _ coop.StaffID) { lea = d.hire(t, "lea", "Léa Morin") })
	m.everybody(t)
	held := uitest.Grab(t, m.window, diallo)
	held.Move(400, 0)
	m.reads(t, "Jeudi 3 décembre à 10 h, avec Léa Morin")
	held.Drop()
	v, err := m.Visit(t.Context(), m.Actor(), m.visit.ID)
	if err != nil || v.Officer != lea || m.plain() != "Visite déplacée jeudi 3 décembre à 10 h, avec Léa Morin" {
		t.Errorf("it is %+v (%v), the banner says %q", v, err, m.plain())
	}
	m.Undo()
	if v, err = m.Visit(t.Context(), m.Actor(), m.visit.ID); err != nil || v.Officer != m.karim {
		t.Errorf("undone, it is %+v (%v)", v, err)
	}
}

func TestWhoWaitsIsDraggedOntoADay(t *testing.T) {
	uitest.App(t)
	m := newMoving(t, nil)
	grip := uitest.Grab(t, m.window, "Glisser Mme Éloïse BENALI dans l’agenda")
	from := fyne.CurrentApp().Driver().AbsolutePositionForObject(m.called(t, "Glisser Mme Éloïse BENALI dans l’agenda"))
	to := fyne.CurrentApp().Driver().AbsolutePositionForObject(m.called(t, diallo))
	grip.Move(-20, 0)
	m.reads(t, "Déposez sur un jour de l’agenda")
	minute := (m.called(t, diallo).Size().Height + 1) / float32(m.visit.Minutes())
	grip.Move(to.X-from.X+60, to.Y-from.Y-22+look.Snug+75*minute)
	m.reads(t, "Jeudi 3 décembre à 11 h 15", "Libre")
	grip.Drop()
	if !strings.HasPrefix(m.plain(), "Visite réservée jeudi 3 décembre à 11 h 15") || len(m.Failed) > 0 {
		t.Fatalf("the banner says %q (%v)", m.plain(), m.Failed)
	}
	m.reads(t, "BENALI", "0 ménage attend sa visite")
	m.Undo()
	m.reads(t, "1 ménage attend sa visite")
}
