package main

import (
	"bytes"

	"bienvenue/cmd/bienvenue/press"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
)

type sheetCommand struct {
	Household string `help:"${help_household}" required:"" placeholder:"REF"`
	Simple    bool   `help:"${help_sheet_simple}"`
	In        string `help:"${help_sheet_in}" placeholder:"LANG"`
	Second    string `help:"${help_letter_second}" placeholder:"own|LANG"`
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
	order := press.Order{Kind: coop.WelcomeSheet, Household: id, Language: c.In, Second: c.Second}
	if c.Simple {
		order.Kind = coop.SimpleSheet
	}
	made, err := d.press().Pages(d.ctx, by, order)
	if err != nil {
		return err
	}
	for _, note := range made.Notes(d.words) {
		d.warn(note)
	}
	var pdf bytes.Buffer
	if err := paper.WritePages(&pdf, made.Pages, press.Fonts(), made.At); err != nil {
		return err
	}
	return d.keepPaper(by, coop.Paper{Household: id, Kind: made.Kind, Language: made.Language, Second: made.Second}, whole(c.Out), pdf.Bytes())
}
