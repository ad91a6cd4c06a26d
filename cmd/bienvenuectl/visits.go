package main

import (
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
}

// Run books a courtesy visit. Soft rules that are not kept are told and do not stop it.
func (c *bookCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	b := office.Booking{Kind: coop.CourtesyVisit, Place: coop.Place(c.Place), Minutes: c.Minutes}
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
		return err
	}
	return d.print(v, func() {
		d.say(d.words.T("ctl.visits.booked", i18n.Args{"When": d.words.When(v.Start), "ID": string(v.ID)}))
	})
}

// timed completes a booking with its start and its officer.
func (d *desk) timed(b office.Booking, start, login string) (office.Booking, error) {
	at, err := time.ParseInLocation(startForm, start, d.zone)
	if err != nil {
		return b, coop.Refuse("ctl.refused.start", map[string]any{"Value": start})
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

type moveCommand struct {
	ID      string `arg:"" help:"${help_visit}"`
	Start   string `help:"${help_start}" required:"" placeholder:"2026-12-01T10:00"`
	Officer string `help:"${help_officer}" placeholder:"LOGIN"`
	Minutes int    `help:"${help_minutes}" placeholder:"45"`
	Reason  string `help:"${help_reason}" placeholder:"TEXT"`
}

// Run gives a visit another time.
func (c *moveCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	before, err := d.archive.Visit(d.ctx, coop.VisitID(c.ID))
	if err != nil {
		return err
	}
	b := office.Booking{Household: before.Household, Officer: before.Officer, Place: before.Place, Minutes: c.Minutes}
	if b.Minutes == 0 {
		b.Minutes = before.Minutes()
	}
	if b, err = d.timed(b, c.Start, c.Officer); err != nil {
		return err
	}
	if b, err = d.reasoned(by, before.ID, b, c.Reason); err != nil {
		return err
	}
	v, err := d.office.MoveVisit(d.ctx, by, before.ID, b)
	if err != nil {
		return err
	}
	return d.print(v, func() {
		d.say(d.words.T("ctl.visits.moved", i18n.Args{"From": d.words.When(before.Start), "To": d.words.When(v.Start)}))
	})
}

type cancelCommand struct {
	ID     string `arg:"" help:"${help_visit}"`
	Reason string `help:"${help_cancel_reason}" required:"" placeholder:"TEXT"`
}

// Run cancels a visit.
func (c *cancelCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
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
	from, err := coop.ParseDay(c.From)
	if err != nil {
		return coop.Refuse("ctl.refused.day", map[string]any{"Value": c.From})
	}
	to, err := coop.ParseDay(c.To)
	if err != nil {
		return coop.Refuse("ctl.refused.day", map[string]any{"Value": c.To})
	}
	var officer coop.Staff
	if c.Officer != "" {
		if officer, err = d.office.FindStaff(d.ctx, c.Officer); err != nil {
			return err
		}
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

// visitLine is a visit on one line.
func (d *desk) visitLine(v coop.VisitRow) string {
	w := d.words
	state := w.T(i18n.VisitStateKey(v.State))
	if v.Result != coop.NoResult {
		state = w.T(i18n.ResultKey(v.Result))
	}
	return strings.Join(filled(string(v.ID), w.DayShort(w.DayOf(v.Start)), w.Hour(v.Start), w.People(v.Row.Holders), v.Row.Residence, v.OfficerName, state), "\t")
}
