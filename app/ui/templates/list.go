package templates

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// list is the first page: the kinds of paper in groups, each with its languages.
type list struct {
	screen  *Screen
	content *fyne.Container
	body    *fyne.Container
	waiting *kit.Spinner
	asked   kit.Latest
	chosen  map[coop.PaperKind]string // the language whose card is shown
	cards   []Card
}

// listWidth keeps the lines of a card readable in a wide window.
const listWidth float32 = 980

// besideFrom is the width from which the languages stand beside what one may do.
const besideFrom float32 = 840

// actsShare is how much of the width what one may do has beside them.
const actsShare float32 = 0.4

func newList(s *Screen) *list {
	w := s.p.Words
	l := &list{screen: s, body: kit.Column(), waiting: kit.NewSpinner(s.p.Run), chosen: map[coop.PaperKind]string{}}
	l.body.Add(kit.Row(l.waiting, kit.Quiet(w.T("templates.reading"))))
	var take fyne.CanvasObject
	if s.p.ChooseFile != nil {
		take = kit.SecondaryButton(w.T("templates.import"), s.takeFile).WithIcon(look.IconUpload)
	}
	inside := fyne.CanvasObject(l.body)
	if s.p.Tabs != nil {
		inside = kit.Column(s.p.Tabs, l.body)
	}
	l.content = kit.Page(w.T("texts.title"), take, kit.AtMost(listWidth, inside))
	return l
}

func (l *list) read() {
	s := l.screen
	l.waiting.Start()
	kit.RunLatest(s.p.Run, &l.asked, func() ([]Card, error) { return s.p.Desk.Cards(context.Background()) }, func(all []Card, err error) {
		l.waiting.Stop()
		if err != nil {
			l.fail(err)
			return
		}
		l.cards = all
		l.show()
	})
}

// fail says in the room's own place why there is no list.
func (l *list) fail(err error) {
	w := l.screen.p.Words
	again := kit.SecondaryButton(w.T("templates.again"), l.read).WithIcon(look.IconRefreshCw)
	l.body.Objects = []fyne.CanvasObject{kit.Empty(look.IconFileWarning, w.Error(err), again)}
	l.body.Refresh()
	if !i18n.Speakable(err) {
		l.screen.fail(err)
	}
}

// group is a kind of paper's place in the list.
type group struct {
	key   string
	kinds []coop.PaperKind
}

func groups() []group {
	return []group{
		{"templates.group.sheet", []coop.PaperKind{coop.WelcomeSheet, coop.SimpleSheet}},
		{"templates.group.letters", append(coop.Letters(), coop.PassageCard)},
		{"templates.group.asking", []coop.PaperKind{coop.Questionnaire}},
	}
}

func (l *list) show() {
	w := l.screen.p.Words
	l.body.Objects = nil
	for _, g := range groups() {
		var cards []fyne.CanvasObject
		for _, kind := range g.kinds {
			if of := l.of(kind); len(of) > 0 {
				cards = append(cards, l.card(kind, of))
			}
		}
		if len(cards) > 0 {
			l.body.Add(kit.Section(w.T(g.key)))
			for _, c := range cards {
				l.body.Add(c)
			}
		}
	}
	if len(l.body.Objects) == 0 {
		l.body.Add(kit.Empty(look.IconFileText, w.T("templates.none"), nil))
	}
	l.body.Refresh()
}

// of are the cards of a kind, one a language.
func (l *list) of(kind coop.PaperKind) []Card {
	var all []Card
	for _, c := range l.cards {
		if c.Name.Kind == kind {
			all = append(all, c)
		}
	}
	return all
}

// card shows a kind of paper: what there is in the chosen language, and the other languages to choose.
func (l *list) card(kind coop.PaperKind, all []Card) fyne.CanvasObject {
	w := l.screen.p.Words
	at := 0
	options := make([]kit.Option[string], len(all))
	for i, c := range all {
		options[i] = kit.Option[string]{Value: c.Name.Language, Words: w.LanguageName(c.Name.Language)}
		if c.Name.Language == l.chosen[kind] {
			at = i
		}
	}
	c := all[at]
	title := c.Title
	if title == "" {
		title = w.T(i18n.PaperKindKey(kind))
	}
	head := kit.Row(kit.Grow(kit.Section(title)))
	parts := []fyne.CanvasObject{head, kit.Lines(kit.Body(w.T(kindAboutKey(kind))), kit.Caption(l.about(c)))}
	if tags := l.tags(c); len(tags.Objects) > 0 {
		parts = append(parts, tags)
	}
	languages := kit.NewChoice(options, func(language string) {
		l.chosen[kind] = language
		l.show()
	})
	languages.Set(c.Name.Language)
	row := kit.Flow(languages.Parts()...)
	row.Add(kit.QuietButton(w.T("templates.language.add"), func() { l.screen.askLanguage(kind, all) }).WithIcon(look.IconPlus))
	return kit.Card(append(parts, kit.Sides(besideFrom, actsShare, l.buttons(c), row))...)
}

// about says the version, since when and by whom.
func (l *list) about(c Card) string {
	w := l.screen.p.Words
	version := w.T("templates.version.shipped", i18n.Args{"Version": c.Version})
	switch {
	case c.Version == 0:
		version = w.T("templates.version.none")
	case c.Own:
		version = w.T("templates.version.own", i18n.Args{"Version": c.Version, "Day": w.Date(w.DayOf(c.Published)), "By": c.By})
	}
	parts := []string{version}
	if c.Oldest != "" {
		parts = append(parts, w.T("templates.oldest", i18n.Args{"Day": w.Date(c.Oldest)}))
	}
	return strings.Join(parts, " · ")
}

// tags are what waits to be done with a template.
func (l *list) tags(c Card) *fyne.Container {
	w, tags := l.screen.p.Words, kit.Flow()
	if c.Draft != nil {
		when := i18n.Args{"When": w.Date(w.DayOf(c.Draft.Saved)), "By": c.Draft.By}
		tags.Add(kit.Badge(look.IconPencil, w.T("templates.draft", when), kit.Accented))
	}
	if c.Update > 0 {
		tags.Add(kit.Badge(look.IconSparkles, w.T("templates.update"), kit.Done))
	}
	if c.Faults > 0 {
		tags.Add(kit.Badge(look.IconCircleAlert, w.N("templates.faults", c.Faults), kit.Late))
	}
	if stale(c.Oldest, l.screen.p.Today) {
		tags.Add(kit.Badge(look.IconWarning, w.T("templates.stale"), kit.Attention))
	}
	return tags
}

// A sentence of the law is to be compared with its source every year.
const freshDays = 365

func stale(checked, today coop.Day) bool {
	return checked != "" && today.DaysSince(checked) > freshDays
}

func (l *list) buttons(c Card) fyne.CanvasObject {
	s, w := l.screen, l.screen.p.Words
	word := w.T("templates.edit")
	if c.Draft != nil {
		word = w.T("templates.edit.draft")
	}
	row := kit.Flow(kit.SecondaryButton(word, func() { s.Edit(c.Name) }).WithIcon(look.IconPencil))
	row.Add(kit.QuietButton(w.T("templates.versions"), func() { s.Versions(c.Name) }).WithIcon(look.IconHistory))
	if items := s.menu(c); len(items) > 0 {
		row.Add(kit.MenuButton(w.T("templates.more"), items...))
	}
	return row
}
