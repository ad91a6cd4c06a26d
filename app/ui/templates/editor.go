package templates

import (
	"context"
	"errors"
	"reflect"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/template"
	"bienvenue/app/ui/kit"
)

// How long a pause in typing is before the draft is kept, and before the page is laid out again.
const (
	saveAfter = 900 * time.Millisecond
	layAfter  = 80 * time.Millisecond
)

// editor is where a template is written: its parts, the words of one of them, and the page beside them.
type editor struct {
	screen  *Screen
	draft   Draft // as it was last kept
	history *draft.History[template.Template]
	at      int                  // the place among the parts, from 1; 0 is the document's head
	faults  template.FaultsError // what is wrong now
	laid    Laid                 // as it was last laid out
	keeper  *kit.Autosave[Draft]
	gone    bool // the editor was left

	bar     *bar
	order   *kit.Order
	form    *form
	preview *preview
	panes   *panes
	frame   *fyne.Container
}

// Edit opens the editor on a template's draft.
func (s *Screen) Edit(name coop.TemplateName) {
	act(s, func(ctx context.Context) (Draft, error) { return s.p.Desk.Open(ctx, name) }, s.write)
}

// write opens the editor on a draft.
func (s *Screen) write(d Draft) {
	e := newEditor(s, d)
	s.views.Over(kit.View{Content: e.frame, Shortcut: e.shortcut, Key: e.key, Left: e.left})
	e.preview.lay()
}

func newEditor(s *Screen, d Draft) *editor {
	e := &editor{
		screen: s, draft: d, faults: d.Template.Check(),
		history: draft.NewHistory(d.Template, template.Template.Clone),
	}
	e.keeper = &kit.Autosave[Draft]{
		Run: s.p.Run, Pause: saveAfter, Told: func() { e.bar.tellKept() }, Kept: e.kept,
		Take: func() func() (Draft, error) {
			d := e.draft
			d.Template = e.now()
			return func() (Draft, error) { return s.p.Desk.Keep(context.Background(), d) }
		},
	}
	e.order = kit.NewOrder(s.p.Words, e.chooseByHand, e.move)
	e.preview = newPreview(e)
	e.form = newForm(e)
	e.bar = newBar(e)
	e.panes = newPanes(e)
	e.frame = container.New(e.panes, e.panes.objects()...)
	e.showParts()
	e.choose(min(1, len(d.Template.Blocks)))
	return e
}

// now is the template as it stands; it is never changed but by do.
func (e *editor) now() template.Template { return e.history.Now() }

func (e *editor) name() coop.TemplateName {
	return coop.TemplateName{Kind: e.now().Kind, Language: e.now().Language}
}

// block is the part that is written; ok is false on the head.
func (e *editor) block() (template.Block, bool) {
	if e.at < 1 || e.at > len(e.now().Blocks) {
		return template.Block{}, false
	}
	return e.now().Blocks[e.at-1], true
}

// set says whether the parts of this paper are a set, each in its own place, which only their words may change.
func (e *editor) set() bool {
	return slices.Contains([]coop.PaperKind{coop.WelcomeSheet, coop.SimpleSheet, coop.PassageCard}, e.now().Kind)
}

// chooseByHand goes to a part; where there is room for one pane only, to its words.
func (e *editor) chooseByHand(at int) {
	e.choose(at)
	e.panes.toWords()
}

// choose goes to a part, or to the head for 0.
func (e *editor) choose(at int) {
	e.history.Rest()
	e.at = max(0, min(at, len(e.now().Blocks)))
	e.order.Choose(e.at)
	e.form.show()
}

// do changes the template in a way that may change what can be written: everything is shown anew.
func (e *editor) do(label string, change func(*template.Template)) {
	e.history.Do(change, label)
	e.showAll()
	e.touched()
}

// change changes the part that is written.
func (e *editor) change(label string, change func(*template.Block)) {
	at := e.at - 1
	e.do(label, func(t *template.Template) { change(&t.Blocks[at]) })
}

// typed changes a text while it is typed: what shows it is not drawn again.
func (e *editor) typed(tag string, change func(*template.Template)) {
	e.history.DoSame(tag, change, "")
	e.touched()
}

// showAll shows everything anew.
func (e *editor) showAll() {
	e.at = min(e.at, len(e.now().Blocks))
	e.showParts()
	e.form.show()
	e.bar.tell()
}

// touched is called after every change: the draft is kept and laid out soon.
func (e *editor) touched() {
	e.bar.tellUndo()
	e.keeper.Soon()
	e.preview.soon()
}

// told is called when the page was laid out again, or could not be.
func (e *editor) told(laid Laid) {
	e.laid = laid
	if faults := e.now().Check(); !reflect.DeepEqual(faults, e.faults) {
		e.faults = faults
	}
	e.showParts()
	e.form.tell()
}

// kept takes over how a save has ended.
func (e *editor) kept(d Draft, err error) {
	switch {
	case errors.Is(err, coop.ErrChanged) && !e.gone:
		e.askWhose()
	case err != nil:
		e.screen.fail(err)
	default:
		e.draft.Rev, e.draft.Base, e.draft.Shipped = d.Rev, d.Base, d.Shipped
		if e.gone {
			e.screen.list.read() // as it says now when the draft was saved
		}
	}
}

// askWhose asks what becomes of a draft in which somebody else has written meanwhile.
func (e *editor) askWhose() {
	s, w := e.screen, e.screen.p.Words
	var sheet *kit.OpenSheet
	with := func(then func(Draft)) func() {
		return func() {
			sheet.Close()
			act(s, func(ctx context.Context) (Draft, error) { return s.p.Desk.Open(ctx, e.name()) }, then)
		}
	}
	theirs := kit.SecondaryButton(w.T("templates.whose.theirs"), with(func(d Draft) {
		e.gone = true
		e.keeper.Forget()
		s.Back()
		s.write(d)
	}))
	mine := kit.PrimaryButton(w.T("templates.whose.mine"), with(func(d Draft) {
		e.draft.Rev = d.Rev
		e.keeper.Now(nil)
	}))
	sheet = kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{
		Title: w.T("templates.whose"), Content: kit.Body(w.T("templates.whose.about")), Actions: []fyne.CanvasObject{theirs, mine},
	})
}

// left keeps what was written last.
func (e *editor) left() {
	e.keeper.Now(nil)
	e.gone = true
	e.preview.stop()
}
