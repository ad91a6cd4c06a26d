package texts

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/draft"
	"bienvenue/app/i18n"
	"bienvenue/app/script"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// Most things that a step's page holds; the rules of a script's file say the same.
const (
	mostQuestions = 2
	leastChoices  = 2
	mostChoices   = 4
)

// item is what one may do with a thing of a list.
func (f *form) item(place draft.Place, at, all int) fyne.CanvasObject {
	w, e := f.words(), f.editor
	id := e.id()
	edit := func(change func(script.Script) script.Script) func() {
		return func() { e.do(string(place), func(s *script.Script) { *s = change(*s) }) }
	}
	var items []kit.MenuItem
	if at > 0 {
		items = append(items, kit.MenuItem{Words: w.T("texts.up"), Icon: look.IconChevronUp, Do: edit(func(s script.Script) script.Script {
			return draft.MoveItem(s, id, place, at, at-1)
		})})
	}
	if at < all-1 {
		items = append(items, kit.MenuItem{Words: w.T("texts.down"), Icon: look.IconChevronDown, Do: edit(func(s script.Script) script.Script {
			return draft.MoveItem(s, id, place, at, at+1)
		})})
	}
	items = append(items, kit.MenuItem{Words: w.T("texts.item.remove"), Icon: look.IconTrash, Do: edit(func(s script.Script) script.Script {
		return draft.RemoveItem(s, id, place, at)
	})})
	return kit.MenuButton(w.T("texts.more"), items...)
}

// adder adds a thing to a list of the step and puts the keyboard there.
func (f *form) adder(word, label string, place, first draft.Place, at int) *kit.Button {
	e := f.editor
	id := e.id()
	return kit.QuietButton(word, func() {
		e.do(word, func(s *script.Script) { *s = draft.AddItem(*s, id, place, at, label) })
		f.focus(first, at)
	}).WithIcon(look.IconPlus)
}

func (f *form) checks(step script.Step) fyne.CanvasObject {
	w, box := f.words(), kit.Column()
	for i, c := range step.Checks {
		box.Add(kit.Row(kit.Grow(f.text("", draft.PlaceCheck, i, 1)),
			kit.NewChip(w.T("texts.required"), c.Required, func(on bool) {
				f.set(draft.PlaceCheck, func(s *script.Step) { s.Checks[i].Required = on })
			}),
			f.item(draft.PlaceCheck, i, len(step.Checks))))
	}
	box.Add(kit.Row(f.adder(w.T("texts.check.add"), w.T("texts.check.new"), draft.PlaceCheck, draft.PlaceCheck, len(step.Checks))))
	return box
}

func (f *form) chips(step script.Step) fyne.CanvasObject {
	w, box := f.words(), kit.Column()
	motives := []kit.Option[coop.MotiveCode]{{Value: "", Words: w.T("texts.motive.none")}}
	for _, m := range coop.Motives(coop.Copro) {
		motives = append(motives, kit.Option[coop.MotiveCode]{Value: m.Code, Words: w.T(i18n.MotiveKey(m.Code))})
	}
	for i, c := range step.Chips {
		motive := kit.NewSelect("", motives, func(code coop.MotiveCode) {
			f.set(draft.PlaceNote, func(s *script.Step) { s.Chips[i].Motive = code })
		})
		motive.Set(c.Motive)
		box.Add(kit.Lines(
			kit.Row(kit.Grow(f.text("", draft.PlaceNote, i, 1)), f.item(draft.PlaceNote, i, len(step.Chips))),
			kit.Row(kit.Caption(w.T("texts.motive")).Whole(), kit.Grow(motive.Object())),
		))
	}
	box.Add(kit.Row(f.adder(w.T("texts.chip.add"), w.T("texts.chip.new"), draft.PlaceNote, draft.PlaceNote, len(step.Chips))))
	return box
}

