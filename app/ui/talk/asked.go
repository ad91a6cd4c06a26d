package talk

import (
	"slices"

	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// asked lists what people ask back; a press unfolds the answer, « posée » keeps that it was asked.
func (p *page) asked(record coop.TalkStep) fyne.CanvasObject {
	w := p.screen.p.Words
	box := kit.Stack(look.Snug, kit.Body(w.T("talk.asked")).Strong())
	for i, a := range p.step.Asked {
		told := kit.NewChip(w.T("talk.asked.tick"), slices.Contains(record.Asked, i), func(on bool) {
			p.screen.askedBack(p.step.ID, i, on)
			p.tellAsked(p.step.ID, i, on)
		})
		p.told = append(p.told, told)
		box.Add(unfolding(a, "", told, false, func() { p.content.Refresh() }))
	}
	return box
}

// tellAsked shows that a question of the step on the screen was asked, or was not.
func (p *page) tellAsked(step coop.StepID, index int, on bool) {
	if step != p.step.ID {
		return
	}
	if index < len(p.told) {
		p.told[index].Set(on)
	}
	if p.answered != nil && p.heard == index {
		p.answered.Set(on)
	}
}
