package texts

import (
	"context"
	"reflect"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Pauses in typing after which something is done.
const (
	saveAfter   = 900 * time.Millisecond
	adviseAfter = 350 * time.Millisecond
)

// editor is where a script is written: its steps, the fields of one of them, the talk's page as it will look, and
// what is still to be looked at.
type editor struct {
	screen  *Screen
	draft   Draft // as it was last kept
	history *draft.History[script.Script]
	watcher *draft.Watcher
	topics  map[coop.TopicID]string
	lang    string // of the texts that are written
	at      int    // the place among the steps, from 1; 0 is the script's head
	advice  []draft.Advice

	panes   *panes
	frame   *fyne.Container
	bar     *bar
	order   *kit.Order
	form    *form
	preview *preview
	points  *pointsPane
	tabs    *kit.Choice[pane]
	outline *kit.Outline // in place of the page, on the head
	page    *fyne.Container

	keeper  *kit.Autosave[Draft]
	waiting func() // calls off the next advice
	busy    bool   // an advice is being worked out
	stale   bool   // and another one is wanted
	advised bool   // there was one
	gone    bool   // the editor was left
}

// Edit opens the editor on a script's draft.
func (s *Screen) Edit(id coop.ScriptID) {
	act(s, func(ctx context.Context) (Draft, error) { return s.p.Desk.OpenDraft(ctx, id) }, s.write)
}

// write opens the editor on a draft.
func (s *Screen) write(d Draft) {
	e := newEditor(s, d)
	s.views.Over(kit.View{Content: e.frame, Shortcut: e.shortcut, Key: e.key, Left: e.left, Again: e.again})
	e.advise()
}

// adviser is what the advice is measured against.
func (s *Screen) adviser(facts map[string]string, before *script.Script) draft.Adviser {
	return draft.Adviser{Lexicon: s.p.Lexicon, Terms: s.p.Terms, Today: s.p.Today, Before: before, Fields: facts}
}

func newEditor(s *Screen, d Draft) *editor {
	w := s.p.Words
	e := &editor{
		screen: s, draft: d, history: draft.NewHistory(d.Script, draft.Clone), lang: d.Script.Language,
		watcher: draft.NewWatcher(s.adviser(d.Fields, d.Before)),
	}
	e.topics = topicsOf(append([]script.Script{d.Script}, s.scripts()...))
	e.keeper = newKeeper(e)
	e.order = kit.NewOrder(w, e.chooseByHand, e.move)
	e.preview = newPreview(w)
	e.preview.facts = d.Fields
	e.outline = kit.NewOutline(func(i int) { e.chooseByHand(i + 1) })
	e.page = container.NewStack(e.preview.scroll)
	e.form = newForm(e)
	e.points = newPoints(e)
	e.bar = newBar(e)
	e.tabs = kit.NewChoice[pane](nil, e.open)
	e.panes = &panes{
		head: e.bar.content, steps: e.stepsPane(), text: e.form.content, preview: e.previewPane(),
		points: e.points.content, tabs: kit.PaddedXY(look.Inset, look.Snug, e.tabs.Object()), wish: paneText, onSpan: e.respan,
	}
	if len(d.Faults) > 0 {
		e.panes.wish = panePoints
	}
	e.respan(three)
	e.frame = container.New(e.panes, e.panes.objects()...)
	e.showSteps()
	first := 0
	if len(d.Script.All) > 0 {
		first = 1
	}
	e.choose(first)
	return e
}

// scripts are those of the list.
func (s *Screen) scripts() []script.Script {
	var all []script.Script
	for _, c := range s.list.cards {
		all = append(all, c.Script)
	}
	return all
}

// now is the script as it stands.
func (e *editor) now() script.Script { return e.history.Now() }

// own says whether the texts that are written are in the script's own language.
func (e *editor) own() bool { return e.lang == e.now().Language }

// step is the step that is written; ok is false on the head.
func (e *editor) step() (script.Step, bool) {
	all := e.now().All
	if e.at < 1 || e.at > len(all) {
		return script.Step{}, false
	}
	return all[e.at-1], true
}

// id names the step that is written.
func (e *editor) id() coop.StepID {
	step, ok := e.step()
	if !ok {
		return draft.Head
	}
	return step.ID
}

// spoken is the step that is written, in the language that is written.
func (e *editor) spoken() script.Step {
	now := e.now()
	if !e.own() {
		now = now.In(e.lang)
	}
	if e.at < 1 || e.at > len(now.All) {
		return script.Step{}
	}
	return now.All[e.at-1]
}

// respan offers the panes that do not stand there anyway.
func (e *editor) respan(s span) {
	w := e.screen.p.Words
	all := []kit.Option[pane]{
		{Value: paneSteps, Words: w.T("texts.tab.steps"), Icon: look.IconListChecks},
		{Value: paneText, Words: w.T("texts.tab.text"), Icon: look.IconPencil},
		{Value: panePreview, Words: w.T("texts.tab.preview"), Icon: look.IconEye},
		{Value: panePoints, Words: e.pointsWord(), Icon: look.IconWarning},
	}
	e.tabs.SetOptions(all[s-one:])
	e.panes.chosen = offered(s, e.panes.wish)
	e.tabs.Set(e.panes.chosen)
}

func (e *editor) pointsWord() string {
	if n := points(e.advice); n > 0 {
		return e.screen.p.Words.N("texts.points", n)
	}
	return e.screen.p.Words.T("texts.points.none")
}

// open shows a pane where it is not seen anyway.
func (e *editor) open(p pane) {
	e.panes.wish = p
	e.panes.chosen = offered(e.panes.span, p)
	e.tabs.Set(e.panes.chosen)
	if e.panes.chosen == panePoints {
		e.points.show()
	}
	e.frame.Refresh()
}

// chooseByHand goes to a step; where there is room for one pane only, to its fields.
func (e *editor) chooseByHand(at int) {
	e.choose(at)
	if e.panes.span == one {
		e.open(paneText)
	}
}

// choose goes to a step, or to the head for 0.
func (e *editor) choose(at int) {
	e.history.Rest()
	e.at = max(0, min(at, len(e.now().All)))
	e.order.Choose(e.at)
	e.form.show()
	e.showPage()
}

// showPage shows the talk's page of the step, or the talk's outline on the head.
func (e *editor) showPage() {
	if e.at == 0 {
		e.page.Objects = []fyne.CanvasObject{kit.Padded(look.Snug, e.outline)}
		e.showOutline()
		e.page.Refresh()
		return
	}
	if len(e.page.Objects) == 0 || e.page.Objects[0] != e.preview.scroll {
		e.page.Objects = []fyne.CanvasObject{e.preview.scroll}
		e.page.Refresh()
	}
	e.preview.show(e.spoken(), e.at)
	e.preview.scroll.ScrollToTop()
}

func (e *editor) showOutline() {
	now := e.now()
	if !e.own() {
		now = now.In(e.lang)
	}
	steps := make([]kit.OutlineStep, len(now.All))
	for i, step := range now.All {
		steps[i] = kit.OutlineStep{Title: script.Fill(step.Title, e.draft.Fields), Optional: !step.Essential}
	}
	e.outline.Set(steps, -1)
}

// do changes the script in a way that may change what can be written: the fields are shown anew.
func (e *editor) do(label string, change func(*script.Script)) {
	e.history.Do(change, label)
	e.showAll()
	e.touched()
}

// showAll shows everything anew, after a change that is more than a text.
func (e *editor) showAll() {
	e.showSteps()
	e.at = min(e.at, len(e.now().All))
	e.order.Choose(e.at)
	e.form.show()
	e.showPage()
	e.bar.tell()
}

// touched is called after every change: the draft is kept and looked over soon.
func (e *editor) touched() {
	e.bar.tellUndo()
	e.keeper.Soon()
	if e.waiting != nil {
		e.waiting()
	}
	e.waiting = e.screen.p.Run.Soon(adviseAfter, e.advise)
}

// advise works out what is to be looked at, off the screen, one at a time.
func (e *editor) advise() {
	if e.busy {
		e.stale = true
		return
	}
	e.busy, e.stale = true, false
	now := e.now()
	kit.Run(e.screen.p.Run, func() ([]draft.Advice, error) { return e.watcher.Advise(now), nil }, func(all []draft.Advice, _ error) {
		e.busy = false
		if e.gone {
			return
		}
		if !e.advised || !reflect.DeepEqual(all, e.advice) {
			e.advice, e.advised = all, true
			e.showAdvice()
		}
		if e.stale {
			e.advise()
		}
	})
}

func (e *editor) showAdvice() {
	e.showSteps()
	if e.panes.chosen == panePoints { // else when it is opened
		e.points.show()
	}
	e.form.tellAdvice()
	e.respan(e.panes.span)
}

// left keeps what was written last.
func (e *editor) left() {
	e.keeper.Now(nil)
	e.gone = true
}

// again is called when a page above the editor was left.
func (e *editor) again() { e.frame.Refresh() }