func (f *form) questions(step script.Step) fyne.CanvasObject {
	w, box := f.words(), kit.Column()
	for i, q := range step.Questions {
		card := kit.Stack(look.Snug,
			kit.Row(kit.Grow(f.text(w.T("texts.field.question"), draft.PlaceAsk, i, 1)), f.item(draft.PlaceAsk, i, len(step.Questions))),
			kit.Row(kit.NewChip(w.T("texts.required"), q.Required, func(on bool) {
				f.set(draft.PlaceAsk, func(s *script.Step) { s.Questions[i].Required = on })
			})),
			kit.Caption(w.T("texts.choices")),
		)
		for j := range q.Choices {
			card.Add(f.choice(step, i, j))
		}
		if len(q.Choices) < mostChoices {
			at := draft.ChoiceAt(i, len(q.Choices))
			card.Add(kit.Row(f.adder(w.T("texts.choice.add"), w.T("texts.choice.new"), draft.PlaceChoice, draft.PlaceChoice, at)))
		}
		box.Add(kit.Tinted(kit.Plain, card))
	}
	if len(step.Questions) < mostQuestions {
		box.Add(kit.Row(f.adder(w.T("texts.question.add"), w.T("texts.question.new"), draft.PlaceAsk, draft.PlaceAsk, len(step.Questions))))
	}
	return box
}

// choice is one answer to a question.
func (f *form) choice(step script.Step, i, j int) fyne.CanvasObject {
	e, w := f.editor, f.words()
	remove := kit.IconButton(look.IconTrash, w.T("texts.item.remove"), func() {
		e.do(w.T("texts.item.remove"), func(s *script.Script) {
			*s = draft.RemoveItem(*s, step.ID, draft.PlaceChoice, draft.ChoiceAt(i, j))
		})
	})
	if len(step.Questions[i].Choices) <= leastChoices {
		remove.Disable()
	}
	return kit.Row(kit.Grow(f.text("", draft.PlaceChoice, draft.ChoiceAt(i, j), 1)), remove)
}

func (f *form) asked(step script.Step) fyne.CanvasObject {
	const lines = 3
	w, box := f.words(), kit.Column()
	for i := range step.Asked {
		box.Add(kit.Tinted(kit.Plain, kit.Stack(look.Snug,
			kit.Row(kit.Grow(f.text(w.T("texts.field.asked"), draft.PlaceAsked, i, 1)), f.item(draft.PlaceAsked, i, len(step.Asked))),
			f.text(w.T("texts.field.answer"), draft.PlaceAnswer, i, lines),
		)))
	}
	box.Add(kit.Row(f.adder(w.T("texts.asked.add"), w.T("texts.asked.new"), draft.PlaceAsked, draft.PlaceAsked, len(step.Asked))))
	return box
}

// sources are where statements come from, with the day somebody last looked.
func (f *form) sources(step script.Step) fyne.CanvasObject {
	const lines = 3
	w, box := f.words(), kit.Column(kit.Caption(f.words().T("texts.sources.hint")))
	for i, source := range step.Sources {
		day := f.checkedDay(i, source)
		now := kit.SecondaryButton(w.T("texts.source.now"), func() {
			today := f.editor.screen.p.Today
			f.set(draft.PlaceSources, func(s *script.Step) { s.Sources[i].Checked = today })
			day.Set(today)
		}).WithIcon(look.IconCheck)
		confirm := kit.NewChip(w.T("texts.source.confirm"), source.Confirm, func(on bool) {
			f.set(draft.PlaceSources, func(s *script.Step) { s.Sources[i].Confirm = on })
		}).Toned(kit.Attention)
		box.Add(kit.Tinted(kit.Plain, kit.Stack(look.Snug,
			kit.Row(kit.Grow(f.text(w.T("texts.field.source"), draft.PlaceSources, i, lines)), f.item(draft.PlaceSources, i, len(step.Sources))),
			day, kit.Flow(now, confirm),
		)))
	}
	box.Add(kit.Row(f.adder(w.T("texts.source.add"), w.T("texts.source.new"), draft.PlaceSources, draft.PlaceSources, len(step.Sources))))
	return box
}

// checkedDay is the day on which somebody last read a source; it cannot lie ahead.
func (f *form) checkedDay(i int, source script.Source) *kit.DayField {
	w, today := f.words(), f.editor.screen.p.Today
	var day *kit.DayField
	day = kit.NewDayField(w, w.T("texts.source.day"), today, func(d coop.Day) {
		if d > today {
			day.SetError(w.T("texts.source.ahead"))
			return
		}
		f.set(draft.PlaceSources, func(s *script.Step) { s.Sources[i].Checked = d })
	}).WithHint(w.T("texts.source.never"))
	day.Set(source.Checked)
	return day
}
