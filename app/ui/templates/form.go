package templates

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/i18n"
	"bienvenue/app/template"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// form is the words of the part that is written, or of the document's head.
type form struct {
	editor  *editor
	content fyne.CanvasObject
	body    *fyne.Container
	scroll  *kit.TouchScroll
	text    *kit.Field      // nil on the head
	notes   *fyne.Container // what is said about the part: not printed, no room
	said    string          // the fault that was last said at the text
	opened  map[fold]bool
	all     bool   // every fact is offered, not only the usual ones
	shown   string // identity of the part that is shown
}

// fold names a part of the form that opens and closes.
type fold string

// The folds.
const (
	foldInsert  fold = "insert"
	foldFor     fold = "for"
	foldSources fold = "sources"
	foldProgram fold = "program"
)

func newForm(e *editor) *form {
	f := &form{editor: e, body: kit.Column(), notes: kit.Column(), opened: map[fold]bool{foldInsert: true, foldSources: true}}
	f.scroll = kit.NewTouchScroll(kit.PaddedXY(look.Inset, look.Gap, kit.AtMost(formWidth, f.body)))
	f.content = f.scroll
	return f
}

// formWidth keeps the fields readable where nothing stands beside them.
const formWidth float32 = 720

func (f *form) words() *i18n.Words { return f.editor.screen.p.Words }

// show fills the form anew. It goes back to the top when it shows another part than before.
func (f *form) show() {
	b, ok := f.editor.block()
	f.body.Objects, f.text, f.said = nil, nil, ""
	if ok {
		f.showBlock(b)
	} else {
		f.showHead()
	}
	f.body.Refresh()
	f.scroll.Refresh()
	if b.ID != f.shown {
		f.shown = b.ID
		f.scroll.ScrollToTop()
	}
	f.tell()
}

func (f *form) add(parts ...fyne.CanvasObject) {
	for _, o := range parts {
		if o != nil {
			f.body.Add(o)
		}
	}
}

// showHead fills the form with the document's name, and what the program brings anew.
func (f *form) showHead() {
	e, w := f.editor, f.words()
	now := e.now()
	title := kit.NewField(w.T("templates.field.title"), now.Title, func(text string) {
		e.typed("title", func(t *template.Template) { t.Title = text })
		e.bar.tell()
	}).TakesFirst(e.shortcut).WithHint(w.T("templates.field.title.hint"))
	f.add(kit.Section(w.T("templates.head")), title, kit.Quiet(w.T(kindAboutKey(now.Kind))))
	if oldest := now.Oldest(); oldest != "" {
		f.add(kit.Quiet(w.T("templates.oldest", i18n.Args{"Day": w.Date(oldest)})))
	}
	if n := e.draft.update(); n > 0 {
		taken := kit.SecondaryButton(w.T("templates.update.taken"), func() {
			e.draft.Shipped = n
			f.show()
			e.touched()
		}).WithIcon(look.IconCheck)
		f.add(kit.Tinted(kit.Done, kit.Body(w.T("templates.update.about", i18n.Args{"Version": n})), kit.Row(taken)))
	}
	f.add(f.notes)
}

// How many lines a text has room for.
const (
	textLines  = 7
	shortLines = 2 // for what is a line by itself
)

// showBlock fills the form with a part.
func (f *form) showBlock(b template.Block) {
	e, w := f.editor, f.words()
	at := e.at - 1
	f.text = kit.NewField(titleOf(b), spoken(w, b.Text), func(text string) {
		stored := written(w, e.now().Kind, text)
		e.typed("text "+b.ID, func(t *template.Template) { t.Blocks[at].Text = stored })
	}).TakesFirst(e.shortcut).Lines(linesOf(b))
	if e.set() {
		f.add(f.notes, f.text)
	} else {
		label := kit.NewField(w.T("templates.field.label"), b.Label, func(text string) {
			e.typed("label "+b.ID, func(t *template.Template) { t.Blocks[at].Label = text })
			e.showParts()
		}).TakesFirst(e.shortcut)
		f.add(kit.Columns(220, label, f.role(b)), f.notes, f.text)
	}
	f.add(f.program(b), f.fold(foldInsert, w.T("templates.insert"), "", f.inserts))
	if b.As == template.AsQuestion {
		f.add(f.choices(b))
	}
	f.add(f.forWhom(b), f.sources(b))
	if !e.set() {
		f.add(kit.Row(kit.DangerButton(w.T("templates.part.remove"), e.remove).WithIcon(look.IconTrash)))
	}
}

func linesOf(b template.Block) int {
	switch b.As {
	case template.AsSubject, template.AsSign, template.AsReference, template.AsFacts, template.AsQuestion:
		return shortLines
	}
	return textLines
}

// role says how the part is set.
func (f *form) role(b template.Block) fyne.CanvasObject {
	w := f.words()
	var options []kit.Option[template.Role]
	for _, r := range template.Roles() {
		if (r == template.AsQuestion) == (b.As == template.AsQuestion) {
			options = append(options, kit.Option[template.Role]{Value: r, Words: w.T(roleKey(r))})
		}
	}
	pick := kit.NewSelect(w.T("templates.field.role"), options, func(r template.Role) {
		f.editor.change(w.T("templates.field.role"), func(b *template.Block) { b.As = r })
	})
	pick.Set(b.As)
	return pick.Object()
}

