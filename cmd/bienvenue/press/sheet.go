package press

import (
	"context"
	"errors"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
	"bienvenue/app/template"
)

// sheet makes the welcome sheet in French, with another language on its back where that is asked for.
func (p *Press) sheet(ctx context.Context, by coop.Actor, o Order, m *Made) error {
	s, err := p.office.SheetFor(ctx, by, o.Household)
	if err != nil {
		return err
	}
	language := i18n.Default
	if o.Language != "" {
		language = o.Language
	}
	front, err := p.tongue(ctx, o.Kind, language, o.Template)
	if errors.Is(err, coop.ErrNotFound) {
		return coop.Refuse("letter.refused.language", map[string]any{"Language": language})
	}
	if err != nil {
		return err
	}
	m.Language = o.Language
	back, err := p.behind(ctx, s.Household.Language, o, m)
	if err != nil {
		return err
	}
	pages, err := paper.LaySheet(s, front, back, Fonts(), m.At)
	m.Pages = append(m.Pages, pages...)
	return err
}

// behind is the sheet's text for its back, nil when there is none. A household's own language that the coop
// has no text in leaves the back empty and says so; a language that was asked for by its code is refused then.
func (p *Press) behind(ctx context.Context, theirs string, o Order, m *Made) (back *paper.Tongue, err error) {
	language := o.Second
	if language == Own {
		language = theirs
	}
	if language == "" || language == i18n.Default {
		return back, nil
	}
	tongue, err := p.tongue(ctx, o.Kind, language, nil)
	switch {
	case errors.Is(err, coop.ErrNotFound) && o.Second == Own:
		m.Lacks = language
		return back, nil
	case errors.Is(err, coop.ErrNotFound):
		return nil, coop.Refuse("letter.refused.language", map[string]any{"Language": language})
	case err != nil:
		return nil, err
	}
	m.Second = language
	return &tongue, nil
}

// tongue is the text of a kind of paper in a language, one to be tried or the coop's, and the words that go with it.
func (p *Press) tongue(ctx context.Context, kind coop.PaperKind, language string, tried *template.Template) (paper.Tongue, error) {
	t, words, err := p.text(ctx, kind, language, tried)
	return paper.Tongue{Texts: t, Words: words}, err
}
