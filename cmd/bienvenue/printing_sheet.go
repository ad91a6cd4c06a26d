package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"bienvenue/cmd/bienvenue/press"

	"bienvenue/app/coop"
	"bienvenue/app/paper"
	"bienvenue/app/template"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/sheet"
)

// sheetOffice gathers a sheet and keeps what was done with it.
type sheetOffice interface {
	SheetFor(ctx context.Context, by coop.Actor, id coop.HouseholdID) (coop.Sheet, error)
	Template(ctx context.Context, name coop.TemplateName) (template.Template, error)
	KeepPaper(ctx context.Context, by coop.Actor, p coop.Paper) error
}

// sheetDesk makes one household's welcome sheet for its screen.
type sheetDesk struct {
	office    sheetOffice
	by        coop.Actor
	household coop.HouseholdID
	words     paper.Words
	now       func() time.Time
	zone      *time.Location
}

// Make gathers and lays out the sheet.
func (d sheetDesk) Make(ctx context.Context) (sheet.Made, error) {
	content, err := d.office.SheetFor(ctx, d.by, d.household)
	if err != nil {
		return sheet.Made{}, err
	}
	texts, err := d.office.Template(ctx, coop.TemplateName{Kind: coop.WelcomeSheet, Language: d.words.Language()})
	if err != nil {
		return sheet.Made{}, err
	}
	made := d.now().In(d.zone)
	pages, err := paper.LaySheet(content, paper.Tongue{Texts: texts, Words: d.words}, nil, press.Fonts(), made)
	if err != nil {
		return sheet.Made{}, err
	}
	var pdf bytes.Buffer
	if err := paper.WritePages(&pdf, pages, press.Fonts(), made); err != nil {
		return sheet.Made{}, err
	}
	hash := sha256.Sum256(pdf.Bytes())
	shown := sheet.Made{PDF: pdf.Bytes(), Hash: hex.EncodeToString(hash[:])}
	for _, page := range pages {
		shown.Replaced = shown.Replaced || page.Replaced
		shown.Leaves = append(shown.Leaves, kit.Leaf{Width: page.Width, Height: page.Height, Draw: func(p kit.Pencil) { page.Draw(p) }})
	}
	return shown, nil
}

// Keep keeps in the journal what was done with the sheet.
func (d sheetDesk) Keep(ctx context.Context, hash string, means coop.PaperMeans) error {
	return d.office.KeepPaper(ctx, d.by, coop.Paper{Household: d.household, Kind: coop.WelcomeSheet, Hash: hash, Means: means})
}
