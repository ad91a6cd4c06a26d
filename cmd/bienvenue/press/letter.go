package press

import (
	"context"
	"errors"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
	"bienvenue/app/template"
)

// letter makes a letter in French, with another language on its back where that is asked for.
func (p *Press) letter(ctx context.Context, by coop.Actor, o Order, m *Made) error {
	l, err := p.office.LetterFor(ctx, by, o.asked())
	if err != nil {
		return err
	}
	m.Event = l.Event.ID
	if err := p.add(ctx, l, i18n.Default, o.Template, paper.LayLetter, m); err != nil {
		return err
	}
	if err := p.back(ctx, l, o, m); err != nil {
		return err
	}
	if l.Sheet != nil {
		m.Alone = len(m.Pages) == 1 // the sheet stays on a wall when the letter is put away
		return p.sheet(ctx, by, Order{Kind: coop.WelcomeSheet, Household: o.Household}, m)
	}
	return nil
}

// back adds the letter in another language, for the back of the page. A household's own language that the
// coop has no text in leaves the back empty, which is told; a language that was asked for by its code is refused then.
func (p *Press) back(ctx context.Context, l coop.Letter, o Order, m *Made) error {
	language := o.Second
	if language == Own {
		language = l.Household.Language
	}
	if language == "" || language == i18n.Default {
		return nil
	}
	err := p.add(ctx, l, language, nil, paper.LayTranslation, m)
	switch {
	case errors.Is(err, coop.ErrNotFound) && o.Second == Own:
		m.Lacks = language
		return nil
	case errors.Is(err, coop.ErrNotFound):
		return coop.Refuse("letter.refused.language", map[string]any{"Language": language})
	case err == nil:
		m.Second = language
	}
	return err
}

type layout func(coop.Letter, template.Template, paper.VisitWords, paper.Fonts, time.Time) (*paper.Page, error)

// add lays out a page in a language, with a text to be tried or the coop's.
func (p *Press) add(ctx context.Context, l coop.Letter, language string, tried *template.Template, lay layout, m *Made) error {
	t, words, err := p.text(ctx, l.Kind, language, tried)
	if err != nil {
		return err
	}
	page, err := lay(l, t, words, Fonts(), m.At)
	if err != nil {
		return err
	}
	m.Pages = append(m.Pages, page)
	return nil
}

// text is the text of a kind of paper in a language, to be tried or the coop's, and the words that go with it.
func (p *Press) text(ctx context.Context, kind coop.PaperKind, language string, tried *template.Template) (t template.Template, words paper.VisitWords, err error) {
	if tried != nil {
		t = *tried
	} else if t, err = p.office.Template(ctx, coop.TemplateName{Kind: kind, Language: language}); err != nil {
		return t, nil, err
	}
	spoken, err := p.words(t.Language)
	if err != nil {
		return t, nil, err
	}
	if spoken.Language() != t.Language { // the coop's own, which the program does not speak
		return t, paper.InFigures(spoken, t.Language, p.office.Zone()), nil
	}
	return t, spoken, nil
}

// Mail writes a letter as a mail in plain text, in French: a subject that names nobody, and a body. No postal
// address is needed for it.
func (p *Press) Mail(ctx context.Context, by coop.Actor, o Order) (subject, body string, err error) {
	asked := o.asked()
	asked.Mail = true
	l, err := p.office.LetterFor(ctx, by, asked)
	if err != nil {
		return "", "", err
	}
	t, words, err := p.text(ctx, o.Kind, i18n.Default, o.Template)
	if err != nil {
		return "", "", err
	}
	subject, body = paper.LetterText(l, t, words, p.now().In(p.office.Zone()))
	return subject, body, nil
}

// card makes the card left where nobody opened: one, or four blank ones to carry along.
func (p *Press) card(ctx context.Context, by coop.Actor, o Order, m *Made) error {
	l, err := p.office.CardFor(ctx, by, o.asked())
	if err != nil {
		return err
	}
	m.Household = l.Household.ID
	lay := paper.LayPassageCard
	switch {
	case l.Missed.ID == "" && l.Household.ID == "":
		lay = paper.LayPassageCards
	case o.Cut:
		lay = paper.LayPassageCardToCut
	}
	return p.add(ctx, l, i18n.Default, o.Template, lay, m)
}
