package agenda

import (
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// stopCard is one visit of a round: when, who, where, how to call, what to know; what comes next is begun here.
func (s *Screen) stopCard(stop *coop.Stop, next bool) fyne.CanvasObject {
	words := s.p.Words
	when := kit.Sized(look.Scaled(hourWidth), 0, kit.Stack(0, kit.Section(words.Hour(stop.Start)).Whole(), kit.Caption(words.Minutes(stop.Minutes())).Whole()))
	lines := kit.Lines(kit.Body(words.People(stop.Row.Holders)).Strong())
	if signs := s.stopSigns(stop.Visit); len(signs) > 0 {
		lines.Add(kit.Flow(signs...))
	}
	lines.Add(noted(look.IconMapPin, kit.Body(s.address(stop))))
	if calls := s.phones(stop.Row.Holders); len(calls) > 0 {
		lines.Add(kit.Flow(calls...))
	}
	if note := s.wishes(stop.Prefers, stop.Language, stop.Wishes); note != "" {
		lines.Add(noted(look.IconMessageSquare, kit.Quiet(note)))
	}
	if stop.Trips > 0 && stop.State == coop.VisitPlanned {
		lines.Add(noted(look.IconWarning, kit.Quiet(words.N("agenda.round.trips", stop.Trips))))
	}
	if stop.Home.Specifics != "" {
		lines.Add(noted(look.IconKey, kit.Quiet(stop.Home.Specifics)))
	}
	return kit.Card(kit.TopRow(look.Snug, when, kit.Grow(kit.Stack(look.Snug, lines, s.stopActions(stop, next)))))
}

// stopSigns are whether a visit is confirmed, and else what differs from a usual one.
func (s *Screen) stopSigns(v coop.Visit) []fyne.CanvasObject {
	icon, tone := face(v)
	var tags []fyne.CanvasObject
	if v.State == coop.VisitPlanned && v.Confirmed.IsZero() {
		tags = append(tags, kit.Badge(look.IconCircleDashed, s.p.Words.T("agenda.sign.unconfirmed"), kit.Calm))
	}
	for i, sign := range s.signs(v, "") {
		if i > 0 {
			icon, tone = "", kit.Calm
		}
		tags = append(tags, kit.Badge(icon, sign, tone))
	}
	return tags
}

// noted is a line with its icon.
func noted(icon look.Icon, text *kit.Text) fyne.CanvasObject {
	return kit.TopRow(look.Snug, kit.NewGlyph(icon, kit.Calm), kit.Grow(text))
}

// address is where a visit goes: the street, the town, the door. At the office or on the phone only the home is named.
func (s *Screen) address(stop *coop.Stop) string {
	words, home := s.p.Words, stop.Home
	if stop.Place != coop.AtHome {
		return words.Where(stop.Row.Residence, stop.Row.Dwelling)
	}
	var parts []string
	for _, part := range []string{home.Name, home.Address, strings.TrimSpace(home.Postcode + " " + home.Town), words.DoorOf(stop.Row.Dwelling)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, " · ")
}

// numbers are a household's phone numbers, each once.
func numbers(holders []coop.Cooperator) []string {
	var all []string
	seen := map[string]bool{"": true}
	for _, h := range holders {
		for _, number := range []string{h.Mobile, h.Phone} {
			if !seen[number] {
				seen[number] = true
				all = append(all, number)
			}
		}
	}
	return all
}

// phones are the numbers of a household, to be called where the computer can.
func (s *Screen) phones(holders []coop.Cooperator) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, number := range numbers(holders) {
		shown := s.p.Words.Phone(number)
		if s.p.OnCall == nil {
			all = append(all, kit.Row(kit.NewGlyph(look.IconPhone, kit.Calm), kit.Body(shown).Whole()))
			continue
		}
		call := s.p.Words.T("agenda.round.call", i18n.Args{"Number": shown})
		all = append(all, kit.SecondaryButton(call, func() { s.p.OnCall(number) }).WithIcon(look.IconPhone))
	}
	return all
}

// wishes are what suits a household, its language if it is not French, and what it said; "" for nothing.
func (s *Screen) wishes(prefers []coop.Preference, language, said string) string {
	var parts []string
	for _, p := range prefers {
		parts = append(parts, s.p.Words.T(i18n.PreferenceKey(p)))
	}
	if key := i18n.LanguageKey(language); key != "" && language != i18n.Default {
		parts = append(parts, s.p.Words.T(key))
	}
	if said != "" {
		parts = append(parts, said)
	}
	return strings.Join(parts, " · ")
}

// stopActions begin the visit where its day has come, and lead to the file and to what else may be done.
func (s *Screen) stopActions(stop *coop.Stop, next bool) fyne.CanvasObject {
	t := s.p.Words.T
	v := stop.VisitRow
	row := kit.Flow()
	if s.begun(v) {
		start := kit.SecondaryButton(t("agenda.act.start"), func() { s.p.OnStart(v) })
		if next {
			start = kit.PrimaryButton(t("agenda.act.start"), func() { s.p.OnStart(v) })
		}
		row.Add(start.WithIcon(look.IconPlay))
	}
	row.Add(kit.QuietButton(t("agenda.act.open"), func() { s.p.OnOpen(v.Household) }))
	row.Add(kit.QuietButton(t("agenda.round.more"), func() { s.p.OnAct(v) }))
	return row
}
