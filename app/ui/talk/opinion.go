package talk

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
)

// The scales, as domain: section 4.4 has them.
const (
	judgements  = 4
	overallMost = 10
	noMark      = -1
	notAsked    = 0 // « sans objet »
)

// opinion asks for the judgements and the overall mark.
func (r *review) opinion() fyne.CanvasObject {
	w := r.screen.p.Words
	card := kit.Column(kit.Header(w.T("talk.review.opinion"), nil), kit.Quiet(w.T("talk.review.opinion.hint")))
	for _, item := range coop.SatisfactionItems() {
		label := kit.Body(w.T(i18n.SatisfactionItemKey(item)))
		card.Add(container.New(&beside{}, label, r.judgement(item)))
	}
	card.Add(kit.Body(w.T("talk.review.overall")).Strong())
	card.Add(r.overall())
	return kit.Card(card)
}

func (r *review) judgement(item coop.SatisfactionItem) fyne.CanvasObject {
	w := r.screen.p.Words
	options := make([]kit.Option[int], 0, judgements+1)
	for v := 1; v <= judgements; v++ {
		options = append(options, kit.Option[int]{Value: v, Words: w.T(i18n.JudgementKey(v))})
	}
	options = append(options, kit.Option[int]{Value: notAsked, Words: w.T("talk.review.no-judgement"), Tone: kit.Calm})
	choice := kit.NewChoice(options, func(v int) {
		r.ending.Outcome.Satisfaction[item] = v
		if v == notAsked {
			delete(r.ending.Outcome.Satisfaction, item)
		}
		r.changed()
	})
	if v, ok := r.ending.Outcome.Satisfaction[item]; ok {
		choice.Set(v)
	}
	return choice.Object()
}

func (r *review) overall() fyne.CanvasObject {
	options := make([]kit.Option[int], 0, overallMost+2)
	for v := 0; v <= overallMost; v++ {
		options = append(options, kit.Option[int]{Value: v, Words: strconv.Itoa(v)})
	}
	options = append(options, kit.Option[int]{Value: noMark, Words: r.screen.p.Words.T("talk.review.no-mark"), Tone: kit.Calm})
	choice := kit.NewChoice(options, func(v int) {
		r.ending.Outcome.Overall = v
		r.changed()
	})
	if r.ending.Outcome.Overall != noMark {
		choice.Set(r.ending.Outcome.Overall)
	}
	return choice.Object()
}

// remark is the short comment at the end.
func (r *review) remark() fyne.CanvasObject {
	w := r.screen.p.Words
	r.comment = newComment(w, w.T("talk.review.comment.label"), r.ending.Outcome.Comment, func(bool) { r.changed() })
	return kit.TitledCard(w.T("talk.review.comment.title"), nil, r.comment.box)
}
