package agenda_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

// reads fails the test unless the window says all words.
func (r *room) reads(t *testing.T, all ...string) {
	t.Helper()
	for _, words := range all {
		if !uitest.Reads(r.window, words) {
			t.Errorf("nothing says %q: %v", words, uitest.Texts(r.window))
		}
	}
}

func TestTheDayShowsOfficersSideBySide(t *testing.T) {
	uitest.App(t)
	d := coopOf(t)
	d.hire(t, "lea", "Léa Morin")
	r := newRoom(t, d, look.Style{}, 1282, 768)
	uitest.Press(t, r.window, "Jour")
	r.reads(t, "Lundi 23 novembre", "9 h 30 Mme Éloïse LEFÈVRE")
	uitest.Press(t, r.window, "Karim Haddad")
	uitest.Press(t, r.window, "Toute l’équipe")
	r.reads(t, "Karim Haddad", "Léa Morin", "9 h 30 Mme Éloïse LEFÈVRE")
	uitest.Press(t, r.window, "Jour suivant")
	r.reads(t, "Mardi 24 novembre")
	uitest.Press(t, r.window, "Léa Morin") // the head of a column opens it alone
	if uitest.Reads(r.window, "Karim Haddad") {
		t.Errorf("both officers are still shown: %v", uitest.Texts(r.window))
	}
}

func TestTheMonthCountsAndOpensItsDays(t *testing.T) {
	uitest.App(t)
	r := newRoom(t, coopOf(t), look.Style{}, 1282, 768)
	uitest.Press(t, r.window, "Mois")
	r.reads(t, "Novembre 2026", "1 visite", "9 h 30 LEFÈVRE", "Jour férié")
	uitest.Press(t, r.window, "Mois suivant")
	r.reads(t, "Décembre 2026")
	uitest.Press(t, r.window, "Aujourd’hui")
	uitest.Press(t, r.window, "lundi 23 novembre, 1 visite")
	r.reads(t, "Lundi 23 novembre")
}

func TestTheRoundTellsTheWay(t *testing.T) {
	uitest.App(t)
	d := coopOf(t)
	v := d.book(t, d.enter(t, "Diallo"), d.officers(t)[0].ID, trial.Today, 14*60)
	if _, err := d.ConfirmVisit(t.Context(), d.Actor(), v.ID, true); err != nil {
		t.Fatal(err)
	}
	d.except(t, coop.Exception{Staff: d.officers(t)[0].ID, Kind: coop.Meeting, From: trial.Today, To: trial.Today, Span: coop.Span{From: 11 * 60, To: 12 * 60}, Label: "point d’équipe"})
	r := newRoom(t, d, look.Style{}, 1282, 768)
	uitest.Press(t, r.window, "Ma tournée")
	r.reads(t, "2 visites · 1 confirmée · de 9 h 30 à 14 h 45 · 20 min de trajet", "20 min de trajet", "3 h 25 libres", "À confirmer", "Confirmée",
		"Réunion · point d’équipe", "de 11 h à 12 h")
	uitest.Press(t, r.window, "Commencer la visite")
	uitest.Press(t, r.window, "Jour suivant")
	r.reads(t, "Mardi 24 novembre", "Aucune visite ce jour-là.")
	if got := fmt.Sprint(r.did); got != "[start]" {
		t.Errorf("what was pressed is handed on as %s", got)
	}
}

func TestOneComesBackToWhatOneLeft(t *testing.T) {
	uitest.App(t)
	r := newRoom(t, coopOf(t), look.Style{}, 1282, 768)
	uitest.Press(t, r.window, "Mois")
	uitest.Press(t, r.window, "Mois suivant")
	r.screen.Refresh()
	r.reads(t, "Décembre 2026")
}

