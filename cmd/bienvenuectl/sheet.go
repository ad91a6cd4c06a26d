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
	texts, err := d.office.Template(d.ctx, coop.TemplateName{Kind: coop.WelcomeSheet, Language: d.words.Language()})
	if err != nil {
		return err
	}
	made := time.Now().In(d.zone)
	pages, err := paper.LaySheet(sheet, paper.Tongue{Texts: texts, Words: d.words}, nil, press.Fonts(), made)
	if err != nil {
		return fmt.Errorf("make the sheet: %w", err)
	}
	var pdf bytes.Buffer
	if err := paper.WritePages(&pdf, pages, press.Fonts(), made); err != nil {
		return fmt.Errorf("make the sheet: %w", err)
	}
	return d.keepPaper(by, coop.Paper{Household: id, Kind: coop.WelcomeSheet}, whole(c.Out), pdf.Bytes())
}
