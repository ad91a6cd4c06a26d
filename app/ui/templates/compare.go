package templates

import (
	"strings"

	"fyne.io/fyne/v2"

	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/template"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// difference is a part that is not the same in two versions.
type difference struct {
	title  string
	change draft.Change
	pieces []draft.Piece // of its text, for a part that changed
	notes  [][2]string   // what else changed: before and after
}

// differences lists the parts that differ, in the new order, and then those that are gone.
func differences(w *i18n.Words, old, now template.Template) []difference {
	var all []difference
	if old.Title != now.Title {
		all = append(all, difference{title: w.T("templates.head"), change: draft.Changed, pieces: draft.Pieces(old.Title, now.Title)})
	}
	moved := movedParts(old, now)
	for _, b := range now.Blocks {
		before, ok := old.Block(b.ID)
		if !ok {
			all = append(all, difference{title: titleOf(b), change: draft.Added, pieces: draft.Pieces("", spoken(w, b.Text))})
			continue
		}
		d := compared(w, before, b)
		if len(d.pieces) == 0 && len(d.notes) == 0 {
			if !moved[b.ID] {
				continue
			}
			d.change = draft.Moved
		}
		all = append(all, d)
	}
	for _, b := range old.Blocks {
		if _, ok := now.Block(b.ID); !ok {
			all = append(all, difference{title: titleOf(b), change: draft.Removed, pieces: draft.Pieces(spoken(w, b.Text), "")})
		}
	}
	return all
}

// compared is what changed in a part.
func compared(w *i18n.Words, before, after template.Block) difference {
	d := difference{title: titleOf(after), change: draft.Changed}
	if before.Text != after.Text {
		d.pieces = draft.Pieces(spoken(w, before.Text), spoken(w, after.Text))
	}
	note := func(was, is string) {
		if was != is {
			d.notes = append(d.notes, [2]string{was, is})
		}
	}
	note(w.T(roleKey(before.As)), w.T(roleKey(after.As)))
	note(before.Label, after.Label)
	note(whom(w, before.When), whom(w, after.When))
	note(choicesOf(before), choicesOf(after))
	note(sourcesOf(w, before), sourcesOf(w, after))
	return d
}

func choicesOf(b template.Block) string {
	var all []string
	for _, c := range b.Choices {
		all = append(all, c.Label)
	}
	return strings.Join(all, " · ")
}

func sourcesOf(w *i18n.Words, b template.Block) string {
	var all []string
	for _, s := range b.Sources {
		said := s.Text
		if s.Checked != "" {
			said += " (" + w.T("templates.checked", i18n.Args{"Day": w.Date(s.Checked)}) + ")"
		}
		if s.Confirm {
			said += " (" + w.T("templates.confirm") + ")"
		}
		all = append(all, said)
	}
	return strings.Join(all, " · ")
}

// movedParts are the parts that both versions have and that do not stand in the order of before: as few as can be.
func movedParts(old, now template.Template) map[string]bool {
	before := map[string]int{}
	for i, b := range old.Blocks {
		before[b.ID] = i
	}
	var ids []string
	for _, b := range now.Blocks {
		if _, both := before[b.ID]; both {
			ids = append(ids, b.ID)
		}
	}
	moved := map[string]bool{}
	longest, last := make([]int, len(ids)), make([]int, len(ids)) // of the rows in the old order that end here
	end := -1
	for i, id := range ids {
		moved[id] = true
		longest[i], last[i] = 1, -1
		for j := range i {
			if before[ids[j]] < before[id] && longest[j] >= longest[i] {
				longest[i], last[i] = longest[j]+1, j
			}
		}
		if end < 0 || longest[i] > longest[end] {
			end = i
		}
	}
	for ; end >= 0; end = last[end] {
		moved[ids[end]] = false
	}
	return moved
}

// tag says in a word what happened to the part.
func (d difference) tag(w *i18n.Words) *kit.Tag {
	switch d.change {
	case draft.Added:
		return kit.Badge(look.IconPlus, w.T("templates.added"), kit.Done)
	case draft.Removed:
		return kit.Badge(look.IconMinus, w.T("templates.removed"), kit.Late)
	case draft.Moved:
		return kit.Badge(look.IconGrip, w.T("templates.moved"), kit.Calm)
	case draft.Changed, draft.Same:
	}
	return kit.Badge(look.IconPencil, w.T("templates.changed"), kit.Accented)
}

// card shows the part before and after, what is gone and what is new by more than colours.
func (d difference) card(w *i18n.Words) fyne.CanvasObject {
	parts := []fyne.CanvasObject{kit.Row(kit.Grow(kit.Section(d.title)), d.tag(w))}
	var old, now []kit.Piece
	for _, p := range d.pieces {
		switch p.Kind {
		case draft.Gone:
			old = append(old, kit.Piece{Text: p.Text, Mark: kit.Gone})
		case draft.New:
			now = append(now, kit.Piece{Text: p.Text, Mark: kit.Fresh})
		case draft.Kept:
			old = append(old, kit.Piece{Text: p.Text})
			now = append(now, kit.Piece{Text: p.Text})
		}
	}
	if len(d.pieces) > 0 {
		parts = append(parts, sides(old, now))
	}
	for _, n := range d.notes {
		parts = append(parts, sides(marked(n[0], kit.Gone), marked(n[1], kit.Fresh)))
	}
	return kit.Card(parts...)
}

func marked(text string, mark kit.Mark) []kit.Piece {
	if text == "" {
		return nil
	}
	return []kit.Piece{{Text: text, Mark: mark}}
}

const (
	sidesFrom float32 = 800 // from this width on before and after stand beside each other
	half      float32 = 0.5
)

func sides(old, now []kit.Piece) fyne.CanvasObject {
	signed := func(icon look.Icon, tone kit.Tone, pieces []kit.Piece) fyne.CanvasObject {
		return kit.TopRow(look.Snug, kit.NewGlyph(icon, tone), kit.Grow(kit.NewMarked(pieces...)))
	}
	switch {
	case len(old) == 0:
		return signed(look.IconPlus, kit.Done, now)
	case len(now) == 0:
		return signed(look.IconMinus, kit.Late, old)
	}
	return kit.Sides(sidesFrom, half, signed(look.IconMinus, kit.Late, old), signed(look.IconPlus, kit.Done, now))
}
