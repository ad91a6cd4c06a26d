package agenda

import (
	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// face is the icon and the tone of a visit.
func face(v coop.Visit) (look.Icon, kit.Tone) {
	switch {
	case v.State == coop.VisitPlanned && !v.Confirmed.IsZero():
		return look.IconCheck, kit.Accented
	case v.State == coop.VisitPlanned && v.Place == coop.ByPhone:
		return look.IconPhone, kit.Accented
	case v.State == coop.VisitPlanned && v.Place == coop.AtOffice:
		return look.IconBuilding, kit.Accented
	case v.State == coop.VisitPlanned:
		return look.IconHouse, kit.Accented
	case v.Result.Counts():
		return look.IconCircleCheck, kit.Done
	}
	return look.IconCircleSlash, kit.Attention
}

// plain says whether a visit is what most are: planned, at home, not confirmed yet. Its icon would tell nothing.
func plain(v coop.Visit) bool {
	return v.State == coop.VisitPlanned && v.Place == coop.AtHome && v.Confirmed.IsZero()
}

// family is a household's name in one word.
func family(row coop.Row) string {
	if len(row.Holders) > 0 {
		return i18n.Capitals(row.Holders[0].Last)
	}
	return row.Lease
}

// signs are with whom a visit is, and the words that go with its icons: how it ended or whether it is
// confirmed, whether a wave planned it, where it is.
func (s *Screen) signs(v coop.Visit, who string) []string {
	t := s.p.Words.T
	var signs []string
	if who != "" {
		signs = append(signs, who)
	}
	switch {
	case v.State == coop.VisitHeld:
		signs = append(signs, t(i18n.ResultKey(v.Result)))
	case !v.Confirmed.IsZero():
		signs = append(signs, t("agenda.sign.confirmed"))
	}
	if v.Wave != "" {
		signs = append(signs, t("agenda.sign.wave"))
	}
	if v.State == coop.VisitPlanned && v.Place != coop.AtHome {
		signs = append(signs, t(i18n.PlaceKey(v.Place)))
	}
	return signs
}
