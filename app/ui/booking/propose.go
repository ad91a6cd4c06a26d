package booking

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Propose opens the sheet with the three best times for a household's visit, with an officer or (""
// ) any of them. They are held while the sheet is open, so that nobody else is offered them.
func (s *Sheets) Propose(h coop.HouseholdID, officer coop.StaffID) { s.propose(h, officer, nil) }

// propose is Propose that goes on with something once a time is booked (nil for nothing).
func (s *Sheets) propose(h coop.HouseholdID, officer coop.StaffID, then func(coop.Visit)) {
	kit.Run(s.p.Run, func() (asked, error) { return s.ask(h) }, func(a asked, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		o := newOffer(s, a, officer)
		o.then = then
		o.open()
	})
}

// offer is an open sheet with proposed times.
type offer struct {
	sheets  *Sheets
	a       asked
	wanted  coop.Wanted
	found   []coop.Proposal
	seen    []coop.Proposal // shown before, so that others are found
	reasons []string        // of each time, why a soft rule is set aside; "" for none
	latest  kit.Latest
	judging kit.Latest
	expires func()           // calls off the end of the holds
	then    func(coop.Visit) // goes on once a time is booked; nil for nothing
	booked  bool

	sheet   *kit.OpenSheet
	officer *kit.Select[coop.StaffID]
	told    *kit.Select[coop.Channel]
	agreed  *kit.Chip
	list    *fyne.Container
	held    *kit.Text
	fault   *kit.Text
	others  *kit.Button
	content *fyne.Container
}

func newOffer(s *Sheets, a asked, officer coop.StaffID) *offer {
	o := &offer{sheets: s, a: a, list: kit.Column(), held: kit.Caption(""), fault: kit.Body("").Toned(kit.Late)}
	o.wanted = coop.Wanted{Household: a.file.Household.ID, Officer: officer, Told: told(a.file.Household), N: proposals}
	o.fault.Hide()
	everybody := []kit.Option[coop.StaffID]{{Value: "", Words: o.t("propose.everybody")}}
	for _, one := range a.officers {
		everybody = append(everybody, kit.Option[coop.StaffID]{Value: one.ID, Words: one.Name})
	}
	o.officer = kit.NewSelect(o.t("booking.officer"), everybody, func(id coop.StaffID) { o.wanted.Officer = id; o.again() })
	o.officer.Set(officer)
	o.told = kit.NewSelect(o.t("booking.told"), s.channels(a.rules), func(c coop.Channel) { o.wanted.Told = c; o.judge() })
	o.told.Set(o.wanted.Told)
	o.agreed = kit.NewChip(o.t("booking.agreed"), false, func(on bool) { o.wanted.Agreed = on; o.judge() }).WithIcon(look.IconHandshake)
	o.others = kit.SecondaryButton(o.t("propose.others"), o.more).WithIcon(look.IconRefreshCw)
	o.content = kit.Column(s.who(a), kit.Columns(240, o.officer.Object(), o.told.Object()), kit.Row(o.agreed, kit.Grow(o.held)), o.fault, o.list)
	return o
}

func (o *offer) t(key string, args ...i18n.Args) string { return o.sheets.p.Words.T(key, args...) }

func (o *offer) open() {
	p := o.sheets.p
	o.sheet = kit.ShowSheet(p.Canvas(), p.Words, kit.Sheet{
		Title: o.t("propose.title"), Content: o.content, Width: 640, OnClosed: o.closed,
		Actions: []fyne.CanvasObject{
			kit.QuietButton(o.t("booking.back"), func() { o.sheet.Close() }), o.others,
			kit.SecondaryButton(o.t("propose.choose"), o.choose).WithIcon(look.IconCalendarPlus),
		},
	})
	o.load()
}

// again begins anew: what was shown may be shown again.
func (o *offer) again() {
	o.seen = nil
	o.load()
}

// more shows other times; after the last ones it begins anew.
func (o *offer) more() {
	o.seen = append(o.seen, o.found...)
	o.load()
}

