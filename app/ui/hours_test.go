package ui_test

import (
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/office"
	"bienvenue/app/ui/uitest"
)

func TestAnAbsenceSaysWhichVisitsItComesUpon(t *testing.T) {
	h := opened(t, "hugo", func(o *office.Office) {
		lively(t)(o)
		book(t, o, "hugo")
	})
	h.press("Réglages")
	h.press("Horaires et congés")
	h.press("Ajouter")
	h.press("Qui")
	h.press("Hugo Meunier")
	uitest.Type(t, h.window, "Premier jour", "23/11/2026")
	h.press("Enregistrer")
	h.reads("1 visite est déjà réservée à ce moment-là")
	h.press("lundi 23 novembre à 14 h")
	h.press("Déplacer")
	h.reads("L’agent est absent ce jour-là.")
	h.press("Retour")
	h.reads("Absence · Hugo Meunier")
	h.press("Annuler") // the banner's
	h.reads("Rien de prévu")
	if all, err := h.office.Exceptions(t.Context(), "2026-11-01", "2026-12-31"); err != nil || len(all) != 0 {
		t.Errorf("still there: %v, %v", all, err)
	}
}

func TestTheCoopsWeekIsKeptFromTheSettings(t *testing.T) {
	h := opened(t, "nadege", lively(t))
	h.press("Réglages")
	h.press("Horaires et congés")
	uitest.Type(t, h.window, "Lundi, fin", "12 h")
	h.press("Comme lundi, du mardi au vendredi")
	h.press("Enregistrer")
	h.reads("Réglages enregistrés.")
	rules, err := h.office.VisitRules(t.Context())
	if err != nil || rules.Week[4][0] != (coop.Span{From: 510, To: 720}) {
		t.Errorf("kept %v, %v", rules.Week, err)
	}
}
