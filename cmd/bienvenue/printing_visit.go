package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/paper"
	"bienvenue/app/settings"
	"bienvenue/app/ui"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/sheet"
	"bienvenue/cmd/bienvenue/feed"
	"bienvenue/cmd/bienvenue/press"
)

// visitPapers makes the papers about visits: rounds, cards left at a door, reminders.
type visitPapers struct {
	office *office.Office
	press  *press.Press
	now    func() time.Time
	zone   *time.Location
}

// visitPaper is one that is no household's, for its screen.
type visitPaper struct {
	visitPapers
	lay func(ctx context.Context, s settings.Settings, made time.Time) ([]*paper.Page, error)
}

// Make implements sheet.Desk.
func (p visitPaper) Make(ctx context.Context) (sheet.Made, error) {
	s, err := p.office.Settings(ctx)
	if err != nil {
		return sheet.Made{}, err
	}
	made := p.now().In(p.zone)
	pages, err := p.lay(ctx, s, made)
	if err != nil {
		return sheet.Made{}, err
	}
	return madeOf(pages, made)
}

// madeOf is a paper as its screen shows it.
func madeOf(pages []*paper.Page, made time.Time) (sheet.Made, error) {
	var pdf bytes.Buffer
	if err := paper.WritePages(&pdf, pages, press.Fonts(), made); err != nil {
		return sheet.Made{}, err
	}
	hash := sha256.Sum256(pdf.Bytes())
	m := sheet.Made{PDF: pdf.Bytes(), Hash: hex.EncodeToString(hash[:])}
	for _, page := range pages {
		m.Replaced = m.Replaced || page.Replaced
		m.Leaves = append(m.Leaves, kit.Leaf{Width: page.Width, Height: page.Height, Draw: func(pencil kit.Pencil) { page.Draw(pencil) }})
	}
	return m, nil
}

// Keep implements sheet.Desk. A round is about several households: no journal of one tells of it.
func (visitPaper) Keep(context.Context, string, coop.PaperMeans) error { return nil }

// round is an officer's day.
func (v visitPapers) round(by coop.Actor, officer coop.StaffID, day coop.Day, words *i18n.Words) sheet.Desk {
	return visitPaper{visitPapers: v, lay: func(ctx context.Context, s settings.Settings, _ time.Time) ([]*paper.Page, error) {
		round, err := v.office.Round(ctx, by, officer, day)
		if err != nil {
			return nil, err
		}
		return paper.LayRoundSheet(paper.Round{Round: round, Coop: s.Coop, Logo: s.Logo, Map: s.MapLink}, words, press.Fonts())
	}}
}

// card is the card left where nobody opened, with the other date where there is one. Without a visit
// it is four blank cards, to carry along.
func (v visitPapers) card(by coop.Actor, missed, second coop.Visit, words *i18n.Words) sheet.Desk {
	return v.order(by, words, press.Order{Kind: coop.PassageCard, Household: missed.Household, Visit: missed.ID, Next: second.ID, Cut: true})
}

// letter is a letter to a household, with the household's own language on its back.
func (v visitPapers) letter(by coop.Actor, asked coop.LetterAsked, words *i18n.Words) sheet.Desk {
	return v.order(by, words, press.Order{
		Kind: asked.Kind, Household: asked.Household, Visit: asked.Visit, Event: asked.Event, ReplyBy: asked.ReplyBy, Second: press.Own,
	})
}

// mail is the reminder of a visit for the officer's own mail program.
func (v visitPapers) mail(ctx context.Context, by coop.Actor, stop coop.Stop) (subject, text string, err error) {
	return v.press.Mail(ctx, by, press.Order{Kind: coop.ReminderLetter, Household: stop.Household, Visit: stop.ID})
}

// order is a paper that the press makes, for its screen.
func (v visitPapers) order(by coop.Actor, words *i18n.Words, o press.Order) sheet.Desk {
	return &pressDesk{press: v.press, office: v.office, by: by, order: o, words: words}
}

func (v visitPapers) colleague(ctx context.Context, id coop.StaffID) (coop.Staff, error) {
	all, err := v.office.Staff(ctx)
	for _, s := range all {
		if s.ID == id {
			return s, err
		}
	}
	return coop.Staff{}, err
}

// calendar writes an officer's visits for the office calendar into a folder, and says where the file lies.
func (v visitPapers) calendar(ctx context.Context, asked ui.CalendarAsked, folder string, words *i18n.Words) (string, error) {
	s, err := v.office.Settings(ctx)
	if err != nil {
		return "", err
	}
	who, err := v.colleague(ctx, asked.Officer)
	if err != nil {
		return "", err
	}
	stops, err := v.office.CalendarStops(ctx, asked.Officer, asked.From, asked.To)
	if err != nil {
		return "", err
	}
	if asked.Visit != "" {
		stops = slices.DeleteFunc(stops, func(stop coop.Stop) bool { return stop.ID != asked.Visit })
	}
	text, err := feed.Books{Office: v.office, Now: v.now}.Calendar(s, who, stops, words)
	if err != nil {
		return "", err
	}
	return saveNew(folder, fmt.Sprintf("%s-%s.ics", who.Login, span(asked)), text)
}

// span names some days: a day, a month, or the first and the last of others.
func span(asked ui.CalendarAsked) string {
	switch month := asked.From.Month(); {
	case asked.From == asked.To:
		return string(asked.From)
	case asked.From == month.First() && asked.To == month.Last():
		return string(month)
	}
	return string(asked.From) + "-" + string(asked.To)
}
