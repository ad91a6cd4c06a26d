package person

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// holdersCard are the persons who hold the contract, with how to reach them.
func (s *Screen) holdersCard() fyne.CanvasObject {
	holders := s.file.Household.Holders
	var view []fyne.CanvasObject
	for _, h := range holders {
		lines := kit.Stack(0)
		if len(holders) > 1 {
			lines.Add(kit.Body(s.p.Words.Person(h)).Strong())
		}
		lines.Add(s.contact(s.t("people.field.mobile"), h.Mobile, true))
		if h.Phone != h.Mobile {
			lines.Add(s.contact(s.t("person.field.phone"), h.Phone, true))
		}
		lines.Add(s.contact(s.t("people.field.email"), h.Email, false))
		if h.Mobile == "" && h.Phone == "" && h.Email == "" {
			lines.Add(kit.Quiet(s.t("person.contact.none")))
		}
		view = append(view, lines)
	}
	return s.editable(s.t("person.card.holders"), s.holdersForm, view...)
}

// contact is a line with a number or an address to copy or to call; nothing when it is not known.
func (s *Screen) contact(label, value string, number bool) fyne.CanvasObject {
	if value == "" {
		return kit.Stack(0)
	}
	shown := value
	if number {
		shown = s.p.Words.Phone(value)
	}
	row := kit.Row(kit.Sized(contactLabel, 0, kit.Quiet(label)), kit.Grow(kit.Body(shown).OneLine()))
	if number && s.p.OnCall != nil {
		row.Add(kit.IconButton(look.IconPhone, s.t("person.call", i18n.Args{"Number": shown}), func() { s.p.OnCall(value) }))
	}
	row.Add(kit.IconButton(look.IconCopy, s.t("person.copy", i18n.Args{"What": shown}), func() {
		fyne.CurrentApp().Clipboard().SetContent(shown)
		s.p.Notices.Done(s.t("person.copied", i18n.Args{"What": shown}))
	}))
	return row
}

const contactLabel float32 = 66

func (s *Screen) holdersForm() ([]fyne.CanvasObject, func(*coop.File) error) {
	type fields struct {
		civility            *kit.Choice[coop.Civility]
		first, last         *kit.Field
		mobile, phone, mail *kit.Field
	}
	var form []fyne.CanvasObject
	var all []fields
	for _, h := range s.file.Household.Holders {
		f := fields{
			civility: kit.NewChoice([]kit.Option[coop.Civility]{
				{Value: coop.Madame, Words: s.p.Words.CivilityLong(coop.Madame)},
				{Value: coop.Monsieur, Words: s.p.Words.CivilityLong(coop.Monsieur)},
				{Value: coop.NoCivility, Words: s.t("people.civility.none")},
			}, nil),
			first: kit.NewField(s.t("people.field.first"), h.First, nil), last: kit.NewField(s.t("people.field.last"), h.Last, nil),
			mobile: kit.NewField(s.t("people.field.mobile"), s.p.Words.Phone(h.Mobile), nil),
			phone:  kit.NewField(s.t("people.field.phone"), s.p.Words.Phone(h.Phone), nil),
			mail:   kit.NewField(s.t("people.field.email"), h.Email, nil),
		}
		f.civility.Set(h.Civility)
		all = append(all, f)
		if len(form) > 0 {
			form = append(form, kit.Body(s.p.Words.Person(h)).Strong())
		}
		form = append(form, f.civility.Object(), kit.Columns(220, f.last, f.first), kit.Columns(150, f.mobile, f.phone), f.mail)
	}
	return form, func(file *coop.File) error {
		for i, f := range all {
			h := &file.Household.Holders[i]
			h.Civility, _ = f.civility.Value()
			h.First, h.Last, h.Email = f.first.Text(), f.last.Text(), f.mail.Text()
			h.Mobile = s.number(h.Mobile, f.mobile.Text())
			h.Phone = s.number(h.Phone, f.phone.Text())
		}
		return nil
	}
}

// number is what stands in a field, or what stood there before when nobody changed it.
func (s *Screen) number(before, typed string) string {
	if typed == s.p.Words.Phone(before) {
		return before
	}
	return typed
}
