package wave_test

import (
	"context"
	"fmt"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/ui/look"
	"bienvenue/app/ui/uitest"
	"bienvenue/app/ui/uitest/trial"
)

func TestThePlanIsChangedBeforeItIsBooked(t *testing.T) {
	uitest.App(t)
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
	uitest.App(t)
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

func TestTheCalendarComparesBeforeAndAfter(t *testing.T) {
	uitest.App(t)
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

func TestAPlanWithoutRoomSaysWhoIsLeftAndWhy(t *testing.T) {
	uitest.App(t)
	s := show(t, awayForAYear(t, 3), look.Style{}, 1282, 716)
	s.press(t, "Calculer le plan")
	s.reads(t, "0 / 3", "Sans date (3)", "Pas de créneau libre avant la fin de la période regardée")
	if uitest.CanPress(s.window, "Réserver les 0 visites") {
		t.Error("an empty plan can be booked")
	}
	s.press(t, "Calendrier")
	s.reads(t, "Le plan ne contient aucune visite.")
	s.press(t, "Sans date (3)", "Mme Éloïse LEFÈVRE")
	s.reads(t, "L’agent est absent")
	if uitest.CanPress(s.window, "Donner cette date") {
		t.Error("somebody absent can be given a visit")
	}
	uitest.Type(t, s.window, "Jour", "15/12/2027")
	s.press(t, "Donner cette date")
	s.reads(t, "1 / 3", "Réserver la visite")
}

// awayForAYear is a coop whose officers are absent for longer than a wave lasts.
func awayForAYear(t *testing.T, households int) *desk {
	t.Helper()
	d := coopOf(t, households)
	for _, id := range mustUsual(t, d).Officers {
		e := coop.Exception{Staff: id, Kind: coop.StaffAway, From: trial.Today, To: trial.Today.Add(coop.LongestAway)}
		if _, _, err := d.AddException(context.Background(), d.Actor(), e); err != nil {
			t.Fatal(err)
		}
		e.From, e.To = e.To.Add(1), e.To.Add(10)
		if _, _, err := d.AddException(context.Background(), d.Actor(), e); err != nil {
			t.Fatal(err)
		}
	}
	return d
}
