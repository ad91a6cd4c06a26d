package preferences

import (
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
)

// codesCard is what the codes of the welcome sheet lead to, each beside what it holds.
func (s *Screen) codesCard(f *form) fyne.CanvasObject {
	w := s.p.Words
	rows := []fyne.CanvasObject{kit.Quiet(w.T("preferences.codes.why", i18n.Args{"Most": coop.MostCodes}))}
	chips := map[coop.CodeKind]*kit.Chip{}
	for _, kind := range coop.CodeKinds() {
		chip := kit.NewChip(w.T(codeKeys[kind]), slices.Contains(s.values.SheetCodes, kind), func(bool) { f.touched() })
		chips[kind] = chip
		rows = append(rows, kit.Lines(kit.Row(chip, kit.Spacer()), kit.Caption(s.holds(kind))))
	}
	f.reads = append(f.reads, func(v *Values) bool {
		v.SheetCodes = nil
		for _, kind := range coop.CodeKinds() {
			if chips[kind].On() {
				v.SheetCodes = append(v.SheetCodes, kind)
			}
		}
		return true
	})
	return kit.TitledCard(w.T("preferences.codes"), nil, rows...)
}

var codeKeys = map[coop.CodeKind]string{
	coop.CodeArea: "preferences.codes.area", coop.CodeCulture: "preferences.codes.culture", coop.CodeAgm: "preferences.codes.agm",
	coop.CodePage: "preferences.codes.page", coop.CodeCard: "preferences.codes.card",
}

// holds says what a code holds now, or where to write it.
func (s *Screen) holds(kind coop.CodeKind) string {
	w, c := s.p.Words, s.values.Coop
	held, field := "", ""
	switch kind {
	case coop.CodeArea:
		held, field = c.TenantArea, w.T("preferences.coop.tenants")
	case coop.CodeCulture:
		held, field = c.CulturePage, w.T("preferences.coop.culture")
	case coop.CodePage:
		held, field = c.CoopPage, w.T("preferences.coop.page")
	case coop.CodeAgm:
		if held = w.DayLong(s.agm.Day); held == "" {
			return w.T("preferences.codes.agm.none")
		}
	case coop.CodeCard:
		return w.T("preferences.codes.card.holds")
	}
	if held == "" {
		return w.T("preferences.codes.nothing", i18n.Args{"Field": field})
	}
	return held
}
