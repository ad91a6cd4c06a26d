package main

import (
	"context"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/ui/sheet"
	"bienvenue/cmd/bienvenue/press"
)

// pressDesk makes one paper of a household for its screen, and keeps what was done with it.
type pressDesk struct {
	press  *press.Press
	office *office.Office
	by     coop.Actor
	order  press.Order
	words  *i18n.Words // of whoever prints it
	made   press.Made  // what was made last
}

// Make implements sheet.Desk.
func (d *pressDesk) Make(ctx context.Context) (sheet.Made, error) {
	made, err := d.press.Pages(ctx, d.by, d.order)
	if err != nil {
		return sheet.Made{}, err
	}
	d.made = made
	m, err := madeOf(made.Pages, made.At)
	m.Notes, m.Alone = made.Notes(d.words), made.Alone
	return m, err
}

// Keep implements sheet.Desk. Blank papers are nobody's: no journal tells of them.
func (d *pressDesk) Keep(ctx context.Context, hash string, means coop.PaperMeans) error {
	if d.made.Household == "" {
		return nil
	}
	return d.office.KeepPaper(ctx, d.by, coop.Paper{
		Household: d.made.Household, Kind: d.made.Kind, Event: d.made.Event, Hash: hash, Means: means,
		Language: d.made.Language, Second: d.made.Second,
	})
}
