// Package rehearsal is « S'entraîner »: a talk with an invented cooperator, to learn it before one
// leads it. Nothing of it is counted or printed; who rehearsed which version is kept for the manager.
// It shows the page where one chooses and the page that says how it went; the talk between them is
// the talk's own screen, on a Stage that writes nothing.
package rehearsal

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Text is a script that can be rehearsed: the one that leads talks today, or a draft of the next.
type Text struct {
	Script script.Script
	Draft  bool
}

// Desk is the little that the page asks for.
type Desk interface {
	// RehearsalTexts lists the scripts that lead talks today and the drafts that this person may try.
	RehearsalTexts(ctx context.Context) ([]Text, error)
	// Rehearsals lists the last rehearsals: one's own, everybody's for a manager.
	Rehearsals(ctx context.Context, f coop.RehearsalFilter) ([]coop.RehearsalRow, error)
}

// Params is what a Screen is made of. Callbacks are called on the screen's goroutine.
type Params struct {
	Desk     Desk
	Words    *i18n.Words
	Run      kit.Runner
	Personas []script.Persona // in the window's language
	Script   coop.ScriptID    // to begin with, "" for whichever fits
	Draft    bool             // its draft
	OnBegin  func(Text, script.Persona)
	OnError  func(error)
}

// Screen is the page where one chooses whom to speak with.
type Screen struct {
	p      Params
	texts  []Text
	rows   []coop.RehearsalRow
	chosen int // among texts, -1 for whichever fits the person
	page   *fyne.Container
	scroll *kit.TouchScroll
	asked  kit.Latest
}

// mostRows is how many rehearsals the page remembers.
const mostRows = 12

const (
	pageWidth  float32 = 1100
	cardWidth  float32 = 300
	sidesFrom  float32 = 900
	sidesShare float32 = 0.64
)

// New makes the page; it is empty until Refresh.
func New(p Params) *Screen {
	s := &Screen{p: p, chosen: -1, page: kit.Stack(look.Inset)}
	s.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Wide, look.Inset, kit.AtMost(pageWidth, s.page)))
	return s
}

// Content is what stands on the screen.
func (s *Screen) Content() fyne.CanvasObject { return s.scroll }

type loaded struct {
	texts []Text
	rows  []coop.RehearsalRow
}

// Refresh reads the texts and the last rehearsals.
func (s *Screen) Refresh() {
	kit.RunLatest(s.p.Run, &s.asked, func() (l loaded, err error) {
		if l.texts, err = s.p.Desk.RehearsalTexts(context.Background()); err != nil {
			return l, err
		}
		l.rows, err = s.p.Desk.Rehearsals(context.Background(), coop.RehearsalFilter{Limit: mostRows})
		return l, err
	}, func(l loaded, err error) {
		if err != nil {
			s.p.OnError(err)
			return
		}
		s.texts, s.rows = l.texts, l.rows
		s.chosen = slices.IndexFunc(l.texts, func(t Text) bool { return t.Script.ID == s.p.Script && t.Draft == s.p.Draft })
		s.show()
	})
}

func (s *Screen) show() {
	w := s.p.Words
	s.page.Objects = []fyne.CanvasObject{
		kit.Title(w.T("rehearsal.title")),
		kit.Body(w.T("rehearsal.text")),
		kit.Sides(sidesFrom, sidesShare, s.people(), s.last()),
	}
	s.page.Refresh()
}

// people are the invented cooperators that the chosen text is for, after the choice of the text.
func (s *Screen) people() fyne.CanvasObject {
	w := s.p.Words
	texts := []kit.Option[int]{{Value: -1, Words: w.T("rehearsal.any")}}
	for i, t := range s.texts {
		key := "rehearsal.version"
		if t.Draft {
			key = "rehearsal.draft"
		}
		texts = append(texts, kit.Option[int]{Value: i, Words: w.T(key, i18n.Args{"Title": t.Script.Title, "Version": t.Script.Version})})
	}
	choice := kit.NewSelect(w.T("rehearsal.with-text"), texts, func(i int) { s.chosen = i; s.show() })
	choice.Set(s.chosen)
	var cards []fyne.CanvasObject
	for _, p := range s.p.Personas {
		if text, ok := s.textFor(p); ok {
			cards = append(cards, s.person(p, text))
		}
	}
	if len(cards) == 0 {
		return kit.Column(choice.Object(), kit.Empty(look.IconUsers, w.T("rehearsal.nobody"), nil))
	}
	return kit.Column(choice.Object(), kit.Section(w.T("rehearsal.whom")), kit.Columns(cardWidth, cards...))
}

