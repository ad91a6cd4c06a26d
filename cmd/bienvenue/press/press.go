// Package press makes the papers of a household, the same for the window and for the terminal: it asks the
// office for the facts, takes the coop's text, and has the pages laid out. It knows no screen and no printer.
package press

import (
	"context"
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
		Further: []paper.Family{
			{Regular: assets.NotoSansRegular, Bold: assets.NotoSansBold},
			{Regular: assets.NotoSansArabicRegular, Bold: assets.NotoSansArabicBold},
		},
	}
}

// Order says which paper is made for whom.
type Order struct {
	Kind      coop.PaperKind
	Household coop.HouseholdID
	Visit     coop.VisitID       // the visit it is about, "" for the one that fits
	Next      coop.VisitID       // the other visit that a card left at a door proposes, "" for none
	Event     coop.EventID       // the event it invites to, "" for the next one of its kind
	ReplyBy   coop.Day           // of a questionnaire that goes with it
	Language  string             // of a sheet's front, "" for French
	Second    string             // language on the back: Own, a language's code, "" for none
	Template  *template.Template // tries this text, nil for the coop's
	Cut       bool               // a card alone on an A4 page, to be cut out: few printers hold A6
}

func (o Order) asked() coop.LetterAsked {
	return coop.LetterAsked{Kind: o.Kind, Household: o.Household, Visit: o.Visit, Next: o.Next, Event: o.Event, ReplyBy: o.ReplyBy}
}

// Made is a paper that was made.
type Made struct {
	Kind      coop.PaperKind
	Household coop.HouseholdID
	Event     coop.EventID  // the event it invites to, "" for none
	Pages     []*paper.Page // in the order they are printed
	Alone     bool          // each page has a sheet of its own: nothing of it may be printed on the back of another
	Language  string        // of a sheet's front, "" for French
	Second    string        // language on the back, "" for none
	Lacks     string        // the household's own language, when there is no text in it though it was asked for; else ""
	Sent      time.Time     // when the same was made for the household before, zero when it was not
	At        time.Time     // when it was made, in the coop's zone
}

// Notes says in words what whoever prints the paper must know of it first.
func (m Made) Notes(words *i18n.Words) []string {
	var notes []string
	if !m.Sent.IsZero() {
		notes = append(notes, words.T("letter.note.sent", i18n.Args{"Day": words.Date(words.DayOf(m.Sent))}))
	}
	if m.Lacks != "" {
		notes = append(notes, words.T("letter.note.lacks", i18n.Args{"Language": words.LanguageName(m.Lacks)}))
	}
	return notes
}

// Pages makes a paper. What cannot be is refused: see office.LetterFor and paper.OverflowError.
func (p *Press) Pages(ctx context.Context, by coop.Actor, o Order) (Made, error) {
	m := Made{Kind: o.Kind, Household: o.Household, At: p.now().In(p.office.Zone())}
	var err error
	switch {
	case o.Kind == coop.WelcomeSheet || o.Kind == coop.SimpleSheet:
		err = p.sheet(ctx, by, o, &m)
	case o.Kind == coop.Questionnaire:
		err = p.questionnaire(ctx, by, o, &m)
	case o.Kind == coop.LoyaltyLetter:
		if err = p.letter(ctx, by, o, &m); err == nil {
			m.Alone = len(m.Pages) == 1 // the questionnaire names nobody: never on the back of a letter that does
			err = p.questionnaire(ctx, by, o, &m)
		}
	case o.Kind == coop.PassageCard:
		err = p.card(ctx, by, o, &m)
	case o.Kind.Letter():
		err = p.letter(ctx, by, o, &m)
	default:
		err = coop.Refuse("letter.refused.kind", map[string]any{"Kind": string(o.Kind)})
	}
	if err != nil {
		return Made{}, fmt.Errorf("make %s: %w", o.Kind, err)
	}
	if m.Sent, err = p.office.LastMade(ctx, by, coop.Paper{Household: m.Household, Kind: m.Kind, Event: m.Event}); err != nil {
		return Made{}, err
	}
	return m, nil
}
