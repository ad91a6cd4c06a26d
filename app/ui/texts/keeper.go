package texts

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
)

// keeper saves the draft after a pause in typing, one save at a time.
type keeper struct {
	editor *editor
	wait   func()   // calls off the next save
	dirty  bool     // something was written that is not kept
	saving bool     // a save is on its way
	failed bool     // the last one was refused
	after  []func() // what waits until everything is kept
}

// soon saves after a pause in typing.
func (k *keeper) soon() {
	k.dirty = true
	k.editor.bar.tellKept()
	if k.wait != nil {
		k.wait()
	}
	k.wait = k.editor.screen.p.Run.Soon(saveAfter, func() { k.now(nil) })
}

// now saves at once what is not kept yet, then does what follows; nil for nothing. What follows is left out when the
// save is refused.
func (k *keeper) now(then func()) {
	if k.wait != nil {
		k.wait()
		k.wait = nil
	}
	if then != nil {
		k.after = append(k.after, then)
	}
	if k.saving {
		return
	}
	if !k.dirty {
		k.done()
		return
	}
	k.save()
}

func (k *keeper) save() {
	e := k.editor
	k.saving, k.dirty = true, false
	d := e.draft
	d.Script = e.now()
	kit.Run(e.screen.p.Run, func() (Draft, error) {
		return e.screen.p.Desk.KeepDraft(context.Background(), d)
	}, func(kept Draft, err error) {
		k.saving, k.failed = false, err != nil
		if err != nil {
			k.dirty, k.after = true, nil
			e.bar.tellKept()
			if errors.Is(err, coop.ErrChanged) && !e.gone {
				e.askWhose()
				return
			}
			e.screen.fail(err)
			return
		}
		e.draft.Rev, e.draft.Base, e.draft.Shipped, e.draft.Faults = kept.Rev, kept.Base, kept.Shipped, kept.Faults
		if k.dirty && len(k.after) > 0 {
			k.save()
			return
		}
		e.bar.tellKept()
		k.done()
		if e.gone {
			e.screen.list.read() // as it says now when the draft was saved
		}
	})
}

func (k *keeper) done() {
	after := k.after
	k.after = nil
	for _, do := range after {
		do()
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
		e.gone, e.keeper.dirty = true, false
		s.Back()
		s.write(d)
	}))
	mine := kit.PrimaryButton(w.T("texts.whose.mine"), with(func(d Draft) {
		e.draft.Rev = d.Rev
		e.keeper.now(nil)
	}))
	sheet = kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{
		Title: w.T("texts.whose"), Content: kit.Body(w.T("texts.whose.about")), Actions: []fyne.CanvasObject{theirs, mine},
	})
}