// textFor is the text that a rehearsal with somebody follows; ok is false when the chosen one is not
// meant for their contract.
func (s *Screen) textFor(p script.Persona) (text Text, ok bool) {
	h, r := p.Household()
	facts := script.FactsOf(h, r, nil)
	if s.chosen >= 0 {
		t := s.texts[s.chosen]
		return t, t.Script.For.Matches(facts) && (p.Kind == "" || p.Kind == t.Script.Kind)
	}
	kind := p.Kind
	if kind == "" {
		kind = coop.CourtesyTalk
	}
	var scripts []script.Script
	for _, t := range s.texts {
		if !t.Draft {
			scripts = append(scripts, t.Script)
		}
	}
	chosen, ok := script.Choose(scripts, kind, facts)
	return Text{Script: chosen}, ok
}

// person is one invented cooperator; a press begins.
func (s *Screen) person(p script.Persona, text Text) fyne.CanvasObject {
	w := s.p.Words
	h, _ := p.Household()
	minutes := int(text.Script.Budget.Minutes())
	if p.Minutes > 0 {
		minutes = min(minutes, p.Minutes)
	}
	return kit.NewPressCard(p.Title, func() { s.p.OnBegin(text, p) },
		kit.Row(kit.NewIcon(look.IconMessageSquare, kit.Accented), kit.Grow(kit.Body(p.Title).Strong())),
		kit.Quiet(p.About),
		kit.Caption(w.T("rehearsal.person", i18n.Args{
			"Name": w.People(h.Holders), "Product": w.T(i18n.ProductKey(h.Product)), "Minutes": w.Minutes(minutes),
		})),
	)
}

// last are the rehearsals that were kept.
func (s *Screen) last() fyne.CanvasObject {
	w := s.p.Words
	card := kit.Column(kit.Header(w.T("rehearsal.last"), nil))
	if len(s.rows) == 0 {
		card.Add(kit.Quiet(w.T("rehearsal.last.none")))
	}
	for _, r := range s.rows {
		card.Add(s.lastLine(r))
	}
	return kit.Card(card)
}

func (s *Screen) lastLine(r coop.RehearsalRow) fyne.CanvasObject {
	w := s.p.Words
	key := "rehearsal.last.what"
	if r.Version == 0 {
		key = "rehearsal.last.draft"
	}
	what := w.T(key, i18n.Args{
		"Title": s.titleOf(r.Script), "Version": strconv.Itoa(r.Version), "Persona": s.personaTitle(r.Persona),
	})
	tag := kit.Badge(look.IconCheck, w.T("rehearsal.essential", i18n.Args{"Seen": r.EssentialSeen, "All": r.Essential}), kit.Done)
	if r.EssentialSeen < r.Essential {
		tag = kit.Badge(look.IconCircleAlert, w.T("rehearsal.essential", i18n.Args{"Seen": r.EssentialSeen, "All": r.Essential}), kit.Attention)
	}
	return kit.TopRow(look.Snug,
		kit.Grow(kit.Lines(kit.Body(r.Name).Strong(), kit.Caption(what), kit.Caption(w.T("rehearsal.last.when", i18n.Args{
			"When": w.When(r.Ended), "Minutes": w.Minutes(r.Seconds / secondsAMinute),
		})))), tag)
}

const secondsAMinute = 60

func (s *Screen) titleOf(id coop.ScriptID) string {
	for _, t := range s.texts {
		if t.Script.ID == id {
			return t.Script.Title
		}
	}
	return string(id)
}

func (s *Screen) personaTitle(id string) string {
	for _, p := range s.p.Personas {
		if p.ID == id {
			return p.Title
		}
	}
	return id
}
