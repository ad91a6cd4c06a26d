package texts

import (
	"strconv"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// pointsPane lists what is to be looked at; a press goes there.
type pointsPane struct {
	editor  *editor
	body    *fyne.Container
	scroll  *kit.TouchScroll
	content fyne.CanvasObject
	hints   bool // what could merely be better is shown too
}

func newPoints(e *editor) *pointsPane {
	p := &pointsPane{editor: e, body: kit.Column()}
	p.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Inset, look.Tight, kit.AtMost(formWidth, p.body)))
	p.content = p.scroll
	p.body.Add(kit.Quiet(e.screen.p.Words.T("texts.points.wait")))
	return p
}

// points counts what is more than a hint.
func points(all []draft.Advice) int {
	n := 0
	for _, a := range all {
		if a.Weight != draft.Hints {
			n++
		}
	}
	return n
}

// mostPoints is how many points are shown at once: a screen with more is read by nobody.
const mostPoints = 60

// show lists the points anew, step by step.
func (p *pointsPane) show() {
	e, w := p.editor, p.editor.screen.p.Words
	p.body.Objects = nil
	p.faults()
	serious := points(e.advice)
	if serious == 0 {
		p.body.Add(kit.Tinted(kit.Done, kit.Row(kit.NewGlyph(look.IconCircleCheck, kit.Done), kit.Grow(kit.Body(w.T("texts.points.fine"))))))
	}
	shown := 0
	var last *coop.StepID
	for _, a := range e.advice {
		if a.Weight == draft.Hints && !p.hints {
			continue
		}
		if shown++; shown > mostPoints {
			p.body.Add(kit.Quiet(w.T("texts.points.rest")))
			break
		}
		if last == nil || *last != a.Step {
			p.body.Add(kit.PaddedXY(0, look.Tight, kit.Caption(e.titleOf(a.Step)).Strong()))
			last = &a.Step
		}
		p.body.Add(p.point(a))
	}
	if hints := len(e.advice) - serious; hints > 0 && !p.hints {
		p.body.Add(kit.Row(kit.QuietButton(w.N("texts.points.hints", hints), func() { p.hints = true; p.show() })))
	}
	p.body.Refresh()
	p.scroll.Refresh()
}

// faults are what could not be read of the draft.
func (p *pointsPane) faults() {
	w := p.editor.screen.p.Words
	if len(blocking(p.editor.advice)) > 0 {
		return // the advice says the same at its fields
	}
	for i, fault := range p.editor.draft.Faults {
		if i == mostFaults {
			break
		}
		p.body.Add(kit.Tinted(kit.Late, kit.TopRow(look.Snug, kit.NewGlyph(look.IconFileX, kit.Late), kit.Grow(kit.Body(w.Error(fault))))))
	}
}

// point is one thing to look at.
func (p *pointsPane) point(a draft.Advice) fyne.CanvasObject {
	e, w := p.editor, p.editor.screen.p.Words
	icon, tone := look.IconInfo, kit.Calm
	switch a.Weight {
	case draft.Blocks:
		icon, tone = look.IconCircleAlert, kit.Late
	case draft.Warns:
		icon, tone = look.IconWarning, kit.Attention
	case draft.Hints:
	}
	sentence := w.T(a.Key, a.Args)
	row := kit.TopRow(look.Snug, kit.NewGlyph(icon, tone), kit.Grow(kit.Body(sentence)))
	if a.Language != "" && a.Language != e.now().Language {
		row.Add(kit.Badge(look.IconLanguages, languageName(w, a.Language), kit.Calm))
	}
	return kit.NewPressCard(sentence, func() { e.jump(a) }, row)
}

// titleOf names a step with its place.
func (e *editor) titleOf(id coop.StepID) string {
	if id == draft.Head {
		return e.screen.p.Words.T("texts.head")
	}
	for i, step := range e.now().All {
		if step.ID == id {
			return strconv.Itoa(i+1) + " · " + step.Title
		}
	}
	return string(id)
}

// jump goes to what an advice is about.
func (e *editor) jump(a draft.Advice) {
	language := e.now().Language
	if a.Language != "" && speaks(e.now(), a.Language) {
		language = a.Language
	}
	if language != e.lang {
		e.lang = language
		e.bar.showLanguages()
	}
	at := 0
	for i, step := range e.now().All {
		if step.ID == a.Step {
			at = i + 1
		}
	}
	e.choose(at)
	if e.panes.span != three {
		e.open(paneText)
	}
	e.form.focus(a.Place, a.Index)
}
