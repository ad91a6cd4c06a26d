package main

import (
	"bytes"
	"fmt"
	"time"

	"bienvenue/cmd/bienvenue/press"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

type sheetCommand struct {
	Household string `help:"${help_household}" required:"" placeholder:"REF"`
	Out       string `help:"${help_out}" required:"" placeholder:"FILE.pdf"`
}

// Run makes a household's welcome sheet and enters it in the journal.
func (c *sheetCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	id, err := d.office.FindHousehold(d.ctx, by, c.Household)
	if err != nil {
		return err
	}
	sheet, err := d.office.SheetFor(d.ctx, by, id)
	if err != nil {
		return err
	}
	var pdf bytes.Buffer
	if err := paper.WelcomeSheet(&pdf, sheet, d.words, press.Fonts(), time.Now().In(d.zone)); err != nil {
		return fmt.Errorf("make the sheet: %w", err)
	}
	return d.keepPaper(by, coop.Paper{Household: id, Kind: coop.WelcomeSheet}, whole(c.Out), pdf.Bytes())
}
