package person

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// contractCard is the contract: what kind, which days, in which language.
func (s *Screen) contractCard() fyne.CanvasObject {
	h, w := s.file.Household, s.p.Words
	return s.editable(s.t("person.card.contract"), s.contractForm, known(
		s.fact(s.t("people.field.product"), s.t(i18n.ProductKey(h.Product))),
		s.factIf(s.t("person.field.lease"), h.Lease),
		s.factIf(s.t("person.field.signed"), w.Date(h.Signed)),
		s.fact(s.t("people.field.entry"), w.Date(h.Entry)),
		s.factIf(s.t("person.field.exit"), w.Date(h.Exit)),
		s.factIf(s.t("person.field.reception"), w.Date(h.Reception)),
		s.factIf(s.t("person.field.option"), w.Date(h.Option)),
		s.factIf(s.t("person.field.landlord"), s.landlord(h.Landlord)),
		s.fact(s.t("person.field.language"), w.LanguageName(h.Language)),
		s.factIf(s.t("person.field.prefers"), s.preferences(h.Prefers)),
		s.factIf(s.t("person.field.wishes"), h.Wishes),
		s.factIf(s.t("person.field.letters"), s.noNews(h.NoNews)),
	))
}

func (s *Screen) contractForm() ([]fyne.CanvasObject, func(*coop.File) error) {
	h := s.file.Household
	product := options(coop.Products(), func(p coop.Product) string { return s.t(i18n.ProductKey(p)) })
	kind := kit.NewSelect(s.t("people.field.product"), product, nil)
	kind.Set(h.Product)
	signed, entry := s.day("person.field.signed", h.Signed), s.day("people.field.entry", h.Entry)
	exit, reception := s.day("person.field.exit", h.Exit), s.day("person.field.reception", h.Reception)
	option := s.day("person.field.option", h.Option)
	language := kit.NewSelect(s.t("person.field.language"), options(i18n.HomeLanguages(), s.p.Words.LanguageName), nil)
	language.Set(h.Language)
	before := kit.NewSelect(s.t("person.field.landlord"), options(coop.Landlords(), func(l coop.Landlord) string { return s.t(i18n.LandlordKey(l)) }), nil)
	before.Set(h.Landlord)
	prefers := kit.NewChoices(options(coop.Preferences(), func(p coop.Preference) string { return s.t(i18n.PreferenceKey(p)) }), nil)
	prefers.Set(h.Prefers...)
	wishes := kit.NewField(s.t("person.field.wishes"), h.Wishes, nil).WithHint(s.t("person.field.wishes.hint"))
	quiet := kit.NewChip(s.t("person.no-news"), h.NoNews, nil)
	form := []fyne.CanvasObject{
		kind.Object(), kit.Columns(150, signed, entry), kit.Columns(150, exit, reception), kit.Columns(150, option),
		before.Object(), language.Object(), kit.Lines(kit.Caption(s.t("person.field.prefers.ask")).Strong(), prefers.Object()), wishes,
		kit.Lines(kit.Caption(s.t("person.field.letters")).Strong(), kit.Flow(quiet), kit.Caption(s.t("person.no-news.hint"))),
	}
	return form, func(f *coop.File) error {
		to := &f.Household
		to.Product, _ = kind.Value()
		to.Signed, _ = signed.Day()
		to.Entry, _ = entry.Day()
		to.Exit, _ = exit.Day()
		to.Reception, _ = reception.Day()
		to.Option, _ = option.Day()
		to.Landlord, _ = before.Value()
		if code, ok := language.Value(); ok {
			to.Language = code
		}
		if chosen := prefers.Values(); !slices.Equal(chosen, to.Prefers) {
			to.Prefers = chosen
		}
		to.Wishes = wishes.Text()
		to.NoNews = quiet.On()
		return nil
	}
}

// preferences are what a household wishes for its visit, in words.
func (s *Screen) preferences(prefers []coop.Preference) string {
	all := make([]string, len(prefers))
	for i, p := range prefers {
		all[i] = s.t(i18n.PreferenceKey(p))
	}
	return strings.Join(all, " · ")
}

// noNews says that a household wants no letters on the coop's life, "" for one that wants them.
func (s *Screen) noNews(none bool) string {
	if !none {
		return ""
	}
	return s.t("person.no-news")
}

// landlord says whom they rented from before, "" when it is not known.
func (s *Screen) landlord(l coop.Landlord) string {
	if l == coop.LandlordUnknown {
		return ""
	}
	return s.t(i18n.LandlordKey(l))
}

