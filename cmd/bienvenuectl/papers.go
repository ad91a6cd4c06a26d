package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
	"bienvenue/cmd/bienvenue/feed"
	"bienvenue/cmd/bienvenue/press"
)

// press makes papers of households.
func (d *desk) press() *press.Press {
	return press.New(press.Params{Office: d.office, Words: d.tongues.Words, Now: time.Now})
}

type letterCommand struct {
	Kind      string `arg:"" help:"${help_letter_kind}"`
	Household string `help:"${help_household}" required:"" placeholder:"REF"`
	Visit     string `help:"${help_letter_visit}" placeholder:"ID"`
	Event     string `help:"${help_letter_event}" placeholder:"ID"`
	ReplyBy   string `help:"${help_letter_reply}" placeholder:"2026-12-31"`
	Second    string `help:"${help_letter_second}" placeholder:"own|LANG"`
	Out       string `help:"${help_letter_out}" placeholder:"FILE.pdf"`
}

// Run writes a letter to a household; without a file it shows the same as a mail.
func (c *letterCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	order := press.Order{Kind: coop.PaperKind(c.Kind), Visit: coop.VisitID(c.Visit), Event: coop.EventID(c.Event), Second: c.Second}
	if c.ReplyBy != "" {
		if order.ReplyBy, err = readDay(c.ReplyBy); err != nil {
			return err
		}
	}
	if order.Household, err = d.office.FindHousehold(d.ctx, by, c.Household); err != nil {
		return err
	}
	if c.Out == "" {
		mail := struct {
			Subject string `json:"subject"`
			Text    string `json:"text"`
		}{}
		if mail.Subject, mail.Text, err = d.press().Mail(d.ctx, by, order); err != nil {
			return err
		}
		return d.print(mail, func() { d.say(mail.Subject + "\n\n" + mail.Text) })
	}
	return d.paper(by, order, c.Out)
}

type cardCommand struct {
	Visit string `arg:"" optional:"" help:"${help_card_visit}"`
	Next  string `help:"${help_card_next}" placeholder:"ID"`
	Out   string `help:"${help_out}" required:"" placeholder:"FILE.pdf"`
}

// Run writes the card left where nobody opened, or four blank ones.
func (c *cardCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	return d.paper(by, press.Order{Kind: coop.PassageCard, Visit: coop.VisitID(c.Visit), Next: coop.VisitID(c.Next)}, c.Out)
}

// paper has a paper made, writes it and enters it in the journal. It says when the same was made before, and
// when the language that was asked for has no text.
func (d *desk) paper(by coop.Actor, order press.Order, out string) error {
	made, err := d.press().Pages(d.ctx, by, order)
	if err != nil {
		return err
	}
	var pdf bytes.Buffer
	if err := paper.WritePages(&pdf, made.Pages, press.Fonts(), made.At); err != nil {
		return err
	}
	for _, note := range made.Notes(d.words) {
		d.warn(note)
	}
	return d.keepPaper(by, coop.Paper{Household: made.Household, Kind: made.Kind, Event: made.Event}, whole(out), pdf.Bytes())
}

// paperDone says that a paper is written.
func paperDone(kind coop.PaperKind) string {
	switch {
	case kind == coop.PassageCard:
		return "ctl.card.done"
	case kind.Letter():
		return "ctl.letter.done"
	case kind == coop.Questionnaire:
		return "ctl.answers.made"
	}
	return "ctl.sheet.done"
}

// keepPaper writes a paper, whole or not at all, and enters it in the household's journal; one that is
// nobody's is only written.
func (d *desk) keepPaper(by coop.Actor, p coop.Paper, path string, pdf []byte) error {
	if err := feed.Write(path, pdf); err != nil {
		return coop.Refuse("ctl.refused.write", map[string]any{"Path": path})
	}
	sum := sha256.Sum256(pdf)
	made := struct {
		File      string           `json:"file"`
		Household coop.HouseholdID `json:"household"`
		Hash      string           `json:"hash"`
	}{path, p.Household, hex.EncodeToString(sum[:])}
	if p.Household != "" {
		p.Hash, p.Means = made.Hash, coop.PaperSaved
		if err := d.office.KeepPaper(d.ctx, by, p); err != nil {
			return err
		}
	}
	return d.print(made, func() { d.say(d.words.T(paperDone(p.Kind), i18n.Args{"Path": path})) })
}