// load looks for times and holds them.
func (o *offer) load() {
	p := o.sheets.p
	o.fault.Hide()
	o.others.Disable()
	w := o.wanted
	w.But = slices.Clone(o.seen)
	kit.RunLatest(p.Run, &o.latest, func() ([]coop.Proposal, error) {
		return p.Desk.ProposeTimes(context.Background(), p.Actor(), w)
	}, func(found []coop.Proposal, err error) {
		o.others.Enable()
		switch {
		case err != nil && !i18n.Speakable(err):
			o.sheet.Close()
			p.OnError(err)
		case err != nil:
			o.found = nil
			o.none(p.Words.Error(err))
		case len(found) == 0 && len(o.seen) > 0:
			o.again()
			o.say(o.t("propose.again"))
		case len(found) == 0:
			o.found = nil
			o.none(o.why())
		default:
			o.found = found
			o.judge()
			o.keepTime()
		}
	})
}

// keepTime says until when the times are held, and when they no longer are.
func (o *offer) keepTime() {
	p := o.sheets.p
	o.held.Set(o.t("propose.held", i18n.Args{"Until": p.Words.Hour(o.found[0].Until)}), kit.Calm)
	o.held.Show()
	if o.expires != nil {
		o.expires()
	}
	o.expires = p.Run.Later(coop.HoldFor, func() { o.held.Set(o.t("propose.expired"), kit.Attention) })
}

// judge asks the rules whether each time stands with what is agreed on now.
func (o *offer) judge() {
	p, found := o.sheets.p, o.found
	kit.RunLatest(p.Run, &o.judging, func() ([]coop.Verdict, error) {
		all := make([]coop.Verdict, len(found))
		for i := range found {
			var err error
			if all[i], err = p.Desk.JudgeVisit(context.Background(), p.Actor(), "", o.booking(i)); err != nil {
				return nil, err
			}
		}
		return all, nil
	}, func(all []coop.Verdict, err error) {
		if err != nil {
			p.OnError(err)
			return
		}
		o.show(all)
	})
}

// booking is one of the times as it would be booked.
func (o *offer) booking(i int) coop.Booking {
	v := o.found[i].Visit
	return coop.Booking{
		Household: v.Household, Officer: v.Officer, Kind: v.Kind, Place: v.Place, Start: v.Start, Minutes: v.Minutes(),
		Told: o.wanted.Told, Agreed: o.wanted.Agreed,
	}
}

// book books one of the times with one press.
func (o *offer) book(i int) {
	p, b := o.sheets.p, o.booking(i)
	b.Reason = o.reasons[i]
	kit.Run(p.Run, func() (coop.Visit, error) {
		return p.Desk.BookVisit(context.Background(), p.Actor(), b)
	}, func(v coop.Visit, err error) {
		switch {
		case err == nil:
			o.booked = true
			o.sheet.Close()
			if o.then == nil {
				o.sheets.kept(coop.Visit{}, v)
				return
			}
			o.sheets.changed(v.Household)
			o.then(v)
		case errors.Is(err, coop.ErrChanged) || !i18n.Speakable(err):
			o.sheet.Close()
			p.OnError(err)
		default:
			o.again()
			o.say(p.Words.Error(err))
		}
	})
}

// choose leads to the sheet in which one chooses the moment oneself.
func (o *offer) choose() {
	o.sheet.Close()
	o.sheets.BookWith(o.wanted.Household, o.wanted.Officer)
}

// closed frees what was held; a booking has freed it already.
func (o *offer) closed() {
	if o.expires != nil {
		o.expires()
	}
	if o.booked {
		return
	}
	p := o.sheets.p
	kit.Run(p.Run, func() (struct{}, error) {
		return struct{}{}, p.Desk.ReleaseProposals(context.Background(), p.Actor(), o.wanted.Household)
	}, func(_ struct{}, err error) {
		if err != nil {
			p.OnError(err)
		}
	})
}
