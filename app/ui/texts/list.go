package texts

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// list is the first page: a card a script.
type list struct {
	screen  *Screen
	content *fyne.Container
	body    *fyne.Container
	waiting *kit.Spinner
	cards   []Card
	topics  map[coop.TopicID]string
	asked   kit.Latest
}

// counted is a card with how many points its text leaves to look at.
type counted struct {
	Card
	points int
}

func newList(s *Screen) *list {
	w := s.p.Words
	l := &list{screen: s, body: kit.Column(), waiting: kit.NewSpinner(s.p.Run)}
	l.body.Add(kit.Row(l.waiting, kit.Quiet(w.T("texts.reading"))))
	take := kit.SecondaryButton(w.T("texts.import"), func() { s.takeFiles() }).WithIcon(look.IconUpload)
	inside := fyne.CanvasObject(l.body)
	if s.p.Tabs != nil {
		inside = kit.Column(s.p.Tabs, l.body)
	}
	l.content = kit.Page(w.T("texts.title"), take, kit.AtMost(listWidth, inside))
	return l
}

// listWidth keeps the lines of a card readable in a wide window.
const listWidth float32 = 980

func (l *list) read() {
	s := l.screen
	l.waiting.Start()
	kit.RunLatest(s.p.Run, &l.asked, func() ([]counted, error) {
		ctx := context.Background()
		cards, err := s.p.Desk.Cards(ctx)
		if err != nil {
			return nil, err
		}
		facts, err := s.p.Desk.Fields(ctx, s.p.Words.Language())
		if err != nil {
			return nil, err
		}
		all := make([]counted, len(cards))
		for i, c := range cards {
			all[i] = counted{Card: c, points: points(draft.Advise(c.Script, s.adviser(facts, nil)))}
		}
		return all, nil
	}, func(all []counted, err error) {
		l.waiting.Stop()
		if err != nil {
			l.fail(err)
			return
		}
		l.show(all)
	})
}

// fail says in the room's own place why there is no list.
func (l *list) fail(err error) {
	w := l.screen.p.Words
	again := kit.SecondaryButton(w.T("texts.again"), l.read).WithIcon(look.IconRefreshCw)
	l.body.Objects = []fyne.CanvasObject{kit.Empty(look.IconFileWarning, w.Error(err), again)}
	l.body.Refresh()
	if !i18n.Speakable(err) {
		l.screen.fail(err)
	}
}

func (l *list) show(all []counted) {
	l.cards = l.cards[:0]
	var scripts []script.Script
	for _, c := range all {
		l.cards = append(l.cards, c.Card)
		scripts = append(scripts, c.Script)
	}
	l.topics = topicsOf(scripts)
	l.body.Objects = nil
	if len(all) == 0 {
		w := l.screen.p.Words
		l.body.Add(kit.Empty(look.IconFileText, w.T("texts.none"), nil))
	}
	begun := newest(l.cards)
	for i, c := range all {
		l.body.Add(l.card(c, i == begun))
	}
	l.body.Refresh()
}

// newest is the card with the draft that was written last, -1 for none.
func newest(cards []Card) int {
	found := -1
	for i, c := range cards {
		if c.Draft != nil && (found < 0 || c.Draft.Saved.After(cards[found].Draft.Saved)) {
			found = i
		}
	}
	return found
}

// card shows one script; first is the one whose draft waits to be taken up.
func (l *list) card(c counted, first bool) fyne.CanvasObject {
	w := l.screen.p.Words
	head := kit.Row(kit.Grow(kit.Section(titleIn(w, c.Script))))
	if c.Withdrawn {
		head.Add(kit.Badge(look.IconCircleSlash, w.T("texts.withdrawn"), kit.Calm))
	}
	head.Add(kit.Badge(look.IconTimer, w.Minutes(int(c.Script.Budget.Minutes())), kit.Accented))
	parts := []fyne.CanvasObject{
		head,
		kit.Lines(
			kit.Body(w.T(i18n.TalkKindKey(c.Script.Kind))+" · "+whom(w, c.Script, c.Script.For, l.topics)),
			kit.Caption(l.about(c.Card)),
		),
	}
	if tags := l.tags(c); len(tags.Objects) > 0 {
		parts = append(parts, tags)
	}
	return kit.Card(append(parts, l.buttons(c.Card, first))...)
}