func (s *Screen) day(label string, day coop.Day) *kit.DayField {
	f := kit.NewDayField(s.p.Words, s.t(label), s.p.Desk.Today(), nil)
	f.Set(day)
	return f
}

func options[T comparable](values []T, words func(T) string) []kit.Option[T] {
	all := make([]kit.Option[T], 0, len(values))
	for _, v := range values {
		all = append(all, kit.Option[T]{Value: v, Words: words(v)})
	}
	return all
}

// shareCard is where the household stands with its share of the coop.
func (s *Screen) shareCard() fyne.CanvasObject {
	share, w := s.file.Household.Share, s.p.Words
	amount, number := "", ""
	if share.Cents > 0 {
		amount = w.Money(share.Cents)
	}
	if share.Number > 0 {
		number = w.Number(share.Number)
	}
	return s.editable(s.t("person.card.share"), s.shareForm, known(
		kit.Row(shareBadge(w, share), kit.Spacer()),
		s.factIf(s.t("person.field.share-number"), number),
		s.factIf(s.t("person.field.share-amount"), amount),
		s.factIf(s.t("person.field.share-since"), w.Date(share.Since)),
	))
}

func (s *Screen) shareForm() ([]fyne.CanvasObject, func(*coop.File) error) {
	share := s.file.Household.Share
	state := kit.NewChoice(options(coop.ShareStates(), func(v coop.ShareState) string { return s.t(i18n.ShareStateKey(v)) }), nil)
	state.Set(share.State)
	number := kit.NewField(s.t("person.field.share-number"), figure(share.Number), nil)
	amount := kit.NewField(s.t("person.field.share-amount"), euros(share.Cents), nil)
	since := s.day("person.field.share-since", share.Since)
	return []fyne.CanvasObject{state.Object(), kit.Columns(110, number, amount), since}, func(f *coop.File) error {
		to := &f.Household.Share
		to.State, _ = state.Value()
		to.Since, _ = since.Day()
		var ok bool
		if to.Number, ok = readFigure(number.Text()); !ok {
			return coop.Refuse("people.refused.share", nil)
		}
		if to.Cents, ok = readEuros(amount.Text()); !ok {
			return coop.Refuse("people.refused.share", nil)
		}
		return nil
	}
}

