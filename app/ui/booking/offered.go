package booking

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// show lays the times out as cards, the best first.
func (o *offer) show(verdicts []coop.Verdict) {
	o.list.RemoveAll()
	o.reasons = make([]string, len(verdicts))
	first := true
	for i, v := range verdicts {
		o.reasons[i] = o.reason(v)
		ready := v.May() && (v.Stands() || o.reasons[i] != "")
		o.list.Add(o.card(i, v, ready, ready && first))
		first = first && !ready
	}
	o.settle()
}

// reason sets aside that a time lies after the window: it is offered because nothing within it is free.
func (o *offer) reason(v coop.Verdict) string {
	for _, w := range v.Warned {
		if w.Key != "visit.warning.late" {
			return ""
		}
	}
	if len(v.Warned) == 0 {
		return ""
	}
	return o.t("propose.why.soonest", i18n.Args{"Window": true})
}

// card is one time: when, with whom and where, why it is a good one, and the way to book it.
func (o *offer) card(i int, verdict coop.Verdict, ready, best bool) fyne.CanvasObject {
	words, v := o.sheets.p.Words, o.found[i].Visit
	texts := kit.Lines(kit.Body(words.When(v.Start)).Strong(), kit.Row(
		kit.NewGlyph(placeIcons[v.Place], kit.Calm), kit.Grow(kit.Caption(joined(o.name(v.Officer), o.t(i18n.PlaceKey(v.Place)), words.Minutes(v.Minutes())))),
	))
	var why []string
	for _, w := range o.found[i].Why {
		why = append(why, words.T(w.Key, w.Args))
	}
	if len(why) > 0 {
		texts.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconCheck, kit.Done), kit.Grow(kit.Caption(joined(why...)).Toned(kit.Plain))))
	}
	if !ready {
		for _, s := range o.obstacles(verdict) {
			texts.Add(kit.TopRow(look.Snug, kit.NewGlyph(look.IconWarning, kit.Attention), kit.Grow(kit.Caption(s).Toned(kit.Attention))))
		}
	}
	press := kit.SecondaryButton(o.t("propose.book"), nil)
	if best {
		press = kit.PrimaryButton(o.t("propose.book"), nil)
	}
	press.OnPressed(func() {
		press.Disable()
		o.book(i)
	})
	if !ready {
		press.Disable()
	}
	return kit.Card(kit.Row(kit.Grow(texts), press))
}

// obstacles say why a time cannot be booked with one press.
func (o *offer) obstacles(v coop.Verdict) []string {
	var all []string
	for _, r := range v.Refused {
		all = append(all, o.sheets.p.Words.Beside(r))
	}
	if v.Clash != nil {
		all = append(all, o.t("propose.gone"))
	}
	for _, w := range v.Warned {
		all = append(all, o.t(w.Key, w.Args))
	}
	return all
}

func (o *offer) name(id coop.StaffID) string {
	for _, one := range o.a.officers {
		if one.ID == id {
			return one.Name
		}
	}
	return ""
}

// why says why no time was found, and what one can do.
func (o *offer) why() string {
	if o.wanted.Officer != "" && len(o.a.officers) > 1 {
		return o.t("propose.none.officer", i18n.Args{"Officer": o.name(o.wanted.Officer)})
	}
	return o.t("propose.none")
}

// none stands in for the cards where there is no time.
func (o *offer) none(sentence string) {
	o.list.RemoveAll()
	o.held.Hide()
	texts := kit.Column(kit.Body(sentence))
	if o.wanted.Officer != "" && len(o.a.officers) > 1 {
		texts.Add(kit.Row(kit.PrimaryButton(o.t("propose.none.everybody"), func() {
			o.officer.Set("")
			o.wanted.Officer = ""
			o.again()
		}).WithIcon(look.IconUsers), kit.Spacer()))
	}
	o.list.Add(kit.Tinted(kit.Attention, kit.TopRow(look.Gap, kit.NewIcon(look.IconInfo, kit.Attention), kit.Grow(texts))))
	o.others.Disable()
	o.settle()
}

// say tells what happened above the cards.
func (o *offer) say(text string) {
	o.fault.SetText(text)
	o.fault.Show()
	o.settle()
}

// settle gives everything its place again.
func (o *offer) settle() {
	o.list.Refresh()
	o.content.Refresh()
	if o.sheet != nil {
		o.sheet.Fit()
	}
}
