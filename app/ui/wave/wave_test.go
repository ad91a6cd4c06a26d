package wave_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

func (s *stand) reads(t *testing.T, texts ...string) {
	t.Helper()
	for _, text := range texts {
		if !uitest.Reads(s.window, text) {
			t.Errorf("the page does not say %q, it says:\n%s", text, strings.Join(uitest.Texts(s.window), "\n"))
		}
	}
}

// said checks the last banner.
func (s *stand) said(t *testing.T, text string) {
	t.Helper()
	plain := strings.NewReplacer("\u202f", " ", "\u00a0", " ")
	if got := plain.Replace(s.lastSaid().Text); !strings.Contains(got, text) || len(s.Failed) > 0 {
		t.Errorf("the banner says %q, want %q; failed: %v", got, text, s.Failed)
	}
}

func (s *stand) press(t *testing.T, words ...string) {
	t.Helper()
	for _, word := range words {
		uitest.Press(t, s.window, word)
	}
}

func TestAWaveIsAskedForPlannedBookedAndUndone(t *testing.T) {
	uitest.App(t)
	s := show(t, coopOf(t, 30), look.Style{}, 1282, 716)
	s.reads(t, "Préparer une vague de visites", "Des 6 derniers mois : 30 ménages", "jeudi 3 décembre")
	s.press(t, "Calculer le plan")
	s.reads(t, "30 / 30", "Réserver les 30 visites", "Sem. du 30/11", "Sans date (0)")
	if n := len(s.booked(t)); n != 0 {
		t.Fatalf("%d visits booked before anybody said so", n)
	}
	s.press(t, "Réserver les 30 visites")
	if n := len(s.booked(t)); n != 30 {
		t.Fatalf("%d visits booked: %v", n, s.Failed)
	}
	if got := s.lastSaid(); got.Text != "30 visites réservées" || got.Action != "Annuler la vague" {
		t.Errorf("the banner says %+v", got)
	}
	s.reads(t, "par Claire Vasseur", "30 visites réservées, 30 tiennent encore")
	s.press(t, "Voir l’agenda", "Annuler la vague")
	s.reads(t, "30 visites seront annulées")
	s.press(t, "Annuler la vague")
	s.said(t, "Vague annulée : 30 visites libérées")
	if n := len(s.booked(t)); n != 0 || len(s.Failed) > 0 {
		t.Errorf("%d visits still booked, %v", n, s.Failed)
	}
	if len(s.did) != 1 || !strings.HasPrefix(s.did[0], "agenda 2026-12-") {
		t.Errorf("handed on: %v", s.did)
	}
}

func TestTheBannerUndoesTheWaveAtOnce(t *testing.T) {
	uitest.App(t)
	s := show(t, coopOf(t, 5), look.Style{}, 1282, 716)
	s.press(t, "Calculer le plan", "Réserver les 5 visites")
	s.lastSaid().OnAction()
	uitest.Settle(s.window)
	if n := len(s.booked(t)); n != 0 {
		t.Errorf("%d visits still booked", n)
	}
	s.reads(t, "Annulée lundi 23 novembre")
}

func TestWhatIsAskedForFollowsThePerson(t *testing.T) {
	uitest.App(t)
	s := show(t, coopOf(t, 30), look.Style{}, 1282, 1400)
	s.press(t, "Claire Vasseur", "Karim Haddad")
	if uitest.CanPress(s.window, "Calculer le plan") {
		t.Error("a plan can be made for nobody")
	}
	s.press(t, "Karim Haddad", "Les entrées les plus récentes d’abord", "50 %")
	uitest.Type(t, s.window, "Premier jour", "25/11/2026")
	s.reads(t, "pas avant jeudi 3 décembre")
	uitest.Type(t, s.window, "Premier jour", "07/12/2026")
	s.press(t, "Calculer le plan")
	s.reads(t, "Les entrées les plus récentes d’abord, 50 % des créneaux gardés, à partir de lundi 7 décembre")
	s.press(t, "Demi-journées")
	if uitest.Reads(s.window, "Claire Vasseur") || !uitest.Reads(s.window, "Karim Haddad") {
		t.Errorf("the plan is made for %v", uitest.Texts(s.window))
	}
	s.press(t, "Changer la demande")
	s.reads(t, "Calculer le plan")
	if got := uitest.Typed(t, s.window, "Premier jour"); got != "07/12/2026" {
		t.Errorf("the form forgot what was asked: %s", got)
	}
}

func TestACalculationIsCancelled(t *testing.T) {
	uitest.App(t)
	d := coopOf(t, 30)
	s := show(t, d, look.Style{}, 1282, 716)
	pressed := false
	d.during = func(int, int) {
		if !pressed {
			pressed = true
			s.reads(t, "30 ménages à placer", "Rien n’est réservé pendant le calcul")
			s.press(t, "Annuler")
		}
	}
	s.press(t, "Calculer le plan")
	s.reads(t, "Calculer le plan")
	s.said(t, "Calcul annulé : rien n’a été réservé.")
}

func TestWhenOneVisitHasBecomeImpossibleNothingIsBooked(t *testing.T) {
	uitest.App(t)
	d := coopOf(t, 6)
	s := show(t, d, look.Style{}, 1282, 716)
	s.press(t, "Calculer le plan")
	d.before = func() {
		d.before = nil
		for _, one := range mustUsual(t, d).Officers {
			e := coop.Exception{Staff: one, Kind: coop.StaffAway, From: "2026-12-03", To: "2026-12-31"}
			if _, _, err := d.AddException(context.Background(), d.Actor(), e); err != nil {
				t.Fatal(err)
			}
		}
	}
	s.press(t, "Réserver les 6 visites")
	s.reads(t, "n’est plus possible", "Rien n’a été réservé : recalculez le plan.")
	if n := len(s.booked(t)); n != 0 || len(s.Failed) > 0 {
		t.Fatalf("%d booked, %v", n, s.Failed)
	}
	s.press(t, "Recalculer le plan", "Réserver les 6 visites")
	if n := len(s.booked(t)); n != 6 {
		t.Errorf("%d booked after computing again", n)
	}
}

func TestAPlanChangedByHandIsNotLostByAccident(t *testing.T) {
	uitest.App(t)
	s := show(t, coopOf(t, 4), look.Style{}, 1282, 716)
	s.press(t, "Calculer le plan")
	if s.screen.Stays() {
		t.Error("a plan that was only computed keeps the person on the page")
	}
	s.press(t, "Demi-journées", " · ", " · Mme", "Retirer de la vague")
	if !s.screen.Stays() {
		t.Fatal("changes by hand are lost without a question")
	}
	s.reads(t, "Quitter sans réserver ?")
	s.press(t, "Quitter sans réserver")
	if fmt.Sprint(s.did) != "[close]" || s.screen.Stays() {
		t.Errorf("handed on %v, stays: %v", s.did, s.screen.Stays())
	}
}

func TestAPageWithoutAnybodySaysSo(t *testing.T) {
	uitest.App(t)
	s := show(t, coopOf(t, 0), look.Style{}, 1282, 716)
	s.reads(t, "Aucun ménage entré depuis un an n’attend sa visite")
	if uitest.CanPress(s.window, "Calculer le plan") {
		t.Error("a plan can be made for nobody")
	}
}
