package booking

import (
	"context"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// visit is an open sheet with what is known of a visit and what may be done with it.
type visit struct {
	sheets *Sheets
	stop   coop.Stop
	file   coop.File
	sheet  *kit.OpenSheet
}

// Act opens the sheet of a visit.
func (s *Sheets) Act(v coop.VisitRow) { s.ActOn(v.ID) }

// ActOn is Act for a visit that is known by its identity.
func (s *Sheets) ActOn(id coop.VisitID) { s.with(id, (*visit).open) }

// with reads a visit and does something with it.
func (s *Sheets) with(id coop.VisitID, do func(*visit)) {
	kit.Run(s.p.Run, func() (*visit, error) { return s.read(id) }, func(v *visit, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		do(v)
	})
}

func (s *Sheets) read(id coop.VisitID) (v *visit, err error) {
	ctx := context.Background()
	v = &visit{sheets: s}
	if v.stop, err = s.p.Desk.StopOf(ctx, id); err != nil {
		return v, err
	}
	v.file, err = s.p.Desk.Open(ctx, s.p.Actor(), v.stop.Household)
	return v, err
}

func (v *visit) t(key string, args ...i18n.Args) string { return v.sheets.p.Words.T(key, args...) }

func (v *visit) open() {
	p := v.sheets.p
	var actions []fyne.CanvasObject
	if p.OnOpen != nil {
		actions = append(actions, kit.SecondaryButton(v.t("visit.act.open"), v.leave(func() { p.OnOpen(v.stop.Household) })).WithIcon(look.IconIDCard))
	}
	if v.begun() && p.OnStart != nil {
		actions = append(actions, kit.PrimaryButton(v.t("visit.act.start"), v.leave(func() { p.OnStart(v.stop.VisitRow) })).WithIcon(look.IconPlay))
	}
	v.sheet = kit.ShowSheet(p.Canvas(), p.Words, kit.Sheet{
		Title: p.Words.When(v.stop.Start), Content: kit.Column(v.told(), v.acts()), Width: 520, Actions: actions,
	})
}

// leave closes the sheet before it does something.
func (v *visit) leave(do func()) func() {
	return func() {
		v.sheet.Close()
		do()
	}
}

// begun says whether the day of the visit has come, so that it can be started or ended.
func (v *visit) begun() bool {
	return v.stop.State == coop.VisitPlanned && v.sheets.p.Words.DayOf(v.stop.Start) <= v.sheets.p.Desk.Today()
}

// told says who, where, when, and how the visit stands.
func (v *visit) told() fyne.CanvasObject {
	w, one := v.sheets.p.Words, v.stop
	texts := kit.Lines(kit.Section(w.People(one.Row.Holders)), kit.Body(joined(w.Where(one.Row.Residence, one.Row.Dwelling), one.Home.Town)))
	texts.Add(kit.Quiet(joined(one.OfficerName, v.t(i18n.PlaceKey(one.Place)), w.Minutes(one.Minutes()))))
	texts.Add(v.badges())
	if wishes := v.sheets.wishes(v.file.Household); wishes != "" {
		texts.Add(kit.Row(kit.NewGlyph(look.IconMessageSquare, kit.Accented), kit.Grow(kit.Caption(wishes))))
	}
	if one.State == coop.VisitPlanned && one.Trips > 0 && one.Place == coop.AtHome {
		texts.Add(kit.Row(kit.NewGlyph(look.IconInfo, kit.Attention), kit.Grow(kit.Caption(w.N("visit.trips", one.Trips)))))
	}
	if one.Reason != "" {
		texts.Add(kit.Quiet(one.Reason))
	}
	return texts
}

// badges say where the visit stands and what is known of it.
func (v *visit) badges() fyne.CanvasObject {
	w, one := v.sheets.p.Words, v.stop
	all := kit.Flow()
	switch {
	case one.State == coop.VisitHeld && one.Result.Counts():
		all.Add(kit.Badge(look.IconCircleCheck, v.t(i18n.ResultKey(one.Result)), kit.Done))
	case one.State == coop.VisitHeld:
		all.Add(kit.Badge(look.IconCircleSlash, v.t(i18n.ResultKey(one.Result)), kit.Attention))
	case one.State == coop.VisitPlanned && !one.Confirmed.IsZero():
		all.Add(kit.Badge(look.IconCircleCheck, v.t("visit.confirmed", i18n.Args{"Day": w.DayBrief(w.DayOf(one.Confirmed))}), kit.Done))
	case one.State == coop.VisitPlanned:
		all.Add(kit.Badge(look.IconCalendarCheck, v.t(i18n.VisitStateKey(one.State)), kit.Accented))
	default:
		all.Add(kit.Badge(look.IconCircleSlash, v.t(i18n.VisitStateKey(one.State)), kit.Calm))
	}
	if one.State != coop.VisitPlanned {
		return all
	}
	if !one.Reminded.IsZero() {
		all.Add(kit.Badge(look.IconBell, v.t("visit.reminded", i18n.Args{"Day": w.DayBrief(w.DayOf(one.Reminded))}), kit.Done))
	}
	if one.Agreed {
		all.Add(kit.Badge(look.IconHandshake, v.t("visit.agreed"), kit.Calm))
	} else if one.Told != coop.NoChannel {
		all.Add(kit.Badge(channelIcons[one.Told], v.t(toldKeys[one.Told]), kit.Calm))
	}
	if one.Moves > 0 {
		all.Add(kit.Badge(look.IconCalendarDays, w.N("visit.moves", one.Moves), kit.Calm))
	}
	return all
}

// acts is what may be done with the visit as it stands.
func (v *visit) acts() fyne.CanvasObject {
	switch v.stop.State {
	case coop.VisitPlanned:
		return v.plannedActs()
	case coop.VisitHeld:
		return v.heldActs()
	case coop.VisitCancelled:
		if v.sheets.p.Words.DayOf(v.stop.Start) >= v.sheets.p.Desk.Today() && v.stop.Result == coop.NoResult {
			return kit.Stack(0, kit.NewLinkRow(look.IconUndo, v.t("visit.act.restore"), v.t("visit.act.restore.why"), v.leave(func() { v.sheets.restore(v.stop.Visit) })))
		}
	case coop.VisitClosed:
		return kit.Stack(0, kit.NewLinkRow(look.IconUndo, v.t("visit.act.reopen"), v.t("visit.act.reopen.why"), v.leave(func() { v.sheets.reopen(v.stop.Visit) })))
	}
	return kit.Stack(0)
}

func (v *visit) plannedActs() fyne.CanvasObject {
	one, s := v.stop.Visit, v.sheets
	lines := kit.Stack(0)
	add := func(icon look.Icon, word, why string, do func()) {
		lines.Add(kit.NewLinkRow(icon, word, why, v.leave(do)))
	}
	if one.Confirmed.IsZero() {
		add(look.IconCircleCheck, v.t("visit.act.confirm"), v.t("visit.act.confirm.why"), func() { s.confirm(one, true) })
	} else {
		add(look.IconUndo, v.t("visit.act.unconfirm"), "", func() { s.confirm(one, false) })
	}
	if !one.Reminded.IsZero() {
		add(look.IconUndo, v.t("visit.act.unremind"), "", func() { s.remind(one, coop.NoChannel) })
	}
	add(look.IconCalendarDays, v.t("visit.act.move"), "", func() { s.Move(one.ID) })
	add(look.IconCircleSlash, v.t("booking.cancel"), "", func() { s.Cancel(one.ID) })
	if s.p.OnCalendar != nil {
		add(look.IconCalendarPlus, v.t("visit.act.calendar"), "", func() { s.p.OnCalendar(one) })
	}
	if v.begun() {
		add(look.IconDoorOpen, v.t("visit.act.end"), v.t("visit.act.end.why"), func() { s.end(v) })
	}
	if !one.Reminded.IsZero() || v.begun() {
		return lines
	}
	marks := kit.Flow()
	for _, how := range coop.Channels() {
		marks.Add(kit.SecondaryButton(v.t(remindKeys[how]), v.leave(func() { s.remind(one, how) })).WithIcon(channelIcons[how]))
	}
	return kit.Column(lines, kit.Lines(kit.Caption(v.t("visit.remind")).Strong(), marks))
}

// heldActs lead on from a visit that found nobody, or that was put off.
func (v *visit) heldActs() fyne.CanvasObject {
	one, s, lines := v.stop.Visit, v.sheets, kit.Stack(0)
	switch v.file.Attempt {
	case coop.NextAgain:
		lines.Add(kit.NewLinkRow(look.IconCalendarPlus, v.t("visit.act.again"), "", v.leave(func() { s.Propose(one.Household, "") })))
	case coop.NextOffer:
		lines.Add(kit.NewLinkRow(look.IconPhone, v.t("visit.act.offer"), v.t("visit.act.offer.why"), v.leave(func() { s.Offer(one.Household) })))
	default: // no visit is owed now
	}
	if one.Result == coop.Absent && one.Place == coop.AtHome && s.p.OnCard != nil {
		lines.Add(kit.NewLinkRow(look.IconPrinter, v.t("visit.act.card"), v.t("visit.act.card.why"), v.leave(func() { s.p.OnCard(one, v.coming()) })))
	}
	if kind := one.Result.Letter(); kind != "" && s.p.OnLetter != nil {
		lines.Add(kit.NewLinkRow(look.IconMail, v.t(i18n.PaperKindKey(kind)), v.t("visit.act.letter.why"), v.leave(func() { s.p.OnLetter(one, kind) })))
	}
	return lines
}

// coming is the household's planned visit, a zero Visit for none.
func (v *visit) coming() coop.Visit {
	for _, other := range v.file.Visits {
		if other.State == coop.VisitPlanned && other.Kind != coop.DeskVisit {
			return other.Visit
		}
	}
	return coop.Visit{}
}
