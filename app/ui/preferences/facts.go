package preferences

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// pair is the width from which two fields of a form stand beside each other.
const pair float32 = 300

// factsForm is what the coop's texts, talks and sheets name.
func (s *Screen) factsForm() fyne.CanvasObject {
	w, f := s.p.Words, s.newForm()
	coopText := func(key string, at func(*Values) *string) fyne.CanvasObject { return f.text(w.T(key), at) }
	pages := kit.TitledCard(w.T("preferences.coop.pages"), nil,
		kit.Quiet(w.T("preferences.coop.pages.why")),
		f.fact("tenant_area", w.T("preferences.coop.tenants"), func(v *Values) *string { return &v.Coop.TenantArea }),
		coopText("preferences.coop.page", func(v *Values) *string { return &v.Coop.CoopPage }),
		f.fact("culture_page", w.T("preferences.coop.culture"), func(v *Values) *string { return &v.Coop.CulturePage }),
	)
	dates := kit.TitledCard(w.T("preferences.coop.dates"), nil, kit.Columns(pair,
		f.money(w.T("preferences.coop.share"), func(v *Values) *int { return &v.Coop.ShareCents }).
			WithHint(s.namedHint("share", s.values.Coop.ShareCents > 0)),
		f.known(w.T("preferences.coop.rent-day"), func(v *Values) *int { return &v.Coop.RentDay }),
		f.month(w.T("preferences.coop.charges"), func(v *Values) *int { return &v.Coop.ChargesMonth }),
		f.month(w.T("preferences.coop.agm"), func(v *Values) *int { return &v.Coop.AgmMonth }),
	), s.agmRow())
	return kit.Column(s.identityCard(f), s.contactsCard(f), pages, s.codesCard(f), dates, f.foot())
}

// identityCard is who the coop is: its name, its logo, its colour, its label.
func (s *Screen) identityCard(f *form) fyne.CanvasObject {
	w := s.p.Words
	colour := w.T("preferences.accent.other", i18n.Args{"Code": s.values.Accent})
	for _, a := range accents {
		if a.colour == s.values.Accent {
			colour = w.T(a.name)
		}
	}
	return kit.TitledCard(w.T("preferences.coop.identity"), nil,
		kit.Quiet(w.T("preferences.coop.why")),
		f.fact("coop", w.T("preferences.coop.name"), func(v *Values) *string { return &v.Coop.Name }),
		f.text(w.T("preferences.coop.address"), func(v *Values) *string { return &v.Coop.Address }),
		f.text(w.T("preferences.coop.reply"), func(v *Values) *string { return &v.Coop.ReplyAddress }).WithHint(w.T("preferences.coop.reply.hint")),
		f.logo(),
		kit.Lines(
			kit.Row(f.flag(w.T("preferences.coop.qualibail"), func(v *Values) *bool { return &v.Coop.Qualibail }), kit.Spacer()),
			kit.Caption(w.T("preferences.coop.qualibail.why")),
		),
		kit.NewLinkRow(look.IconMonitor, w.T("preferences.display.accent"), colour, func() { s.turn(Display) }),
	)
}

// contactsCard is whom people reach, service by service.
func (s *Screen) contactsCard(f *form) fyne.CanvasObject {
	w := s.p.Words
	return kit.TitledCard(w.T("preferences.coop.contacts"), nil, kit.Columns(pair,
		f.phone("agency_phone", w.T("preferences.coop.agency"), func(v *Values) *string { return &v.Coop.AgencyPhone }),
		f.fact("agency_hours", w.T("preferences.coop.hours"), func(v *Values) *string { return &v.Coop.AgencyHours }),
		f.phone("emergency_phone", w.T("preferences.coop.emergency"), func(v *Values) *string { return &v.Coop.EmergencyPhone }),
		f.phone("technical_phone", w.T("preferences.coop.technical"), func(v *Values) *string { return &v.Coop.TechnicalPhone }),
		f.phone("social_phone", w.T("preferences.coop.social"), func(v *Values) *string { return &v.Coop.SocialPhone }),
		f.text(w.T("preferences.coop.data"), func(v *Values) *string { return &v.Coop.DataContact }),
	), f.fact("mediator", w.T("preferences.coop.mediator"), func(v *Values) *string { return &v.Coop.Mediator }))
}

// agmRow is the next general meeting's day, and leads to where it is announced.
func (s *Screen) agmRow() fyne.CanvasObject {
	w := s.p.Words
	day := w.T("preferences.coop.agm.none")
	if s.agm.Day != "" {
		day = w.DayLong(s.agm.Day)
	}
	return kit.NewLinkRow(look.IconMegaphone, w.T("preferences.coop.agm.day"), day, func() { s.turn(Events) })
}

// namedHint says where the coop's texts name a fact, and what they say while it is not known.
func (s *Screen) namedHint(field string, isKnown bool) string {
	named := s.named[field]
	switch {
	case named.Texts == 0:
		return ""
	case isKnown:
		return s.p.Words.N("preferences.named", named.Texts)
	}
	return s.p.Words.N("preferences.named.empty", named.Texts, i18n.Args{"Instead": named.Instead})
}
