package ui_test

import (
	"testing"

	"bienvenue/app/office"
	"bienvenue/app/ui/uitest"
)

func TestTheRemindersAreOpenedFromTheHomePage(t *testing.T) {
	h := opened(t, "hugo", func(o *office.Office) {
		lively(t)(o)
		book(t, o, "hugo")
	})
	h.press("1 rappel à faire")
	h.reads("Rappels à faire")
	h.press("LEFÈVRE")
	h.reads("Rappeler la visite du lundi 23 novembre à 14 h")
	h.press("La personne confirme sa venue")
	h.press("Appelé")
	h.reads("rappel noté, Par téléphone, visite confirmée")
	h.press("Retour")
	if uitest.Reads(h.window, "rappel à faire") {
		t.Errorf("it is still asked for: %v", uitest.Texts(h.window))
	}
	h.press("Agenda")
	h.press("Rappels à faire")
	h.reads("Personne à rappeler aujourd’hui")
}

func TestAnAbsenceLeadsToASecondDateFromTheAgenda(t *testing.T) {
	h := opened(t, "hugo", func(o *office.Office) {
		lively(t)(o)
		book(t, o, "hugo")
	})
	h.press("Agenda")
	h.press("14 h LEFÈVRE")
	h.press("Clore sans entretien")
	h.press("Absent")
	h.press("Enregistrer le résultat")
	h.press("Proposer une deuxième date")
	h.press("Réserver")
	h.reads("Deuxième date")
	h.press("Terminé")
	h.reads("Visite réservée")
}
