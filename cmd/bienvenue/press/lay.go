package press

import (
	"time"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/paper"
	"bienvenue/app/template"
)

// lay lays out a text that is tried, for facts that are whole.
func (p *Press) lay(l coop.Letter, t template.Template, words *i18n.Words, made time.Time) ([]*paper.Page, error) {
	switch {
	case t.Kind == coop.WelcomeSheet || t.Kind == coop.SimpleSheet:
		return paper.LaySheet(*l.Sheet, paper.Tongue{Texts: t, Words: words}, nil, Fonts(), made)
	case t.Kind == coop.PassageCard:
		return one(paper.LayPassageCard(l, t, words, Fonts(), made))
	case t.Kind == coop.Questionnaire:
		l.Reference = "" // a sample, which says so: a reference belongs to somebody
		return one(paper.LayQuestionnaire(l, t, words, Fonts(), made))
	case t.Kind.Letter():
		return one(paper.LayLetter(l, t, words, Fonts(), made))
	}
	return nil, coop.Refuse("letter.refused.kind", map[string]any{"Kind": string(t.Kind)})
}

func one(page *paper.Page, err error) ([]*paper.Page, error) {
	if err != nil {
		return nil, err
	}
	return []*paper.Page{page}, nil
}
