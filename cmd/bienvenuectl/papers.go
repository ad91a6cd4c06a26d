package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"bienvenue/cmd/bienvenue/press"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
	"bienvenue/cmd/bienvenue/feed"
)

type letterCommand struct {
	Visit string `arg:"" help:"${help_visit}"`
	Out   string `help:"${help_letter_out}" placeholder:"FILE.pdf"`
}

// Run writes the letter that reminds a household of its visit; without a file it shows the same as a mail.
func (c *letterCommand) Run(d *desk) error {
	by, err := d.begin()
	if err != nil {
		return err
	}
	stop, err := d.office.StopOf(d.ctx, coop.VisitID(c.Visit))
	if err != nil {
		return err
	}
	s, err := d.office.Settings(d.ctx)
	if err != nil {
		return err
	}
	officer, err := d.colleague(stop.Officer)
	if err != nil {
		return err
	}
	r := paper.Reminder{Stop: stop, Coop: s.Coop, Logo: s.Logo, Phone: officer.Phone}
	if c.Out != "" {
		var pdf bytes.Buffer
		if err := paper.ReminderLetter(&pdf, r, d.words, press.Fonts(), time.Now().In(d.zone)); err != nil {
			return err
		}
		return d.keepPaper(by, stop.Household, coop.ReminderLetter, whole(c.Out), pdf.Bytes())
	}
	mail := struct {
		Subject string `json:"subject"`
		Text    string `json:"text"`
	}{}
	mail.Subject, mail.Text = paper.ReminderText(r, d.words)
	return d.print(mail, func() { d.say(mail.Subject + "\n\n" + mail.Text) })
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
	s, err := d.office.Settings(d.ctx)
	if err != nil {
		return err
	}
	p := paper.Passage{Coop: s.Coop, Logo: s.Logo, Officer: by.Staff}
	if c.Next != "" {
		next, err := d.office.Visit(d.ctx, by, coop.VisitID(c.Next))
		if err != nil {
			return err
		}
		p.Next = next.Start
	}
	write := paper.PassageCards
	var home coop.HouseholdID
	if c.Visit != "" {
		missed, err := d.office.StopOf(d.ctx, coop.VisitID(c.Visit))
		if err != nil {
			return err
		}
		if p.Officer, err = d.colleague(missed.Officer); err != nil {
			return err
		}
		home, p.Holders, p.Came = missed.Household, missed.Row.Holders, missed.Start
		write = paper.PassageCard
	}
	var pdf bytes.Buffer
	if err := write(&pdf, p, d.words, press.Fonts(), time.Now().In(d.zone)); err != nil {
		return err
	}
	return d.keepPaper(by, home, coop.PassageCard, whole(c.Out), pdf.Bytes())
}

// colleague finds a member of staff.
func (d *desk) colleague(id coop.StaffID) (coop.Staff, error) {
	all, err := d.office.Staff(d.ctx)
	for _, s := range all {
		if s.ID == id {
			return s, err
		}
	}
	return coop.Staff{}, err
}

// paperDone says that a paper is written.
var paperDone = map[coop.PaperKind]string{
	coop.WelcomeSheet: "ctl.sheet.done", coop.PassageCard: "ctl.card.done", coop.ReminderLetter: "ctl.letter.done",
}

// keepPaper writes a paper, whole or not at all, and enters it in the household's journal; one that is
// nobody's is only written.
func (d *desk) keepPaper(by coop.Actor, home coop.HouseholdID, kind coop.PaperKind, path string, pdf []byte) error {
	if err := feed.Write(path, pdf); err != nil {
		return coop.Refuse("ctl.refused.write", map[string]any{"Path": path})
	}
	sum := sha256.Sum256(pdf)
	made := struct {
		File      string           `json:"file"`
		Household coop.HouseholdID `json:"household"`
		Hash      string           `json:"hash"`
	}{path, home, hex.EncodeToString(sum[:])}
	if home != "" {
		if err := d.office.KeepPaper(d.ctx, by, home, kind, made.Hash, coop.PaperSaved); err != nil {
			return err
		}
	}
	return d.print(made, func() { d.say(d.words.T(paperDone[kind], i18n.Args{"Path": path})) })
}
