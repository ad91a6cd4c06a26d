package preferences

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/ui/kit"
)

// pair is the width from which two fields of a form stand beside each other.
const pair float32 = 300

// factsForm is what the coop's texts, talks and sheets name.
func (s *Screen) factsForm() fyne.CanvasObject {
	w, f := s.p.Words, s.newForm()
	coopText := func(key string, at func(*Values) *string) fyne.CanvasObject { return f.text(w.T(key), at) }
	identity := kit.TitledCard(w.T("preferences.coop.identity"), nil,
		kit.Quiet(w.T("preferences.coop.why")),
		coopText("preferences.coop.name", func(v *Values) *string { return &v.Coop.Name }),
		coopText("preferences.coop.address", func(v *Values) *string { return &v.Coop.Address }),
	)
	contacts := kit.TitledCard(w.T("preferences.coop.contacts"), nil, kit.Columns(pair,
		coopText("preferences.coop.agency", func(v *Values) *string { return &v.Coop.AgencyPhone }),
		coopText("preferences.coop.hours", func(v *Values) *string { return &v.Coop.AgencyHours }),
		coopText("preferences.coop.emergency", func(v *Values) *string { return &v.Coop.EmergencyPhone }),
		coopText("preferences.coop.technical", func(v *Values) *string { return &v.Coop.TechnicalPhone }),
		coopText("preferences.coop.social", func(v *Values) *string { return &v.Coop.SocialPhone }),
		coopText("preferences.coop.data", func(v *Values) *string { return &v.Coop.DataContact }),
	), coopText("preferences.coop.mediator", func(v *Values) *string { return &v.Coop.Mediator }))
	pages := kit.TitledCard(w.T("preferences.coop.pages"), nil,
		kit.Quiet(w.T("preferences.coop.pages.why")),
		coopText("preferences.coop.tenants", func(v *Values) *string { return &v.Coop.TenantArea }),
		coopText("preferences.coop.page", func(v *Values) *string { return &v.Coop.CoopPage }),
		coopText("preferences.coop.culture", func(v *Values) *string { return &v.Coop.CulturePage }),
	)
	dates := kit.TitledCard(w.T("preferences.coop.dates"), nil, kit.Columns(pair,
		f.money(w.T("preferences.coop.share"), func(v *Values) *int { return &v.Coop.ShareCents }),
		f.known(w.T("preferences.coop.rent-day"), func(v *Values) *int { return &v.Coop.RentDay }),
		f.month(w.T("preferences.coop.charges"), func(v *Values) *int { return &v.Coop.ChargesMonth }),
		f.month(w.T("preferences.coop.agm"), func(v *Values) *int { return &v.Coop.AgmMonth }),
	))
	return kit.Column(identity, contacts, pages, dates, f.foot())
}

// rulesForm is when visits are owed and how they are booked.
func (s *Screen) rulesForm() fyne.CanvasObject {
	w, f := s.p.Words, s.newForm()
	number := func(key string, at func(*Values) *int) fyne.CanvasObject { return f.number(w.T(key), at) }
	window := kit.TitledCard(w.T("preferences.rules.window"), nil,
		kit.Quiet(w.T("preferences.rules.window.why")),
		kit.Columns(narrowField,
			number("preferences.rules.from", func(v *Values) *int { return &v.Window.From }),
			number("preferences.rules.aim", func(v *Values) *int { return &v.Window.Aim }),
			number("preferences.rules.to", func(v *Values) *int { return &v.Window.To }),
		),
		f.number(w.T("preferences.rules.backlog"), func(v *Values) *int { return &v.Backlog }).WithHint(w.T("preferences.rules.backlog.hint")),
	)
	booking := kit.TitledCard(w.T("preferences.rules.booking"), nil, kit.Columns(pair,
		f.hour(w.T("preferences.rules.opens"), func(v *Values) *int { return &v.OpensAt }),
		f.hour(w.T("preferences.rules.closes"), func(v *Values) *int { return &v.ClosesAt }),
		f.number(w.T("preferences.rules.notice"), func(v *Values) *int { return &v.Notice }).WithHint(w.T("preferences.rules.notice.hint")),
		f.number(w.T("preferences.rules.buffer"), func(v *Values) *int { return &v.Buffer }).WithHint(w.T("preferences.rules.buffer.hint")),
	))
	minutes := kit.TitledCard(w.T("preferences.rules.minutes"), nil, kit.Columns(narrowField,
		number("preferences.rules.visit", func(v *Values) *int { return &v.VisitMinutes }),
		number("preferences.rules.phone", func(v *Values) *int { return &v.PhoneMinutes }),
		number("preferences.rules.counter", func(v *Values) *int { return &v.CounterMinutes }),
	))
	target := kit.TitledCard(w.T("preferences.rules.target"), nil,
		f.number(w.T("preferences.rules.target.visits"), func(v *Values) *int { return &v.Target }).WithHint(w.T("preferences.rules.target.hint")))
	return kit.Column(window, booking, minutes, target, f.foot())
}

const narrowField float32 = 180
