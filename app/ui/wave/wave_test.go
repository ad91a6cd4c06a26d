package wave_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
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
	test.NewTempApp(t)
	s := show(t, coopOf(t, 30), look.Style{}, 1282, 716)
	s.reads(t, "Préparer une vague de visites", "30 ménages attendent leur visite", "Des 6 derniers mois : 30 ménages", "jeudi 3 décembre")
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
	test.NewTempApp(t)
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
	test.NewTempApp(t)
	s := show(t, coopOf(t, 30), look.Style{}, 1282, 1400)
	s.press(t, "Claire Vasseur", "Karim Haddad")
	if uitest.CanPress(s.window, "Calculer le plan") {
		t.Error("a plan can be made for nobody")
	}
	s.press(t, "Karim Haddad", "Les entrées les plus récentes d’abord", "50 %")
	uitest.Type(t, s.window, "Premier jour", "25/11/2026")
	s.reads(t, "la vague ne commencera pas avant jeudi 3 décembre")
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
	test.NewTempApp(t)
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

func TestThePlanIsChangedBeforeItIsBooked(t *testing.T) {
	test.NewTempApp(t)
	s := show(t, coopOf(t, 12), look.Style{}, 1282, 716)
	s.press(t, "Calculer le plan", "Demi-journées", "matin · ")
	s.reads(t, "Touchez-")
	s.press(t, " · Mme")
	s.reads(t, "Délai : du", "Dans le plan :")
	if uitest.CanPress(s.window, "Déplacer") {
		t.Error("a visit can be moved to where it is")
	}
	uitest.Type(t, s.window, "Jour", "16/01/2027")
	s.reads(t, "C’est un samedi.")
	if uitest.CanPress(s.window, "Déplacer") {
		t.Error("a Saturday needs no reason")
	}
	uitest.Type(t, s.window, "Raison", "d’accord avec la personne")
	s.press(t, "Déplacer")
	s.said(t, "Visite déplacée dans le plan : samedi 16 janvier")
	s.press(t, "Calendrier")
	s.reads(t, "samedi") // the calendar has a column for it now
	s.press(t, "Résidences", "Terrasses 0", " · Mme", "Retirer de la vague")
	s.reads(t, "11 / 12", "Sans date (1)", "Réserver les 11 visites")
	s.press(t, "Sans date (1)")
	s.reads(t, "Retiré de la vague")
	s.lastSaid().OnAction()
	uitest.Settle(s.window)
	s.reads(t, "12 / 12", "Chaque ménage de la vague a une date.")
	s.press(t, "Réserver les 12 visites")
	saturdays := 0
	for _, v := range s.booked(t) {
		if s.Words.DayOf(v.Start) == "2027-01-16" && v.Reason == "d’accord avec la personne" {
			saturdays++
		}
	}
	if saturdays != 1 || len(s.booked(t)) != 12 {
		t.Errorf("%d visits on the Saturday of %d", saturdays, len(s.booked(t)))
	}
}

func TestATakenTimeIsExplainedInThePlan(t *testing.T) {
	test.NewTempApp(t)
	d := coopOf(t, 4)
	draft, err := d.PlanWave(context.Background(), d.Actor(), mustUsual(t, d), nil)
	if err != nil {
		t.Fatal(err)
	}
	other := draft.Plan.Visits[3]
	s := show(t, d, look.Style{}, 1282, 716)
	s.press(t, "Calculer le plan", "Demi-journées", " · ", " · Mme")
	for _, o := range []string{"Karim Haddad", "Claire Vasseur"} {
		if name := s.Words.When(other.Start); name != "" && nameOf(d, other.Officer) == o {
			s.press(t, o)
		}
	}
	uitest.Type(t, s.window, "Jour", s.Words.DayShort(s.Words.DayOf(other.Start)))
	uitest.Type(t, s.window, "Heure", fmt.Sprintf("%02d:%02d", other.Start.In(d.Zone()).Hour(), other.Start.In(d.Zone()).Minute()))
	s.reads(t, "Ce moment est pris")
	if uitest.CanPress(s.window, "Déplacer") {
		t.Error("a taken time can be chosen")
	}
	s.press(t, "Ouvrir la fiche")
	if fmt.Sprint(s.did) != "[file]" {
		t.Errorf("handed on: %v", s.did)
	}
}

