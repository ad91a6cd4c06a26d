package main

import (
	"strings"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
)

// acting is who acts when the command line names nobody: what came of a visit is always somebody's.
func (d *desk) acting(by coop.Actor, instead coop.StaffID) (coop.Actor, error) {
	if by.Staff.ID != "" {
		return by, nil
	}
	var err error
	if by.Staff, err = d.colleague(instead); err == nil && by.Staff.ID == "" {
		err = coop.Refuse("ctl.refused.staff", nil)
	}
	return by, err
}

type confirmCommand struct {
	ID   string `arg:"" help:"${help_visit}"`
	Undo bool   `help:"${help_confirm_undo}"`
}

// Run notes that the household will be there, or takes that back.
func (c *confirmCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	v, err := d.office.ConfirmVisit(d.ctx, by, coop.VisitID(c.ID), !c.Undo)
	if err != nil {
		return err
	}
	return d.print(v, func() {
		when := i18n.Args{"When": d.words.When(v.Start)}
		if c.Undo {
			d.say(d.words.T("ctl.visits.unconfirmed", when))
			return
		}
		d.say(d.words.T("ctl.visits.confirmed", when))
	})
}

type remindCommand struct {
	ID   string `arg:"" help:"${help_visit}"`
	How  string `help:"${help_remind_how}" default:"" enum:",post,call,mail,person" placeholder:"post|call|mail|person"`
	Undo bool   `help:"${help_remind_undo}"`
}

// Run notes that the household was reminded, or takes that back.
func (c *remindCommand) Run(d *desk) error {
	how := coop.Channel(c.How)
	if (how == coop.NoChannel) != c.Undo {
		return coop.Refuse("ctl.refused.how", nil)
	}
	by, err := d.begin()
	if err != nil {
		return err
	}
	v, err := d.office.RemindVisit(d.ctx, by, coop.VisitID(c.ID), how)
	if err != nil {
		return err
	}
	return d.print(v, func() {
		if c.Undo {
			d.say(d.words.T("ctl.visits.unreminded", i18n.Args{"When": d.words.When(v.Start)}))
			return
		}
		d.say(d.words.T("ctl.visits.reminded", i18n.Args{"When": d.words.When(v.Start), "How": d.words.T(i18n.ChannelKey(how))}))
	})
}

type closeCommand struct {
	ID     string `arg:"" help:"${help_visit}"`
	Result string `help:"${help_result}" required:"" enum:"done,shortened,done-phone,done-office,absent,moved-by-them,moved-by-us,refused,unreachable,left" placeholder:"RESULT"`
	Note   string `help:"${help_note}" placeholder:"TEXT"`
}

// Run says how a visit ended that no talk was led for, and what that asks for now.
func (c *closeCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	id := coop.VisitID(c.ID)
	before, err := d.office.Visit(d.ctx, by, id)
	if err != nil {
		return err
	}
	if by, err = d.acting(by, before.Officer); err != nil {
		return err
	}
	const unasked = -1
	v, err := d.office.CloseVisit(d.ctx, by, id, coop.Outcome{Result: coop.Result(c.Result), Comment: c.Note, Overall: unasked}, nil)
	if err != nil {
		return err
	}
	waits, err := d.archive.OwingOne(d.ctx, v.Household)
	if err != nil {
		return err
	}
	return d.print(v, func() {
		d.say(d.words.T("ctl.visits.closed", i18n.Args{"When": d.words.When(v.Start), "Result": d.words.T(i18n.ResultKey(v.Result))}))
		switch {
		case v.Result != coop.Absent:
		case waits.Trips >= coop.MaxTrips:
			d.warn(d.words.T("ctl.visits.absent-twice"))
		default:
			d.warn(d.words.T("ctl.visits.absent"))
		}
	})
}

type giveUpCommand struct {
	Household string `help:"${help_household}" required:"" placeholder:"REF"`
	Reason    string `help:"${help_give_up_reason}" placeholder:"TEXT"`
	Undo      bool   `help:"${help_give_up_undo}"`
}

