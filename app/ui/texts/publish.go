package texts

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// publish asks what changed and makes the draft the next version.
func (e *editor) publish() {
	s, w := e.screen, e.screen.p.Words
	e.advice = draft.Advise(e.now(), s.adviser(e.draft.Fields, e.draft.Before)) // not the watcher's: it may be at work
	e.showAdvice()
	var sheet *kit.OpenSheet
	note := kit.NewField(w.T("texts.publish.note"), "", nil).Lines(2).WithHint(w.T("texts.publish.note.hint"))
	yes := kit.PrimaryButton(w.T("texts.publish.yes"), func() {
		text := strings.TrimSpace(note.Text())
		if text == "" {
			note.SetError(w.T("texts.publish.note.empty"))
			return
		}
		sheet.Close()
		e.publishWith(text)
	}).WithIcon(look.IconSend)
	content := kit.Column(e.changes()...)
	first := note.Focusable()
	if blocks := blocking(e.advice); len(blocks) > 0 {
		yes.Disable()
		first = nil
		content.Add(kit.Body(w.N("texts.publish.blocked", len(blocks))).Strong())
		for i, a := range blocks {
			if i == mostBlocks {
				break
			}
			content.Add(kit.NewLinkRow(look.IconCircleAlert, e.titleOf(a.Step), w.T(a.Key, a.Args), func() { sheet.Close(); e.jump(a) }).WithTone(kit.Late))
		}
	} else {
		if n := points(e.advice); n > 0 {
			content.Add(kit.Row(kit.Badge(look.IconWarning, w.N("texts.points", n), kit.Attention)))
		}
		content.Add(note)
		content.Add(kit.Quiet(w.T("texts.publish.about")))
	}
	sheet = kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{
		Title: w.T("texts.publish.title", i18n.Args{"Title": e.now().Title}), Content: content, Width: 620, First: first,
		Actions: []fyne.CanvasObject{kit.SecondaryButton(w.T("kit.back"), func() { sheet.Close() }), yes},
	})
}

// mostBlocks is how many reasons against publishing are told at once.
const mostBlocks = 6

func blocking(all []draft.Advice) []draft.Advice {
	var blocks []draft.Advice
	for _, a := range all {
		if a.Weight == draft.Blocks {
			blocks = append(blocks, a)
		}
	}
	return blocks
}

// changes says what is different from the last version, counted and named.
func (e *editor) changes() []fyne.CanvasObject {
	w := e.screen.p.Words
	if e.draft.Before == nil {
		return []fyne.CanvasObject{kit.Body(w.T("texts.publish.first"))}
	}
	tags, titles := kit.Flow(), kit.Lines()
	n := map[draft.Change]int{}
	for _, d := range draft.Compare(*e.draft.Before, e.now()) {
		n[d.Change]++
		if d.Change != draft.Same && len(titles.Objects) < mostBlocks {
			titles.Add(kit.Caption(changeSign(d.Change) + " " + diffTitle(w, d)))
		}
	}
	for _, c := range []struct {
		change draft.Change
		key    string
		icon   look.Icon
		tone   kit.Tone
	}{
		{draft.Changed, "texts.changed", look.IconPencil, kit.Accented},
		{draft.Added, "texts.added", look.IconPlus, kit.Done},
		{draft.Removed, "texts.removed", look.IconMinus, kit.Late},
		{draft.Moved, "texts.moved", look.IconGrip, kit.Calm},
	} {
		if n[c.change] > 0 {
			tags.Add(kit.Badge(c.icon, w.N(c.key, n[c.change]), c.tone))
		}
	}
	if len(tags.Objects) == 0 {
		return []fyne.CanvasObject{kit.Body(w.T("texts.publish.same"))}
	}
	return []fyne.CanvasObject{kit.Body(w.T("texts.publish.since")), tags, titles}
}

// changeSign stands before a step that changed.
func changeSign(c draft.Change) string {
	switch c {
	case draft.Added:
		return "+"
	case draft.Removed:
		return "\u2212"
	case draft.Moved:
		return "\u2195"
	case draft.Changed, draft.Same:
	}
	return "\u00b7"
}

// diffTitle names a step of a comparison.
func diffTitle(w *i18n.Words, d draft.StepDiff) string {
	if d.Step == draft.Head {
		return w.T("texts.head")
	}
	return d.Title
}

// publishWith keeps what was written last and publishes it.
func (e *editor) publishWith(note string) {
	s, w := e.screen, e.screen.p.Words
	e.history.Do(func(now *script.Script) { *now = draft.Named(*now) }, w.T("texts.publish"))
	e.keeper.Touch()
	e.keeper.Now(func() {
		act(s, func(ctx context.Context) (coop.StoredScript, error) { return s.p.Desk.Publish(ctx, e.now().ID, note) }, func(done coop.StoredScript) {
			e.gone = true
			s.Back()
			s.p.OnDone(w.T("texts.published", i18n.Args{"Title": e.now().Title, "Version": done.Version}))
		})
	})
}
