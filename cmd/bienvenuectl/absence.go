package main

import (
	"slices"
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

type absenceCommand struct {
	Add    absenceAddCommand    `cmd:"" help:"${help_absence_add}"`
	List   absenceListCommand   `cmd:"" help:"${help_absence_list}"`
	Remove absenceRemoveCommand `cmd:"" help:"${help_absence_remove}"`
}

type absenceAddCommand struct {
	Officer string `help:"${help_absence_officer}" xor:"who" placeholder:"LOGIN"`
	Coop    bool   `help:"${help_absence_coop}" xor:"who"`
	From    string `help:"${help_from}" required:"" placeholder:"2026-12-01"`
	To      string `help:"${help_absence_to}" placeholder:"2026-12-04"`
	Span    string `help:"${help_absence_span}" placeholder:"09:00-12:00"`
	Kind    string `help:"${help_absence_kind}" default:"" enum:",absence,meeting,extra,closed,bridge" placeholder:"absence|meeting|extra|closed|bridge"`
	Weekly  bool   `help:"${help_absence_weekly}"`
	Label   string `help:"${help_absence_label}" placeholder:"TEXT"`
}

// absent is what was kept, with the booked visits that it comes upon.
type absent struct {
	coop.Exception
	Upon []coop.VisitRow `json:"upon"`
}

// Run keeps a time that differs from the usual week, and tells the booked visits that it comes upon.
func (c *absenceAddCommand) Run(d *desk) error {
	if c.Officer == "" && !c.Coop {
		return coop.Refuse("ctl.refused.who", nil)
	}
	by, err := d.begin()
	if err != nil {
		return err
	}
	e, err := c.exception(d)
	if err != nil {
		return err
	}
	return d.except(by, e)
}

func (c *absenceAddCommand) exception(d *desk) (e coop.Exception, err error) {
	e = coop.Exception{Kind: coop.ExceptionKind(c.Kind), Weekly: c.Weekly, Label: c.Label}
	switch {
	case c.Kind != "":
	case c.Coop:
		e.Kind = coop.CoopClosed
	default:
		e.Kind = coop.StaffAway
	}
	officer, err := d.officer(c.Officer)
	if err != nil {
		return e, err
	}
	e.Staff = officer.ID
	if e.From, err = readDay(c.From); err != nil {
		return e, err
	}
	e.To = e.From
	if c.To != "" {
		if e.To, err = readDay(c.To); err != nil {
			return e, err
		}
	}
	if c.Span != "" {
		e.Span, err = readSpan(c.Span)
	}
	return e, err
}

// except keeps an exception and tells what it comes upon.
func (d *desk) except(by coop.Actor, e coop.Exception) error {
	e, upon, err := d.office.AddException(d.ctx, by, e)
	if err != nil {
		return err
	}
	names, err := d.names()
	if err != nil {
		return err
	}
	return d.print(absent{e, listed(upon)}, func() {
		d.say(d.exceptionLine(e, names))
		d.sayUpon(upon)
	})
}

// names are the names of the staff.
func (d *desk) names() (map[coop.StaffID]string, error) {
	all, err := d.office.Staff(d.ctx)
	if err != nil {
		return nil, err
	}
	names := map[coop.StaffID]string{}
	for _, s := range all {
		names[s.ID] = s.Name
	}
	return names, nil
}

// exceptionLine is an exception on one line.
func (d *desk) exceptionLine(e coop.Exception, names map[coop.StaffID]string) string {
	w := d.words
	days := w.DayLong(e.From)
	switch {
	case e.Weekly:
		days = w.T("ctl.absence.weekly", i18n.Args{"Weekday": w.Weekday(e.From.Weekday()), "From": w.DayShort(e.From), "To": w.DayShort(e.To)})
	case e.To != e.From:
		days = w.T("ctl.absence.days", i18n.Args{"From": w.DayShort(e.From), "To": w.DayShort(e.To)})
	}
	span := ""
	if !e.Span.Whole() {
		span = d.span(e.Span)
	}
	who := names[e.Staff]
	if e.Staff == "" {
		who = w.T("ctl.absence.all")
	}
	return strings.Join(filled(string(e.ID), who, w.T(i18n.ExceptionKey(e.Kind)), days, span, e.Label), "\t")
}

type absenceListCommand struct {
	From    string `help:"${help_absence_since}" placeholder:"2026-12-01"`
	To      string `help:"${help_absence_until}" placeholder:"2026-12-31"`
	Officer string `help:"${help_absence_of}" placeholder:"LOGIN"`
}

// Run lists what differs from the usual weeks on some days, from today for a year unless told otherwise.
func (c *absenceListCommand) Run(d *desk) error {
	if _, err := d.begin(); err != nil {
		return err
	}
	from, err := d.dayOr(c.From, d.office.Today())
	if err != nil {
		return err
	}
	to, err := d.dayOr(c.To, from.AddMonths(12))
	if err != nil {
		return err
	}
	officer, err := d.officer(c.Officer)
	if err != nil {
		return err
	}
	all, err := d.office.Exceptions(d.ctx, from, to)
	if err != nil {
		return err
	}
	if officer.ID != "" {
		all = slices.DeleteFunc(all, func(e coop.Exception) bool { return e.Staff != officer.ID && e.Staff != "" })
	}
	names, err := d.names()
	if err != nil {
		return err
	}
	return d.print(listed(all), func() {
		for _, e := range all {
			d.say(d.exceptionLine(e, names))
		}
		d.warn(d.words.N("ctl.absence.listed", len(all)))
	})
}

// dayOr reads a day of the command line, which has another meaning when it is not given.
func (*desk) dayOr(text string, otherwise coop.Day) (coop.Day, error) {
	if text == "" {
		return otherwise, nil
	}
	return readDay(text)
}

type absenceRemoveCommand struct {
	ID string `arg:"" help:"${help_absence_id}"`
}

// Run takes an exception away.
func (c *absenceRemoveCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	e, err := d.office.RemoveException(d.ctx, by, coop.ExceptionID(c.ID))
	if err != nil {
		return err
	}
	names, err := d.names()
	if err != nil {
		return err
	}
	return d.print(e, func() { d.say(d.words.T("ctl.absence.removed", i18n.Args{"What": d.exceptionLine(e, names)})) })
}
