package i18n_test

import (
	"strings"
	"testing"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

func keysOf[T any](values []T, key func(T) string) []string {
	keys := make([]string, len(values))
	for i, v := range values {
		keys[i] = key(v)
	}
	return keys
}

func TestEveryListHasItsWords(t *testing.T) {
	var motives []coop.MotiveCode
	for _, m := range coop.Motives(coop.PSLA) {
		motives = append(motives, m.Code)
	}
	lists := map[string][]string{
		"roles": keysOf(coop.Roles(), i18n.RoleKey), "products": keysOf(coop.Products(), i18n.ProductKey),
		"places": keysOf(coop.Places(), i18n.PlaceKey), "results": keysOf(coop.Results(), i18n.ResultKey),
		"shares": keysOf(coop.ShareStates(), i18n.ShareStateKey), "services": keysOf(coop.Services(), i18n.ServiceKey),
		"groups": keysOf(coop.MotiveGroups(), i18n.MotiveGroupKey), "motives": keysOf(motives, i18n.MotiveKey),
		"gravities": keysOf(coop.Gravities(), i18n.GravityKey), "standings": keysOf(coop.Standings(), i18n.StandingKey),
		"items":     keysOf(coop.SatisfactionItems(), i18n.SatisfactionItemKey),
		"interests": keysOf(coop.Interests(), i18n.InterestKey), "reasons": keysOf(coop.SkipReasons(), i18n.SkipReasonKey),
		"pauses": keysOf(coop.PauseReasons(), i18n.PauseReasonKey), "landlords": keysOf(coop.Landlords(), i18n.LandlordKey),
		"orders of a wave": keysOf(coop.WaveOrders(), i18n.WaveOrderKey), "left out of a wave": keysOf(coop.LeftReasons(), i18n.LeftReasonKey),
		"judgements": keysOf([]int{1, 2, 3, 4}, i18n.JudgementKey),
	}
	fr, en := words(t, "fr"), words(t, "en")
	for name, keys := range lists {
		t.Run(name, func(t *testing.T) {
			seen := map[string]bool{}
			for _, key := range keys {
				text := fr.T(key)
				if key == "terms.unknown" || strings.Contains(text, "⟦") || strings.Contains(en.T(key), "⟦") || seen[text] {
					t.Errorf("%s has no words of its own: %s", key, text)
				}
				seen[text] = true
			}
		})
	}
	if got := i18n.ActKey("flown-to-the-moon"); got != "terms.unknown" {
		t.Errorf("got %s", got)
	}
}
