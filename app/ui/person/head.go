package person

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// head says who it is and where they live.
func (s *Screen) head() fyne.CanvasObject {
	h, w := s.file.Household, s.p.Words
	lines := kit.Lines(kit.Title(w.People(h.Holders)))
	if where := w.Where(s.file.Residence.Name, h.Dwelling); where != "" {
		lines.Add(kit.Row(kit.NewGlyph(look.IconHouse, kit.Calm), kit.Body(where)))
	}
	badges := kit.Flow(kit.Badge("", w.ProductShort(h.Product), kit.Calm))
	today := s.p.Desk.Today()
	switch {
	case h.Gone != "":
		badges.Add(kit.Badge(look.IconWarning, s.t("person.gone", i18n.Args{"Day": w.Date(h.Gone)}), kit.Attention))
	case h.Exit != "" && h.Exit < today:
		badges.Add(kit.Badge(look.IconLogOut, s.t("person.left", i18n.Args{"Day": w.Date(h.Exit)}), kit.Calm))
	case h.Entry == "":
		badges.Add(kit.Badge(look.IconLogIn, s.t("person.entry.unknown"), kit.Attention))
	case h.Entry > today:
		badges.Add(kit.Badge(look.IconLogIn, s.t("person.entry.coming", i18n.Args{"Day": w.Date(h.Entry)}), kit.Accented))
	default:
		badges.Add(kit.Badge(look.IconLogIn, s.t("person.entry.since", i18n.Args{"Day": w.Date(h.Entry)}), kit.Calm))
	}
	if h.Exit != "" && h.Exit >= today {
		badges.Add(kit.Badge(look.IconLogOut, s.t("person.leaving", i18n.Args{"Day": w.Date(h.Exit)}), kit.Attention))
	}
	badges.Add(shareBadge(w, h.Share))
	for _, p := range h.Prefers {
		badges.Add(kit.Badge(look.IconMessageSquare, s.t(i18n.PreferenceKey(p)), kit.Accented))
	}
	if h.Wishes != "" {
		badges.Add(kit.Badge(look.IconMessageSquare, h.Wishes, kit.Accented))
	}
	lines.Add(badges)
	return lines
}

func shareBadge(w *i18n.Words, share coop.Share) fyne.CanvasObject {
	tone := kit.Calm
	switch share.State {
	case coop.ShareSubscribed:
		tone = kit.Done
	case coop.ShareToOffer, coop.ShareToRepay:
		tone = kit.Attention
	case coop.ShareUnknown, coop.ShareOffered, coop.ShareRefused, coop.ShareRepaid:
	}
	return kit.Badge(look.IconCoins, w.T(i18n.ShareStateKey(share.State)), tone)
}
