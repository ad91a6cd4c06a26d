package texts

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// bar is the head of the editor: where one is, whether it is kept, undo and redo, the languages, trying and
// publishing.
type bar struct {
	editor  *editor
	title   *kit.Text
	kept    *kit.Tag
	retry   *kit.Button
	undo    *kit.Button
	redo    *kit.Button
	tongues *fyne.Container
	content fyne.CanvasObject
}

func newBar(e *editor) *bar {
	w := e.screen.p.Words
	b := &bar{editor: e, title: kit.Section("").OneLine(), kept: kit.Badge("", "", kit.Calm), tongues: kit.Flow()}
	b.retry = kit.QuietButton(w.T("texts.keep.again"), func() { e.keeper.Now(nil) })
	b.retry.Hide()
	b.undo = kit.IconButton(look.IconUndo, w.T("texts.undo"), e.undo)
	b.redo = kit.IconButton(look.IconRedo, w.T("texts.redo"), e.redo)
	row := kit.Row(
		kit.IconButton(look.IconArrowLeft, w.T("texts.back"), func() { e.screen.Back() }),
		kit.Grow(b.title), b.kept, b.retry, b.undo, b.redo,
	)
	if e.screen.p.OnRehearse != nil {
		row.Add(kit.SecondaryButton(w.T("texts.try"), b.try).WithIcon(look.IconPlay))
	}
	row.Add(kit.PrimaryButton(w.T("texts.publish"), e.publish).WithIcon(look.IconSend))
	b.content = kit.Bar(kit.PaddedXY(look.Gap, look.Snug, kit.Stack(look.Snug, row, b.tongues)))
	b.showLanguages()
	b.tell()
	return b
}

// try plays the draft with an invented person.
func (b *bar) try() {
	e := b.editor
	e.keeper.Now(func() { e.screen.p.OnRehearse(e.now().ID, true) })
}

// tell shows the title and what may be undone.
func (b *bar) tell() {
	title := b.editor.now().Title
	if title == "" {
		title = b.editor.screen.p.Words.T("texts.untitled")
	}
	b.title.SetText(title)
	b.tellUndo()
	b.tellKept()
}

func (b *bar) tellUndo() {
	enable(b.undo, b.editor.history.CanUndo())
	enable(b.redo, b.editor.history.CanRedo())
}

// tellKept says whether what was written is kept.
func (b *bar) tellKept() {
	w, state := b.editor.screen.p.Words, b.editor.keeper.State()
	b.retry.Hidden = state != kit.SaveFailed
	switch {
	case state == kit.SaveFailed:
		b.kept.Set(look.IconCircleAlert, w.T("texts.keep.failed"), kit.Late)
	case state == kit.SaveSoon:
		b.kept.Set(look.IconCircleDashed, w.T("texts.keep.soon"), kit.Calm)
	case b.editor.draft.Rev > 0:
		b.kept.Set(look.IconCheck, w.T("texts.kept"), kit.Done)
	default:
		b.kept.Set(look.IconCircle, w.T("texts.keep.untouched"), kit.Calm)
	}
}

// showLanguages shows a tab a language, and the way to another one.
func (b *bar) showLanguages() {
	e, w := b.editor, b.editor.screen.p.Words
	now := e.now()
	var options []kit.Option[string]
	for _, code := range languagesOf(now) {
		options = append(options, kit.Option[string]{Value: code, Words: languageName(w, code)})
	}
	choice := kit.NewChoice(options, e.speak)
	choice.Set(e.lang)
	b.tongues.Objects = nil
	if flow, ok := choice.Object().(*fyne.Container); ok {
		b.tongues.Objects = append(b.tongues.Objects, flow.Objects...)
	}
	b.tongues.Add(kit.QuietButton(w.T("texts.tongue.add"), b.askLanguage).WithIcon(look.IconPlus))
	if !e.own() {
		b.tongues.Add(kit.QuietButton(w.T("texts.tongue.remove"), b.dropLanguage).WithIcon(look.IconTrash))
	}
	b.tongues.Refresh()
}

// speak goes to the texts in a language.
func (e *editor) speak(language string) {
	e.lang = language
	e.bar.showLanguages()
	e.showAll()
}

// askLanguage offers the languages that the script does not have yet.
func (b *bar) askLanguage() {
	e, w := b.editor, b.editor.screen.p.Words
	offered, hidden := writable(w, languagesOf(e.now()))
	var sheet *kit.OpenSheet
	flow := kit.Flow()
	for _, t := range offered {
		flow.Add(kit.SecondaryButton(w.T(t.name), func() {
			sheet.Close()
			e.lang = t.code
			e.do(w.T(t.name), func(s *script.Script) { *s = draft.AddTongue(*s, t.code) })
			e.bar.showLanguages()
		}))
	}
	content := kit.Column(kit.Body(w.T("texts.tongue.about")), flow)
	if len(hidden) > 0 {
		content.Add(kit.Quiet(w.T("texts.tongue.hidden", i18n.Args{"Languages": strings.Join(hidden, ", ")})))
	}
	sheet = kit.ShowSheet(e.screen.p.Window.Canvas(), w, kit.Sheet{Title: w.T("texts.tongue.add"), Content: content})
}

// dropLanguage takes the texts in a language out; undo brings them back.
func (b *bar) dropLanguage() {
	e := b.editor
	gone := e.lang
	e.lang = e.now().Language
	e.do(languageName(e.screen.p.Words, gone), func(s *script.Script) { *s = draft.RemoveTongue(*s, gone) })
	b.showLanguages()
}

// languagesOf are a script's languages, its own first.
func languagesOf(s script.Script) []string {
	all := []string{s.Language}
	for _, t := range s.Tongues {
		all = append(all, t.Language)
	}
	return all
}

func speaks(s script.Script, language string) bool {
	return slices.Contains(languagesOf(s), language)
}

func enable(b *kit.Button, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}
