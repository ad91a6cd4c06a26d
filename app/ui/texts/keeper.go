package texts

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
)

// newKeeper saves the draft after a pause in typing.
func newKeeper(e *editor) *kit.Autosave[Draft] {
	s := e.screen
	return &kit.Autosave[Draft]{
		Run: s.p.Run, Pause: saveAfter, Told: func() { e.bar.tellKept() }, Kept: e.kept,
		Take: func() func() (Draft, error) {
			d := e.draft
			d.Script = e.now()
			return func() (Draft, error) { return s.p.Desk.KeepDraft(context.Background(), d) }
		},
	}
}

// kept takes over how a save has ended.
func (e *editor) kept(d Draft, err error) {
	switch {
	case errors.Is(err, coop.ErrChanged) && !e.gone:
		e.askWhose()
	case err != nil:
		e.screen.fail(err)
	default:
		e.draft.Rev, e.draft.Base, e.draft.Shipped, e.draft.Faults = d.Rev, d.Base, d.Shipped, d.Faults
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
			act(s, func(ctx context.Context) (Draft, error) { return s.p.Desk.OpenDraft(ctx, e.now().ID) }, then)
		}
	}
	theirs := kit.SecondaryButton(w.T("texts.whose.theirs"), with(func(d Draft) {
		e.gone = true
		e.keeper.Forget()
		s.Back()
		s.write(d)
	}))
	mine := kit.PrimaryButton(w.T("texts.whose.mine"), with(func(d Draft) {
		e.draft.Rev = d.Rev
		e.keeper.Now(nil)
	}))
	sheet = kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{
		Title: w.T("texts.whose"), Content: kit.Body(w.T("texts.whose.about")), Actions: []fyne.CanvasObject{theirs, mine},
	})
}
