package ui_test

import (
	"context"
	"errors"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/ui/batch"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/sheet"
)

// jam is a press that makes nothing: what the window does before and after is the matter here.
type jam struct{}

var errJam = errors.New("the press is jammed")

func (jam) Make(context.Context, batch.Order, func(done, total int)) (batch.Made, error) {
	return batch.Made{}, errJam
}

func (jam) Leaves(context.Context, coop.BatchAsked, coop.HouseholdID) ([]kit.Leaf, error) {
	return nil, errJam
}

func (jam) Printed(batch.Made) sheet.Desk { return jammed{} }

func (jam) Labels([]coop.HouseholdID, int) sheet.Desk { return jammed{} }

type jammed struct{}

func (jammed) Make(context.Context) (sheet.Made, error) { return sheet.Made{}, errJam }

func (jammed) Keep(context.Context, string, coop.PaperMeans) error { return nil }

func TestPapersForManyAreReachedFromThePeople(t *testing.T) {
	h := opened(t, "sonia", neighbour(t))
	h.press("Personnes")
	h.press("Courriers en nombre")
	h.reads("Choisissez lequel")
	h.press("Fiche de bienvenue")
	h.reads("Le reçoivent (")
	h.press("Retour") // to the choice of a paper, then out
	h.reads("Choisissez lequel")
	h.press("Retour")
	h.press("Sans part")
	h.press("Courriers en nombre")
	h.press("Fiche de bienvenue")
	h.reads("de la recherche (")
}
