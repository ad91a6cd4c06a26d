package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
	"bienvenue/assets"
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
	fonts := paper.Fonts{Regular: assets.FontRegular, Semibold: assets.FontSemiBold, Bold: assets.FontBold}
	if err := paper.WelcomeSheet(&pdf, sheet, d.words, fonts, time.Now().In(d.zone)); err != nil {
		return fmt.Errorf("make the sheet: %w", err)
	}
	if err := os.WriteFile(c.Out, pdf.Bytes(), 0o600); err != nil {
		return coop.Refuse("ctl.refused.write", map[string]any{"Path": whole(c.Out)})
	}
	sum := sha256.Sum256(pdf.Bytes())
	made := struct {
		File      string           `json:"file"`
		Household coop.HouseholdID `json:"household"`
		Hash      string           `json:"hash"`
	}{whole(c.Out), id, hex.EncodeToString(sum[:])}
	if err := d.office.KeepPaper(d.ctx, by, id, coop.WelcomeSheet, made.Hash, coop.PaperSaved); err != nil {
		return err
	}
	return d.print(made, func() { d.say(d.words.T("ctl.sheet.done", i18n.Args{"Path": made.File})) })
}
