package main

import (
	"bytes"
	"fmt"
	"time"

	"bienvenue/cmd/bienvenue/press"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
	"bienvenue/cmd/bienvenue/feed"
)

type roundCommand struct {
	Officer string `help:"${help_officer}" required:"" placeholder:"LOGIN"`
	Day     string `help:"${help_round_day}" placeholder:"2026-12-01"`
	Out     string `help:"${help_out}" placeholder:"FILE.pdf"`
}

// Run shows an officer's day in the order of the way, or prints it into a PDF.
func (c *roundCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	day, err := d.dayOr(c.Day, d.office.Today())
	if err != nil {
		return err
	}
	officer, err := d.officer(c.Officer)
	if err != nil {
		return err
	}
	r, err := d.office.Round(d.ctx, by, officer.ID, day)
	if err != nil {
		return err
	}
	if c.Out != "" {
		return d.printRound(r, whole(c.Out))
	}
	r.Stops, r.Busy = listed(r.Stops), listed(r.Busy)
	return d.print(r, func() {
		for _, s := range r.Stops {
			d.say(d.visitLine(s.VisitRow))
		}
		d.warn(d.words.N("ctl.visits.listed", len(r.Stops)))
	})
}

// printRound writes a day as a PDF, whole or not at all.
func (d *desk) printRound(r coop.Round, path string) error {
	s, err := d.office.Settings(d.ctx)
	if err != nil {
		return err
	}
	var pdf bytes.Buffer
	page := paper.Round{Round: r, Coop: s.Coop, Logo: s.Logo, Map: s.MapLink}
	if err := paper.RoundSheet(&pdf, page, d.words, press.Fonts(), time.Now().In(d.zone)); err != nil {
		return fmt.Errorf("print the round: %w", err)
	}
	if err := feed.Write(path, pdf.Bytes()); err != nil {
		return coop.Refuse("ctl.refused.write", map[string]any{"Path": path})
	}
	wrote := wroteFile{File: path, Visits: len(r.Stops)}
	return d.print(wrote, func() { d.say(d.words.N("ctl.round.done", wrote.Visits, i18n.Args{"Path": path})) })
}
