package main

import (
	"fmt"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/month"
)

type monthCommand struct {
	Month   string `arg:"" help:"${help_month_value}"`
	Officer string `help:"${help_officer}" placeholder:"LOGIN"`
}

// Run prints the figures of a month.
func (c *monthCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	m, err := coop.ParseMonth(c.Month)
	if err != nil {
		return coop.Refuse("ctl.refused.month", map[string]any{"Value": c.Month})
	}
	var officer coop.Staff
	if c.Officer != "" {
		if officer, err = d.office.FindStaff(d.ctx, c.Officer); err != nil {
			return err
		}
	}
	r, err := d.office.Month(d.ctx, by, m, officer.ID)
	if err != nil {
		return err
	}
	return d.print(r, func() { d.month(r) })
}

// month prints a report for people.
func (d *desk) month(r month.Report) {
	w := d.words
	line := func(label, value string) { d.say(fmt.Sprintf("%-42s  %s", label, value)) }
	d.say(w.Month(r.Month))
	line(w.T("ctl.month.visits"), d.share(r.Visits))
	line(w.T("ctl.month.planned"), w.Number(r.Planned))
	line(w.T("ctl.month.window"), d.share(r.InWindow))
	if r.Delay.N > 0 {
		line(w.T("ctl.month.delay"), w.N("ctl.month.days", r.Delay.Days))
	}
	line(w.T("ctl.month.absences"), d.share(r.Absences))
	line(w.T("ctl.month.others"), w.Number(r.Others))
	if mean, ok := r.Overall.Value(); ok && !r.Overall.Hidden() {
		line(w.T("ctl.month.overall"), w.T("ctl.month.mean", i18n.Args{"Mean": w.Decimal(mean), "N": r.Overall.N}))
	}
	line(w.T("ctl.month.counter"), w.Number(r.CounterTalks))
	line(w.T("ctl.month.opened"), w.Number(r.Opened))
	line(w.T("ctl.month.closed"), w.Number(r.Closed))
	line(w.T("ctl.month.late"), w.Number(r.Late))
	line(w.T("ctl.month.sheets"), w.Number(r.Sheets))
	line(w.T("ctl.month.subscribed"), w.Number(r.Subscribed))
	for _, m := range r.Motives {
		line("  "+w.T(i18n.MotiveKey(m.Motive)), w.Number(m.N))
	}
}

// share is a part of a whole with its percentage.
func (d *desk) share(s month.Share) string {
	value, ok := s.Value()
	if !ok {
		return d.words.Number(s.N)
	}
	return d.words.T("ctl.month.share", i18n.Args{"N": s.N, "Of": s.Of, "Percent": d.words.Percent(value)})
}
