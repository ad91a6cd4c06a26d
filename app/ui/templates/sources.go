package templates

import (
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/i18n"
	"bienvenue/app/template"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// sources are where a sentence of the law comes from, each with the day on which it was compared last.
func (f *form) sources(b template.Block) fyne.CanvasObject {
	w := f.words()
	note := ""
	if len(b.Sources) > 0 {
		note = w.N("templates.sources.n", len(b.Sources))
	}
	return f.fold(foldSources, w.T("templates.sources"), note, func() fyne.CanvasObject {
		box := kit.Column()
		for i, s := range b.Sources {
			box.Add(f.source(i, s))
		}
		if len(b.Sources) == 0 {
			box.Add(kit.Caption(w.T("templates.sources.none")))
		}
		box.Add(kit.Row(kit.QuietButton(w.T("templates.sources.add"), func() {
			f.editor.change(w.T("templates.sources.add"), func(b *template.Block) { b.Sources = append(b.Sources, template.Source{}) })
		}).WithIcon(look.IconPlus)))
		return box
	})
}

func (f *form) source(i int, s template.Source) fyne.CanvasObject {
	e, w := f.editor, f.words()
	at, today := e.at-1, e.screen.p.Today
	text := kit.NewField("", s.Text, func(text string) {
		e.typed("source "+e.now().Blocks[at].ID, func(t *template.Template) { t.Blocks[at].Sources[i].Text = text })
	}).TakesFirst(e.shortcut).Named(w.T("templates.source.text", i18n.Args{"N": i + 1}))
	drop := kit.IconButton(look.IconTrash, w.T("templates.source.remove", i18n.Args{"N": i + 1}), func() {
		e.change(w.T("templates.sources"), func(b *template.Block) { b.Sources = slices.Delete(b.Sources, i, i+1) })
	})
	line := kit.Flow()
	switch {
	case s.Checked == "":
		line.Add(kit.Badge(look.IconWarning, w.T("templates.checked.never"), kit.Attention))
	case stale(s.Checked, today):
		line.Add(kit.Badge(look.IconWarning, w.T("templates.checked.stale", i18n.Args{"Day": w.Date(s.Checked)}), kit.Attention))
	default:
		line.Add(kit.Badge(look.IconShieldCheck, w.T("templates.checked", i18n.Args{"Day": w.Date(s.Checked)}), kit.Done))
	}
	if s.Checked != today {
		line.Add(kit.SecondaryButton(w.T("templates.checked.today"), func() {
			e.change(w.T("templates.checked.today"), func(b *template.Block) { b.Sources[i].Checked = today })
		}).WithIcon(look.IconCheck))
	}
	line.Add(kit.NewChip(w.T("templates.confirm"), s.Confirm, func(on bool) {
		e.history.Do(func(t *template.Template) { t.Blocks[at].Sources[i].Confirm = on }, w.T("templates.confirm"))
		e.touched()
	}))
	return kit.Tinted(kit.Plain, kit.Row(kit.Grow(text), drop), line)
}
