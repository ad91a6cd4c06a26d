package templates

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/template"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// partsPane is the column of the document's parts, with what one may add below.
func (e *editor) partsPane() fyne.CanvasObject {
	w := e.screen.p.Words
	column := kit.Stack(0, kit.Grow(kit.PaddedXY(look.Snug, look.Tight, e.order)))
	if !e.set() {
		column.Add(kit.PaddedXY(look.Snug, look.Snug, kit.SecondaryButton(w.T("templates.part.add"), e.add).WithIcon(look.IconPlus)))
	}
	return kit.Bar(column)
}

// showParts shows every part's row.
func (e *editor) showParts() {
	w, now := e.screen.p.Words, e.now()
	rows := make([]kit.OrderRow, 0, len(now.Blocks)+1)
	head := kit.OrderRow{Title: w.T("templates.head"), Note: w.LanguageName(now.Language), Fixed: true}
	e.sign(&head, template.Block{})
	rows = append(rows, head)
	for _, b := range now.Blocks {
		row := kit.OrderRow{Title: titleOf(b), Note: w.T(roleKey(b.As)), Fixed: e.set()}
		if e.set() {
			row.Note = ""
		}
		e.sign(&row, b)
		rows = append(rows, row)
	}
	e.order.Set(rows, e.at)
}

// titleOf is what a part is called.
func titleOf(b template.Block) string {
	if b.Label != "" {
		return b.Label
	}
	return b.ID
}

// sign marks a row with what is to be looked at: a fault, no room, not printed, not checked for a year.
func (e *editor) sign(row *kit.OrderRow, b template.Block) {
	w := e.screen.p.Words
	switch {
	case len(e.faultsOf(b.ID)) > 0:
		row.Icon, row.Tone, row.Means = look.IconCircleAlert, kit.Late, w.T("templates.sign.fault")
	case b.ID != "" && e.laid.Overflow.is(b):
		row.Icon, row.Tone, row.Means = look.IconCircleAlert, kit.Late, w.T("templates.sign.overflow")
	case b.ID == "":
	case slices.ContainsFunc(b.Sources, func(s template.Source) bool { return stale(s.Checked, e.screen.p.Today) }):
		row.Icon, row.Tone, row.Means = look.IconWarning, kit.Attention, w.T("templates.sign.stale")
	case e.laid.Facts.Fields != nil && !e.printed(b):
		row.Icon, row.Tone, row.Means, row.Quiet = look.IconCircleSlash, kit.Calm, w.T("templates.sign.left"), true
	}
}

// printed says whether a part stands on the page that is seen.
func (e *editor) printed(b template.Block) bool {
	return b.Stands(e.laid.Facts) && len(b.Missing(e.laid.Facts)) == 0
}

func (e *editor) faultsOf(id string) template.FaultsError {
	var all template.FaultsError
	for _, f := range e.faults {
		if f.Block == id {
			all = append(all, f)
		}
	}
	return all
}

// move puts a part elsewhere; the head's row counts as the first.
func (e *editor) move(from, to int) {
	if from < 1 || to < 1 || e.set() {
		return
	}
	e.at = to
	e.do(e.screen.p.Words.T("templates.part.move"), func(t *template.Template) {
		b := t.Blocks[from-1]
		t.Blocks = slices.Insert(slices.Delete(t.Blocks, from-1, from), to-1, b)
	})
}

// add puts a new part behind the one that is written.
func (e *editor) add() {
	w, at := e.screen.p.Words, e.at
	as := template.AsParagraph
	if e.now().Kind == coop.Questionnaire {
		as = template.AsQuestion
	}
	b := template.Block{ID: e.freshID(), As: as, Label: w.T("templates.part.new"), Text: w.T("templates.part.new.text")}
	if as == template.AsQuestion {
		b.Choices = []template.Choice{{ID: "yes", Label: w.T("templates.choice.yes")}, {ID: "no", Label: w.T("templates.choice.no")}}
	}
	e.at = at + 1
	e.do(w.T("templates.part.add"), func(t *template.Template) { t.Blocks = slices.Insert(t.Blocks, at, b) })
	e.panes.toWords()
	e.form.focus()
}

// freshID is an identity that no part has.
func (e *editor) freshID() string {
	for n := 1; ; n++ {
		id := "text-" + strconv.Itoa(n)
		if _, taken := e.now().Block(id); !taken {
			return id
		}
	}
}

// remove takes the part out; undo brings it back.
func (e *editor) remove() {
	at := e.at - 1
	e.do(e.screen.p.Words.T("templates.part.remove"), func(t *template.Template) { t.Blocks = slices.Delete(t.Blocks, at, at+1) })
}
