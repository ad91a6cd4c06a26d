package record

import (
	"fyne.io/fyne/v2"

	"bienvenue/app/coop"
	"bienvenue/app/i18n"
	"bienvenue/app/ui/kit"
	"bienvenue/app/ui/look"
)

// noMark is an overall mark that was not given.
const noMark = -1

// came is what came of the talk, or what it is being corrected to.
func (s *Screen) came() coop.Outcome {
	if s.edit != nil && s.edit.outcome != nil {
		return *s.edit.outcome
	}
	return s.read.Outcome
}

// outcome is what came of the talk.
func (s *Screen) outcome() fyne.CanvasObject {
	var correct fyne.CanvasObject
	if s.edit != nil {
		correct = kit.IconButton(look.IconPencil, s.t("record.outcome.correct"), s.correctOutcome)
	}
	card := kit.Column(kit.Header(s.t("record.outcome"), correct))
	for _, f := range s.outcomeFacts(s.came()) {
		card.Add(kit.TopRow(look.Gap, kit.Sized(outcomeWidth, 0, kit.Quiet(f.label)), kit.Grow(kit.Body(f.text))))
	}
	return kit.Card(card)
}

const outcomeWidth float32 = 250

// fact is something that came of a talk, in words.
type fact struct{ label, text string }

// outcomeFacts are all that came of a talk; what was not asked or said is left out.
func (s *Screen) outcomeFacts(o coop.Outcome) []fact {
	w := s.p.Words
	facts := []fact{{s.t("record.result"), s.t(i18n.ResultKey(o.Result))}}
	if o.Overall != noMark {
		facts = append(facts, fact{s.t("record.mark"), s.t("record.mark.of", i18n.Args{"Mark": w.Number(o.Overall)})})
	}
	for _, item := range coop.SatisfactionItems() {
		if v, ok := o.Satisfaction[item]; ok {
			facts = append(facts, fact{s.t(i18n.SatisfactionItemKey(item)), s.t(i18n.JudgementKey(v))})
		}
	}
	for _, c := range o.Concerns {
		facts = append(facts, fact{s.t(i18n.MotiveKey(c.Motive)), s.t("record.concern", i18n.Args{
			"Gravity": s.t(i18n.GravityKey(c.Gravity)), "Standing": s.t(i18n.StandingKey(c.Standing)),
		})})
	}
	var interests []string
	for _, i := range o.Interests {
		interests = append(interests, s.t(i18n.InterestKey(i)))
	}
	if len(interests) > 0 {
		facts = append(facts, fact{s.t("record.interests"), w.List(interests)})
	}
	if o.Comment != "" {
		facts = append(facts, fact{s.t("record.comment"), o.Comment})
	}
	return facts
}
