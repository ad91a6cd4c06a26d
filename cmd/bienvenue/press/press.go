// Package press makes the papers of a household, the same for the window and for the terminal: it asks the
// office for the facts, takes the coop's text, and has the pages laid out. It knows no screen and no printer.
package press

import (
	"context"
	"errors"
	"fmt"
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/office"
	"bienvenue/app/paper"
	"bienvenue/app/template"
	"bienvenue/assets"
)

// Own asks for the household's own language on the back.
const Own = "own"

// Params is what a Press is made of.
type Params struct {
	Office *office.Office
	Words  func(language string) (*i18n.Words, error)
	Now    func() time.Time
}

// Press makes papers. It may be used by several goroutines at once.
type Press struct {
	office *office.Office
	words  func(language string) (*i18n.Words, error)
	now    func() time.Time
}

// New makes a Press.
func New(p Params) *Press { return &Press{office: p.Office, words: p.Words, now: p.Now} }

// Fonts are what papers are set in.
func Fonts() paper.Fonts {
	return paper.Fonts{
		Regular: assets.FontRegular, Semibold: assets.FontSemiBold, Bold: assets.FontBold,
		Further: []paper.Family{{Regular: assets.NotoSansRegular, Bold: assets.NotoSansBold}},
	}
}

// Order says which paper is made for whom.
type Order struct {
	Kind      coop.PaperKind
	Household coop.HouseholdID
	Visit     coop.VisitID       // the visit it is about, "" for the one that fits
	Event     coop.EventID       // the event it invites to, "" for the next one of its kind
	ReplyBy   coop.Day           // of a questionnaire that goes with it
	Second    string             // language on the back: Own, a language's code, "" for none
	Template  *template.Template // tries this text, nil for the coop's
}

// Made is a paper that was made.
type Made struct {
	Kind      coop.PaperKind
	Household coop.HouseholdID
	Event     coop.EventID  // the event it invites to, "" for none
	Pages     []*paper.Page // in the order they are printed
	Second    string        // language on the back, "" for none
	At        time.Time     // when it was made, in the coop's zone
}

// Pages makes a paper. What cannot be is refused: see office.LetterFor and paper.OverflowError.
func (p *Press) Pages(ctx context.Context, by coop.Actor, o Order) (Made, error) {
	m := Made{Kind: o.Kind, Household: o.Household, At: p.now().In(p.office.Zone())}
	var err error
	switch {
	case o.Kind == coop.WelcomeSheet:
		err = p.sheet(ctx, by, o, &m)
	case o.Kind == coop.Questionnaire:
		err = p.questionnaire(ctx, by, o, &m)
	case o.Kind == coop.LoyaltyLetter:
		if err = p.letter(ctx, by, o, &m); err == nil {
			err = p.questionnaire(ctx, by, o, &m)
		}
	case o.Kind.Letter():
		err = p.letter(ctx, by, o, &m)
	default:
		err = coop.Refuse("letter.refused.kind", map[string]any{"Kind": string(o.Kind)})
	}
	if err != nil {
		return Made{}, fmt.Errorf("make %s: %w", o.Kind, err)
	}
	return m, nil
}

// sheet makes the welcome sheet.
func (p *Press) sheet(ctx context.Context, by coop.Actor, o Order, m *Made) error {
	s, err := p.office.SheetFor(ctx, by, o.Household)
	if err != nil {
		return err
	}
	words, err := p.words(i18n.Default)
	if err != nil {
		return err
	}
	page, err := paper.LayWelcomeSheet(s, words, Fonts(), m.At)
	m.Pages = []*paper.Page{page}
	return err
}

// letter makes a letter in French, with another language on its back where that is asked for.
func (p *Press) letter(ctx context.Context, by coop.Actor, o Order, m *Made) error {
	l, err := p.office.LetterFor(ctx, by, coop.LetterAsked{Kind: o.Kind, Household: o.Household, Visit: o.Visit, Event: o.Event, ReplyBy: o.ReplyBy})
	if err != nil {
		return err
	}
	m.Event = l.Event.ID
	language, lay := i18n.Default, paper.LayLetter
	if o.Template != nil {
		language = o.Template.Language
	}
	if err := p.add(ctx, l, language, o.Template, lay, m); err != nil {
		return err
	}
	return p.back(ctx, l, o, m)
}

// back adds the letter in another language, for the back of the page. A household's own language that the
// coop has no text in leaves the back empty; a language that was asked for by its code is refused then.
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
	if tried == nil {
		t, err := p.office.Template(ctx, coop.TemplateName{Kind: l.Kind, Language: language})
		if err != nil {
			return err
		}
		tried = &t
	}
	words, err := p.words(language)
	if err != nil {
		return err
	}
	page, err := lay(l, *tried, words, Fonts(), m.At)
	if err != nil {
		return err
	}
	m.Pages = append(m.Pages, page)
	return nil
}