// program is the program's own text of the part where it is another one, to be taken over.
func (f *form) program(b template.Block) fyne.CanvasObject {
	e, w := f.editor, f.words()
	if e.draft.Program == nil {
		return nil
	}
	theirs, ok := e.draft.Program.Block(b.ID)
	if !ok || theirs.Text == b.Text {
		return nil
	}
	return f.fold(foldProgram, w.T("templates.program"), "", func() fyne.CanvasObject {
		take := kit.SecondaryButton(w.T("templates.program.take"), func() {
			e.change(w.T("templates.program.take"), func(b *template.Block) { b.Text = theirs.Text })
		}).WithIcon(look.IconCornerUpLeft)
		return kit.Tinted(kit.Plain, kit.Quiet(spoken(w, theirs.Text)), kit.Row(take))
	})
}

// fold is a part of the form that opens and closes, and stays so from part to part.
func (f *form) fold(name fold, title, note string, body func() fyne.CanvasObject) fyne.CanvasObject {
	return kit.NewFold(title, note, f.opened[name], body, func(open bool) { f.opened[name] = open })
}

// inserts are the facts that a text may name: a press writes one where the cursor stands.
func (f *form) inserts() fyne.CanvasObject {
	e, w := f.editor, f.words()
	flow := kit.Flow()
	names := template.Fields(e.now().Kind)
	if !f.all {
		names = firstFields(e.now().Kind)
	}
	for _, name := range names {
		word := w.T(fieldKey(name))
		var chip *kit.Chip
		chip = kit.NewChip(word, false, func(bool) {
			chip.Set(false)
			if f.text != nil {
				f.text.Insert("{" + word + "}")
				f.text.Focus()
			}
		})
		flow.Add(chip)
	}
	if !f.all {
		flow.Add(kit.QuietButton(w.T("templates.insert.all"), func() { f.all = true; f.show() }).WithIcon(look.IconMore))
	}
	return kit.Lines(kit.Caption(w.T("templates.insert.about")), flow)
}

// choices are the answers of a closed question.
func (f *form) choices(b template.Block) fyne.CanvasObject {
	e, w := f.editor, f.words()
	at := e.at - 1
	box := kit.Lines(kit.Caption(w.T("templates.choices")).Strong())
	for i, c := range b.Choices {
		field := kit.NewField("", c.Label, func(text string) {
			e.typed("choice "+b.ID+" "+c.ID, func(t *template.Template) { t.Blocks[at].Choices[i].Label = text })
		}).TakesFirst(e.shortcut).Named(w.T("templates.choice.n", i18n.Args{"N": i + 1}))
		drop := kit.IconButton(look.IconTrash, w.T("templates.choice.remove", i18n.Args{"N": i + 1}), func() {
			e.change(w.T("templates.choices"), func(b *template.Block) { b.Choices = append(b.Choices[:i], b.Choices[i+1:]...) })
		})
		box.Add(kit.Row(kit.Grow(field), drop))
	}
	add := kit.QuietButton(w.T("templates.choice.add"), func() {
		e.change(w.T("templates.choices"), func(b *template.Block) {
			b.Choices = append(b.Choices, template.Choice{ID: freshChoice(*b), Label: w.T("templates.choice.new")})
		})
	}).WithIcon(look.IconPlus)
	box.Add(kit.Row(add))
	return box
}

// tell says at the part what is wrong with it, that it has no room, or why it is not printed.
func (f *form) tell() {
	e, w := f.editor, f.words()
	b, ok := e.block()
	f.notes.Objects = nil
	if !ok {
		for _, fault := range e.faultsOf("") {
			f.notes.Add(kit.Tinted(kit.Late, kit.Body(w.Error(fault.Refusal()))))
		}
		f.notes.Refresh()
		f.body.Refresh()
		return
	}
	said := ""
	if faults := e.faultsOf(b.ID); len(faults) > 0 {
		said = faultWords(w, e.now(), faults[0])
	}
	if said != f.said {
		f.said = said
		f.text.SetError(said)
	}
	switch {
	case e.laid.Overflow.is(b):
		f.notes.Add(kit.Tinted(kit.Late, kit.Body(w.T("templates.overflow", i18n.Args{"Line": e.laid.Overflow.Line}))))
	case e.laid.Facts.Fields == nil:
	case !b.Stands(e.laid.Facts):
		f.notes.Add(kit.Tinted(kit.Plain, kit.Body(w.T("templates.left.when"))))
	default:
		if missing := b.Missing(e.laid.Facts); len(missing) > 0 {
			f.notes.Add(kit.Tinted(kit.Attention, kit.Body(w.T("templates.left.missing", i18n.Args{"Fields": w.List(fieldWords(w, missing))}))))
		}
	}
	f.notes.Refresh()
	f.body.Refresh()
}

// focus puts the keyboard into the text.
func (f *form) focus() {
	if f.text != nil {
		f.scroll.ScrollTo(f.text)
		f.text.Focus()
	}
}
