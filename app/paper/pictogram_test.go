package paper

import (
	"testing"

	"bienvenue/app/coop"
)

func TestNoTwoLinesOfASheetShareAPictogram(t *testing.T) {
	for _, product := range coop.Products() {
		for _, heating := range coop.Heatings() {
			for _, home := range coop.Homes() {
				for _, copro := range []bool{false, true} {
					seen := map[string]coop.Duty{}
					h := coop.Household{Product: product, Dwelling: coop.Dwelling{Heating: heating, Home: home, Copro: copro}}
					for _, d := range coop.SheetDuties(h, coop.Residence{}) {
						path := pictograms[d.Duty]
						if other, ok := seen[path]; ok || path == "" {
							t.Errorf("%s, %s, %s: %s and %s share a pictogram, or have none", product, heating, home, d.Duty, other)
						}
						seen[path] = d.Duty
					}
				}
			}
		}
	}
}