// titleIn is a script's title in the window's language, where it has one.
func titleIn(w *i18n.Words, s script.Script) string {
	if said := s.In(w.Language()).Title; said != "" {
		return said
	}
	return s.Title
}

// about says the version, since when, by whom, how many steps, in which languages.
func (l *list) about(c Card) string {
	w := l.screen.p.Words
	version := w.T("texts.version.shipped", i18n.Args{"Version": c.Version})
	switch {
	case c.Version == 0:
		version = w.T("texts.version.none")
	case c.Own:
		version = w.T("texts.version.own", i18n.Args{"Version": c.Version, "Day": w.Date(w.DayOf(c.Published)), "By": c.By})
	}
	parts := []string{version, w.N("texts.steps", len(c.Script.All)), spokenIn(w, c.Script)}
	if c.Rehearsed > 0 {
		parts = append(parts, w.N("texts.rehearsed", c.Rehearsed))
	}
	return strings.Join(parts, " · ")
}

// spokenIn names a script's languages by their own names.
func spokenIn(w *i18n.Words, s script.Script) string {
	names := []string{languageName(w, s.Language)}
	for _, t := range s.Tongues {
		names = append(names, languageName(w, t.Language))
	}
	return strings.Join(names, ", ")
}

// tags are what waits to be done with a script.
func (l *list) tags(c counted) *fyne.Container {
	w, tags := l.screen.p.Words, kit.Flow()
	if c.Draft != nil {
		tags.Add(kit.Badge(look.IconPencil, w.T("texts.draft", i18n.Args{"When": l.screen.lately(c.Draft.Saved), "By": c.Draft.By}), kit.Accented))
	}
	if c.Update > 0 {
		tags.Add(kit.Badge(look.IconSparkles, w.T("texts.update"), kit.Done))
	}
	if c.points > 0 {
		tags.Add(kit.Badge(look.IconWarning, w.N("texts.points", c.points), kit.Attention))
	}
	return tags
}

func (l *list) buttons(c Card, first bool) fyne.CanvasObject {
	s, w := l.screen, l.screen.p.Words
	id := c.Script.ID
	word := w.T("texts.edit")
	if c.Draft != nil {
		word = w.T("texts.edit.draft")
	}
	edit := kit.SecondaryButton(word, func() { s.Edit(id) })
	if first {
		edit = kit.PrimaryButton(word, func() { s.Edit(id) })
	}
	row := kit.Flow(edit.WithIcon(look.IconPencil))
	if c.Update > 0 {
		row.Add(kit.SecondaryButton(w.T("texts.update.see"), func() { s.Merge(id) }).WithIcon(look.IconSparkles))
	}
	if c.Version > 0 && s.p.OnRehearse != nil {
		row.Add(kit.QuietButton(w.T("texts.rehearse"), func() { s.p.OnRehearse(id, false) }).WithIcon(look.IconPlay))
	}
	row.Add(kit.QuietButton(w.T("texts.versions"), func() { s.Versions(id) }).WithIcon(look.IconHistory))
	if c.Version > 0 && s.p.OnLessons != nil {
		row.Add(kit.QuietButton(w.T("texts.lessons"), func() { s.p.OnLessons(id) }).WithIcon(look.IconChart))
	}
	row.Add(kit.MenuButton(w.T("texts.more"), s.menu(c)...))
	return row
}

// lately is a day of this week by its name, any other by its date.
func (s *Screen) lately(at time.Time) string {
	w := s.p.Words
	day := w.DayOf(at)
	switch ago := s.p.Today.DaysSince(day); {
	case ago == 0:
		return w.T("texts.today", i18n.Args{"Hour": w.Hour(at)})
	case ago > 0 && ago < daysOfWeek:
		return w.Weekday(day.Weekday())
	}
	return w.Date(day)
}

const daysOfWeek = 7