func figure(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func readFigure(text string) (int, bool) {
	if strings.TrimSpace(text) == "" {
		return 0, true
	}
	n, err := strconv.Atoi(strings.TrimSpace(text))
	return n, err == nil && n >= 0
}

func euros(cents int) string {
	switch {
	case cents == 0:
		return ""
	case cents%100 == 0:
		return strconv.Itoa(cents / 100)
	}
	return strings.Replace(strconv.FormatFloat(float64(cents)/100, 'f', 2, 64), ".", ",", 1)
}

// readEuros reads « 16 », « 16,50 », « 16.5 € » as cents.
func readEuros(text string) (int, bool) {
	text = strings.NewReplacer("\u00a0", "", "\u202f", "", " ", "", "€", "", ",", ".").Replace(text)
	if text == "" {
		return 0, true
	}
	amount, err := strconv.ParseFloat(text, 64)
	const most = 1_000_000
	return int(amount*100 + 0.5), err == nil && amount >= 0 && amount < most
}

// homeCard is the home itself.
func (s *Screen) homeCard() fyne.CanvasObject {
	d := s.file.Household.Dwelling
	extras := []string{}
	if d.Copro {
		extras = append(extras, s.t("person.home.copro"))
	}
	if d.Garage {
		extras = append(extras, s.t("person.home.garage"))
	}
	kind := strings.TrimSpace(s.t(i18n.HomeKey(d.Home)) + " " + d.Type)
	return s.editable(s.t("person.card.home"), s.homeForm, known(
		s.fact(s.t("person.field.kind"), kind),
		s.fact(s.t("person.field.where"), s.p.Words.DoorOf(d)),
		s.fact(s.t("person.field.heating"), s.t(i18n.HeatingKey(s.heating()))),
		s.factIf(s.t("person.field.extras"), strings.Join(extras, ", ")),
	))
}

// heating is the home's, or else the residence's.
func (s *Screen) heating() coop.Heating {
	if h := s.file.Household.Dwelling.Heating; h != "" && h != coop.HeatingUnknown {
		return h
	}
	return s.file.Residence.Heating
}

func (s *Screen) homeForm() ([]fyne.CanvasObject, func(*coop.File) error) {
	d := s.file.Household.Dwelling
	building, stair := kit.NewField(s.t("people.field.building"), d.Building, nil), kit.NewField(s.t("person.field.stair"), d.Stair, nil)
	floor, door := kit.NewField(s.t("person.field.floor"), d.Floor, nil), kit.NewField(s.t("people.field.door"), d.Door, nil)
	size := kit.NewField(s.t("person.field.type"), d.Type, nil)
	home := kit.NewChoice(options(coop.Homes(), func(h coop.Home) string { return s.t(i18n.HomeKey(h)) }), nil)
	home.Set(d.Home)
	heating := kit.NewSelect(s.t("person.field.heating"), options(coop.Heatings(), func(h coop.Heating) string { return s.t(i18n.HeatingKey(h)) }), nil)
	heating.Set(d.Heating)
	copro := kit.NewChip(s.t("person.home.copro"), d.Copro, nil)
	garage := kit.NewChip(s.t("person.home.garage"), d.Garage, nil)
	form := []fyne.CanvasObject{
		kit.Columns(110, building, stair), kit.Columns(110, floor, door), size, home.Object(), heating.Object(), kit.Flow(copro, garage),
	}
	return form, func(f *coop.File) error {
		to := &f.Household.Dwelling
		to.Building, to.Stair, to.Floor = strings.TrimSpace(building.Text()), strings.TrimSpace(stair.Text()), strings.TrimSpace(floor.Text())
		to.Door, to.Type = strings.TrimSpace(door.Text()), strings.TrimSpace(size.Text())
		if kind, ok := home.Value(); ok {
			to.Home = kind
		}
		if kind, ok := heating.Value(); ok {
			to.Heating = kind
		}
		to.Copro, to.Garage = copro.On(), garage.On()
		return nil
	}
}

// residenceCard is what a visitor should know of the building: it holds for all its homes.
func (s *Screen) residenceCard() fyne.CanvasObject {
	r := s.file.Residence
	if r.ID == "" {
		return kit.Card(kit.Header(s.t("person.card.residence"), nil), kit.Quiet(s.t("person.unknown")))
	}
	address := strings.TrimSpace(strings.Join([]string{r.Address, strings.TrimSpace(r.Postcode + " " + r.Town)}, "\n"))
	view := []fyne.CanvasObject{known(
		kit.Body(r.Name).Strong(),
		kit.TopRow(look.Snug, kit.NewGlyph(look.IconMapPin, kit.Calm), kit.Grow(kit.Body(address))),
		s.factIf(s.t("person.field.manager"), r.Manager),
		s.factIf(s.t("person.field.caretaker"), r.Caretaker),
		s.factIf(s.t("person.field.syndic"), r.Syndic),
		s.factIf(s.t("person.field.heater"), r.Heater),
		s.factIf(s.t("person.field.specifics"), r.Specifics),
	)}
	return s.editable(s.t("person.card.residence"), s.residenceForm, view...)
}

func (s *Screen) residenceForm() ([]fyne.CanvasObject, func(*coop.File) error) {
	r := s.file.Residence
	address, postcode := kit.NewField(s.t("person.field.address"), r.Address, nil), kit.NewField(s.t("person.field.postcode"), r.Postcode, nil)
	town, manager := kit.NewField(s.t("people.field.town"), r.Town, nil), kit.NewField(s.t("person.field.manager"), r.Manager, nil)
	heater := kit.NewField(s.t("person.field.heater"), r.Heater, nil).WithHint(s.t("person.field.heater.hint"))
	caretaker, syndic := kit.NewField(s.t("person.field.caretaker"), r.Caretaker, nil), kit.NewField(s.t("person.field.syndic"), r.Syndic, nil)
	specifics := kit.NewField(s.t("person.field.specifics"), r.Specifics, nil).WithHint(s.t("person.field.specifics.hint"))
	form := []fyne.CanvasObject{
		kit.Tinted(kit.Attention, kit.Row(kit.NewGlyph(look.IconInfo, kit.Attention), kit.Grow(kit.Body(s.t("person.residence.all"))))),
		address, kit.Columns(110, postcode, town), manager, caretaker, syndic, heater, specifics,
	}
	return form, func(f *coop.File) error {
		to := &f.Residence
		to.Address, to.Postcode, to.Town = address.Text(), postcode.Text(), town.Text()
		to.Manager, to.Caretaker, to.Syndic, to.Specifics = manager.Text(), caretaker.Text(), syndic.Text(), specifics.Text()
		to.Heater = heater.Text()
		return nil
	}
}