// Run stops trying to visit a household, or takes that back.
func (c *giveUpCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	id, err := d.office.FindHousehold(d.ctx, by, c.Household)
	if err != nil {
		return err
	}
	f, err := d.office.Open(d.ctx, by, id)
	if err != nil {
		return err
	}
	if c.Undo {
		return d.reopen(by, f)
	}
	var last coop.StaffID
	if len(f.Visits) > 0 {
		last = f.Visits[len(f.Visits)-1].Officer
	}
	if by, err = d.acting(by, last); err != nil {
		return err
	}
	v, err := d.office.CloseAttempts(d.ctx, by, id, c.Reason)
	if err != nil {
		return err
	}
	return d.print(v, func() {
		d.say(d.words.T("ctl.visits.gave-up", i18n.Args{"People": d.words.People(f.Household.Holders)}))
	})
}

// reopen has the coop try again to visit a household.
func (d *desk) reopen(by coop.Actor, f coop.File) error {
	for _, v := range f.Visits {
		if v.State != coop.VisitClosed {
			continue
		}
		again, err := d.office.ReopenAttempts(d.ctx, by, v.ID)
		if err != nil {
			return err
		}
		return d.print(again, func() {
			d.say(d.words.T("ctl.visits.reopened", i18n.Args{"People": d.words.People(f.Household.Holders)}))
		})
	}
	return coop.Refuse("ctl.refused.reopen", nil)
}

type owingCommand struct {
	Limit  int `help:"${help_owing_limit}" default:"20" placeholder:"N"`
	Offset int `help:"${help_owing_offset}" placeholder:"N"`
}

// waiting is who waits for a visit, with why and until when.
type waiting struct {
	coop.Owing
	Why    coop.DueReason `json:"why"`
	Window coop.Window    `json:"window"`
}

// Run lists the households that wait for a courtesy visit, the end of their window first.
func (c *owingCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	all, total, err := d.office.Owing(d.ctx, by, c.Limit, c.Offset)
	if err != nil {
		return err
	}
	rules, err := d.office.VisitRules(d.ctx)
	if err != nil {
		return err
	}
	waits := make([]waiting, len(all))
	for i, o := range all {
		waits[i] = waiting{Owing: o, Why: o.Why(), Window: rules.Window.Of(o.Entry)}
	}
	w := d.words
	return d.print(waits, func() {
		for _, o := range waits {
			until := w.T("ctl.owing.until", i18n.Args{"Day": w.DayShort(o.Window.To)})
			if o.Window.To < d.office.Today() {
				until = w.T("ctl.owing.late", i18n.Args{"Day": w.DayShort(o.Window.To)})
			}
			d.say(d.row(o.Row) + "\t" + until + "\t" + w.T(i18n.DueReasonKey(o.Why)))
		}
		d.warn(w.N("ctl.owing.listed", total))
	})
}

type remindersCommand struct {
	Officer string `help:"${help_officer}" placeholder:"LOGIN"`
}

// Run lists the visits whose households are to be reminded today: nothing is sent by itself.
func (c *remindersCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	officer, err := d.officer(c.Officer)
	if err != nil {
		return err
	}
	stops, err := d.office.Reminders(d.ctx, by, officer.ID)
	if err != nil {
		return err
	}
	return d.print(listed(stops), func() {
		for _, s := range stops {
			d.say(strings.Join(filled(d.visitLine(s.VisitRow), d.reach(s.Row.Holders), d.wishes(s.Prefers)), "\t"))
		}
		d.warn(d.words.N("ctl.reminders.listed", len(stops)))
	})
}

// reach is how the holders of a household are reached.
func (d *desk) reach(holders []coop.Cooperator) string {
	var all []string
	for _, h := range holders {
		all = append(all, filled(d.words.Phone(h.Mobile), d.words.Phone(h.Phone), h.Email)...)
	}
	return strings.Join(all, ", ")
}

// wishes is what a household wishes for its visit.
func (d *desk) wishes(all []coop.Preference) string {
	said := make([]string, len(all))
	for i, p := range all {
		said[i] = d.words.T(i18n.PreferenceKey(p))
	}
	return strings.Join(said, ", ")
}
