package main

import (
	"errors"
	"strings"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
)

type visitsCommand struct {
	Book   bookCommand   `cmd:"" help:"${help_book}"`
	Move   moveCommand   `cmd:"" help:"${help_move}"`
	Cancel cancelCommand `cmd:"" help:"${help_cancel}"`
	List   listCommand   `cmd:"" help:"${help_list}"`

	Confirm confirmCommand `cmd:"" help:"${help_confirm}"`
	Remind  remindCommand  `cmd:"" help:"${help_remind}"`
	Close   closeCommand   `cmd:"" help:"${help_close}"`
	GiveUp  giveUpCommand  `cmd:"" help:"${help_give_up}"`
	Owing   owingCommand   `cmd:"" help:"${help_owing}"`
}

// startForm is how the terminal writes an hour: the coop's own time, without a zone.
const startForm = "2006-01-02T15:04"

type bookCommand struct {
	Household string `help:"${help_household}" required:"" placeholder:"REF"`
	Officer   string `help:"${help_officer}" required:"" placeholder:"LOGIN"`
	Start     string `help:"${help_start}" required:"" placeholder:"2026-12-01T10:00"`
	Minutes   int    `help:"${help_minutes}" placeholder:"45"`
	Place     string `help:"${help_place}" default:"home" enum:"home,office,phone" placeholder:"home|office|phone"`
	Reason    string `help:"${help_reason}" placeholder:"TEXT"`
	Told      string `help:"${help_told}" default:"" enum:",post,call,mail,person" placeholder:"post|call|mail|person"`
	Agreed    bool   `help:"${help_agreed}"`
}

// Run books a courtesy visit. Soft rules that are not kept are told and do not stop it.
func (c *bookCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	b := office.Booking{
		Kind: coop.CourtesyVisit, Place: coop.Place(c.Place), Minutes: c.Minutes, Told: coop.Channel(c.Told), Agreed: c.Agreed,
	}
	if b.Household, err = d.office.FindHousehold(d.ctx, by, c.Household); err != nil {
		return err
	}
	if b, err = d.timed(b, c.Start, c.Officer); err != nil {
		return err
	}
	if b, err = d.reasoned(by, "", b, c.Reason); err != nil {
		return err
	}
	v, err := d.office.BookVisit(d.ctx, by, b)
	if err != nil {
		return d.clashing(err)
	}
	return d.print(v, func() {
		d.say(d.words.T("ctl.visits.booked", i18n.Args{"When": d.words.When(v.Start), "ID": string(v.ID)}))
	})
}

// timed completes a booking with its start and its officer.
func (d *desk) timed(b office.Booking, start, login string) (office.Booking, error) {
	at, err := readStart(start, d.zone)
	if err != nil {
		return b, err
	}
	b.Start = at
	if login != "" {
		officer, err := d.office.FindStaff(d.ctx, login)
		if err != nil {
			return b, err
		}
		b.Officer = officer.ID
	}
	return b, nil
}

// readStart reads an hour by the coop's clock, or an instant as JSON answers give it.
func readStart(text string, zone *time.Location) (time.Time, error) {
	if at, err := time.Parse(time.RFC3339, text); err == nil {
		return at, nil
	}
	at, err := time.ParseInLocation(startForm, text, zone)
	switch {
	case err != nil:
		return at, coop.Refuse("ctl.refused.start", map[string]any{"Value": text})
	case at.Format(startForm) != text: // the night in which the clocks go forward
		return at, coop.Refuse("ctl.refused.hour", map[string]any{"Value": text})
	}
	return at, nil
}

// reasoned tells the soft rules that a booking does not keep and gives the reason to go on: the
// one on the command line, else that a terminal asked for it.
func (d *desk) reasoned(by coop.Actor, id coop.VisitID, b office.Booking, reason string) (office.Booking, error) {
	b.Reason = reason
	verdict, err := d.office.JudgeVisit(d.ctx, by, id, b)
	if err != nil {
		return b, err
	}
	for _, w := range verdict.Warned {
		d.warn(d.words.T(w.Key, w.Args))
	}
	if len(verdict.Warned) > 0 && b.Reason == "" {
		b.Reason = d.words.T("ctl.visits.reason")
	}
	return b, nil
}

// clashing names the visit that holds the time which was asked for, besides the refusal itself.
func (d *desk) clashing(err error) error {
	if clash, ok := errors.AsType[*coop.ClashError](err); ok {
		if stop, found := d.office.StopOf(d.ctx, clash.With.ID); found == nil && stop.ID != "" {
			d.warn(d.visitLine(stop.VisitRow))
		}
	}
	return err
}

