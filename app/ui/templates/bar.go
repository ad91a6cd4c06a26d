package templates

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// bar is the head of the editor: where one is, whether it is kept, undo and redo, trying and publishing.
type bar struct {
	editor  *editor
	title   *kit.Text
	kept    *kit.Tag
	retry   *kit.Button
	undo    *kit.Button
	redo    *kit.Button
	content fyne.CanvasObject
}

func newBar(e *editor) *bar {
	w := e.screen.p.Words
	b := &bar{editor: e, title: kit.Section("").OneLine(), kept: kit.Badge("", "", kit.Calm)}
	b.retry = kit.QuietButton(w.T("templates.keep.again"), func() { e.keeper.Now(nil) })
	b.retry.Hide()
	b.undo = kit.IconButton(look.IconUndo, w.T("templates.undo"), e.undo)
	b.redo = kit.IconButton(look.IconRedo, w.T("templates.redo"), e.redo)
	back := kit.IconButton(look.IconArrowLeft, w.T("templates.back"), func() { e.screen.Back() })
	try := kit.SecondaryButton(w.T("templates.try"), e.tryLongest).WithIcon(look.IconUsers)
	publish := kit.PrimaryButton(w.T("templates.publish"), e.publish).WithIcon(look.IconSend)
	b.content = kit.Bar(kit.PaddedXY(look.Gap, look.Snug, kit.Sides(barFrom, barTitle,
		kit.Row(back, kit.Grow(b.title)),
		kit.Row(kit.Spacer(), b.kept, b.retry, b.undo, b.redo, try, publish),
	)))
	b.tell()
	return b
}

const (
	barFrom  float32 = 1000 // from this width on the title and the buttons stand on one line
	barTitle float32 = 0.36 // the title's share
)

// tell shows the title and what may be undone.
func (b *bar) tell() {
	e, w := b.editor, b.editor.screen.p.Words
	title := e.now().Title
	if title == "" {
		title = w.T(i18n.PaperKindKey(e.now().Kind))
	}
	if e.now().Language != i18n.Default {
		title += " · " + w.LanguageName(e.now().Language)
	}
	b.title.SetText(title)
	b.tellUndo()
	b.tellKept()
}

func (b *bar) tellUndo() {
	enable(b.undo, b.editor.history.CanUndo())
	enable(b.redo, b.editor.history.CanRedo())
}

func enable(b *kit.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

// tellKept says whether what was written is kept.
func (b *bar) tellKept() {
	w, state := b.editor.screen.p.Words, b.editor.keeper.State()
	b.retry.Hidden = state != kit.SaveFailed
	switch {
	case state == kit.SaveFailed:
		b.kept.Set(look.IconCircleAlert, w.T("templates.keep.failed"), kit.Late)
	case state == kit.SaveSoon:
		b.kept.Set(look.IconCircleDashed, w.T("templates.keep.soon"), kit.Calm)
	case b.editor.draft.Rev > 0:
		b.kept.Set(look.IconCheck, w.T("templates.kept"), kit.Done)
	default:
		b.kept.Set(look.IconCircle, w.T("templates.keep.untouched"), kit.Calm)
	}
}
