package main

import (
	"context"
	"errors"
	"slices"
	"strings"

	"bienvenue/cmd/bienvenue/press"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/sheet"
)

// sheetDesk makes one household's welcome sheet for its screen, in the version and the languages that are
// chosen there.
type sheetDesk struct {
	pressDesk
	asked bool // the household's own choice is known
}

// onBack parts the language of the front from that of the back.
const onBack = "+"

// Make implements sheet.Desk.
func (d *sheetDesk) Make(ctx context.Context) (sheet.Made, error) {
	if err := d.recall(ctx); err != nil {
		return sheet.Made{}, err
	}
	return d.pressDesk.Make(ctx)
}

// recall begins with how the household's last sheet was made; with none, its own language goes on the back
// where there is a text in it.
func (d *sheetDesk) recall(ctx context.Context) error {
	if d.asked {
		return nil
	}
	last, err := d.office.LastSheet(ctx, d.by, d.order.Household)
	if err != nil {
		return err
	}
	d.order.Kind, d.order.Language, d.order.Second = coop.WelcomeSheet, "", ""
	if !last.At.IsZero() {
		d.order.Kind, d.order.Language, d.order.Second = last.Kind, last.Language, last.Second
		d.asked = true
		return nil
	}
	content, err := d.office.SheetFor(ctx, d.by, d.order.Household)
	if err != nil {
		return err
	}
	if own := content.Household.Language; own != "" && own != i18n.Default {
		_, err := d.office.Template(ctx, coop.TemplateName{Kind: coop.WelcomeSheet, Language: own})
		_, refused := errors.AsType[*coop.RefusalError](err) // told where the page stands; another language is chosen there
		switch {
		case err == nil, refused:
			d.order.Second = own
		case !errors.Is(err, coop.ErrNotFound):
			return err
		}
	}
	d.asked = true
	return nil
}

// Offer implements sheet.Chooser.
func (d *sheetDesk) Offer(ctx context.Context) (sheet.Offer, error) {
	if err := d.recall(ctx); err != nil {
		return sheet.Offer{}, err
	}
	languages, err := d.office.TemplateLanguages(ctx, d.order.Kind)
	if err != nil {
		return sheet.Offer{}, err
	}
	offer := sheet.Offer{
		Versions: []kit.Option[string]{
			{Value: string(coop.WelcomeSheet), Words: d.words.T("sheet.screen.version.standard")},
			{Value: string(coop.SimpleSheet), Words: d.words.T("sheet.screen.version.simple")},
		},
		Version: string(d.order.Kind), Language: join(d.order.Language, d.order.Second),
	}
	for _, code := range languages {
		offer.Languages = append(offer.Languages, kit.Option[string]{Value: code, Words: d.words.LanguageName(code)})
	}
	for _, code := range languages {
		if code != i18n.Default {
			offer.Languages = append(offer.Languages, kit.Option[string]{
				Value: join("", code),
				Words: d.words.T("sheet.screen.language.back", i18n.Args{"Front": d.words.LanguageName(i18n.Default), "Back": d.words.LanguageName(code)}),
			})
		}
	}
	return offer, nil
}

// Choose implements sheet.Chooser. A version that lacks the language is made in French.
func (d *sheetDesk) Choose(ctx context.Context, version, language string) error {
	front, back, _ := strings.Cut(language, onBack)
	kind := coop.PaperKind(version)
	known, err := d.office.TemplateLanguages(ctx, kind)
	if err != nil {
		return err
	}
	if front == i18n.Default || !slices.Contains(known, front) {
		front = ""
	}
	if !slices.Contains(known, back) {
		back = ""
	}
	d.order.Kind, d.order.Language, d.order.Second = kind, front, back
	return nil
}

// join names the languages of both sides.
func join(front, back string) string {
	if front == "" {
		front = i18n.Default
	}
	if back == "" {
		return front
	}
	return front + onBack + back
}

// deskOfSheet makes the sheet of a household.
func deskOfSheet(d pressDesk, id coop.HouseholdID) *sheetDesk {
	d.order = press.Order{Kind: coop.WelcomeSheet, Household: id}
	return &sheetDesk{pressDesk: d}
}