type moveCommand struct {
	ID      string `arg:"" help:"${help_visit}"`
	Start   string `help:"${help_start}" required:"" placeholder:"2026-12-01T10:00"`
	Officer string `help:"${help_officer}" placeholder:"LOGIN"`
	Minutes int    `help:"${help_move_minutes}" placeholder:"45"`
	Place   string `help:"${help_move_place}" default:"" enum:",home,office,phone" placeholder:"home|office|phone"`
	Reason  string `help:"${help_reason}" placeholder:"TEXT"`
	Told    string `help:"${help_told}" default:"" enum:",post,call,mail,person" placeholder:"post|call|mail|person"`
	Agreed  bool   `help:"${help_agreed}"`
	By      string `help:"${help_moved_by}" default:"" enum:",them,us" placeholder:"them|us"`
}

// movedBy says on whose side a move was asked for.
var movedBy = map[string]coop.Result{"them": coop.MovedByThem, "us": coop.MovedByUs}

// Run gives a visit another time, officer or place.
func (c *moveCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	before, err := d.office.Visit(d.ctx, by, coop.VisitID(c.ID))
	if err != nil {
		return err
	}
	b := office.Booking{
		Household: before.Household, Officer: before.Officer, Kind: before.Kind, Place: before.Place, Minutes: c.Minutes,
		Told: before.Told, Agreed: c.Agreed, MovedBy: movedBy[c.By],
	}
	if c.Place != "" {
		b.Place = coop.Place(c.Place)
	}
	if b.Minutes == 0 && b.Place == before.Place {
		b.Minutes = before.Minutes()
	}
	if c.Told != "" {
		b.Told = coop.Channel(c.Told)
	}
	if b, err = d.timed(b, c.Start, c.Officer); err != nil {
		return err
	}
	if b, err = d.reasoned(by, before.ID, b, c.Reason); err != nil {
		return err
	}
	v, err := d.office.MoveVisit(d.ctx, by, before.ID, b)
	if err != nil {
		return d.clashing(err)
	}
	return d.print(v, func() {
		d.say(d.words.T("ctl.visits.moved", i18n.Args{"From": d.words.When(before.Start), "To": d.words.When(v.Start)}))
	})
}

type cancelCommand struct {
	ID     string `arg:"" help:"${help_visit}"`
	Reason string `help:"${help_cancel_reason}" placeholder:"TEXT"`
	Undo   bool   `help:"${help_cancel_undo}"`
}

// Run cancels a visit, or takes that back.
func (c *cancelCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	if c.Undo {
		v, err := d.office.RestoreVisit(d.ctx, by, coop.VisitID(c.ID))
		if err != nil {
			return d.clashing(err)
		}
		return d.print(v, func() { d.say(d.words.T("booking.restored", i18n.Args{"When": d.words.When(v.Start)})) })
	}
	v, err := d.office.CancelVisit(d.ctx, by, coop.VisitID(c.ID), c.Reason)
	if err != nil {
		return err
	}
	return d.print(v, func() {
		d.say(d.words.T("ctl.visits.cancelled", i18n.Args{"When": d.words.When(v.Start)}))
	})
}

type listCommand struct {
	From    string `help:"${help_from}" required:"" placeholder:"2026-12-01"`
	To      string `help:"${help_to}" required:"" placeholder:"2026-12-31"`
	Officer string `help:"${help_officer}" placeholder:"LOGIN"`
}

// Run lists the visits of some days, both ends included.
func (c *listCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	from, err := readDay(c.From)
	if err != nil {
		return err
	}
	to, err := readDay(c.To)
	if err != nil {
		return err
	}
	officer, err := d.officer(c.Officer)
	if err != nil {
		return err
	}
	rows, err := d.office.Visits(d.ctx, by, from, to, officer.ID)
	if err != nil {
		return err
	}
	return d.print(listed(rows), func() {
		for _, v := range rows {
			d.say(d.visitLine(v))
		}
		d.warn(d.words.N("ctl.visits.listed", len(rows)))
	})
}

// readDay reads a day of the command line.
func readDay(text string) (coop.Day, error) {
	found, err := coop.ParseDay(text)
	if err != nil {
		return "", coop.Refuse("ctl.refused.day", map[string]any{"Value": text})
	}
	return found, nil
}

// officer finds a member of staff by login; no login is nobody.
func (d *desk) officer(login string) (coop.Staff, error) {
	if login == "" {
		return coop.Staff{}, nil
	}
	return d.office.FindStaff(d.ctx, login)
}

// visitLine is a visit on one line.
func (d *desk) visitLine(v coop.VisitRow) string {
	w := d.words
	state := w.T(i18n.VisitStateKey(v.State))
	switch {
	case v.Result != coop.NoResult:
		state = w.T(i18n.ResultKey(v.Result))
	case v.State == coop.VisitPlanned && !v.Confirmed.IsZero():
		state = w.T("agenda.sign.confirmed")
	}
	return strings.Join(filled(string(v.ID), w.DayShort(w.DayOf(v.Start)), w.Hour(v.Start), w.People(v.Row.Holders), v.Row.Residence, v.OfficerName, state), "\t")
}
