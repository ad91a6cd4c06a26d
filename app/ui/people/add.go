package people

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// What the choice of a residence offers beside the residences themselves.
const (
	noHome      coop.ResidenceID = "none"
	anotherHome coop.ResidenceID = "another"
)

// addition is the short form for somebody whom the ERP does not know yet.
type addition struct {
	screen           *Screen
	civility         *kit.Choice[coop.Civility]
	first, last      *kit.Field
	mobile, email    *kit.Field
	residence        *kit.Select[coop.ResidenceID]
	newName, newTown *kit.Field
	another          *fyne.Container
	building, door   *kit.Field
	product          *kit.Select[coop.Product]
	entry            *kit.DayField
	fault            *kit.Text
	form             *fyne.Container
	save             *kit.Button
	sheet            *kit.OpenSheet
}

// add opens the form; what is typed in the search box is taken for the name.
func (s *Screen) add() {
	kit.Run(s.p.Run, func() ([]coop.Residence, error) {
		return s.p.Desk.Residences(context.Background(), s.p.Actor())
	}, func(all []coop.Residence, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		canvas := fyne.CurrentApp().Driver().CanvasForObject(s.page)
		if canvas == nil {
			return
		}
		a := newAddition(s, all)
		t := s.p.Words.T
		a.sheet = kit.ShowSheet(canvas, s.p.Words, kit.Sheet{
			Title: t("people.add"), Content: a.form, First: a.last.Focusable(),
			Actions: []fyne.CanvasObject{kit.SecondaryButton(t("people.add.back"), func() { a.sheet.Close() }), a.save},
		})
	})
}

func newAddition(s *Screen, residences []coop.Residence) *addition {
	t := s.p.Words.T
	a := &addition{screen: s, fault: kit.Body("").Toned(kit.Late)}
	a.civility = kit.NewChoice([]kit.Option[coop.Civility]{
		{Value: coop.Madame, Words: s.p.Words.CivilityLong(coop.Madame)},
		{Value: coop.Monsieur, Words: s.p.Words.CivilityLong(coop.Monsieur)},
		{Value: coop.NoCivility, Words: t("people.civility.none")},
	}, nil)
	a.civility.Set(coop.NoCivility)
	a.first, a.last = kit.NewField(t("people.field.first"), "", nil), kit.NewField(t("people.field.last"), s.search.Text(), nil)
	a.mobile, a.email = kit.NewField(t("people.field.mobile"), "", nil), kit.NewField(t("people.field.email"), "", nil)
	a.building, a.door = kit.NewField(t("people.field.building"), "", nil), kit.NewField(t("people.field.door"), "", nil)
	options := make([]kit.Option[coop.ResidenceID], 0, len(residences)+2)
	options = append(options, kit.Option[coop.ResidenceID]{Value: noHome, Words: t("people.add.homeless")})
	for _, r := range residences {
		options = append(options, kit.Option[coop.ResidenceID]{Value: r.ID, Words: r.Name})
	}
	options = append(options, kit.Option[coop.ResidenceID]{Value: anotherHome, Words: t("people.add.another"), Icon: look.IconPlus})
	a.newName, a.newTown = kit.NewField(t("people.field.residence-name"), "", nil), kit.NewField(t("people.field.town"), "", nil)
	a.another = kit.Columns(220, a.newName, a.newTown)
	a.another.Hide()
	a.residence = kit.NewSelect(t("people.field.residence"), options, func(id coop.ResidenceID) { a.choose(id) })
	a.residence.Set(noHome)
	var products []kit.Option[coop.Product]
	for _, p := range coop.Products() {
		products = append(products, kit.Option[coop.Product]{Value: p, Words: t(i18n.ProductKey(p))})
	}
	a.product = kit.NewSelect(t("people.field.product"), products, nil)
	a.product.Set(coop.ProductUnknown)
	a.entry = kit.NewDayField(s.p.Words, t("people.field.entry"), s.p.Desk.Today(), nil)
	a.save = kit.PrimaryButton(t("people.add.save"), a.keep)
	a.fault.Hide()
	a.form = kit.Column(kit.Quiet(t("people.add.why")), a.civility.Object(),
		kit.Columns(220, a.last, a.first), kit.Columns(220, a.mobile, a.email),
		a.residence.Object(), a.another, kit.Columns(220, a.building, a.door),
		kit.Columns(220, a.product.Object(), a.entry), a.fault)
	return a
}

func (a *addition) choose(id coop.ResidenceID) {
	a.another.Hidden = id != anotherHome
	a.form.Refresh()
}

func (a *addition) household() (coop.Household, coop.Residence) {
	civility, _ := a.civility.Value()
	product, _ := a.product.Value()
	entry, _ := a.entry.Day()
	id, _ := a.residence.Value()
	holder := coop.Cooperator{
		Civility: civility, First: a.first.Text(), Last: a.last.Text(), Mobile: a.mobile.Text(), Email: a.email.Text(),
	}
	home := coop.Dwelling{
		Residence: id, Building: a.building.Text(), Door: a.door.Text(), Home: coop.HomeUnknown, Heating: coop.HeatingUnknown,
	}
	residence := coop.Residence{Heating: coop.HeatingUnknown}
	switch id {
	case noHome:
		home.Residence = ""
	case anotherHome:
		home.Residence = ""
		residence.Name, residence.Town = a.newName.Text(), a.newTown.Text()
	}
	return coop.Household{Product: product, Entry: entry, Dwelling: home, Holders: []coop.Cooperator{holder}}, residence
}

func (a *addition) keep() {
	s := a.screen
	h, r := a.household()
	a.save.Disable()
	kit.Run(s.p.Run, func() (coop.HouseholdID, error) {
		return s.p.Desk.AddHousehold(context.Background(), s.p.Actor(), h, r)
	}, func(id coop.HouseholdID, err error) {
		a.save.Enable()
		if err != nil {
			a.fault.SetText(s.p.Words.Error(err))
			a.fault.Show()
			a.form.Refresh()
			if !i18n.Speakable(err) {
				s.p.OnError(err)
			}
			return
		}
		a.sheet.Close()
		s.p.Notices.Done(s.p.Words.T("people.added", i18n.Args{"Names": s.p.Words.People(h.Holders)}))
		s.search.SetText("")
		s.filters.refresh()
		s.ask()
		s.Open(id)
	})
}