func TestAnAbsenceAndAClosedDayAreSeen(t *testing.T) {
	uitest.App(t)
	d := coopOf(t)
	karim := d.officers(t)[0].ID
	d.except(t, coop.Exception{Staff: karim, Kind: coop.StaffAway, From: "2026-11-24", To: "2026-11-24", Label: "formation"})
	d.except(t, coop.Exception{Kind: coop.CoopClosed, From: "2026-11-26", To: "2026-11-26", Label: "inventaire"})
	d.book(t, d.enter(t, "Diallo"), karim, "2026-11-27", 10*60)
	d.except(t, coop.Exception{Staff: karim, Kind: coop.StaffAway, From: "2026-11-27", To: "2026-11-27"})
	r := newRoom(t, d, look.Style{}, 1282, 768)
	r.reads(t, "Absence · formation", "inventaire", "1 visite ne tient plus")
	uitest.Press(t, r.window, "Voir")
	r.reads(t, "Mme Éloïse DIALLO", "Vendredi 27 novembre à 10 h", "Agent absent ce jour-là")
	uitest.Press(t, r.window, "Mme Éloïse DIALLO")
	if got := fmt.Sprint(r.did); got != "[act]" {
		t.Errorf("what was pressed is handed on as %s", got)
	}
}

func TestTheWeeksInWhichTheClockChangesAreDrawnByTheClock(t *testing.T) {
	uitest.App(t)
	for _, sunday := range []coop.Day{"2026-03-29", "2026-10-25"} {
		d := coopOf(t)
		karim := d.officers(t)[0].ID
		saturday := d.book(t, d.enter(t, "Diallo"), karim, sunday.Add(-1), 10*60)
		changed := d.book(t, d.enter(t, "Moreau"), karim, sunday, 10*60)
		r := newRoom(t, d, look.Style{}, 1282, 768)
		r.screen.Day(sunday)
		uitest.Settle(r.window)
		r.reads(t, "10 h DIALLO", "10 h MOREAU")
		before, after := r.called(t, "10 h Mme Éloïse DIALLO"), r.called(t, "10 h Mme Éloïse MOREAU")
		if before.Position().Y != after.Position().Y || before.Size().Height != after.Size().Height {
			t.Errorf("%s: 10 o'clock lies at %v and %v", sunday, before.Position(), after.Position())
		}
		if length := changed.Start.Sub(saturday.Start); length == 24*time.Hour {
			t.Errorf("the clock does not change on %s", sunday)
		}
	}
}

func TestThoseWhoWaitAreListedWhateverTheirNumber(t *testing.T) {
	uitest.App(t)
	for _, n := range []int{0, 1, 400} {
		d := open(t, 0)
		for i := range n {
			d.enter(t, fmt.Sprintf("de Oliveira Châtelain-Quéméneur %d", i))
		}
		r := newRoom(t, d, look.Style{}, 1282, 768)
		switch n {
		case 0:
			r.reads(t, "Toutes les visites attendues sont réservées ou faites.")
		case 1:
			r.reads(t, "1 ménage attend sa visite", "Entré(e) sans visite · 05/10/2026", "avant le 03/01")
		default:
			r.reads(t, "400 ménages")
			uitest.Press(t, r.window, "Proposer 3 créneaux")
			if got := fmt.Sprint(r.did); got != "[propose]" {
				t.Errorf("what was pressed is handed on as %s", got)
			}
		}
	}
}

func TestInPortraitTheDayIsAGridAndTheWeekAList(t *testing.T) {
	uitest.App(t)
	d := coopOf(t)
	r := newRoom(t, d, look.Style{}, 800, 1196)
	r.reads(t, "Aujourd’hui, lundi 23 novembre", "Mardi 24 novembre")
	uitest.Press(t, r.window, "Jour")
	r.reads(t, "8 h", "9 h 30 Mme Éloïse LEFÈVRE")
	if r.called(t, "9 h 30 Mme Éloïse LEFÈVRE").Size().Height > 60 {
		t.Error("the day of one officer is no grid in portrait")
	}
	uitest.Press(t, r.window, "Ma tournée")
	r.reads(t, "Commencer la visite")
	uitest.Press(t, r.window, "Mois")
	r.reads(t, "9 h 30 LEFÈVRE")
}

// called is what screen readers call so.
func (r *room) called(t *testing.T, words string) fyne.CanvasObject {
	t.Helper()
	plain := strings.NewReplacer("\u00a0", " ", "\u202f", " ")
	o := uitest.Find(r.window, func(o fyne.CanvasObject) bool {
		named, ok := o.(fyne.Accessible)
		return ok && plain.Replace(named.AccessibilityLabel()) == words
	})
	if o == nil {
		t.Fatalf("nothing is called %q", words)
	}
	return o
}
