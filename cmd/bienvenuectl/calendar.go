package main

import (
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/cmd/bienvenue/feed"
)

type icsCommand struct {
	Officer string `help:"${help_ics_officer}" placeholder:"LOGIN"`
	Month   string `help:"${help_ics_month}" xor:"what" placeholder:"2026-12"`
	Day     string `help:"${help_ics_day}" xor:"what" placeholder:"2026-12-01"`
	Visit   string `help:"${help_ics_visit}" xor:"what" placeholder:"ID"`
	Feed    string `help:"${help_ics_feed}" xor:"what" placeholder:"FOLDER"`
	Out     string `help:"${help_ics_out}" placeholder:"FILE.ics"`
}

// Run writes visits as a calendar file: of a month, of a day or one; or the files of all officers in a
// folder that their calendars read.
func (c *icsCommand) Run(d *desk) error {
	if c.Feed != "" {
		return c.keep(d)
	}
	if c.Out == "" || (c.Visit == "" && (c.Officer == "" || c.Month == c.Day)) {
		return coop.Refuse("ctl.refused.ics", nil)
	}
	by, err := d.begin()
	if err != nil {
		return err
	}
	officer, stops, err := c.stops(d, by)
	if err != nil {
		return err
	}
	s, err := d.office.Settings(d.ctx)
	if err != nil {
		return err
	}
	text, err := d.calendars().Calendar(s, officer, stops, d.words)
	if err != nil {
		return err
	}
	path := whole(c.Out)
	if err := feed.Write(path, text); err != nil {
		return coop.Refuse("ctl.refused.write", map[string]any{"Path": path})
	}
	return d.print(wroteFile{File: path, Visits: len(stops)}, func() {
		d.say(d.words.N("ctl.ics.done", len(stops), i18n.Args{"Path": path}))
	})
}

// wroteFile is a file of visits.
type wroteFile struct {
	File   string `json:"file"`
	Visits int    `json:"visits"`
}

// calendars are what calendar files are made from.
func (d *desk) calendars() feed.Books {
	return feed.Books{Office: d.office, Now: time.Now, Words: d.tongues.Words}
}

// stops are the visits that the command line asks for, with whose they are.
func (c *icsCommand) stops(d *desk, by coop.Actor) (officer coop.Staff, stops []coop.Stop, err error) {
	if c.Visit != "" {
		stop, err := d.office.StopOf(d.ctx, coop.VisitID(c.Visit))
		if err != nil {
			return officer, nil, err
		}
		by, err = d.acting(coop.Actor{}, stop.Officer)
		return by.Staff, []coop.Stop{stop}, err
	}
	if officer, err = d.officer(c.Officer); err != nil {
		return officer, nil, err
	}
	from, to, err := c.days()
	if err != nil {
		return officer, nil, err
	}
	stops, err = d.office.CalendarStops(d.ctx, officer.ID, from, to)
	return officer, stops, err
}

// days are the first and the last day that the command line asks for.
func (c *icsCommand) days() (from, to coop.Day, err error) {
	if c.Day != "" {
		from, err = readDay(c.Day)
		return from, from, err
	}
	m, err := coop.ParseMonth(c.Month)
	if err != nil {
		return "", "", coop.Refuse("ctl.refused.month", map[string]any{"Value": c.Month})
	}
	return m.First(), m.First().AddMonths(1).Add(-1), nil
}

// keptBook is an officer's file in a folder.
type keptBook struct {
	File   string `json:"file"`
	Login  string `json:"login"`
	Visits int    `json:"visits"`
}

// keep writes the file of each officer, or of one, in a folder.
func (c *icsCommand) keep(d *desk) error {
	if _, err := d.begin(); err != nil {
		return err
	}
	officer, err := d.officer(c.Officer)
	if err != nil {
		return err
	}
	books, err := d.calendars().Keep(d.ctx, whole(c.Feed), func(id coop.StaffID) bool { return officer.ID == "" || id == officer.ID })
	if err != nil {
		return err
	}
	kept := make([]keptBook, len(books))
	for i, b := range books {
		kept[i] = keptBook{File: b.Path, Login: b.Officer.Login, Visits: len(b.Stops)}
	}
	return d.print(kept, func() {
		for _, b := range kept {
			d.say(d.words.N("ctl.ics.done", b.Visits, i18n.Args{"Path": b.File}))
		}
	})
}