func mustUsual(t *testing.T, d *desk) coop.WaveAsked {
	t.Helper()
	asked, err := d.UsualWave(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return asked
}

func nameOf(d *desk, id coop.StaffID) string {
	all, _ := d.Staff(context.Background())
	for _, one := range all {
		if one.ID == id {
			return one.Name
		}
	}
	return ""
}

func TestWhenOneVisitHasBecomeImpossibleNothingIsBooked(t *testing.T) {
	test.NewTempApp(t)
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
	test.NewTempApp(t)
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

func TestTheCalendarComparesBeforeAndAfter(t *testing.T) {
	test.NewTempApp(t)
	d := coopOf(t, 20)
	busy := d.booked(t)
	if len(busy) != 0 {
		t.Fatal("something is booked")
	}
	id, err := d.AddHousehold(context.Background(), d.Actor(), coop.Household{
		Product: coop.Rental, Entry: "2026-10-05", Holders: []coop.Cooperator{{Civility: coop.Madame, First: "Rosa", Last: "Marin"}},
	}, coop.Residence{Name: "Champmilan"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.BookVisit(context.Background(), d.Actor(), coop.Booking{Household: id, Officer: d.Member.ID, Start: coop.Day("2026-12-04").At(10, 0, d.Zone())}); err != nil {
		t.Fatal(err)
	}
	s := show(t, d, look.Style{}, 1282, 716)
	s.press(t, "Calculer le plan")
	s.reads(t, "8 de la vague + 1 réservée")
	s.press(t, "Sans la vague")
	if uitest.Reads(s.window, "8 de la vague") || !uitest.Reads(s.window, "1 réservée") {
		t.Errorf("before the wave: %v", uitest.Texts(s.window))
	}
	s.press(t, "Avec la vague", "Sem. du 30/11")
	s.reads(t, "Semaine du 30 novembre 2026", "Touchez-")
}

func TestAPageWithoutAnybodySaysSo(t *testing.T) {
	test.NewTempApp(t)
	s := show(t, coopOf(t, 0), look.Style{}, 1282, 716)
	s.reads(t, "Aucun ménage entré depuis un an n’attend sa visite")
	if uitest.CanPress(s.window, "Calculer le plan") {
		t.Error("a plan can be made for nobody")
	}
}

// TestPicturesOfTheWave leaves pictures to look at under build/wave when PICTURES is set.
func TestPicturesOfTheWave(t *testing.T) {
	test.NewTempApp(t)
	one, many := coopOf(t, 1), coopOf(t, 1000)
	lived := &desk{Desk: trial.Open(t, 400)}
	lived.bring(t, 60)
	for name, size := range map[string]fyne.Size{"1366x768": fyne.NewSize(1282, 716), "1280x800": fyne.NewSize(1196, 748), "800x1280": fyne.NewSize(800, 1144)} {
		for _, mode := range []look.Mode{look.Light, look.Dark} {
			t.Run(fmt.Sprintf("%s %s", name, mode), func(t *testing.T) {
				shot := func(s *stand, what string) {
					uitest.Shot(t, s.window, fmt.Sprintf("wave/%s-%s-%s.png", what, name, mode))
				}
				style := look.Style{Mode: mode}
				shot(show(t, coopOf(t, 0), style, size.Width, size.Height), "nobody")
				s := show(t, lived, style, size.Width, size.Height)
				shot(s, "ask")
				s.press(t, "Calculer le plan")
				shot(s, "plan-demo")
				s = show(t, one, style, size.Width, size.Height)
				s.press(t, "Calculer le plan")
				shot(s, "plan-1")
				s = show(t, many, style, size.Width, size.Height)
				many.during = func(done, _ int) {
					if done == 50 {
						shot(s, "computing")
					}
				}
				s.press(t, "Calculer le plan")
				many.during = nil
				shot(s, "plan-1000")
				s.press(t, "Sans la vague")
				shot(s, "before")
				s.press(t, "Demi-journées")
				shot(s, "halves")
				s.press(t, "matin · ")
				shot(s, "half")
				s.press(t, " · Mme")
				uitest.Type(t, s.window, "Jour", "10/01/2027")
				shot(s, "change")
				s.press(t, "Fermer", "Sans date (0)")
				shot(s, "left")
				s.press(t, "Résidences")
				shot(s, "places")
				booked := coopOf(t, 60)
				s = show(t, booked, style, size.Width, size.Height)
				s.press(t, "Calculer le plan", "Réserver les 60 visites")
				shot(s, "booked")
				s.press(t, "Annuler la vague")
				shot(s, "undo")
				s.press(t, "Annuler la vague")
				shot(s, "undone")
			})
		}
	}
}
