package booking_test

import (
	"context"
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/settings"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
)

// except adds an exception and nothing else.
func (d *desk) except(t *testing.T, e coop.Exception) {
	t.Helper()
	if _, _, err := d.AddException(context.Background(), d.Actor(), e); err != nil {
		t.Fatal(err)
	}
}

// set changes the coop's rules.
func (d *desk) set(t *testing.T, change func(*settings.Settings)) {
	t.Helper()
	s, err := d.Settings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	change(&s)
	if err := d.ChangeSettings(context.Background(), d.Actor(), s); err != nil {
		t.Fatal(err)
	}
}

// miss books a visit in the past at which nobody was there.
func (d *desk) miss(t *testing.T, h coop.HouseholdID, officer coop.StaffID, day coop.Day, hour int) {
	t.Helper()
	v := d.book(t, h, officer, day, hour)
	if _, err := d.CloseVisit(context.Background(), d.Actor(), v.ID, coop.Outcome{Result: coop.Absent, Overall: -1}, nil); err != nil {
		t.Fatal(err)
	}
}

func TestTheNoticeHangsOnHowThePersonIsTold(t *testing.T) {
	uitest.App(t)
	d, _, lefevre, _ := coopOf(t)
	d.set(t, func(s *settings.Settings) { s.Rules.Window.From = 20 })
	s, w := sheets(t, d, look.Style{}, 1282, 900)
	s.Book(lefevre)
	uitest.Settle(w)
	if !uitest.Reads(w, "Par courrier · 10 jours avant") {
		t.Fatalf("the letter is not what is offered first: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "1") // Tuesday, 1 December: eight days ahead
	if !uitest.Reads(w, "Le délai de prévenance est court : 8 jours au lieu de 10.") || uitest.CanPress(w, "Réserver la visite") {
		t.Errorf("a letter's notice is not asked for: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Par courrier · 10 jours avant")
	uitest.Press(t, w, "Par téléphone · 7 jours avant")
	if uitest.Reads(w, "Le délai de prévenance est court") || !uitest.CanPress(w, "Réserver la visite") {
		t.Errorf("a call's notice is not enough: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Réserver la visite")
	if visits := d.visits(t, lefevre); len(visits) != 1 || visits[0].Told != coop.ByCall || visits[0].Agreed {
		t.Errorf("booked %+v", visits)
	}
}

func TestTomorrowNeedsThePersonsAgreement(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	v := d.book(t, lefevre, karim.ID, "2026-11-26", 10)
	s, w := sheets(t, d, look.Style{}, 1282, 900)
	s.Move(v.ID)
	uitest.Settle(w)
	uitest.Press(t, w, "24")
	if !uitest.Reads(w, "C’est dans moins de 2 jours ouvrés : il faut l’accord de la personne.") || uitest.CanPress(w, "Déplacer la visite") {
		t.Fatalf("tomorrow is offered without agreement: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "D’accord avec la personne")
	if uitest.Reads(w, "il faut l’accord de la personne") || !uitest.CanPress(w, "Déplacer la visite") {
		t.Fatalf("an agreement is not enough: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "La personne")
	uitest.Press(t, w, "Déplacer la visite")
	if moved := d.visits(t, lefevre)[0]; !moved.Agreed || moved.Start.In(d.Zone()).Format("2006-01-02") != "2026-11-24" {
		t.Errorf("moved %+v (%v)", moved.Visit, d.Failed)
	}
	f, err := d.Open(context.Background(), d.Actor(), lefevre)
	if err != nil {
		t.Fatal(err)
	}
	if last := f.Journal[len(f.Journal)-1]; last.Act != coop.ActVisitMoved || !strings.Contains(string(last.Payload), string(coop.MovedByThem)) {
		t.Errorf("the journal does not keep who asked: %s %s", last.Act, last.Payload)
	}
}

func TestAMeetingAndAnAbsenceAreToldOnTheDay(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	d.except(t, coop.Exception{Kind: coop.Meeting, Staff: karim.ID, From: "2026-12-03", To: "2026-12-03", Span: coop.Span{From: 9 * 60, To: 11 * 60}, Label: "réunion d’équipe"})
	d.except(t, coop.Exception{Kind: coop.StaffAway, Staff: karim.ID, From: "2026-12-04", To: "2026-12-04"})
	s, w := sheets(t, d, look.Style{}, 1282, 900)
	s.Book(lefevre)
	uitest.Settle(w)
	for _, words := range []string{"Réunion de 9 h à 11 h", "réunion d’équipe", "Libre de 11 h à 12 h 30"} {
		if !uitest.Reads(w, words) {
			t.Errorf("does not say %q: %v", words, uitest.Texts(w))
		}
	}
	uitest.Type(t, w, "Heure", "10:00")
	if !uitest.Reads(w, "L’agent est en réunion de 9 h à 11 h (« réunion d’équipe »). Choisissez un autre moment") || uitest.CanPress(w, "Réserver la visite") {
		t.Errorf("a meeting does not stand in the way: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "4")
	if !uitest.Reads(w, "L’agent est absent ce jour-là. Choisissez un autre moment") || !uitest.Reads(w, "Absence") || uitest.Reads(w, "Libre de ") {
		t.Errorf("an absence does not stand in the way: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "5")
	if !uitest.Reads(w, "C’est un samedi.") || !uitest.Reads(w, "Samedi") {
		t.Errorf("a closed day is not told: %v", uitest.Texts(w))
	}
}

func TestOnlyThePlacesOfTheRulesAreOffered(t *testing.T) {
	uitest.App(t)
	d, _, lefevre, _ := coopOf(t)
	d.set(t, func(s *settings.Settings) {
		kinds := append([]coop.KindRule(nil), s.Rules.Kinds...)
		kinds[2].Allowed = false
		s.Rules.Kinds = kinds
	})
	s, w := sheets(t, d, look.Style{}, 1282, 900)
	s.Book(lefevre)
	uitest.Settle(w)
	if uitest.CanPress(w, "Au téléphone") || !uitest.CanPress(w, "À l’agence") {
		t.Errorf("the places are %v", uitest.Texts(w))
	}
}

func TestNobodyGoesAThirdTime(t *testing.T) {
	uitest.App(t)
	d, karim, lefevre, _ := coopOf(t)
	d.miss(t, lefevre, karim.ID, "2026-11-17", 10)
	d.miss(t, lefevre, karim.ID, "2026-11-19", 10)
	s, w := sheets(t, d, look.Style{}, 1282, 900)
	s.Book(lefevre)
	uitest.Settle(w)
	if !uitest.CanPress(w, "Réserver la visite") {
		t.Fatalf("what is offered cannot be booked: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Chez la personne")
	if !uitest.Reads(w, "on ne se déplace pas une troisième fois") || uitest.CanPress(w, "Réserver la visite") {
		t.Errorf("a third trip is offered: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "À l’agence")
	uitest.Press(t, w, "Réserver la visite")
	visits := d.visits(t, lefevre)
	if last := visits[len(visits)-1]; last.Place != coop.AtOffice || last.Minutes() != 45 {
		t.Errorf("booked %+v (%v)", last.Visit, d.Failed)
	}
}

func TestThePreferencesOfTheHouseholdComeFirst(t *testing.T) {
	uitest.App(t)
	d, _, lefevre, _ := coopOf(t)
	f, err := d.Open(context.Background(), d.Actor(), lefevre)
	if err != nil {
		t.Fatal(err)
	}
	f.Household.Prefers = []coop.Preference{coop.PreferMornings, coop.PreferPhone, coop.PreferCall}
	if err := d.EditHousehold(context.Background(), d.Actor(), f.Household); err != nil {
		t.Fatal(err)
	}
	s, w := sheets(t, d, look.Style{}, 1282, 900)
	s.Book(lefevre)
	uitest.Settle(w)
	if !uitest.Reads(w, "Plutôt le matin · Entretien par téléphone") || !uitest.Reads(w, "Par téléphone · 7 jours avant") {
		t.Errorf("what they prefer is not told: %v", uitest.Texts(w))
	}
	uitest.Press(t, w, "Réserver la visite")
	if v := d.visits(t, lefevre)[0]; v.Place != coop.ByPhone || v.Told != coop.ByCall || v.Minutes() != 25 {
		t.Errorf("booked %+v", v.Visit)
	}
}
