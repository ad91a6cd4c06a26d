package press

import (
	"context"
	"errors"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
	"bienvenue/app/template"
)

// questionnaire makes a questionnaire: in the second language where the coop has one in it, since it is one
// page that a household fills in, else in French. The office reserves its reference, so that it is the same
// when it is looked at and when it is printed; with a text that is being tried, of the questionnaire or of the
// letter it goes with, it is a sample, and nobody is asked yet.
func (p *Press) questionnaire(ctx context.Context, by coop.Actor, o Order, m *Made) error {
	l, err := p.office.LetterFor(ctx, by, coop.LetterAsked{Kind: coop.Questionnaire, Household: o.Household, ReplyBy: o.ReplyBy})
	if err != nil {
		return err
	}
	t, err := p.questions(ctx, o, l.Household.Language)
	if err != nil {
		return err
	}
	if o.Template == nil {
		reserved, err := p.office.NewAsking(ctx, by, o.Household, t.Language)
		if err != nil {
			return err
		}
		l.Reference = reserved.Reference.String()
	}
	words, err := p.words(t.Language)
	if err != nil {
		return err
	}
	page, err := paper.LayQuestionnaire(l, t, words, Fonts(), m.At)
	if err != nil {
		return err
	}
	m.Pages = append(m.Pages, page)
	return nil
}

// questions is the text of the questionnaire: the one that is tried, else the coop's in the language that the
// order asks for, else in French. Alone, a language that was asked for by its code is refused when there is none.
func (p *Press) questions(ctx context.Context, o Order, own string) (template.Template, error) {
	if o.Template != nil && o.Kind == coop.Questionnaire {
		return *o.Template, nil
	}
	language := o.Second
	if language == Own {
		language = own
	}
	if language != "" && language != i18n.Default {
		t, err := p.office.Template(ctx, coop.TemplateName{Kind: coop.Questionnaire, Language: language})
		switch {
		case !errors.Is(err, coop.ErrNotFound):
			return t, err
		case o.Kind == coop.Questionnaire && o.Second != Own:
			return t, coop.Refuse("letter.refused.language", map[string]any{"Language": language})
		}
	}
	return p.office.Template(ctx, coop.TemplateName{Kind: coop.Questionnaire, Language: i18n.Default})
}
