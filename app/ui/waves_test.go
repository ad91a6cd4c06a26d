package ui_test

import (
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/ui/uitest"
)

func TestAWaveIsPreparedFromTheAgenda(t *testing.T) {
	h := opened(t, "nadege", lively(t))
	h.press("Agenda")
	h.press("Préparer une vague")
	h.reads("1 ménage attend sa visite")
	h.press("Calculer le plan")
	h.press("Réserver la visite")
	h.reads("1 visite réservée")
	h.press("Voir l’agenda")
	h.reads("LEFÈVRE")
	waves, err := h.office.Waves(t.Context())
	if err != nil || len(waves) != 1 || waves[0].Standing != 1 {
		t.Fatalf("the waves: %+v, %v", waves, err)
	}
	h.press("Préparer une vague")
	h.press("Annuler la vague") // the banner is gone: the page lists it
	h.press("Annuler la vague")
	h.reads("1 ménage attend sa visite")
	if visits, err := h.office.Visits(t.Context(), coop.Actor{}, "2026-11-23", "2027-11-23", ""); err != nil || len(visits) != 0 {
		t.Errorf("still booked: %v, %v", visits, err)
	}
}

func TestTheFrontDeskPreparesNoWave(t *testing.T) {
	h := opened(t, "sonia", lively(t))
	h.press("Agenda")
	if uitest.CanPress(h.window, "Préparer une vague") {
		t.Error("the front desk may prepare a wave")
	}
}
