package templates

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// mostChanges is how many parts that changed, or faults, are named at once.
const mostChanges = 6

// publish asks what changed and makes the draft the version that papers are made with.
func (e *editor) publish() {
	s, w := e.screen, e.screen.p.Words
	e.faults = e.now().Check()
	e.showParts()
	e.form.tell()
	var sheet *kit.OpenSheet
	note := kit.NewField(w.T("templates.publish.note"), "", nil).Lines(2).WithHint(w.T("templates.publish.note.hint"))
	yes := kit.PrimaryButton(w.T("templates.publish.yes"), func() {
		text := strings.TrimSpace(note.Text())
		if text == "" {
			note.SetError(w.T("templates.publish.note.empty"))
			return
		}
		sheet.Close()
		e.publishWith(text)
	}).WithIcon(look.IconSend)
	content, first := kit.Column(), note.Focusable()
	switch {
	case len(e.faults) > 0:
		yes.Disable()
		first = nil
		e.blocked(content, func() { sheet.Close() })
	case e.draft.Before != nil && len(differences(w, *e.draft.Before, e.now())) == 0:
		yes.Disable()
		first = nil
		content.Add(kit.Body(w.T("templates.publish.same")))
	default:
		content.Objects = e.changes()
		if o := e.laid.Overflow; o != nil {
			content.Add(kit.Tinted(kit.Late, kit.Body(w.T("templates.overflow.page", i18n.Args{"Part": o.Part, "Line": o.Line}))))
		}
		content.Add(note)
		content.Add(kit.Quiet(w.T("templates.publish.about")))
	}
	sheet = kit.ShowSheet(s.p.Window.Canvas(), w, kit.Sheet{
		Title: w.T("templates.publish.title", i18n.Args{"Title": e.now().Title}), Content: content, Width: 620, First: first,
		Actions: []fyne.CanvasObject{kit.SecondaryButton(w.T("kit.back"), func() { sheet.Close() }), yes},
	})
}

// blocked says what keeps the draft from being published; a press goes to the part.
func (e *editor) blocked(content *fyne.Container, leave func()) {
	w := e.screen.p.Words
	content.Add(kit.Body(w.N("templates.publish.blocked", len(e.faults))).Strong())
	for i, f := range e.faults {
		if i == mostChanges {
			break
		}
		title, at := w.T("templates.head"), 0
		for n, b := range e.now().Blocks {
			if b.ID == f.Block {
				title, at = titleOf(b), n+1
			}
		}
		row := kit.NewLinkRow(look.IconCircleAlert, title, faultWords(w, e.now(), f), func() { leave(); e.choose(at) })
		content.Add(row.WithTone(kit.Late))
	}
}

// changes names what is different from the last version.
func (e *editor) changes() []fyne.CanvasObject {
	w := e.screen.p.Words
	if e.draft.Before == nil {
		return []fyne.CanvasObject{kit.Body(w.T("templates.publish.first"))}
	}
	lines := kit.Lines()
	for _, d := range differences(w, *e.draft.Before, e.now()) {
		if len(lines.Objects) < mostChanges {
			lines.Add(kit.Row(d.tag(w), kit.Grow(kit.Body(d.title).OneLine())))
		}
	}
	return []fyne.CanvasObject{kit.Body(w.T("templates.publish.since")), lines}
}

// publishWith keeps what was written last and publishes it.
func (e *editor) publishWith(note string) {
	s, w := e.screen, e.screen.p.Words
	name, title := e.name(), e.now().Title
	e.keeper.Touch()
	e.keeper.Now(func() {
		act(s, func(ctx context.Context) (int, error) { return s.p.Desk.Publish(ctx, name, note) }, func(version int) {
			e.gone = true
			s.Back()
			s.p.OnDone(w.T("templates.published", i18n.Args{"Title": title, "Version": version}))
		})
	})
}
