package settings

import (
	"encoding/json"
	"fmt"
	"slices"

	"bienvenue/app/coop"
)

// usualRules are the rules of visits of a coop that has set none (domain: sections 4.1, 5.2 to 5.5).
func usualRules() coop.VisitRules {
	const morning, noon, afternoon, evening = 8*60 + 30, 12*60 + 30, 13*60 + 30, 18 * 60
	r := coop.VisitRules{
		Window: coop.WindowRule{From: 30, Aim: 60, To: 90}, Backlog: 6, PerDay: 5, PerWeek: 22,
		Post: 10, Notice: 7, Agreed: 2, Remind: 2, Place: coop.Mainland,
		Kinds: []coop.KindRule{
			{Kind: coop.CourtesyVisit, Place: coop.AtHome, Allowed: true, Minutes: 45, Before: 20, After: 20},
			{Kind: coop.CourtesyVisit, Place: coop.AtOffice, Allowed: true, Minutes: 45},
			{Kind: coop.CourtesyVisit, Place: coop.ByPhone, Allowed: true, Minutes: 25},
		},
	}
	const workingDays = 5
	for day := range workingDays {
		r.Week[day] = []coop.Span{{From: morning, To: noon}, {From: afternoon, To: evening}}
	}
	return r
}

// The limits of a kind of visit, in minutes.
const (
	shortestVisit = 10
	longestVisit  = 240
	longestTravel = 120
)

// checkKinds refuses kinds of visits whose minutes are beyond their limits, or of which none may be made.
func checkKinds(kinds []coop.KindRule) error {
	allowed := 0
	for _, k := range kinds {
		switch {
		case k.Minutes < shortestVisit || k.Minutes > longestVisit:
			return coop.Refuse("settings.refused.number", map[string]any{"Value": k.Minutes, "Low": shortestVisit, "High": longestVisit})
		case min(k.Before, k.After) < 0 || max(k.Before, k.After) > longestTravel:
			return coop.Refuse("settings.refused.number", map[string]any{"Value": max(k.Before, k.After), "Low": 0, "High": longestTravel})
		}
		if k.Allowed {
			allowed++
		}
	}
	if allowed == 0 {
		return coop.Refuse("settings.refused.kinds", nil)
	}
	return nil
}

// checkCodes refuses codes of the welcome sheet that are too many, unknown or chosen twice.
func checkCodes(codes []coop.CodeKind) error {
	for i, c := range codes {
		if i >= coop.MostCodes || !slices.Contains(coop.CodeKinds(), c) || slices.Contains(codes[:i], c) {
			return coop.Refuse("settings.refused.codes", map[string]any{"Most": coop.MostCodes})
		}
	}
	return nil
}

// object is a setting that is more than a word: it is kept as JSON.
func object[T any](key string, at func(*Settings) *T, check func(T) error) field {
	return field{
		key: key,
		read: func(s *Settings, text string) error {
			var value T
			if err := json.Unmarshal([]byte(text), &value); err != nil {
				return fmt.Errorf("read the setting %s: %w", key, err)
			}
			if check != nil {
				if err := check(value); err != nil {
					return err
				}
			}
			*at(s) = value
			return nil
		},
		text: func(s Settings) string {
			text, err := json.Marshal(*at(&s))
			if err != nil {
				return ""
			}
			return string(text)
		},
	}
}
