package talk

import (
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// asked lists what people ask back; a press unfolds the answer.
func (p *page) asked(record coop.TalkStep) fyne.CanvasObject {
	w := p.screen.p.Words
	box := kit.Stack(look.Snug, kit.Body(w.T("talk.asked")).Strong())
	for i, a := range p.step.Asked {
		box.Objects = append(box.Objects, p.fold(i, a.Question, a.Answer, slices.Contains(record.Asked, i)))
	}
	return box
}

// fold is one question with its answer, folded at first; « posée » keeps that it was asked.
func (p *page) fold(i int, question, answer string, was bool) fyne.CanvasObject {
	w := p.screen.p.Words
	told := kit.NewChip(w.T("talk.asked.tick"), was, func(on bool) { p.screen.askedBack(p.step.ID, i, on) })
	icon := kit.NewGlyph(look.IconChevronRight, kit.Calm)
	body := kit.PaddedXY(look.Wide, look.Tight, kit.Stack(look.Snug, kit.Body(answer), kit.Row(told)))
	body.Hide()
	var card *kit.PressCard
	unfold := func() {
		body.Hidden = !body.Hidden
		icon.Set(look.IconChevronRight, kit.Calm)
		if !body.Hidden {
			icon.Set(look.IconChevronDown, kit.Accented)
		}
		card.Refresh()
		p.content.Refresh()
	}
	card = kit.NewPressCard(question, unfold, kit.Row(icon, kit.Grow(kit.Body(question))), body)
	return card
}
